"""Blocks that belong to the page and not to the briefing: menus, pagers, credits, captions."""

import re
from collections import defaultdict
from collections.abc import Sequence

from briefings.transcripts.parsing.blocks import Sheet, Taken
from briefings.transcripts.parsing.page_lines import reason_of
from briefings.transcripts.parsing.people import is_capitalised


def find(sheet: Sheet) -> None:
    """Take every block that the general forms call furniture."""
    for index, block in enumerate(sheet.blocks):
        if reason := reason_of(block):
            sheet.take(index, Taken.FURNITURE, reason)


def of_family(sheet: Sheet, forms: Sequence[tuple[str, re.Pattern[str]]]) -> None:
    """Take the blocks that a family's own forms call furniture; a label is none any more."""
    for index, block in enumerate(sheet.blocks if forms else ()):
        reason = next((why for why, form in forms if form.match(block.head)), "")
        if reason and sheet.free(index):
            sheet.take(index, Taken.FURNITURE, reason)
            sheet.cues[index] = None


_OF_PAGES = frozenset(("pager", "contact", "running head"))
MAX_RUNNING_HEAD = 160


def running_heads(sheet: Sheet) -> None:
    """Take short lines that come again, each time beside a page number or another such line.

    "May 3, 2023    Chair Roe's Press Conference    FINAL" above "Page 2 of 4", in mid-turn too.
    """
    places: dict[str, list[int]] = defaultdict(list)
    if not any(rule in _OF_PAGES for rule in sheet.rules):
        return
    for index, block in enumerate(sheet.blocks):
        text = block.text
        if sheet.free(index) and len(text) <= MAX_RUNNING_HEAD and text[-1] not in ":：":
            places[_DIGITS.sub("0", text)].append(index)
    again = True
    while again:
        again = False
        for text, found in list(places.items()):
            beside = [index for index in found if _beside_page(sheet, index)]
            # the first page may have it as its title, away from any page number
            if len(beside) >= 2 and len(beside) >= len(found) - 1:
                for index in beside:
                    sheet.take(index, Taken.FURNITURE, "running head")
                del places[text]
                again = True


_DIGITS = re.compile(r"\d+")


def _beside_page(sheet: Sheet, index: int) -> bool:
    return any(
        0 <= beside < len(sheet.blocks) and sheet.rules[beside] in _OF_PAGES
        for beside in (index - 1, index + 1)
    )


def after_end(sheet: Sheet) -> None:
    """Take what stands below the end mark: nobody speaks there any more."""
    labels = size = 0
    for index in range(len(sheet.blocks) - 1, -1, -1):
        labels += sheet.cues[index] is not None
        size += len(sheet.blocks[index].text)
        if size > (MAX_LABELS_BELOW if labels else MAX_BELOW_END):
            return
        if sheet.rules[index] == "end mark":
            for below in range(index + 1, len(sheet.blocks)):
                if sheet.free(below):
                    sheet.take(below, Taken.FURNITURE, "below the end")
                    sheet.cues[below] = None
            return


# Characters of a page's foot: credits, notices, addresses. A second transcript is longer; what
# looks like a label in a foot is "PRESS OFFICER: Jane Roe".
MAX_BELOW_END = 3000
MAX_LABELS_BELOW = 400


def foot(sheet: Sheet, first_label: int) -> None:
    """Take the lines without a sentence that end a page: "Share", "Media Contact", "Site map".

    Only where the transcript's own paragraphs end as sentences do, and below one that does.
    """
    last = max((index for index, cue in enumerate(sheet.cues) if cue is not None), default=-1)
    if last < 0:
        return
    spoken = [
        block
        for block, cue in zip(
            sheet.blocks[first_label:last], sheet.cues[first_label:], strict=False
        )
        if cue is None or cue.start < len(block.text)  # no line that holds a label and no more
    ]
    long = [block for block in spoken if len(block.text) > LEAST_SENTENCE]
    whole = sum(bool(_SENTENCE_END.search(block.text)) for block in long)
    if not whole or whole < WHOLE_SHARE * len(long):
        return
    for index in range(len(sheet.blocks) - 1, last, -1):
        block = sheet.blocks[index]
        if not sheet.free(index):
            continue
        sentence = _SENTENCE_END.search(block.text) or len(block.text) > MAX_RUNNING_HEAD
        if sentence and not _NOTICE.search(block.head):
            return
        if index - 1 == last and not _SENTENCE_END.search(sheet.blocks[last].text):
            return  # the first words under a label that has a line of its own
        sheet.take(index, Taken.FURNITURE, "page foot")


