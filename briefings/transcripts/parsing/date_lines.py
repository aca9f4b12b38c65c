"""Lines that hold a date or a time: what else stands there, and whether it is anything else."""

import re
from datetime import time

from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.dates import find_dates, find_time
from briefings.transcripts.parsing.event_place import PLACE_LINE, may_be_place, names_event
from briefings.transcripts.parsing.front import MAX_CITY, MAX_SHORT
from briefings.transcripts.parsing.people import is_capitalised
from briefings.transcripts.parsing.vocabulary import PUBLISHED

_CITY = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?:[ ,.'’(-]+(?:(?:de|del|la|las|los|el|do|da|du)\s+){0,2}"
    r"[A-ZÀ-Þ][^\W\d_]*\.?){0,5}\)?"
)
_WEEKDAYS = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|(?<!santo\s)domingo|星期[一二三四五六日天]|周[一二三四五六日]|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|"
    r"dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_ONLY_DATE_REST = re.compile(
    rf"(?:{_WEEKDAYS}|\b(?:on|the|at|of|de|del|el|a|las|los|le|am|den|um|date|local|time|hours|hrs|"
    rf"uhr|h|noon|aired|delivered)\b|\b(?-i:[A-Z]{{2,5}})\b|上午|下午|[时時點点]|分|[\W\d_]|[ap]\.?m\.?)+",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(
    r"(?:\d{1,2}[:.]\d\d|\d{1,2})\s*[ap]\.?\s?m\.?(?:\s*\(?(?:local(?:\s+time)?|[A-Z]{1,5}|"
    r"[A-Z][a-z]+\s+(?:standard\s+|daylight\s+)?time)\)?)?\W*$|\d{1,2}:\d\d\s*(?:\(?(?:[A-Z]{2,5}|"
    r"hrs?|"
    r"hours|uhr|h)\)?)?\W*$",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b\.?(?:\s+(?-i:[A-Z]{2,4}T)\b)?|"
    r"(?:\ba\s+las\s+)?\b\d{1,2}[:.h]\d\d(?:\s*(?:horas|hours|hrs?|h|uhr)\b\.?)?|\b\d{4}\s*(?:hrs|hours)\b",
    re.IGNORECASE,
)
# "March 27, 2024 / 8:41 PM EDT": a news site's own stamp, not when the event began
_BYLINE = re.compile(r"\s*/\s*\d{1,2}:\d\d\b")
# "Monterrey, a 20 de febrero", "Paris, le 14 mars"
_BEFORE_DAY = re.compile(r"[\s,.]+(?:a|el|le|den|on|the)?[\s,.]*$", re.IGNORECASE)
# "Frankfurt am Main, 22 July 2021"
_SMALL_IN_CITIES = re.compile(r"(?<=\w\s)(?:am|an\s+der|ob\s+der|upon|sur)\s(?=[A-ZÀ-Þ])")
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS})\b", re.IGNORECASE)


def is_clock(head: str) -> bool:
    """Return whether a line opens with a time of day and holds no more than its zone."""
    return _CLOCK_LINE.match(head.strip()) is not None


def time_behind_date(head: str) -> time | None:
    """Read the time of day printed right behind the date ("4月19日（星期三）上午10时举行")."""
    for _, end, _ in find_dates(head):
        return find_time(head[end : end + 30])
    return None


def names_weekday(head: str) -> bool:
    """Return whether a line names the day of the week."""
    return _WEEKDAY.search(head) is not None


def time_apart_from_date(head: str) -> time | None:
    """Read the time of day of a line; "2021.05.04" holds none, nor does a news site's stamp."""
    if "/" in head and any(_BYLINE.match(head, end) for _, end, _ in find_dates(head)):
        return None
    return find_time(_without_dates(head))


def place_beside(head: str) -> str | None:
    """Return the place of a date's line: "Brussels, 12 May 2021", "4 May 2021, 13:00, Room 3".

    A city on either side of the date, another place behind it.
    """
    rest = _beside_date(head)
    if not rest or _ONLY_DATE_REST.fullmatch(rest) or names_event(rest):
        return None
    if _CITY.fullmatch(_SMALL_IN_CITIES.sub("", rest)) and may_be_place(rest):
        return proper_case(rest)
    placed = _opens_with_date(head) and is_capitalised(rest) and may_be_place(rest)
    return proper_case(rest) if placed else None


def is_mostly_date(head: str) -> bool:
    """Return whether nothing but a weekday, a time or a place stands beside the date."""
    if PUBLISHED.search(head):
        return False
    rest = _beside_date(head)
    if not rest or _ONLY_DATE_REST.fullmatch(rest):
        return True
    # "June 8, 2018, Front Hall, Ministry of Harbours"
    longest = MAX_SHORT if _opens_with_date(head) or PLACE_LINE.match(rest) else MAX_CITY
    capitalised = is_capitalised(_SMALL_IN_CITIES.sub(" ", rest))
    return len(rest) <= longest and capitalised and not names_event(rest)


def _opens_with_date(head: str) -> bool:
    """Return whether a line begins with its date, a weekday apart."""
    first = min((start for start, _, _ in find_dates(head)), default=0)
    return not re.search(r"\w", _WEEKDAY.sub("", head[:first]))


def _without_dates(text: str) -> str:
    for start, end, _ in sorted(find_dates(text), reverse=True):
        text = text[:start] + " " + text[end:]
    return text


def _beside_date(head: str) -> str:
    """Return what stands beside the date, weekday and time apart ("Brussels, 12 May 2021")."""
    rest = _WEEKDAY.sub(" ", _without_dates(head))
    rest = _TIME_OF_DAY.sub(" ", rest)
    rest = re.sub(r"\s+", " ", rest).strip(" ,.|/-–—")
    if rest.startswith(("(", "（")) or not re.search("[(（]", rest):
        rest = rest.strip(" ,.()（）")
    return _BEFORE_DAY.sub("", f"{rest} ")
