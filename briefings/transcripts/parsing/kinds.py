"""Turns → kinds and exchanges: questions, answers, handoffs, and the words of who leads."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.asides import CUT_OFF, asks_nothing, is_aside, is_courtesy
from briefings.transcripts.parsing.calls import (
    CLOSES,
    MAX_CLOSE,
    THANKS,
    adds,
    calls_for_questions,
    calls_on,
    only_gives_floor,
)
from briefings.transcripts.parsing.follow_ups import is_about_sound
from briefings.transcripts.parsing.handoffs import HANDS_OVER, hands_over
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.types import Kind


def settle(drafts: Sequence[Draft]) -> list[tuple[Kind, int | None]]:
    """Give every turn its kind and the number of its exchange."""
    kinds: list[tuple[Kind, int | None]] = []
    exchange = 0
    closed = True  # before the first question, and after guests have been let go
    called = frozenset(
        word.lower()
        for draft in drafts
        if draft.speaker
        for word in re.findall(r"[^\W\d_][\w’'-]+", draft.speaker)
    )
    greeted = False  # by who was to ask, or asked whether he is heard
    for number, draft in enumerate(drafts):
        if draft.part is Part.QUESTIONER:
            greeted = is_courtesy(draft.text, called)
            if not draft.lost_heading and (greeted or asks_nothing(drafts, number, exchange > 0)):
                kinds.append((Kind.REMARKS, None))
            else:
                exchange, closed = exchange + 1, False
                kinds.append((Kind.QUESTION, exchange))
            continue
        farewell = exchange > 0 and _lets_go(drafts, number)
        closed = closed or farewell
        if farewell and draft.part is Part.SPEAKER:
            kind = Kind.MODERATION if len(draft.text) <= MAX_FAREWELL else Kind.REMARKS
        else:
            kind = _kind_of_speech(drafts, number, kinds, closed, greeted)
        greeted = False
        told = kind in (Kind.ANSWER, Kind.HANDOFF)
        kinds.append((kind, exchange if told else None))
    return kinds


def _kind_of_speech(
    drafts: Sequence[Draft],
    number: int,
    kinds: Sequence[tuple[Kind, int | None]],
    closed: bool,
    greeted: bool,
) -> Kind:
    """Say what a turn is that no reporter speaks.

    ``closed``: no question waits for an answer; ``greeted``: courtesy or "Can you hear me?" has
    just been said by who is to ask.
    """
    draft = drafts[number]
    previous = drafts[number - 1] if number else None
    following = drafts[number + 1] if number + 1 < len(drafts) else None
    asked = previous is not None and previous.part is Part.QUESTIONER
    if draft.part is Part.MODERATOR:
        handed = HANDS_OVER.search(draft.text) and hands_over(draft, following)
        if asked and not closed and handed:
            return Kind.HANDOFF  # "请王少峰副厅长回答这个问题。"
        return Kind.ANSWER if asked and not closed and _answers(draft) else Kind.MODERATION
    if draft.part is Part.VOICE:
        return Kind.REMARKS
    called_on = following is not None and following.part in (Part.QUESTIONER, Part.MODERATOR)
    # what follows a question is its answer, "Go ahead." too; what follows "Thank you." is none
    answering = asked and kinds[-1][0] is Kind.QUESTION
    another = previous is not None and not asked and _another_person(previous, draft)
    if not answering and (another or asked or previous is None or closed):
        led = another and not closed and calls_on(drafts, number)
        if (called_on and led) or ((called_on or asked) and only_gives_floor(draft.text)):
            return Kind.MODERATION  # who answered before now leads: "Last one."
        first = previous is None or previous.label != draft.label
        if closed and first and following is not None and _opens_call(draft, following):
            return Kind.MODERATION
        if number and _ends_briefing(draft, following) and not _without_questions(kinds):
            return Kind.MODERATION
        begun = CUT_OFF.search(draft.text) and not THANKS.match(draft.text)  # "The —"
        idle = greeted or not (called_on or begun)
        if number and idle and is_aside(draft.text):  # "Thank you so much." "Thanks, all."
            beside = {other.label for other in (previous, following) if other is not None}
            hosts = len(beside) == 1 and kinds[-1][0] is Kind.ANSWER
            return Kind.MODERATION if hosts and draft.label not in beside else Kind.REMARKS
        if greeted and is_about_sound(draft.text):
            return Kind.MODERATION
    if closed:
        return Kind.REMARKS
    return Kind.HANDOFF if hands_over(draft, following) else Kind.ANSWER


def _another_person(previous: Draft, draft: Draft) -> bool:
    """Return whether two turns in a row are of two people; nameless officials share a label."""
    return previous.label != draft.label or "official" in (draft.label or "").lower()


def _opens_call(draft: Draft, following: Draft) -> bool:
    """Return whether one of two nameless officials only says how the other may be quoted."""
    same = draft.label == following.label and _another_person(draft, following)
    return same and len(draft.text) <= MAX_OPENING and bool(_ON_BACKGROUND.search(draft.text))


MAX_OPENING = 2000  # characters
_ON_BACKGROUND = re.compile(r"\bon\s+background\b|\battribut|\bembargo", re.IGNORECASE)


def _without_questions(kinds: Sequence[tuple[Kind, int | None]]) -> bool:
    return all(kind is not Kind.QUESTION for kind, _ in kinds)


def _ends_briefing(draft: Draft, following: Draft | None) -> bool:
    """Return whether a turn only ends the briefing: "Thank you, everyone.  See you tomorrow." """
    if following is not None or len(draft.text) > MAX_CLOSE or adds(draft.text):
        return False
    if is_aside(draft.text) and not _TO_ALL.search(draft.text):
        return False  # "Thank you very much.", a guest's last words
    return bool(CLOSES.search(draft.text))


_TO_ALL = compiled(
    r"\b(?:every(?:one|body)|all|guys|folks|day|afternoon|evening|weekend|tomorrow|todos|todas)\b|大家|各位",
    re.IGNORECASE,
)


def _lets_go(drafts: Sequence[Draft], number: int) -> bool:
    """Return whether a host thanks guests who have answered and lets them go.

    "Thank you both for joining us.", "Thank you, Secretary Doe.  Come back soon." – "Great." What
    the host goes on to say after that is another opening.
    """
    draft = drafts[number]
    head = draft.text if len(draft.text) <= MAX_FAREWELL else draft.opening(LEAST_OPENING)
    if "hank" not in head and " go" not in head:
        return False
    place = number - 1
    while place >= 0 and drafts[place].part is Part.QUESTIONER and is_aside(drafts[place].text):
        place -= 1  # "Q  Thank you."
    guest = drafts[place] if place >= 0 else None
    if guest is None or guest.part is not Part.SPEAKER or guest.label == draft.label:
        return False
    if _FAREWELL.search(head):
        return True
    following = drafts[number + 1] if number + 1 < len(drafts) else None
    if following is None or following.label != guest.label or not THANKS.match(draft.text):
        return False
    name = (guest.label or "").rpartition(" ")[2].lower()
    short = len(draft.text) <= MAX_FAREWELL and len(following.text) <= MAX_RETURN
    return short and bool(name) and name in draft.text.lower()


MAX_FAREWELL = 500
MAX_RETURN = 60  # characters in which guests return the thanks
LEAST_OPENING = 200  # characters of a long turn in which the farewell stands
_FAREWELL = re.compile(
    r"\bthank(?:s|\s+you)\b[^.?!]{0,60}\b(?:for\s+(?:joining|coming|being\s+here|being\s+with\s+us))\b"
    r"|\blet\s+(?:them|him|her|you|you\s+all|the\s+\w+)\s+go\b",
    re.IGNORECASE,
)


def _answers(draft: Draft) -> bool:
    """Return whether a moderator's words after a question answer it."""
    text = draft.text
    if calls_for_questions(draft.closing(200)):
        return False
    return len(text) > LEAST_OF_MODERATOR or bool(_TAKES_IT.match(text))


LEAST_OF_MODERATOR = 400  # characters: a moderator's calls are shorter
_TAKES_IT = compiled(
    r"\W*(?:(?:谢谢.{0,12}[，。])?(?:这个问题)?我来(?:回答|介绍|说)|"
    r"I(?:[’']ll|\s+will|\s+can)\s+(?:answer|take)\s+(?:this|that)\b)",
    re.IGNORECASE,
)
