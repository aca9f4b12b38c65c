"""What is said under a question label and asks nothing: courtesy, replies, words called in."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.calls import CALL, COURTESY, SENTENCES, THANKS, is_call
from briefings.transcripts.parsing.turns import Draft, Part

# "Me?", "Oh, me?", "Was that me?": who asks so has not asked yet
_ATTENTION = re.compile(
    r"(?:\W*\b(?:oh|sorry|was|is|that|this|me|hello|hey|hi|yes)\b)+\W*",
    re.IGNORECASE,
)
MAX_ASIDE = 120
# "(Inaudible.)": a question that nobody could take down is one all the same
_UNHEARD = re.compile(r"\W*(?:inaudible|off[\s-]?mic(?:rophone)?|indistinct|no audio)\W*", re.I)


def is_aside(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Return whether what stands under a question label is courtesy and no question."""
    if _ATTENTION.fullmatch(text) or (names and _only_calls(text, names)):
        return True
    if len(text) > MAX_ASIDE or "?" in text or "？" in text or _UNHEARD.fullmatch(text):
        return False
    if names:  # "Thank you, Ana."
        text = " ".join(word for word in text.split() if word.strip(".,!—–-").lower() not in names)
    return bool(COURTESY.fullmatch(text)) or not re.search(r"\w", text)


def _only_calls(text: str, names: frozenset[str]) -> bool:
    """ "Jen?  Jen?": who answers is called, nothing is asked."""
    words = re.findall(r"[^\W\d_][\w’'-]+", text.lower())
    return (
        bool(words) and len(words) <= 4 and set(words) <= names | {"hey", "ms", "mr", "secretary"}
    )


def interjects(drafts: Sequence[Draft], number: int) -> bool:
    """A few words called into a sentence that goes on: "… the map —" / "Q  Rescue." / "— plan."

    Words that break off are the start of a question ("But then, why —"), heard or not.
    """
    text = drafts[number].text
    if "?" in text or CUT_OFF.search(text) or _UNHEARD.fullmatch(text):
        return False
    if len(text.split()) > MAX_INTERJECTION or not 0 < number < len(drafts) - 1:
        return False
    before, after = drafts[number - 1], drafts[number + 1]
    return (
        before.label == after.label
        and bool(CUT_OFF.search(before.closing(4)))
        and bool(_CONTINUES.match(after.opening(4)))
    )


MAX_INTERJECTION = 6
CUT_OFF = re.compile(r"[—–-]\s*$")
_CONTINUES = re.compile(r"\s*(?:—|–|-|\.\.\.|…)")


def replies(drafts: Sequence[Draft], number: int) -> bool:
    """A short reply to a question asked back: "You mean the bridge?" / "Q  The ferry." """
    text, before = drafts[number].text, drafts[number - 1]
    if len(text) > MAX_REPLY or "?" in text or CUT_OFF.search(text) or _UNHEARD.fullmatch(text):
        return False
    if before.part is not Part.SPEAKER or not before.text.rstrip().endswith("?"):
        return False
    if THANKS.match(text) or _TAKES_UP.match(text) or len(before.text) < LEAST_COUNTER_QUESTION:
        return False
    last = [part for part in SENTENCES.split(before.text) if part.strip()][-1]
    return not (is_call(last) or CALL.search(before.closing(120)) or _KICKS_OFF.search(last))


MAX_REPLY = 60
LEAST_COUNTER_QUESTION = 12  # "Jeff?" calls on somebody, "Yes?" says go on
# "On infrastructure.", "A question about Haiti." say what is asked
_TAKES_UP = re.compile(
    r"\W*(?:(?:hi|hello|yes|yeah|sure|okay|so|and|well|just|also)\b\W*)*(?:on|about|regarding|a\s+question|"
    r"one|two|my|what|how|why|can|could|will|would|do|does|did|is|are|I\s+(?:want|have|was))\b",
    re.IGNORECASE,
)
_KICKS_OFF = re.compile(
    r"\b(?:kick|start|take|get)\s+(?:us|it|things)\b|\bquestions?\b", re.IGNORECASE
)