WHOLE_SHARE = 0.9
LEAST_SENTENCE = 30  # characters; shorter lines may be labels and headings
_SENTENCE_END = re.compile(r"[.?!…。？！—–)）\]\"”’»]\s*$")
_NOTICE = re.compile(
    r"\b(?:copyright|all\s+rights|fair\s+use|terms\s+(?:of|and)|privacy|cookies?|newsletter|"
    r"subscri|(?:in|to)\s+your\s+in-?box|"
    r"traditional\s+(?:owners|custodians)|videotapes)\b|©|®",
    re.IGNORECASE,
)


def between_turns(sheet: Sheet, first_label: int) -> None:
    """Take topic headings that no page marks as such: "Visit to Amberland" above a label.

    One is chance ("Thank you" without a full stop); a page that sets them has several.
    """
    found = [i for i in range(first_label, len(sheet.blocks)) if _is_heading(sheet, i)]
    above_labels = [i for i in found if (a := _next_free(sheet, i)) and sheet.cues[a] is not None]
    if len(above_labels) >= MIN_HEADINGS:
        for index in found:
            sheet.take(index, Taken.FURNITURE, "topic heading")


MIN_HEADINGS = 3
MAX_TOPIC = 80


def _is_heading(sheet: Sheet, index: int) -> bool:
    block, before = sheet.blocks[index], sheet.blocks[index - 1] if index else None
    return (
        before is not None
        and sheet.free(index)
        and sheet.cues[index] is None
        and block.gap > 0
        and len(block.text) <= MAX_TOPIC
        and not _SENTENCE_END.search(block.text.rstrip(")"))
        and block.text[-1] not in ":：,，;；"
        and is_capitalised(block.text)
        and bool(_SENTENCE_END.search(before.text) or not sheet.free(index - 1))
    )


def _next_free(sheet: Sheet, index: int) -> int | None:
    after = (i for i in range(index + 1, min(index + 4, len(sheet.blocks))) if sheet.free(i))
    return next(after, None)


def related(sheet: Sheet) -> None:
    """Take the headlines below "Related News" at a page's foot, where nobody speaks any more."""
    last = max((index for index, cue in enumerate(sheet.cues) if cue is not None), default=-1)
    below = False
    for index in range(last + 1, len(sheet.blocks)):
        text = sheet.blocks[index].text
        if not sheet.free(index):
            below = below or (sheet.rules[index] == "related links" and len(text) <= MAX_HEADING)
        elif below and len(text) <= MAX_RUNNING_HEAD and text[-1] not in '.?!。？！…”"':
            sheet.take(index, Taken.FURNITURE, "related links")
        else:
            below = False


MAX_HEADING = 30


# "12:34 P.M. EST" after the last words, "2020-05-15 15:01:36" between the turns of a live page
_STAMP = re.compile(
    r"[\[(]?(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)?\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
    r"(?:\s*[ap]\.?\s?m\.?)?(?:\s*\(?[A-Z]{1,5}\)?)?[\])]?$",
    re.IGNORECASE,
)


def stamps(sheet: Sheet, first_label: int) -> None:
    """Take the lines below the first label that hold a time of day and nothing else."""
    for index in range(first_label, len(sheet.blocks)):
        block = sheet.blocks[index]
        if len(block.text) <= 40 and sheet.free(index) and _STAMP.match(block.head.strip()):
            sheet.take(index, Taken.FURNITURE, "time stamp")
            sheet.cues[index] = None


def headings(sheet: Sheet, first_label: int, lines: frozenset[int]) -> None:
    """Take the headings that a page sets between the turns ("Visit to Amberland")."""
    for index in range(first_label, len(sheet.blocks) if lines else first_label):
        block = sheet.blocks[index]
        heading = block.first_line in lines and len(block.text) <= 120
        speech = sheet.cues[index] is not None or block.text[-1] in ".?!。？！"
        if heading and not speech and sheet.free(index):
            sheet.take(index, Taken.FURNITURE, "topic heading")


# Shorter blocks come again by chance ("Thank you.").
MIN_REPEATED = 12


def repeats(sheet: Sheet, first_label: int) -> None:
    """Take what stands in the header and comes again with every page.

    Pages saved one by one and joined repeat title, lede and publication line, also in mid-turn.
    Every such block but the first is furniture. Listed participants may be printed twice, in the
    summary and above the transcript: they stay header.
    """
    seen: set[str] = set()
    for index, block in enumerate(sheet.blocks):
        if sheet.cues[index] is not None or (index >= first_label and not seen):
            continue
        text = " ".join(block.head.split())
        if len(text) < MIN_REPEATED:
            continue
        if text in seen and sheet.taken[index] in (None, Taken.HEADER):
            sheet.take(index, Taken.FURNITURE, "repeated page header")
        elif index < first_label and sheet.taken[index] in (None, Taken.HEADER):
            seen.add(text)
