"""Turns → kinds and exchanges: questions, answers, handoffs, and the words of who leads."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.types import Kind

GIVES_FLOOR = re.compile(
    r"\b(?:next|last|final|first|another|more|one\s+more|two|open\s+(?:it\s+up\s+)?(?:for|"
    r"to))\s+(?:\w+\s+)?questions?\b|\bfloor\b|\bgo\s+(?:ahead|to)\b|\bover\s+to\b|"
    r"\bturn\s+(?:it\s+)?(?:over\s+)?to\b|\bplease\s+identify\b|\bidentify\s+your|"
    r"\bwill\s+go\s+to\b|\bnow\s+your\s+questions\b|"
    r"\b(?:name|state|say)\s+(?:your|which)\s+(?:\w+\s+)?(?:outlet|media|news|organi[sz]ation)\b|"
    r"\btake\s+(?:your|some|a\s+few|the)?\s*questions\b|\bopen\s+(?:it|the\s+line)|"
    r"请提问|继续提问|下一个问题|最后(?:一|两|二)个?(?:提问|问题)|开始提问|提问环节|现在提问|举手|"
    r"siguiente\s+pregunta|preguntas",
    re.IGNORECASE,
)
WELCOMES = re.compile(
    r"\bwelcome\b|\bjoin(?:ed|ing)\b|\bpleased\s+to\s+(?:have|be)|\bdelighted\b|"
    r"\bwith\s+us\s+today\b|欢迎|邀请到|请到了|bienvenid",
    re.IGNORECASE,
)
CLOSES = re.compile(
    r"\bthat(?:[’']s|\s+is)\s+all\b|\bconcludes?\b|\bthat[’']ll\s+be\s+(?:all|it)\b|"
    r"\bgood-?\s?bye\b|\bsee\s+you\b|"
    r"\bthank(?:s|\s+you)[^.?!]{0,40}\b(?:everyone|everybody|all|guys|friends|press|media|joining|"
    r"coming|time|day|speakers)\b|"
    r"\btime\s+is\s+up\b|\bthis\s+is\s+the\s+end\b|\bend\s+(?:of\s+)?(?:the|this|today)\b|"
    r"\bcome\s+to\s+(?:an\s+end|a\s+close)\b|"
    r"\bappreciate\s+it\b|\bwe[’']ll\s+see\s+you\b|\bhave\s+a\s+(?:good|great|nice)\b|"
    r"\bdisconnect\b|\bthank(?:s|\s+you),?\s+(?:so|very)\s+much\b|"
    r"\bleave\s+it\s+there\b|\bthat[’']s\s+it\b|\bclose\s+the\s+(?:briefing|conference)\b|"
    r"\bgood\s+night\b|\bbye\b|\ba\s+wrap\b|\b(?:conference|briefing)\s+is\s+over\b|"
    r"por\s+(?:terminad|concluid)a|\b(?:nos\s+vemos|ahí\s+nos\s+vemos)\b|\bno\s+hay\s+más\s+preguntas\b|"
    r"merci\s+à\s+tous|bonne\s+(?:journée|soirée)|buenas\s+(?:tardes|noches)\W*$|"
    r"\bcall\s+it\b|\bwrap\s+(?:it\s+|this\s+)?up\b|"
    r"到此结束|到此为止|再见|就到这里|发布会结束|感谢各位|谢谢(?:大家|各位)|muchas\s+gracias|"
    r"hasta\s+(?:luego|mañana|pronto)|buen\s+día|gracias\s+a\s+todos",
    re.IGNORECASE,
)
CLOSING_CHARACTERS = 500
MAX_CALL = 160  # "Next, Teri Scholz of National Radio."


def gives_floor(drafts: Sequence[Draft], number: int) -> bool:
    """Return whether a turn calls for a question, in words or by being short before it."""
    draft = drafts[number]
    asked = number + 1 < len(drafts) and drafts[number + 1].part is Part.QUESTIONER
    if GIVES_FLOOR.search(draft.closing(300)):
        return True
    if not asked or len(draft.text) > MAX_CALL:
        return False
    label = drafts[number + 1].label or ""
    return any(
        word in label for word in re.findall(r"[A-ZÀ-Þ]\w{2,}|[\u4e00-\u9fff]{2,}", draft.text)
    )


_COURTESY = re.compile(
    r"(?:\W|\d|\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|\b(?:thank(?:s)?|you|very|so|much|okay|ok|yes|yeah|"
    r"yep|no|right|sure|all|great|good|gotcha|absolutely|exactly|correct|confirmed|awesome|perfect|"
    r"true|wonderful|delighted|good\s+one|i\s+(?:know|get)|it[’']s\s+(?:fine|okay|true)|"
    r"(?:that|it)\s+would(?:\s+be|\s+indeed)|have\s+a\s+(?:good|great|nice)|weekend|trip|"
    r"safe\s+travels|"
    r"morning|afternoon|evening|hi|hello|hey|sorry|got|it|understood|please|sir|ma[’']?am|madam|"
    r"mr|ms|mrs|dr|"
    r"secretary|president|vice|minister|appreciate|that|that’s|fine|fair|enough|of|course|well|oh|"
    r"ah|um|uh|"
    r"everyone|everybody|again|for|and|the|a|lot|i|see|we|welcome|bye|happy|birthday|"
    r"congratulations|"
    r"gracias|muchas|sí|bueno|buenos|buenas|días|tardes|谢谢|谢谢您|好的|你好|您好|明白了|"
    r"inaudible|laughter|laughs|crosstalk|cross-talk)\b)+",
    re.IGNORECASE,
)
# "Me?", "Oh, me?", "Was that me?": who asks so has not asked yet
_ATTENTION = re.compile(
    r"(?:\W*\b(?:oh|sorry|was|is|that|this|me|hello|hey|hi|yes)\b)+\W*",
    re.IGNORECASE,
)
MAX_ASIDE = 120
# "(Inaudible.)": a question that nobody could take down is one all the same
_UNHEARD = re.compile(r"\W*(?:inaudible|off[\s-]?mic(?:rophone)?|indistinct|no audio)\W*", re.I)
_HANDS_OVER = re.compile(
    r"\b(?:will|would|may|can|could|to|should)\s+(?:(?:now|please|also|then|like\s+to|help|"
    r"first)\s+)*(?:answer|take|respond|reply|address|handle|introduce|explain|elaborate|speak|"
    r"brief|add|come\s+in|"
    r"share|give|talk)\b|\b(?:over|turn(?:\s+it)?(?:\s+over)?|pass(?:\s+it)?|"
    r"hand(?:\s+it)?(?:\s+over)?|defer|go|back|give\s+(?:this|the\s+floor)|leave\s+(?:that|it|"
    r"this)|refer)\s+to\b|\b(?:let|invite|ask|have)\s+"
    r"(?:(?:please|also)\s+)?(?:mr|ms|mrs|dr|minister|director|professor|our|my|the|general|"
    r"secretary|[A-Z])|\bplease\b|\bfloor\b|\bdo\s+you\s+want\s+to\b|"
    r"请.{0,24}(?:回答|介绍|解答|回应|补充|来答|谈)|由.{0,24}(?:回答|介绍|解答|回应)|交给|有请|"
    r"le\s+(?:doy|cedo)\s+la\s+palabra|adelante",
    re.IGNORECASE,
)
MAX_HANDOFF_WORDS = 60
MAX_HANDOFF_HAN = 90


def is_aside(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Return whether what stands under a question label is courtesy and no question."""
    if _ATTENTION.fullmatch(text) or (names and _only_calls(text, names)):
        return True
    if len(text) > MAX_ASIDE or "?" in text or "？" in text or _UNHEARD.fullmatch(text):
        return False
    if names:  # "Thank you, Ana."
        text = " ".join(word for word in text.split() if word.strip(".,!—–-").lower() not in names)
    return bool(_COURTESY.fullmatch(text)) or not re.search(r"\w", text)


