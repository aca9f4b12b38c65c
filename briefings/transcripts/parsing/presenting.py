"""People whom the host presents when opening: "joined by Mr. Roe", "今天请来向明先生"."""

import re

from briefings.transcripts.parsing.people import Person, has_honorific, is_name
from briefings.transcripts.parsing.vocabulary import OFFICE_NOUNS, TITLE_ZH

_PRESENTS = re.compile(
    r"\b(?:joined|with\s+us|invited|present|delighted|pleased|introduce|presence|attend)\b"
    r"|邀请|请来|请到|出席|介绍",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Prof|Professor|Madam)\.?\s+"
    r"((?:[A-ZÀ-Þ][\w’'-]+)(?:\s+(?:(?:van|von|de|del|der|al|el|bin)\s+){0,2}[A-ZÀ-Þ][\w’'-]+){1,3})"
    r"(?:,\s+(?:the\s+|our\s+)?([A-Za-z][^,.;]{6,160}))?"
)
_CHINESE = re.compile(
    r"(?:请来(?:了)?|请到(?:了)?|邀请到?(?:了)?|有请|分别是|还有|、|和|及|，|：|"
    + TITLE_ZH.pattern
    + r")([\u4e00-\u9fff]{2,3}?)(?:先生|女士|同志|教授|院士)"
)
_WEEKDAY = re.compile(r"(?:day|Year|Month)$")


def presented(text: str) -> tuple[list[Person], list[Person]]:
    """Return the people presented, by their Latin and by their Chinese names, in order."""
    latin: dict[str, Person] = {}
    chinese: dict[str, Person] = {}
    if not _PRESENTS.search(text):
        return [], []
    for found in _ENGLISH.finditer(text):
        name = found[1]
        if is_name(name, 2) and not _WEEKDAY.search(name):
            latin.setdefault(name, Person(name, _title(found[2] or "")))
    for found in _CHINESE.finditer(text):
        name = found[1]
        if is_name(name):
            chinese.setdefault(name, Person(name))
    return list(latin.values()), list(chinese.values())


# "My name is Florencia Roe, of the Press Unit", "I'm Carl Lind and I will be your moderator"
_OWN_NAME = re.compile(
    r"\b(?:[Mm]y\s+name\s+is|(?:I[’']m|I\s+am|[Tt]his\s+is))\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?"
    r"([A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:van|von|de|del|der|al|el|bin|la)\s+){0,2}[A-ZÀ-Þ][\w’'-]+){1,3})"
    r"(?=[,.;]|\s+(?:and|of|from|with|at|here|speaking)\b)"
)


def own_name(text: str) -> str | None:
    """Return the full name by which a speaker presents himself, None where he does not."""
    found = _OWN_NAME.search(text)
    return found[1] if found and is_name(found[1], 2) else None


def _title(text: str) -> str | None:
    """Return what stands behind a name where it is an office: in small letters, or by its words.

    "Technical Lead on Quays", and not the next of those presented ("Dr Milo Roe").
    """
    text = text.strip()
    words = set(text.lower().split()[:6])
    office = text[:1].islower() or (words & _OFFICES and not has_honorific(text))
    return text if text and office else None


_OFFICES = OFFICE_NOUNS | {"lead", "expert", "specialist", "representative"}
