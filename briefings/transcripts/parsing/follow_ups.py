"""Whether a question goes on, and whether an answer keeps the floor with who asked it: by words."""

import re

from briefings.transcripts.parsing.vocabulary import word_set

_FOLLOWS_UP = re.compile(
    r"\W*(?:and\b|but\b|so\b|just\b|sorry\b|then\b|also\b|okay\b|right\b|a?\s*follow|"
    r"one\s+(?:more|other|last|follow|quick)|(?:his|her|their)\s+(?:\w+\s+)?question\b|(?:all\s+right|gotcha|got\s+it|no|yes|well)[,.]|"
    r"(?:first|second|third|two|three|secondly|thirdly|lastly|finally|separately)[,.]|"
    r"(?:can|could|may|if)\s+I\b|I\s+also\b|let\s+me\s+(?:ask|follow|just)|"
    r"thank(?:s|\s+you)[^.]{0,20}\.\s+(?:and|just|(?:as\s+)?a\s+follow|one\s+more)|to\s+follow|"
    r"quick|you\s+(?:said|mentioned)|"
    r"—|–|-|y\b|pero\b|entonces\b|et\b|mais\b|en\s+suivi|"
    r"(?:si\s+me\s+permite,?\s+)?(?:y\s+)?una?\s+(?:repregunta|última|pregunta\s+más|seguimiento)|"
    r"(?:só\s+|para\s+)?complement(?:ando|ar)\b|repregunta|también\b|además\b|en\s+otr[oa]\s+(?:tema|orden|asunto)|(?:sobre\s+)?otro\s+tema|"
    r"por\s+otr[oa]\s+(?:lado|parte)|cambiando\s+de\s+tema|es\s+decir|o\s+sea|"
    r"e\s+(?:o|a|os|as|se|quando|como|em|por|para)\b|mas\b|também\b|en\s+(?:complément|sous-question)|"
    r"une\s+(?:autre|dernière|petite|sous-)|puis\b|aussi\b|sur\s+un\s+autre\s+sujet|und\b|追问|另外|还有)",
    re.IGNORECASE,
)
# "Just on the Games –" turns to another matter, and is another's as often as not
_TURNS_TO = re.compile(
    r"\W*just\s+on\s+(?!that\b|this\b|it\b|those\b|these\b|an?(?:other)?\b)", re.IGNORECASE
)
# "— have one foreign policy question for you": the rest of a question that was cut off
_GOES_ON = re.compile(r"\W*?[—–]|\W*-")
_JOINS = re.compile(r"\W*(?:and|but|so|well)\b", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
# After these the same reporter goes on: "Sure.", a question asked back, an answer cut off, and at a
# podium anything as short.
_ASSENT = re.compile(
    r"(?:\W|\b(?:sure|yes|yeah|yep|yup|okay|ok|right|of\s+course|please|go|ahead|mm-hmm|uh-huh|"
    r"all|absolutely|great|good|hi|hello|thank|thanks|you|sorry|oh|i|i[’']m|sí|claro|adelante)\b)+",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"[—–]\W*$")
# "Thanks, Jen." after a full answer opens somebody else's question.
_GREETS_ANEW = re.compile(
    r"\W*(?:thanks|thank\s+you|hi|hello|hey|good\s+(?:morning|afternoon)|"
    r"hola|buen[oa]s?\s+(?:d[ií]as?|tardes|noches)|bonjour|bonsoir|bom\s+dia|boa\s+(?:tarde|noite))\b",
    re.IGNORECASE,
)
_BIDS_GOOD_DAY = re.compile(
    r"\W*(?:yes|yeah|okay|well)\b\W*(?:good\s+(?:morning|afternoon|evening)|hello|hi)\b",
    re.IGNORECASE,
)
_GREETS_WITHIN = re.compile(r"\b(?:thank(?:s|\s+you)|hi|hello|hey|sorry)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"[?—–]\W*$")
SHORT_ANSWER = 40  # characters
# "By when, though?" goes on; "Mr. President, will you debate?" is called out by anybody.
# In Mexico who asked under PREGUNTA goes on under INTERLOCUTOR or INTERLOCUTORA.
_CONTINUES = re.compile(r"interlocutora?$", re.IGNORECASE)
SHORT_QUESTION = 30  # characters; at a podium, where the floor stays, half as many again
_TO_WHOM = word_set("mr ms mrs dr sir madam ma'am president minister secretary")
# "I’ll come to you next." to who calls out while another has the floor
_PUT_OFF = re.compile(
    r"\b(?:come|get|go)\s+(?:back\s+)?to\s+you\b|\bmov(?:e|ing)\s+on\b|\bone\s+(?:at\s+a\s+time|second|"
    r"moment)\b|\bhold\s+on\b|\blet\s+(?:him|her|them)\s+(?:finish|go|ask)\b|\bI\s+called\s+on\b|"
    r"\b(?:s?he|they)(?:[’']s|[’']re|\s+is)\s+next\b|\b(?:your|his|her)\s+turn\b",
    re.IGNORECASE,
)
MAX_PUT_OFF = 80  # characters
_GREETS = re.compile(r"\W*(?:yes|yeah|hi|hello|hey|I\s+can|sure)\b", re.IGNORECASE)
# "I can hear you, Josh." speaks to who has the floor.
_SOUND = re.compile(
    r"\b(?:hear|(?:un)?mute[d]?|quiet|sound|line\s+is|audio|one\s+second|you[’']re\s+(?:on|open)|"
    r"are\s+you\s+there)\b",
    re.IGNORECASE,
)
_ASKS_LEAVE = re.compile(
    r"\W*(?:\w+,\s+)?(?:can|could|may|might)\s+I\s+(?:just\s+|also\s+|please\s+)?"
    r"(?:follow|ask|jump|stay|come\s+in|add|get)\b",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"\b(?:(?:standing|filling|sitting|stepping)\s+in|subbing|in)\s+for\s+[A-Z]|"
    r"\bon\s+behalf\s+of\s+[A-Z]"
)
_OPENS_LINE = re.compile(
    r"\b(?:go\s+ahead|one\s+moment|stand\s+by|your\s+line|line\s+is|unmuted?|is\s+open)\b(?!.*\bnext\b)",
    re.IGNORECASE | re.DOTALL,
)
# "… the troops will be safe. Go ahead.": after an answer the floor goes to somebody else, whom only
# the room sees; after "Sure. Go ahead." it stays with who asked for it.
_GO_AHEAD = re.compile(r"\b(?:go\s+ahead|next|in\s+the\s+back)\s*[.?!—]*\s*$", re.IGNORECASE)
# "Ten million.  The gentleman with the beard?", "OK, last one.  Yes, ma’am.", "Over there."
_WHERE = (
    r"(?:(?:right\s+|over\s+|up\s+)?(?:here|there)|behind\s+you|(?:in|at|on)\s+the\s+"
    r"(?:\w+\s+row|back|front|middle|corner|rear|aisle|side|left|right)(?:\s+row)?)"
)
_POINTS = re.compile(
    r"(?:^|[.?!:)\]—]\s+)(?:(?:yes|yeah|yep|ok(?:ay)?|all\s+right|so|and|then|please|"
    r"(?:let[’']s|(?:we|I)[’']ll)\s+(?:go\s+to|take)|over\s+to|back\s+to)[,.]?\s+){0,3}"
    r"(?:(?:the|this|that)\s+(?:\w+\s+)?(?:gentlem[ae]n|lady|woman|man|colleague|guy|person|hand)\b"
    r"[^.?!]{0,50}|(?:yes|yeah|ok(?:ay)?|please|go\s+ahead|you),?\s+(?:sir|ma[’']am|madam)|"
    rf"{_WHERE}(?:,?\s+(?:{_WHERE}|please|sir|ma[’']am))*|"
    r"(?:the\s+)?(?:very\s+)?(?:last|final|next)\s+(?:one|question|hand)(?:,[^.?!]{0,40})?|"
    r"one\s+more)\s*[.?!]\s*$",
    re.IGNORECASE,
)
# "Let me go to Nation, Ann Roe.": whoever that is, it is somebody else
_GIVES_TO = re.compile(
    r"(?i:\b(?:let\s+(?:me|us)|let[’']s|we[’']ll|I[’']ll)\s+(?:now\s+)?(?:go|turn|move)\s+"
    r"(?:back\s+|over\s+)?to)\s+(?:the\s+)?[A-Z][^.?!]{0,60}(?<!next)[.?!]\s*$"
)
_NEXT = re.compile(r"\bnext\s+question(?:,?\s+please)?\s*[.?!—]*\s*$", re.IGNORECASE)


def follows_up(question: str, answer: str | None, people: frozenset[str], podium: bool) -> bool:
    """Return whether a question is by who asked the one before.

    ``answer`` is what was said between the two, None where nothing was: two questions in a row are
    two people's, but for one that was cut off. ``people`` are those who answer, lower case. At a
    podium the floor stays until somebody else is called on.
    """
    if _GOES_ON.match(question[:20]):
        return True
    if answer is None:
        return False
    if _leaves_open(answer, podium):
        return True
    if _FOLLOWS_UP.match(question[:120]) and not _TURNS_TO.match(question):
        return True
    size = SHORT_QUESTION * (1.5 if podium else 1)
    first = question.split(None, 1)[0].strip(".,?—–-").lower()
    called_out = first in people | _TO_WHOM
    return len(question) <= size and question.rstrip().endswith("?") and not called_out


def begins_anew(question: str, answer: str | None, podium: bool) -> bool:
    """Return whether a question after a full answer is somebody else's: "Thanks, Jen.  On …" """
    opening = question[:120]
    if answer is not None and calls(answer) and _GREETS_ANEW.match(opening):
        return True
    if answer is None or _leaves_open(answer, podium):
        return False
    if _BIDS_GOOD_DAY.match(opening):
        return True
    return bool(_GREETS_ANEW.match(opening)) and not _FOLLOWS_UP.match(opening)


def greets(question: str) -> bool:
    """Return whether the first words may be those of somebody who has not asked before."""
    return bool(_GREETS_WITHIN.search(question[:60]))


def asks_leave(question: str) -> bool:
    """Return whether a question asks for no more than the floor: "Can I follow up on Sudan?" """
    return len(question) <= MAX_PUT_OFF and bool(_ASKS_LEAVE.match(question))


def stands_in(question: str) -> bool:
    """Return whether who asks does so for who was called on: "This is Iain, in for Nick." """
    return bool(_STANDS_IN.search(question[:160]))


def greets_first(question: str) -> bool:
    """Return whether the very first words thank or greet."""
    return bool(_GREETS_ANEW.match(question[:40]))


def ends(text: str) -> bool:
    """Return whether who has asked thanks, or somebody else calls: "Thank you, Jen.", "Jen?" """
    return greets(text) or text.rstrip().endswith("?")


def is_short(answer: str) -> bool:
    """Return whether an answer is no more than a word or two in between."""
    return len(answer) <= SHORT_ANSWER


def _leaves_open(answer: str, podium: bool) -> bool:
    assents = is_short(answer) and (podium or bool(_ASSENT.fullmatch(answer)))
    return assents or bool(_OPEN_END.search(answer[-20:]))


def is_rest(question: str, last: str) -> bool:
    """Return whether a question is the rest of the last one, which was cut off."""
    return bool(_CUT_OFF.search(last[-20:]) and _GOES_ON.match(question[:20]))


def begins_again(question: str, last: str) -> bool:
    """ "And lastly, yesterday —" is cut off, and comes again: "But lastly, yesterday —" """
    begun = _WORDS.findall(_JOINS.sub("", last[:80]).lower())
    again = _WORDS.findall(_JOINS.sub("", question[:80]).lower())[: len(begun)]
    return bool(_CUT_OFF.search(last[-20:])) and len(begun) > 1 and begun == again


def continues(label: str) -> bool:
    """Return whether who speaks under a label goes on asking."""
    return bool(_CONTINUES.match(label))


def calls(text: str) -> bool:
    """Return whether a turn ends by calling on somebody without a name."""
    end = text[-90:]
    return bool(_GO_AHEAD.search(end[-40:]) or _POINTS.search(end) or _GIVES_TO.search(end))


def calls_for_the_next(text: str) -> bool:
    """Return whether a turn ends in "Next question." """
    return bool(_NEXT.search(text[-40:]))


def passes_on(text: str) -> bool:
    """Return whether an answer ends by calling on somebody else.

    "Sure. Go ahead." and "You have another? Go ahead." leave the floor with who asked for it.
    """
    if _GIVES_TO.search(text[-90:]):
        return True
    if found := _POINTS.search(text[-90:]):
        return not _ASSENT.fullmatch(text[-90:][: found.start()] or ".")
    end = text[-40:]
    found = _GO_AHEAD.search(end)
    if not found:
        return False
    said = text[: len(text) - len(end) + found.start()]
    return "?" not in said[-60:] and not _ASSENT.fullmatch(said or ".")


def puts_off(text: str, *, again: bool) -> bool:
    """Return whether an answer tells who called out that another has the floor.

    ``again``: it calls on that other one once more.
    """
    if len(text) > MAX_PUT_OFF or _GREETS.match(text):
        return False
    return again or bool(_PUT_OFF.search(text))


def opens_line(text: str) -> bool:
    """Return whether an operator only lets somebody speak whom another has called on."""
    return len(text) <= MAX_PUT_OFF and bool(_OPENS_LINE.search(text))


def is_about_sound(text: str) -> bool:
    """Return whether a short turn is about whether who has the floor can be heard."""
    return len(text) <= MAX_PUT_OFF and bool(_SOUND.search(text))
