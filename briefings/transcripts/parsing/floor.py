"""Who was given the floor, and how reporters introduce themselves, in the words spoken."""

import re
from collections.abc import Iterable

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.outlets import Asker, printed
from briefings.transcripts.parsing.people import is_name, strip_honorific
from briefings.transcripts.parsing.vocabulary import (
    MEDIA_WORDS,
    NOT_LABEL_FIRST,
    OFFICE_NOUNS,
    TITLE_WORDS,
    word_set,
)
from briefings.transcripts.types import Attribution

_CAP = r"(?:(?:Dr|Mr|Ms|Mrs|St|Jr|Sr|[A-Z])\.|[A-ZÀ-Þ](?:[\w’'-]|\.(?=\w))*)"
_NAME = rf"{_CAP}(?:\s+(?:de|la|van|von|bin|al|el|del)\b)?(?:\s+{_CAP}){{0,3}}"
_OUT = (
    rf"(?:\d+\w*\s+)?(?:{_CAP}|[a-z]?[A-Z]\w+|\d+\w*\s{_CAP})"
    rf"(?:(?:\s+(?:of|and|for|the|de|del|la|&)){{0,2}}\s+(?:{_CAP}|\d+))*"
)
_LINK = r"(?:of|at|with|from|for)"
_END = r"(?=\s*(?:[.,;:?!—–-]|$|\s(?:please|go|you|your|has|is|and|in)\b))"

# "First we're going to go to Meg Roe at CNBC.", "Our next question will come from Jenny Roe from
# Bloomberg.", "… from the line of Jo Roe with The Harbour Daily. Your line is open."
_GIVES = re.compile(
    rf"(?:\b(?:go|turn|move|went|going|back|over|up)\s+(?:first\s+|next\s+|now\s+|back\s+|"
    rf"over\s+)?(?:to|with)\s+"
    rf"|\bquestions?\b[^.?!]{{0,40}}?\b(?:comes?|goes|go|from|is|to|be)\s+(?:from\s+|to\s+|"
    rf"with\s+)?"
    rf"(?:the\s+line\s+of\s+)?|\btake\s+(?:a\s+question\s+from\s+)?|\bcall\s+on\s+|"
    rf"\b(?:[Nn]ext|[Ff]irst|[Tt]hen|[Ll]ast)\s+(?:up\s+)?(?:is|we\s+have)\s+"
    rf"|\b(?:hear|question)\s+from\s+|\bhave\s+|\bnext,?\s+|\bfirst,?\s+|\bthen,?\s+|\blast,?\s+)"
    rf"(?P<name>{_NAME})\s*(?:,\s*)?(?P<link>{_LINK})\s+(?P<the>the\s+)?(?P<outlet>{_OUT}){_END}"
)
_GIVES_COMMA = re.compile(
    rf"(?:^|[.?!]\s+|\bto\s+|\bfrom\s+)(?P<name>{_CAP}(?:\s+{_CAP}){{1,2}}),\s+(?:{_LINK}\s+)?"
    rf"(?P<the>the\s+)?(?P<outlet>{_OUT})\s*[.,?!]?\s*(?:$|please|go ahead|your|you)"
)
_GIVES_OUTLET = re.compile(
    rf"(?:\bquestion\b[^.?!]{{0,40}}\b(?:from|to)\s+|\bfloor\b[^.?!]{{0,40}}\bto\s+|\bgo\s+to\s+|"
    rf"\bnext,?\s+)"
    rf"(?P<the>the\s+)?(?P<outlet>{_OUT}){_END}"
)
_BY_FIRST_NAME = re.compile(
    rf"(?:^|[.?!—]\s+)(?:(?:(?:Yes|Yeah|Okay|OK|All right|[Ww]ith that|Sure|And|Right|"
    rf"So|Now|Please|Go ahead|"
    rf"Let[’']s go to|Go to|Over to|Back to|I[’']ll go "
    rf"to)[,.]?\s+)+(?P<a>{_CAP}(?:\s+{_CAP})?)(?:,?\s+please)?\s*[.?!]?"
    rf"|(?P<b>{_CAP}(?:\s+{_CAP})?),?\s+(?:please\s+)?(?:go ahead|please|your turn|you[’']re "
    rf"(?:up|next))\s*[.?!]?"
    rf"|(?P<c>{_CAP}(?:\s+{_CAP})?)\.|(?P<d>{_CAP}(?:\s+{_CAP})?)\?)\s*$"
)
_GIVES_ZH = re.compile(
    r"(?:请|有请|下面请|先请|把(?:提问)?机会给|"
    r"交给)(?:来自)?(?P<outlet>[\u4e00-\u9fffA-Za-z《》“”\d]{2,20}?)的?(?:记者|記者)"
    r"(?P<name>[\u4e00-\u9fff]{2,4}(?=提问|，|。|$))?"
)
_GIVES_ES = re.compile(
    rf"(?:la palabra (?:a|es de)|pregunta (?:de|es de)|turno de|adelante|tiene la palabra)[,:]?\s+"
    rf"(?P<name>{_NAME}),?\s+(?:de(?:l)?|para)\s+(?P<the>la\s+|el\s+)?(?P<outlet>{_OUT}){_END}"
)

