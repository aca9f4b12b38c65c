"""Text to tokens: the one way in which texts and queries are cut into words.

Every engine, the passages and the marking in pages share these functions, so that what is found is
what is marked. A token has a place (its number among the tokens of the text) and a span of
characters in the text as printed.

- Words are case-folded, Latin accents are folded ("Zürich" is found by "zurich"), full-width forms
  are those of ASCII, a typewriter's apostrophe and a printer's are one.
- Figures keep their decimals and drop their grouping ("1,425,000" is ``1425000``, "5.5G" is
  ``5.5g``); signs that change a figure's meaning (%, $ …) are tokens of their own, so that "90%"
  is the phrase ``90 %``.
- Chinese and Japanese text has no spaces: each character begins a token of two characters, the last
  of a run stands alone ("基站" is ``基站`` ``站``). A run of characters is then a phrase of
  overlapping pairs, and one character is found by the tokens that begin with it.
"""

import re
import sys
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from whoosh.lang.porter import stem as porter

# CJK ideographs with their extensions, the iteration mark and zero, kana.
IDEOGRAPHS = "々〇\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W{IDEOGRAPHS}]|[\u0300-\u036f]"
_TOKEN = re.compile(
    # Nine words of ten; the last alternative but one would say the same, after all the others.
    r"[A-Za-z]+(?=[ ,\n])"
    rf"|[{IDEOGRAPHS}]+"
    # "1,425,000", "3.5", "5.5G"; "2022-07" is two figures
    rf"|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?(?:{_LETTER})*"
    rf"|\d+(?:\.\d+)+(?:{_LETTER})*"
    # "U.S.", "J.D."; "end.Next" is two words
    r"|(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"
    # "people's", "don't"
    rf"|(?:{_LETTER})+(?:['’](?:{_LETTER})+)*"
    r"|[%‰$€£¥₹°]"
)
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
# Without these every match of _TOKEN is one token: a run of ideographs is several, accents that
# stand alone are none.
_UNEVEN = re.compile(f"[{IDEOGRAPHS}\u0300-\u036f]")
_GROUPING = re.compile(r"(?<=\d),(?=\d)")
_PLAIN = re.compile(r"[a-z]+\Z")


def _folding() -> dict[int, str]:
    """Return the characters that are folded: Latin accents, full-width forms, apostrophes."""
    table: dict[int, str] = dict.fromkeys(range(768, 880), "")  # combining accents
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F)):
        plain = "".join(
            character
            for character in unicodedata.normalize("NFKD", chr(code))
            if not unicodedata.combining(character)
        )
        if plain != chr(code):
            table[code] = plain.casefold()
    table |= {ord(a): b for a, b in zip("øØłŁđĐæÆœŒßıħĦ", "oolldd", strict=False)}
    table |= {ord("æ"): "ae", ord("Æ"): "ae", ord("œ"): "oe", ord("Œ"): "oe", ord("ß"): "ss"}
    table |= {ord("ı"): "i", ord("ħ"): "h", ord("Ħ"): "h", ord("’"): "'"}
    return table


_FOLDING = _folding()


class Token(NamedTuple):
    """One token: its folded text, its place among the tokens, its span of characters."""

    text: str
    place: int
    start: int
    end: int


def fold(word: str) -> str:
    """Return a word in the form in which words are compared."""
    if word.isascii():
        return word.lower()
    return word.casefold().translate(_FOLDING)


class _Normals(dict[str, str]):
    """Words as printed and the tokens they are, worked out once each."""

    limit = 500_000

    def __missing__(self, word: str) -> str:
        """Return the token of a word that was not met before."""
        if len(self) >= self.limit:
            self.clear()
        token = fold(word)
        if "," in token:
            token = _GROUPING.sub("", token)
        self[word] = token = sys.intern(token.rstrip("."))
        return token


_NORMALS = _Normals()


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order."""
    place = 0
    has_runs = _IDEOGRAPH.search(text) is not None
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if has_runs and _IDEOGRAPH.match(word):
            for index in range(len(word)):
                pair = word[index : index + 2]
                yield Token(pair, place, start + index, start + index + len(pair))
                place += 1
        elif token := _NORMALS[word]:
            yield Token(token, place, start, end)
            place += 1


def spans_at(text: str, places: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return the spans of the tokens at some places of a text, reading no further than the last."""
    spans: dict[int, tuple[int, int]] = {}
    if not places:
        return spans
    if _is_uneven(text):
        for token in tokenize(text):
            if token.place in places:
                spans[token.place] = (token.start, token.end)
        return spans
    matches = _TOKEN.finditer(text)
    passed = 0
    for place in sorted(places):
        for match in islice(matches, place - passed, place - passed + 1):
            spans[place] = match.span()
        passed = place + 1
    return spans


def words_between(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the tokens of a text's stretch between two spaces with their spans.

    The text has neither ideographs nor accents that stand alone. No token has a space in it, and
    none depends on what stands before it.
    """
    return [(_NORMALS[found[0]], *found.span()) for found in _TOKEN.finditer(text, start, end)]


def word_at(text: str, place: int) -> tuple[str, int, int]:
    """Return the token of letters that begins at a place of a text, with its span."""
    match = _TOKEN.match(text, place)
    assert match is not None  # noqa: S101  a letter begins a token
    return _NORMALS[match[0]], place, match.end()


def words(text: str) -> list[str]:
    """Return the tokens' texts alone, which is what an index takes in."""
    if _is_uneven(text):
        return [token.text for token in tokenize(text)]
    return list(map(_NORMALS.__getitem__, _TOKEN.findall(text)))


def _is_uneven(text: str) -> bool:
    return not text.isascii() and _UNEVEN.search(text) is not None


def is_ideographic(token: str) -> bool:
    """Say whether a token is of a script without spaces."""
    return _IDEOGRAPH.match(token) is not None


# Stems of the words met: the 2.3 million words of 365 briefings are 22,473 different ones.
_STEMS: dict[str, str] = {}
_STEMS_LIMIT = 200_000


def stem(token: str) -> str:
    """Return the stem under which a token is found: Porter's for English, else the token itself.

    A possessive is its word ("people's" is ``peopl``). Method: M. F. Porter, "An algorithm for
    suffix stripping", 1980, as implemented by Whoosh.
    """
    stemmed = _STEMS.get(token)
    if stemmed is None:
        if len(_STEMS) >= _STEMS_LIMIT:
            _STEMS.clear()
        word = token.removesuffix("'s").removesuffix("'")
        stemmed = porter(word) if _PLAIN.match(word) else word
        _STEMS[token] = stemmed = str(stemmed) or token
    return stemmed


class Pattern(NamedTuple):
    """A phrase to look for: tokens at their distances from its first one.

    ``open_end`` says that the last token stands for all that begin with it: a single character of
    a script without spaces at the phrase's end.
    """

    tokens: tuple[tuple[int, str], ...]
    open_end: bool


def pattern(text: str) -> Pattern:
    """Return a typed phrase as tokens with their distances.

    The last character of a run of ideographs is implied by the pair before it, so it is left out;
    it would wrongly ask for the run to end there.
    """
    tokens = list(tokenize(text))
    kept: list[tuple[int, str]] = []
    open_end = False
    for index, token in enumerate(tokens):
        single = len(token.text) == 1 and is_ideographic(token.text)
        joined = index > 0 and tokens[index - 1].end == token.end
        last = index + 1 == len(tokens)
        if single and joined:
            continue
        if single and last:
            open_end = True
        kept.append((token.place, token.text))
    first = kept[0][0] if kept else 0
    return Pattern(tuple((place - first, word) for place, word in kept), open_end)
