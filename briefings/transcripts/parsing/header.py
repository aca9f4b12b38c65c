"""What stands above the first turn: which lines are header, which are an opening without label."""

import datetime
import re
from collections.abc import Mapping

from briefings.transcripts.parsing.blocks import Block, Sheet, Taken
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.dates import find_date, find_dates, find_time
from briefings.transcripts.parsing.front import (
    MAX_CITY,
    MAX_SHORT,
    MAX_TITLE_LENGTH,
    SENTENCE_END,
    Front,
)
from briefings.transcripts.parsing.people import is_capitalised
from briefings.transcripts.parsing.settling import (
    PLACE_LINE,
    settle_date,
    settle_place,
    settle_title,
)
from briefings.transcripts.parsing.vocabulary import EVENT, GREETING, LEDE, PUBLISHED

_CITY = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ ,.'’-]+[A-ZÀ-Þ][^\W\d_]*\.?){0,4}")
_WEEKDAYS = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|星期[一二三四五六日天]|周[一二三四五六日]|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|"
    r"dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_ONLY_DATE_REST = re.compile(
    rf"(?:{_WEEKDAYS}|\b(?:on|the|at|of|de|del|el|a|las|los|le|am|den|um|date|local|time|hours|hrs|"
    rf"uhr|h|noon|aired|delivered)\b|\b(?-i:[A-Z]{{2,5}})\b|上午|下午|时|分|[\W\d_]|[ap]\.?m\.?)+",
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
    r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b\.?|"
    r"(?:\ba\s+las\s+)?\b\d{1,2}[:.h]\d\d(?:\s*(?:horas|hours|hrs?|h|uhr)\b\.?)?|\b\d{4}\s*(?:hrs|hours)\b",
    re.IGNORECASE,
)
# "Monterrey, a 20 de febrero", "Paris, le 14 mars"
_BEFORE_DAY = re.compile(r"[\s,.]+(?:a|el|le|den|on|the)?[\s,.]*$", re.IGNORECASE)
# "Frankfurt am Main, 22 July 2021"
_SMALL_IN_CITIES = re.compile(r"(?<=\w\s)(?:am|an\s+der|ob\s+der|upon|sur)\s(?=[A-ZÀ-Þ])")
# "2021-11-17 09:30:11 来源：中国网 字号：大 中 小"
_PAGE_FIELDS = re.compile(r"(?:来源|來源|字号|浏览|责任编辑)\s*[:：]|\bSource\s*:\s")
_DOMAIN = re.compile(r"\b[\w-]+\.(?:cn|com|org|net|gov|int)\b", re.IGNORECASE)
# "2023-05-17 19:40": how a content system stamps the page, not when the event began
_PAGE_STAMP = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]+\d{1,2}:\d\d(?::\d\d)?")


def read(
    sheet: Sheet,
    front: Front,
    first_label: int,
    metadata: Mapping[str, str],
    opening: bool,
    of_page: bool = False,
) -> list[int]:
    """Read the blocks above the first label; return those that are speech (no header, no label).

    ``opening`` says that the first label opens the event, so that all above it is header.
    """
    dates: list[tuple[int, datetime.date]] = []
    titles: list[int] = []
    speech: list[int] = []
    ledes: list[str] = []
    published: list[datetime.date] = []
    people = {item.index for item in front.listed}
    clock = -1
    below = _last_line_of_header(sheet, first_label)
    for index in range(first_label):
        if not sheet.free(index):
            continue
        block = sheet.blocks[index]
        head = block.head
        if speech and not opening and index not in people:
            speech.append(index)
            continue
        rule = ""
        if index in front.fields:
            rule = "field"
            found = find_date(head)
            if front.fields[index] == "date":
                if found:
                    dates.append((0, found))
                front.time = front.time or find_time(_without_dates(head))
            elif front.fields[index] == "place":
                front.place = front.place or _field_value(head)
            elif front.fields[index] == "topic" and not front.title:
                value = _field_value(head)
                if EVENT.search(value) and len(value) <= MAX_TITLE_LENGTH:
                    front.title = value
        elif index in people:
            rule = "listed person"
        elif len(block.text) <= 200 and (
            ("|" in head and _DOMAIN.search(head)) or _PAGE_FIELDS.search(head)
        ):
            rule = "publication line"
            published += filter(None, [find_date(head)])
        elif "|" in head and len(block.text) <= 200 and (find_date(head) or find_time(head)):
            rule = "dateline"
            place = next(
                (part.strip() for part in head.split("|") if not re.search(r"\d", part)), ""
            )
            front.place = front.place or place.strip(" -–") or None
            front.time = front.time or find_time(_without_dates(head))
            if found := find_date(head):
                dates.append((1, found))
        elif len(block.text) <= 80 and _CLOCK_LINE.match(head.strip()):
            rule, clock = "time", index
            front.time = front.time or find_time(head)
        elif _PAGE_STAMP.fullmatch(head.strip()):
            rule = "publication line"
            published += filter(None, [find_date(head)])
        elif len(block.text) <= MAX_SHORT and (found := find_date(head)) and _mostly_date(head):
            rule = "date"
            dates.append((3 if _WEEKDAY.search(head) else 4, found))
            front.time = front.time or find_time(_without_dates(head))
            beside = _beside_date(head)
            if not _ONLY_DATE_REST.fullmatch(beside) and _CITY.fullmatch(beside):
                front.place = front.place or proper_case(beside)
        elif len(block.text) <= 200 and PUBLISHED.search(head) and not EVENT.search(head):
            rule = "publication line"
            if found := find_date(head):
                published.append(found)
        elif _is_lede(block):
            rule = "lede"
            ledes.append(block.text[:2000])
            front.time = front.time or _time_beside_date(head)
        elif len(block.text) <= MAX_TITLE_LENGTH and (
            not SENTENCE_END.search(block.text) or PLACE_LINE.match(head.strip())
        ):
            rule = "title" if not titles else "heading"
            titles.append(index)
        elif opening or index < below or (GREETING.match(head) is None and LEDE.search(head)):
            rule = "introduction"
            ledes.append(block.text[:2000])
        else:
            speech.append(index)
            continue
        sheet.take(index, Taken.HEADER, f"header: {rule}")
    front.lede = " ".join(ledes)
    settle_title(sheet, front, titles, metadata, of_page)
    if clock >= 0 and not front.place and metadata.get("title"):
        # the title stands in the page's own data: what is printed above the time is the place
        near = [sheet.blocks[index].text for index in titles if index < clock]
        near = [text for text in near if text != front.title and len(text) <= 100]
        front.place = (
            ", ".join(text for text in near if not EVENT.search(text) or PLACE_LINE.match(text))
            or None
        )
    if not dates and not published:  # "Ends/Thursday, March 3, 2022" at the foot
        foot = [block.head for block in sheet.blocks[-FOOT:] if len(block.text) <= MAX_SHORT]
        published = [day for day in map(find_date, foot) if day]
    settle_date(front, dates, published, ledes, metadata)
    settle_place(sheet, front, titles, ledes)
    return speech


