"""Names and titles printed in capitals, set as they are written otherwise.

"NUNEZ-SMITH" is Nunez-Smith, "ATLETA Y LÍDER DEL PROYECTO “MÉXICO IMPARABLE”" is Atleta y Líder del
Proyecto “México Imparable”.
"""

import re

from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.vocabulary import word_set

# Small words inside names and titles that are not capitalised.
CONNECTORS = word_set(
    "of the and for to in at on by with from & a an de del la las los el y e da do dos das di "
    "du des le les van von der den bin ibn al el- und für sur aux à"
)
PARTICLES = word_set("de del la las los da do dos das di du van von der den bin ibn al y e")
# "AN LI", "LE DUC", "DES MOINES": small words that are names too are none in a title.
_SMALL_IN_TITLES = PARTICLES | word_set(
    "of for the and a to in at on by with from en con para por sin sobre und für"
)
# What is written in capitals anyway, and is no word or name besides ("WHO", "KIM JONG UN" are).
_ABBREVIATIONS = word_set(
    "NATO NASA FEMA CDC NIH NSC OMB COVID UK USA UAE OECD IMF UNICEF UNESCO UNHCR ASEAN BRICS CEO"
)
_NUMERALS = word_set("II III IV VIII")  # "CHARLES III"; XI and VI are names
_LETTERS = re.compile(r"[^\W\d_]+")
# "McROE", "DeROE", "O’ROE": letters that stay small in a name set in capitals
_PREFIX = re.compile(r"(?<![^\W\d_])(?:Mc|Mac|De|Di|La|Le|Van|Von|Fitz)(?=[A-ZÀ-Þ]{2})")
# "WOMEN'S", "WE'LL": what an apostrophe cuts off in English, where a name goes on ("O'ROE")
_ENDINGS = word_set("s t d m ll ve re")
_ORDINALS = word_set("st nd rd th er")  # "19TH"


def in_capitals(text: str) -> bool:
    """Return whether a text is printed in capitals, a prefix like "Mc" aside; never with Chinese.

    In "CGTN记者" the capitals are an abbreviation's, for Chinese characters have no other case.
    """
    if not text.isupper():
        return bool(_PREFIX.search(text)) and _PREFIX.sub("", text).isupper()
    return not HAN.search(text)


def proper_case(name: str) -> str:
    """Return a name printed in capitals as it is written ("NUNEZ-SMITH" → "Nunez-Smith")."""
    if not in_capitals(name):
        return name
    words = name.split()
    inside = range(1, len(words) - 1)  # the last word is a name: "XU DI", "KIM DO"
    return " ".join(
        word.lower()
        if number in inside and word.lower() in PARTICLES and not _is_initial(word, words)
        else _cased(word)
        for number, word in enumerate(words)
    )


def proper_case_title(text: str) -> str:
    """Return a title or a name printed in capitals in title case, small words small."""
    if not in_capitals(text):
        return text
    return " ".join(
        word.lower() if number and word.lower() in _SMALL_IN_TITLES else _cased(word)
        for number, word in enumerate(text.split())
    )


def _is_initial(word: str, words: list[str]) -> bool:
    """ "MARK E ROE", where "MARÍA SILVA E COSTA" joins two family names."""
    return word == "E" and len(words) == 3


def _cased(word: str) -> str:
    """Return a word in capitals with each of its parts capitalised ("“O'ROE-McROE”")."""
    return _LETTERS.sub(_capitalised, word)


def _capitalised(found: re.Match[str]) -> str:
    letters, before = found.group(), found.string[: found.start()][-1:]
    if prefix := _PREFIX.match(letters):
        return prefix.group() + letters[prefix.end() :].capitalize()
    if letters in _ABBREVIATIONS or letters in _NUMERALS:
        return letters
    if before and before in "'’" and found.start() > 1 and letters.lower() in _ENDINGS:
        return letters.lower()
    if before.isdigit():
        return letters.lower() if letters.lower() in _ORDINALS else letters
    if letters.startswith("MC") and len(letters) > 3:
        return "Mc" + letters[2:].capitalize()
    return letters.capitalize()
