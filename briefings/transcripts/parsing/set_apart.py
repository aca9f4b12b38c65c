"""Labels without a colon that the format sets apart: in bold, in a table's left cell, as a term."""

import re
from collections import Counter
from collections.abc import Set

from briefings.transcripts.parsing.blocks import Block, Cue, Sheet
from briefings.transcripts.parsing.candidates import MAX_BARE, candidate
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.front import SENTENCE_END
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import begins_with_title, is_name, split_title
from briefings.transcripts.parsing.shapes import STRONG
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Extracted

MIN_LABELS = 4  # sure words, or words that come again; fewer are emphasis
MIN_AGAIN = 2  # of them somebody's or an outlet's, that come again
KEPT_SHARE = 1 / 3  # of all that is set so: topics, terms and people portrayed come once
MANY = 6  # of them; fewer need a question to be a conversation
_ASKING = ("question", "outlet")
_ELSE = ("stamped", "full stop")  # labels that the words set apart tell better
_NO_SPEECH = (":", "：", ",", "，", "、", ";", "；", ")", "）")
_GOES_ON = re.compile(r"\s*[,(（–—-]")
_DASH = re.compile(r"\s*(?:[-–—|.]\s+)?")
_ASKED = re.compile(r"[?？]\W*$")


def find(
    sheet: Sheet,
    candidates: list[Cue | None],
    found: list[Cue | None],
    extracted: Extracted,
    evidence: Evidence,
    listed: Set[int],
) -> None:
    """Accept words set apart without a colon, where they come as labels do; changes ``found``.

    "**Jane Roe** Good morning. / **Harbour Daily** Is there a toll? / **Jane Roe** There is none."
    Only where most labels are set so, some come again, and somebody asks. ``listed`` are the blocks
    of the header's lists and fields; words that come again above speech are labels there, too.
    """
    if not extracted.leads and not extracted.emphasised:
        return
    blocks = sheet.blocks
    cues = {
        index: cue
        for index, block in enumerate(blocks)
        if sheet.free(index) and (cue := _cue(block, extracted))
    }
    for index in [index for index, cue in cues.items() if cue.style == "alone"]:
        below = cues.get(index + 1)
        if index + 1 == len(blocks) or (below is not None and below.style == "alone"):
            del cues[index]  # nothing is said under it: names in a row are a list
    comes = Counter(role_key(cue.label) for cue in cues.values())
    labels = (i for i in cues if i not in listed and comes[role_key(cues[i].label)] > 1)
    first = min(labels, default=len(blocks))  # no list of the header stands below it
    for index in listed & cues.keys():
        if not _opens_speech(blocks, index, cues[index], comes, index > first):
            del cues[index]
    shapes = {index: evidence.shape(cue.label, cue.affiliation) for index, cue in cues.items()}
    again = {i for i, cue in cues.items() if shapes[i] and comes[role_key(cue.label)] > 1}
    known = {i for i, cue in cues.items() if shapes[i] in STRONG or _is_outlet(cue, shapes[i])}
    named = {index for index in again if is_name(cues[index].label, 2)}
    kept, turning = again | known, again & (known | named)
    others = sum(cue is not None and index not in cues for index, cue in enumerate(found))
    if (
        len(kept) < max(MIN_LABELS, others)
        or len(turning) < MIN_AGAIN
        or len({role_key(cues[index].label) for index in kept}) < 2
        or not (
            len(turning) >= MANY
            or any(shapes[i] in _ASKING or (shapes[i] and _asks(blocks, i, cues[i])) for i in cues)
        )
    ):
        return
    for style in ("inline", "alone"):
        set_so = {index for index in cues if cues[index].style == style}
        if len(set_so & kept) < KEPT_SHARE * len(set_so):
            continue
        for index in set_so:
            cue = cues[index]
            once = is_name(cue.label, 2) or begins_with_title(cue.label) or split_title(cue.label)
            before = found[index]  # "**向明** 大家好。 [15:00]" may have been taken for one label
            free = before is None or (before.style in _ELSE and before.start != cue.start)
            if free and shapes[index] and (index in kept or once):
                cue.rule = "words set apart"
                found[index] = cue
            elif free:
                candidates[index] = cue  # those around it may tell


def _cue(block: Block, extracted: Extracted) -> Cue | None:
    """Return what a block opens with set apart, read as it would be before a colon."""
    lead = extracted.leads.get(block.first_line, "")
    if block.first_line in extracted.emphasised and block.first_line == block.last_line:
        lead = block.text
    elif lead and _GOES_ON.match(block.text, len(lead)) and not SENTENCE_END.search(block.text):
        lead = block.text  # "**Jane Roe** -- Minister of Harbours", "**Ann Poe** (Reuters)"
    if not lead or len(lead) > MAX_BARE or not block.text.startswith(lead):
        return None
    label = lead.rstrip(" .-–—|\t")
    rest = _DASH.sub("", block.text[len(lead) :], count=1)
    if not label or label[-1] in ":：?？!！。" or rest[:1] in _NO_SPEECH or rest[:1].islower():
        return None
    cue = candidate(Block(block.first_line, block.last_line, f"{label}:", 0))
    if cue is None or cue.start <= len(label):
        return None
    cue.start = len(block.text) - len(rest)
    cue.style = "inline" if rest else "alone"
    return cue


def _opens_speech(
    blocks: list[Block], index: int, cue: Cue, comes: Counter[str], below: bool
) -> bool:
    """Tell a label in the header's lists: words are said under it, and it or its name comes again.

    "**Deputy Director 向明**" above a greeting, where "**向明**" speaks again; ``below`` the first
    label it need not come again.
    """
    if cue.style == "inline":
        return SENTENCE_END.search(blocks[index].text) is not None
    if not SENTENCE_END.search(blocks[index + 1].text):
        return False
    person = split_title(cue.label)
    name = person.name if person else cue.label.partition(",")[0]
    again = comes[role_key(name)] > (name == cue.label)
    return below or again or comes[role_key(cue.label)] > 1


def _asks(blocks: list[Block], index: int, cue: Cue) -> bool:
    """Return whether a question is asked under what may be a label."""
    said = blocks[index].text if cue.style == "inline" else blocks[index + 1].text
    return _ASKED.search(said[-20:]) is not None


def _is_outlet(cue: Cue, shape: str) -> bool:
    """ "Harbour Daily", "海岸日报"; "News" alone in bold is a topic."""
    return shape == "media" and (" " in cue.label or HAN.search(cue.label) is not None)
