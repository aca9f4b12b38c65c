"""What part each label has: who asks, who answers, who leads."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from briefings.transcripts.parsing import bilingual
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.introductions import introduced
from briefings.transcripts.parsing.leading import find_moderators, same_moderator
from briefings.transcripts.parsing.numbered import NUMBERED
from briefings.transcripts.parsing.people import begins_with_title, is_name
from briefings.transcripts.parsing.presenting import own_name
from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import (
    MEDIA_WORDS,
    MEDIA_ZH,
    QUESTION_LABELS,
    role_key,
)
from briefings.transcripts.types import Role

_QUESTION_END = re.compile(r"[?？]['\"”’)]*\s*(?:.{0,160})$", re.DOTALL)
# "UNIDENTIFIED FEMALE:", "Speaker 6:" may be a reporter or anybody; what is asked is a question.
_NOBODY_KNOWN = re.compile(r"(?:unidentified|unknown|audience|participant)\b", re.IGNORECASE)
_NUMBERED_VOICE = re.compile(r"speaker(?:\s+\d+)?$", re.IGNORECASE)


def _asking_voices(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the turns of voices without a name that ask; a numbered one must do nothing else."""
    labels = {draft.label for draft in drafts if draft.label}
    nobodies = {label for label in labels if _NOBODY_KNOWN.match(label)}
    numbered = {label for label in labels if _NUMBERED_VOICE.match(label)}
    if not nobodies and not numbered:
        return []
    voices = [draft for draft in drafts if draft.label in nobodies | numbered]
    else_too = {draft.label for draft in voices if not looks_like_question(draft)} - nobodies
    return [draft for draft in voices if draft.label not in else_too and looks_like_question(draft)]


def looks_like_question(draft: Draft) -> bool:
    """Return whether a turn ends in a question, thanks apart."""
    return bool(_QUESTION_END.search(draft.closing(400)))


# "From Ana Roe of Harbour Daily: “Will it sail?”", "Her second question: “When?”"
_QUOTES = re.compile(
    r"(?:\bquestions?\b[^“\"”]{0,100}|(?:^|[.!?]\s)\W*From\s+[A-ZÀ-Þ][^“\"”]{2,80}|\basks)[:,]?\s*"
    r"[“\"][^”\"]{8,}[”\"]\W*$"
)
# "Question from Ana Roe of Harbour Daily: Will it sail?", read out for who is not in the room
_FROM_WHOM = re.compile(
    r"\b(?:(?:first|second|third|next|last|another|final)\s+)?question\s+(?:is\s+)?from\s+"
    r"[A-ZÀ-Þ][^:?]{2,60}:\s",
    re.IGNORECASE,
)
# "We have one from social media. Will it sail?" – but "One from Zoom. Ana, are you there?"
_SENT_IN = re.compile(
    r"\b(?:question|one)\b[^?.]{0,50}\b(?:online|chat|social\s+media|e-?mail|inbox|writing|"
    r"submitted|sent\s+in|came\s+in|WhatsApp|Webex|Zoom|Slido)\b[^?.:]{0,30}[.:]\s+"
    r"(?![^?]*\b(?:you\s+(?:there|hear|with)|hear\s+(?:me|us)|unmute|your\s+(?:question|line))\b)[^?]{30,}\?",
    re.IGNORECASE,
)
MAX_QUOTED = 1500  # characters of a question that is read out


