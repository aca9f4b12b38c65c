"""SQLite's FTS5."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search_peers.peer import FACETS, PAGE, Peer, Query
from briefings.search.entries import Entry


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