def _only_calls(text: str, names: frozenset[str]) -> bool:
    """ "Jen?  Jen?": who answers is called, nothing is asked."""
    words = re.findall(r"[^\W\d_][\w’'-]+", text.lower())
    return (
        bool(words) and len(words) <= 4 and set(words) <= names | {"hey", "ms", "mr", "secretary"}
    )


def settle(drafts: Sequence[Draft], roster: Roster) -> list[tuple[Kind, int | None]]:
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
    for number, draft in enumerate(drafts):
        if draft.part is Part.QUESTIONER:
            if not draft.lost_heading and (
                is_aside(draft.text, called)
                or _interjects(drafts, number)
                or (exchange and _replies(drafts, number))
            ):
                kinds.append((Kind.REMARKS, None))
            else:
                exchange, closed = exchange + 1, False
                kinds.append((Kind.QUESTION, exchange))
            continue
        farewell = exchange > 0 and _lets_go(drafts, number)
        closed = closed or draft.new_part or farewell
        if farewell and draft.part is Part.SPEAKER:
            kind = Kind.MODERATION
        else:
            kind = _kind_of_speech(drafts, number, kinds, closed, roster)
        told = kind in (Kind.ANSWER, Kind.HANDOFF)
        kinds.append((kind, exchange if told else None))
    return kinds


