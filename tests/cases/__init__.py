"""Cases of parsing: documents with invented names in real layouts, each with its golden reading.

``tests/cases/<family>/<name>.txt`` has ``<name>.json`` beside it. ``python -m tests.cases.rewrite``
writes the goldens anew; read the difference before it is committed.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from briefings.transcripts.extraction import extract
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import PARSER_VERSION
from briefings.transcripts.parsing.reading import Reading
from briefings.transcripts.parsing.result import assemble
from briefings.transcripts.types import Extracted, Transcript, Turn

CASES = Path(__file__).parent
SEEDS = CASES.parent.parent / "seeds"


@cache
def names() -> Names:
    """Return the shipped alias tables."""
    return Names.load(SEEDS / "outlets.toml", SEEDS / "speakers.toml")


def documents() -> list[Path]:
    """Return every case's document."""
    return sorted(path for path in CASES.glob("*/*") if path.suffix in (".txt", ".md", ".html"))


@cache
def extracted(path: Path) -> Extracted:
    """Return the text of a document, read once however many tests look at it."""
    return extract(path.name, path.read_bytes())


@cache
def reading(path: Path) -> Reading:
    """Return the passes over a document, gone through once however many tests look at them."""
    return Reading(extracted(path), names())


@cache
def read(path: Path) -> Transcript:
    """Return what the parser reads in a document."""
    return assemble(reading(path), PARSER_VERSION)


def golden(path: Path) -> Path:
    """Return where a document's golden reading lies."""
    return path.with_suffix(".json")


def as_json(transcript: Transcript) -> str:
    """Return a transcript as a golden holds it; empty values are left out."""
    header = transcript.header
    value = {
        "family": transcript.family,
        "language": transcript.language,
        "title": header.title,
        "date": header.date and header.date.isoformat(),
        "time": header.time and header.time.strftime("%H:%M"),
        "place": header.place,
        "complete": transcript.complete,
        "participants": [f"{p.role}: {p.name}; {p.title or '-'}" for p in header.participants],
        "turns": [_turn(turn) for turn in transcript.turns],
        "header": [f"{span.first_line}-{span.last_line}" for span in header.spans],
        "furniture": [f"{f.first_line}-{f.last_line} {f.reason}" for f in transcript.furniture],
        "issues": [f"{issue.code} {issue.line or '-'}" for issue in transcript.issues],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _turn(turn: Turn) -> dict[str, Any]:
    known = {
        "kind": str(turn.kind),
        "lines": f"{turn.first_line}-{turn.last_line}",
        "label": turn.label,
        "exchange": turn.exchange,
        "paragraphs": list(turn.paragraphs),
    }
    for field in ("speaker", "outlet", "reporter"):
        name, how = getattr(turn, field), getattr(turn, f"{field}_attribution")
        known[field] = f"{name} ({how})" if name else None
    return {key: value for key, value in known.items() if value is not None}
