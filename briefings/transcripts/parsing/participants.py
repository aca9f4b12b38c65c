"""Who takes part: the people listed, those whom labels or the host's words name, a sole speaker."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefings.transcripts.families.family import HOST_TITLE
from briefings.transcripts.names import normalize
from briefings.transcripts.parsing import bilingual
from briefings.transcripts.parsing.front import Front
from briefings.transcripts.parsing.presenting import presented
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Attribution, Participant, Role

PRESENTATION = 4000  # characters of the host's opening in which guests are presented
# "Jane Roe, Minister of Harbours, held a press conference"
_HELD = (
    r"(?:held|holds|gave|gives|hosted|hosts|briefed|briefs|addressed|answered|answers)\s+"
    r"(?:\w+\s+){0,4}(?:press|news|media|questions|reporters|journalists|briefing)"
)
_SPEAKS_FOR = re.compile(
    r"spokes|press\s+secretary|portavoz|vocer|porte-parole|发言人|發言人", re.IGNORECASE
)
# "Interview with Jane Roe, Minister of Harbours": whoever has an office there answers
_INTERVIEW = re.compile(r"\b(?:interview|entrevista|entretien)\b|采访|採訪|专访|專訪|访谈|訪談")
_INTERVIEWS = re.compile(
    r"\b(?:editor|journalist|reporter|correspondent|anchor|presenter|host|news|radio|television|tv|"
    r"periodista)\b|记者|記者|主持",
    re.IGNORECASE,
)
_SPOKESPERSON = ("spokes", "发言人", "portavoz", "vocer", "press secretary")


def listed(front: Front) -> list[Participant]:
    """Return the listed people once each, the moderator told by heading, by office or by place.

    Where pages have lost their headings, the groups are still set apart by a wider gap, and the
    press bureau's own official is the host.
    """
    found: dict[str, Participant] = {}
    for item in front.listed:
        role = item.role
        if role is None:
            host = bool(item.person.title and HOST_TITLE.search(item.person.title))
            role = Role.MODERATOR if host else Role.SPEAKER
        key = normalize(item.person.name)
        if key in found:
            continue
        found[key] = Participant(item.person.name, role, item.person.title)
    return list(found.values())


def find(
    known: Sequence[Participant], drafts: Sequence[Draft], roster: Roster, language: str
) -> tuple[list[Participant], str | None]:
    """Return all who take part, ``known`` first, and the name of a sole speaker."""
    people = {normalize(person.name): person for person in known}
    for person in _named_by_labels(drafts, roster):
        key = normalize(person.name)
        listed_as = people.setdefault(key, person)
        if person.role is Role.MODERATOR is not listed_as.role:
            people[key] = replace(listed_as, role=Role.MODERATOR)
    if not any(person.title for person in known):
        for person in _presented(drafts, language):
            named = people.setdefault(normalize(person.name), person)
            if person.title and not named.title:
                people[normalize(person.name)] = replace(named, title=person.title)
    for key, person in people.items():
        if not person.title and (title := roster.title_in_header(person.name)):
            people[key] = replace(person, title=title)
    if "+" in language:
        people = _paired(people)
    sole = _sole_speaker(list(people.values()), drafts, roster)
    if sole:
        people.setdefault(normalize(sole.name), sole)
    return list(people.values()), sole.name if sole else None


def _paired(people: Mapping[str, Participant]) -> dict[str, Participant]:
    """Leave out who is listed in each language apart, where a label has both names in one."""
    parts = {
        normalize(part): name
        for name, person in people.items()
        for part in person.name.split(bilingual.SIGN)
        if bilingual.SIGN in person.name
    }
    kept = {name: person for name, person in people.items() if name not in parts}
    for single, pair in parts.items():
        listed_as = people.get(single)
        if listed_as is not None and listed_as.role is Role.MODERATOR:
            kept[pair] = replace(kept[pair], role=Role.MODERATOR)
        if listed_as is not None and not kept[pair].title:
            kept[pair] = replace(kept[pair], title=listed_as.title)
    return kept


def holder(drafts: Sequence[Draft], number: int, roster: Roster, sole: str | None) -> Resolved:
    """Return who speaks in a turn: the label's holder, or the one speaker there is."""
    draft, following = drafts[number], drafts[number + 1] if number + 1 < len(drafts) else None
    if draft.cue is None and following is not None and sole:
        # "Jane Roe spoke to us of the pier." above the first question in bold
        told = following.lost_heading and sole in draft.opening()
        if told or following.speaker == sole:  # who gets a label only now has not spoken before
            return Resolved(None)
    if draft.part is Part.QUESTIONER or draft.part is Part.VOICE:
        return Resolved(None)
    if draft.label and draft.part is not Part.ANSWERER:
        found = roster.resolve(draft.label)
        if found.name or draft.part is Part.MODERATOR or not _is_spokesperson(draft.label):
            return found
        if any(_names_another(other, sole, roster) for other in drafts):
            return found
    return Resolved(sole, Attribution.HEADER) if sole else Resolved(None)


