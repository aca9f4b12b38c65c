"""Labels without a colon that the format sets apart: in bold, in a table's left cell, as a term."""

import re
from collections import Counter
from collections.abc import Collection

from briefings.transcripts.parsing.blocks import Block, Cue, Sheet
from briefings.transcripts.parsing.candidates import MAX_BARE, candidate
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import is_name, split_title
from briefings.transcripts.parsing.shapes import STRONG
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Extracted

MIN_LABELS = 4  # sure words, or words that come again; fewer are emphasis
MIN_AGAIN = 2  # of them somebody's or an outlet's, that come again
KEPT_SHARE = 0.5  # of all that is set so: topics, terms and people portrayed come once
_ASKED = re.compile(r"[?？]\W*$")


def find(
    sheet: Sheet,
    found: list[Cue | None],
    extracted: Extracted,
    evidence: Evidence,
    listed: Collection[int],
) -> None:
    """Accept words set apart without a colon, where they come as labels do; changes ``found``.

    "**Jane Roe** Good morning. / **Harbour Daily** Is there a toll? / **Jane Roe** There is none."
    Only where most labels are set so, two of them come by turns, and somebody asks. ``listed`` are
    the blocks of the header's lists and fields.
    """
    if not extracted.leads and not extracted.emphasised:
        return
    blocks = sheet.blocks
    cues = {
        index: cue
        for index, block in enumerate(blocks)
        if sheet.free(index) and index not in listed and (cue := _cue(block, extracted))
    }
    for index in [index for index, cue in cues.items() if cue.style == "alone"]:
        below = cues.get(index + 1)
        if index + 1 == len(blocks) or (below is not None and below.style == "alone"):
            del cues[index]  # nothing is said under it: names in a row are a list
    comes = Counter(role_key(cue.label) for cue in cues.values())
    shapes = {index: evidence.shape(cue.label, cue.affiliation) for index, cue in cues.items()}
    again = {i for i, cue in cues.items() if shapes[i] and comes[role_key(cue.label)] > 1}
    known = {i for i, cue in cues.items() if shapes[i] in STRONG or _is_outlet(cue, shapes[i])}
    named = {index for index in again if is_name(cues[index].label, 2)}
    kept = again | known
    others = sum(cue is not None and index not in cues for index, cue in enumerate(found))
    if (
        len(kept) < max(MIN_LABELS, others)
        or len(again & (known | named)) < MIN_AGAIN
        or len({role_key(cues[index].label) for index in kept}) < 2
        or not any(_asks(blocks, index, cues[index]) for index in kept)
    ):
        return
    for style in ("inline", "alone"):
        set_so = {index for index in cues if cues[index].style == style}
        if len(set_so & kept) < KEPT_SHARE * len(set_so):
            continue
        for index in set_so:
            cue = cues[index]
            once = is_name(cue.label, 2) or split_title(cue.label) is not None
            if found[index] is None and shapes[index] and (index in kept or once):
                cue.rule = "words set apart"
                found[index] = cue


def _cue(block: Block, extracted: Extracted) -> Cue | None:
    """Return what a block opens with set apart, read as it would be before a colon."""
    lead = extracted.leads.get(block.first_line, "")
    if block.first_line in extracted.emphasised and block.first_line == block.last_line:
        lead = block.text
    if not lead or len(lead) > MAX_BARE or not block.text.startswith(lead):
        return None
    label = lead.rstrip(" .-–—|\t")
    rest = block.text[len(lead) :].lstrip(" -–—|\t.")
    if not label or label[-1] in ":：?？!！。" or rest[:1] in (":", "：") or rest[:1].islower():
        return None
    cue = candidate(Block(block.first_line, block.last_line, f"{label}:", 0))
    if cue is None or cue.start <= len(label):
        return None
    cue.start = len(block.text) - len(rest)
    cue.style = "inline" if rest else "alone"
    return cue


def _asks(blocks: list[Block], index: int, cue: Cue) -> bool:
    """Return whether a question is asked under what may be a label."""
    said = blocks[index].text if cue.style == "inline" else blocks[index + 1].text
    return _ASKED.search(said[-20:]) is not None


def _is_outlet(cue: Cue, shape: str) -> bool:
    """ "Harbour Daily", "海岸日报"; "News" alone in bold is a topic."""
    return shape == "media" and (" " in cue.label or HAN.search(cue.label) is not None)
