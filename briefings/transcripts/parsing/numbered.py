"""Questions that are numbered through: "3. Harbour Post: Will it sail?" is no third item of a list.

Ministries that print questions and their answers without a label for the answers number them so.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.vocabulary import QUESTION_LABELS, role_key

NUMBERED = "numbered"  # the style of such labels
MAX_RUNS = 8  # lists that begin at one, in one document
MIN_NUMBERED = 3  # questions in a row; two items with a colon are chance

_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+([^\W\d_][^:.?!;]{1,59}):\s+(?=\S)")
_ASKS = re.compile(r"\?|\b(?:please|comment)\b", re.IGNORECASE)


class _Numbered(NamedTuple):
    """A block that opens with a number and words before a colon."""

    place: int  # of the block
    cue: Cue
    press: bool  # an outlet's name, or "Question"
    asks: bool


def find(blocks: Sequence[Block], names: Names) -> dict[int, Cue]:
    """Return the labels of questions that are numbered from one on, by their blocks.

    A list in an answer is none: most of its items do not ask, and no outlets stand before them.
    """
    runs: list[list[_Numbered]] = []
    for index, block in enumerate(blocks):
        if not block.head[:1].isdigit() or not (found := _NUMBERED.match(block.head)):
            continue
        if found[1] == "1" and len(runs) < MAX_RUNS:
            runs.append([])  # the questions below announcements begin at one again
        cue = Cue(found[2].strip(), found.end(), NUMBERED, "numbered question")
        press = role_key(cue.label) in QUESTION_LABELS or bool(names.outlet(cue.label))
        item = _Numbered(index, cue, press, bool(_ASKS.search(block.text)))
        for run in runs:
            if int(found[1]) == len(run) + 1:
                run.append(item)
    best = max(runs, key=lambda run: sum(item.press + item.asks for item in run), default=[])
    press_labels = sum(item.press for item in best)
    asking = sum(item.asks for item in best)
    if len(best) < MIN_NUMBERED or 2 * asking <= len(best) or 3 * press_labels < len(best):
        return {}
    return {item.place: item.cue for item in best}
