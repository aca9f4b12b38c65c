"""What part each label has: who asks, who answers, who leads."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from briefings.transcripts.families.family import HOST_TITLE
from briefings.transcripts.parsing import bilingual
from briefings.transcripts.parsing.asides import checks_sound, is_aside
from briefings.transcripts.parsing.calls import (
    CLOSES,
    MAX_CALL,
    WELCOMES,
    gives_floor,
    only_gives_floor,
)
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.introductions import introduced
from briefings.transcripts.parsing.people import begins_with_title, is_name
from briefings.transcripts.parsing.presenting import own_name
from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS, MEDIA_ZH, role_key
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
        and (
            ("uestion" in draft.opening(160) and _FROM_WHOM.search(draft.opening(160)))
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
    _find_moderators(drafts, roster)
    _same_moderator(drafts, roster)


def _by_words(draft: Draft, evidence: Evidence, roster: Roster) -> Part | None:
    cue = draft.cue
    assert cue is not None  # noqa: S101 (narrowing for the type checker; callers see to it)
    shape = evidence.shape(bilingual.parts(cue.label)[0], cue.affiliation)
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


def _find_moderators(drafts: Sequence[Draft], roster: Roster) -> None:
    """A person who gives the floor and never speaks right after a question leads the briefing."""
    turns: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.part is Part.SPEAKER and draft.label:
            turns[roster.resolve(draft.label).name or draft.label].append(number)
    if len(turns) < 2 or not any(d.part is Part.QUESTIONER or d.lost_heading for d in drafts):
        return
    called = frozenset(word.lower() for name in turns for word in re.findall(r"\w[\w’'-]+", name))
    for name, numbers in turns.items():
        if roster.role(name) is Role.MODERATOR:
            continue
        if any(_answers(drafts, number, called, roster) for number in numbers):
            continue
        asked = any(_is_asked(drafts, number) for number in numbers)
        title = roster.resolve(drafts[numbers[0]].label or "").title
        opens = numbers[0] == 0 and bool(WELCOMES.search(drafts[0].opening(600)))
        closes = numbers[-1] == len(drafts) - 1 and bool(CLOSES.search(drafts[-1].closing()))
        if asked and opens and closes and _only_hands_on(drafts, numbers):
            for number in numbers:
                drafts[number].part = Part.MODERATOR
            continue
        if (asked or roster.role(name)) and not _only_leads(drafts, numbers):
            continue
        leads = sum(only_gives_floor(drafts[number].text) for number in numbers)
        if _tells_how_to_ask(drafts, numbers):
            sure = True
        elif leads and leads + closes + opens >= len(numbers):
            sure = True  # nothing but "Howard." and "Next, Nadia."
        else:
            gives = sum(
                gives_floor(drafts, number) or _is_heard(drafts, number, called)
                for number in numbers
            )
            host = (
                bool(title and HOST_TITLE.search(title))
                or f"{name}主持" in roster.header
                or any(
                    draft.part is Part.QUESTIONER and draft.label == drafts[numbers[0]].label
                    for draft in drafts
                )
            )  # who reads questions out
            least = 0.6 if roster.role(name) is None else LISTED_GIVES
            sure = gives + opens + closes + 2 * host >= max(2, least * len(numbers))
        for number in numbers if sure else ():
            drafts[number].part = Part.MODERATOR


def _only_leads(drafts: Sequence[Draft], numbers: Sequence[int]) -> bool:
    """Return whether one who hands questions on calls for them too, and says little besides.

    Not a chief of several who opens and has something to say: "Dr. Roe? … Let me just add …".
    """
    between = [number for number in numbers[1:] if number + 1 < len(drafts)]
    calls = sum(
        drafts[number + 1].part is Part.QUESTIONER and gives_floor(drafts, number)
        for number in between
    )
    return calls >= MIN_CALLS and all(len(drafts[number].text) <= MAX_LED for number in between)


def _only_hands_on(drafts: Sequence[Draft], numbers: Sequence[int]) -> bool:
    """Return whether one who opens in a few words then does nothing but hand questions on.

    The host of a health commission's live page, whose calls for questions are not taken down.
    """
    between = [number for number in numbers if number + 1 < len(drafts)]
    return all(len(drafts[number].text) <= MAX_LED for number in between) and all(
        _is_asked(drafts, number) or gives_floor(drafts, number) for number in between[1:]
    )


MIN_CALLS = 2


def _tells_how_to_ask(drafts: Sequence[Draft], numbers: Sequence[int]) -> bool:
    """Return whether one who opens says how to ask, and speaks before questions alone from then on.

    "I'm with the Office of Media Relations. … When I call on you, state your name." / "Yes, ma'am."
    """
    between = [number for number in numbers[1:] if number + 1 < len(drafts)]
    return (
        numbers[0] == 0
        and len(between) >= MIN_CALLS
        and _HOW_TO_ASK.search(drafts[0].opening(1500)) is not None
        and all(
            drafts[number + 1].part is Part.QUESTIONER and len(drafts[number].text) <= MAX_CALL
            for number in between
        )
    )


_HOW_TO_ASK = re.compile(
    r"\b(?:take\s+(?:your\s+|some\s+|a\s+few\s+)?questions|call\s+on\s+you|(?:state|say|give)\s+your\s+name|"
    r"raise\s+your\s+hands?|media\s+relations|press\s+office|public\s+affairs|moderat\w+)\b",
    re.IGNORECASE,
)


def _is_heard(drafts: Sequence[Draft], number: int, called: frozenset[str]) -> bool:
    """ "Yes, we can." to a reporter who asks whether she is heard."""
    return number > 0 and checks_sound(drafts[number - 1].text, called)


MAX_LED = 400  # characters between the opening and the close of one who only leads
LISTED_GIVES = 0.9  # of the turns of one whom a list has among the speakers


def _is_asked(drafts: Sequence[Draft], number: int) -> bool:
    """Return whether a turn follows a question that was asked."""
    before = drafts[number - 1] if number else None
    return before is not None and before.part is Part.QUESTIONER and not is_aside(before.text)


def _answers(drafts: Sequence[Draft], number: int, called: frozenset[str], roster: Roster) -> bool:
    """Return whether a turn follows a question that was asked, and does more than hand it on.

    ``called`` are the words of the names of all who speak, lower case.
    """
    if not _is_asked(drafts, number) or _is_heard(drafts, number, called):
        return False
    draft, following = drafts[number], drafts[number + 1] if number + 1 < len(drafts) else None
    if following is None or following.part is not Part.SPEAKER or len(draft.text) > MAX_CALL:
        return True
    name = roster.resolve(following.label).name if following.label else None
    return following.label == draft.label or not name or name.split()[-1] not in draft.text


def _same_moderator(drafts: Sequence[Draft], roster: Roster) -> None:
    """Who leads under one label ("MODERATOR (Deng Lan)") leads under every other ("Deng Lan")."""
    names = {
        roster.resolve(draft.label).name
        for draft in drafts
        if draft.part is Part.MODERATOR and draft.label
    } - {None}
    for draft in drafts:
        if draft.part is not Part.SPEAKER or not draft.label:
            continue
        name = roster.resolve(draft.label).name
        if name in names or roster.role(name) is Role.MODERATOR:
            draft.part = Part.MODERATOR
