"""Whom an answer addresses by name: "Well, Karen, the troops will be safe."

A host who knows everybody in the room calls on them with a nod; the answer then tells who asked.
Where the reporter of a question is known otherwise, an answer's address names the same one in 143
of 151 cases of the White House briefings of 2021, and in half of the others the address is right.
"""

import re
from collections.abc import Iterable

from briefings.transcripts.parsing.naming import CALLED, is_person
from briefings.transcripts.parsing.vocabulary import word_set

# Begins with its comma, which is quickly found.
_VOCATIVE = re.compile(rf",(?<=[a-z]{{2}},)\s+({CALLED})(?=[.,?!—])")
_FIRST = r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,12}(?:[A-ZÀ-Þ][a-zà-ÿ]+)?)"
_SMALL_TALK = r"(?:Well|Yes|Yeah|Sure|Okay|Great|Hi|Hey|Hello|So|Thanks|Thank\s+you)"
# "Thanks, Josh, for the question." "Thank you for that question, Brenda."
_THANKS = re.compile(
    rf"(?:{_SMALL_TALK}[,.!]?\s+){{0,2}}[Tt]hank(?:s|\s+you)(?:\s+(?:so|very)\s+much)?"
    rf"(?:\s+for\s+(?:the|that|your)\s+(?:\w+\s+)?question)?,?\s+{_FIRST}(?=[.,!]|\s+for\b|$)"
)
_THANKS_FOR_QUESTION = re.compile(
    rf"[Tt]hank(?:s|\s+you)[^.?!]{{0,30}}?(?:\bquestions?,\s+{_FIRST}(?=[.,!])"
    rf"|,\s+(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{{1,12}}),?\s+for\s+(?:the|that|your)\s+(?:\w+\s+)?question)"
)
_LEAD = (
    r"(?:[Ww]ell|[Ss]o|[Yy]es|[Yy]eah|[Ss]ure|[Oo]kay|[Ll]ook|[Aa]gain|[Rr]ight|[Nn]o|[Yy]ou know|"
    r"[Ff]irst|[Aa]nd|[Bb]ut|I think|I would say|I[’']d say|I will say|[Ll]isten|[Aa]bsolutely|"
    r"[Oo]f course|[Oo]h|I mean|[Hh]i|[Hh]ey|[Gg]reat|[Gg]ood question|I don[’']t know|"
    r"as you (?:\w+ )?\w+|like I said|[Aa]ctually|now)"
)
# "Well, two reasons" is no address; "Well, Ed, on" and "As you noted, Justin —" are.
_LEADS = re.compile(
    rf"(?:{_LEAD}[,.—]*\s+){{0,4}}{_LEAD},\s+{_FIRST}(?:,|\s—|\.(?=\s+[A-Z]))"
    r"(?!\s+(?:please|go ahead|and\b|or\b))"
)
# "It’s a great question, Phil, and"
_PRAISES = re.compile(
    r"\b(?:good|great|fair|important|excellent|interesting|tough|fine)\s+(?:question|point),\s+"
    rf"{_FIRST}(?=[.,!]|\s—)"
)
# "Peter, I had not seen that report."
_OPENS = re.compile(
    rf"{_FIRST},\s+(?:I|we|that|this|it|you|he|she|they|as|what|there|let|yes|no|thank|look|again)\b"
)
# "as far as I know, Francesca, he was"
_MIDDLE = re.compile(
    rf"(?<![A-Z])\b(?P<before>[a-z][\w’'-]*),\s+{_FIRST}"
    r"(?:[.?!](?=\s|$)|\s—|,(?=\s+(?P<after>[a-z’']+|I\b)))"
)
# "my friend, Ann, has", "like, Ostland,", "let me go to our colleague, Jo": told of, or called on
_TOLD_OF = re.compile(
    r"ahead|you|next|go|to|question|one|on|hi|off|ambassador|colleague|secretary|minister|wife|"
    r"husband|brother|sister|son|daughter|friend|like|including|whether|is|all|middle|back|right|"
    r"quickly|sorry|state|city|governor|mayor"
)
_SOMEBODY = re.compile(r"\b(?:our|my|his|her|their|the|an?|close|former|new)\s+(?:\w+\s+)?$", re.I)
_HONORIFICS = word_set("dr mr ms mrs sir madam")
HEAD = 240  # characters of an answer in which the address stands


def called(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of names that people are addressed by ("Good question, Jeff.")."""
    return frozenset(
        word
        for text in texts
        for name in _VOCATIVE.findall(text)
        if is_person(name)
        for word in name.split()
    )


def addressed(
    answer: str,
    question: str,
    people: frozenset[str],
    known: frozenset[str] = frozenset(),
    *,
    many: bool,
) -> str | None:
    """Return the name by which an answer addresses who asked; None where it does not.

    ``people`` are the names of those who answer, lower case, ``known`` the words from ``called``:
    a name that opens the answer ("Peter, I have not seen it.") must be one, for "Certainly, I have"
    looks the same. ``many``: several people answer, and
    may address one another; then only thanks for the question are believed.
    """
    head = " ".join(answer[: 2 * HEAD].split())[:HEAD]
    for name in _named(head, known, many):
        if (
            name.lower() not in _HONORIFICS
            and is_person(name, people)
            and not re.search(rf"\b{re.escape(name)}\b", question)
        ):
            return name
    return None


def _named(head: str, known: frozenset[str], many: bool) -> Iterable[str]:
    for found in _THANKS_FOR_QUESTION.finditer(head):
        yield found["name"] or found["first"]
    if many:
        return
    for form in (_THANKS, _LEADS):
        if greeted := form.match(head):
            yield greeted["name"]
    if ("uestion," in head or "point," in head) and (praised := _PRAISES.search(head)):
        yield praised["name"]
    if (opened := _OPENS.match(head)) and opened["name"] in known:
        yield opened["name"]
    for found in _MIDDLE.finditer(head):
        if found["after"] in ("and", "or", "other") or _TOLD_OF.fullmatch(found["before"]):
            continue
        if not _SOMEBODY.search(head[: found.start()][-25:]):
            yield found["name"]
