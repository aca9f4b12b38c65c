"""Questions and answers whose label is lost: they stand in the turn of whoever spoke before."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from briefings.transcripts.parsing.calls import calls_for_questions
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS

_ASKS = compiled(
    r"[?？]|\b(?:could|can|would)\s+you\b|\bplease\s+(?:share|tell|explain|comment)\b|请问|请您"
)
_THANKS_END = compiled(
    r"(?:thank(?:s| you)[^.?!]{0,30}[.!?]?|谢谢[。！]?|gracias[.!]?)\s*$", re.IGNORECASE
)
_TAKES_QUESTION = compiled(
    r"^\W*(?:(?:okay|ok|well|yes|sure|hello|good)[,.]?\s*)?(?:(?:many\s+)?thank(?:s| "
    r"you)[^.]{0,40}\b(?:questions?|attention)\b|i (?:will|would like to) answer|"
    r"thank(?:s| you)[.,]|let me|(?:mr|ms|dr)\.? .{0,60}\b(?:answer|take|question)|"
    r"谢谢.{0,12}(?:提问|问题)|感谢.{0,12}(?:提问|问题|关注)|gracias por (?:la|su|tu) pregunta)",
    re.IGNORECASE,
)
# An official does not end an answer so, a reporter begins so: "My question is about fakes. … ?"
_ASKER_OPENS = compiled(
    r"\W*(?:(?:good\s+\w+|hello|thank(?:s|\s+you))[^.?!]{0,40}[.,!]\s+)?"
    r"(?:(?:(?:I[’']d|I\s+would|we[’']d|we\s+would)\s+(?:also\s+)?like|I\s+want(?:ed)?)\s+to\s+ask"
    r"(?!\s+(?:Mr|Ms|Mrs|Dr|my|our|all|every|friends|the\s+media|you\s+(?:all|to)))|"
    r"my\s+(?:first\s+|other\s+)?questions?\s+(?:is|are|concerns?|goes|has)\b|"
    r"I\s+(?:also\s+)?have\s+(?:a|one|two|three|another|several)\s+(?:\w+\s+)?questions?\b|"
    r"(?:may|can|could)\s+I\s+ask\b(?!\s+(?:Mr|Ms|Mrs|Dr|Prof|Minister|Director|my|our|everyone)\b))"
    r"|\W*(?:谢谢主持人[，。]?)?(?:我的问题是|我(?:有(?:一|两|三|几)个问题|想(?:请)?问)|请问|想请问)",
    re.IGNORECASE,
)
# "I'm from Phoenix TV.", "I am a reporter with Red Star News.", "我是海岸日报的记者"
_INTRODUCES = compiled(
    r"\W*(?:(?:good\s+\w+|hello|thank(?:s|\s+you))[^.?!]{0,40}[.,!]\s+)?"
    r"(?:I\s?[’']?\s?a?m\s+(?:an?\s+(?:\w+\s+)?(?P<reporter>reporter|journalist|correspondent)\s+)?"
    r"(?:from|with|for|of)\s+(?P<outlet>[A-Z][^.?!]{1,80})[.?!,]|"
    r"(?:谢谢主持人[，。]?)?我(?:是|来自)[^，。？]{2,24}(?P<zh>记者))"
)
_ASKS_LAST = compiled(
    r"[?？]\W*(?:(?:many\s+)?thank(?:s|\s+you)[^.?!]{0,30}[.!]?|谢谢[。！]?|gracias[.!]?)?\s*$",
    re.IGNORECASE,
)
MAX_LOST_QUESTION = 2500  # characters; the longest question of the seeds has 560
LOST_EVIDENCE = 4


def lost_questions(
    drafts: list[Draft], gaps: Sequence[int], usual_gap: int
) -> list[tuple[int, int]]:
    """Find questions whose outlet heading was lost: (turn, number of its last paragraphs).

    Their text follows the answer before it with only a wider gap: "… Thank you. \\n\\n\\n Due to
    multiple factors … What is your comment? Thank you. \\n\\n Tian Yulong:". Each sign alone can be
    chance, so several must meet, unless the first words can only be an asker's. ``gaps`` are blank
    lines before each block.
    """
    found = []
    for number, (draft, following) in enumerate(pairwise(drafts)):
        if draft.part in (Part.QUESTIONER, Part.VOICE) or draft.cue is None:
            continue
        if following.part not in (Part.SPEAKER, Part.ANSWERER) or len(draft.paragraphs) < 2:
            continue
        for count in (1, 2, 3):
            if len(draft.paragraphs) <= count:
                break
            text = " ".join(draft.paragraphs[-count:])
            if len(text) > MAX_LOST_QUESTION:
                break
            if _opens_as_asker(draft, following, count, text) or _is_answered(
                draft, following, count, text
            ):
                found.append((number, count))
                break
            gap = gaps[draft.blocks[-count]]
            if gap <= usual_gap:
                continue
            evidence = 2
            evidence += bool(_ASKS.search(text[-600:]))
            evidence += bool(_THANKS_END.search(text[-60:]))
            evidence += bool(_TAKES_QUESTION.match(following.opening(200)))
            evidence += draft.label == following.label
            evidence += gap > usual_gap + 1
            if evidence >= LOST_EVIDENCE and _ASKS.search(text):
                found.append((number, count))
                break
    return found


def _opens_as_asker(draft: Draft, following: Draft, count: int, text: str) -> bool:
    """Return whether a turn's last paragraphs are asked, where labels have lines of their own."""
    if draft.part is Part.MODERATOR or following.cue is None or following.cue.style == "inline":
        return False
    opening = draft.paragraphs[-count]
    if _ASKER_OPENS.match(opening) and _ASKS_LAST.search(text):
        return True
    said = _INTRODUCES.match(opening) if _ASKS.search(text) or "question" in text else None
    return said is not None and bool(
        said["reporter"] or said["zh"] or MEDIA_WORDS.search(said["outlet"] or "")
    )


