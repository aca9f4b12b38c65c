"""The Whoosh engine: Haystack's backend, with our schema, our writing and the column executor."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from pickle import UnpicklingError
from struct import error as StructError  # noqa: N812
from threading import Lock
from time import sleep
from typing import Any, TypeVar
from zlib import error as ZlibError  # noqa: N812

from haystack import connections
from haystack.backends.whoosh_backend import WhooshEngine as HaystackWhooshEngine
from haystack.backends.whoosh_backend import WhooshSearchBackend
from haystack.utils import get_identifier
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from whoosh.filedb.filestore import FileStorage, StorageError
from whoosh.index import TOC, EmptyIndexError, FileIndex
from whoosh.index import IndexError as WhooshIndexError

from briefings.search.backends import whoosh_writing as writing
from briefings.search.backends.columns import Executor
from briefings.search.backends.mapping import MappedStorage
from briefings.search.backends.postings import DamagedError
from briefings.search.backends.snapshot import Snapshot
from briefings.search.backends.whoosh_schema import schema_of, signature
from briefings.search.engine import Answer, IndexMissingError, IndexUnusableError, Question
from briefings.search.tree import Column

MEND = "Run “manage.py rebuild_index” to build it."
DAMAGED = f"The search index is damaged. {MEND}"
# What reading a file that is cut short, overwritten or not an index at all raises.
DAMAGE = (
    WhooshIndexError, StorageError, DamagedError, UnpicklingError, ZlibError, StructError,
    OSError, EOFError, ValueError, AssertionError, NameError, AttributeError, ImportError,
    IndexError, KeyError, TypeError, MemoryError, OverflowError,
)  # fmt: skip

Given = TypeVar("Given")
logger = logging.getLogger(__name__)
# The same while writing, where anything else is a fault of ours or of the disk.
BROKEN = (
    WhooshIndexError, StorageError, DamagedError, UnpicklingError, ZlibError, StructError,
    FileNotFoundError, EOFError,
)  # fmt: skip

_LOOKS = 5
_snapshots: dict[str, Snapshot] = {}
_opening = Lock()


class WhooshBackend(WhooshSearchBackend):
    """Haystack's Whoosh backend that answers an engine's questions.

    The index is never made by reading and never made anew because it looks broken: what is wrong is
    raised as ``IndexUnusableError`` with what mends it.
    """

    # Haystack: declaring and writing

    def build_schema(self, fields: Any) -> tuple[str, Any]:
        """Return the document field's name and the schema."""
        (content,) = [field.index_fieldname for field in fields.values() if field.document]
        return content, schema_of(fields)

    def setup(self) -> None:
        """Open the index for Haystack's own methods."""
        self.content_field_name, self.schema = self.build_schema(
            connections[self.connection_alias].get_unified_index().all_searchfields()
        )
        self.storage = FileStorage(self.path)
        self.index = self._open()
        from whoosh.qparser import FuzzyTermPlugin, QueryParser

        self.parser = QueryParser(self.content_field_name, schema=self.schema)
        self.parser.add_plugins([FuzzyTermPlugin])
        self.setup_complete = True

    def _open(self) -> FileIndex:
        """Open the index and check that it is ours; raises ``IndexUnusableError``."""
        try:
            found, index = self._read()
        except EmptyIndexError:
            raise IndexMissingError(f"The search index has not been built. {MEND}") from None
        except DAMAGE as error:
            raise IndexUnusableError(DAMAGED) from error
        if found != signature(self._schema()):
            raise IndexUnusableError(
                f"The search index was made by another version or program. {MEND}"
            )
        return index

    def _read(self) -> tuple[Any, FileIndex]:
        """Return the index and its schema's signature.

        A writer takes the table of contents before its own away; a reader just between looks again.
        """
        for _ in range(_LOOKS):
            try:
                index = FileIndex(MappedStorage(self.path), indexname=writing.NAME)
                return signature(index.schema), index
            except FileNotFoundError:
                sleep(0.05)
        index = FileIndex(MappedStorage(self.path), indexname=writing.NAME)
        return signature(index.schema), index

    def _schema(self) -> Any:
        return self.build_schema(
            connections[self.connection_alias].get_unified_index().all_searchfields()
        )[1]

    def update(self, index: Any, iterable: Iterable[Any], commit: bool = True) -> None:
        """Write the entries of turns, in place of those that are there."""
        turns = list(iterable)
        if turns:
            self._replace("turn", [turn.pk for turn in turns], lambda: index.prepare_all(turns))

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:
        """Take one turn's entry out."""
        self._replace("id", [get_identifier(obj_or_string)], lambda: ())

    def _replace(self, field: str, values: Sequence[int | str], documents: Any) -> int:
        try:
            return writing.replace(Path(self.path), self._open, field, values, documents)
        except BROKEN as error:
            raise IndexUnusableError(DAMAGED) from error

    def clear(self, models: Any = None, commit: bool = True) -> None:
        """Take all entries out, by swapping in an index without any."""
        writing.rebuild(Path(self.path), self._schema(), lambda: (), processes=1)

    # The engine

    def replace_briefings(self, briefings: Sequence[int], documents: Any) -> int:
        """Write the entries of briefings in place of those that are there."""
        return self._replace("briefing", briefings, documents)

    def rebuild(self, documents: Any, processes: int | None = None) -> int:
        """Build the index anew from documents and swap it in; return how many there are."""
        return writing.rebuild(Path(self.path), self._schema(), documents, processes)

    def _generation(self) -> tuple[int, ...]:
        """Return what tells one state of the index from any other, were it built anew elsewhere."""
        try:
            number = TOC._latest_generation(FileStorage(self.path), writing.NAME)
            status = (Path(self.path) / TOC._filename(writing.NAME, number)).stat()
        except OSError:
            return ()
        return (number, status.st_mtime_ns, status.st_ino)

    def snapshot(self) -> Snapshot:
        """Return the newest generation, opened once a process and kept until there is a newer."""
        generation = self._generation()
        kept = _snapshots.get(self.path)
        if kept is not None and kept.generation == generation:
            return kept
        with _opening:
            kept = _snapshots.get(self.path)
            if kept is not None and kept.generation == generation:
                return kept
            _snapshots.pop(self.path, None)
            index = self._open()
            try:
                reader = index.reader()
                snapshot = Snapshot(reader, generation)
            except DAMAGE as error:
                raise IndexUnusableError(DAMAGED) from error
            _snapshots[self.path] = snapshot
            return snapshot

    def answer(self, question: Question) -> Answer:
        """Answer a question from the newest generation."""
        return self._reading(lambda snapshot: Executor(snapshot, question.own).answer(question))

    def words_spoken(self, question: Question, column: Column) -> Mapping[int | str, int]:
        """Return the words of all turns that the question leaves, by the column's values."""
        return self._reading(
            lambda snap: Executor(snap, question.own).words_spoken(question, column)
        )

    def _reading(self, read: Callable[[Snapshot], Given]) -> Given:
        """Read from the newest generation; what goes wrong is logged and said in a sentence."""
        snapshot = self.snapshot()
        try:
            return read(snapshot)
        except DAMAGE as error:
            logger.exception("A search failed on the index in %s.", self.path)
            _snapshots.pop(self.path, None)
            raise IndexUnusableError(DAMAGED) from error

    def verify(self) -> None:
        """Read every posting list; raises ``IndexUnusableError`` where one is damaged."""
        self._reading(Snapshot.read_all)

    def similar_words(self, word: str, limit: int = 5) -> list[str]:
        """Return words of the index spelt like a word: the nearest first, then the commonest."""
        counts = self._reading(lambda snapshot: snapshot.vocabulary)
        near = extract(word, counts.keys(), scorer=OSA.distance, score_cutoff=2, limit=50)
        ranked = sorted((distance, -counts[other], other) for other, distance, _ in near)
        return [other for _, _, other in ranked if other != word][:limit]

    def frequencies(self, wanted: Iterable[str]) -> tuple[Mapping[str, int], int]:
        """Return how often each word is said, and how many words are."""
        return self._reading(
            lambda snapshot: (
                {word: snapshot.frequency(word) for word in wanted},
                snapshot.words_said,
            )
        )


class WhooshEngine(HaystackWhooshEngine):
    """Haystack's Whoosh engine with our backend."""

    backend = WhooshBackend
