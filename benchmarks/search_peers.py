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

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import Any

from briefings.search.entries import Entry

PAGE = 20
FACETS = ("speaker", "outlet", "year", "kind", "lang")


@dataclass(frozen=True, slots=True)
class Query:
    """Words joined by ``join`` (all, any, phrase, prefix), maybe of one speaker, and what of it."""

    words: tuple[str, ...]
    join: str = "all"
    speaker: int | None = None
    facets: bool = False
    snippets: bool = False
    bare: bool = False


class Peer:
    """An engine: ``build`` indexes entries, ``ask`` answers and returns the total.

    ``open`` takes up what an earlier run has built.
    """

    name = ""

    def open(self) -> None:
        """Open the index that is there; most do so when made or first asked."""

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries."""
        raise NotImplementedError

    def ask(self, query: Query) -> int:
        """Answer a query in full; return its total."""
        raise NotImplementedError


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


class Fts5(Peer):
    """SQLite's full-text index with its Porter stemmer, facets by joins."""

    name = "SQLite FTS5"

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> None:
        """Open the database's file."""
        self.db = sqlite3.connect(self.path)

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries in one transaction."""
        self.path.unlink(missing_ok=True)
        self.open()
        self.db.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='porter unicode61')")
        self.db.execute(
            "CREATE TABLE facts (id INTEGER PRIMARY KEY, speaker, outlet, year, kind, lang)"
        )
        with self.db:
            for entry in entries:
                values = (entry.turn, *(getattr(entry, name) for name in FACETS))
                self.db.execute(
                    "INSERT INTO said(rowid, text) VALUES (?, ?)", (entry.turn, entry.text)
                )
                self.db.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", values)
            self.db.execute("CREATE INDEX facts_speaker ON facts(speaker)")
        self.db.execute("ANALYZE")

    def ask(self, query: Query) -> int:
        """Answer by one statement for the page, one for the total and all facets."""
        quoted = [f'"{word}"' for word in query.words]
        match = {
            "all": " AND ".join(quoted),
            "any": " OR ".join(quoted),
            "phrase": f'"{" ".join(query.words)}"',
            "prefix": f"{quoted[0]}*",
        }[query.join]
        joined = "said JOIN facts ON facts.id = said.rowid"
        where = "said MATCH ?"
        values: list[Any] = [match]
        if query.speaker:
            where += " AND speaker = ?"
            values.append(query.speaker)
        table = joined if query.speaker else "said"
        shown = "snippet(said, 0, '<b>', '</b>', '…', 40)" if query.snippets else "1"
        self.db.execute(
            f"SELECT said.rowid, {shown} FROM {table} WHERE {where} ORDER BY rank LIMIT {PAGE}",  # noqa: S608
            values,
        ).fetchall()
        if not query.facets:
            count = f"SELECT count(*) FROM {table} WHERE {where}"  # noqa: S608
            return int(self.db.execute(count, values).fetchone()[0])
        counts = [f"SELECT '{name}', {name}, count(*) FROM hits GROUP BY 2" for name in FACETS]  # noqa: S608
        *_, total = self.db.execute(
            f"WITH hits AS MATERIALIZED (SELECT {', '.join(FACETS)} FROM {joined} WHERE {where}) "  # noqa: S608
            + " UNION ALL ".join([*counts, "SELECT 'total', 0, count(*) FROM hits"]),
            values,
        ).fetchall()
        return int(total[2])


class Tantivy(Peer):
    """The Rust library, through its Python binding."""

    name = "tantivy"

    def __init__(self, path: Path) -> None:
        import tantivy

        self.tantivy = tantivy
        path.mkdir(parents=True, exist_ok=True)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", stored=True, tokenizer_name="en_stem")
        schema.add_integer_field("turn", stored=True)
        for name in FACETS:
            if name in {"kind", "lang"}:
                schema.add_text_field(name, tokenizer_name="raw", fast=True)
            else:
                schema.add_integer_field(name, indexed=True, fast=True)
        self.schema = schema.build()
        self.index = tantivy.Index(self.schema, path=str(path))

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries with as many threads as it takes."""
        writer = self.index.writer(heap_size=256_000_000)
        for entry in entries:
            document = self.tantivy.Document(text=entry.text, turn=entry.turn)
            for name in FACETS:
                value = getattr(entry, name)
                add = document.add_text if isinstance(value, str) else document.add_integer
                add(name, value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def ask(self, query: Query) -> int:
        """Answer by one search, one aggregation and a snippet generator."""
        typed = {
            "all": " AND ".join(query.words),
            "any": " OR ".join(query.words),
            "phrase": f'"{" ".join(query.words)}"',
            "prefix": "",
        }[query.join]
        if query.join == "prefix":
            asked = self.tantivy.Query.regex_query(
                self.schema, "text", re.escape(query.words[0]) + ".*"
            )
        else:
            asked = self.index.parse_query(typed, ["text"])
        if query.speaker:
            term = self.tantivy.Query.term_query(self.schema, "speaker", query.speaker)
            must = self.tantivy.Occur.Must
            asked = self.tantivy.Query.boolean_query([(must, asked), (must, term)])
        searcher = self.index.searcher()
        found = searcher.search(asked, PAGE, count=True)
        if query.facets:
            wanted = {name: {"terms": {"field": name, "size": 1000}} for name in FACETS}
            searcher.aggregate(asked, wanted)
        if query.snippets:
            make = self.tantivy.SnippetGenerator.create(searcher, asked, self.schema, "text")
            for _, address in found.hits:
                make.snippet_from_doc(searcher.doc(address)).to_html()
        return int(found.count)


class Postgres(Peer):
    """PostgreSQL's text search with a GIN index, at the address given."""

    name = "PostgreSQL"

    def __init__(self, address: str) -> None:
        import psycopg

        self.db = psycopg.connect(address, autocommit=True)

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries: COPY, then the index."""
        run = self.db.execute
        run("DROP TABLE IF EXISTS benchmark_said")
        run("DROP TEXT SEARCH CONFIGURATION IF EXISTS benchmark")
        run("DROP TEXT SEARCH DICTIONARY IF EXISTS benchmark_stem")
        # English as it comes leaves words such as "that" out; the others find them.
        run(
            "CREATE TEXT SEARCH DICTIONARY benchmark_stem (TEMPLATE = snowball, LANGUAGE = english)"
        )
        run("CREATE TEXT SEARCH CONFIGURATION benchmark (COPY = english)")
        run(
            "ALTER TEXT SEARCH CONFIGURATION benchmark"
            " ALTER MAPPING FOR asciiword, asciihword, hword_asciipart WITH benchmark_stem"
        )
        run(
            "CREATE UNLOGGED TABLE benchmark_said (id bigint PRIMARY KEY, text text,"
            " speaker bigint, outlet bigint, year int, kind text, lang text, words tsvector"
            " GENERATED ALWAYS AS (to_tsvector('benchmark', text)) STORED)"
        )
        columns = ", ".join(("id", "text", *FACETS))
        with self.db.cursor().copy(f"COPY benchmark_said ({columns}) FROM STDIN") as copy:
            for entry in entries:
                copy.write_row((entry.turn, entry.text, *(getattr(entry, name) for name in FACETS)))
        run("CREATE INDEX ON benchmark_said USING gin (words)")
        run("CREATE INDEX ON benchmark_said (speaker)")
        run("ANALYZE benchmark_said")

    def ask(self, query: Query) -> int:
        """Answer by one statement for the page, one for the total and all facets."""
        make, typed = {
            "all": ("to_tsquery", " & ".join(query.words)),
            "any": ("to_tsquery", " | ".join(query.words)),
            "phrase": ("phraseto_tsquery", " ".join(query.words)),
            "prefix": ("to_tsquery", f"{query.words[0]}:*"),
        }[query.join]
        tsquery = f"{make}('benchmark', %s)"
        where = f"words @@ {tsquery}"
        values: list[Any] = [typed]
        if query.speaker:
            where += " AND speaker = %s"
            values.append(query.speaker)
        best = (
            f"SELECT id, text FROM benchmark_said WHERE {where}"  # noqa: S608
            f" ORDER BY ts_rank(words, {tsquery}) DESC LIMIT {PAGE}"
        )
        if query.snippets:
            shown = f"SELECT id, ts_headline('benchmark', text, {tsquery}) FROM ({best}) best"  # noqa: S608
            self.db.execute(shown, [typed, *values, typed]).fetchall()
        else:
            self.db.execute(best, [*values, typed]).fetchall()
        sets = ", ".join(f"({name})" for name in FACETS)
        *_, total = self.db.execute(
            f"SELECT {', '.join(FACETS)}, count(*) FROM benchmark_said WHERE {where}"  # noqa: S608
            f" GROUP BY GROUPING SETS ({sets}, ())"
            f" ORDER BY GROUPING({', '.join(FACETS)})"
            if query.facets
            else f"SELECT count(*) FROM benchmark_said WHERE {where}",  # noqa: S608
            values,
        ).fetchall()
        return int(total[-1])


def timed(call: Callable[[], Any]) -> float:
    """Return the seconds that a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def worked(call: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds that a call takes, and its processor time with that of its processes."""

    def processor() -> float:
        return sum(
            use.ru_utime + use.ru_stime for use in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
        )

    start = processor()
    seconds = timed(call)
    return seconds, processor() - start
