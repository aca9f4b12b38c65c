"""Who is called on to ask, in the last words of a turn."""

import re
from collections.abc import Iterator

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import romance_calls
from briefings.transcripts.parsing.asker import Asker
from briefings.transcripts.parsing.call_forms import FORMS
from briefings.transcripts.parsing.call_words import AFTER, BEFORE, WHERE, WILL, Form
from briefings.transcripts.parsing.capitals import proper_case_title
from briefings.transcripts.parsing.naming import (
    CALLED,
    END,
    OUTLET,
    SENTENCE,
    THE,
    asker,
    is_outlet,
    is_person,
)
from briefings.transcripts.parsing.outlets import MAX_ACRONYM, is_media, is_media_zh, unshouted
from briefings.transcripts.parsing.places import PLACES
from briefings.transcripts.types import Attribution

# An operator's words in capitals: "OUR FIRST QUESTION COMES FROM JO ROE WITH THE HARBOUR DAILY."
_SHOUTED = re.compile(
    r"\b(?:QUESTION\b[^.?!]{0,40}?\b(?:FROM|TO)(?:\s+THE\s+LINE\s+OF)?|NEXT,?\s+WE\s+HAVE|GO\s+TO|"
    r"NEXT\s+(?:UP\s+)?IS)\s+(?P<name>[A-Z][A-Z'’ -]+?)"
    r"(?:,\s+(?:WITH\s+)?|\s+(?:WITH|OF|FROM|AT)\s+)"
    r"(?:THE\s+)?(?P<outlet>[A-Z0-9][A-Z0-9&'’ -]+?)\s*[.,]"
)
_LINKED = re.compile(
    r"(?:,|\b(?:at|with|from|of|for))\s+(?:[Tt]he\s+)?(?:[A-Z]\w+\s+[a-z ]+\s)?"
    r"(?:[a-z]{0,3}[A-Z\d]|dpa\b|epd\b|taz\b)"
)
# "Over to the phone: Jo Roe with Politica." "Oh — Jo, go ahead." Dr., Mr. and Ms. end no sentence.
_STARTS = re.compile(r"[.?!—:](?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?:\s+|(?<=—))")
_THEN = re.compile(
    rf"[,.]?\s+(?:and\s+)?then\s+{WILL}(?:(?:go\s+|come\s+)?(?:back\s+)?to\s+)?"
    rf"(?P<name>{CALLED})[.?!]?{AFTER}"
)
_THEN_TO = re.compile(r"[^.?!\s],?\s+(?:and\s+)?then\s+$")
# What leaves no doubt that who is named after it is called on: "Let’s go to the phone.  Jo from …"
_GIVES = re.compile(
    r"\b(?:go|turn|over|start|begin|questions?|next|last|final|finally|lastly|first|line|hear|call)\b",
    re.IGNORECASE,
)
_GIVES_BEFORE = re.compile(
    r"\b(?:(?:go|come|get|turn|move|back|over)\s+(?:back\s+|over\s+)?to\s+(?:the|this|that)\b|"
    r"questions?\b|phones?\b|next\b|(?:last|final)\s+one\b|(?:do|take|get|time\s+for)\b[^.?!]{0,20}\bmore\b|"
    r"one\s+(?:more|last)\b|side\b|row\b|\bstart\b)"
    r"[^.?!]{0,40}[.?!:]\s*$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"{SENTENCE}(?<!\b[ap]\.m\.\s)(?P<name>{CALLED})\.\s*$")
_BARE = re.compile(rf"{BEFORE}(?P<name>{CALLED})\s*[.?!—]?(?:\s+[Ll]ast\s+(?:one|question)[.]?)?")
# "Alex.  Make it a good one, Alex."
_LEADS = re.compile(rf"{BEFORE}(?P<name>{CALLED})\.\s+(?!.*\b(?:[Tt]hen|[Nn]ext)\b)")
# "The floor to Politica.", "The lady from TASS.", "La última pregunta es de Canal 13."
_GIVES_OUTLET = re.compile(
    rf"(?:\bquestion\b[^.?!]{{0,40}}\b(?:from|to)\s+|\bfloor\b[^.?!]{{0,40}}\bto\s+|\bgo\s+to\s+|"
    rf"\bnext,?\s+|\b(?:[Gg]entleman|[Ll]ady|man|woman|[Cc]olleague|[Ff]riend|[Rr]eporter)"
    rf"{WHERE}\s+(?:from|of|at|with)\s+|\b(?:[Pp]regunta|[Úú]ltima),?\s+"
    rf"(?:es\s+)?(?:(?:de|del|para)\s+)?(?:la\s+)?(?:agencia\s+)?)"
    rf"{THE}(?P<outlet>{OUTLET}){END}"
)
# "We’ll go to Politica.  Jo, go ahead.", "We’ll try Politica again.  Jo?"
_OUTLET_BEFORE = re.compile(
    rf"\b(?:to|with|try)\s+{THE}(?P<outlet>{OUTLET})(?:\s+(?:again|now|next|first))?[.:]\s+$"
)
# "BBC, you had your hand up.", "Over there, Sky News.", "All right, the Guardian."
_OUTLET_ALONE = re.compile(
    rf"{SENTENCE}(?:(?:\w+\s+){{0,2}}\w+,\s+)?(?P<the>[Tt]he\s+)?(?P<outlet>{OUTLET})"
    rf"(?:,\s+(?:please|por\s+favor|go\s+ahead|you\s+had\s+your\s+hand\s+up|you[’']re\s+next))?"
    rf"[.?]?{AFTER}"
)
# "In the back, the Bend Bulletin."
_OF_THE_ROOM = re.compile(r"\s*(?:[Ii]n\s+the\s+(?:back|front|middle)|[Oo]ver\s+t?here),")
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
SHORT = 60  # characters of a turn that is no more than a call
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
    greeted: bool = False,
    label: str = "",
) -> Asker | None:
    """Read who is called on in the last words of a turn; None when nobody is.

    ``people`` are the names of those who answer, lower case, ``addressed`` the words of the names
    that people are called by elsewhere: a name that ends a turn as a sentence alone ("Matt.") is a
    call only if it is among them, for "Understood." is set the same way. ``leads``: a moderator
    speaks; ``bare``: a turn that is nothing but a name calls on it, for it stands between somebody
    else's words and a question; ``asked``: the question before, whose last words may be asked back
    ("Ostland?"); ``greeted``: the question after it begins with thanks or a greeting, as one does
    who was just called on; ``label``: the label of that question, which may be the name called.
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
        [
            *_calls(tail, names, people, leads, asked, label, greeted),
            *romance_calls.called(tail, names, people, leads, TAIL if leads else REACH),
        ],
        key=lambda call: (call[0], bool(names.outlet(call[2])), len(call[1])),
    )
    found = _ALONE.search(tail[-90:])
    place = len(tail[:-90]) + found.start("name") if found else 0
    if (
        found
        and (
            # "Rising." may be all the answer there is
            (greeted and not (place == 0 and asked.rstrip().endswith("?")))
            or set(found["name"].split()) & addressed
            or _GIVES_BEFORE.search(tail[:place])
        )
        and is_person(found["name"], people)
        and not names.outlet(found["name"])
        and (not calls or place > calls[-1][0])
    ):
        calls.append((place, found["name"], "", None))
    while calls and _THEN_TO.search(tail[: calls[-1][0]]):
        calls.pop()  # "Jo from Politica, then Ann from Reuters."
    if calls:
        _, name, outlet, the = calls[-1]
        place = calls[-1][0]
        if not outlet and (before := _OUTLET_BEFORE.search(tail[max(0, place - 60) : place])):
            outlet = before["outlet"] if names.outlet(before["outlet"]) else ""
        if not outlet:  # "First, Josh Roe of Politica.  Josh, go ahead."
            for _, other, its, article in reversed(calls):
                if its and set(other.split()) & set(name.split()):
                    name, outlet, the = other, its, article
                    break
        return asker(name, outlet, the, names, how)
    if bare and len(text) <= SHORT and (found := _LEADS.match(text)):
        name = found["name"]
        if name not in asked and set(name.split()) & addressed and is_person(name, people):
            return asker(name, None, None, names, how)
    if ("请" in tail or "给" in tail) and (given := _last(_GIVES_ZH, tail)):
        outlet = given["outlet"].strip("《》“”")
        if given.group().endswith(("记者", "記者")) or given["name"] or is_media_zh(outlet, names):
            return asker(given["name"], outlet, None, names, how)
    end = tail if leads else tail[-REACH - LEAD_IN :]
    forms = (_GIVES_OUTLET, _OUTLET_ALONE) if _may_end_in_a_call(tail) else (_GIVES_OUTLET,)
    for form in forms:
        given = _last(form, end)
        if not given:
            continue
        outlet = given["outlet"]
        if (names.outlet(outlet) or names.outlet(outlet.split()[0])) or (
            _OF_THE_ROOM.match(given.group()) and is_media(outlet, names)
        ):
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
    tail: str,
    names: Names,
    people: frozenset[str],
    leads: bool,
    asked: str,
    label: str,
    greeted: bool,
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
    named_last = _may_end_in_a_call(tail)
    for form in FORMS:
        if (form.linked and not linked) or (form.ends and not named_last):
            continue
        if not form.may_stand_in(window):
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
            sure = sure or (
                form.opens
                and bool(parts.get("link"))
                and bool(
                    (greeted and not (found.start() == 0 and asked.rstrip().endswith("?")))
                    or _GIVES.search(parts.get("to") or "")
                    or _GIVES_BEFORE.search(tail[: found.start()])
                )
            )
            sure = sure or (bool(label) and not form.known and name.casefold() in label.casefold())
            if outlet and not parts.get("joint", ","):  # "Next is Matt Lund.", "Financial Times."
                if names.outlet(f"{name} {outlet}"):
                    yield found.start("name"), "", f"{name} {outlet}", None
                    continue
                if not names.outlet(outlet):
                    continue
            if outlet.lower() in PLACES and sure:
                outlet = ""  # "Let’s go to Sheryl Lund, New York."
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


# A name, an outlet, or what may follow a call (``AFTER``)
_NAMED_LAST = re.compile(
    r"(?:[A-ZÀ-Þ\d][\w&’'-]*|[\"”)\]]|\b(?:magazine|newspaper|radio|channel|television|agency|ahead|"
    r"open|up|on|next|unmuted|[Pp]lease|favor|yourself|one|question))[.,?!]*\s*$"
)


def _may_end_in_a_call(tail: str) -> bool:
    """Return whether a turn's last word may be of a call; quick, for it is asked of every turn."""
    return bool(_NAMED_LAST.search(tail[-60:])) or "nmute" in tail[-90:] or "here" in tail[-50:]


def _found(form: Form, tail: str, first: int, starts: list[int]) -> Iterator[re.Match[str]]:
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
    last = None
    for last in form.finditer(text):  # noqa: B007  the last one is what is wanted
        pass
    return last
