"""Search: the one reader of the index.

``search`` answers a request; ``drain`` takes changes of rows into the index.
"""

from briefings.search.outbox import drain, drain_soon, ensure
from briefings.search.service import mark, marker, matches, search

__all__ = ["drain", "drain_soon", "ensure", "mark", "marker", "matches", "search"]
