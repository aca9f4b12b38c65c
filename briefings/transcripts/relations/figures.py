"""Figures in a text, in one form for all the ways of printing them.

``1.43 million``, ``1,430,000`` and ``143万`` are one number; ``34.3 percent`` and ``百分之34.3``
one share; dates, times of day and ordinals are kinds of their own and are never numbers. Numbers
survive translation where words do not: of those in one seed 99 % stand in its other translation,
at most 39 % in any unrelated seed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from briefings.transcripts.relations import numerals

# Languages that write 1.430.000,5 for the English 1,430,000.5
DECIMAL_COMMA = frozenset({"es", "fr", "de", "it", "pt", "ru", "nl", "pl", "tr", "id"})


class FigureKind(StrEnum):
    """What a figure counts; figures of different kinds are never the same."""

    NUMBER = "number"
    PERCENT = "percent"  # per cent, percentage points, and times (130 % is 1.3 times)
    DATE = "date"  # 2022-07-19, 2022, 2022-07, --07, --07-19
    TIME = "time"
    ORDINAL = "ordinal"


@dataclass(frozen=True)
class Figure:
    """A figure at ``start:end`` of its paragraph; ``value`` is its one normal form.

    For numbers and shares the form is a plain decimal ("1430000", "34.3") or a fraction ("1/3").
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: str

    @cached_property
    def key(self) -> str:
        """Kind and value in one string: equal for equal figures."""
        return f"{self.kind}:{self.value}"

    @cached_property
    def digits(self) -> str:
        """The significant digits ("143" of 1430000, "343" of 34.3)."""
        return self.value.replace(".", "").strip("0") or "0"

    @cached_property
    def amount(self) -> float:
        """The number or share as a float; not a number for dates, times and ordinals."""
        if self.kind in (FigureKind.NUMBER, FigureKind.PERCENT):
            return float(Fraction(self.value))
        return float("nan")

    @cached_property
    def rounded(self) -> str:
        """The key at two significant digits: equal for 1.43 million and 1.4 million."""
        if self.kind in (FigureKind.NUMBER, FigureKind.PERCENT) and "/" not in self.value:
            return f"{self.kind}:{self.amount:.1e}"
        return self.key

    @cached_property
    def bits(self) -> float:
        """How much it tells that two texts share this figure, in bits, before any counting.

        A significant digit is worth log2(10) = 3.3 bits at most and real figures are not evenly
        spread, so 3 are reckoned; counts up to a hundred, dates and ordinals are in every briefing.
        """
        if self.kind is FigureKind.NUMBER:
            if "/" in self.value:
                return 2.0
            small = "." not in self.value and self.amount <= 100
            return 1.5 if small else min(12.0, 1.0 + 3.0 * len(self.digits))
        if self.kind is FigureKind.PERCENT:
            return min(10.0, 3.0 * len(self.digits))
        return 1.0

    @cached_property
    def telling(self) -> bool:
        """True for a figure that says something of its briefing: no date, no count up to 100."""
        return self.bits >= 3.0


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_SCALES: dict[str, Decimal] = {
    "thousand": Decimal(10) ** 3, "k": Decimal(10) ** 3, "mil": Decimal(10) ** 3,
    "million": Decimal(10) ** 6, "mn": Decimal(10) ** 6, "m": Decimal(10) ** 6,
    "millón": Decimal(10) ** 6, "millones": Decimal(10) ** 6, "millions": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9, "bn": Decimal(10) ** 9, "b": Decimal(10) ** 9,
    "mil millones": Decimal(10) ** 9, "milliard": Decimal(10) ** 9, "milliards": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12, "tn": Decimal(10) ** 12, "hundred": Decimal(10) ** 2,
    "hundred million": Decimal(10) ** 8,
    "十": Decimal(10), "百": Decimal(10) ** 2, "千": Decimal(10) ** 3, "万": Decimal(10) ** 4,
    "十万": Decimal(10) ** 5, "百万": Decimal(10) ** 6, "千万": Decimal(10) ** 7,
    "亿": Decimal(10) ** 8, "百亿": Decimal(10) ** 10, "千亿": Decimal(10) ** 11,
    "万亿": Decimal(10) ** 12,
}  # fmt: skip

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_NUM = r"\d+(?:[.,]\d+)*"
_WORD = "|".join((*numerals.TENS, *sorted(numerals.UNITS, key=len, reverse=True)))
_WORDED = (
    rf"(?:(?:{_WORD}|an?(?=[ -](?:hundred|thousand|million|billion|trillion)))"
    rf"(?:[ -](?:and[ ])?(?:{_WORD}|hundred|thousand|million|billion|trillion)\b)*)"
)
_HAN_NUMERAL = "[零〇一二两三四五六七八九十百千万亿]"

