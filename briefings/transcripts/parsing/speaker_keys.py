"""Keys of speakers: initials explained once above the record, then used as labels.

"Speaker key: / TJ Tarik Jasper / TA Dr Tedros Abraham" and, below, "TJ Hello to everyone." This is
how the World Health Organization publishes its press conferences.
"""

import re
from collections.abc import Mapping

from briefings.transcripts.parsing.blocks import Cue, Sheet
from briefings.transcripts.parsing.people import is_name, strip_honorific
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.types import Attribution

MIN_KEYS = 3  # people in a key; two lines that open with capitals are chance
MIN_USES = 3  # labels below it that are set so
KEY_BLOCKS = 80  # how far down a key is looked for

_ENTRY = re.compile(r"(?P<initials>[A-Z]{2,4})[\s:–—-]+(?P<name>\S.{1,58}\S)$")
_STAMP = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?"
_HEADING = re.compile(
    r"(?:speaker|speakers|participant|participants)?\s*(?:key|initials|abbreviations)\s*:?$",
    re.IGNORECASE,
)


def find(sheet: Sheet) -> tuple[dict[str, Resolved], list[int]]:
    """Return the names by their initials, and the blocks of the key; both empty without one."""
    names: dict[str, Resolved] = {}
    places: list[int] = []
    heading: list[int] = []
    for index, block in enumerate(sheet.blocks[:KEY_BLOCKS]):
        if not sheet.free(index):
            continue
        if _HEADING.fullmatch(block.head.strip()):
            heading = [index]
            continue
        found = _ENTRY.fullmatch(block.head.strip()) if len(block.text) <= 70 else None
        if found and _names_somebody(found["name"]) and found["initials"] not in names:
            name = strip_honorific(found["name"])
            names[found["initials"]] = Resolved(name, Attribution.HEADER)
            places.append(index)
        elif len(names) < MIN_KEYS:
            names, places = {}, []
        else:
            break
    if len(names) < MIN_KEYS or not places:
        return {}, []
    uses = sum(cue(block.head, names) is not None for block in sheet.blocks[places[-1] + 1 :])
    return (names, [*heading, *places]) if uses >= MIN_USES else ({}, [])


def _names_somebody(text: str) -> bool:
    """ "Dr Jane Roe", "Unidentified female speaker": both stand in a key."""
    return is_name(strip_honorific(text)) or text.lower().startswith("unidentified")


def cue(head: str, names: Mapping[str, Resolved]) -> Cue | None:
    """Return the label of a block that opens with initials of the key and then speech."""
    found = re.match(_STAMP + r"([A-Z]{2,4})\s*[:\s]\s*(?=[^\s:])", head[:40])
    if found and found[1] in names:
        return Cue(found[1], found.end(), "key", "speaker key")
    return None
