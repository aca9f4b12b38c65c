"""Latin-script names in a text: they survive translation, even into a script of its own.

Only words that are names by their form are taken: ``GDP``, ``5G``, ``Walensky`` inside a sentence.
A capital at the start of a sentence says nothing.
"""

import re

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ0-9]+(?:['’\-&.][A-Za-zÀ-ÖØ-öø-ɏ0-9]+)*")
_SENTENCE_END = re.compile(r"[.!?:;。！？：；…\"“”‘(\[—–]\W*$")
# Words with a capital of their own that name no one and nothing of a briefing.
_NO_NAMES = frozenset(
    "i i'm i'll i've i'd mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "q a ok okay".split()
)


def find_mentions(text: str) -> tuple[str, ...]:
    """Return the names in a paragraph in order, in lower case, without a possessive 's."""
    found = []
    end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        between = text[end : match.start()]
        starts = not end or bool(_SENTENCE_END.search(between))
        end = match.end()
        inner = word[1:]
        shaped = any(c.isupper() for c in inner) or (
            any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
        )
        if not shaped and (starts or not word[0].isupper()):
            continue
        name = re.sub(r"['’]s$", "", word).lower()
        if len(name) > 1 and name not in _NO_NAMES and name[0].isalnum():
            if name.isupper() or not name.isdigit():
                found.append(name)
    return tuple(found)
