"""Which known transcripts are worth comparing with a new one: those that share telling keys.

The rule alone; where the keys come from (the database, a dictionary in an evaluation) is the
caller's. See ``briefings.candidates``.
"""

from collections.abc import Iterable

# A key that more transcripts hold than this leads nowhere in particular and is not followed: it
# bounds the work, however large the archive. A briefing with a hundred documents is beyond belief.
MOST_HOLDERS = 100
# How many transcripts are worth comparing. Strangers crowd round long documents, whose relatives
# share hundreds of bits; the few bits that a misread page shares with its whole have few rivals.
MOST_CANDIDATES = 5
# What a shared key tells at most. A hash that nobody else holds would tell more, but one passage
# read out at two briefings is several keys at once.
KEY_BITS = 10.0
# A relative shares at least this many bits, two or three keys. Of made pages of eleven with 5 % of
# the characters misread 98 of 100 do, of the pairs of strangers in one series 4 of 100.
LEAST_BITS = 20.0
# … and at least this part of what the likeliest shares: beside a copy that shares 1,400 bits, a
# stranger with 50 is not worth looking at, a page or a translation with 100 is.
LEAST_PART = 0.05


def likely(shared: Iterable[tuple[int, float]], most: int = MOST_CANDIDATES) -> tuple[int, ...]:
    """Return the transcripts worth comparing, the likeliest first.

    ``shared`` gives, for each key and each known transcript that holds it, the transcript and the
    bits that sharing the key tells.
    """
    bits: dict[int, float] = {}
    for transcript, tells in shared:
        bits[transcript] = bits.get(transcript, 0.0) + tells
    least = max(LEAST_BITS, LEAST_PART * max(bits.values(), default=0.0))
    found = [transcript for transcript, total in bits.items() if total >= least]
    return tuple(sorted(found, key=lambda transcript: (-bits[transcript], transcript))[:most])
