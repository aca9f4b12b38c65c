"""Fields of a header: what a line announces ("Speakers:", "Date: …"), and the line of its value."""

import re

from briefings.transcripts.parsing.blocks import Block, Sheet
from briefings.transcripts.parsing.dates import find_date, find_time
from briefings.transcripts.parsing.front import MAX_SHORT, Front
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import listed
from briefings.transcripts.parsing.vocabulary import (
    DATE_FIELDS,
    GREETING,
    MODERATOR_FIELDS,
    OTHER_FIELDS,
    PLACE_FIELDS,
    SPEAKER_FIELDS,
    TOPIC_FIELDS,
    role_key,
)
from briefings.transcripts.types import Role

ROLES = {"speaker": Role.SPEAKER, "moderator": Role.MODERATOR}
_HEADINGS = (
    ("speaker", SPEAKER_FIELDS),
    ("moderator", MODERATOR_FIELDS),
    ("date", DATE_FIELDS),
    ("place", PLACE_FIELDS),
    ("topic", TOPIC_FIELDS),
    ("other", OTHER_FIELDS),
)
# "一、时间：…": how minutes number their fields
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.．]\s*(?=\S)")
FIELD = re.compile(r"([^:：]{1,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
# "Location\tNew Harbour Building": two cells of a table's row
_CELLS = re.compile(r"([^\t:：]{1,40})\t\s*(.*)$", re.DOTALL)


def heading_of(block: Block) -> tuple[str, str] | None:
    """Return which heading a block opens with, and what stands behind its colon."""
    head = block.head
    found = FIELD.match(head[:60]) or (
        _CELLS.match(block.text[:60]) if "\t" in block.text else None
    )
    if found:
        key, rest = found[1], block.text[found.start(2) :].strip()
    elif len(block.text) <= 30:
        key, rest = head, ""
    else:
        return None
    if HAN.search(key):  # "一、时  间：…"
        key = re.sub(r"\s+", "", _NUMBERED.sub("", key))
    # "LOCATION / ENDROIT", "PRINCIPAL(S) / PRINCIPAUX"
    said = {role_key(part.replace("(S)", "s")) for part in key.split(" / ")}
    kind = next((kind for kind, words in _HEADINGS if said & words), None)
    if kind is None or (not found and kind not in ROLES):
        return None
    return kind, rest


def take_field(front: Front, sheet: Sheet, index: int, kind: str, rest: str) -> None:
    """Note a field of the header, and the line below it that holds its value, if one does."""
    after = None if rest else below(sheet, index)
    value = rest if after is None else sheet.blocks[after].head
    if kind == "topic":
        after, told = None, True
    elif kind == "date":
        told = bool(find_date(rest or value[:80]) or (rest and find_time(rest)))
    else:
        told = 0 < len(value) <= MAX_SHORT
    if told:
        front.fields[index] = kind
        if after is not None:
            front.fields[after] = kind


def names_host(heading: tuple[str, str] | None) -> bool:
    """Return whether "Moderator: Ms. Ana Roe, Spokesperson" lists a person and is no label."""
    if heading is None or heading[0] != "moderator" or GREETING.match(heading[1]):
        return False
    person = listed(heading[1], True)
    return person is not None and bool(person.title)


def below(sheet: Sheet, index: int) -> int | None:
    """Return the next block, or the one after, that nothing has taken yet."""
    for after in range(index + 1, min(index + 3, len(sheet.blocks))):
        if sheet.free(after):
            return after
    return None
