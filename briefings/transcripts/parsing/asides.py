"""What is said under a question label and asks nothing: courtesy, replies, words called in."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.calls import CALL, COURTESY, SENTENCES, THANKS, is_call
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import word_set

# "Me?", "Oh, me?", "Was that me?": who asks so has not asked yet
_ATTENTION = re.compile(
    r"(?:\W*\b(?:oh|sorry|was|is|that|this|me|hello|hey|hi|yes)\b)+\W*",
    re.IGNORECASE,
)
MAX_ASIDE = 120
# "(Inaudible.)", "(Speaks in Spanish.)": what nobody took down is a question all the same
UNHEARD = re.compile(
    r"\W*(?:inaudible|off[\s-]?mic(?:rophone)?|indistinct|no audio|"
    r"(?:speak(?:s|ing)|asks(?:\s+a)?(?:\s+question)?|question)\s+in\s+(?:a\s+foreign\s+language|\w+))\W*",
    re.IGNORECASE,
)


def asks_nothing(drafts: Sequence[Draft], number: int, begun: bool) -> bool:
    """Return whether what stands under a question label asks nothing, courtesies apart.

    ``begun``: a question was asked before, to which a reply can belong.
    """
    text = drafts[number].text
    if len(text) > MAX_ASIDE:
        return False
    if UNHEARD.fullmatch(text):
        return number + 1 < len(drafts) and _could_not_hear(drafts[number + 1].text)
    return (
        bool(_YIELDS.fullmatch(text) or _CEDES.fullmatch(text))
        or interjects(drafts, number)
        or (begun and (replies(drafts, number) or _echoes(drafts, number)))
    )


def _could_not_hear(answer: str) -> bool:
    """ "Q  (Inaudible.)" "I’m sorry, I couldn’t hear you.": not even who was asked has heard it."""
    return len(answer) <= MAX_ASIDE and bool(_NOT_HEARD.search(answer))


_NOT_HEARD = re.compile(
    r"\b(?:(?:could\s?n[’']t|can[’']?t|cannot|can\s?not|did\s?n[’']t|don[’']t)\s+(?:quite\s+)?(?:hear|catch)|"
    r"speak\s+up|(?:say|ask|repeat)\s+(?:that|it)\b|louder|no\s+le\s+oigo|no\s+se\s+(?:oye|escucha))",
    re.IGNORECASE,
)
# "Le cedo la palabra a mi compañera.", "No, go ahead." to a colleague
_CEDES = re.compile(
    r"[^?¿]{0,60}\b(?:le\s+|les\s+)?ced[oe]\s+(?:la\s+palabra|el\s+turno|mi\s+(?:turno|pregunta))\b[^?¿]{0,60}",
    re.IGNORECASE,
)
_YIELDS = re.compile(
    r"(?=.*\b(?:ahead|after|first)\b)(?:\W|\b(?:no|oh|sorry|i[’']m|so|please|okay|you|(?:you\s+)?go\s+(?:ahead|first)|i[’']ll\s+(?:go|come)\s+after|"
    r"after\s+you)\b)+",
    re.IGNORECASE,
)


def is_courtesy(text: str, names: frozenset[str]) -> bool:
    """Return whether who is to ask, or has asked, only greets, thanks or asks to be heard.

    ``names`` are the words of the speakers' names, lower case: "Thank you, Ana."
    """
    return len(text) <= MAX_ASIDE and (is_aside(text, names) or checks_sound(text, names))


def checks_sound(text: str, names: frozenset[str] = frozenset()) -> bool:
    """ "Hi, thanks for taking my question.  Can you hear me now?" """
    if len(text) > MAX_ASIDE:
        return False
    rest, times = _HEARS.subn(" ", text)
    return times > 0 and is_aside(_FOR_THE_CALL.sub(" ", rest).replace("?", "."), names)


_HEARS = re.compile(
    r"\b(?:(?:let\s+me\s+know|i\s+don[’']t\s+know)\s+if\s+)?(?:can\s+(?:you|anyone|anybody|everyone|everybody)|"
    r"(?:do\s+)?you|is\s+anyone)(?:\s+(?:guys|all|both|can))*\s+(?:hear|hearing)\s+(?:me|us)\b"
    r"(?:\s+(?:now|okay|ok|all\s+right|alright|better|well|clearly|fine|clear|yet))*"
    r"|\bam\s+i\s+(?:on|audible|muted|unmuted)\b|\bis\s+(?:this|my\s+mic\w*)\s+(?:on|working)\b"
    r"|\bhow\s+are\s+you(?:\s+(?:all|doing|today|this\s+(?:morning|afternoon|evening)))*"
    r"|\bthere\s+we\s+go\b|\b(?:me|se)\s+(?:escuchan?|oyen?)\b(?:\s+bien)?|能听(?:得)?(?:到|见|清)(?:我)?(?:说话)?吗",
    re.IGNORECASE,
)
_FOR_THE_CALL = re.compile(
    r"\bfor\s+(?:taking|doing|having|holding)\s+(?:my\s+questions?|me|us|this|the)(?:\s+(?:call|briefing|question))?\b",
    re.IGNORECASE,
)


def is_aside(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Return whether what stands under a question label is courtesy and no question."""
    if len(text) > MAX_ASIDE:
        return False
    if _ATTENTION.fullmatch(text) or (names and _only_calls(text, names)):
        return True
    if "?" in text or "？" in text or UNHEARD.fullmatch(text):
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
    if "?" in text or CUT_OFF.search(text) or UNHEARD.fullmatch(text):
        return False
    if len(text.split()) > MAX_INTERJECTION or not 0 < number < len(drafts) - 1:
        return False
    before, after = drafts[number - 1], drafts[number + 1]
    if _CONTINUES.match(text) and number > 1 and _cut_off(drafts[number - 2]):
        return False  # the rest of a question that was cut off: "So it is not —" … "— a rule."
    return (
        before.label == after.label
        and bool(CUT_OFF.search(before.closing(4)))
        and bool(_CONTINUES.match(after.opening(4)))
    )


