"""``manage.py evaluate_relations``: how much of relating is right, on made pairs and strangers."""

import tarfile
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track
from rich.table import Table

from briefings.transcripts.extraction import extract
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import parse
from briefings.transcripts.relations.evaluation import FLOORS, Outcome, evaluate, related
from briefings.transcripts.types import Transcript

SEEDS = settings.BASE_DIR / "seeds"
CORPUS = settings.BASE_DIR.parent / "shared" / "corpus"

# What is known of the documents: these are of one briefing, all others are strangers.
TOGETHER = (
    frozenset({"000_c311d44255a81081.txt", "002_c5ced51492e4201b.txt"}),
    frozenset({"003_1f71b03ff9a31df7.txt", "004_3ee098761aab8046.txt"}),
    # One call, 3:08 P.M. CEST on 14 June 2021: the part free for print, and the whole a day later.
    frozenset(
        {
            "2021-06-14-background-press-call-by-a-senior-administration-official-on-"
            "president-bidens-engagements-at-nato-summit.md",
            "2021-06-15-background-press-call-by-a-senior-administration-official-"
            "previewing-the-u-s-eu-summit.md",
        }
    ),
)


class Command(BaseCommand):
    """Measure precision and recall of relating; fails where they are under their floors."""

    help = (
        "Make documents of known transcripts (pages cut out, exchanges dropped and swapped, "
        "misread, corrected, reworded, rendered in another script), relate them as ingest does, "
        "and print precision and recall of each relation. Exit status 1 when one is under its "
        "floor, or when two documents of different briefings are joined. Touches no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the command line."""
        parser.add_argument(
            "corpus",
            nargs="?",
            type=Path,
            help="a directory or .tar archive of documents to add to the seeds "
            "(../shared/corpus when it is there)",
        )
        parser.add_argument("--seed", type=int, default=1, help="another seed makes other pairs")
        parser.add_argument(
            "--step", type=int, default=1, help="make pairs of every N-th document only"
        )
        parser.add_argument(
            "--every-pair",
            action="store_true",
            help="instead, compare every two documents without keys and list those that are "
            "joined or proposed (ten minutes for 370)",
        )
        parser.add_argument("--mistakes", action="store_true", help="list what was judged wrongly")

    def handle(self, *args: Any, corpus: Path | None, **options: Any) -> None:
        """Read the documents, evaluate, print, and fail under the floors."""
        if corpus and not corpus.exists():
            raise CommandError(f"There is no {corpus}.")
        if corpus is None and CORPUS.exists():
            corpus = CORPUS
        console = Console(soft_wrap=True)
        sources = read([SEEDS, *([corpus] if corpus else [])])
        with_turns = [source for source in sources if source.turns]
        if options["every_pair"]:
            for one, other, relation in related(with_turns, _progress):
                console.print(f"{relation.verdict}: {one} — {other} ({relation.kind})")
            return
        started = time.perf_counter()
        outcome = evaluate(
            with_turns,
            seed=options["seed"],
            step=options["step"],
            together=TOGETHER,
            progress=_progress,
        )
        _print(console, outcome, len(sources), time.perf_counter() - started)
        if options["mistakes"]:
            for mistake in outcome.mistakes:
                console.print(f"{mistake.what}: {mistake.made_of} — {mistake.known}")
                console.print(f"    {mistake.relation}", markup=False)
        if not outcome.holds:
            raise CommandError("Relating is worse than it must be.")


def _progress(name: str, places: Iterable[int]) -> Iterable[int]:
    return track(list(places), f"{name:40}", console=Console(stderr=True), transient=True)


def read(paths: list[Path]) -> list[Transcript]:
    """Return the transcripts of files, directories and tar archives, with a progress bar."""
    names = Names.load(SEEDS / "outlets.toml", SEEDS / "speakers.toml")
    return [
        parse(extract(name, data), names)
        for name, data in track(list(_documents(paths)), "reading", console=Console(stderr=True))
    ]


def _documents(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of files, directories and tar archives: a name and the bytes."""
    for path in paths:
        if path.is_dir():
            yield from _documents(sorted(path.iterdir()))
        elif ".tar" in path.suffixes:
            with tarfile.open(path) as archive:
                for member in sorted(archive.getmembers(), key=lambda member: member.name):
                    file = archive.extractfile(member) if member.isfile() else None
                    if file:
                        yield Path(member.name).name, file.read()
        elif path.suffix in (".txt", ".md", ".html", ".docx", ".pdf"):
            yield path.name, path.read_bytes()


def _print(console: Console, outcome: Outcome, sources: int, seconds: float) -> None:
    """Print a line a recipe, then precision and recall of each relation against their floors."""
    table = Table("made", "pairs", "found", "right", "proposed", box=None)
    for tally in outcome.tallies:
        made = max(tally.made, 1)
        table.add_row(
            tally.recipe.name,
            str(tally.made),
            f"{tally.found / made:.3f}",
            f"{tally.right / made:.3f}",
            str(tally.unsure),
        )
    console.print(table)
    scores = Table("relation", "pairs", "precision", "floor", "recall", "floor", "", box=None)
    for relation, score in outcome.scores.items():
        precision, recall = FLOORS[relation]
        scores.add_row(
            relation,
            str(score.meant),
            f"{score.precision:.4f}",
            f"{precision}",
            f"{score.recall:.4f}",
            f"{recall}",
            "" if score.holds else "UNDER",
        )
    console.print()
    console.print(scores)
    console.print(
        f"\n{sources} documents sought among one another: "
        f"{outcome.strangers} pairs joined that must stay apart. {seconds:.0f} s."
    )
