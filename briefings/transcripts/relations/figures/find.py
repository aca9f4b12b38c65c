"""Find the figures of a text and bring each into its one normal form."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from briefings.transcripts.relations.figures import numerals, patterns
from briefings.transcripts.relations.figures.types import Figure, FigureKind

# Languages that write 1.430.000,5 for the English 1,430,000.5
DECIMAL_COMMA = frozenset({"es", "fr", "de", "it", "pt", "ru", "nl", "pl", "tr", "id"})
# "rose 1.3 times" is a rate, "was visited 150 times" and "20 million times" are counts.
MOST_TIMES = 100


def find_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of a paragraph in order, none overlapping.

    ``language`` is a BCP 47 tag; it decides only whether a comma or a point marks decimals.
    """
    digits = patterns.DIGIT.search(text)
    if not digits and not patterns.NUMERAL.search(text):
        return ()  # three paragraphs of four in speech
    comma = language.partition("-")[0] in DECIMAL_COMMA
    if not digits:
        return tuple(_numbers(text, [], comma))
    dates = [figure for match in patterns.DATES.finditer(text) if (figure := _date(match))]
    taken = [(figure.start, figure.end) for figure in dates]
    numbers = _numbers(text, taken, comma)
    return tuple(sorted((*dates, *numbers), key=lambda figure: figure.start))


def _figure(match: re.Match[str], kind: FigureKind, value: Decimal | Fraction | str) -> Figure:
    """Make a figure of a match; the value gets its normal form."""
    printed = plain(value) if isinstance(value, Decimal) else str(value)
    return Figure(match.start(), match.end(), match[0], kind, printed)


def _date(match: re.Match[str]) -> Figure | None:
    """Read a match of ``DATES`` as a date or a time of day; None for 45月 and 31:00."""
    part = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    if "hour" in part:
        half = part.get("half", "").lower()
        hour = int(part["hour"]) % 12 + (12 if half == "p" else 0) if half else int(part["hour"])
        clock = f"{hour:02}:{part.get('minute', '00')}"
        return _figure(match, FigureKind.TIME, clock) if hour < 24 else None
    month = part.get("month", "").lower().rstrip(".")
    number = int(month) if month.isdigit() else patterns.MONTHS.get(month, 0)
    day = int(part.get("day", 0))
    if (month and not 1 <= number <= 12) or day > 31:
        return None
    date = (
        part.get("year", "-") + (f"-{number:02}" if month else "") + (f"-{day:02}" if day else "")
    )
    return _figure(match, FigureKind.DATE, date)


