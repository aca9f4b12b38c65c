"""``manage.py reparse``: read documents of the archive again with today's parser and tables."""

import logging
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from rich.console import Console
from rich.progress import track

from briefings.ingest.indexing import catch_up
from briefings.ingest.rereading import reread
from briefings.management.database import ask_for_tables
from briefings.models import Transcript
from briefings.transcripts.parsing import PARSER_VERSION
from briefings.transcripts.relations import FINGERPRINT_VERSION
from briefings.transcripts.types import ExtractionError

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Read documents again; cited places go on leading to the same words."""

    help = (
        "Read documents of the archive again: those that an older parser read, all of them, or "
        "the transcripts whose numbers are given. Links to turns and paragraphs go on leading to "
        "the same words; what editors decided and set stays."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the command line."""
        parser.add_argument("transcripts", nargs="*", metavar="NUMBER", type=int)
        parser.add_argument("--all", action="store_true", dest="everything")

    def handle(self, *args: Any, transcripts: list[int], everything: bool, **options: Any) -> None:
        """Read again one after the other; each is a transaction of its own."""
        ask_for_tables()
        rows = Transcript.objects.order_by("pk")
        if transcripts:
            rows = rows.filter(pk__in=transcripts)
        elif not everything:
            current = Q(parser_version=PARSER_VERSION, fingerprint_version=FINGERPRINT_VERSION)
            rows = rows.exclude(current)
        found = list(rows.values_list("pk", "document__name"))
        missing = set(transcripts) - {pk for pk, _ in found}
        if missing:
            numbers = ", ".join(map(str, sorted(missing)))
            raise CommandError(f"There is no transcript {numbers}.")
        bad = 0
        console = Console(stderr=True)
        for pk, name in track(
            found, "Reading again", console=console, disable=not sys.stderr.isatty(), transient=True
        ):
            try:
                reread(pk, index=False)
            except ExtractionError as error:
                bad += 1
                self.stderr.write(f"{name} (transcript {pk}): {error}")
            except Exception as error:
                # One document must not stop the others; its rows are as they were.
                bad += 1
                logger.exception("Transcript %s could not be read again", pk)
                self.stderr.write(
                    f"{name} (transcript {pk}) could not be read again "
                    f"({type(error).__name__}: {error}); it stays as it was."
                )
        catch_up()
        self.stdout.write(f"{len(found) - bad} read again, {bad} left as they were.")
        if bad:
            raise CommandError(f"{bad} of {len(found)} documents could not be read again.")
