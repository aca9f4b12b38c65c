"""Who leads a briefing without a label that says so: who gives the floor and is never asked."""

import re
from collections import defaultdict
from collections.abc import Sequence

from briefings.transcripts.families.family import HOST_TITLE
from briefings.transcripts.parsing.asides import checks_sound, is_aside
from briefings.transcripts.parsing.calls import (
    CLOSES,
    MAX_CALL,
    WELCOMES,
    gives_floor,
    only_gives_floor,
)
from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.types import Role


def find_moderators(drafts: Sequence[Draft], roster: Roster) -> None:
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
        if (asked or roster.role(name)) and not _only_leads(drafts, numbers, roster):
            continue
        leads = sum(only_gives_floor(drafts[number].text) for number in numbers)
        if _tells_how_to_ask(drafts, numbers):
            sure = True
        elif leads and leads + closes + opens >= len(numbers):
            sure = True  # nothing but "Howard." and "Next, Nadia."
        else:
            gives = sum(
                gives_floor(drafts, number)
                or _is_heard(drafts, number, called)
                or _calls_by_initials(drafts, number, roster)
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


def _only_leads(drafts: Sequence[Draft], numbers: Sequence[int], roster: Roster) -> bool:
    """Return whether one who hands questions on calls for them too, and says little besides.

    Not a chief of several who opens and has something to say: "Dr. Roe? … Let me just add …".
    """
    between = [number for number in numbers[1:] if number + 1 < len(drafts)]
    calls = sum(
        drafts[number + 1].part is Part.QUESTIONER
        and (gives_floor(drafts, number) or _calls_by_initials(drafts, number, roster))
        for number in between
    )
    return calls >= MIN_CALLS and all(len(drafts[number].text) <= MAX_LED for number in between)


def _calls_by_initials(drafts: Sequence[Draft], number: int, roster: Roster) -> bool:
    """Return whether a short turn names who asks next under initials: "Simon?" before SR."""
    following = drafts[number + 1] if roster.keys and number + 1 < len(drafts) else None
    holder = roster.keys.get(following.label or "") if following else None
    said = drafts[number].text
    return len(said) <= MAX_CALL and any(
        word in said for word in ((holder.name if holder else None) or "").split()
    )


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
    if numbers[0] != 0 or len(between) < MIN_CALLS:
        return False
    said = f"{drafts[0].opening(1500)} {drafts[between[0]].opening(MAX_CALL)}"
    return _HOW_TO_ASK.search(said) is not None and (
        all(
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
    if number > 1 and _is_asked(drafts, number - 1) and _is_named(drafts, number, roster):
        return True
    if not _is_asked(drafts, number) or _is_heard(drafts, number, called):
        return False
    draft, following = drafts[number], drafts[number + 1] if number + 1 < len(drafts) else None
    if following is None or following.part is not Part.SPEAKER or len(draft.text) > MAX_CALL:
        return True
    name = roster.resolve(following.label).name if following.label else None
    return following.label == draft.label or not name or name.split()[-1] not in draft.text


def _is_named(drafts: Sequence[Draft], number: int, roster: Roster) -> bool:
    """Return whether the answer above ends by naming who speaks now: "… when it's safe. Fabi?"."""
    before, draft = drafts[number - 1], drafts[number]
    name = roster.resolve(draft.label or "").name
    if before.part is not Part.SPEAKER or not name or not before.text.rstrip().endswith("?"):
        return False
    last = re.findall(r"[\w’'-]+", before.closing(60))[-1:]
    return draft.label != before.label and last[0] in name.split()


def same_moderator(drafts: Sequence[Draft], roster: Roster) -> None:
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