def _last_line_of_header(sheet: Sheet, first_label: int) -> int:
    """Return the last block that can only be header: what stands above it is not speech yet.

    "Following the talks, both made statements." / "October 30, 2019" / "19:35": nobody speaks
    before the date is printed.
    """
    last = -1
    for index in range(first_label):
        block = sheet.blocks[index]
        if not sheet.free(index):
            continue
        if is_greeting(block) or len(block.text) > MAX_LEDE:
            break
        head, text = block.head.strip(), block.text
        if (
            len(text) <= MAX_SHORT
            and text[-1] not in ".?!。？！"
            and (
                _CLOCK_LINE.match(head)
                or (find_date(head) and _mostly_date(head))
                or (len(text) <= MAX_TITLE_LENGTH and EVENT.search(head))
            )
        ):
            last = index
    return last


MAX_LEDE = 1200
FOOT = 12  # blocks at the end of a page in which the day it was put out may stand
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS})\b", re.IGNORECASE)


def _time_beside_date(head: str) -> datetime.time | None:
    """Read the time of day printed right behind the date ("4月19日（星期三）上午10时举行")."""
    for _, end, _ in find_dates(head):
        return find_time(head[end : end + 30])
    return None


def _field_value(head: str) -> str:
    return re.split(r"[:：]", head, maxsplit=1)[-1].strip()


def _without_dates(text: str) -> str:
    for start, end, _ in sorted(find_dates(text), reverse=True):
        text = text[:start] + " " + text[end:]
    return text


def _mostly_date(head: str) -> bool:
    """Return whether nothing but a weekday, a time or a city stands beside the date."""
    if PUBLISHED.search(head):
        return False
    rest = _SMALL_IN_CITIES.sub(" ", _beside_date(head))
    first = min(find_dates(head), default=(0, 0, None), key=lambda item: item[0])[0]
    opens = not re.search(r"\w", re.sub(_WEEKDAYS, "", head[:first], flags=re.IGNORECASE))
    longest = MAX_SHORT if opens else MAX_CITY  # "June 8, 2018, Front Hall, Ministry of Harbours"
    return not rest or bool(_ONLY_DATE_REST.fullmatch(rest)) or (
        len(rest) <= longest and is_capitalised(rest) and not EVENT.search(rest)
    )  # fmt: skip


def _beside_date(head: str) -> str:
    """Return what stands beside the date, weekday and time apart ("Brussels, 12 May 2021")."""
    rest = re.sub(rf"\b(?:{_WEEKDAYS})\b", " ", _without_dates(head), flags=re.IGNORECASE)
    rest = _TIME_OF_DAY.sub(" ", rest)
    rest = re.sub(r"\s+", " ", rest).strip(" ,.|()（）-–—")
    return _BEFORE_DAY.sub("", f"{rest} ")


def is_greeting(block: Block) -> bool:
    """Return whether a block above the first label is the start of a speech without a label."""
    return bool(
        GREETING.match(block.head)
        and SENTENCE_END.search(block.text)
        and not LEDE.search(block.head)
        and len(block.text.split()) >= 2
    )


def _is_lede(block: Block) -> bool:
    head = block.head
    if GREETING.match(head) or not LEDE.search(head):
        return False
    if not SENTENCE_END.search(block.text) and len(block.text) < MAX_SHORT:
        return False
    return not re.match(r"(?:I|We|Today,? (?:I|we)|Let)\b", head)
