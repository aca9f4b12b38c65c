"""What one line of a header is: rules tried in order, the first that knows decides."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from briefings.transcripts.parsing.blocks import Block
from briefings.transcripts.parsing.date_lines import (
    is_clock,
    is_mostly_date,
    names_weekday,
    place_beside,
    time_apart_from_date,
    time_behind_date,
)
from briefings.transcripts.parsing.dates import find_date, find_time
from briefings.transcripts.parsing.event_day import Told
from briefings.transcripts.parsing.event_place import PLACE_LINE, may_be_place
from briefings.transcripts.parsing.front import (
    MAX_SHORT,
    MAX_TITLE_LENGTH,
    SENTENCE_END,
    Front,
)
from briefings.transcripts.parsing.vocabulary import EVENT, GREETING, LEDE, PUBLISHED

MAX_LINE = 200  # characters of a line that gives the source, the day or the place
MAX_CLOCK = 80  # characters of a line that holds a time and its zone
MAX_LEDE = 2000  # characters of a lede that are read
# "2021-11-17 09:30:11 来源：中国网 字号：大 中 小"
_PAGE_FIELDS = re.compile(r"(?:来源|來源|字号|浏览|责任编辑)\s*[:：]|\bSource\s*:\s")
_DOMAIN = re.compile(r"\b[\w-]+\.(?:cn|com|org|net|gov|int)\b", re.IGNORECASE)
# "2023-05-17 19:40": how a content system stamps the page, not when the event began
_PAGE_STAMP = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]+\d{1,2}:\d\d(?::\d\d)?")


@dataclass
class Lines:
    """What the lines of a header have given so far.

    ``opening``: the first label opens the event, so that all above it is header; ``below``: the
    last block that can only be header.
    """

    front: Front
    opening: bool
    below: int
    people: frozenset[int]
    dates: list[tuple[Told, datetime.date]] = field(default_factory=list)
    published: list[datetime.date] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    ledes: list[str] = field(default_factory=list)
    clock: int = -1


def rule_of(lines: Lines, index: int, block: Block) -> str:
    """Return which rule takes a block for header, "" where none does; notes what it gives."""
    return next((name for rule in RULES if (name := rule(lines, index, block))), "")


# A rule returns the name by which `explain` calls it, "" where a line is not of its kind.
Rule = Callable[[Lines, int, Block], str]


def _field(lines: Lines, index: int, block: Block) -> str:
    """ "Date: Oct. 13, 2023", "Place: …", and the lines of lists."""
    front, head = lines.front, block.head
    kind = front.fields.get(index)
    if kind is None:
        return ""
    if kind == "date":
        if found := find_date(head):
            stamp = _PAGE_FIELDS.search(head)
            lines.dates.append((Told.STAMP if stamp else Told.FIELD, found))
        front.time = front.time or time_apart_from_date(head)
    elif kind == "place":
        front.place = front.place or _field_value(block.text)
    elif kind == "topic" and not front.title:
        value = _field_value(block.text)
        if EVENT.search(value) and len(value) <= MAX_TITLE_LENGTH:
            front.title = value
    return "field"


def _listed_person(lines: Lines, index: int, block: Block) -> str:
    return "listed person" if index in lines.people else ""


def _publication_line(lines: Lines, index: int, block: Block) -> str:
    """ "2021-11-17 09:30:11 来源：中国网 字号：大 中 小", "chinadaily.com.cn | Updated: …"."""
    head = block.head
    if len(block.text) <= MAX_LINE and (
        ("|" in head and _DOMAIN.search(head))
        or _PAGE_FIELDS.search(head)
        or _PAGE_STAMP.fullmatch(head.strip())
    ):
        lines.published += filter(None, [find_date(head)])
        return "publication line"
    return ""


def _dateline(lines: Lines, index: int, block: Block) -> str:
    """ "Beijing | 19 July 2022 | 10 a.m."."""
    front, head = lines.front, block.head
    if "|" not in head or len(block.text) > MAX_LINE:
        return ""
    day, time = find_date(head), find_time(head)
    if not day and not time:
        return ""
    parts = [part.strip(" -–") for part in head.split("|") if not re.search(r"\d", part)]
    front.place = front.place or next((p for p in parts if p and may_be_place(p)), None)
    front.time = front.time or time_apart_from_date(head)
    if day:
        lines.dates.append((Told.DATELINE, day))
    return "dateline"


def _time_alone(lines: Lines, index: int, block: Block) -> str:
    """ "10:02 A.M. EST"."""
    if len(block.text) > MAX_CLOCK or not is_clock(block.head):
        return ""
    lines.clock = index
    lines.front.time = lines.front.time or find_time(block.head)
    return "time"


def _date_alone(lines: Lines, index: int, block: Block) -> str:
    """ "Brussels, 12 May 2021": the day, and a city, a weekday or a time beside it."""
    front, head = lines.front, block.head
    if len(block.text) > MAX_SHORT or not (day := find_date(head)) or not is_mostly_date(head):
        return ""
    lines.dates.append((Told.WEEKDAY if names_weekday(head) else Told.LINE, day))
    front.time = front.time or time_apart_from_date(head)
    front.place = front.place or place_beside(head)
    return "date"


def _put_out(lines: Lines, index: int, block: Block) -> str:
    """ "Published: 4 May 2021": the day of the page, never that of the event."""
    head = block.head
    if len(block.text) > MAX_LINE or not PUBLISHED.search(head) or EVENT.search(head):
        return ""
    lines.published += filter(None, [find_date(head)])
    return "publication line"


def _lede(lines: Lines, index: int, block: Block) -> str:
    """ "On 4 May the Ministry held a press conference …"."""
    if not _is_lede(block):
        return ""
    lines.ledes.append(block.text[:MAX_LEDE])
    lines.front.time = lines.front.time or time_behind_date(block.head)
    return "lede"


def _title(lines: Lines, index: int, block: Block) -> str:
    """A line without the end of a sentence: the first is the title, the others headings."""
    if len(block.text) > MAX_TITLE_LENGTH:
        return ""
    if SENTENCE_END.search(block.text) and not PLACE_LINE.match(block.head.strip()):
        return ""
    lines.titles.append(index)
    return "title" if len(lines.titles) == 1 else "heading"


def _introduction(lines: Lines, index: int, block: Block) -> str:
    """Sentences that tell of the event, or that stand where nobody can have spoken yet."""
    head = block.head
    tells = GREETING.match(head) is None and LEDE.search(head)
    if not (lines.opening or index < lines.below or tells):
        return ""
    lines.ledes.append(block.text[:MAX_LEDE])
    return "introduction"


RULES: tuple[Rule, ...] = (
    _field,
    _listed_person,
    _publication_line,
    _dateline,
    _time_alone,
    _date_alone,
    _put_out,
    _lede,
    _title,
    _introduction,
)


def _is_lede(block: Block) -> bool:
    head = block.head
    if GREETING.match(head) or not LEDE.search(head):
        return False
    whole = SENTENCE_END.search(block.text) or block.text[-1] in ":："  # "以下是…談話內容："
    if not whole and len(block.text) < MAX_SHORT:
        return False
    return not re.match(r"(?:I|We|Today,? (?:I|we)|Let)\b", head)


def _field_value(text: str) -> str:
    """Return what stands behind the colon of a field, or in the second cell of its row."""
    return re.split(r"[:：\t]", text, maxsplit=1)[-1].strip()
