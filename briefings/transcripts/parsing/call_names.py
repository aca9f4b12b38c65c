"""Calls on somebody to ask by name alone, as forms: "Josh?", "Go ahead, Karen" and the like."""

import re

from briefings.transcripts.parsing.call_words import AFTER, BEFORE, WILL, Form
from briefings.transcripts.parsing.naming import CALLED, SENTENCE

# Each with a sample.
BY_NAME = (
    # "Next is Matt Lund."
    Form(
        re.compile(
            rf"(?:[^.?!]{{0,20}}\b)?[Nn]ext\s+(?:up\s+)?(?:is|we\s+have|will\s+be)\s+"
            rf"(?P<name>{CALLED})[.]{AFTER}"
        ),
        hints=("ext ",),
        opens=True,
        ends=True,
    ),
    # "Over to you, Andrea.", "Andrea, the floor is yours.", "Andrea Lund has a question."
    Form(
        re.compile(
            rf"(?:[Tt]he\s+floor\s+is\s+yours|[Yy]ou\s+have\s+the\s+floor|[Oo]ver\s+to\s+you),\s+"
            rf"(?P<name>{CALLED})[.?!]{AFTER}"
        ),
        hints=("floor", "ver to you"),
        ends=True,
    ),
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{CALLED})(?:,\s+(?:(?:the\s+)?floor\s+is\s+yours|you\s+have\s+the\s+floor|"
            rf"over\s+to\s+you|over\s+here)|\s+has\s+(?:a|the|our)\s+(?:\w+\s+)?question)[.?!]{AFTER}"
        ),
        hints=("floor", "over ", "question"),
        opens=True,
    ),
    # "Phil, then Clare.", "Idrees, and then we’ll go to Chris."
    Form(
        re.compile(
            rf"(?:{SENTENCE}|\bto\s+){BEFORE}(?P<name>{CALLED})(?:,|\s+first,?)?\s+(?:and\s+)?then\s+"
            rf"{WILL}(?:(?:go\s+|come\s+)?(?:back\s+)?to\s+)?{CALLED}[.?!]?{AFTER}"
        ),
        hints=("then",),
        ends=True,
    ),
    # "Go ahead, Karen.  I think we’re going to move on."
    Form(
        re.compile(
            rf"\b[Gg]o\s+ahead,\s+(?:(?:very\s+quickly|in\s+the\s+(?:back|middle|front)),\s+)?"
            rf"(?P<name>{CALLED})(?=[.,?!—]|\s+—|$)"
        ),
        holds=True,
        hints=("o ahead",),
    ),
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{CALLED}),?\s+(?:please\s+)?"
            rf"(?:go\s+ahead|your\s+turn|you[’']re\s+(?:up|next))\b"
        ),
        holds=True,
        hints=(
            "ahead",
            "turn",
            "you",
        ),
        opens=True,
    ),
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{CALLED}),?\s+please(?:\s+unmute(?:\s+yourself)?)?[.?!]?{AFTER}"
        ),
        hints=("please",),
        opens=True,
    ),
    # "Zeke, why don’t you kick us off?", "Take it away, Alex."
    Form(
        re.compile(
            rf"(?:{SENTENCE}{BEFORE}|,\s+)(?P<name>{CALLED})[,.]?\s+"
            rf"(?:(?:why\s+don[’']t\s+you|(?:[Dd]o\s+)?you\s+want\s+to|want\s+to|will\s+you|"
            rf"(?:can|could|would)\s+you(?:\s+like\s+to)?|please|let[’']s|you\s+can)\s+)?"
            rf"(?:kick|start|get|take|lead)\s+(?:us|it|this|things)\s+"
            rf"(?:off|away|started|going|out)\b[^.?!]{{0,50}}[.?!]?{AFTER}"
        ),
        hints=(
            "kick",
            "start",
            "get ",
            "take ",
            "lead ",
        ),
    ),
    Form(
        re.compile(
            rf"\b(?:[Kk]ick|[Ss]tart|[Gg]et|[Tt]ake)\s+(?:us|it|things)\s+"
            rf"(?:off|away|started|going),\s+(?P<name>{CALLED})[.?!]{AFTER}"
        ),
        hints=(
            "ick ",
            "tart ",
            "et ",
            "ake ",
        ),
        ends=True,
    ),
    # "Let’s go to Ed." "We’ll do Shelby.  Last one." – but "And then I’ll go to Alex next"
    Form(
        re.compile(
            rf"(?<![Tt]hen )(?<![Tt]hen, )\b(?:[Ll]et[’']s|I[’']ll|[Ww]e[’']ll|[Ll]et\s+me|"
            rf"going\s+to|we\s+can|will)\s+(?:just\s+|now\s+)?(?:try\s+to\s+)?(?:go\s+(?:back\s+)?to|start\s+with|do|take|"
            rf"hear\s+from|turn\s+to)\s+(?:you,\s+)?(?P<name>{CALLED})[.?]{AFTER}"
        ),
        hints=(
            "go ",
            "start ",
            "do ",
            "take ",
            "hear ",
            "turn ",
        ),
        ends=True,
    ),
    # "Francesca in the back.  And then I’ve got to wrap."
    Form(
        re.compile(rf"{BEFORE}(?P<name>{CALLED})\s+in\s+the\s+(?:back|front|middle|corner)[.,?]"),
        hints=("in the ",),
        opens=True,
    ),
    # "Adelante, Ana."
    Form(
        re.compile(rf"(?:Adelante|Dígame|A\s+ver),\s+(?P<name>{CALLED})[.?]?{AFTER}"),
        hints=("Adelante", "Dígame", "A ver"),
        opens=True,
    ),
    # "Mike Roe, do you have a question today?" "John, what do you have for me?"
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{CALLED}),\s+(?:(?:do|did)\s+you\s+(?:still\s+)?have\s+"
            rf"(?:(?:a|another|any)\s+questions?|one|something)|are\s+you\s+(?:there|with\s+us|on)|"
            rf"can\s+you\s+hear\s+(?:me|us)|I\s+see\s+you|what\s+do\s+you\s+have|"
            rf"what[’']s\s+your\s+question|you\s+had\s+(?:a|your))\b[^.?!]{{0,30}}[.?]{AFTER}"
        ),
        opens=True,
        hints=("you",),
    ),
    # "Last one for Josh." "Ann is going to have to be the last one."
    Form(
        re.compile(
            rf"\b(?:[Ll]ast|[Nn]ext|[Ff]irst|[Ff]inal)\s+(?:one|question)\s*"
            rf"(?:,|to|for|is|from|goes\s+to|will\s+be)?\s+(?P<name>{CALLED})\.{AFTER}"
        ),
        hints=(
            "one",
            "question",
        ),
        ends=True,
    ),
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{CALLED}),?\s+(?:(?:is|will|gets|has|you[’']re|it[’']s|that[’']s|this)\s+"
            rf"[^.?!]{{0,30}})?\b(?:the\s+|our\s+)?(?:last|final)\s+(?:one|question)\b"
        ),
        hints=(
            "last",
            "final",
        ),
        opens=True,
    ),
    Form(
        re.compile(rf"(?:Oh,?\s+)?(?:Hi|Hello|Hey),?\s+(?P<name>{CALLED})\.{AFTER}"),
        hints=("Hi", "Hello", "Hey"),
        opens=True,
    ),
    # "Yes, Matt." "Over to Jo Roe." "Jeff?"
    Form(
        re.compile(
            rf"(?:(?:Yes|Yeah|Okay|OK|All\s+right|[Ww]ith\s+that|Sure|And|Right|So|Now|"
            rf"Please|Go\s+ahead|Let[’']s\s+go\s+to|Go\s+to|Over\s+to|Back\s+to|I[’']ll\s+go\s+to)"
            rf"[,.]?\s+)+(?P<name>{CALLED})(?:,?\s+please)?\s*[.?!]?\s*$"
        ),
        opens=True,
    ),
    Form(
        re.compile(
            rf"(?:(?:[Ff]ollow[ -]?up|[Rr]epregunta|[Cc]omplément|[Ss]ous-question),?\s+)?"
            rf"(?P<name>{CALLED})\?\s*$"
        ),
        opens=True,
    ),
)