# At the start of a question. The first group of patterns says outright who speaks.
_SAYS = re.compile(
    rf"(?:\b(?i:it[’']s|this\s+is|I[’']m|I\s+am|my\s+name\s+is|my\s+name[’']s|here\s+is)\s+)"
    rf"(?P<name>{_NAME})\s*(?:,\s*(?:and\s+)?(?:I[’']m\s+)?)?(?P<link>\b{_LINK}\s+)?(?P<the>the\s+)?"
    rf"(?P<outlet>{_OUT})?{_END}"
)
_FROM = re.compile(
    rf"\b(?i:I[’']m|I\s+am|we[’']re|I\s+come|I\s+work|a\s+(?:reporter|journalist|correspondent))\s+"
    rf"(?:here\s+)?(?:a\s+(?:reporter|journalist|"
    rf"correspondent)\s+)?{_LINK}\s+(?P<the>the\s+)?(?P<outlet>{_OUT}){_END}"
)
# "Jane Roe with Harbour News." as the question's first words, a greeting apart
_OPENS = re.compile(
    rf"(?P<name>{_CAP}(?:\s+{_CAP}){{0,3}})\s*(?:,\s*)?(?:(?P<link>{_LINK})\s+)?(?P<the>the\s+)?"
    rf"(?P<outlet>{_OUT})?\s*(?P<end>[.,;:—–-])"
)
_OPENS_COMMA = re.compile(
    rf"(?P<name>{_CAP}(?:\s+(?:de|la|van|von|bin|al|el|"
    rf"del)\b)?(?:\s+{_CAP}){{1,3}}),\s+(?:{_LINK}\s+)?(?P<the>the\s+)?(?P<outlet>{_OUT})"
    r"(?P<end>[.,;:—–-])"
)
_OUTLET_OPENS = re.compile(rf"(?P<the>the\s+)?(?P<outlet>{_OUT})(?P<end>\.)\s")
_GREETINGS = re.compile(
    r"(?:\W|\((?:as interpreted|in \w+|inaudible|via \w+)\.?\)|hi\b|hello\b|hey\b|"
    r"good\s+(?:morning|afternoon|evening|day)"
    r"|thank(?:s|\s+you)(?:\s+(?:so|very)\s+much|\s+again|\s+for\s+(?:doing|taking|having|this|"
    r"the|your|that|my|me|us)[^.,!?]{0,40})?"
    r"|(?:everyone|everybody|all|sir|ma[’']am|madam|mr\.?|ms\.?|mrs\.?|dr\.?|secretary|minister|"
    r"president|prime\s+minister|"
    r"spokesperson|ambassador|general|admiral|chair|governor|commissioner|yes|yeah|okay|ok|so|um|"
    r"uh|great|sure|right|well)\b)+",
    re.IGNORECASE,
)
_SAYS_ZH = re.compile(
    r"(?:我是|我来自)(?:来自)?(?P<outlet>[\u4e00-\u9fffA-Za-z《》“”\d]{2,24}?)(?:的)?(?:记者|"
    r"記者)(?P<name>[\u4e00-\u9fff]{2,4}(?=[，。,.]|$))?"
    r"|(?:我来自|我是来自)(?P<outlet2>[\u4e00-\u9fffA-Za-z《》\d]{2,16})(?=[，。,])"
    r"|^(?:\W|谢谢(?:主持人)?|你好|您好|主持人好)*(?P<outlet3>[\u4e00-\u9fffA-Za-z\d]{2,16})(?:记者|"
    r"記者)(?P<name3>[\u4e00-\u9fff]{2,3})?(?=[，。,:：])"
)
_SAYS_ES = re.compile(
    rf"(?:\b(?i:soy|mi\s+nombre\s+es|le\s+saluda|les\s+saluda|habla)\s+)(?P<name>{_NAME})\s*,?\s*"
    rf"(?:(?:de(?:l)?|para|por|con)\s+(?P<the>la\s+|el\s+)?(?P<outlet>{_OUT}))?{_END}"
)
_OPENS_ES = re.compile(
    rf"(?P<name>{_CAP}(?:\s+{_CAP}){{1,3}}),\s+(?:de(?:l)?|para|por)\s+(?:la\s+|"
    rf"el\s+)?(?P<outlet>{_OUT})(?P<end>[.,;:])"
)

