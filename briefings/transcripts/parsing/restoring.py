"""Turns whose label is lost are cut out of the turns that hold them; a page's foot is cut off."""

from collections import Counter
from collections.abc import Collection

from briefings.transcripts.parsing import lost, turns
from briefings.transcripts.parsing.asides import is_aside
from briefings.transcripts.parsing.blocks import Block, Sheet, Taken
from briefings.transcripts.parsing.turns import Draft, Part


def questions_in_bold(drafts: list[Draft], sheet: Sheet, emphasised: Collection[int]) -> None:
    """Cut out the questions set in bold; ``emphasised`` are the numbers of lines in bold."""

    def in_bold(index: int) -> bool:
        return _in_bold(sheet.blocks[index], emphasised)

    for number, start, size in reversed(lost.in_bold(drafts, in_bold)):
        draft = drafts[number]
        rest = len(draft.paragraphs) - start - size
        pieces = [_cut(draft, sheet, rest, Part.ANSWERER, "answer without a label")] if rest else []
        question = _cut(draft, sheet, size, Part.QUESTIONER, "question in bold")
        keep = [draft] if draft.paragraphs or draft.cue else []
        drafts[number : number + 1] = [*keep, question, *pieces]


def answers(drafts: list[Draft], sheet: Sheet) -> None:
    """Cut out the answers that stand without a label below labelled questions."""
    for number, count in reversed(lost.lost_answers(drafts)):
        answer = _cut(drafts[number], sheet, count, Part.ANSWERER, "answer without a label")
        drafts.insert(number + 1, answer)


def questions(drafts: list[Draft], sheet: Sheet) -> list[int]:
    """Cut out the questions whose heading is lost; return their first lines, the last first."""
    gaps = [block.gap for block in sheet.blocks]
    inner = Counter(
        gaps[index]
        for draft in drafts
        for index in (draft.blocks if _alone(draft) else draft.blocks[1:])
    )
    usual = min((gap for gap in inner if inner[gap] == max(inner.values())), default=0)
    lines = []
    for number, count in reversed(lost.lost_questions(drafts, gaps, usual)):
        reason = "question whose heading is lost"
        question = _cut(drafts[number], sheet, count, Part.QUESTIONER, reason)
        drafts.insert(number + 1, question)
        lines.append(question.first_line)
    return lines


def foot(drafts: list[Draft], sheet: Sheet) -> None:
    """Take what stands below the last aside of a page: "Q: Thank you." and then its foot."""
    last = drafts[-1] if drafts else None
    if last is None or last.part is not Part.QUESTIONER or len(last.paragraphs) < 2:
        return
    if is_aside(last.paragraphs[0]) and "?" not in last.text:
        for index in last.blocks[1:]:
            sheet.take(index, Taken.FURNITURE, "page foot")
        del last.paragraphs[1:]
        del last.blocks[1:]
        last.last_line = sheet.blocks[last.blocks[0]].last_line


def _cut(draft: Draft, sheet: Sheet, count: int, part: Part, reason: str) -> Draft:
    """Cut the last paragraphs off a turn, as a turn of their own."""
    new = turns.split_at(draft, sheet, count)
    new.part, new.lost_heading = part, part is Part.QUESTIONER
    for index in new.blocks:
        sheet.take(index, Taken.PARAGRAPH, reason)
    return new


def _in_bold(block: Block, emphasised: Collection[int]) -> bool:
    lines = range(block.first_line, block.last_line + 1)
    marked = block.text.startswith("**") and block.text.endswith("**")
    return marked or all(line in emphasised for line in lines)


def _alone(draft: Draft) -> bool:
    """Return whether a turn's label has a line of its own, with a usual gap below it."""
    return draft.cue is not None and draft.cue.style == "alone"
