"""Search: the one reader of the index.

``search`` answers a request; ``drain`` takes changes of rows into the index.
"""

from briefings.search.counting import frequencies, histogram, said_words, who_asks, who_says
from briefings.search.outbox import drain, drain_soon, ensure
from briefings.search.quoting import closest
from briefings.search.service import mark, marker, matches, search, stream

__all__ = [
    "closest",
    "drain",
    "drain_soon",
    "ensure",
    "frequencies",
    "histogram",
    "mark",
    "marker",
    "matches",
    "said_words",
    "search",
    "stream",
    "who_asks",
    "who_says",
]
