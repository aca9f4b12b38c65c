"""What stands above the first turn: which lines are header, which are an opening without label."""

from collections.abc import Mapping
from itertools import pairwise

from briefings.transcripts.parsing.blocks import Block, Sheet, Taken
from briefings.transcripts.parsing.date_lines import is_clock, is_mostly_date
from briefings.transcripts.parsing.dates import find_date
from briefings.transcripts.parsing.event_day import settle_date
from briefings.transcripts.parsing.event_place import PLACE_LINE, is_city, names_event, settle_place
from briefings.transcripts.parsing.event_title import settle_title
from briefings.transcripts.parsing.front import (
    MAX_SHORT,
    MAX_TITLE_LENGTH,
    SENTENCE_END,
    Front,
)
from briefings.transcripts.parsing.header_lines import Lines, rule_of
from briefings.transcripts.parsing.people import is_capitalised
from briefings.transcripts.parsing.vocabulary import EVENT, GREETING, LEDE

LONGEST_IN_HEADER = 1200  # a longer paragraph is speech
FOOT = 12  # blocks at the end of a page in which the day it was put out may stand


def read(
    sheet: Sheet,
    front: Front,
    first_label: int,
    metadata: Mapping[str, str],
    opening: bool,
    of_page: bool = False,
) -> list[int]:
    """Read the blocks above the first label; return those that are speech (no header, no label).

    ``opening`` says that the first label opens the event, so that all above it is header;
    ``of_page`` that the title in ``metadata`` is a web page's, and may be its site's.
    """
    people = frozenset(item.index for item in front.listed)
    lines = Lines(front, opening, _last_line_of_header(sheet, first_label), people)
    speech: list[int] = []
    for index in range(first_label):
        if not sheet.free(index):
            continue
        if speech and not opening and index not in people:
            speech.append(index)
        elif rule := rule_of(lines, index, sheet.blocks[index]):
            sheet.take(index, Taken.HEADER, f"header: {rule}")
        else:
            speech.append(index)
    front.lede = " ".join(lines.ledes)
    settle_title(sheet, front, lines.titles, metadata, of_page)
    if lines.clock >= 0 and not front.place and metadata.get("title"):
        front.place = _above_the_time(sheet, front, lines)
    if not lines.dates and not lines.published:  # "Ends/Thursday, March 3, 2022" at the foot
        foot = [block.head for block in sheet.blocks[-FOOT:] if len(block.text) <= MAX_SHORT]
        lines.published = [day for day in map(find_date, foot) if day]
    settle_date(front, lines.dates, lines.published, lines.ledes, metadata)
    settle_place(sheet, front, lines.titles, lines.ledes)
    front.place = front.place or _city_at_foot(sheet, front)
    return speech


def _city_at_foot(sheet: Sheet, front: Front) -> str | None:
    """ "Salthaven" / "March 07, 2024" below all that was said."""
    foot = sheet.blocks[-FOOT:] if front.date else []
    for city, day in pairwise(foot):
        dated = len(day.text) <= MAX_SHORT and find_date(day.head) == front.date
        if dated and is_mostly_date(day.head) and is_city(city.text):
            return city.text
    return None


def _above_the_time(sheet: Sheet, front: Front, lines: Lines) -> str | None:
    """Return the place: what is printed above the time, for the page's own data give the title."""
    near = [sheet.blocks[index].text for index in lines.titles if index < lines.clock]
    near = [text for text in near if text != front.title and len(text) <= 100]
    near = [text for text in near if not names_event(text)]
    near = [text for text in near if PLACE_LINE.match(text) or is_capitalised(text)]
    places = [number for number, text in enumerate(near) if PLACE_LINE.match(text)]
    return ", ".join(near[: places[-1] + 1] if places else near) or None


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
        if is_greeting(block) or len(block.text) > LONGEST_IN_HEADER:
            break
        head, text = block.head.strip(), block.text
        if (
            len(text) <= MAX_SHORT
            and text[-1] not in ".?!。？！"
            and (
                is_clock(head)
                or (find_date(head) and is_mostly_date(head))
                or (len(text) <= MAX_TITLE_LENGTH and EVENT.search(head))
            )
        ):
            last = index
    return last


def is_greeting(block: Block) -> bool:
    """Return whether a block above the first label is the start of a speech without a label."""
    return bool(
        GREETING.match(block.head)
        and SENTENCE_END.search(block.text)
        and not LEDE.search(block.head)
        and len(block.text.split()) >= 2
    )