def _numbers(text: str, taken: list[tuple[int, int]], comma: bool) -> Iterator[Figure]:
    """Yield what is not part of a date: numbers, shares, ordinals, years that stand alone."""
    pending: tuple[re.Match[str], Decimal] | None = None  # may be the first end of a range
    dates = iter([*taken, (len(text) + 1, len(text) + 1)])
    start, end = next(dates)
    for match in patterns.NUMBERS.finditer(text):
        while end <= match.start():
            start, end = next(dates)
        if start < match.end():
            continue
        if pending:
            first, amount = pending
            joined = match["num"] and patterns.RANGE.fullmatch(text, first.end(), match.start())
            yield _number(first, amount, *match.group("scale", "unit") if joined else (None, None))
            pending = None
        if not match["num"] or match["over"]:
            figure = _other(match)
            if figure:
                yield figure
            continue
        value = None if _is_name(text, match) else _decimal(match["num"], comma)
        if value is None:
            continue
        scale = match["scale"]
        if scale in patterns.LETTERS and not text.startswith(patterns.CURRENCY, match.start() - 1):
            if scale.isupper():
                continue
            scale = None
        if scale or match["unit"]:
            yield _number(match, value, scale, match["unit"])
        else:
            pending = match, value
    if pending:
        yield _number(*pending, None, None)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Return True for "5G" and "3D", False for "50km"."""
    following = text[match.end() : match.end() + 1]
    lettered = following.isascii() and following.isalpha()
    return (
        lettered and not match["unit"] and patterns.UNIT_OF_MEASURE.match(text, match.end()) is None
    )


def _number(match: re.Match[str], value: Decimal, scale: str | None, unit: str | None) -> Figure:
    """Make a number or a share of digits and what follows them; 1900 to 2099 alone is a year."""
    if scale:
        value *= patterns.SCALES[scale.strip().lower().translate(numerals.SIMPLIFIED)]
    unit = (unit or "").strip(" -").lower()
    if unit in patterns.TIMES:
        if not scale and value < MOST_TIMES:
            return _figure(match, FigureKind.PERCENT, value * 100)
    elif unit:
        return _figure(match, FigureKind.PERCENT, value)
    elif not scale and re.fullmatch(r"(?:19|20)\d\d", match["num"]):
        return _figure(match, FigureKind.DATE, match["num"])
    return _figure(match, FigureKind.NUMBER, value)


def _other(match: re.Match[str]) -> Figure | None:
    """Make a figure of an ordinal, a fraction, or a number in words."""
    ordinal = match["ordinal"] or match["han_ordinal"]
    if ordinal:
        place = Decimal(ordinal) if ordinal.isdecimal() else numerals.han(ordinal)
        return _figure(match, FigureKind.ORDINAL, place) if place else None
    if match["han_below"]:
        below, above = numerals.han(match["han_below"]), match["han_above"]
        value = _decimal(above, False) if above[0].isdecimal() else numerals.han(above)
        if not below or value is None:
            return None
        if below == 100:
            return _figure(match, FigureKind.PERCENT, value)
        return _figure(match, FigureKind.NUMBER, Fraction(value) / Fraction(below))
    if match["over"]:
        value, below = _decimal(match["num"], False), Decimal(match["over"][1:])
        if value is None or value >= below or below > patterns.MOST_PARTS:
            return None  # "24/7", "9/11"
        return _figure(match, FigureKind.NUMBER, Fraction(value) / Fraction(below))
    if match["half"]:  # "half a million"
        return _figure(match, FigureKind.NUMBER, numerals.SCALES[match["half"].lower()] / 2)
    if match["han"]:
        value = numerals.han(match["han"])
        return _figure(match, FigureKind.NUMBER, value) if value else None
    return _worded(match)


def _worded(match: re.Match[str]) -> Figure | None:
    """Make a figure of an English numeral; "one" and "a" alone count nothing."""
    words = [word for word in re.split("[ -]", match["words"].lower()) if word != "and"]
    words = ["one" if word in ("a", "an") else word for word in words]
    value = numerals.english(words)
    unit = (match["words_unit"] or "").strip(" -").lower()
    if value is None or (words == ["one"] and not unit):
        return None
    below = patterns.PARTS.get(unit.rstrip("s"))
    if below:
        return _figure(match, FigureKind.NUMBER, Fraction(value) / below) if value < below else None
    if unit == "fold":
        return _figure(match, FigureKind.PERCENT, value * 100)
    # "two times" is as often "on two occasions" as a rate: a count
    return _figure(
        match, FigureKind.PERCENT if unit not in ("", "times") else FigureKind.NUMBER, value
    )


def _decimal(printed: str, comma: bool) -> Decimal | None:
    """Read digits with separators; None where they make no number ("1.2.3", "10,20,30")."""
    thousands, point = (".", ",") if comma else (",", ".")
    groups = re.sub("[\u00a0\u202f]", "", printed).split(thousands)
    if len(groups) > 1 and not all(len(group.partition(point)[0]) == 3 for group in groups[1:]):
        return None
    digits = "".join(groups).replace(point, ".", 1)
    if digits.count(".") > 1 or point in "".join(groups[:-1]) or len(digits) > 24:
        return None
    return Decimal(digits)


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without zeros at the end of its decimals."""
    printed = format(value, "f")
    return printed.rstrip("0").rstrip(".") if "." in printed else printed