def _kind_of_speech(
    drafts: Sequence[Draft],
    number: int,
    kinds: Sequence[tuple[Kind, int | None]],
    closed: bool,
    roster: Roster,
) -> Kind:
    """Say what a turn is that no reporter speaks; ``closed``: no question waits for an answer."""
    draft = drafts[number]
    previous = drafts[number - 1] if number else None
    following = drafts[number + 1] if number + 1 < len(drafts) else None
    asked = previous is not None and previous.part is Part.QUESTIONER
    if draft.part is Part.MODERATOR:
        return Kind.ANSWER if asked and not closed and _answers(draft) else Kind.MODERATION
    if draft.part is Part.VOICE:
        return Kind.REMARKS
    called_on = following is not None and following.part in (Part.QUESTIONER, Part.MODERATOR)
    # what follows a question is its answer, "Go ahead." too; what follows "Thank you." is none
    answering = asked and kinds[-1][0] is Kind.QUESTION
    another = previous is not None and not asked and _another_person(previous, draft)
    if not answering and (another or asked or previous is None or closed):
        led = another and not closed and _calls(drafts, number)
        if (called_on and led) or ((called_on or asked) and only_gives_floor(draft.text)):
            return Kind.MODERATION  # who answered before now leads: "Last one."
        if number and not called_on and is_aside(draft.text):  # "Thank you so much." "Thanks, all."
            beside = {other.label for other in (previous, following) if other is not None}
            hosts = len(beside) == 1 and kinds[-1][0] is Kind.ANSWER
            return Kind.MODERATION if hosts and draft.label not in beside else Kind.REMARKS
        if number and _ends_briefing(draft, following) and not _without_questions(kinds):
            return Kind.MODERATION
    if closed:
        return Kind.REMARKS
    return Kind.HANDOFF if _hands_over(draft, following, roster) else Kind.ANSWER


def _another_person(previous: Draft, draft: Draft) -> bool:
    """Return whether two turns in a row are of two people; nameless officials share a label."""
    return previous.label != draft.label or "official" in (draft.label or "").lower()


def _without_questions(kinds: Sequence[tuple[Kind, int | None]]) -> bool:
    return all(kind is not Kind.QUESTION for kind, _ in kinds)


def _ends_briefing(draft: Draft, following: Draft | None) -> bool:
    """Return whether a turn only ends the briefing: "Thank you, everyone.  See you tomorrow." """
    return following is None and len(draft.text) <= MAX_CLOSE and bool(CLOSES.search(draft.text))


def _calls(drafts: Sequence[Draft], number: int) -> bool:
    text = drafts[number].text
    return len(text) <= MAX_CALL and (gives_floor(drafts, number) or _calls_a_name(text))


def _calls_a_name(sentence: str) -> bool:
    """ "Kelly.", and not "Welcome." """
    return bool(_BARE_CALL.fullmatch(sentence.strip())) and not _COURTESY.fullmatch(sentence)


MAX_CLOSE = 300
_SENTENCES = re.compile(r"(?<=[.?!…—。？！])\s+|(?<=[。？！])")
# Sentences that only give the floor, besides those that GIVES_FLOOR knows anywhere.
_CALL = re.compile(
    r"^\W*(?:next|okay,?\s+next|again)\W*$|\b(?:anybody|anyone|anything|who)\s+else\b|\blast\s+one\b|"
    r"\byour\s+(?:pick|turn)\b|\bone\s+(?:more|at\s+a\s+time)\b|\bstart(?:ing)?\s+with\b|"
    r"^\W*(?-i:[A-Z])\w+,?\s+(?:and\s+)?then\s+(?-i:[A-Z])\w+\W*$|\bcall\s+on\b|\bin\s+the\s+(?:back|front|middle)\b|"
    r"\bquestions?\s+for\b|\b(?:we|I)(?:[’']ll|\s+will)?\s+(?:take|do)\b[^.?!]{0,20}\bquestions\b",
    re.IGNORECASE,
)
MAX_CALL_WORDS = 22