def _cut_off(draft: Draft) -> bool:
    """Return whether a question breaks off."""
    return draft.part is Part.QUESTIONER and bool(CUT_OFF.search(draft.closing(4)))


MAX_INTERJECTION = 6
CUT_OFF = re.compile(r"[—–-]\s*$")
_CONTINUES = re.compile(r"\s*(?:—|–|-|\.\.\.|…)")


def replies(drafts: Sequence[Draft], number: int) -> bool:
    """A short reply to a question asked back: "You mean the bridge?" / "Q  The ferry." """
    text, before = drafts[number].text, drafts[number - 1]
    if len(text) > MAX_REPLY or "?" in text or CUT_OFF.search(text) or UNHEARD.fullmatch(text):
        return False
    rest = len(text.split()) > MAX_INTERJECTION and not _SAYS_YES_OR_NO.match(text)
    if rest and number > 1 and _cut_off(drafts[number - 2]):
        return False  # what was cut off is only said now
    asked = _SORRY.sub("", before.closing(300).rstrip())
    if before.part is not Part.SPEAKER or not asked.endswith("?") or THANKS.match(text):
        return False
    last = [part for part in SENTENCES.split(asked) if part.strip()][-1]
    if is_call(last) or CALL.search(asked[-120:]) or _KICKS_OFF.search(last):
        return False
    if not _REQUESTS.search(text) and (_ASSENTS.search(text) or _words(text) & _words(last)):
        return True  # "On the trip?" / "On the trip, yes."
    back = len(asked) >= LEAST_COUNTER_QUESTION or _WHICH.search(asked)
    return bool(back) and not _TAKES_UP.match(text)


def _echoes(drafts: Sequence[Draft], number: int) -> bool:
    """A few words said after who speaks: "… paid for over time." / "Q  Paid for over time." """
    text, before = drafts[number].text, drafts[number - 1]
    if before.part is not Part.SPEAKER or len(text.split()) > MAX_INTERJECTION or "?" in text:
        return False
    if CUT_OFF.search(text) or _CONTINUES.match(text) or CALL.search(before.closing(60)):
        return False
    if _REQUESTS.search(text):
        return False
    said = _words(text)
    return bool(said) and said <= _words(" ".join(before.closing(200).split()[-12:]))


def _words(text: str) -> frozenset[str]:
    """Return the words that carry something, lower case."""
    return frozenset(re.findall(r"[^\W_][\w’'-]{3,}", _NOTED.sub(" ", text.lower()))) - _EMPTY


_NOTED = re.compile(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]")
_EMPTY = word_set("that this with okay yeah what your have just they does been were")
# "Just one more.", "And the last question on that."
_REQUESTS = re.compile(r"\b(?:questions?|one|two|more|last|another|follow)\b", re.IGNORECASE)
# "Could you say that again?  Sorry."
_SORRY = re.compile(r"(?<=\?)\s+(?:I[’']m\s+)?[Ss]orry\b[^?]{0,40}$")
_SAYS_YES_OR_NO = re.compile(r"\W*(?:yes|yeah|yep|no|nope|right|correct)\b", re.IGNORECASE)
_ASSENTS = re.compile(r"\b(?:yes|yeah|yep|correct|right|exactly|mm-hmm)[.!]?$", re.IGNORECASE)
MAX_REPLY = 60
_WHICH = re.compile(r"\b(?:who|what|which|when|where)\b", re.IGNORECASE)
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
