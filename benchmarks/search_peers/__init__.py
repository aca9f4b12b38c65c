"""Search engines side by side: each indexes the same entries and answers the same queries.

Every peer is used as its manual says to, with an English stemmer and in as few statements as it
allows, and answers the same things: the best 20, the exact total, the counts of five facets
(speaker, outlet, year, kind, language; as ids), and a snippet of each of the 20.

This archive's engine does the same and more in each query: it also looks into the text of an
answer's question, at a quarter of the weight, and lists answers that repeat one another once. Its
page (``snippets``) is what a reader's page asks of the service: besides all that it reads the names
of all values of its six facets from the database, and puts the query's parts into words. With
``bare`` it is the page as the peers give it: hits with snippets, the total, all facets as ids.
"""

from benchmarks.search_peers.columns import Columns
from benchmarks.search_peers.fts5 import Fts5
from benchmarks.search_peers.peer import Peer, Query
from benchmarks.search_peers.postgresql import Postgres
from benchmarks.search_peers.stock import Stock
from benchmarks.search_peers.tantivy_index import Tantivy
from benchmarks.search_peers.timing import timed, worked

__all__ = [
    "Columns",
    "Fts5",
    "Peer",
    "Postgres",
    "Query",
    "Stock",
    "Tantivy",
    "timed",
    "worked",
]
