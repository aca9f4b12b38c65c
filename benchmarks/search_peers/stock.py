"""Haystack and Whoosh without anything of this archive."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search_peers.peer import FACETS, PAGE, Peer, Query
from briefings.search.entries import Entry


class Stock(Peer):
    """django-haystack with its Whoosh backend as it comes."""

    name = "Haystack + Whoosh"

    def __init__(self, path: Path, alias: str = "stock") -> None:
        from haystack import connections, indexes
        from haystack.utils.loading import UnifiedIndex

        from briefings.models import Turn

        class StockIndex(indexes.SearchIndex, indexes.Indexable):
            """What a reader of Haystack's tutorial would declare."""

            text = indexes.CharField(document=True)
            speaker = indexes.CharField(faceted=True)
            outlet = indexes.CharField(faceted=True)
            year = indexes.IntegerField(faceted=True)
            kind = indexes.CharField(faceted=True)
            lang = indexes.CharField(faceted=True)

            def get_model(self) -> type[Turn]:
                return Turn

            def prepare(self, obj: Any) -> dict[str, Any]:
                prepared = super().prepare(obj)
                entry = obj.entry
                for name in FACETS:
                    value = getattr(entry, name)
                    # Stock's analyzer drops words of one letter, so "1" would be found nowhere.
                    prepared[name] = value if name == "year" else f"{name}{value}"
                prepared["text"] = entry.text
                return prepared

        self.alias = alias  # Haystack keeps one connection, and so one path, an alias
        connections.connections_info[alias] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": str(path),
        }
        self.connection = connections[alias]
        self.index = StockIndex()
        unified = UnifiedIndex()
        unified.build(indexes=[self.index])
        self.connection._index = unified
        self.backend = self.connection.get_backend()

    def rows(self, entries: Sequence[Entry]) -> list[Any]:
        """Return unsaved turns that carry their entries."""
        from briefings.models import Turn

        rows = []
        for entry in entries:
            row = Turn(pk=entry.turn, text=entry.text)
            row.entry = entry
            rows.append(row)
        return rows

    def update(self, entries: Sequence[Entry]) -> None:
        """Index as ``update_index`` does: batches of a thousand."""
        rows = self.rows(entries)
        for start in range(0, len(rows), 1000):
            self.backend.update(self.index, rows[start : start + 1000])

    def build(self, entries: Sequence[Entry]) -> None:
        """Index in one commit: ``update`` of 100,000 turns takes hours; queries see the same."""
        self.backend.setup()
        writer = self.backend.index.writer(limitmb=512)
        for row in self.rows(entries):
            document = self.index.full_prepare(row)
            for key in document:
                document[key] = self.backend._from_python(document[key])
            writer.add_document(**document)
        writer.commit()

    def ask(self, query: Query) -> int:
        """Answer through a ``SearchQuerySet``."""
        from haystack.inputs import Raw
        from haystack.query import SearchQuerySet

        typed = {
            "all": " AND ".join(query.words),
            "any": " OR ".join(query.words),
            "phrase": f'"{" ".join(query.words)}"',
            "prefix": f"{query.words[0]}*",
        }[query.join]
        found = SearchQuerySet(using=self.alias).filter(content=Raw(f"({typed})"))
        if query.speaker:
            found = found.narrow(f"speaker:speaker{query.speaker}")
        if query.facets:
            for name in FACETS:
                found = found.facet(name)
        if query.snippets:
            found = found.highlight()
        list(found[:PAGE])
        if query.facets:
            found.facet_counts()
        return len(found)
