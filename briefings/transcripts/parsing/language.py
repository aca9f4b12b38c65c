"""The language of a document, told by its letters and its commonest words."""

import re
from collections import Counter
from collections.abc import Sequence

from briefings.transcripts.parsing.blocks import Block

HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
# A letter of one of these scripts; most texts have none, which one look tells.
_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# The commonest short words; those that two of the languages share are left out.
_COMMON = {
    "en": "the of and to that is for we have with are this was be it will on you as",
    "es": "el los las y que en un una por con para del está son lo muy pero sí gracias como más",
    "fr": "le les et des est dans du une qui pour nous vous pas sur avec ce sont aux être je",
    "de": "der die und das ist nicht wir zu ein eine auf mit für auch sich dem den von haben",
    "pt": "o os não que em um uma do da dos das com para é são mais muito obrigado você ao",
    "it": "il gli che di è non per una della sono con nel alla anche più abbiamo questo",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _COMMON.items()}
SAMPLE = 20_000  # characters looked at: enough for any language to show, the same cost for all
# In a bilingual document every paragraph comes twice, so each script has about half of the blocks.
BILINGUAL_SHARE = 0.3


def language(blocks: Sequence[Block]) -> str:
    """Return the BCP 47 tag of a document ("en", "zh", "es", …; "zh+en" when paragraphs alternate).

    "und" when there are no letters to tell by.
    """
    step = max(1, len(blocks) // 400)
    heads = [block.head for block in blocks[::step]]
    text = " ".join(heads)[:SAMPLE]
    if not _OTHER_SCRIPT.search(text):
        return _western(text)
    han, kana = len(HAN.findall(text)), len(_KANA.findall(text))
    if kana > 0.15 * (han + kana) and kana > 10:
        return "ja"
    if len(_HANGUL.findall(text)) > 0.3 * len(text.replace(" ", "")):
        return "ko"
    latin = sum(map(len, _LATIN.findall(text)))
    if han:
        chinese = sum(is_chinese(head) for head in heads)
        western = sum(_is_western(head) for head in heads)
        counted = chinese + western
        if counted and min(chinese, western) >= BILINGUAL_SHARE * counted and min(han, latin) > 40:
            return f"zh+{_western(text)}"
        if han * 3 > latin:
            return "zh"
    for script, tag in ((_CYRILLIC, "ru"), (_ARABIC, "ar")):
        if len(script.findall(text)) > latin:
            return tag
    return _western(text)


def is_chinese(text: str) -> bool:
    """Return whether a text is Chinese: its Han characters outweigh its Latin words."""
    han = len(HAN.findall(text))
    return han > 0 and han * 2 >= len(_LATIN.findall(text))


def _is_western(text: str) -> bool:
    return not is_chinese(text) and bool(_LATIN.search(text))


def _western(text: str) -> str:
    words = _LATIN.findall(text.lower())
    if not words:
        return "und"
    counts = Counter(words)
    scores = {tag: sum(map(counts.__getitem__, common)) for tag, common in _WORDS.items()}
    best = max(scores, key=lambda tag: scores[tag])
    return best if scores[best] else "en"
