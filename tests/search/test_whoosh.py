"""The Whoosh engine keeps the contract on a real directory, however the index came to be."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from haystack import connections

from briefings.search.backends import whoosh as whoosh_module
from briefings.search.backends.whoosh import WhooshBackend
from briefings.search.engine import Question
from briefings.search.entries import Entry
from briefings.search_indexes import document
from tests.search.contract import EngineContract, Index
from tests.search.corpora import make_entry, random_entries, random_tree


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


def test_threads_share_one_snapshot(backend: WhooshBackend, index_path: Path) -> None:
    """Sixteen threads at once, before anything is cached, find what one finds after the other."""
    entries = random_entries(Random(9), 400)
    random = Random(10)
    questions = [Question(tree=random_tree(random), stop=None) for _ in range(60)]
    backend.rebuild(lambda: map(document, entries))
    whoosh_module._snapshots.clear()
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(backend.answer, questions))
    assert together == [backend.answer(question) for question in questions]
    assert sum(answer.total for answer in together) > 1000


def write(backend: WhooshBackend, turns: list[int], documents: list[dict[str, object]]) -> None:
    """Put documents in the place of those of some turns."""

    backend._replace("turn", turns, lambda: documents)
