"""Measure search beside its peers: the same turns, the same queries, in one run.

    python -m benchmarks.search CORPUS [--turns 100000] [--postgres ADDRESS] [--quick]
        [--home FOLDER] [--build 10000] [--alone]

CORPUS is a folder of transcripts. Everything is written to a temporary directory, or to FOLDER,
where a later run finds rows and indexes as they were left. Prints the median of each query class
for each engine, its ratio to this archive's, and the rates of indexing at several sizes; for this
archive also the first page after a start, the worst prefix, the memory, how long a briefing added
to all this takes until it is found, and how long the check of a quotation takes. What each engine
does for an answer is said at the head of ``search_peers``.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median, quantiles

import django

REPEATS = 5  # each query; the first answer of each is not counted ("warm")
SAMPLES = 15  # queries of a class
STOCK_SAMPLES = 2  # of the peers that take seconds
SIZES = (2_000, 10_000, 33_000)  # at which the rate of indexing is measured, and at full size


def main() -> None:
    """Measure and print."""
    options = _options()
    home = options.home or Path(tempfile.mkdtemp(prefix="search-benchmark-"))
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "archive.settings",
        "DATA_DIR": str(home),
        "LOG_LEVEL": "ERROR",
        "SEEDS": "false",
    }
    django.setup()
    from django.core.management import call_command
    from rich.console import Console

    from benchmarks.search_documents import made_turns, read_turns, write_rows

    console = Console(width=150)
    call_command("migrate", verbosity=0)
    from briefings.search.entries import indexed_turns

    total = indexed_turns().count()
    real = []
    if total < max(options.turns):
        console.print(f"Reading {options.corpus} …")
        real = read_turns(options.corpus)
    for size in options.turns:
        if not total:
            total = write_rows(real[:30] if options.quick else real)
        if size > total:
            total += write_rows(made_turns(real, size - total))
        measure(home / str(size), console, options)
    console.print(f"Left in {home}; remove it when done.")


def measure(folder: Path, console, options) -> None:  # type: ignore[no-untyped-def]
    """Measure all engines on the rows there are now."""
    from benchmarks import search_peers as peers
    from briefings.search.entries import entries, indexed_turns

    folder.mkdir(exist_ok=True)
    turns = indexed_turns().order_by("transcript", "sequence")
    found = list(entries(turns.iterator(chunk_size=2000)))
    spoken = sum(entry.words for entry in found)
    console.rule(f"{len(found):,} turns, {spoken / 1e6:.1f} million words")
    ours = peers.Columns(_index_path())
    engines = [ours, *(() if options.alone else _peers(folder, console, options))]
    kept = folder / "seconds.json"
    seconds = json.loads(kept.read_text()) if kept.exists() else {}
    for engine in engines:
        if engine.name in seconds:
            console.print(f"{engine.name}: index and rate are those of the run that built it.")
            engine.open()
        else:
            seconds[engine.name] = peers.worked(lambda e=engine: e.build(found))  # type: ignore[misc]
            kept.write_text(json.dumps(seconds))
    classes = query_classes(found, Random(1))
    # As the server does before it is forked: what is there for good is not searched for garbage.
    gc.collect()
    gc.freeze()
    console.print(_queries(engines, classes))
    _more(console, ours)
    console.print(_building(engines, found, seconds, options))


def _peers(folder: Path, console, options) -> list:  # type: ignore[no-untyped-def,type-arg]
    """Return the peers that there are."""
    from benchmarks import search_peers as peers

    found: list[peers.Peer] = [peers.Fts5(folder / "fts5.sqlite3")]
    try:
        found.append(peers.Tantivy(folder / "tantivy"))
    except ImportError:
        console.print("tantivy is not installed: left out.")
    if options.postgres:
        found.append(peers.Postgres(options.postgres))
    return [*found, peers.Stock(folder / "stock")]


def _queries(engines, classes):  # type: ignore[no-untyped-def]
    """Return the table of the query classes."""
    from rich.table import Table

    from benchmarks import search_peers as peers

    table = Table(title="median ms (× this archive)")
    table.add_column("query class")
    table.add_column("hits", justify="right")
    for engine in engines:
        table.add_column(engine.name, justify="right")
    for name, queries in classes.items():
        cells = [f"{median(engines[0].ask(query) for query in queries):,.0f}"]
        own = 0.0
        for engine in engines:
            slow = isinstance(engine, peers.Stock | peers.Postgres)
            times = []
            for query in queries[:STOCK_SAMPLES] if slow else queries:
                found = engine.ask(query)
                # Where stems are indexed alone, a beginning that no stem has finds nothing.
                assert found or query.join == "prefix", f"{engine.name}: no {query}"  # noqa: S101
                for _ in range(2 if slow else REPEATS):
                    times.append(1000 * peers.timed(lambda e=engine, q=query: e.ask(q)))
            middle = median(times)
            own = own or middle
            ratio = (
                f"({middle / own:.2g}×)" if cells[1:] else f"p95 {quantiles(times, n=20)[-1]:.2f}"
            )
            cells.append(f"{middle:.2f} {ratio}")
        table.add_row(name, *cells)
    return table


def _building(engines, found, seconds, options):  # type: ignore[no-untyped-def]
    """Return the table of the rates of indexing: of this archive and stock's update by size."""
    from rich.table import Table

    from benchmarks import search_peers as peers

    folder = Path(tempfile.mkdtemp(prefix="search-benchmark-build-"))
    sizes = (1000,) if options.quick else tuple(s for s in SIZES if s < len(found))
    table = Table(title="indexing: turns a second (milliseconds of processor time a turn)")
    table.add_column("")
    for size in (*sizes, len(found)):
        table.add_column(f"{size:,} turns", justify="right")
    rates = []
    for size in sizes:
        mine = peers.Columns(folder / str(size))
        rates.append(_rate(size, peers.worked(lambda e=mine, s=size: e.build(found[:s]))))
    every = {engine.name: _rate(len(found), seconds[engine.name]) for engine in engines}
    table.add_row("this archive", *rates, every.pop("this archive"))
    updated = ["" for _ in sizes]
    for number, size in enumerate(sizes):
        if size <= options.build and not options.alone:
            stock = peers.Stock(folder / f"stock-{size}", f"stock-{size}")
            spent = peers.worked(lambda e=stock, s=size: e.update(found[:s]))
            updated[number] = _rate(size, spent)
    if not options.alone:
        table.add_row("stock Haystack's update, from nothing", *updated, "")
    for name, rate in every.items():
        name += ", in one commit" if name == peers.Stock.name else ""
        table.add_row(name, *("" for _ in sizes), rate)
    return table


