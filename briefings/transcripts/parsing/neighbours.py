"""Labels told by those around them: what stands between two turns of one speaker, and the like."""

import re
from bisect import bisect
from collections.abc import Sequence

from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.candidates import HAN
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.labels import in_capitals_here
from briefings.transcripts.parsing.vocabulary import (
    QUESTION_LABELS,
    role_key,
)


def between(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept what stands as a label between two turns of one speaker; changes ``found``.

    "Fan Shu: … / Harbourline: Will the fee be lifted? / Fan Shu: …": a label is printed again only
    when somebody else has spoken. In Chinese also a longer label that ends with another one
    ("国新办新闻局寿宁" beside "寿宁").
    """
    places = [index for index, cue in enumerate(found) if cue is not None]
    for index, cue in enumerate(cues):
        if cue is None or found[index] is not None or cue.style not in ("alone", "inline"):
            continue
        shape = evidence.shape(cue.label, cue.affiliation)
        rest = blocks[index].head[cue.start : cue.start + 8].lstrip()
        if shape not in ("person", "title", "media", "capitals") or rest[:1].islower():
            continue
        if cue.style == "inline" and evidence.own_lines:
            continue
        if in_capitals_here(cue, shape, rest, evidence) is False:
            continue
        at = bisect(places, index)
        before = found[places[at - 1]] if at else None
        after = found[places[at]] if at < len(places) else None
        if before is not None and shape == "person" and _asks(before, evidence):
            asked = " ".join(block.text[-400:] for block in blocks[places[at - 1] : index][:4])
            if (
                ("?" in asked or "？" in asked)
                and (before.style == cue.style or not _set_apart(blocks[index], cue))
                and (" " in cue.label or HAN.search(cue.label))
            ):
                cue.rule = "answers a question"
                found[index] = cue
                places.insert(at, index)
                continue
        if before is None or after is None or before.label != after.label:
            continue
        if before.label == cue.label or role_key(before.label) in QUESTION_LABELS:
            continue
        until = places[at] if at < len(places) else len(blocks)
        said = " ".join(block.text[-400:] for block in blocks[index:until][:4])
        if "?" in said or "？" in said:
            cue.rule = "between two turns of one speaker"
            found[index] = cue
    surnames = {
        word.casefold()
        for cue in found
        if cue is not None
        for word in cue.label.partition(",")[0].split()[-1:]
    }
    for index, cue in enumerate(cues):
        if cue is None or found[index] is not None or cue.style not in ("alone", "inline"):
            continue
        if evidence.shape(cue.label) == "capitals" and cue.label.casefold() in surnames:
            cue.rule = "surname of another label"
            found[index] = cue
    names = {cue.label for cue in found if cue is not None and HAN.search(cue.label)}
    for index, cue in enumerate(cues):
        if cue is None or found[index] is not None or not HAN.search(cue.label):
            continue
        if cue.style not in ("alone", "inline", "bracket:") or len(cue.label) > 40:
            continue
        said = _SAID_ZH.sub("", cue.label)
        if said in names and said != cue.label:
            cue.rule, cue.label = "label and 'said'", said
            found[index] = cue
            continue
        if any(cue.label[-size:] in names for size in (2, 3, 4) if size < len(cue.label)):
            cue.rule = "ends with another label"
            found[index] = cue


# "秦小禾表示：", "秦小禾答："
_SAID_ZH = re.compile(r"(?:表示|回答|答道|答|说|指出)$")


def _set_apart(block: Block, cue: Cue) -> bool:
    """Return whether white space stands between a label's colon and what is said."""
    return block.head[cue.start - 1 : cue.start].isspace()


def _asks(cue: Cue, evidence: Evidence) -> bool:
    return evidence.shape(cue.label, cue.affiliation) in ("question", "outlet", "media")
