"""How long ingesting takes, stage by stage, and what the n-th document costs as n grows.

    python -m benchmarks.ingesting PATH... [--csv FILE] [--figure FILE.svg]

Works in a database and an index of its own, which it makes in a temporary directory and removes.
Seconds are of the processor's time of this one process, so that a busy machine does not count; the
wall clock is printed beside the sum.
"""

import argparse
import importlib
import os
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

GROUPS = 10  # of documents, in the table of what the n-th costs

spent: dict[str, float] = defaultdict(float)
_running: list[float] = []


def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that adds its own time, without that of stages inside it, to ``stage``."""

    def wrapped(*args: Any, **kwargs: Any) -> Any:
        _running.append(0.0)
        start = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            took = time.process_time() - start
            inside = _running.pop()
            spent[stage] += took - inside
            if _running:
                _running[-1] += took

    return wrapped


def instrument() -> None:
    """Put a clock on each stage."""
    import briefings.ingest as whole
    from briefings.ingest import loading, reading, relating, settling
    from briefings.transcripts import parsing

    writing = importlib.import_module("briefings.ingest.writing")  # the package has its verb
    for module, name, stage in (
        (reading, "extract", "extraction"),
        (parsing, "parse", "parsing"),
        (reading, "profile", "fingerprint"),
        (reading, "fingerprint", "fingerprint"),
        (relating, "find", "candidates: finding"),
        (relating, "load", "candidates: rows"),
        (loading, "_transcript", "candidates: rows"),
        (loading, "profile", "candidates: profiles"),
        (relating, "compare", "candidates: comparing"),
        (writing, "resolve_speakers", "resolving names"),
        (writing, "resolve_outlets", "resolving names"),
        (whole, "write_document", "writing rows"),
        (whole, "write_transcript", "writing rows"),
        (whole, "propose", "writing rows"),
        (whole, "assign", "settling"),
        (whole, "settle", "settling"),
        (settling, "align", "settling: aligning"),
        (whole, "outcome_of", "telling the outcome"),
    ):
        setattr(module, name, timed(stage, getattr(module, name)))


def main() -> None:
    """Ingest the documents of the paths and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--index-every", type=int, default=200, help="documents (default 200)")
    parser.add_argument("--csv", type=Path, help="write n and the seconds of each document here")
    parser.add_argument("--figure", type=Path, help="draw what the n-th document costs here")
    options = parser.parse_args()
    home = tempfile.mkdtemp(prefix="ingesting-")
    os.environ |= {"DATA_DIR": home, "DEBUG": "false", "LOG_LEVEL": "ERROR"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    os.environ.pop("DATABASE_URL", None)
    try:
        run(options)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def run(options: argparse.Namespace) -> None:
    """Set up, ingest, report."""
    import django

    django.setup()
    from django.core.management import call_command

    from briefings import search
    from briefings.ingest.indexing import catch_up
    from briefings.ingest.receiving import files, receive
    from briefings.ingest.taking import take_in
    from briefings.models import Briefing, Transcript, Turn

    call_command("migrate", verbosity=0)
    search.ensure()
    instrument()
    drain = timed("search index", catch_up)
    took: list[float] = []
    bad: list[str] = []
    wall, cpu = time.perf_counter(), time.process_time()
    for path in files(options.paths)[0]:
        for received in receive(path):
            start = time.process_time()
            taken = take_in(received, index=False)
            took.append(time.process_time() - start)
            if taken.error:
                bad.append(f"{received.place}: {taken.error}")
            if len(took) % options.index_every == 0:
                drain()
    drain()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    for line in bad:
        print(line)
    print(
        f"{len(took)} documents, {Briefing.objects.count()} briefings, "
        f"{Turn.objects.count()} turns, {Transcript.objects.exclude(relation='').count()} related"
    )
    print(f"{cpu:.1f} s of one core ({wall:.1f} s by the clock): {len(took) / cpu:.2f} documents/s")
    print("\nstage                        ms a document   share")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{stage:28} {1000 * seconds / len(took):13.1f} {100 * seconds / cpu:6.1f} %")
    rest = cpu - sum(spent.values())
    print(f"{'the rest':28} {1000 * rest / len(took):13.1f} {100 * rest / cpu:6.1f} %")
    print("\nthe n-th document, ms without the search index (median of each tenth)")
    size = max(1, -(-len(took) // GROUPS))
    for first in range(0, len(took), size):
        part = took[first : first + size]
        print(f"{first + 1:6}–{first + len(part):<6} {1000 * median(part):8.1f}")
    if options.csv:
        rows = (f"{n},{seconds:.4f}" for n, seconds in enumerate(took, 1))
        options.csv.write_text("n,seconds\n" + "\n".join(rows) + "\n", encoding="utf-8")
    if options.figure:
        options.figure.write_text(figure(took), encoding="utf-8")


def figure(took: list[float]) -> str:
    """Return an SVG of what the n-th document took: a dot each, a line through running medians."""
    width, height, left, bottom = 720, 320, 56, 40
    most = 100 * (1 + int(10 * sorted(took)[int(0.98 * len(took))]))  # ms; a few dots lie above

    def place(n: int, seconds: float) -> str:
        x = left + (width - left - 12) * n / len(took)
        y = (height - bottom) * (1 - min(1000 * seconds / most, 1)) + 8
        return f"{x:.1f},{y:.1f}"

    dots = [place(n, seconds).split(",") for n, seconds in enumerate(took, 1)]
    around = [median(took[max(0, n - 20) : n + 20]) for n in range(len(took))]
    ticks = [
        (place(0, ms / 1000).split(",")[1], f"{ms} ms") for ms in range(0, most + 1, most // 4)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            'font-family="sans-serif" font-size="12" role="img">',
            "<title>What the n-th document takes to ingest, without the search index</title>",
            '<rect width="100%" height="100%" fill="white"/>',
            *(
                f'<path d="M{left} {y}H{width - 12}" stroke="#ccc"/>'
                f'<text x="{left - 6}" y="{float(y) + 4:.1f}" text-anchor="end">{text}</text>'
                for y, text in ticks
            ),
            *(f'<circle cx="{x}" cy="{y}" r="1.6" fill="#888"/>' for x, y in dots),
            '<polyline fill="none" stroke="#a33" stroke-width="2" points="'
            + " ".join(place(n, seconds) for n, seconds in enumerate(around, 1))
            + '"/>',
            f'<text x="{left}" y="{height - 10}">1st document</text>',
            f'<text x="{width - 12}" y="{height - 10}" text-anchor="end">{len(took)}th; '
            "line: median of the 40 around</text>",
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    main()