# Tried in this order at each place where a digit, a number word or a Han numeral stands.
_DATES = re.compile(
    rf"""
    (?P<y1>\d{{4}})\ ?年(?:\ ?(?P<m1>\d{{1,2}})\ ?月(?:份|底|初|末)?(?:\ ?(?P<d1>\d{{1,2}})\ ?[日号])?)?
  | (?P<m2>\d{{1,2}})\ ?月(?:份)?(?:\ ?(?P<d2>\d{{1,2}})\ ?[日号])?
  | (?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})(?!\d)
  | \b(?P<m4>{_MONTH})\ (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d{{3}}|\.\d|%)(?:,?\ (?P<y4>(?:19|20)\d\d)\b)?
  | \b(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<m5>{_MONTH})\b(?:,?\ (?P<y5>(?:19|20)\d\d)\b)?
  | \b(?P<m6>{_MONTH}),?\ (?:of\ )?(?P<y6>(?:19|20)\d\d)\b
  | (?P<h>\d{{1,2}})[:：](?P<min>[0-5]\d)(?::\d\d)?(?:\ ?(?P<ap>[AaPp])\.?[Mm]\b\.?)?(?!\d)
  | \b(?P<h2>\d{{1,2}})\ ?(?P<ap2>[AaPp])\.?[Mm]\b\.?
    """,
    re.VERBOSE,
)
_NUMBERS = re.compile(
    rf"""
    第\ ?(?P<oz>\d+|{_HAN_NUMERAL}+)
  | (?P<fd>{_HAN_NUMERAL}+)分之(?P<fn>{_HAN_NUMERAL}+(?:点[零〇一二三四五六七八九]+)?|{_NUM})
  | (?<![\w.,/])(?P<on>\d+)(?:st|nd|rd|th)\b
  | (?<![A-Za-z0-9_.,/])(?<![A-Za-z]-)(?P<num>{_NUM})
    (?P<frac>/\d+(?![\d/]))?
    (?P<after>
        \ ?(?:mil\ millones|millones|mill[oó]n|milliards?|hundred\ million|thousand|million|billion|trillion|hundred|bn|mn|tn|[kmb])(?![A-Za-z])
      | \ ?(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千|百|十)
    )?
    (?P<unit>
        \ ?[%％] | [\ -](?:percent(?:age\ points?)?|per\ cent(?:age\ points?)?|pct|por\ ciento|pour\ cent)\b
      | \ ?个?百分点
      | [\ -](?:times\b|fold\b) | \ ?倍
    )?
  | \b(?P<words>{_WORDED})\b(?P<worded>[\ -](?:percent(?:age\ points?)?|per\ cent|times|fold|thirds?|quarters?|fourths?|fifths?|tenths?)\b)?
  | (?P<han>[一二两三四五六七八九](?:{_HAN_NUMERAL})*[十百千万亿]{_HAN_NUMERAL}*|十[一二三四五六七八九])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "90 to 95 percent", "3-5 million", "20～30万": the first takes the scale and unit of the second.
_RANGE = re.compile(r"\ ?(?:-|–|—|~|～|至|到|to|or|或)\ ?", re.IGNORECASE)
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}


def find_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of a paragraph in order, none overlapping.

    ``language`` is a BCP 47 tag; it decides only whether a comma or a point marks decimals.
    """
    comma = language.partition("-")[0] in DECIMAL_COMMA
    dates = [figure for match in _DATES.finditer(text) if (figure := _date(match))]
    taken = [(figure.start, figure.end) for figure in dates]
    numbers = list(_numbers(text, taken, comma))
    return tuple(sorted((*dates, *numbers), key=lambda figure: figure.start))


def _date(match: re.Match[str]) -> Figure | None:
    """Read a match of ``_DATES`` as a date or a time of day; None for 45月 and 31:00."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    hour = groups.get("h") or groups.get("h2")
    if hour:
        half = (groups.get("ap") or groups.get("ap2") or "").lower()
        number = int(hour) % 12 + (12 if half == "p" else 0) if half else int(hour)
        if number > 23:
            return None
        value = f"{number:02}:{groups.get('min', '00')}"
        return Figure(match.start(), match.end(), match[0], FigureKind.TIME, value)
    part = {name[0]: value for name, value in groups.items()}
    month = part.get("m", "")
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower().rstrip("."), 0)
    day = int(part.get("d", 0))
    if (month and not 1 <= number <= 12) or day > 31:
        return None
    value = part.get("y", "-") + (f"-{number:02}" if month else "") + (f"-{day:02}" if day else "")
    return Figure(match.start(), match.end(), match[0], FigureKind.DATE, value)


def _numbers(text: str, taken: list[tuple[int, int]], comma: bool) -> Iterator[Figure]:
    """Yield what is not part of a date: numbers, shares, ordinals, years that stand alone."""
    pending: tuple[re.Match[str], Decimal] | None = None  # may be the first end of a range
    at = 0
    for match in _NUMBERS.finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        if pending:
            first, amount = pending
            pending = None
            joined = _RANGE.fullmatch(text, first.end(), match.start())
            scale, unit = (
                (match["after"], match["unit"]) if joined and match["num"] else (None, None)
            )
            yield _number(first, amount, scale, unit)
        if match["num"] and not match["frac"]:
            following = text[match.end() : match.end() + 1]
            if following.isascii() and following.isalpha() and not match["unit"]:
                if _UNIT_OF_MEASURE.match(text, match.end()) is None:
                    continue  # "5G" and "3D" are names
            value = _decimal(match["num"], comma)
            if value is None:
                continue
            if match["after"] or match["unit"]:
                yield _number(match, value, match["after"], match["unit"])
            else:
                pending = (match, value)
            continue
        figure = _other(match)
        if figure:
            yield figure
    if pending:
        yield _number(*pending, None, None)


_UNIT_OF_MEASURE = re.compile(r"(?:[kcmn]m|[kMG]Wh?|kg|mg|ha|[kMGT]B|[kMG]Hz|mph|mm|ft|s)\b")


def _number(match: re.Match[str], value: Decimal, scale: str | None, unit: str | None) -> Figure:
    """Make a number or a share of digits and what follows them; 1900 to 2099 alone is a year."""
    if scale:
        value *= _SCALES[scale.strip().lower().replace("millon", "millón")]
    kind = FigureKind.NUMBER
    if unit and unit.strip(" -").lower() in ("times", "fold", "倍"):
        if not scale and value < 100:  # "20 million times" counts visits
            kind, value = FigureKind.PERCENT, value * 100
    elif unit:
        kind = FigureKind.PERCENT
    elif not scale and re.fullmatch(r"(?:19|20)\d\d", match["num"]):
        kind = FigureKind.DATE
    return Figure(match.start(), match.end(), match[0], kind, plain(value))


def _other(match: re.Match[str]) -> Figure | None:
    """Make a figure of an ordinal, a fraction, or a number in words."""

    def made(kind: FigureKind, value: str) -> Figure:
        return Figure(match.start(), match.end(), match[0], kind, value)

    if match["on"] or match["oz"]:
        printed = match["on"] or match["oz"]
        value = Decimal(printed) if printed.isdecimal() else numerals.han(printed)
        return made(FigureKind.ORDINAL, plain(value)) if value else None
    if match["fd"]:
        below = numerals.han(match["fd"])
        above = numerals.han(match["fn"]) or _decimal(match["fn"], False)
        if not below or above is None:
            return None
        if below == 100:
            return made(FigureKind.PERCENT, plain(above))
        return made(FigureKind.NUMBER, str(Fraction(above) / Fraction(below)))
    if match["frac"]:
        above, below = Decimal(match["num"].replace(",", "")), Decimal(match["frac"][1:])
        if not below or above >= below:
            return None  # "24/7", "9/11"
        return made(FigureKind.NUMBER, str(Fraction(above) / Fraction(below)))
    if match["han"]:
        value = numerals.han(match["han"])
        return made(FigureKind.NUMBER, plain(value)) if value else None
    return _worded(match, made)


def _worded(match: re.Match[str], made) -> Figure | None:  # type: ignore[no-untyped-def]
    """Make a figure of an English numeral; "one" and "a" alone count nothing."""
    words = [word for word in re.split("[ -]", match["words"].lower()) if word != "and"]
    words = ["one" if word in ("a", "an") else word for word in words]
    value = numerals.english(words)
    unit = (match["worded"] or "").strip(" -").lower()
    if value is None or (words == ["one"] and not unit):
        return None
    if unit.rstrip("s") in _PARTS:
        below = _PARTS[unit.rstrip("s")]
        # "the two fourths", but "three quarters in a row" cannot be told from 3/4: both are read so
        return made(FigureKind.NUMBER, str(Fraction(value) / below)) if value < below else None
    if unit in ("times", "fold"):
        # "two times" is as often "twice on different days" as a rate
        return (
            made(FigureKind.PERCENT, plain(value * 100))
            if unit == "fold"
            else made(FigureKind.NUMBER, plain(value))
        )
    return made(FigureKind.PERCENT if unit else FigureKind.NUMBER, plain(value))


def _decimal(printed: str, comma: bool) -> Decimal | None:
    """Read digits with separators; None where they make no number ("1.2.3", "10,20,30")."""
    thousands, point = (".", ",") if comma else (",", ".")
    groups = printed.split(thousands)
    if len(groups) > 1 and not all(len(group.partition(point)[0]) == 3 for group in groups[1:]):
        return None
    plain_digits = "".join(groups).replace(point, ".", 1)
    if plain_digits.count(".") > 1 or point in "".join(groups[:-1]) or len(plain_digits) > 24:
        return None
    return Decimal(plain_digits)


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without zeros at the end of its decimals."""
    printed = format(value, "f")
    return printed.rstrip("0").rstrip(".") if "." in printed else printed
