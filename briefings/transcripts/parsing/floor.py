"""Who is called on to ask, in the last words of a turn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.mentions import proper_case_title
from briefings.transcripts.parsing.naming import (
    CALLED,
    CAP,
    END,
    LINK,
    NAME,
    OUTLET,
    SENTENCE,
    THE,
    asker,
    is_outlet,
    is_person,
)
from briefings.transcripts.parsing.outlets import MAX_ACRONYM, Asker, is_media_zh, unshouted
from briefings.transcripts.types import Attribution

# What may follow a call without taking it back: "Your line is open.", "(Laughter.)"
_AFTER = (
    r"(?:\s*(?:(?:[Pp]lease\s+)?[Gg]o\s+ahead|[Yy]ou[’']re\s+(?:open|up|on|unmuted)|[Pp]lease|"
    r"[Yy]our\s+line\s+is\s+(?:now\s+)?open|[Ww]here\s*(?:[’']s|is|are)\s+\w+\??|[Pp]lease\s+unmute\s+yourself|[Ll]ast\s+(?:one|"
    r"question)|\([A-Z][^()]{0,30}\)|\[[^\[\]]{0,40}\])[.?!]?)*\s*$"
)
# "Okay.", "And, with that," before a name
_BEFORE = (
    r"(?:(?:(?:[Aa]nd\s+)?[Ww]ith\s+that|[Oo]kay|OK|[Aa]ll\s+right|[Ss]o|[Aa]nd|[Bb]ut|[Oo]h|[Yy]eah|"
    r"[Yy]es|[Nn]ow|[Ss]ure|[Rr]ight|[Pp]lease|[Gg]reat|[Ss]orry|[Tt]hen|[Hh]i|[Hh]ello|To|[Aa]delante|Bien|Merci|Gracias|Danke)[,.]?\s+)*"
)
# "Zeke over here from AP"
_WHERE = (
    r"(?:\s+(?:over\s+here|over\s+there|right\s+here|right\s+there|up\s+front|here|there|"
    r"in\s+the\s+\w+))?"
)
# "First we’re going to go to", "Our next question will come from the line of", "Next up is"
_TO = (
    r"(?:\b(?:go|turn|move|went|going|got|back|over|up|start|begin|off)\s+(?:first\s+|next\s+|now\s+|"
    r"back\s+|over\s+|live\s+)?(?:to|with)\s+"
    r"|\bquestions?\b[^.?!]{0,40}?\b(?:comes?|goes|go|from|is|to|be)\s+(?:from\s+|to\s+|with\s+)?"
    r"(?:the\s+line\s+of\s+)?|\btake\s+(?:a\s+question\s+from\s+)?|\bcall\s+on\s+|"
    r"\b(?:[Nn]ext|[Ff]irst|[Tt]hen|[Ll]ast)\s+(?:up,?\s+)?(?:is|we\s+(?:will\s+)?have|"
    r"we[’']ll\s+go)\s+"
    r"|\b(?:hear|question)\s+from\s+|\b(?:have|do)\s+|\b[Nn]ext(?:\s+(?:question|up))?,?\s+|"
    r"\b[Ff]irst,?\s+|\b[Tt]hen,?\s+|\b[Ll]ast(?:\s+question)?[,.]?\s+|"
    r"\b(?:[Pp]rochaine|[Dd]ernière|[Pp]remière)\s+question,?\s+|\b[Ss]iguiente\s+pregunta,?\s+|"
    r"\b(?:[Nn]ächste|[Ll]etzte)\s+Frage,?\s+)"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to call on somebody.

    ``sure``: an outlet is meant whatever its name; ``known``:
    only one by its name ("from Jo Roe, Politica" and "from Politica, Jo Roe" look alike).
    """

    pattern: re.Pattern[str]
    sure: bool = False
    known: bool = False
    holds: bool = False  # stays a call whatever is promised to somebody after it
    opens: bool = False  # begins where a sentence does
    linked: bool = False  # holds what ``_LINKED`` finds
    hints: tuple[str, ...] = ()  # one of them stands in each call: looked for first, for speed


