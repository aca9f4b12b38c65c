"""Words of offices and institutions: which labels name an office and nobody."""

import re

from briefings.transcripts.parsing.offices import split_office
from briefings.transcripts.parsing.vocabulary import (
    OFFICE_LABELS,
    TITLE_WORDS,
    TITLE_ZH,
    role_key,
    word_set,
)

# Words of offices and institutions that no person is called.
_OFFICE_EXTRA = word_set(
    "of for the general de department ministry government administration defense intelligence one "
    "two three four five six no"
)
# What the last word of an office's name is and no surname: "Business Secretary" is nobody's name.
_OFFICE_LAST = word_set(
    "secretary minister spokesperson spokesman spokeswoman president commissioner director "
    "secretary-general director-general treasurer ambassador official"
)
# "副主任", "局長"
_OFFICE_ZH = re.compile(rf"(?:副|代|总)?{TITLE_ZH.pattern}+")


def has_office(text: str) -> bool:
    """Return whether a text holds a word of office ("former Minister of Harbours")."""
    return any(word.strip(",.").lower() in TITLE_WORDS for word in text.split())


def is_office(text: str) -> bool:
    """Return whether a label names an office and nobody ("Department of Health")."""
    key = role_key(text)
    words = key.split()
    if not key.isascii() and (key in OFFICE_LABELS or _OFFICE_ZH.fullmatch(key)):
        return True
    if len(words) > 1 and words[-1] in _OFFICE_LAST:
        return True
    if (parted := split_office(text)) and not parted[1]:
        return True  # "VOCERO PRESIDENCIAL"
    return bool(words) and all(
        word.strip(",.") in TITLE_WORDS or word in _OFFICE_EXTRA for word in words
    )
