"""The ways of calling on somebody to ask, as forms. ``floor.py`` looks for them."""

import re
from dataclasses import dataclass

from briefings.transcripts.parsing.naming import (
    CALLED,
    CAP,
    END,
    LINK,
    NAME,
    OUTLET,
    SENTENCE,
    THE,
)

# What may follow a call without taking it back: "Your line is open.", "(Laughter.)"
AFTER = (
    r"(?:\s*(?:(?:(?:[Pp]lease|[Oo]kay,|OK,|[Ss]ure,|[Yy]es,)\s+)?[Gg]o\s+ahead|[Yy]ou[’']re\s+(?:open|up|on|unmuted)|"
    r"[Pp]lease(?:\s+unmute(?:\s+your\w+(?:\s+\w+)?)?)?|[Yy]our\s+line\s+is\s+(?:now\s+)?open|[Ww]here\s*(?:[’']s|is|are)\s+\w+\??|[Pp]lease\s+unmute\s+yourself|[Ll]ast\s+(?:one|"
    r"question)|\([A-Z][^()]{0,30}\)|\[[^\[\]]{0,40}\])[.?!]?)*\s*$"
)
# "Okay.", "And, with that," before a name
BEFORE = (
    r"(?:(?:(?:[Aa]nd\s+)?[Ww]ith\s+that|[Oo]kay|OK|[Aa]ll\s+right|[Ss]o|[Aa]nd|[Bb]ut|[Oo]h|[Yy]eah|"
    r"[Yy]es|[Nn]ow|[Ss]ure|[Rr]ight|[Pp]lease|[Gg]reat|[Ss]orry|[Tt]hen|[Hh]i|[Hh]ello|To|[Aa]delante|Bien|Merci|Gracias|Danke)[,.]?\s+)*"
)
# "Zeke over here from AP"
WHERE = (
    r"(?:\s+(?:over\s+here|over\s+there|right\s+here|right\s+there|up\s+front|here|there|"
    r"in\s+the\s+\w+))?"
)
# "First we’re going to go to", "Our next question will come from the line of", "Next up is"
TO = (
    r"(?:\b(?:go|turn|move|went|going|got|back|over|up|start|begin|off)\s+(?:first\s+|next\s+|now\s+|"
    r"back\s+|over\s+|live\s+)?(?:to|with)\s+"
    r"|\b(?:questions?|one)\b[^.?!]{0,40}?\b(?:comes?|goes|go|from|is|to|be)\s+(?:from\s+|to\s+|with\s+)?"
    r"(?:the\s+line\s+of\s+)?|\btake\s+(?:a\s+question\s+from\s+)?|\bcall\s+on\s+|\bline\s+of\s+|"
    r"\b(?:[Nn]ext|[Ff]irst|[Tt]hen|[Ll]ast)\s+(?:up,?\s+)?(?:is|we\s+(?:will\s+)?have|"
    r"we[’']ll\s+go)\s+"
    r"|\b(?:hear|question)\s+from\s+|\b(?:have|do)\s+|\b[Nn]ext(?:\s+(?:question|up))?,?\s+|"
    r"\b[Ff]irst(?:\s+question)?,?\s+|\b[Tt]hen,?\s+|\b(?:[Ff]inal|[Ll]ast)ly,?\s+|"
    r"\b(?:[Ll]ast|[Ff]inal)(?:\s+(?:question|one))?(?:\s+(?:for\s+)?(?:today|tonight|now|the\s+day))?"
    r"[,.]?\s+|"
    r"\b(?:[Pp]rochaine|[Dd]ernière|[Pp]remière)\s+question,?\s+|\b[Ss]iguiente\s+pregunta,?\s+|"
    r"\b(?:[Nn]ächste|[Ll]etzte)\s+Frage,?\s+)"
)
# "I’ll", "We’re going to" before "go to" and the like
WILL = (
    r"(?:(?:I|[Ww]e)\s+(?=start|begin|go\b|turn|move)|(?:I|[Ww]e)(?:[’']ll|\s+will|[’']m\s+going\s+to|[’']re\s+going\s+to)\s+(?:just\s+|now\s+)?|"
    r"[Ll]et(?:[’']s|\s+me|\s+us)\s+(?:just\s+|now\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to call on somebody.

    ``sure``: an outlet is meant whatever its name; ``known``:
    only one by its name ("from Jo Roe, Politica" and "from Politica, Jo Roe" look alike).
    """

    pattern: re.Pattern[str]
    sure: bool = False
    known: bool = False
    holds: bool = False  # stays a call whatever is promised to somebody after it
    opens: bool = False  # begins where a sentence does
    linked: bool = False  # holds a capital after a comma or after "at", "with" and the like
    hints: tuple[str, ...] = ()  # one of them stands in each call: looked for first, for speed

    def may_stand_in(self, text: str) -> bool:
        """Return whether a text has one of the hints; quick, for it is asked of every turn."""
        for hint in self.hints:  # a generator would cost as much as the search
            if hint in text:
                return True
        return not self.hints


# Each with a sample. The later in a turn one stands, the more it is meant.
FORMS = (
    # "… to Meg Roe at CNBC.", "… the line of Jo Roe with The Harbour Daily. Your line is open."
    Form(
        re.compile(
            rf"{TO}(?P<name>{NAME}){WHERE}\s*(?:,\s*)?(?P<link>{LINK})\s+{THE}"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        linked=True,
        sure=True,
    ),
    Form(
        re.compile(
            rf"(?:^|[.?!]\s+|\bto\s+|\bfrom\s+)(?P<name>(?P<first>{CAP})(?:\s+{CAP}){{1,2}}),\s+(?:{LINK}\s+)?"
            rf"(?P<the>the\s+)?(?P<outlet>{OUTLET})\s*[.,?!]?\s*"
            r"(?:$|please|go ahead|your|you|(?P=first)\b)"
        ),
        linked=True,
        sure=True,
    ),
    # a sentence that is nothing but "Josh Roe at Politica.", "Weijia, at CBS."
    Form(
        re.compile(
            rf"{BEFORE}{WILL}(?P<to>{TO})?(?P<name>{NAME}){WHERE},?\s+"
            rf"(?P<link>at|with|from|of)\s+{THE}(?P<outlet>{OUTLET})"
            rf"(?:,?\s+(?:and\s+)?then\s+{CALLED})?[.,?]?{AFTER}"
        ),
        linked=True,
        opens=True,
    ),
    # "Zeke, AP.", "Last question.  Jeremy Roe.  CNN."
    Form(
        re.compile(
            rf"{BEFORE}{WILL}(?P<to>{TO})?(?P<name>{CALLED})(?P<joint>[,.]?)\s+(?P<the>the\s+)?"
            rf"(?P<outlet>{OUTLET})[.?!]?(?:\s+{CALLED}[.?!])?{AFTER}"
        ),
        opens=True,
    ),
    # "I’ll start with the Harbour Post, Tara."
    Form(
        re.compile(
            rf"{BEFORE}{WILL}(?:{TO})?(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+"
            rf"(?P<name>{CALLED})[.?!]?{AFTER}"
        ),
        known=True,
        opens=True,
    ),
    # "Jackie Lane, CNN, has our first question."
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{NAME}),?\s+(?:(?P<link>{LINK})\s+)?{THE}(?P<outlet>{OUTLET}),?\s+"
            rf"(?:has|is|will\s+(?:have|ask|be))\s+(?:\w+\s+){{0,3}}(?:question|next|first|last)\b"
        ),
        linked=True,
        opens=True,
        sure=True,
    ),
    # "Next is Matt Lund."
    Form(
        re.compile(
            rf"(?:[^.?!]{{0,20}}\b)?[Nn]ext\s+(?:up\s+)?(?:is|we\s+have|will\s+be)\s+"
            rf"(?P<name>{CALLED})[.]{AFTER}"
        ),
        hints=("ext ",),
        opens=True,
    ),
    # "Next up, Reuters’ Ann Roe.", "Ann Roe (Deutsche Welle)."
    Form(
        re.compile(
            rf"{BEFORE}(?:{TO})?(?P<outlet>{OUTLET})(?:(?<=[’'])|(?<=[’']s))\s+"
            rf"(?P<name>{CALLED})[.,?]?{AFTER}"
        ),
        known=True,
        hints=("’", "'"),
        opens=True,
    ),
    Form(
        re.compile(rf"(?P<name>{NAME})\s+\((?P<outlet>{OUTLET})\)[.,?]?{AFTER}"),
        known=True,
        hints=("(",),
    ),
    # "I see Tam Roe from NPR has her hand up."
    Form(
        re.compile(
            rf"\bsee\s+(?P<name>{NAME}){WHERE}\s+(?P<link>at|with|from|of)\s+{THE}"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        hints=("see ",),
    ),
    # "Then, from TV Asahi, Mr. Chida.", "Kyodo News, Ms. Tajima, please."
    Form(
        re.compile(
            rf"\bfrom\s+(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+(?P<name>{NAME})[.,?]?{AFTER}"
        ),
        known=True,
        hints=("from ",),
    ),
    Form(
        re.compile(
            rf"{BEFORE}(?:{TO})?(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+"
            rf"(?P<name>(?:Mr|Ms|Mrs|Dr)\.?\s+{CALLED})[.,?]?{AFTER}"
        ),
        sure=True,
        hints=(
            "Mr",
            "Ms",
            "Dr",
        ),
        opens=True,
    ),
    # "Phil, then Clare.", "Idrees, and then we’ll go to Chris."
    Form(
        re.compile(
            rf"(?:{SENTENCE}|\bto\s+){BEFORE}(?P<name>{CALLED})(?:,|\s+first,?)?\s+(?:and\s+)?then\s+"
            rf"{WILL}(?:(?:go\s+|come\s+)?(?:back\s+)?to\s+)?{CALLED}[.?!]?{AFTER}"
        ),
        hints=("then",),
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
            rf"(?:(?:a|another|any)\s+questions?|one|something)|I\s+see\s+you|what\s+do\s+you\s+have|"
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
