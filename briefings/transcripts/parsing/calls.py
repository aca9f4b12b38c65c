"""Words that give the floor, welcome, thank and close, whoever says them."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing import romance_calls
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.parsing.turns import Draft, Part

GIVES_FLOOR = compiled(
    r"\b(?:next|last|final|first|another|more|one\s+more|two|open\s+(?:it\s+up\s+)?(?:for|"
    r"to))\s+(?:\w+\s+)?questions?\b|\bfloor\b|\bgo\s+(?:ahead|to)\b|\bover\s+to\b|"
    r"\btime\s+for\s+(?:just\s+)?(?:one|two|three|a\s+few|a\s+couple|some)\s+more[.,;]|"
    r"\bgo\s+back\s+to\s+(?-i:[A-Z])\w+\W*$|"
    r"\b(?:continue|begin|start)\s+(?:to\s+ask|asking|with)\s+(?:your\s+)?questions?\b|"
    r"\bturn\s+(?:it\s+)?(?:over\s+)?to\b|\bplease\s+identify\b|\bidentify\s+your|"
    r"\bwill\s+go\s+to\b|\bnow\s+your\s+questions\b|"
    r"\b(?:name|state|say|report|announce|introduce|indicate)\s+(?:your|which)\s+(?:\w+\s+)?(?:outlet|media|news|organi[sz]ation)\b|"
    r"\btake\s+(?:your|some|a\s+few|the)?\s*questions\b|\bopen\s+(?:it|the\s+line)|"
    r"\benter\s+(?:in)?(?:to\s+)?the\s+(?:question|Q\s?&\s?A|link\s+of\s+(?:reporters|questions))|请(?:各位|大家|在座的?|媒体|记者|朋友们?|的|继续|开始|现在|举手)*提问|继续提问|下一个问题|最后(?:一|两|二)个?(?:提问|问题)|开始提问|提问环节|现在提问|举手|"
    r"siguiente\s+pregunta|preguntas",
    re.IGNORECASE,
)
WELCOMES = compiled(
    r"\bwelcome\b|\bjoin(?:ed|ing)\b|\bpleased\s+to\s+(?:have|be)|\bdelighted\b|"
    r"\bwith\s+us\s+today\b|欢迎|邀请到|请到了|bienvenid",
    re.IGNORECASE,
)
CLOSES = compiled(
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
    r"merci\s+à\s+tous|(?:^|[.!]\s)gracias\W*$|bonne\s+(?:journée|soirée)|buenas\s+(?:tardes|noches)\W*$|"
    r"\bcall\s+it\b|\bwrap\s+(?:it\s+|this\s+)?up\b|"
    r"到此结束|到此为止|再见|就到这里|发布会结束|感谢各位|谢谢(?:大家|各位)|muchas\s+gracias|"
    r"hasta\s+(?:luego|mañana|pronto)|buen\s+día|gracias\s+a\s+tod[oa]s|feliz\s+(?:tarde|día|noche)|"
    r"damos?\s+por\s+(?:terminad|finalizad|concluid|cerrad)[oa]|obrigad[oa]\s+a\s+tod[oa]s|"
    r"encerrad[oa]\s+a\s+(?:coletiva|entrevista)|até\s+(?:logo|amanhã)|met\s+fin\s+(?:au|à)|c[’']est\s+terminé",
    re.IGNORECASE,
)
CLOSING_CHARACTERS = 500


def calls_for_questions(text: str) -> bool:
    """Return whether words of a text give the floor to whoever is to ask."""
    return bool(GIVES_FLOOR.search(text)) or romance_calls.gives_floor(text)


MAX_CALL = 160  # "Next, Teri Scholz of National Radio."


def gives_floor(drafts: Sequence[Draft], number: int) -> bool:
    """Return whether a turn calls for a question, in words or by being short before it."""
    draft = drafts[number]
    asked = number + 1 < len(drafts) and drafts[number + 1].part is Part.QUESTIONER
    if calls_for_questions(draft.closing(300)):
        return True
    if not asked or len(draft.text) > MAX_CALL:
        return False
    label = (drafts[number + 1].label or "").casefold()
    return any(
        word.casefold() in label
        for word in re.findall(r"[A-ZÀ-Þ]\w{2,}|[\u4e00-\u9fff]{2,}", draft.text)
    )


COURTESY = compiled(
    r"(?:\W|\d|\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|\b(?:thank(?:s)?|you|very|so|much|okay|ok|yes|yeah|"
    r"yep|no|right|sure|all|great|good|gotcha|absolutely|exactly|correct|confirmed|awesome|perfect|"
    r"true|wonderful|delighted|good\s+one|i\s+(?:know|get)|it[’']s\s+(?:fine|okay|true)|"
    r"(?:that|it)\s+would(?:\s+be|\s+indeed)|have\s+a\s+(?:good|great|nice)|weekend|trip|"
    r"safe\s+travels|"
    r"(?:welcome|good\s+to\s+be)\s+back|by\s+the\s+way|i[’']m\s+(?:(?:so\s+|very\s+)?sorry|good|fine)|sorry\s+about\s+that|my\s+bad|"
    r"apologies|no\s+(?:problem|worries)|(?:good|great|nice)\s+to\s+(?:see|meet)\s+you|same\s+to\s+you|"
    r"bless\s+you|you[’']re\s+welcome(?:\s+any\s?time)?|kind(?:ly)?|helpful|"
    r"for\s+(?:clarifying|coming|being\s+here|doing\s+this|joining\s+us|your\s+(?:patience|time))|"
    r"i\s+(?:understand|hear\s+you)|(?:happy|merry)\s+(?!to\b|with\b|about\b|that\b)[\w’'.]+(?:\s+(?:day|eve|year))?|"
    r"guys|folks|whoa|wow|i[’']m\s+(?:good|fine|all\s+set)|muy|bien|pues|claro|bonjour|merci|beaucoup|"
    r"obrigad[oa]|muito|bom\s+dia|boa\s+tarde|por\s+favor|s['’]il\s+vous\s+plaît|"
    r"morning|afternoon|evening|hi|hello|hey|sorry|got|it|understood|please|sir|ma[’']?am|madam|"
    r"mr|ms|mrs|dr|"
    r"secretary|president|vice|minister|mayor|governor|ambassador|administrator|commissioner|general|"
    r"senator|director|chair(?:man|woman)?|chancellor|appreciate|that|that’s|fine|fair|enough|of|course|well|oh|"
    r"ah|um|uh|"
    r"everyone|everybody|again|for|and|the|a|lot|i|see|we|welcome|bye|happy|birthday|"
    r"congratulations|"
    r"gracias|muchas|sí|bueno|buenos|buenas|días|tardes|谢谢|谢谢您|好的|你好|您好|明白了|"
    r"inaudible|laughter|laughs|crosstalk|cross-talk)\b)+",
    re.IGNORECASE,
)


def calls_on(drafts: Sequence[Draft], number: int) -> bool:
    """Return whether a short turn calls on somebody and says nothing else of weight.

    "The federal requirements will follow the guidance, too, I would add.  Next question." answers.
    """
    text = drafts[number].text
    if len(text) > MAX_CALL or not (gives_floor(drafts, number) or calls_a_name(text)):
        return False
    return not (adds(text) or any(_has_matter(part) for part in SENTENCES.split(text) if part))


def adds(text: str) -> bool:
    """Return whether a turn adds to what was answered, however it ends.

    "And look, habits are hard to break.  Next question.", "— by the end of May.  Thank you all."
    """
    if _GOES_ON.match(text[:20]):
        return True
    for part in SENTENCES.split(text):
        if part and not (COURTESY.fullmatch(part) and not CLOSES.search(part)):
            return bool(_ADDS.match(part)) and not (is_call(part) or CLOSES.search(part))
    return False


_GOES_ON = re.compile(r"\W*[—–…]|\W*\.\.\.")
_ADDS = re.compile(r"\W*(?:and|but|also)\b(?!,?\s+(?:then|with\s+that|now)\b)", re.IGNORECASE)


def _has_matter(sentence: str) -> bool:
    words = len(sentence.split())
    plain = not sentence.rstrip().endswith("?") and not _OF_THE_ROOM.search(sentence)
    return words >= LEAST_MATTER and plain and not is_call(sentence)


LEAST_MATTER = 9  # words
# What a host says about who is to ask: "You had your hand raised for a while."
_OF_THE_ROOM = re.compile(
    r"\b(?:back|hands?|quick|names?|one|two|last|few|(?:un)?mute|people|questions?|(?:to|let[’']s)\s+go|"
    r"going\s+to\s+(?:go|do|take|call|try|start|let|wrap|get|keep|move|turn))\b",
    re.IGNORECASE,
)


def calls_a_name(sentence: str) -> bool:
    """ "Kelly.", and not "Welcome." """
    return bool(_BARE_CALL.fullmatch(sentence.strip())) and not COURTESY.fullmatch(sentence)


MAX_CLOSE = 300
# Where one sentence ends and the next begins; "Dr. Roe" and "J. Roe" are no two.
SENTENCES = re.compile(
    r"(?<=[.?!…—。？！])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St)\.)(?<!\b(?:Mrs|Gen|Sec|Gov|Sen|Rep)\.)"
    r"(?<!\bProf\.)\s+|(?<=[。？！])"
)
# Sentences that only give the floor, besides those that GIVES_FLOOR knows anywhere.
CALL = compiled(
    r"^\W*(?:next|okay,?\s+next|again)\W*$|\b(?:anybody|anyone|anything|who)\s+else\b|\blast\s+one\b|"
    r"\byour\s+(?:pick|turn)\b|\bone\s+(?:more|at\s+a\s+time)\b|\bstart(?:ing)?\s+with\b|"
    r"^\W*(?-i:[A-Z])\w+,?\s+(?:and\s+)?then\s+(?-i:[A-Z])\w+\W*$|\bcall\s+on\b|\bin\s+the\s+(?:back|front|middle)\b|"
    r"^\W*(?:(?:okay|all\s+right)[,.]?\s+)?back\s+to\s+(?:me|the\s+room|(?-i:[A-Z])[\w.]+)\W*$|"
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
    sentences = [part for part in SENTENCES.split(text) if part and part.strip()]
    calls = [is_call(part) for part in sentences]
    return any(calls) and all(
        call or COURTESY.fullmatch(part) or THANKS.match(part)
        for call, part in zip(calls, sentences, strict=True)
    )


def is_call(sentence: str) -> bool:
    """Return whether a short sentence does nothing but call on somebody ("Next question.")."""
    if len(sentence.split()) > MAX_CALL_WORDS:
        return False
    return bool(calls_for_questions(sentence) or CALL.search(sentence) or calls_a_name(sentence))


THANKS = compiled(
    r"\W*(?:(?:okay|well|yes|great|all right)[,.]?\s+)?(?:many\s+)?"
    r"(?:thank(?:s|\s+you)\b|gracias\b|谢谢|感谢)",
    re.IGNORECASE,
)
# "Kelly." between somebody else's answer and the next question
_BARE_CALL = re.compile(
    r"(?:(?:Okay|All right|Yes)[,.]\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?"
    r"(?:,?\s+please)?[.?!]"
)