def only_gives_floor(text: str) -> bool:
    """Return whether each sentence of a short turn calls for a question or is courtesy.

    "Thank you.  Now we'll take a few questions.", "Jeff.", "Anything else for Dan?  Okay."
    """
    if len(text) > MAX_CLOSE:
        return False
    sentences = [part for part in _SENTENCES.split(text) if part and part.strip()]
    calls = [_is_call(part) for part in sentences]
    return any(calls) and all(
        call or _COURTESY.fullmatch(part) or _THANKS.match(part)
        for call, part in zip(calls, sentences, strict=True)
    )


def _is_call(sentence: str) -> bool:
    if len(sentence.split()) > MAX_CALL_WORDS:
        return False
    return bool(GIVES_FLOOR.search(sentence) or _CALL.search(sentence) or _calls_a_name(sentence))


_THANKS = re.compile(
    r"\W*(?:(?:okay|well|yes|great|all right)[,.]?\s+)?(?:many\s+)?"
    r"(?:thank(?:s|\s+you)\b|gracias\b|谢谢|感谢)",
    re.IGNORECASE,
)


def _interjects(drafts: Sequence[Draft], number: int) -> bool:
    """A few words called into a sentence that goes on: "… the map —" / "Q  Rescue." / "— plan."

    Words that break off are the start of a question ("But then, why —"), heard or not.
    """
    text = drafts[number].text
    if "?" in text or _CUT_OFF.search(text) or _UNHEARD.fullmatch(text):
        return False
    if len(text.split()) > MAX_INTERJECTION or not 0 < number < len(drafts) - 1:
        return False
    before, after = drafts[number - 1], drafts[number + 1]
    return (
        before.label == after.label
        and bool(_CUT_OFF.search(before.closing(4)))
        and bool(_CONTINUES.match(after.opening(4)))
    )


MAX_INTERJECTION = 6
_CUT_OFF = re.compile(r"[—–-]\s*$")
_CONTINUES = re.compile(r"\s*(?:—|–|-|\.\.\.|…)")


def _replies(drafts: Sequence[Draft], number: int) -> bool:
    """A short reply to a question asked back: "You mean the bridge?" / "Q  The ferry." """
    text, before = drafts[number].text, drafts[number - 1]
    if len(text) > MAX_REPLY or "?" in text or _CUT_OFF.search(text) or _UNHEARD.fullmatch(text):
        return False
    if before.part is not Part.SPEAKER or not before.text.rstrip().endswith("?"):
        return False
    if _THANKS.match(text) or _TAKES_UP.match(text) or len(before.text) < LEAST_COUNTER_QUESTION:
        return False
    last = [part for part in _SENTENCES.split(before.text) if part.strip()][-1]
    return not (_is_call(last) or _CALL.search(before.closing(120)) or _KICKS_OFF.search(last))


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


def _lets_go(drafts: Sequence[Draft], number: int) -> bool:
    """Return whether a host thanks guests who have answered and lets them go."""
    draft, previous = drafts[number], drafts[number - 1] if number else None
    if previous is None or previous.part is not Part.SPEAKER or previous.label == draft.label:
        return False
    return len(draft.text) <= MAX_FAREWELL and bool(_FAREWELL.search(draft.text))


MAX_FAREWELL = 500
_FAREWELL = re.compile(
    r"\bthank(?:s|\s+you)\b[^.?!]{0,60}\b(?:for\s+(?:joining|coming|being\s+here|being\s+with\s+us))\b"
    r"|\blet\s+(?:them|him|her|you|you\s+all|the\s+\w+)\s+go\b",
    re.IGNORECASE,
)


# "Kelly." between somebody else's answer and the next question
_BARE_CALL = re.compile(
    r"(?:(?:Okay|All right|Yes)[,.]\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?[.?!]"
)


def _answers(draft: Draft) -> bool:
    """Return whether a moderator's words after a question answer it."""
    text = draft.text
    if GIVES_FLOOR.search(draft.closing(200)):
        return False
    return len(text) > LEAST_OF_MODERATOR or bool(_TAKES_IT.match(text))


