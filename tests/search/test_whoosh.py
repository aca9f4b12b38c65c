"""The Whoosh engine keeps the contract on a real directory, however the index came to be."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from haystack import connections

from briefings.search.backends.whoosh import WhooshBackend
from briefings.search.entries import Entry
from briefings.search_indexes import document
from tests.search.contract import EngineContract, Index
from tests.search.corpora import make_entry


@pytest.fixture
def backend(index_path: Path) -> WhooshBackend:
    """Return the backend on a directory of this test."""
    found: WhooshBackend = connections["default"].get_backend()
    return found


class TestBuiltAtOnce(EngineContract):
    """An index of one segment."""

    @pytest.fixture
    def index(self, backend: WhooshBackend) -> Index:
        """Return the call that builds it."""

        def build(entries: Sequence[Entry]) -> WhooshBackend:
            backend.rebuild(lambda: map(document, entries))
            return backend

        return build


class TestManySegmentsAndDeletions(EngineContract):
    """An index written bit by bit: several segments, deleted and replaced documents."""

    @pytest.fixture
    def index(self, backend: WhooshBackend) -> Index:
        """Return the call that writes it."""

        def build(entries: Sequence[Entry]) -> WhooshBackend:
            waste = [make_entry("boat station tides the wind", briefing=999) for _ in range(5)]
            backend.rebuild(lambda: map(document, waste))
            step = max(1, len(entries) // 4)
            for start in range(0, len(entries), step):
                part = entries[start : start + step]
                for texts in (["waste of wind"] * len(part), [entry.text for entry in part]):
                    documents = [
                        {**document(entry), "text": text, "exact": text}
                        for entry, text in zip(part, texts, strict=True)
                    ]
                    write(backend, [entry.turn for entry in part], documents)
            write(backend, [entry.turn for entry in waste], [])
            return backend

        return build


def write(backend: WhooshBackend, turns: list[int], documents: list[dict[str, object]]) -> None:
    """Put documents in the place of those of some turns."""

    backend._replace("turn", turns, lambda: documents)
