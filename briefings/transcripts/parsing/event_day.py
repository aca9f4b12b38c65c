"""The day of the event, chosen from the days that a document prints."""

import datetime
import re
from collections.abc import Mapping, Sequence
from enum import IntEnum

from briefings.transcripts.parsing.dates import MONTHS, find_date, number
from briefings.transcripts.parsing.front import Front
from briefings.transcripts.parsing.scripts import compiled

_DAY_MONTH = re.compile(
    r"\b(?P<m>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?\s+(?P<d>\d{1,2})\b"
    r"(?!\s*,?\s*\d{4})",
    re.IGNORECASE,
)
# "2月28日上午", "今日（十一月二十日）"
_DAY_MONTH_ZH = re.compile(
    r"(?<!年)(?<!\d)(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
MAX_DAYS_TO_PUBLISH = 31
_PUBLISHED = ("published", "pubdate")  # keys of what a document says of itself


class Told(IntEnum):
    """Where a day is printed; the lower is believed before the higher."""

    FIELD = 0  # "Date: Oct. 13, 2023"
    DATELINE = 1
    TITLE = 2
    WEEKDAY = 3  # a line of its own, with the weekday
    LINE = 4
    LEDE = 5
    STAMP = 6  # "Time: 2023-08-30 08:41 Source: Harbour Net": more likely the page's


def settle_date(
    front: Front,
    dates: Sequence[tuple[Told, datetime.date]],
    published: Sequence[datetime.date],
    ledes: Sequence[str],
    metadata: Mapping[str, str],
) -> None:
    """Choose the day of the event: field, dateline, title, a line of its own, lede, front matter.

    The day of publication never stands for it; it only lends its year to "held on Feb. 28".
    """
    if not published:  # an older page's head, a text's front matter
        stamps = (find_date(metadata[key]) for key in _PUBLISHED if metadata.get(key))
        published = [day for day in stamps if day]
    told = [*dates, *((Told.LEDE, day) for day in map(find_date, ledes) if day)]
    if front.title:
        days = [*published, *(day for _, day in told)]
        if said := find_date(front.title) or _day_without_year(front.title, days):
            told.append((Told.TITLE, said))
    if told:
        how, front.date = min(told, key=lambda item: item[0])
        if how is Told.STAMP:
            front.date = _day_in_lede(ledes, front.date.year) or front.date
    elif metadata.get("date") and (found := find_date(metadata["date"])):
        front.date = found
    elif published:
        today = any(_TODAY.search(lede) for lede in ledes)
        front.date = _day_in_lede(ledes, published[0].year) or (published[0] if today else None)


def _day_in_lede(ledes: Sequence[str], year: int) -> datetime.date | None:
    """ "… held a briefing on Feb. 28" on a page that was put out in ``year``."""
    for text in ledes:
        if found := _DAY_MONTH.search(text) or _DAY_MONTH_ZH.search(text):
            month = MONTHS.get(found["m"].lower()) or number(found["m"])
            try:
                return datetime.date(year, month, number(found["d"]))
            except ValueError:
                continue
    return None


# "国务院新闻办公室今天上午举行新闻发布会": the day on which the page was put out
_TODAY = compiled(r"(?:今天|今日)(?:上午|下午|早上|晚上)?[^。]{0,30}(?:举行|召开|举办|会见)")


def _day_without_year(title: str, days: Sequence[datetime.date]) -> datetime.date | None:
    """ "… Conference on August 26" above "2021-08-27": the day said lies just before the other."""
    found = _DAY_MONTH.search(title)
    if found is None:
        return None
    for other in days:
        for year in (other.year, other.year - 1):
            try:
                said = datetime.date(year, MONTHS[found["m"].lower()], int(found["d"]))
            except ValueError:
                continue
            if 0 <= (other - said).days <= MAX_DAYS_TO_PUBLISH:
                return said
    return None
