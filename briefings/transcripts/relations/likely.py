"""Which known transcripts are worth comparing with a new one: those that share telling keys.

The rule alone; where the keys come from (the database, a dictionary in an evaluation) is the
caller's. See ``briefings.candidates``.
"""

from collections.abc import Iterable

# A key that more transcripts hold than this leads nowhere in particular and is not followed: it
# bounds the work, however large the archive. A briefing with a hundred documents is beyond belief.
MOST_HOLDERS = 100
# How many transcripts are worth comparing.
MOST_CANDIDATES = 10
# What a shared key tells at most. A hash that nobody else holds would tell more, but one passage
# read out at two briefings is several keys at once.
KEY_BITS = 10.0
# A relative shares at least this many bits. A page of eleven shares some ten keys of words with
# the whole, each of ten bits or nearly; most strangers share none, some a formula or two.
LEAST_BITS = 12.0


def likely(shared: Iterable[tuple[int, float]], most: int = MOST_CANDIDATES) -> tuple[int, ...]:
    """Return the transcripts worth comparing, the likeliest first.

    ``shared`` gives, for each key and each known transcript that holds it, the transcript and the
    bits that sharing the key tells.
    """
    bits: dict[int, float] = {}
    for transcript, tells in shared:
        bits[transcript] = bits.get(transcript, 0.0) + tells
    found = [transcript for transcript, total in bits.items() if total >= LEAST_BITS]
    return tuple(sorted(found, key=lambda transcript: (-bits[transcript], transcript))[:most])
