"""PostgreSQL's text search."""

from collections.abc import Sequence
from typing import Any

from benchmarks.search_peers.peer import FACETS, PAGE, Peer, Query
from briefings.search.entries import Entry


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