# "Thank you for your question." is said by who has been asked.
_FOR_THE_QUESTION = compiled(
    r"\W*(?:(?:okay|well|yes|sure|hello|good)[,.]?\s*)?(?:(?:many\s+)?thank(?:s|\s+you)[^.]{0,40}\bquestions?\b|"
    r"(?:谢谢|感谢).{0,12}(?:提问|问题|关注)|gracias\s+por\s+(?:la|su|tu)\s+pregunta|"
    r"(?:that|this)[’']?s?(?:\s+is)?\s+a\s+(?:very\s+)?(?:good|great|important)\s+question|"
    r"(?:Mr|Ms|Mrs|Dr|Prof)\.?\s.{0,60}\b(?:answer|take)\b|"
    r"(?:I(?:[’']ll|\s+will|\s+would\s+like\s+to)\s+(?:answer|take))\b|(?:这个问题)?我来回答)",
    re.IGNORECASE,
)


def _is_answered(draft: Draft, following: Draft, count: int, text: str) -> bool:
    """Return whether a turn's last paragraphs are asked and the next turn answers them.

    Said of the words alone, however many blank lines there are: the one who leads has opened the
    floor before them; or who speaks next is thanked for a question, or is the same as before, whose
    label would not be printed again had nobody spoken in between.
    """
    if following.cue is None or following.cue.style == "inline" or following.lost_heading:
        return False
    if not (_ASKS_LAST.search(text) or (_ASKS.search(text) and _THANKS_END.search(text[-60:]))):
        return False
    before = " ".join(draft.paragraphs[-count - 2 : -count])
    if draft.part is Part.MODERATOR:
        return following.part is Part.SPEAKER and calls_for_questions(before[-300:])
    return draft.label == following.label or bool(_FOR_THE_QUESTION.match(following.opening(120)))


def in_bold(
    drafts: Sequence[Draft], emphasised: Callable[[int], bool]
) -> list[tuple[int, int, int]]:
    """Find questions set in bold without a label: (turn, first paragraph, number of paragraphs).

    The European Central Bank's way: questions in bold, answers under names or under none. Only
    where no label asks; ``emphasised`` tells of a block whether all of it is bold.
    """
    if any(draft.part is Part.QUESTIONER for draft in drafts):
        return []
    found: list[tuple[int, int, int]] = []
    others: list[tuple[int, int, int]] = []
    sure = 0
    for number, draft in enumerate(drafts):
        bold = [emphasised(index) for index in draft.blocks]
        if draft.cue is not None and draft.cue.style != "alone" and bold:
            bold[0] = False  # the label's own paragraph
        start = 0
        for is_bold, group in groupby(range(len(bold)), key=bold.__getitem__):
            size = len(list(group))
            text = " ".join(draft.paragraphs[start : start + size])
            if is_bold and _ASKS.search(text[-600:]):
                found.append((number, start, size))
                sure += start + size == len(bold) and number + 1 < len(drafts)
            elif is_bold and found and _SENTENCE_END.search(text):
                others.append((number, start, size))  # "Tell us of the pier, please."
            start += size
    if not sure and len(found) < MIN_UNANSWERED:
        return []
    return sorted(found + others) if len(others) < len(found) else found


def lost_answers(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Find answers without a label: (turn, number of its last paragraphs).

    "Q. Is the Ambassador safe?" / "The Ambassador is not in Khartoum any more." Only where every
    label of the document is a question's, and what follows the first words that ask is not asked.
    """
    asked = [number for number, draft in enumerate(drafts) if draft.part is Part.QUESTIONER]
    if len(asked) < MIN_UNANSWERED or any(
        draft.cue is not None and draft.part is not Part.QUESTIONER for draft in drafts
    ):
        return []
    found = []
    for number in asked:
        paragraphs = drafts[number].paragraphs
        questions = next((i for i, text in enumerate(paragraphs) if _ASKS_LAST.search(text)), 0) + 1
        if questions < len(paragraphs):
            found.append((number, len(paragraphs) - questions))
    return found if 2 * len(found) > len(asked) else []


MIN_UNANSWERED = 2
_SENTENCE_END = compiled(r"[.!。！…][\"”’]?\s*$")
