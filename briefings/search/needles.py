"""Letters without which a text cannot have a word: where to look before it is cut into words.

Most words of a text are not those looked for. ``str.find`` passes over them at memory's speed; only
the stretches between spaces in which the letters stand are cut into tokens.
"""

import re
from collections.abc import Iterable

from briefings.search.tokens import IDEOGRAPHS, word_at, words_between

# Characters beyond ASCII that fold to letters of ASCII ("é", "ﬁ", "Ｋ") or to nothing (accents that
# stand alone): with one of them a text may have a word and not its letters. Ideographs are cut into
# tokens otherwise.
_UNLIKE = re.compile(
    f"[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u212a\u212b\ufb00-\ufb06\uff21-\uff5a{IDEOGRAPHS}]"
)
_LETTERS = re.compile(r"[a-z]{2,}\Z")


def needle_of_stem(stemmed: str) -> str | None:
    """Return what every word of a stem begins with; None where it is too little to look for.

    Porter's steps cut a word's end off, or put "i" for "y", an "e", or "ble" for "bility" there.
    """
    start = stemmed[:-1] if stemmed[-1:] in {"i", "e"} else stemmed
    return needle(start[:-1] if start.endswith("bl") else start)


def needle(start: str) -> str | None:
    """Return the beginning of a token if it is letters to look for, else None."""
    return start if _LETTERS.match(start) else None


def has_plain_letters(text: str) -> bool:
    """Say whether each token's letters stand in a text as they are, capitals aside."""
    return text.isascii() or _UNLIKE.search(text) is None


def words_with(text: str, needles: Iterable[str]) -> list[tuple[str, int, int]]:
    """Return the tokens that begin with a needle, with their spans, some twice; the text is plain.

    A token begins where no letter, figure or underscore stands before; only what an apostrophe may
    have glued to a word before it is read from the last space on.
    """
    lowered = text.lower()
    found = []
    for letters in needles:
        place = lowered.find(letters)
        while place >= 0:
            before = lowered[place - 1] if place else " "
            if before in "'’":
                end = lowered.find(" ", place)
                end = len(text) if end < 0 else end
                found += words_between(text, lowered.rfind(" ", 0, place) + 1, end)
            elif not before.isalnum() and before != "_":
                found.append(word_at(text, place))
            place = lowered.find(letters, place + 1)
    return found