def _rate(size: int, spent: tuple[float, float]) -> str:
    seconds, processor = spent
    return f"{size / seconds:,.0f} ({1000 * processor / size:.2f})"


def query_classes(found: Sequence, random: Random) -> dict[str, list]:  # type: ignore[type-arg]
    """Return the queries of each class, drawn from the words by how many turns have them."""
    from whoosh.analysis import STOP_WORDS

    from benchmarks.search_peers import Query
    from briefings.search.tokens import words

    having: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for entry in random.sample(list(found), min(len(found), 20_000)):
        said = words(entry.text)
        having.update({word for word in said if word.isalpha() and len(word) > 3})
        pairs.update(
            {(a, b) for a, b in pairwise(said) if a + b == (a + b).lower() and (a + b).isalpha()}
        )
    total = min(len(found), 20_000)
    rare = sorted(word for word, n in having.items() if 3 <= n <= 10)
    middling = sorted(w for w, n in having.items() if 0.005 * total < n < 0.05 * total)
    # Whoosh as it comes leaves the words of its stop list out.
    ranked = sorted(having, key=lambda word: (-having[word], word))
    common = [word for word in ranked[:80] if word not in STOP_WORDS][:60]
    phrases = sorted(pair for pair, n in pairs.items() if 0.001 * total < n < 0.02 * total)
    speakers = Counter(entry.speaker for entry in found if entry.speaker)
    speaker = speakers.most_common(1)[0][0]

    def draw(kinds: Sequence, size: int = 1) -> tuple[str, ...]:  # type: ignore[type-arg]
        return tuple(random.sample(kinds, size))

    def some(make) -> list[Query]:  # type: ignore[no-untyped-def]
        return [make() for _ in range(SAMPLES)]

    pages = some(lambda: Query(draw(middling, 2), "any", facets=True, snippets=True))
    return {
        "rare word": some(lambda: Query(draw(rare))),
        "common word": some(lambda: Query(draw(common))),
        "all of two": some(lambda: Query(draw(middling) + draw(common))),
        "any of three": some(lambda: Query(draw(middling, 3), "any")),
        "phrase": some(lambda: Query(random.choice(phrases), "phrase")),
        "prefix": some(lambda: Query((random.choice(middling)[:4],), "prefix")),
        "filtered": some(lambda: Query(draw(common), speaker=speaker)),
        "faceted": some(lambda: Query(draw(common), facets=True)),
        "snippets": some(lambda: Query(draw(middling), snippets=True, bare=True)),
        "page": [replace(page, bare=True) for page in pages],
        "page with names and words": pages,
    }


def _more(console, ours) -> None:  # type: ignore[no-untyped-def]
    """Measure what only this archive promises."""
    from haystack import connections

    from benchmarks import search_peers as peers
    from briefings.models import Briefing, IndexChange
    from briefings.search import closest, drain

    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.search_first_page"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    console.print(child.stdout.strip())
    newest = Briefing.objects.order_by("-pk")[0]
    IndexChange.objects.create(briefing_id=newest.pk)
    turns = newest.canonical.turns.count() if newest.canonical else 0
    taking_in = peers.timed(drain)
    asking = peers.timed(lambda: ours.ask(peers.Query(("harbour",))))
    console.print(
        f"A briefing of {turns} turns taken in: {taking_in:.2f} s; "
        f"the first search after it {1000 * asking:.0f} ms."
    )
    sentence = " ".join(
        max(newest.canonical.turns.all(), key=lambda turn: turn.words).text.split()[5:25]
    )
    by_index = peers.timed(lambda: closest(sentence))
    backend = connections["default"].get_backend()
    backend.path, path = f"{backend.path}.missing", backend.path
    without = peers.timed(lambda: closest(sentence))
    backend.path = path
    console.print(
        f"A quotation of 20 words checked: {by_index:.2f} s; without an index {without:.2f} s."
    )


def _index_path() -> Path:
    from haystack import connections

    return Path(connections["default"].get_backend().path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--turns", type=int, nargs="+", default=[100_000])
    parser.add_argument("--postgres", default="", help="postgresql://… of a scratch database")
    parser.add_argument("--home", type=Path, help="where to keep rows and indexes for another run")
    parser.add_argument(
        "--build", type=int, default=10_000, help="turns up to which stock's update is measured"
    )
    parser.add_argument("--alone", action="store_true", help="without the peers: for many sizes")
    parser.add_argument("--quick", action="store_true", help="a few documents, to try the script")
    return parser.parse_args()


if __name__ == "__main__":
    main()
