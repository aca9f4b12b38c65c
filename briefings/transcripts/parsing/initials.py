"""Initials that stand as labels and that no key explains, and the names the text gives them.

"CL          Hello. My name is Carsten Lind.", "HB          Good morning." below "We will start with
Helen Bran.": how the World Health Organization publishes since 2022.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefings.transcripts.parsing.blocks import Block, Cue, Sheet
from briefings.transcripts.parsing.capitals import PARTICLES
from briefings.transcripts.parsing.people import strip_honorific
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.parsing.vocabulary import TITLE_WORDS
from briefings.transcripts.types import Attribution

MIN_USES = 5  # labels so set in one document, of three people or more
MIN_PEOPLE = 3
MIN_STAMPS = 2  # lines with the time alone; without them two names must be found
SAID_BEFORE = 300  # characters above a label in which its bearer is called
SAID_BY_SELF = 250
INTRODUCED = 4000  # characters at the start in which who takes part is introduced

_SET_APART = re.compile(r"([A-Z]{2,4})(?:\t[ \t]*| {2,})(?=\S)")
_STAMP = re.compile(r"[\[(]?\d{1,2}:\d\d:\d\d[\])]?$")
_SMALL = "|".join(sorted(PARTICLES))
_NAME = re.compile(rf"[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:{_SMALL})\s+){{0,2}}[A-ZÀ-Þ][\w’'-]+){{0,4}}")


def find(sheet: Sheet) -> dict[str, Resolved]:
    """Return who is meant by the initials that open blocks, set apart; empty where none do."""
    blocks = sheet.blocks
    labels = [(index, found) for index, block in enumerate(blocks) if (found := _label(block))]
    counts = Counter(label for _, label in labels)
    if len(labels) < MIN_USES or len(counts) < MIN_PEOPLE or max(counts.values()) < 2:
        return {}
    first = {label: index for index, label in reversed(labels)}
    names = {label: _name(label, blocks, index) for label, index in first.items()}
    stamps = sum(len(block.text) <= 10 and bool(_STAMP.match(block.text)) for block in blocks)
    known = sum(name is not None for name in names.values())
    if known < (1 if stamps >= MIN_STAMPS else 2):
        return {}
    return {
        label: Resolved(name, Attribution.INTRODUCED if name else None)
        for label, name in names.items()
    }


def besides(sheet: Sheet, keys: Mapping[str, Resolved]) -> dict[str, Resolved]:
    """Return who is meant by initials that the key of a document has forgotten.

    Only those that fit a name said right before them, where those of the key are set apart, too.
    """
    blocks = sheet.blocks
    first: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if sheet.free(index) and (label := _label(block)):
            first.setdefault(label, index)
    if len(first.keys() & keys.keys()) < MIN_PEOPLE:
        return {}
    names = {label: _called(label, blocks, first[label]) for label in first.keys() - keys.keys()}
    return {label: Resolved(name, Attribution.INTRODUCED) for label, name in names.items() if name}


def _called(label: str, blocks: Sequence[Block], index: int) -> str | None:
    """Return the name in the words right above that fits initials: "Ana Roe, Folha, please." """
    above = blocks[index - 1].text[-SAID_BEFORE:] if index else ""
    return next((name for name in _names(above) if _fits(label, name)), None)


def cue(block: Block, names: Mapping[str, Resolved]) -> Cue | None:
    """Return the label of a block that opens with such initials, set apart from speech."""
    found = _SET_APART.match(block.text[:40])
    return Cue(found[1], found.end(), "key", "initials") if found and found[1] in names else None


def _label(block: Block) -> str:
    found = _SET_APART.match(block.text[:40]) if block.text[1:2].isupper() else None
    return found[1] if found else ""


def _name(label: str, blocks: Sequence[Block], index: int) -> str | None:
    """Return the name that fits initials: said by the bearer, in the call above, in introductions.

    "Gabriela, please." fits GA, for who has not been told apart otherwise.
    """
    own = blocks[index].text[:SAID_BY_SELF]
    above = " ".join(block.text[-SAID_BEFORE:] for block in blocks[max(0, index - 3) : index])
    start = " ".join(block.text[:INTRODUCED] for block in blocks[: index + 1])[:INTRODUCED]
    for text in (own, above[-SAID_BEFORE:], start):
        if fitting := [name for name in _names(text) if _fits(label, name)]:
            return fitting[-1]
    for name in _names(above[-SAID_BEFORE:]):
        if name.replace("’", "").upper().startswith(label):
            return name
    return None


def _names(text: str) -> Iterator[str]:
    """Yield what may be names in a text, without titles and courtesy words."""
    for found in _NAME.finditer(text):
        words = found.group().split()
        for number in range(len(words), 0, -1):
            if words[number - 1].lower() in TITLE_WORDS:
                words = words[number:]
                break
        if words and (name := strip_honorific(" ".join(words))):
            yield name


def _fits(label: str, name: str) -> bool:
    """ "MK" of "Marie van Kerk", "MR" of "Michael O'Riordan"; one word fits nothing."""
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    if len(words) < 2:
        return False
    letters = [{word[0], *re.findall(r"[’'-]([A-ZÀ-Þ])", word)} for word in words]
    return any(
        len(label) == len(some)
        and all(sign in each for sign, each in zip(label, some, strict=True))
        for some in (letters, [letters[0], letters[-1]])
    )
