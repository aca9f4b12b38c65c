"""Turns that hand a question over to somebody else, with nothing of an answer in them."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.asides import CUT_OFF
from briefings.transcripts.parsing.calls import COURTESY, MAX_CALL_WORDS, SENTENCES, THANKS
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.parsing.turns import Draft, Part

HANDS_OVER = compiled(
    r"\b(?:will|would|may|can|could|to|should)\s+(?:(?:now|please|also|then|like\s+to|help|"
    r"first)\s+)*(?:answer|take|respond|reply|address|handle|introduce|explain|elaborate|speak|"
    r"brief|add|come\s+in|"
    r"share|give|talk)\b|\b(?:over|turn(?:\s+it)?(?:\s+over)?|pass(?:\s+it)?|"
    r"hand(?:\s+it)?(?:\s+over)?|defer|go|back|give\s+(?:this|the\s+floor)|leave\s+(?:that|it|"
    r"this)|refer)\s+to\b|\b(?:let|invite|ask|have)\s+"
    r"(?:(?:please|also)\s+)?(?:mr|ms|mrs|dr|minister|director|professor|our|my|the|general|"
    r"secretary|[A-Z])|\bplease\b|\bfloor\b|\bdo\s+you\s+want\s+to\b|"
    r"请.{0,24}(?:回答|介绍|解答|回应|补充|来答|谈)|由.{0,24}(?:回答|介绍|解答|回应)|交给|有请|"
    r"le\s+(?:doy|cedo)\s+la\s+palabra|adelante|"
    r"\bque\s+(?:(?:lo|le|te|nos)\s+)?(?:responda|conteste|explique|informe|complemente|aclare)\b|"
    r"\b(?:responde|contesta|complementa|ced[eo]\s+la\s+palabra|laisse|passe\s+la\s+parole|vai\s+responder)\b",
    re.IGNORECASE,
)
MAX_HANDOFF_WORDS = 60
MAX_HANDOFF_HAN = 90
# "请张主任来回答。", "Le doy la palabra al director.": who is named by office may be anybody, so
# the form of the sentence must say it
_BY_OFFICE = compiled(
    r"(?:这个问题)?(?:请|由|有请).{1,16}(?:来)?(?:回答|介绍|补充|解答|说明)(?:一下)?[。！]?|[\u4e00-\u9fff](?:主任|局长|司长|部长|处长)[。！]|"
    r"\W*(?:gracias[.,]?\s+)?(?:le\s+(?:doy|cedo|paso)\s+la\s+palabra\s+al?\b|que\s+conteste\b|adelante,|"
    r"le\s+(?:pido|voy\s+a\s+pedir|solicito)\s+al?\b|(?:que\s+)?(?:responda|responde|contesta|conteste)\s+(?:el|la)\b|"
    r"je\s+(?:laisse|vais\s+laisser|passe\s+la\s+parole\s+à|cède\s+la\s+parole\s+à)\s+(?:le|la|au|mon|ma)?\b)"
    r"[^.?!]{1,60}[.!]?|"
    r"\W*I[’']?(?:ll|\s+will|[’']d)\s+(?:let|ask|invite|defer\s+to)\s+(?:the|my)\s+[\w\s]{3,50}[.!]?",
    re.IGNORECASE,
)


def hands_over(draft: Draft, following: Draft | None) -> bool:
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
    if CUT_OFF.search(text) and _OWN_WORDS.search(text):
        return False
    if not HANDS_OVER.search(text) and (len(text.split()) > 8 or _OWN_WORDS.search(text)):
        return False
    return all(_gives_over(part, names) for part in SENTENCES.split(text))


# "Jeff, if I might just —" asks for the floor and does not give it
_OWN_WORDS = re.compile(r"\b(?:I|me|my)\b|[—–-]\s*$")
_OF_THE_QUESTION = compiled(r"\bquestions?\b|提问|问题|关注|pregunta", re.IGNORECASE)
# "… and then I’ll make a comment on incentives.", "Let’s go in reverse order."
_OWN_TURN = re.compile(r"\b(?:I[’']ll|I\s+will|let\s+me|let[’']s)\b", re.IGNORECASE)


def _gives_over(sentence: str, names: Sequence[str]) -> bool:
    """Return whether a sentence thanks, speaks of the question, or names who answers."""
    said = sentence.casefold()
    return (
        not sentence.strip()
        or any(name in said for name in names)
        or bool(HANDS_OVER.search(sentence) or THANKS.match(sentence))
        or bool(COURTESY.fullmatch(sentence) or _OF_THE_QUESTION.search(sentence))
        or sentence.rstrip().endswith(("?", "？"))
        or (len(sentence.split()) <= MAX_CALL_WORDS and bool(_OWN_TURN.search(sentence)))
    )


def _name_words(name: str) -> list[str]:
    if re.search(r"[\u4e00-\u9fff]", name):
        return [part for part in re.split(r"[\s/]+", name) if part]
    return [word for word in re.findall(r"[\w’'-]+", name) if len(word) > 2]
