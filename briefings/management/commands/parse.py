"""``manage.py parse PATH...``: what the pure library reads in documents, as JSON lines.

Touches no database and needs no settings but the defaults: it runs on a bare checkout.
"""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.text import Text

from briefings.ingest.receiving import files, left_alone, receive
from briefings.transcripts.extraction import extract
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import explain, parse
from briefings.transcripts.types import Extracted, ExtractionError, Transcript

SEEDS = settings.BASE_DIR / "seeds"

# Columns of --explain are as wide as they need to be, up to this.
MAX_COLUMN = 30
STYLES = {
    "header": "cyan",
    "label": "bold yellow",
    "furniture": "dim",
    "blank": "dim",
    "narrative": "italic",
}


class Command(BaseCommand):
    """Print what each document holds, one JSON object a line (docs/formats.md has the shape)."""

    help = (
        "Read documents (text, Markdown, HTML, DOCX, PDF, ZIP archives and directories of these) "
        "and print what each holds, one JSON object a line. Writes nothing."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the command line."""
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path)
        parser.add_argument(
            "--explain",
            action="store_true",
            help="instead, show each line with what it was taken for and the rule that said so",
        )

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        """Read each document; a bad one is reported on stderr and the others go on."""
        names = Names.load(SEEDS / "outlets.toml", SEEDS / "speakers.toml")
        found, left = files(paths)
        if left:
            self.stderr.write(left_alone(left))
        bad = 0
        try:
            for path, outcome in documents(found):
                if isinstance(outcome, ExtractionError):
                    bad += 1
                    self.stderr.write(f"{path}: {outcome} [{outcome.code}]")
                elif options["explain"]:
                    self.explain(outcome, names)
                else:
                    record = as_record(outcome.name, parse(outcome, names))
                    self.stdout.write(json.dumps(record, ensure_ascii=False))
            self.stdout.flush()
        except BrokenPipeError:
            # `parse … | head` has seen enough; nothing more can be written, nor need be.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        if bad:
            # The sentences are printed already; a CommandError sets the exit status.
            raise CommandError(f"{bad} document{'s' if bad > 1 else ''} could not be read.")

    def explain(self, document: Extracted, names: Names) -> None:
        """Print a document's lines, each with its number, what it was taken for and the rule."""
        transcript = parse(document, names)
        lines = explain(document, names)
        console = Console(file=cast(IO[str], self.stdout), highlight=False, soft_wrap=True)
        width = console.width if self.stdout.isatty() else None
        header = transcript.header
        known = (transcript.family, transcript.language, header.date, header.title)
        console.print(Text(document.name, style="bold"))
        console.print(Text(" · ".join(str(value) for value in known if value), style="dim"))
        kinds = min(MAX_COLUMN, max((len(line.taken_for) for line in lines), default=0))
        rules = min(MAX_COLUMN, max((len(line.rule) for line in lines), default=0))
        for line in lines:
            style = STYLES.get(line.taken_for.partition(" ")[0], "")
            row = Text(f"{line.number:5}  ", style="dim")
            row.append(f"{line.taken_for:{kinds}}  ", style=style or "green")
            row.append(f"{line.rule:{rules}}  ", style="dim")
            row.append(line.text.replace("\t", " "), style=style)
            if width:
                row.truncate(width, overflow="ellipsis")
            row.rstrip()
            console.print(row)
        for issue in transcript.issues:
            place = f"line {issue.line}" if issue.line else "document"
            console.print(Text(f"{place}: {issue.message} [{issue.code}]", style="bold red"))
        console.print()


def documents(paths: Iterable[Path]) -> Iterator[tuple[str, Extracted | ExtractionError]]:
    """Yield each document of files and archives with its place, read or with why it was not."""
    for path in paths:
        for received in receive(path):
            try:
                if received.error:
                    raise received.error
                yield received.place, extract(received.name, received.data)
            except ExtractionError as error:
                yield received.place, error


def as_record(file: str, transcript: Transcript) -> dict[str, Any]:
    """Return a transcript as the plain values that the command prints."""
    header = transcript.header
    return {
        "file": file,
        "family": transcript.family,
        "language": transcript.language,
        "title": header.title,
        "date": header.date.isoformat() if header.date else None,
        "time": header.time.strftime("%H:%M") if header.time else None,
        "place": header.place,
        "complete": transcript.complete,
        "participants": [
            {"name": person.name, "role": person.role.value, "title": person.title}
            for person in header.participants
        ],
        "turns": [
            {
                "kind": turn.kind.value,
                "label": turn.label,
                "speaker": turn.speaker,
                "outlet": turn.outlet,
                "reporter": turn.reporter,
                "exchange": turn.exchange,
                "paragraphs": list(turn.paragraphs),
                "first_line": turn.first_line,
                "last_line": turn.last_line,
            }
            for turn in transcript.turns
        ],
        "header": [[span.first_line, span.last_line] for span in header.spans],
        "furniture": [
            {"first_line": item.first_line, "last_line": item.last_line, "reason": item.reason}
            for item in transcript.furniture
        ],
        "issues": [
            {"code": issue.code, "line": issue.line, "message": issue.message}
            for issue in transcript.issues
        ],
        "uncovered_lines": transcript.uncovered_lines,
    }
