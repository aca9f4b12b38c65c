"""Dates and times as documents print them, in the languages of the families."""

import re
from collections.abc import Iterator
from datetime import date, time

_MONTHS = (
    "january jan enero ene janvier janv januar jänner janeiro gennaio gen|"
    "february feb febrero février fevrier févr februar fevereiro fev febbraio|"
    "march mar marzo mars märz maerz março marco|"
    "april apr abril abr avril aprile|"
    "may mayo mai maio maggio mag|"
    "june jun junio juin juni junho giugno giu|"
    "july jul julio juillet juil juli julho luglio lug|"
    "august aug agosto ago août aout|"
    "september sep sept septiembre setiembre septembre setembro set settembre|"
    "october oct octubre octobre oktober okt outubro out ottobre ott|"
    "november nov noviembre novembre novembro|"
    "december dec diciembre dic décembre decembre déc dezember dez dezembro dicembre"
)
MONTHS = {
    name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_CHINESE_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}

_FORMS = (
    # 2022-07-19, 2022/7/19, 2022.07.19
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
    # 2022年7月19日
    re.compile(r"(?P<y>(?:19|20)\d\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号號]"),
    # July 19, 2022; Feb. 28, 2022; JULY 19TH 2022
    re.compile(
        rf"\b(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:,|\s)\s*"
        r"(?P<y>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    # 19 July 2022; 22 de agosto de 2025; 1er mars 2020; 12. März 2020; 3rd of May, 2020
    re.compile(
        r"(?<![\d.])(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+|d['’])?"
        rf"(?P<m>{_MONTH})\.?,?\s+(?:de\s+|del\s+(?:año\s+)?)?(?P<y>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
)
_CHINESE = re.compile(
    r"(?P<y>[〇○零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月"
    r"(?P<d>[一二三四五六七八九十]{1,3})日"
)
# 中華民國113年5月16日, 113-05-17: years of the Republic of China. One below 100 is only
# known as such by its era: "13年5月16日" may be 2013.
_OF_REPUBLIC = re.compile(
    r"(?:(?:中[華华])?民[國国]\s*(?P<e>\d{2,3})|(?<![\d.])(?P<y>1\d\d))\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日號号]"
    r"|(?<![\w/.-])(?P<y2>1\d\d)(?P<s>[-/])(?P<m2>[01]\d)(?P=s)(?P<d2>[0-3]\d)(?![\w/-])"
)
_BEFORE_REPUBLIC = 1911
# 19/07/2022, 19.7.2022, 07/19/2022: the day is the number over 12; where both fit it is not known,
# but with dots it stands first wherever dots are used.
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")

_CLOCK = re.compile(
    r"(?<![\d:.])(?P<h>\d{1,2})(?:[:.h](?P<n>\d\d))?\s*(?P<p>[ap])\.?\s?m\b", re.IGNORECASE
)
_CLOCK_24 = re.compile(r"(?<![\d:/.-])(?P<h>[01]?\d|2[0-3])[:：](?P<n>[0-5]\d)(?![\d:])")
# "13 h 30", "13h30"
_CLOCK_FRENCH = re.compile(r"(?<![\d:/.-])(?P<h>[01]?\d|2[0-3])\s?h\s?(?P<n>[0-5]\d)(?!\d)")
_CLOCK_FOUR = re.compile(r"(?<!\d)(?P<h>[01]\d|2[0-3])(?P<n>[0-5]\d)\s*(?:hrs|hours)\b", re.I)
_CLOCK_ZH = re.compile(
    r"(?P<p>上午|下午|晚上|晚|中午|早上)?\s*(?P<h>\d{1,2})\s*[时時点點]\s*(?:(?P<n>\d{1,2})\s*分|"
    r"(?P<half>半))?"
)


def find_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield (start, end, date) of each full date in a text, in the order of the forms."""
    for form in _FORMS:
        for found in form.finditer(text):
            month = found["m"].lower().rstrip(".")
            value = _date(found["y"], MONTHS.get(month) or month, found["d"])
            if value:
                yield found.start(), found.end(), value
    for found in _CHINESE.finditer(text):
        year = "".join(_CHINESE_DIGITS[c] for c in found["y"])
        value = _date(year, number(found["m"]), number(found["d"]))
        if value:
            yield found.start(), found.end(), value
    for found in _OF_REPUBLIC.finditer(text):
        western = int(found["e"] or found["y"] or found["y2"]) + _BEFORE_REPUBLIC
        value = _date(western, found["m"] or found["m2"], found["d"] or found["d2"])
        if value:
            yield found.start(), found.end(), value
    for found in _NUMERIC.finditer(text):
        a, sign, b, year = found.groups()
        if int(a) > 12 or sign == "." or a == b:
            value = _date(year, b, a)
        elif int(b) > 12:
            value = _date(year, a, b)
        else:
            continue
        if value:
            yield found.start(), found.end(), value


def find_date(text: str) -> date | None:
    """Return the first full date printed in a text."""
    found = min(find_dates(text), default=None, key=lambda item: item[0])
    return found[2] if found else None


def find_time(text: str) -> time | None:
    """Return the first time of day printed in a text ("10 a.m.", "15:30", "下午3时30分")."""
    if found := _CLOCK.search(text):
        hour = int(found["h"]) % 12 + (12 if found["p"].lower() == "p" else 0)
        return _time(hour, found["n"], int(found["h"]) <= 12)
    if found := _CLOCK_24.search(text) or _CLOCK_FOUR.search(text) or _CLOCK_FRENCH.search(text):
        return _time(int(found["h"]), found["n"])
    if found := _CLOCK_ZH.search(text):
        hour = int(found["h"])
        if found["p"] in ("下午", "晚上", "晚") and hour < 12:
            hour += 12
        return _time(hour, "30" if found["half"] else found["n"])
    return None


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(hour: int, minute: str | None, valid: bool = True) -> time | None:
    try:
        return time(hour, int(minute or 0)) if valid else None
    except ValueError:
        return None


def number(text: str) -> int:
    """Return 1 to 31, in digits or written in Chinese ("二十八"); 0 where it is neither."""
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    digit = {c: n for n, c in enumerate("一二三四五六七八九", 1)}
    if not ten:
        return digit.get(text, 0)
    return (digit.get(tens, 0) if tens else 1) * 10 + digit.get(units, 0)