_FORMS = (
    # "… to Meg Roe at CNBC.", "… the line of Jo Roe with The Harbour Daily. Your line is open."
    _Form(
        re.compile(
            rf"{_TO}(?P<name>{NAME}){_WHERE}\s*(?:,\s*)?(?P<link>{LINK})\s+{THE}"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        linked=True,
        sure=True,
    ),
    _Form(
        re.compile(
            rf"(?:^|[.?!]\s+|\bto\s+|\bfrom\s+)(?P<name>{CAP}(?:\s+{CAP}){{1,2}}),\s+(?:{LINK}\s+)?"
            rf"(?P<the>the\s+)?(?P<outlet>{OUTLET})\s*[.,?!]?\s*(?:$|please|go ahead|your|you)"
        ),
        linked=True,
        sure=True,
    ),
    # a sentence that is nothing but "Josh Roe at Politica.", "Weijia, at CBS."
    _Form(
        re.compile(
            rf"{_BEFORE}(?:{_TO})?(?P<name>{NAME}){_WHERE},?\s+"
            rf"(?P<link>at|with|from|of)\s+{THE}(?P<outlet>{OUTLET})"
            rf"(?:,?\s+(?:and\s+)?then\s+{CALLED})?[.,?]?{_AFTER}"
        ),
        linked=True,
        opens=True,
    ),
    # "Zeke, AP.", "Last question.  Jeremy Roe.  CNN."
    _Form(
        re.compile(
            rf"{_BEFORE}(?:{_TO})?(?P<name>{CALLED})[,.]?\s+(?P<the>the\s+)?"
            rf"(?P<outlet>{OUTLET})[.?!]?{_AFTER}"
        ),
        opens=True,
    ),
    # "Next up, Reuters’ Ann Roe.", "Ann Roe (Deutsche Welle)."
    _Form(
        re.compile(
            rf"{_BEFORE}(?:{_TO})?(?P<outlet>{OUTLET})(?:(?<=[’'])|(?<=[’']s))\s+"
            rf"(?P<name>{CALLED})[.,?]?{_AFTER}"
        ),
        known=True,
        hints=("’", "'"),
        opens=True,
    ),
    _Form(
        re.compile(rf"(?P<name>{NAME})\s+\((?P<outlet>{OUTLET})\)[.,?]?{_AFTER}"),
        known=True,
        hints=("(",),
    ),
    # "I see Tam Roe from NPR has her hand up."
    _Form(
        re.compile(
            rf"\bsee\s+(?P<name>{NAME}){_WHERE}\s+(?P<link>at|with|from|of)\s+{THE}"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        hints=("see ",),
    ),
    # "Then, from TV Asahi, Mr. Chida.", "Kyodo News, Ms. Tajima, please."
    _Form(
        re.compile(
            rf"\bfrom\s+(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+(?P<name>{NAME})[.,?]?{_AFTER}"
        ),
        known=True,
        hints=("from ",),
    ),
    _Form(
        re.compile(
            rf"{_BEFORE}(?:{_TO})?(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+"
            rf"(?P<name>(?:Mr|Ms|Mrs|Dr)\.?\s+{CALLED})[.,?]?{_AFTER}"
        ),
        sure=True,
        hints=(
            "Mr",
            "Ms",
            "Dr",
        ),
        opens=True,
    ),
    _Form(
        re.compile(
            rf"(?i:la palabra (?:a|es de)|pregunta (?:de|es de)|turno de|adelante|"
            rf"tiene la palabra|siguiente pregunta|última pregunta)"
            rf"[,:]?\s+(?P<name>{NAME}),?\s+(?:de(?:l)?|para)\s+(?P<the>la\s+|el\s+)?"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        sure=True,
        hints=(
            "palabra",
            "pregunta",
            "turno",
            "adelante",
        ),
    ),
    # "Silvia, de Radio Costa."
    _Form(
        re.compile(
            rf"(?:[^.?!]{{0,60}}[,:]\s+)?(?P<name>{CALLED}),\s+de(?:l|\s+la)?\s+"
            rf"(?P<the>la\s+|el\s+)?(?P<outlet>{OUTLET})[.,?]?{_AFTER}"
        ),
        sure=True,
        hints=(
            " de ",
            " del ",
        ),
        opens=True,
    ),
    # "Phil, then Clare."
    _Form(
        re.compile(
            rf"(?:{SENTENCE}|\bto\s+){_BEFORE}(?P<name>{CALLED})(?:,|\s+first,?)?\s+(?:and\s+)?then\s+"
            rf"(?:to\s+)?{CALLED}[.?!]?{_AFTER}"
        ),
        hints=("then",),
    ),
    # "Go ahead, Karen.  I think we’re going to move on."
    _Form(
        re.compile(
            rf"\b[Gg]o\s+ahead,\s+(?:(?:very\s+quickly|in\s+the\s+(?:back|middle|front)),\s+)?"
            rf"(?P<name>{CALLED})(?=[.,?!—]|\s+—|$)"
        ),
        holds=True,
        hints=("o ahead",),
    ),
    _Form(
        re.compile(
            rf"{_BEFORE}(?P<name>{CALLED}),?\s+(?:please\s+)?"
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
    _Form(
        re.compile(rf"{_BEFORE}(?P<name>{CALLED}),?\s+please[.?!]?{_AFTER}"),
        hints=("please",),
        opens=True,
    ),
    # "Zeke, why don’t you kick us off?", "Take it away, Alex."
    _Form(
        re.compile(
            rf"(?:{SENTENCE}{_BEFORE}|,\s+)(?P<name>{CALLED})[,.]?\s+"
            rf"(?:(?:why\s+don[’']t\s+you|(?:[Dd]o\s+)?you\s+want\s+to|want\s+to|will\s+you|"
            rf"(?:can|could|would)\s+you(?:\s+like\s+to)?|please|let[’']s|you\s+can)\s+)?"
            rf"(?:kick|start|get|take|lead)\s+(?:us|it|this|things)\s+"
            rf"(?:off|away|started|going|out)\b[^.?!]{{0,50}}[.?!]?{_AFTER}"
        ),
        hints=(
            "kick",
            "start",
            "get ",
            "take ",
            "lead ",
        ),
    ),
    _Form(
        re.compile(
            rf"\b(?:[Kk]ick|[Ss]tart|[Gg]et|[Tt]ake)\s+(?:us|it|things)\s+"
            rf"(?:off|away|started|going),\s+(?P<name>{CALLED})[.?!]{_AFTER}"
        ),
        hints=(
            "ick ",
            "tart ",
            "et ",
            "ake ",
        ),
    ),
    # "Let’s go to Ed." "We’ll do Shelby.  Last one." – but "And then I’ll go to Alex next"
    _Form(
        re.compile(
            rf"(?<![Tt]hen )(?<![Tt]hen, )\b(?:[Ll]et[’']s|I[’']ll|[Ww]e[’']ll|[Ll]et\s+me|"
            rf"going\s+to|we\s+can|will)\s+(?:just\s+|now\s+)?(?:try\s+to\s+)?(?:go\s+(?:back\s+)?to|start\s+with|do|take|"
            rf"hear\s+from|turn\s+to)\s+(?:you,\s+)?(?P<name>{CALLED})[.?]{_AFTER}"
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
    _Form(
        re.compile(rf"{_BEFORE}(?P<name>{CALLED})\s+in\s+the\s+(?:back|front|middle|corner)[.,?]"),
        hints=("in the ",),
        opens=True,
    ),
    # "Adelante, Ana."
    _Form(
        re.compile(rf"(?:Adelante|Dígame|A\s+ver),\s+(?P<name>{CALLED})[.?]?{_AFTER}"),
        hints=("Adelante", "Dígame", "A ver"),
        opens=True,
    ),
    # "Mike Roe, do you have a question today?" "John, what do you have for me?"
    _Form(
        re.compile(
            rf"{_BEFORE}(?P<name>{CALLED}),\s+(?:(?:do|did)\s+you\s+(?:still\s+)?have\s+"
            rf"(?:a|another|any)\s+questions?|I\s+see\s+you|what\s+do\s+you\s+have|"
            rf"what[’']s\s+your\s+question|you\s+had\s+(?:a|your))\b[^.?!]{{0,30}}[.?]{_AFTER}"
        ),
        opens=True,
        hints=("you",),
    ),
    # "Last one for Josh." "Ann is going to have to be the last one."
    _Form(
        re.compile(
            rf"\b(?:[Ll]ast|[Nn]ext|[Ff]irst|[Ff]inal)\s+(?:one|question)\s*"
            rf"(?:,|to|for|is|from|goes\s+to|will\s+be)?\s+(?P<name>{CALLED})\.{_AFTER}"
        ),
        hints=(
            "one",
            "question",
        ),
    ),
    _Form(
        re.compile(
            rf"{_BEFORE}(?P<name>{CALLED}),?\s+(?:(?:is|will|gets|has|you[’']re|it[’']s|that[’']s|this)\s+"
            rf"[^.?!]{{0,30}})?\b(?:the\s+|our\s+)?(?:last|final)\s+(?:one|question)\b"
        ),
        hints=(
            "last",
            "final",
        ),
        opens=True,
    ),
    _Form(
        re.compile(rf"(?:Oh,?\s+)?(?:Hi|Hello|Hey),?\s+(?P<name>{CALLED})\.{_AFTER}"),
        hints=("Hi", "Hello", "Hey"),
        opens=True,
    ),
    # "Yes, Matt." "Over to Jo Roe." "Jeff?"
    _Form(
        re.compile(
            rf"(?:(?:Yes|Yeah|Okay|OK|All\s+right|[Ww]ith\s+that|Sure|And|Right|So|Now|"
            rf"Please|Go\s+ahead|Let[’']s\s+go\s+to|Go\s+to|Over\s+to|Back\s+to|I[’']ll\s+go\s+to)"
            rf"[,.]?\s+)+(?P<name>{CALLED})(?:,?\s+please)?\s*[.?!]?\s*$"
        ),
        opens=True,
    ),
    _Form(re.compile(rf"(?P<name>{CALLED})\?\s*$"), opens=True),
)
# An operator's words in capitals: "OUR FIRST QUESTION COMES FROM JO ROE WITH THE HARBOUR DAILY."
_SHOUTED = re.compile(
    r"\b(?:QUESTION\b[^.?!]{0,40}?\b(?:FROM|TO)(?:\s+THE\s+LINE\s+OF)?|NEXT,?\s+WE\s+HAVE|GO\s+TO|"
    r"NEXT\s+(?:UP\s+)?IS)\s+(?P<name>[A-Z][A-Z'’ -]+?)"
    r"(?:,\s+(?:WITH\s+)?|\s+(?:WITH|OF|FROM|AT)\s+)"
    r"(?:THE\s+)?(?P<outlet>[A-Z0-9][A-Z0-9&'’ -]+?)\s*[.,]"
)
_LINKED = re.compile(
    r"(?:,|\b(?:at|with|from|of|for))\s+(?:[Tt]he\s+)?(?:[A-Z]\w+\s+[a-z ]+\s)?[a-z]{0,3}[A-Z\d]"
)
# "Over to the phone: Jo Roe with Politica." "Oh — Jo, go ahead." Dr., Mr. and Ms. end no sentence.
_STARTS = re.compile(r"[.?!—:](?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?:\s+|(?<=—))")
_THEN = re.compile(rf"[,.]?\s+(?:and\s+)?then\s+(?:to\s+)?(?P<name>{CALLED})[.?!]?{_AFTER}")
_ALONE = re.compile(rf"{SENTENCE}(?P<name>{CALLED})\.\s*$")
_BARE = re.compile(rf"{_BEFORE}(?P<name>{CALLED})\s*[.?!—]?(?:\s+[Ll]ast\s+(?:one|question)[.]?)?")
# "The floor to Politica.", "The lady from TASS.", "La última pregunta es de Canal 13."
_GIVES_OUTLET = re.compile(
    rf"(?:\bquestion\b[^.?!]{{0,40}}\b(?:from|to)\s+|\bfloor\b[^.?!]{{0,40}}\bto\s+|\bgo\s+to\s+|"
    rf"\bnext,?\s+|\b(?:[Gg]entleman|[Ll]ady|man|woman|[Cc]olleague|[Ff]riend|[Rr]eporter)"
    rf"{_WHERE}\s+(?:from|of|at|with)\s+|\b(?:[Pp]regunta|[Úú]ltima),?\s+"
    rf"(?:es\s+)?(?:(?:de|del|para)\s+)?(?:la\s+)?(?:agencia\s+)?)"
    rf"{THE}(?P<outlet>{OUTLET}){END}"
)
# "BBC, you had your hand up.", "Over there, Sky News.", "All right, the Guardian."
_OUTLET_ALONE = re.compile(
    rf"{SENTENCE}(?:(?:\w+\s+){{0,2}}\w+,\s+)?(?P<the>[Tt]he\s+)?(?P<outlet>{OUTLET})"
    rf"(?:,\s+(?:please|por\s+favor|go\s+ahead|you\s+had\s+your\s+hand\s+up|you[’']re\s+next))?"
    rf"[.?]?{_AFTER}"
)
_GIVES_ZH = re.compile(
    r"(?:请|有请|下面请|先请|把(?:提问)?机会给|"
    r"交给)(?:来自)?(?P<outlet>[\u4e00-\u9fffA-Za-z《》“”\d]{2,20}?)的?(?:(?:记者|記者)"
    r"(?P<name>(?!提问|提問|发言)[\u4e00-\u9fff]{2,4}(?=提问|，|。|$))?|(?=提问|提問))"
)
# "I’m sorry, Jeff, I’ll come to you next."
_PUTS_OFF = re.compile(
    r"\b(?:come|get|go|be)\s+(?:back\s+)?(?:around\s+)?(?:to|with)\s+you\b(?!,)|"
    r"\bto\s+you\s+(?:next|second|in\s+a|after)\b|\b[’']ll\s+go\s+to\s+[^.?!]{2,30}\s+next\b",
    re.IGNORECASE,
)
TAIL = 360  # characters; a moderator's call may be followed by how to unmute the line
# How many characters before the turn's end a call may begin; who only leads is believed from
# further off.
REACH = 130
LEAD_IN = 60  # characters of a call before the name


def floor_given(
    text: str,
    names: Names,
    people: frozenset[str] = frozenset(),
    addressed: frozenset[str] = frozenset(),
    *,
    leads: bool = False,
    bare: bool = False,
    asked: str = "",
) -> Asker | None:
    """Read who is called on in the last words of a turn; None when nobody is.

    ``people`` are the names of those who answer, lower case, ``addressed`` the words of the names
    that people are called by elsewhere: a name that ends a turn as a sentence alone ("Matt.") is a
    call only if it is among them, for "Understood." is set the same way. ``leads``: a moderator
    speaks; ``bare``: a turn that is nothing but a name calls on it, for it stands between somebody
    else's words and a question; ``asked``: the question before, whose last words may be asked back
    ("Ostland?").
    """
    how = Attribution.FLOOR_GIVEN
    tail = text[-TAIL:]
    if tail.isupper() and len(tail) > MAX_ACRONYM:
        given = _last(_SHOUTED, tail)
        name, outlet = (
            (proper_case_title(given["name"]), unshouted(given["outlet"], names))
            if given
            else ("", "")
        )
        return asker(name, outlet, None, names, how) if is_person(name, people) else None
    if bare and (found := _BARE.fullmatch(text.strip())):
        name = found["name"]
        if names.outlet(name) and not asked:
            return asker(None, name, None, names, how)
        # After a question one word may be the answer: "Families."
        known = not asked or (name not in asked and bool(set(name.split()) & addressed))
        if known and is_person(name, people):
            return asker(name, None, None, names, how)
    calls = sorted(
        _calls(tail, names, people, leads, asked),
        key=lambda call: (call[0], bool(names.outlet(call[2])), len(call[1])),
    )
    if (found := _ALONE.search(tail[-90:])) and set(found["name"].split()) & addressed:
        place = len(tail[:-90]) + found.start("name")
        if is_person(found["name"], people) and (not calls or place > calls[-1][0]):
            calls.append((place, found["name"], "", None))
    if calls:
        _, name, outlet, the = calls[-1]
        if not outlet:  # "First, Josh Roe of Politica.  Josh, go ahead."
            for _, other, its, article in reversed(calls):
                if its and set(other.split()) & set(name.split()):
                    name, outlet, the = other, its, article
                    break
        return asker(name, outlet, the, names, how)
    if ("请" in tail or "给" in tail) and (given := _last(_GIVES_ZH, tail)):
        outlet = given["outlet"].strip("《》“”")
        if given.group().endswith(("记者", "記者")) or given["name"] or is_media_zh(outlet, names):
            return asker(given["name"], outlet, None, names, how)
    end = tail if leads else tail[-REACH - LEAD_IN :]
    for form in (_GIVES_OUTLET, _OUTLET_ALONE):
        given = _last(form, end)
        if given and (names.outlet(given["outlet"]) or names.outlet(given["outlet"].split()[0])):
            return asker(None, given["outlet"], given["the"], names, how)
    return None


def called_next(text: str) -> str | None:
    """Return who is to ask after the one called on: "Francisca from EFE, and then Brian." """
    found = _THEN.search(text[-REACH:])
    return found["name"] if found and is_person(found["name"]) else None


def ends_in_a_name(text: str) -> bool:
    """Return whether a turn's last sentence is a name alone, be it a call or not ("Simon.")."""
    found = _ALONE.search(text[-90:])
    return bool(found and is_person(found["name"]))


def _calls(
    tail: str, names: Names, people: frozenset[str], leads: bool, asked: str
) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield (place, name, outlet or nothing, article) of each call in the end of a turn."""
    reach = TAIL if leads else REACH
    first = max(0, len(tail) - reach - LEAD_IN)
    window = tail[first:]
    starts = [
        *([0] if first == 0 else []),
        *(found.end() for found in _STARTS.finditer(tail, first)),
    ]
    linked = bool(_LINKED.search(window))
    for form in _FORMS:
        if form.linked and not linked:
            continue
        if form.hints and not any(hint in window for hint in form.hints):
            continue
        for found in _found(form, tail, first, starts):
            parts = found.groupdict()
            name, outlet = found["name"], parts.get("outlet") or ""
            if outlet and names.outlet(name) and not names.outlet(outlet):
                name, outlet = outlet, name  # "Reuters, Ann."
            if parts.get("link") == "of" and names.outlet(f"{name} of {outlet}"):
                yield found.start("name"), "", f"{name} of {outlet}", None  # "Voice of America"
                continue
            if len(tail) - found.start("name") > reach or not is_person(name, people):
                continue
            sure = not form.known and (leads or (form.sure and parts.get("link") != "for"))
            if outlet and not is_outlet(outlet, names, named=sure):
                continue
            if not form.holds and _PUTS_OFF.search(_sentences(tail, found.start("name"))):
                continue
            if not outlet and found.group().endswith("?") and name in asked:
                continue
            if not outlet and names.outlet(name):
                yield found.start("name"), "", name, None  # "Let’s go to AFP."
            else:
                yield found.start("name"), name, outlet, parts.get("the")


def _found(form: _Form, tail: str, first: int, starts: list[int]) -> Iterator[re.Match[str]]:
    """Yield where a form stands from a place on."""
    if not form.opens:
        yield from form.pattern.finditer(tail, first)
        return
    for start in starts:
        if start >= first and (found := form.pattern.match(tail, start)):
            yield found


def _sentences(text: str, start: int) -> str:
    """Return the sentence at a place and the next one."""
    ends = [found.end() for found in re.finditer(r"[.?!](?=\s)", text[start:])]
    return text[start : start + ends[1]] if len(ends) > 1 else text[start:]


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(form.finditer(text), key=lambda found: found.start(), default=None)
