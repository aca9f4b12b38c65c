"""This archive's own engine."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.search_peers.peer import Peer, Query
from briefings.search.entries import Entry


class Columns(Peer):
    """This archive's engine, asked through its own search service."""

    name = "this archive"

    def __init__(self, path: Path) -> None:
        self.path = path

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries, as a rebuild does."""
        from haystack import connections

        from briefings.search.backends import whoosh_writing
        from briefings.search_indexes import document

        schema = connections["default"].get_backend()._schema()
        whoosh_writing.rebuild(self.path, schema, lambda: map(document, entries))

    def ask(self, query: Query) -> int:
        """Answer by the service for a whole page, else by the engine alone."""
        from briefings.search import search
        from briefings.search.asking import Asker
        from briefings.search.engine import Question
        from briefings.search.language import understand
        from briefings.search.matching import Finder, wanted_leaves
        from briefings.search.service import hits
        from briefings.search.tree import Column
        from briefings.search.types import Facet, Request

        typed = {
            "all": " ".join(query.words),
            "any": " OR ".join(query.words),
            "phrase": f'"{" ".join(query.words)}"',
            "prefix": f"{query.words[0]}*",
        }[query.join]
        selected = {Facet.SPEAKER: (query.speaker,)} if query.speaker else {}
        if query.snippets and not query.bare:
            return search(Request(typed, selected)).total
        counted = tuple(Column(facet.value) for facet in Facet) if query.facets else ()
        columns = {Column.SPEAKER: frozenset({query.speaker})} if query.speaker else {}
        question = Question(understand(typed).tree, columns, counted=counted)
        answer = Asker().answer(question)
        if query.snippets:
            hits(answer, Finder(wanted_leaves(question.tree)))
        return answer.total
