"""Who asks each question: the label, the question's own words, the floor given, or who had it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import bilingual, floor
from briefings.transcripts.parsing.blocks import Cue
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.outlets import NOBODY, Asker, from_label
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Attribution, Kind, Participant

_FOLLOWS_UP = re.compile(
    r"\W*(?:and\b|but\b|so\b|just\b|sorry\b|then\b|also\b|okay\b|right\b|a?\s*follow|"
    r"one\s+(?:more|other|last|follow)|"
    r"(?:can|could|may|if)\s+I\b|thank\s+you[^.]{0,20}\.\s+(?:and|just|as a follow)|to\s+follow|"
    r"quick|you\s+(?:said|mentioned)|"
    r"—|–|-|y\b|pero\b|entonces\b|et\b|mais\b|en\s+suivi|und\b|追问|另外|还有)",
    re.IGNORECASE,
)


def find(
    drafts: Sequence[Draft],
    kinds: Sequence[tuple[Kind, int | None]],
    participants: Sequence[Participant],
    evidence: Evidence,
    keys: Mapping[str, str],
) -> list[Asker]:
    """Say of every question who asks: label, words, floor given, or who asked before."""
    names = evidence.names
    people = frozenset(
        word.lower().replace("’", "'") for person in participants for word in person.name.split()
    )
    persons = not any(
        evidence.shape(draft.label or "") in ("outlet", "media")
        for draft in drafts
        if draft.part is Part.QUESTIONER and draft.label
    )
    addressed = floor.called(
        draft.text for draft in drafts if draft.part in (Part.SPEAKER, Part.MODERATOR)
    )
    askers: list[Asker] = []
    current = NOBODY  # who holds the floor
    formal = False  # a moderator gave it, and takes it back
    label: str | None = None
    for number, draft in enumerate(drafts):
        kind = kinds[number][0]
        if kind is not Kind.QUESTION:
            askers.append(NOBODY)
            following = (
                drafts[number + 1].part is Part.QUESTIONER if number + 1 < len(drafts) else False
            )
            if draft.part is Part.QUESTIONER or draft.part is Part.VOICE:
                continue
            given = (
                floor.floor_given(draft.closing(), names, people, addressed) if draft.text else None
            )
            if given and (following or draft.part is Part.MODERATOR or given.outlet):
                current, label = given, None
                formal = draft.part is Part.MODERATOR and bool(given.outlet)
            elif draft.part is Part.MODERATOR or (not formal and _passes_on(draft)):
                current, formal, label = NOBODY, False, None
            continue
        asker = NOBODY
        if draft.cue:
            asker = _from_label(draft.cue, persons, names, keys)
        said = None
        if not asker.outlet:
            said = floor.introduced(draft.opening(), names, people)
        if asker.outlet or asker.reporter:
            asker = _joined(asker, said)
            if not asker.outlet and label is None and _same_person(asker, current):
                asker = _joined(asker, current)
        elif said:
            fresh = current if label is None else NOBODY
            asker = _joined(said, fresh if _same_person(said, fresh) else None)
        elif current is not NOBODY:
            asker = _carried(current, draft, label, formal)
        askers.append(asker)
        if asker is not NOBODY:
            current = asker
        elif label is not None and not formal:
            current = NOBODY
        label = draft.label or ""
    return askers


def _from_label(cue: Cue, persons: bool, names: Names, keys: Mapping[str, str]) -> Asker:
    """Read the label, in both languages where it is printed in two."""
    if cue.style == "key":
        return Asker(None, None, keys[cue.label], Attribution.HEADER)
    askers = [
        from_label(label, cue.affiliation, names, persons) for label in bilingual.parts(cue.label)
    ]
    if len(askers) == 1:
        return askers[0]
    outlet = bilingual.both([asker.outlet for asker in askers])
    reporter = bilingual.both([asker.reporter for asker in askers])
    how = Attribution.PRINTED
    return Asker(outlet, how if outlet else None, reporter, how if reporter else None)


# "… the troops will be safe. Go ahead.": after an answer the floor goes to somebody else, whom only
# the room sees; after "Sure. Go ahead." it stays with who asked for it.
_GO_AHEAD = re.compile(
    r"\b(?:go\s+ahead|next(?:\s+question)?|in\s+the\s+back)\s*[.?!—]*\s*$", re.IGNORECASE
)
LEAST_ANSWER = 120  # characters


def _passes_on(draft: Draft) -> bool:
    """Return whether a speaker ends an answer by calling on somebody without a name."""
    return len(draft.text) > LEAST_ANSWER and bool(_GO_AHEAD.search(draft.closing(40)))


def _carried(current: Asker, draft: Draft, label: str | None, formal: bool) -> Asker:
    """The floor as given; for a follow-up, by whoever had it, if it is one."""
    if label is None:
        return current
    if role_key(draft.label or "").startswith(("follow", "追问", "repregunta", "nachfrage")):
        same_label = formal = True  # "Follow-up: Will there be a reciprocal step?"
    else:
        same_label = (draft.label or "") == label
    if not same_label or not (formal or _FOLLOWS_UP.match(draft.opening(120))):
        return NOBODY
    how = Attribution.CONTINUED
    return Asker(
        current.outlet,
        how if current.outlet else None,
        current.reporter,
        how if current.reporter else None,
    )


def _joined(asker: Asker, other: Asker | None) -> Asker:
    """Fill what one source leaves open from another."""
    if other is None:
        return asker
    result = asker
    if not asker.outlet and other.outlet:
        result = replace(result, outlet=other.outlet, outlet_how=other.outlet_how)
    if not asker.reporter and other.reporter:
        result = replace(result, reporter=other.reporter, reporter_how=other.reporter_how)
    return result


def _same_person(a: Asker, b: Asker) -> bool:
    """Return whether two findings can be of one reporter ("Dan Roe" and "Dan")."""
    if not a.reporter or not b.reporter:
        return True
    return bool(set(a.reporter.casefold().split()) & set(b.reporter.casefold().split()))
