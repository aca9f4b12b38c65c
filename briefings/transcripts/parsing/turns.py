"""Blocks and labels → turns: what is said under one label, with page furniture taken out.

Knows nothing of questions and answers; ``kinds`` gives the turns their kinds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefings.transcripts.parsing.blocks import Block, Cue, Sheet, Taken
from briefings.transcripts.parsing.evidence import Evidence


class Part(StrEnum):
    """The part a label has in the briefing."""

    QUESTIONER = "questioner"
    ANSWERER = "answerer"  # A, 答: whoever answers
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    VOICE = "voice"  # a film, an audience: nobody's turn to speak


@dataclass
class Draft:
    """A turn in the making."""

    cue: Cue | None
    first_line: int
    last_line: int
    paragraphs: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    part: Part | None = None
    lost_heading: bool = False
    speaker: str | None = None

    @property
    def label(self) -> str | None:
        """The label as printed, None where none is."""
        return self.cue.label if self.cue else None

    @property
    def text(self) -> str:
        """All paragraphs in one line."""
        return " ".join(self.paragraphs)

    def opening(self, size: int = 400) -> str:
        """Return the first characters of the turn's text."""
        return " ".join(self.paragraphs)[:size] if len(self.paragraphs) < 4 else " ".join(
            self.paragraphs[:4]
        )[:size]  # fmt: skip

    def closing(self, size: int = 400) -> str:
        """Return the last characters of the turn's text."""
        return " ".join(self.paragraphs[-3:])[-size:]


_TOPIC = re.compile(r"\*\*\s?\S.{0,100}$")


def build(sheet: Sheet, speech: list[int], first_label: int) -> list[Draft]:
    """Gather the blocks of each turn. ``speech`` are spoken blocks above the first label."""
    drafts: list[Draft] = []
    if speech:
        draft = Draft(None, sheet.blocks[speech[0]].first_line, 0)
        for index in speech:
            if _is_topic(sheet.blocks[index]):
                sheet.take(index, Taken.FURNITURE, "topic heading")
            else:
                _add(draft, sheet, index)
        drafts.append(draft)
    for index in range(first_label, len(sheet.blocks)):
        if not sheet.free(index):
            continue
        block, cue = sheet.blocks[index], sheet.cues[index]
        if cue is None and not drafts:
            drafts.append(Draft(None, block.first_line, block.last_line))
        if cue is None:
            if _is_topic(block):
                sheet.take(index, Taken.FURNITURE, "topic heading")
                continue
            _add(drafts[-1], sheet, index)
            continue
        draft = Draft(cue, block.first_line, block.last_line)
        drafts.append(draft)
        sheet.take(index, Taken.LABEL, f"label: {cue.rule}")
        _paragraph(draft, block, index, cue.start)
    return drafts


def _is_topic(block: Block) -> bool:
    """ "**Haiti": the United Nations' way of setting a topic above what is said on it."""
    return len(block.text) <= 120 and bool(_TOPIC.match(block.text))


def join(drafts: Sequence[Draft], evidence: Evidence) -> tuple[list[Draft], list[Draft]]:
    """Join what one speaker says under a label printed again; return the turns, the empty apart.

    The line of a label with nothing under it stays with the turn before.
    """
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.label is not None
            and last.label == draft.label
            and not last.lost_heading
            and draft.part in (Part.SPEAKER, Part.MODERATOR)
            and evidence.shape(last.label) not in ("moderator", "voice")
            and "official" not in last.label.lower()  # several speak under one label
        ):
            last.paragraphs += draft.paragraphs
            last.blocks += draft.blocks
            last.last_line = draft.last_line
        else:
            joined.append(draft)
    kept: list[Draft] = []
    empty: list[Draft] = []
    for draft in joined:
        if draft.paragraphs or not kept:
            kept.append(draft)
        else:
            kept[-1].last_line = max(kept[-1].last_line, draft.last_line)
            empty.append(draft)
    return kept, empty


def split_at(draft: Draft, sheet: Sheet, count: int) -> Draft:
    """Cut the last ``count`` paragraphs off a turn; return them as a turn of its own."""
    blocks = draft.blocks[-count:]
    new = Draft(
        None,
        sheet.blocks[blocks[0]].first_line,
        draft.last_line,
        draft.paragraphs[-count:],
        blocks,
        lost_heading=True,
    )
    del draft.paragraphs[-count:]
    del draft.blocks[-count:]
    # the label's own line stays with the turn, even when no paragraph does
    draft.last_line = max(
        [draft.first_line, *(sheet.blocks[index].last_line for index in draft.blocks)]
    )
    return new


def _add(draft: Draft, sheet: Sheet, index: int) -> None:
    sheet.take(index, Taken.PARAGRAPH, "continues the turn" if draft.cue else "speech, no label")
    _paragraph(draft, sheet.blocks[index], index, 0)


def _paragraph(draft: Draft, block: Block, index: int, start: int) -> None:
    text = block.text[start:].strip()
    if text:
        draft.paragraphs.append(text)
        draft.blocks.append(index)
    draft.last_line = block.last_line
