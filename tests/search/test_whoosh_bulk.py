"""The short way into an index leads to the same postings as Whoosh's own."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from haystack import connections
from whoosh.fields import TEXT
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from briefings.search.backends import whoosh_bulk
from briefings.search.backends.whoosh_bulk import BulkWriter, clean
from briefings.search.backends.whoosh_parallel import build_in_parallel
from briefings.search.backends.whoosh_schema import Exact, Stems
from briefings.search.backends.whoosh_writing import merge_small
from briefings.search.engine import IndexUnusableError
from briefings.search_indexes import document
from tests.search.corpora import random_entries


def new_index(path: Path) -> FileIndex:
    """Return an index without documents."""
    path.mkdir()
    schema = connections["default"].get_backend()._schema()
    return FileStorage(str(path)).create_index(schema)


def postings(index: FileIndex) -> list[tuple[Any, ...]]:
    """Return all that an index holds: postings, lengths, columns."""
    with index.reader() as reader:
        found = [
            (field, term, number, weight, bytes(value) if value else b"")
            for field, term, number, weight, value in reader.iter_postings()
        ]
        lengths = [
            (number, field, reader.doc_field_length(number, field))
            for number in range(reader.doc_count_all())
            for field in ("text", "question", "exact")
        ]
        terms = [
            (term, reader.term_info(*term).min_length(), reader.term_info(*term).max_weight())
            for term in reader.all_terms()
        ]
        return [*found, *lengths, *terms]


@pytest.mark.parametrize("most", [None, 500])
def test_it_writes_what_whooshs_own_writer_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int | None
) -> None:
    """From memory alone, and with runs on the disk."""
    if most:
        monkeypatch.setattr(whoosh_bulk, "_MOST_POSTINGS", most)
    documents = [clean(document(entry)) for entry in random_entries(Random(2), 200)]
    ours, theirs = new_index(tmp_path / "ours"), new_index(tmp_path / "theirs")
    for writer in (BulkWriter(ours), theirs.writer()):
        for one in documents:
            writer.add_document(**one)
        writer.commit()
    found = postings(ours)
    assert len(found) > 5000
    assert found == postings(theirs)


def by_document(index: FileIndex) -> list[tuple[Any, ...]]:
    """Return an index's postings, the documents by their ids."""
    with index.reader() as reader:
        return sorted(
            (field, term, reader.stored_fields(number)["id"], weight, bytes(value or b""))
            for field, term, number, weight, value in reader.iter_postings()
        )


@pytest.mark.parametrize("most", [None, 500])
def test_merged_segments_hold_what_one_segment_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int | None
) -> None:
    """From memory alone, and with runs on the disk."""
    if most:
        monkeypatch.setattr(whoosh_bulk, "_MOST_POSTINGS", most)
    documents = [clean(document(entry)) for entry in random_entries(Random(4), 200)]
    merged, whole = new_index(tmp_path / "merged"), new_index(tmp_path / "whole")
    for index, step in ((merged, 10), (whole, 200)):
        for start in range(0, 200, step):
            writer = BulkWriter(index)
            for one in documents[start : start + step]:
                writer.add_document(**one)
            writer.commit(mergetype=merge_small)
    assert len(merged._segments()) < 20
    assert by_document(merged) == by_document(whole)


@pytest.mark.parametrize("field", [Stems(), Exact()])
@pytest.mark.parametrize("text", ["Boats, boats and 90% of 基站 stations", "", "…", "Zürich’s"])
def test_fields_index_what_their_analyzers_say(field: TEXT, text: str) -> None:
    assert sorted(field.index(text)) == sorted(TEXT.index(field, text))


def test_a_process_that_fails_is_said(tmp_path: Path) -> None:
    index = new_index(tmp_path / "index")
    documents = [{"id": str(number), "nonsense": 1} for number in range(3000)]
    with pytest.raises(IndexUnusableError, match="UnknownFieldError"):
        build_in_parallel(index, documents, 2)
    assert index.is_empty()