_VOCATIVE = re.compile(
    rf"(?<=[a-z]{{2}}),\s+({_CAP}(?:\s{_CAP})?)(?=[.,?!—])"
    rf"|\b(?:[Gg]o ahead|[Yy]es|[Tt]hanks),\s+({_CAP})[.?]"
)
_OFFICES = OFFICE_NOUNS | word_set("representatives senators ministers officials members doctors")
_NO_PERSON = word_set(
    "yep yup yeah nope hm hmm mm mm-hm mm-hmm huh uh-huh uh-oh oh wow true false terrific "
    "understood "
    "apologies welcome immigration friday monday tuesday wednesday thursday saturday sunday happy "
    "agency fund hold wait stop listen come sir ma'am madam thanks thank please go ahead yes "
    "no yeah okay ok sure right all next "
    "question questions well so and but you everyone everybody great good morning afternoon "
    "evening hi hello sorry first last final correct exactly absolutely obviously again here "
    "there now look anyone anything else excellent perfect fine wonderful over back way "
    "gentleman lady who what where why how when that this it he she they we i i'm i've i'd "
    "i'll it's that's laughter laughs inaudible crosstalk gracias adelante buenos buenas "
    "let's done congress america american americans afghanistan china russia iran europe "
    "washington god one two three white house"
)
_NO_OUTLET = word_set(
    "u.s u.s. u.k d.c i we you he she it they the a an president mr mrs ms dr secretary "
    "minister my our your "
    "this that first second two one what how why when where can could would should is are do "
    "does did has have on in if thank thanks so and but as question follow yes no china "
    "russia iran israel ukraine america europe afghanistan vietnam japan korea india beijing "
    "washington moscow congress covid covid-19 delta omicron"
)
MAX_INTRODUCTION = 260
_ITS = re.compile(r"it[’']s\b", re.IGNORECASE)


def called(texts: Iterable[str]) -> frozenset[str]:
    """Return the names that people are addressed by in mid-sentence ("Good question, Jeff.")."""
    return frozenset(
        name
        for text in texts
        for pair in _VOCATIVE.findall(text)
        for name in pair
        if name and name.lower() not in _NO_PERSON
    )


def floor_given(
    text: str,
    names: Names,
    people: frozenset[str] = frozenset(),
    addressed: frozenset[str] = frozenset(),
) -> Asker | None:
    """Read who is called on in the last words of a turn; None when nobody is.

    ``people`` are surnames of those who answer, ``addressed`` the names from ``called``: a name
    that stands as a sentence alone ("Matt.") is one only if it is among them, for "Understood." is
    set the same way.
    """
    tail = text[-360:]
    best: re.Match[str] | None = None
    for form in (_GIVES, _GIVES_COMMA, _GIVES_ES):
        for found in form.finditer(tail):
            later = best is None or found.start() > best.start()
            named = _is_outlet(found["outlet"], names, named=True)
            if later and named and _is_person(found["name"], people):
                best = found
    if best:
        return _asker(best["name"], best["outlet"], best["the"], names, Attribution.FLOOR_GIVEN)
    if given := _last(_GIVES_ZH, tail):
        return _asker(given["name"], given["outlet"], None, names, Attribution.FLOOR_GIVEN)
    given = _last(_GIVES_OUTLET, tail)
    if given and names.outlet(given["outlet"]):
        return _asker(None, given["outlet"], given["the"], names, Attribution.FLOOR_GIVEN)
    if by_name := _BY_FIRST_NAME.search(tail[-90:]):
        name = by_name["a"] or by_name["b"] or by_name["c"] or by_name["d"]
        alone = by_name["c"] and not set(name.split()) & {w for n in addressed for w in n.split()}
        if not alone and _is_person(name, people):
            return _asker(name, None, None, names, Attribution.FLOOR_GIVEN)
    return None


