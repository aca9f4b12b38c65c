"""How fast documents are read, on one core.

    python -m benchmarks.parsing [PATH ...]

PATH are documents, archives or directories of them (a corpus); they are read into memory, then
extracted and parsed, and MB/s of processor time are printed. Without a PATH, and after it, come the
cases that a reader of quadratic time would die of, each at half and at full size: in linear time
the second takes twice as long as the first.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from briefings.transcripts.extraction import extract, unpack
from briefings.transcripts.extraction.limits import MAX_LINE_CHARACTERS, MAX_LINES
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import parse
from briefings.transcripts.types import Extracted, ExtractionError

SEEDS = Path(__file__).parents[1] / "seeds"
SPOKEN = "The ferries of the northern coast carried 4.2 million people, up 5.1% on the year. "

# Every case ends within this, with a transcript or a clear error.
LIMIT_SECONDS = 3.0


def nested(depth: int, tag: str) -> bytes:
    """Return a page whose text lies that deep."""
    return (f"<html><body>{f'<{tag}>' * depth}{SPOKEN}{f'</{tag}>' * depth}</body></html>").encode()


def turns(lines: int) -> bytes:
    """Return a transcript of that many lines, questions and answers in turn."""
    return f"Q: How many ferries run?\nMR. VALE: {SPOKEN}\n".encode() * (lines // 2)


# Name, full size, and what makes the document of a size.
CASES: tuple[tuple[str, int, Callable[[int], bytes]], ...] = (
    ("one line of 10 MB", 10_000_000, lambda n: (SPOKEN.encode() * (n // 80))[:n]),
    (
        f"one line of {MAX_LINE_CHARACTERS:,} characters",
        MAX_LINE_CHARACTERS,
        lambda n: (SPOKEN.encode() * (n // 80))[:n],
    ),
    ("1,000,000 colons in a line", 1_000_000, lambda n: b":" * n),
    ("1,000,000 letters in a line", 1_000_000, lambda n: b"a" * n),
    ("200,000 lines of turns", 200_000, turns),
    (f"{MAX_LINES:,} lines of turns", MAX_LINES, turns),
    (f"{MAX_LINES:,} lines hard-wrapped", MAX_LINES, lambda n: f"  {SPOKEN[:70]}\n".encode() * n),
    (f"{MAX_LINES:,} lines of one word", MAX_LINES, lambda n: b"Vale:\n" * n),
    ("a page nested 5,000 deep", 5_000, lambda n: nested(n, "div")),
    ("a page nested 900 deep", 900, lambda n: nested(n, "div")),
    ("a page of 25,000 paragraphs", 25_000, lambda n: f"<p>MR. VALE: {SPOKEN}</p>".encode() * n),
    ("front matter nested 100,000 deep", 100_000, lambda n: b"---\na: " + b"[" * n + b"\n---\nx"),
)


def seconds(work: Callable[[], object]) -> tuple[float, str]:
    """Return the processor time that work takes, and how it ended."""
    began = time.process_time()
    try:
        outcome = str(work())
    except ExtractionError as error:
        outcome = f"[{error.code}]"
    return time.process_time() - began, outcome


def documents(paths: list[Path]) -> list[tuple[str, bytes]]:
    """Return the bytes of all documents in files, archives and directories."""
    files = [
        file
        for path in paths
        for file in (sorted(path.rglob("*")) if path.is_dir() else [path])
        if file.is_file()
    ]
    return [each for file in files for each in unpack(file.name, file.read_bytes())]


def corpus(console: Console, names: Names, paths: list[Path]) -> None:
    """Print how fast a corpus is read."""
    received = documents(paths)
    megabytes = sum(len(data) for _, data in received) / 1e6
    extracted: list[Extracted] = []

    def extract_all() -> str:
        for name, data in received:
            try:
                extracted.append(extract(name, data))
            except ExtractionError as error:
                console.print(f"{error} [{error.code}]", markup=False)
        return f"{len(extracted)} documents"

    def parse_all() -> str:
        found = [parse(document, names) for document in extracted]
        lost = sum(transcript.uncovered_lines for transcript in found)
        count = sum(len(transcript.turns) for transcript in found)
        return f"{count:,} turns, {lost} lines uncovered"

    table = Table("step", "MB", "seconds", "MB/s", "outcome", title="Documents, one core")
    whole = 0.0
    for step, work in (("extract", extract_all), ("parse", parse_all)):
        spent, outcome = seconds(work)
        whole += spent
        table.add_row(step, f"{megabytes:.1f}", f"{spent:.2f}", f"{megabytes / spent:.1f}", outcome)
    table.add_row("both", f"{megabytes:.1f}", f"{whole:.2f}", f"{megabytes / whole:.1f}", "")
    console.print(table)


def hard_cases(console: Console, names: Names) -> bool:
    """Print how long each hard case takes; return whether all end within the limit."""
    table = Table("case", "half, s", "full, s", "outcome", title="Linear time")
    within = True
    for label, size, make in CASES:

        def work(data: bytes) -> str:
            transcript = parse(extract("case", data), names)
            return f"{len(transcript.turns):,} turns"

        half, full = make(size // 2), make(size)
        first, _ = seconds(lambda data=half: work(data))  # type: ignore[misc]
        second, outcome = seconds(lambda data=full: work(data))  # type: ignore[misc]
        within = within and second < LIMIT_SECONDS
        mark = "" if second < LIMIT_SECONDS else f"  over {LIMIT_SECONDS:.0f} s"
        table.add_row(label, f"{first:.2f}", f"{second:.2f}", escape(outcome + mark))
    console.print(table)
    return within


def main(arguments: list[str]) -> int:
    """Run the benchmarks; 1 when a hard case takes too long."""
    console = Console()
    names = Names.load(SEEDS / "outlets.toml", SEEDS / "speakers.toml")
    corpus(console, names, [Path(argument) for argument in arguments] or [SEEDS])
    within = hard_cases(console, names)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    console.print(f"peak memory {peak:.0f} MB")
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