def _names_another(draft: Draft, sole: str | None, roster: Roster) -> bool:
    """Return whether a label of another office is the sole speaker's, so that "Portavoz" is not."""
    if not sole or not draft.label or draft.part is not Part.SPEAKER:
        return False
    found = roster.resolve(draft.label)
    return found.name == sole and bool(found.title) and not _SPEAKS_FOR.search(found.title or "")


def _named_by_labels(drafts: Sequence[Draft], roster: Roster) -> list[Participant]:
    people = []
    for draft in drafts:
        if draft.part in (Part.SPEAKER, Part.MODERATOR) and draft.label:
            found = roster.resolve(draft.label)
            if found.name:
                role = Role.MODERATOR if draft.part is Part.MODERATOR else Role.SPEAKER
                people.append(Participant(found.name, role, found.title or None))
    return people


def _presented(drafts: Sequence[Draft], language: str) -> list[Participant]:
    """Return whom the host presents when opening, in both languages where a document has two."""
    opening = next((d for d in drafts if d.part in (Part.MODERATOR, Part.SPEAKER)), None)
    if opening is None or opening.part is not Part.MODERATOR:
        return []
    latin, chinese = presented(opening.text[:PRESENTATION])
    if "+" in language and len(latin) == len(chinese):
        pairs = zip(latin, chinese, strict=True)
        people = [
            (bilingual.both([a.name, b.name]) or a.name, a.title or b.title) for a, b in pairs
        ]
    else:
        people = [(p.name, p.title) for p in (chinese if language == "zh" else latin)]
    return [Participant(name, Role.SPEAKER, title) for name, title in people]


def _sole_speaker(
    people: Sequence[Participant], drafts: Sequence[Draft], roster: Roster
) -> Participant | None:
    """Return the one person an "A:" or words without a label can be of."""
    speakers = [person for person in people if person.role is Role.SPEAKER]
    if len(speakers) == 1:
        return speakers[0]
    if speakers:
        return None
    if not any(
        draft.part is Part.ANSWERER or draft.cue is None or _is_spokesperson(draft.label or "")
        for draft in drafts
    ):
        return None
    said = roster.header.lower()
    named = {
        normalize(person.name): person
        for person in roster.in_header()
        if _SPEAKS_FOR.search(person.title or "")
        or f"by {person.title} {person.name}".lower() in said
        or re.search(rf"\bby\s[^.]{{0,80}}{re.escape(person.name.lower())}", said)
        or re.search(rf"{re.escape(person.name.lower())}\b[^.]{{0,200}}\b{_HELD}", said)
    }
    if not named and _INTERVIEW.search(said):
        titled = [person for person in roster.in_header() if person.title]
        named = {normalize(p.name): p for p in titled if not _INTERVIEWS.search(p.title or "")}
    if len(named) != 1:
        return None
    (person,) = named.values()
    return Participant(person.name, Role.SPEAKER, person.title)


def _is_spokesperson(label: str) -> bool:
    """Tell a label that can only be the sole speaker's ("Spokesman", "发言人")."""
    return role_key(label).startswith(_SPOKESPERSON)