def introduced(text: str, names: Names, people: frozenset[str] = frozenset()) -> Asker | None:
    """Read who the asker says to be in the first words of a question."""
    head = text[:MAX_INTRODUCTION]
    how = Attribution.INTRODUCED
    if found := _SAYS_ZH.search(head):
        outlet = found["outlet"] or found["outlet2"] or found["outlet3"]
        if not found["outlet3"] or names.outlet(outlet) or len(outlet) >= 3:
            return _asker(found["name"] or found["name3"], outlet, None, names, how)
    for form in (_SAYS, _SAYS_ES):
        for found in form.finditer(head):
            outlet = found["outlet"]
            if not _is_person(found["name"], people):
                continue
            link = "link" not in form.groupindex or found["link"] or "," in found.group()
            if _ITS.match(found.group()) and not found["link"] and not names.outlet(outlet or ""):
                continue  # "it’s Alabama, Louisiana": a list, not a name and an outlet
            if outlet and link and _is_outlet(outlet, names, named=True):
                return _asker(found["name"], outlet, found["the"], names, how)
            if form is _SAYS and not re.match(r"(?:my\s+name|this\s+is)", found.group(), re.I):
                continue
            if not outlet or form is _SAYS_ES:
                return _asker(found["name"], None, None, names, how)
    if (found := _FROM.search(head)) and _is_outlet(found["outlet"], names, named=True):
        return _asker(None, found["outlet"], found["the"], names, how)
    start = 0
    if greeting := _GREETINGS.match(head):
        start = greeting.end()
    for position in _starts(head, start):
        for form in (_OPENS_ES, _OPENS_COMMA, _OPENS):
            found = form.match(head, position)
            if not found or not found["outlet"]:
                continue
            link = form is not _OPENS or found["link"]
            outlet = found["outlet"]
            sure = names.outlet(outlet) or (MEDIA_WORDS.search(outlet) and found["end"] != "-")
            if not (link or sure) or not _is_person(found["name"], people):
                continue
            if form is _OPENS and not found["link"]:
                continue
            bare = form is _OPENS and found["link"] == "from" and " " not in outlet
            if sure or (
                not bare
                and found["end"] in ".—–"
                and _is_outlet(outlet, names, named=" " in found["name"])
            ):
                the = found["the"] if "the" in form.groupindex else None
                return _asker(found["name"], outlet, the, names, how)
        found = _OUTLET_OPENS.match(head, position)
        if found and names.outlet(found["outlet"]):
            return _asker(None, found["outlet"], found["the"], names, how)
    return None


def _starts(head: str, after: int) -> list[int]:
    """Where an introduction may begin: after the greeting, and at the next sentences."""
    places = [after]
    if after:
        places.append(0)
    for found in re.finditer(r"[.!?,—–]\s+(?=[A-ZÀ-Þ])", head[:140]):
        places.append(found.end())
    return sorted(set(places))[:6]


def _asker(
    name: str | None, outlet: str | None, the: str | None, names: Names, how: Attribution
) -> Asker:
    outlet = _trim(outlet) if outlet else None
    name = strip_honorific(name).strip(" .,") if name else None
    if outlet:
        outlet = printed(outlet, names)
        if the and the.strip() == "the" and not outlet.lower().startswith("the "):
            full = names.outlet(outlet)
            outlet = full if full and full.lower() == f"the {outlet.lower()}" else outlet
    return Asker(outlet, how if outlet else None, name or None, how if name else None)


def _trim(outlet: str) -> str:
    outlet = outlet.strip(" .,;:—–-")
    return re.sub(r"['’]s$", "", outlet)


def _is_person(name: str | None, people: frozenset[str]) -> bool:
    if not name:
        return False
    bare = strip_honorific(name).strip(" .,")
    if not bare or (bare == bare.upper() and len(bare) > 4):
        return False
    words = bare.lower().replace("’", "'").split()
    if any(word in _NO_PERSON or word in NOT_LABEL_FIRST for word in words):
        return False
    if words[-1] in people or any(word in _OFFICES for word in words):
        return False
    if words[0] in TITLE_WORDS or words[0].endswith("'s"):
        return False
    return is_name(bare)


def _is_outlet(outlet: str | None, names: Names, named: bool) -> bool:
    """Return whether capitalised words after "with" or "from" name an outlet."""
    if not outlet:
        return False
    text = _trim(outlet).removeprefix("The ")
    if names.outlet(text):
        return True
    words = text.lower().split()
    if (
        not words
        or words[0] in _NO_OUTLET
        or words[0] in TITLE_WORDS - {"nasa", "national", "house"}
    ):
        return False
    return bool(MEDIA_WORDS.search(text)) or named


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(form.finditer(text), key=lambda found: found.start(), default=None)
