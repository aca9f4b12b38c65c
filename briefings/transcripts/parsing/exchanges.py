"""Turns → kinds and exchanges: who asks, who answers, who hands over, who gives the floor."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from briefings.transcripts.families.family import HOST_TITLE
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import bilingual
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.floor import introduced
from briefings.transcripts.parsing.people import is_name, proper_case
from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS, MEDIA_ZH
from briefings.transcripts.types import Kind, Role

# --- lost headings ------------------------------------------------------------------------------

_ASKS = re.compile(
    r"[?？]|\b(?:could|can|would)\s+you\b|\bplease\s+(?:share|tell|explain|comment)\b|请问|请您"
)
_THANKS_END = re.compile(
    r"(?:thank(?:s| you)[^.?!]{0,30}[.!?]?|谢谢[。！]?|gracias[.!]?)\s*$", re.IGNORECASE
)
_TAKES_QUESTION = re.compile(
    r"^\W*(?:(?:okay|ok|well|yes|sure|hello|good)[,.]?\s*)?(?:(?:many\s+)?thank(?:s| "
    r"you)[^.]{0,40}\b(?:questions?|attention)\b|i (?:will|would like to) answer|"
    r"thank(?:s| you)[.,]|let me|(?:mr|ms|dr)\.? .{0,60}\b(?:answer|take|question)|"
    r"谢谢.{0,12}(?:提问|问题)|感谢.{0,12}(?:提问|问题|关注)|gracias por (?:la|su|tu) pregunta)",
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
    chance, so several must meet. ``gaps`` are blank lines before each block.
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


# --- parts --------------------------------------------------------------------------------------

_QUESTION_END = re.compile(r"[?？]['\"”’)]*\s*(?:.{0,160})$", re.DOTALL)
GIVES_FLOOR = re.compile(
    r"\b(?:next|last|final|first|another|more|one\s+more|two|open\s+(?:it\s+up\s+)?(?:for|"
    r"to))\s+(?:\w+\s+)?questions?\b|\bfloor\b|\bgo\s+(?:ahead|to)\b|\bover\s+to\b|"
    r"\bturn\s+(?:it\s+)?(?:over\s+)?to\b|\bplease\s+identify\b|\bidentify\s+your|"
    r"\bwill\s+go\s+to\b|"
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
    r"\bcall\s+it\b|\bwrap\s+(?:it\s+|this\s+)?up\b|"
    r"到此结束|到此为止|再见|就到这里|发布会结束|感谢各位|谢谢(?:大家|各位)|muchas\s+gracias|"
    r"hasta\s+(?:luego|mañana|pronto)|buen\s+día|gracias\s+a\s+todos",
    re.IGNORECASE,
)
CLOSING_CHARACTERS = 500
MAX_CALL = 160  # "Next, Teri Scholz of National Radio."


def looks_like_question(draft: Draft) -> bool:
    """Return whether a turn ends in a question, thanks apart."""
    return bool(_QUESTION_END.search(draft.closing(400)))


def assign_parts(drafts: Sequence[Draft], evidence: Evidence, roster: Roster) -> None:
    """Say of every label what part it has. Known words first, then behaviour in the document."""
    undecided: dict[str, list[int]] = defaultdict(list)
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
    asks = sum(looks_like_question(drafts[number]) for number in numbers) / len(numbers)
    size = sum(len(drafts[number].text) for number in numbers) / len(numbers)
    answered = sum(
        number + 1 < len(drafts) and drafts[number + 1].label != label for number in numbers
    )
    if shape == "media":
        # "Press Bureau official" may answer; an outlet asks
        return Part.QUESTIONER if asks >= 0.3 or size < 900 else Part.SPEAKER
    if shape == "title":
        return Part.QUESTIONER if asks > 0.5 and asked and listed else Part.SPEAKER
    if shape == "capitals" and not is_name(proper_case(label), 2):
        return Part.SPEAKER
    if any(_introduces_outlet(drafts[number], evidence) for number in numbers):
        return Part.QUESTIONER
    short = size < 1500
    if asks >= 0.5 and short and answered and (listed or asked or len(numbers) <= 3):
        return Part.QUESTIONER
    return Part.SPEAKER


def _introduces_outlet(draft: Draft, evidence: Evidence) -> bool:
    """ "RACHEL ROE.  Hi. Rachel Roe from the Harbour Post. What …": who says so is a reporter."""
    said = introduced(draft.opening(), evidence.names)
    if said is None or not said.outlet or not said.reporter:
        return False
    known = evidence.names.outlet(said.outlet) or MEDIA_WORDS.search(said.outlet)
    own = set(said.reporter.casefold().split()) & set((draft.label or "").casefold().split())
    return bool(known and own)


def _find_moderators(drafts: Sequence[Draft], roster: Roster) -> None:
    """A person who gives the floor and never speaks right after a question leads the briefing."""
    turns: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.part is Part.SPEAKER and draft.label:
            turns[roster.resolve(draft.label).name or draft.label].append(number)
    if len(turns) < 2 or not any(d.part is Part.QUESTIONER or d.lost_heading for d in drafts):
        return
    for name, numbers in turns.items():
        if roster.role(name) is not None:
            continue
        title = roster.resolve(drafts[numbers[0]].label or "").title
        answers = sum(
            number > 0
            and drafts[number - 1].part is Part.QUESTIONER
            and not is_aside(drafts[number - 1].text)
            for number in numbers
        )
        gives = sum(_gives_floor(drafts, number) for number in numbers)
        first = drafts[numbers[0]]
        opens = numbers[0] == 0 and bool(WELCOMES.search(first.opening(600)))
        last = drafts[numbers[-1]]
        closes = numbers[-1] == len(drafts) - 1 and bool(CLOSES.search(last.closing()))
        host = bool(title and HOST_TITLE.search(title))
        if answers == 0 and gives + opens + closes + 2 * host >= max(2, 0.6 * len(numbers)):
            for number in numbers:
                drafts[number].part = Part.MODERATOR


def _gives_floor(drafts: Sequence[Draft], number: int) -> bool:
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


# --- kinds --------------------------------------------------------------------------------------

_COURTESY = re.compile(
    r"(?:\W|\d|\(.{0,40}?\)|\[.{0,40}?\]|\b(?:thank(?:s)?|you|very|so|much|okay|ok|yes|yeah|yep|"
    r"no|right|sure|all|great|good|"
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
    if len(text) > MAX_ASIDE or "?" in text or "？" in text or _UNHEARD.fullmatch(text):
        return False
    if names:  # "Thank you, Ana."
        text = " ".join(word for word in text.split() if word.strip(".,!—–-").lower() not in names)
    return bool(_COURTESY.fullmatch(text)) or not re.search(r"\w", text)


def settle(drafts: Sequence[Draft], roster: Roster, names: Names) -> list[tuple[Kind, int | None]]:
    """Give every turn its kind and the number of its exchange."""
    kinds: list[tuple[Kind, int | None]] = []
    exchange = 0
    called = frozenset(
        word.lower()
        for draft in drafts
        if draft.speaker
        for word in re.findall(r"[^\W\d_][\w’'-]+", draft.speaker)
    )
    for number, draft in enumerate(drafts):
        following = drafts[number + 1] if number + 1 < len(drafts) else None
        previous = drafts[number - 1] if number else None
        if draft.part is Part.QUESTIONER:
            if is_aside(draft.text, called) and not draft.lost_heading:
                kinds.append((Kind.REMARKS, None))
                continue
            exchange += 1
            kinds.append((Kind.QUESTION, exchange))
        elif draft.part is Part.MODERATOR:
            asked = previous is not None and previous.part is Part.QUESTIONER
            if asked and exchange and _answers(draft):
                kinds.append((Kind.ANSWER, exchange))
            else:
                kinds.append((Kind.MODERATION, None))
        elif draft.part is Part.VOICE or not exchange:
            kinds.append((Kind.REMARKS, None))
        elif (
            previous is not None
            and previous.part is Part.SPEAKER
            and previous.label != draft.label
            and following is not None
            and following.part is Part.QUESTIONER
            and len(draft.text) <= MAX_CALL
            and (_gives_floor(drafts, number) or _BARE_CALL.fullmatch(draft.text))
        ):
            kinds.append((Kind.MODERATION, None))  # who answered before now leads: "Last one."
        elif _hands_over(draft, following, roster):
            kinds.append((Kind.HANDOFF, exchange))
        else:
            kinds.append((Kind.ANSWER, exchange))
    return kinds


# "Kelly." between somebody else's answer and the next question
_BARE_CALL = re.compile(
    r"(?:(?:Okay|All right|Yes)[,.]\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?[.?!]"
)


def _answers(draft: Draft) -> bool:
    """Return whether a moderator's words after a question answer it."""
    text = draft.text
    return len(text) > 400 and not GIVES_FLOOR.search(draft.closing(200))


def _hands_over(draft: Draft, following: Draft | None, roster: Roster) -> bool:
    """ "Mr. Lu Hai will answer these questions.", "Dr. Roe?", "请宋平先生回答。" """
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
    next_name = following.speaker or following.label or ""
    names_next = bool(next_name) and any(
        len(word) > 1 and word.casefold() in text.casefold() for word in _name_words(next_name)
    )
    if names_next and (_HANDS_OVER.search(text) or len(text.split()) <= 8):
        return True
    return bool(_HANDS_OVER.search(text)) and names_next


def _name_words(name: str) -> list[str]:
    if re.search(r"[\u4e00-\u9fff]", name):
        return [part for part in re.split(r"[\s/]+", name) if part]
    return [word for word in re.findall(r"[\w’'-]+", name) if len(word) > 2]
