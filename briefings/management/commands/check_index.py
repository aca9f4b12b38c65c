"""manage.py check_index: is the search index what the rows say?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from briefings.search.engine import IndexUnusableError
from briefings.search.health import Drift, check, repair
from briefings.search.outbox import drain


class Command(BaseCommand):
    """Exit status 0 when the index is in order, or has been repaired; else 1."""

    help = "Compare the search index with the rows, both ways; --repair mends what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --repair."""
        parser.add_argument(
            "--repair",
            action="store_true",
            help="Take the outbox in and write anew the briefings whose entries differ.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, maybe repair, and say what was found."""
        try:
            if options["repair"]:
                drain()
            drift = check()
            self._say(drift)
            if not drift.is_none and options["repair"]:
                repair(drift)
                self.stdout.write(f"{len(drift.briefings)} briefings were written anew.")
                drift = check()
                self._say(drift)
        except IndexUnusableError as error:
            why = f" ({error.__cause__})" if error.__cause__ else ""
            raise CommandError(f"{error}{why}") from error
        if not drift.is_none:
            raise CommandError("The index differs from the rows; check_index --repair mends it.")

    def _say(self, drift: Drift) -> None:
        self.stdout.write(f"{drift.rows} turns to be searched, {drift.indexed} in the index.")
        for number, what in (
            (drift.missing, "not in the index"),
            (drift.outdated, "in the index as they were before"),
            (drift.without_row, "in the index but no longer to be searched"),
            (drift.twice, "in the index twice"),
        ):
            if number:
                self.stdout.write(f"  {number} {what}")
        if drift.waiting:
            self.stdout.write(f"  {drift.waiting} briefings wait in the outbox")
        if drift.is_none:
            self.stdout.write("In order.")
