"""manage.py rebuild_index: build the search index anew beside the live one and swap it in."""

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from briefings.search.engine import IndexUnusableError
from briefings.search.entries import indexed_turns
from briefings.search.outbox import rebuild


class Command(BaseCommand):
    """Haystack's command of this name empties the index first; this one never leaves it empty."""

    help = "Build the search index anew, beside the one in use, and swap it in at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the options of Haystack's command that have a meaning here."""
        parser.add_argument("--noinput", action="store_true", help="Accepted; nothing is asked.")
        parser.add_argument(
            "-k", "--workers", type=int, default=None, help="Processes (by default up to two)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many entries there are."""
        start = perf_counter()
        columns = (TextColumn("Indexing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("", total=indexed_turns().count())
            try:
                total = rebuild(options["workers"], lambda: progress.advance(task))
            except IndexUnusableError as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"{total} turns indexed in {perf_counter() - start:.1f} s.")
