"""``manage.py ingest PATH...``: documents into the archive, each of them whole or not at all."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from briefings.ingest import Status
from briefings.ingest.indexing import catch_up
from briefings.ingest.outcome import outcomes
from briefings.ingest.receiving import Received, files, left_alone, receive
from briefings.ingest.taking import Taken, take_in
from briefings.management.database import ask_for_tables

# Each time the index takes changes in costs it about the same, however few they are.
INDEX_EVERY = 200  # documents
HELD = "Readers do not see it before an editor has: in the admin, under Transcripts."
PLAIN_WIDTH = 1000  # columns where the output is no terminal: a row is a line that can be grepped


class Command(BaseCommand):
    """Take documents into the archive and print a table of what became of each."""

    help = (
        "Take documents into the archive: files, directories and ZIP archives. The same bytes "
        "twice change nothing. A bad document is reported, does not stop the others, and makes "
        "the exit status 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the command line."""
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would be done, and change nothing"
        )
        parser.add_argument(
            "--fail-fast", action="store_true", help="stop at the first bad document"
        )

    def handle(
        self, *args: Any, paths: list[Path], dry_run: bool, fail_fast: bool, **options: Any
    ) -> None:
        """Ingest what the paths hold."""
        ask_for_tables()
        found, left = files(paths)
        if not found:
            raise CommandError("There are no documents under the paths given.")
        if left:
            self.stdout.write(left_alone(left))
        done: list[Taken] = []
        if dry_run:
            with transaction.atomic():
                self.run(found, done, fail_fast)
                self.report(done, dry_run)
                transaction.set_rollback(True)
        else:
            try:
                self.run(found, done, fail_fast, index_every=INDEX_EVERY)
            finally:  # stopped from the keyboard, too: what is in is in
                self.report(done, dry_run)
        bad = sum(1 for item in done if item.error)
        if bad:
            # The sentences are printed already; a CommandError sets the exit status.
            raise CommandError(f"{bad} document{'s' if bad > 1 else ''} could not be taken in.")

    def run(
        self, found: list[Path], done: list[Taken], fail_fast: bool, index_every: int = 0
    ) -> None:
        """Ingest the documents of files, adding to ``done`` what became of each.

        The search index catches up each time ``index_every`` documents were added, and at the end;
        0 leaves it alone.
        """
        added = 0
        for received in self.progress(found):
            item = take_in(received, index=False)
            done.append(item)
            if item.error and fail_fast:
                break
            added += item.outcome is not None and item.outcome.status is Status.ADDED
            if index_every and added and added % index_every == 0:
                catch_up()
        if index_every and not catch_up():
            self.stderr.write(
                "The search index is behind; `manage.py check_index --repair` mends it or says how."
            )

    def progress(self, found: list[Path]) -> Iterator[Received]:
        """Yield the documents of files, with a progress bar where somebody looks on."""
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        bar = Progress(*columns, console=console, disable=not sys.stderr.isatty(), transient=True)
        with bar:
            task = bar.add_task("Ingesting", total=len(found))
            for path in found:
                bar.update(task, description=path.name[:40])
                yield from receive(path)
                bar.advance(task)

    def report(self, done: list[Taken], dry_run: bool) -> None:
        """Print the table, the sentences about bad documents, and the sums."""
        done = as_it_ended(done)
        table = Table("Document", "Briefing", "Relation", "Exchanges", "Issues", box=None)
        for item in done:
            table.add_row(*map(Text, cells(item)))
        terminal = self.stdout.isatty()
        console = Console(file=self.stdout, width=None if terminal else PLAIN_WIDTH)  # type: ignore[arg-type]
        if done:
            console.print(table)
        for item in done:
            if item.error:
                self.stderr.write(f"{item.place}: {item.error}")
            elif item.outcome and item.outcome.held:
                self.stdout.write(f"{item.place}: {item.outcome.held} {HELD}")
        outcomes = [item.outcome for item in done if item.outcome]
        added = [outcome for outcome in outcomes if outcome.status is Status.ADDED]
        known = len(outcomes) - len(added)
        briefings = len({outcome.briefing.pk for outcome in outcomes})
        would = "would be " if dry_run else ""
        self.stdout.write(
            f"{len(added)} {would}added, {known} there already, "
            f"{len(done) - len(outcomes)} could not be taken in; {briefings} briefings concerned."
        )
        if dry_run:
            self.stdout.write("This was a dry run: nothing was changed.")


def as_it_ended(done: list[Taken]) -> list[Taken]:
    """Return what became of the documents, told anew: later ones may have changed earlier ones."""
    there = ((d.outcome.status, d.outcome.transcript.pk) for d in done if d.outcome)
    now = {outcome.transcript.pk: outcome for outcome in outcomes(there)}
    return [
        replace(item, outcome=now[item.outcome.transcript.pk]) if item.outcome else item
        for item in done
    ]


def cells(item: Taken) -> tuple[str, str, str, str, str]:
    """Return a row of the table."""
    outcome = item.outcome
    if outcome is None:
        return item.place, "", "not taken in", "", ""
    known = " (there already)" if outcome.status is Status.KNOWN else ""
    held = ", held for an editor" if outcome.held else ""
    issues = len(outcome.transcript.issues)
    return (
        item.place,
        f"{outcome.briefing.date or 'undated'} {outcome.briefing.title}",
        outcome.relation + held + known,
        str(outcome.exchanges),
        str(issues) + (f" + {outcome.proposals} to decide" if outcome.proposals else ""),
    )
