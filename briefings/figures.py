"""Figures in context: for a term, each sentence with a number near it, the numbers set out.

Found by rule and shown verbatim: nothing is computed, converted or rounded, and no number is shown
that the sentence does not say. Pure text: which turns to read is for the caller to say.

``transcripts.relations.figures`` finds figures too, to compare two texts by their values: it takes
whatever may be one, for a chance figure does no harm there. Here each one stands before a reader,
so a doubtful one is left out, and it is shown with its sign, currency and range as printed.
"""

import re
import unicodedata
from dataclasses import dataclass

import sentencex

# How many words (a Chinese character counts as one) may stand between the term and a number. In
# "1.43 million 5G base stations have been set up and opened, and the number of 5G mobile phone
# terminal connections has reached 520 million" the 520 million are 17 words away and are not the
# stations'; in "600,000 5G base stations this year, with more than 2 million total" the 2 million
# are 5 away and are.
NEAR_WORDS = 12

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+(?:['’.,-][^\W_{_HAN}]+)*")
_HAN_CHARACTER = re.compile(f"[{_HAN}]")

# What turns a number into a larger or a relative one, as transcripts print it.
_SCALES = (
    r"hundred|thousand|million|billion|trillion|percentage\ points?|percent|per\ cent"
    r"|basis\ points?|mil\ millones|millones|millón|billones|mil|por\ ciento|puntos\ porcentuales"
    r"|millions|milliards?|pour\ cent|Millionen|Milliarden?|Prozent"
    r"|个百分点|[百千十]?[万亿萬億]亿?|千|百"
)
# Letters that may follow at once; others make a name of it (5G, 4K, 1980s, 14th).
_UNITS = r"m|bn|tn|b|t|km|cm|mm|kg|kw|mw|gw|tw|kwh|mwh|gwh|twh|mph|kph|ha|pp|bps?|x"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_CARDINALS = (
    r"(?:half\ a|an?|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred)"
)
_NUMBER = re.compile(
    rf"""
      (?: (?:US|HK|NT|CN|A|C)?[$¥€£￥₽₹]\s? | (?:RMB|USD|EUR)\s? | (?<!\w)[-−–] )?  # currency, sign
      (?<![A-Za-z_]) (?<![A-Za-z][-–]) (?<!\d[.,:/]) (?<!\d)  # not the 19 of COVID-19, of v1.19
      (?P<digits> {_DIGITS} (?:\s?[-–~～至到]\s?{_DIGITS})? ) (?!\d|[/:.,]\d)
      (?:\s?[%％‰] | [\s-]?(?:{_SCALES})(?![A-Za-z]))*
      (?P<tail> [A-Za-z]+ )?
    | 百分之 [〇零一二三四五六七八九十百点两\d.]+
    | (?<!第) [一二三四五六七八九两几十]+ (?:[百千万亿萬億][〇零一二三四五六七八九十点]*)+
    | \b {_CARDINALS} (?:[\s-](?:and\s)?{_CARDINALS})*
      (?:[\s-](?:hundred|thousand|million|billion|trillion|percent|per\ cent))+ \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNIT = re.compile(_UNITS, re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\bnos?\.|[#№第]|\b(?:article|section|chapter|resolution))\s*$", re.IGNORECASE
)
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_AFTER_MONTH = re.compile(
    rf"\b(?:{_MONTHS})\.?\s*(?:\d{{1,2}}\s*(?:to|and|-|–)\s*)?$", re.IGNORECASE
)
_BEFORE_MONTH = re.compile(rf"\s+(?:de\s+)?(?:{_MONTHS})\b", re.IGNORECASE)
# "2022年7月19日" is a day; "10年" is how long, so only a year of four digits is a date.
_CHINESE_DATE = re.compile(r"\s*(?:月份?(?!之|个)|日|号|时|點|点|分(?!之))")
_YEAR = range(1800, 2100)
_CLOCK = re.compile(r"\s*(?:[:：]\d|[ap]\.?m\b|o['’]clock)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: plain, the term, or a figure near it."""

    text: str
    kind: str = "plain"  # plain | term | figure


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that says the term with numbers near it; its pieces joined are the sentence.

    ``paragraph`` counts from 1. ``figures`` are the numbers as printed, in the sentence's order.
    """

    paragraph: int
    sentence: str
    pieces: tuple[Piece, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The numbers near the term, verbatim."""
        return tuple(piece.text for piece in self.pieces if piece.kind == "figure")


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences; joined they are the paragraph.

    Which rules apply is told by the script, because one document may hold Chinese and English.
    """
    han = len(_HAN_CHARACTER.findall(text))
    return list(sentencex.segment("zh" if han * 2 > len(_WORD.findall(text)) else "en", text))


def numbers(sentence: str) -> list[tuple[int, int]]:
    """Return where the figures of a sentence begin and end.

    Not figures: a number inside a name ("5G", "COVID-19", "14th"), a day, a year ("2022" alone), a
    time of day. "2000" and the like without a comma are taken for years: a lost figure is better
    than a date shown as one.
    """
    found = []
    for match in _NUMBER.finditer(sentence):
        start, end = match.span()
        if match["digits"] is not None:
            if match["tail"] and not _UNIT.fullmatch(match["tail"]):
                continue
            before, after = sentence[:start], sentence[end:]
            if match[0] == match["digits"] and _is_date(match[0], before, after):
                continue
            if _NAMED.search(before):
                continue
        found.append((start, end))
    return found


def _is_date(printed: str, before: str, after: str) -> bool:
    """Tell whether a bare number or range is of years, of days of a month or a time of day."""
    parts = re.findall(r"[\d.,]+", printed)
    if all(part.isdecimal() and len(part) == 4 and int(part) in _YEAR for part in parts):
        return True
    if all(part.isdecimal() and len(part) <= 2 for part in parts):
        if _AFTER_MONTH.search(before) or _BEFORE_MONTH.match(after):
            return True
        return bool(_CHINESE_DATE.match(after) or _CLOCK.match(after))
    return False


def term_pattern(term: str) -> re.Pattern[str] | None:
    """Return the pattern that finds a term as typed, or None where it holds no word.

    Capitals, the kind of space or hyphen, and a plural s at the end of a word make no difference.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", term))
    if not words:
        return None
    pattern = ""
    for number, word in enumerate(words):
        if _HAN_CHARACTER.match(word):
            pattern += (r"\s*" if number else "") + re.escape(word)
            continue
        stem = re.sub(r"(?<=[a-z]{3})s$", "", word, flags=re.IGNORECASE)
        plural = "s?" if re.search(r"[a-z]{3}$", stem, re.IGNORECASE) else ""
        gap = (
            r"[\s\u00a0-]*"
            if number and _HAN_CHARACTER.match(words[number - 1])
            else r"[\s\u00a0-]+"
        )
        pattern += (gap if number else "") + re.escape(stem) + plural
    first, last = words[0], words[-1]
    left = "" if _HAN_CHARACTER.match(first) else rf"(?<![^\W_{_HAN}])"
    right = "" if _HAN_CHARACTER.match(last) else rf"(?![^\W_{_HAN}])"
    return re.compile(left + pattern + right, re.IGNORECASE)


def mentions(paragraphs: list[str], term: str, near: int = NEAR_WORDS) -> list[Mention]:
    """Return the sentences that say ``term`` with a figure at most ``near`` words away."""
    pattern = term_pattern(term)
    if pattern is None:
        return []
    found = []
    for number, paragraph in enumerate(paragraphs, 1):
        if not pattern.search(paragraph):
            continue
        for sentence in sentences(paragraph):
            pieces = _pieces(sentence, pattern, near)
            if any(piece.kind == "figure" for piece in pieces):
                found.append(Mention(number, sentence.strip(), pieces))
    return found


def _pieces(sentence: str, pattern: re.Pattern[str], near: int) -> tuple[Piece, ...]:
    """Return the sentence in pieces: its terms, the figures near one of them, and the rest."""
    sentence = sentence.strip()
    terms = [match.span() for match in pattern.finditer(sentence)]
    if not terms:
        return ()
    marks = [(*span, "term") for span in terms]
    for start, end in numbers(sentence):
        inside = any(start < stop and end > begin for begin, stop in terms)
        if not inside and min(_distance(sentence, (start, end), span) for span in terms) <= near:
            marks.append((start, end, "figure"))
    pieces, at = [], 0
    for start, end, kind in sorted(marks):
        if start > at:
            pieces.append(Piece(sentence[at:start]))
        pieces.append(Piece(sentence[start:end], kind))
        at = end
    if at < len(sentence):
        pieces.append(Piece(sentence[at:]))
    return tuple(pieces)


def _distance(sentence: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many words stand between two places of a sentence."""
    left, right = sorted([one, other])
    return len(_WORD.findall(sentence[left[1] : right[0]]))
