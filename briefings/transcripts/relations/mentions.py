"""Latin-script names in a text: they survive translation, even into a script of its own.

Only words that are names by their form are taken: ``GDP``, ``5G``, ``Walensky`` inside a sentence.
A capital at the start of a sentence says nothing.
"""

import re

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = re.compile(
    rf"""
    (?<![{_LATIN}0-9])
    (?: [{_LATIN}]+-?[0-9][{_LATIN}0-9]*          # G20, COVID-19
      | [0-9]+[{_CAPITAL}][{_LATIN}0-9]*          # 5G
      | [{_CAPITAL}]{{2,}}[{_LATIN}0-9]*          # GDP, APPs
      | (?<=[a-z0-9,;][ ])[{_CAPITAL}][{_LATIN}]+ # inside a sentence
    )
    """,
    re.VERBOSE,
)
# In a text of another script every Latin word is a name or a term of art.
_FOREIGN = re.compile(rf"(?<![{_LATIN}0-9])(?:[{_LATIN}][{_LATIN}0-9\-]+|[0-9]+[{_CAPITAL}])")
# Words with a capital of their own that name no one and nothing of a briefing.
_TITLES_AND_DAYS = (
    "mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december"
)
_NO_NAMES = frozenset(_TITLES_AND_DAYS.split())


def find_mentions(text: str, *, foreign: bool = False) -> tuple[str, ...]:
    """Return the names in a paragraph in order, in lower case.

    ``foreign`` says that the text is of another script, where every Latin word counts.
    """
    pattern = _FOREIGN if foreign else _NAME
    found = (name.lower() for name in pattern.findall(text))
    return tuple(name for name in found if name not in _NO_NAMES)
