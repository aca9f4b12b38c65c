"""One person under several labels: misspelt ones, and given names that only others say."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from briefings.transcripts.parsing.people import has_honorific, is_name, strip_honorific
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import (
    MODERATOR_LABELS,
    OFFICE_LABELS,
    TITLE_WORDS,
    VOICE_LABELS,
    role_key,
)

LEAST_OFTEN = 3  # how many times as often the right label stands as the wrong one
MOST_SLIPS = 2  # how often the wrong one may stand
LONG_NAME = 7  # letters of a name in which two may differ; in a shorter one only one may
SHORT_NAME = 5  # a shorter name one letter apart is another name ("Lee", "Lea")
_WORDS = MODERATOR_LABELS | OFFICE_LABELS | VOICE_LABELS  # "OPERATOR" is no slip for "MODERATOR"
_PLAIN = re.compile(r"[^\W\d_][^\W\d]*(?:[\s.'’-]+[^\W\d]+)*\.?", re.ASCII)


def misspelt(drafts: Sequence[Draft]) -> dict[str, str]:
    """Return the labels that stand once or twice and are another one with a slip of the hand.

    "DR. WALESNKY" among many "DR. WALENSKY", "QMS. ROE" for "MS. ROE", "ADMINISTRATION ROE" for
    "ACTING ADMINISTRATOR ROE". Two who differ in their courtesy words ("Mr. Roe", "Ms. Roe") or in
    a number ("Speaker 1") are two.
    """
    counts = Counter(
        draft.label
        for draft in drafts
        if draft.label and draft.part in (Part.SPEAKER, Part.MODERATOR, None)
    )
    found = {}
    for label, count in counts.items():
        if count <= MOST_SLIPS and _PLAIN.fullmatch(label) and role_key(label) not in _WORDS:
            right = [
                other
                for other, often in counts.items()
                if often >= LEAST_OFTEN * count and _PLAIN.fullmatch(other) and _slip(label, other)
            ]
            if len(right) == 1:
                found[label] = right[0]
    return found


def _slip(label: str, other: str) -> bool:
    name, right = strip_honorific(label).split()[-1], strip_honorific(other).split()[-1]
    before, expected = label[: -len(name)].strip(), other[: -len(right)].strip()
    if name == right and before != expected and before and expected:
        if has_honorific(label):
            return False
        # the title is misspelt: "QMS.", "ADMINISTRATION"
        odd = [word for word in before.split() if word not in expected.split()]
        if len(odd) != 1 or odd[0].strip(".,").lower() in TITLE_WORDS:
            return False
        most = 2 if len(odd[0]) > LONG_NAME else 1
        return min(_apart(odd[0], word) for word in expected.split()) <= most
    if before != expected or len(right) < SHORT_NAME or name == right:
        return False
    return _apart(name, right) <= (2 if len(right) >= LONG_NAME else 1)


def _apart(a: str, b: str) -> int:
    return DamerauLevenshtein.distance(a.casefold(), b.casefold())


# "Thank you, Jeff.": how a speaker takes over from who has just spoken
_THANKS = re.compile(
    r"(?:Well,?\s+|Great\.\s+|Okay\.\s+)?Thank(?:s|\s+you)(?:\s+(?:so|very)\s+much|\s+a\s+lot)?,\s+"
    r"(?!(?:Mr|Mrs|Ms|Drs?|Prof|Sen|Rep|Gen|Gov|Sec|Lt|Col|Sir|Doctors?|Everyone|Everybody|All)\b)"
    r"([A-Z][\w’'-]+)(?=[.,!])"
)


def given_names(drafts: Sequence[Draft]) -> dict[str, str]:
    """Return given names by surname, as the next speaker thanks with them, where all agree.

    Only before the first question: later a name may be a reporter's.
    """
    said: dict[str, set[str]] = {}
    for before, draft in pairwise(drafts):
        if draft.part is Part.QUESTIONER:
            break
        if not before.label or before.label == draft.label:
            continue
        found = _THANKS.match(draft.opening(80))
        surname = strip_honorific(before.label).split()[-1]
        if found and is_name(found[1]) and found[1].casefold() != surname.casefold():
            said.setdefault(surname.casefold(), set()).add(found[1])
    return {
        surname: names.pop()
        for surname, names in said.items()
        if len(names) == 1 and not names & {name.title() for name in TITLE_WORDS}
    }
