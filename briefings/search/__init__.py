"""Search: the one reader of the index.

``search`` answers a request; ``drain`` takes changes of rows into the index.
"""

from briefings.search.outbox import drain
from briefings.search.service import mark, marker, matches, search

__all__ = ["drain", "mark", "marker", "matches", "search"]
