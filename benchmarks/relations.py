"""How long finding a document's relatives takes as the archive grows, and what memory it needs.

    python -m benchmarks.relations [--transcripts 100000] [--queries 200]

    .ci/on-postgresql .venv/bin/python -m benchmarks.relations

Fills a throw-away database with the fingerprints of simulated transcripts and finds the
candidates of new documents in it, at a tenth, a third and the whole of the size. The simulation is
harsh where it matters: a part of every document's words are formulas that its whole series
repeats, and figures are spread as real ones are, a few thousand that everybody quotes and some of
the document's own. Every tenth document that is sought is a page of a known one: it must be found.
"""

import argparse
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import django

SERIES = 200  # hosts, each with formulas and favourite figures of its own
TOPIC = 40  # documents of one series in a row that repeat one statement
COMMON_FIGURES = 5000  # that everybody quotes, the first of them far more often than the last
PAGE = 14  # keys that a page of eleven shares with the whole


def main() -> None:
    """Run the benchmark and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transcripts", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="relations-benchmark-") as directory:
        os.environ["DATA_DIR"] = directory
        os.environ["DEBUG"] = "true"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
        django.setup()
        with scratch():
            run(options.transcripts, options.queries)


@contextmanager
def scratch() -> Iterator[None]:
    """Make the tables, on a server in a database that comes and goes, not in the one it names."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.DEBUG = False  # or every query would be kept in memory
    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
        yield
        connection.close()
        return
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def run(transcripts: int, queries: int) -> None:
    """Grow the database in three steps and measure at each."""
    from django.db import connection

    print(connection.vendor)
    print(" transcripts        keys    median      95 %  peak memory  pages found")
    known = keys = 0
    for size in (transcripts // 10, transcripts // 3, transcripts):
        keys += fill(known, size)
        known = size
        times, found, sought = measure(known, queries)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{known:>12,}  {keys:>10,}  {statistics.median(times) * 1000:>5.1f} ms"
            f"  {statistics.quantiles(times, n=20)[-1] * 1000:>5.1f} ms  {memory:>8.0f} MB"
            f"  {found} of {sought}",
            flush=True,
        )


def simulated(number: int) -> tuple[list[int], list[int]]:
    """Return the keys of words and of figures of one simulated transcript: always the same."""
    from briefings.transcripts.relations.fingerprint import FIGURE_KEYS, WORD_KEYS

    chance = random.Random(number)
    series = number % SERIES
    formulas = [random.Random(f"formula {series} {n}").getrandbits(56) for n in range(10)]
    topic = number // SERIES // TOPIC
    statement = [random.Random(f"topic {series} {topic} {n}").getrandbits(56) for n in range(5)]
    words = [*formulas, *statement]
    words += [chance.getrandbits(56) for _ in range(WORD_KEYS - len(words))]
    favourites = [chance.randrange(40) + series * 40 for _ in range(10)]
    quoted = [int(COMMON_FIGURES * chance.random() ** 3) + 10**6 for _ in range(20)]
    figures = {*favourites, *quoted}
    figures |= {chance.getrandbits(60) for _ in range(FIGURE_KEYS - len(figures))}
    return words, sorted(figures)


def fill(known: int, size: int) -> int:
    """Add the fingerprints of transcripts ``known + 1`` to ``size``; return how many keys."""
    from django.db import connection

    from briefings.models import Briefing, Fingerprint, SourceDocument, Transcript

    document = SourceDocument.objects.create(
        name="simulated", sha256=str(size), media_type="text/plain", size=0, content=b""
    )
    briefing = Briefing.objects.create(slug=f"undated-{size}", title="Simulated")
    Transcript.objects.create(
        pk=size, document=document, briefing=briefing, family="", language="en", text="",
        parser_version="simulated",
    )  # fmt: skip
    index = Fingerprint._meta.indexes[0]
    written = 0

    def rows() -> Iterator[tuple[int, str, int]]:
        nonlocal written
        for number in range(known + 1, size + 1):
            words, figures = simulated(number)
            for scheme, keys in (("words", words), ("figures", figures)):
                written += len(keys)
                yield from ((number, scheme, key) for key in keys)

    table = connection.ops.quote_name(Fingerprint._meta.db_table)
    name = connection.ops.quote_name(index.name)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {name}")  # one sort at the end in place of a seek a row
        if connection.vendor == "sqlite":
            # Only the last transcript has a row of its own.
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("BEGIN")
            insert = f"INSERT INTO {table} (transcript_id, scheme, value) VALUES (%s, %s, %s)"  # noqa: S608
            every = rows()
            while batch := list(islice(every, 10_000)):
                cursor.executemany(insert, batch)
            cursor.execute("COMMIT")
        else:
            cursor.execute("SET session_replication_role = replica")  # no foreign keys
            with cursor.copy(f"COPY {table} (transcript_id, scheme, value) FROM STDIN") as copy:
                for row in rows():
                    copy.write_row(row)
        cursor.execute(f"CREATE INDEX {name} ON {table} (scheme, value, transcript_id)")
        cursor.execute("ANALYZE")
    return written


def measure(known: int, queries: int) -> tuple[list[float], int, int]:
    """Find the relatives of new documents; return the seconds each took and the pages found."""
    from briefings import candidates
    from briefings.transcripts.relations import FINGERPRINT_VERSION, Fingerprint

    times, found, sought = [], 0, 0
    chance = random.Random(known)
    for query in range(queries):
        words, figures = simulated(10**9 + query)
        whole = None
        if query % 10 == 0:
            whole = chance.randint(1, known)
            words[-PAGE:] = chance.sample(simulated(whole)[0][15:], PAGE)
        sought += whole is not None
        fingerprint = Fingerprint(FINGERPRINT_VERSION, tuple(words), tuple(figures))
        started = time.perf_counter()
        result = candidates.find(fingerprint)
        times.append(time.perf_counter() - started)
        found += whole in result.ids
    return times, found, sought


if __name__ == "__main__":
    main()