def _read_out(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the turns in which somebody reads a reporter's question out, and another answers."""
    return [
        draft
        for draft, following in pairwise(drafts)
        if draft.part is None
        and draft.label
        and following.label != draft.label
        and looks_like_question(draft)
        and role_key(following.label or "") not in QUESTION_LABELS
        and (
            _SENT_IN.search(draft.opening(500))
            or ("uestion" in draft.opening(160) and _FROM_WHOM.search(draft.opening(160)))
            or (draft.text.rstrip()[-1:] in '”"' and _QUOTES.search(draft.text[-MAX_QUOTED:]))
        )
    ]


def assign_parts(drafts: Sequence[Draft], evidence: Evidence, roster: Roster) -> None:
    """Say of every label what part it has. Known words first, then behaviour in the document."""
    undecided: dict[str, list[int]] = defaultdict(list)
    for draft in [*_asking_voices(drafts), *_read_out(drafts)]:
        draft.part = draft.part or Part.QUESTIONER
    for number, draft in enumerate(drafts):
        if draft.part is not None:
            continue
        if draft.cue is None:
            draft.part = Part.SPEAKER
            continue
        draft.part = _by_words(draft, evidence, roster)
        if draft.part is None:
            undecided[draft.cue.label].append(number)
    listed = bool(roster.speakers())
    most = max(map(len, undecided.values()), default=0)
    asked = any(draft.part is Part.QUESTIONER for draft in drafts)
    for label, numbers in undecided.items():
        if len(numbers) >= 3 and len(numbers) == most and not listed:
            part = Part.SPEAKER  # whoever speaks most often is the one who is asked
        else:
            part = _by_behaviour(label, numbers, drafts, evidence, listed, asked)
        for number in numbers:
            drafts[number].part = part
    roster.learn(
        [draft.label for draft in drafts if draft.label and draft.part is not Part.QUESTIONER]
    )
    roster.note_moderators(_self_named(drafts))
    find_moderators(drafts, roster)
    same_moderator(drafts, roster)


# "(Jo Roe, Daily Pier)" among reporters in round brackets is one, too
_PERHAPS_PRESS = frozenset(["person", "title", "media", "outlet"])


def _by_words(draft: Draft, evidence: Evidence, roster: Roster) -> Part | None:
    cue = draft.cue
    assert cue is not None  # noqa: S101 (narrowing for the type checker; callers see to it)
    shape = evidence.shape(bilingual.parts(cue.label)[0], cue.affiliation)
    if cue.style == NUMBERED:
        return Part.QUESTIONER
    if cue.style.startswith("round") and evidence.press_in_round and shape in _PERHAPS_PRESS:
        return Part.QUESTIONER
    simple = {
        "question": Part.QUESTIONER,
        "answer": Part.ANSWERER,
        "moderator": Part.MODERATOR,
        "voice": Part.VOICE,
        "office": Part.SPEAKER,
        "outlet": Part.QUESTIONER,
    }
    if shape == "participant":
        name = roster.resolve(cue.label).name
        return Part.MODERATOR if roster.role(name) is Role.MODERATOR else Part.SPEAKER
    if shape == "honorific":
        outlet = cue.affiliation
        if outlet and (
            evidence.names.outlet(outlet) or MEDIA_WORDS.search(outlet) or MEDIA_ZH.search(outlet)
        ):
            return Part.QUESTIONER
        return Part.SPEAKER
    if shape == "capitals" and cue.style == "capitals":
        return Part.SPEAKER
    return simple.get(shape)


def _by_behaviour(
    label: str,
    numbers: Sequence[int],
    drafts: Sequence[Draft],
    evidence: Evidence,
    listed: bool,
    asked: bool,
) -> Part:
    """Decide of a name, a title or an outlet's words by what is said under it."""
    shape = evidence.shape(bilingual.parts(label)[0])
    asks = sum(
        looks_like_question(drafts[number]) or bool(_ADDRESSES.match(drafts[number].opening(80)))
        for number in numbers
    ) / len(numbers)
    size = sum(len(drafts[number].text) for number in numbers) / len(numbers)
    answered = sum(
        number + 1 < len(drafts) and drafts[number + 1].label != label for number in numbers
    )
    if shape == "media":
        # "Press Bureau official" may answer; an outlet asks
        return Part.QUESTIONER if asks >= 0.3 or size < 900 else Part.SPEAKER
    if shape == "title":
        return Part.QUESTIONER if asks > 0.5 and asked and listed else Part.SPEAKER
    if shape == "capitals" and (begins_with_title(label) or not is_name(proper_case(label), 2)):
        return Part.SPEAKER
    if any(_introduces_outlet(drafts[number], evidence) for number in numbers):
        return Part.QUESTIONER
    short = size < 1500
    if asks >= 0.5 and short and answered and (listed or asked or len(numbers) <= 3):
        return Part.QUESTIONER
    return Part.SPEAKER


# "Kallol here. Sir, the Ambassador has said something on ferries --"
_ADDRESSES = re.compile(r"(?:[^.?!,]{0,40}[.!,]\s+)?(?:sir|ma[’']am|madam),\s", re.IGNORECASE)


def _introduces_outlet(draft: Draft, evidence: Evidence) -> bool:
    """ "RACHEL ROE.  Hi. Rachel Roe from the Harbour Post. What …": who says so is a reporter."""
    said = introduced(draft.opening(), evidence.names)
    if said is None or not said.outlet or not said.reporter:
        return False
    known = evidence.names.outlet(said.outlet) or MEDIA_WORDS.search(said.outlet)
    own = set(said.reporter.casefold().split()) & set((draft.label or "").casefold().split())
    return bool(known and own)


def _self_named(drafts: Sequence[Draft]) -> dict[str, str]:
    """Return the names that moderators say of themselves, by labels that hold none."""
    said: dict[str, str] = {}
    for draft in drafts:
        if draft.part is Part.MODERATOR and (name := own_name(draft.opening(500))):
            said.setdefault(role_key(draft.label or ""), name)
    return said