LEAST_OF_MODERATOR = 400  # characters: a moderator's calls are shorter
_TAKES_IT = re.compile(
    r"\W*(?:(?:谢谢.{0,12}[，。])?(?:这个问题)?我来(?:回答|介绍|说)|"
    r"I(?:[’']ll|\s+will|\s+can)\s+(?:answer|take)\s+(?:this|that)\b)",
    re.IGNORECASE,
)


# "请张主任来回答。", "Le doy la palabra al director.": who is named by office may be anybody, so
# the form of the sentence must say it
_BY_OFFICE = re.compile(
    r"(?:这个问题)?(?:请|由|有请).{1,16}(?:来)?(?:回答|介绍|补充|解答|说明)(?:一下)?[。！]?|[\u4e00-\u9fff](?:主任|局长|司长|部长|处长)[。！]|"
    r"\W*(?:gracias[.,]?\s+)?(?:le\s+(?:doy|cedo|paso)\s+la\s+palabra\s+al?\b|que\s+conteste\b|adelante,|"
    r"le\s+pido\s+al?\b)[^.?!]{1,60}[.!]?|"
    r"\W*I[’']?(?:ll|\s+will|[’']d)\s+(?:let|ask|invite|defer\s+to)\s+(?:the|my)\s+[\w\s]{3,50}[.!]?",
    re.IGNORECASE,
)


def _hands_over(draft: Draft, following: Draft | None, roster: Roster) -> bool:
    """ "Mr. Lu Hai will answer these questions.", "Dr. Roe?", "请宋平先生回答。"

    With a sentence of matter beside it ("On the first: no decision.") a turn is an answer.
    """
    if following is None or following.part not in (Part.SPEAKER, Part.MODERATOR):
        return False
    if following.label == draft.label:
        return False
    text = draft.text
    if len(text.split()) > MAX_HANDOFF_WORDS or len(text) > 6 * MAX_HANDOFF_WORDS:
        return False
    if re.search(r"[\u4e00-\u9fff]", text) and len(text) > 2 * MAX_HANDOFF_HAN:
        return False
    if following.part is Part.MODERATOR and following.speaker is None:
        return False
    if _BY_OFFICE.fullmatch(text.strip()):
        return True
    names = [
        word.casefold()
        for word in _name_words(following.speaker or following.label or "")
        if len(word) > 1
    ]
    if not any(name in text.casefold() for name in names):
        return False
    if _CUT_OFF.search(text) and _OWN_WORDS.search(text):
        return False
    if not _HANDS_OVER.search(text) and (len(text.split()) > 8 or _OWN_WORDS.search(text)):
        return False
    return all(_gives_over(part, names) for part in _SENTENCES.split(_ABBREVIATED.sub(r"\1", text)))


# "Jeff, if I might just —" asks for the floor and does not give it
_OWN_WORDS = re.compile(r"\b(?:I|me|my)\b|[—–-]\s*$")
_ABBREVIATED = re.compile(r"\b((?:Mr|Mrs|Ms|Dr|Prof|Gen|Sec|Gov|Sen|Rep|St|[A-Z]))\.")
_OF_THE_QUESTION = re.compile(r"\bquestions?\b|提问|问题|关注|pregunta", re.IGNORECASE)


# "… and then I’ll make a comment on incentives.", "Let’s go in reverse order."
_OWN_TURN = re.compile(r"\b(?:I[’']ll|I\s+will|let\s+me|let[’']s)\b", re.IGNORECASE)


def _gives_over(sentence: str, names: Sequence[str]) -> bool:
    """Return whether a sentence thanks, speaks of the question, or names who answers."""
    said = sentence.casefold()
    return (
        not sentence.strip()
        or any(name in said for name in names)
        or bool(_HANDS_OVER.search(sentence) or _THANKS.match(sentence))
        or bool(_COURTESY.fullmatch(sentence) or _OF_THE_QUESTION.search(sentence))
        or sentence.rstrip().endswith(("?", "？"))
        or (len(sentence.split()) <= MAX_CALL_WORDS and bool(_OWN_TURN.search(sentence)))
    )


def _name_words(name: str) -> list[str]:
    if re.search(r"[\u4e00-\u9fff]", name):
        return [part for part in re.split(r"[\s/]+", name) if part]
    return [word for word in re.findall(r"[\w’'-]+", name) if len(word) > 2]
