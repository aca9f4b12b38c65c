"""Run-on text: labels inside one long paragraph, where all line breaks were lost.

"… welcome. MODERATOR: Questions, please. QUESTION: Will it run at night? MINISTER ROE: Yes." is cut
before each label. Only done where a document as a whole is so: in a page with a paragraph a line a
colon inside a paragraph is the speaker's own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.blocks import Block
from briefings.transcripts.parsing.people import is_name
from briefings.transcripts.parsing.vocabulary import (
    ANSWER_LABELS,
    DATE_FIELDS,
    MODERATOR_FIELDS,
    MODERATOR_LABELS,
    OFFICE_LABELS,
    QUESTION_LABELS,
    SPEAKER_FIELDS,
    role_key,
)

MIN_LABELS = 3
RUNS_ON = 150  # characters a paragraph; where labels have lines of their own it has fewer
MAX_COLONS = 20_000  # looked at in one document; no transcript of one paragraph has more
WINDOW = 64
_COLON = re.compile(r"[:：](?!\d)")
# what stands between the end of a sentence and the colon
_WORD = r"(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|MR|MRS|MS|DR)\.|[A-ZÀ-Þ][\w’'-]*)"
_LABEL = re.compile(
    rf"(?:^|[.?!…)\]\"”’]\s+|[。？！”）]\s*|\s{{2,}})"
    rf"({_WORD}(?:\s(?:of|for|the|de|la|del|{_WORD})){{0,5}}|[\u4e00-\u9fff·]{{1,16}})\s*$"
)


def cut(blocks: Sequence[Block], names: Names) -> list[Block]:
    """Return the blocks, those that run on cut into one block a label. Line numbers stay."""
    if not blocks:
        return []
    whole = sum(len(block.text) for block in blocks) >= RUNS_ON * len(blocks)
    found: list[list[tuple[int, str]]] = []
    left = MAX_COLONS
    for block in blocks:
        long = len(block.text) >= RUNS_ON
        one = whole or (long and len(_COLON.findall(block.text, 0, 20 * RUNS_ON)) > 2)
        labels = _labels(block.text, left) if one else []
        left -= len(labels)
        found.append([(start, label) for start, label in labels if start])
        if left <= 0:
            return list(blocks)
    if not any(found):
        return list(blocks)
    counts = Counter(label for labels in found for _, label in labels)
    text = "\n".join(block.text for block in blocks)
    sure = {label for label in counts if _is_sure(label, counts, names, text)}
    kept = [[item for item in labels if item[1] in sure] for labels in found]
    if not whole or sum(map(len, kept)) < max(MIN_LABELS, len(blocks)):
        kept = _known_above(blocks, found)
        if not any(kept):
            return list(blocks)
    result: list[Block] = []
    for block, labels in zip(blocks, kept, strict=True):
        edges = [0, *(start for start, _ in labels), len(block.text)]
        for number, (start, end) in enumerate(pairwise(edges)):
            text = block.text[start:end].strip()
            if text:
                gap = block.gap if number == 0 else 0
                result.append(Block(block.first_line, block.last_line, text, gap))
    return result


def _known_above(
    blocks: Sequence[Block], kept: Sequence[list[tuple[int, str]]]
) -> list[list[tuple[int, str]]]:
    """Keep, in single paragraphs that run on, the labels that open other paragraphs as well.

    "Media: And how long? PM: We review it. Media: Why?" among paragraphs that open with "PM:".
    """
    opening = Counter(
        found[1] for block in blocks if (found := _OPENING.match(block.head)) is not None
    )
    result = []
    for block, labels in zip(blocks, kept, strict=True):
        known = [item for item in labels if opening[item[1]]]
        often = [label for _, label in known if opening[label] >= 2]
        first = _OPENING.match(block.head)
        runs_on = len(known) >= 2 and often and first is not None and opening[first[1]]
        result.append(known if runs_on and len({label for _, label in known}) > 1 else [])
    return result


_OPENING = re.compile(
    rf"({_WORD}(?:\s(?:of|for|the|de|la|del|{_WORD})){{0,5}}|[\u4e00-\u9fff·]{{1,16}})\s*[:：](?!\d)"
)


def _labels(text: str, most: int) -> list[tuple[int, str]]:
    labels: list[tuple[int, str]] = []
    for count, colon in enumerate(_COLON.finditer(text)):
        if count > most:
            break
        start = max(0, colon.start() - WINDOW)
        if label := _LABEL.search(text[start : colon.start()]):
            if start and label.start() == 0 and label.start(1) == 0:
                continue
            labels.append((start + label.start(1), label[1]))
    return labels


def _is_sure(label: str, counts: Counter[str], names: Names, text: str) -> bool:
    """Return whether a label is known, comes again, or is a name that the text gives elsewhere."""
    key = role_key(label)
    if key in QUESTION_LABELS | ANSWER_LABELS | MODERATOR_LABELS | OFFICE_LABELS:
        return True
    if key in SPEAKER_FIELDS | MODERATOR_FIELDS | DATE_FIELDS or names.outlet(label):
        return True
    if counts[label] >= 2 or (label.isupper() and len(label) > 3):
        return True
    return " " in label and is_name(label, 2) and text.count(label) >= 2
