"""Writing the index: one writer, whole or not at all, readers never out."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from haystack import connections

from briefings.search.backends import whoosh_writing as writing
from briefings.search.backends.whoosh import WhooshBackend
from briefings.search.engine import IndexUnusableError, Question
from briefings.search.tree import Word
from briefings.search_indexes import document
from tests.search.corpora import make_entry, random_entries


@pytest.fixture
def backend(index_path: Path) -> WhooshBackend:
    """Return the backend on a directory of this test."""
    found: WhooshBackend = connections["default"].get_backend()
    return found


def total(backend: WhooshBackend, word: str) -> int:
    """Return how many turns say a word."""
    return backend.answer(Question(tree=Word(word))).total


def documents(*texts: str, **fields: Any) -> list[dict[str, Any]]:
    """Return documents of texts."""
    return [document(make_entry(text, **fields)) for text in texts]


def test_a_rebuild_replaces_all_at_once(backend: WhooshBackend) -> None:
    backend.rebuild(lambda: documents("boats", "tides"))
    seen: list[int] = []

    def stream() -> Iterator[dict[str, Any]]:
        for made in documents("wind", "storms"):
            seen.append(total(backend, "boats"))
            yield made

    assert backend.rebuild(stream) == 2
    assert seen == [1, 1]
    assert total(backend, "boats") == 0
    assert total(backend, "storms") == 1


def test_a_rebuild_that_fails_leaves_the_index_in_use(
    backend: WhooshBackend, index_path: Path
) -> None:
    backend.rebuild(lambda: documents("boats"))
    before = sorted(path.name for path in index_path.iterdir())

    def stream() -> Iterator[dict[str, Any]]:
        yield from documents("wind")
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        backend.rebuild(stream)
    assert total(backend, "boats") == 1
    assert sorted(path.name for path in index_path.iterdir()) == before
    assert not index_path.with_name("whoosh.building").exists()


def test_what_a_rebuild_that_died_has_left_is_cleared(
    backend: WhooshBackend, index_path: Path
) -> None:
    beside = index_path.with_name("whoosh.building")
    beside.mkdir(parents=True)
    (beside / "half.seg").write_bytes(b"half")
    backend.rebuild(lambda: documents("boats"))
    assert total(backend, "boats") == 1
    assert not beside.exists()


def test_two_processes_build_what_one_builds(backend: WhooshBackend) -> None:
    entries = random_entries(Random(3), writing.FEWEST_FOR_TWO + 300)
    counts = []
    for processes in (1, 2):
        assert backend.rebuild(lambda: map(document, entries), processes) == len(entries)
        assert len(backend.snapshot().leaves) == processes
        counts.append([total(backend, word) for word in ("boat", "storm", "the", "90")])
    assert counts[0] == counts[1]
    assert all(counts[0])


def test_a_batch_replaces_what_was_there_and_nothing_else(backend: WhooshBackend) -> None:
    backend.rebuild(lambda: [*documents("boats", briefing=1), *documents("tides", briefing=2)])
    backend.replace_briefings([1], lambda: documents("wind", "storms", briefing=1))
    assert [total(backend, word) for word in ("boats", "tides", "wind", "storms")] == [0, 1, 1, 1]


def test_a_batch_that_fails_changes_nothing_and_frees_the_lock(backend: WhooshBackend) -> None:
    backend.rebuild(lambda: documents("boats", briefing=1))

    def stream() -> Iterator[dict[str, Any]]:
        yield from documents("wind", briefing=1)
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        backend.replace_briefings([1], stream)
    assert total(backend, "boats") == 1
    backend.replace_briefings([1], lambda: documents("wind", briefing=1))
    assert total(backend, "wind") == 1


def test_writers_wait_for_each_other(backend: WhooshBackend, index_path: Path) -> None:
    backend.rebuild(lambda: documents("boats", briefing=1))
    threads = [
        threading.Thread(
            target=backend.replace_briefings,
            args=([number], lambda number=number: documents("tides", briefing=number)),
        )
        for number in range(10, 16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total(backend, "tides") == 6
    assert total(backend, "boats") == 1


def test_a_writer_that_has_waited_long_enough_says_so(
    backend: WhooshBackend, index_path: Path
) -> None:
    backend.rebuild(lambda: documents("boats"))
    with (
        writing.locked(index_path),
        pytest.raises(writing.IndexBusyError, match="Another process is writing"),
        writing.locked(index_path, patience=0.0),
    ):
        pytest.fail("two writers at once")


def test_many_small_batches_do_not_leave_many_segments(backend: WhooshBackend) -> None:
    backend.rebuild(lambda: map(document, random_entries(Random(1), 300)))
    for number in range(1000, 1030):
        texts = documents("lighthouse", briefing=number)
        backend.replace_briefings([number], lambda texts=texts: texts)
    assert total(backend, "lighthouse") == 30
    leaves = backend.snapshot().leaves
    assert len(leaves) <= 8
    assert max(leaf.doc_count_all() for leaf, _ in leaves) == 300


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Whoosh's, as it fails
@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("gone", "has not been built"),
        ("empty", "has not been built"),
        ("table", "damaged"),
        ("segment", "damaged"),
        ("cut", "damaged"),
        ("foreign", "another version or program"),
    ],
)
def test_an_index_out_of_order_is_said_and_never_made_anew_by_reading(
    backend: WhooshBackend, index_path: Path, harm: str, sentence: str
) -> None:
    backend.rebuild(lambda: documents("boats", "tides"))
    hurt(index_path, harm)
    before = sorted(path.name for path in index_path.parent.rglob("*"))
    with pytest.raises(IndexUnusableError, match=sentence):
        backend.answer(Question(tree=Word("boats")))
    with pytest.raises(IndexUnusableError):
        backend.replace_briefings([1], lambda: documents("wind", briefing=1))
        backend.verify()
    assert set(before) - {path.name for path in index_path.parent.rglob("*")} == set()
    gc.collect()
    backend.rebuild(lambda: documents("boats"))
    assert total(backend, "boats") == 1


def hurt(path: Path, harm: str) -> None:
    """Do to an index what happens to indexes."""
    import shutil

    from whoosh.fields import TEXT, Schema
    from whoosh.filedb.filestore import FileStorage

    (table,) = path.glob("_MAIN_*.toc")
    (segment,) = path.glob("*.seg")
    if harm == "gone":
        shutil.rmtree(path)
    elif harm == "empty":
        table.unlink()
    elif harm == "table":
        table.write_bytes(b"\x00" * 40)
    elif harm == "segment":
        segment.unlink()
    elif harm == "cut":
        segment.write_bytes(segment.read_bytes()[: segment.stat().st_size // 2])
    else:
        FileStorage(str(path)).create_index(Schema(content=TEXT))


def test_a_newer_index_is_seen_though_another_process_built_it(
    backend: WhooshBackend, index_path: Path
) -> None:
    """Generations begin again when a directory is removed and built anew."""
    import shutil

    backend.rebuild(lambda: documents("boats"))
    assert total(backend, "boats") == 1
    shutil.rmtree(index_path)
    writing.rebuild(index_path, backend._schema(), lambda: documents("wind"), 1)
    assert total(backend, "wind") == 1
    assert total(backend, "boats") == 0
