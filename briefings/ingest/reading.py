"""Bytes of one document → all that is known of it without the archive. Touches no database."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefings.resolve import shipped_names
from briefings.transcripts import parsing
from briefings.transcripts.extraction import extract
from briefings.transcripts.relations import Profile, fingerprint, profile
from briefings.transcripts.relations.types import Fingerprint
from briefings.transcripts.types import Extracted, ExtractionError, Issue, Transcript

MAX_FILE_NAME = 250  # characters, the width of the column; file systems allow 255 bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read."""

    name: str
    data: bytes
    sha256: str
    extracted: Extracted
    transcript: Transcript
    profile: Profile
    fingerprint: Fingerprint

    @property
    def text(self) -> str:
        """The extracted text whose lines are numbered."""
        return "\n".join(line.text for line in self.extracted.lines)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What extraction and parsing could not place, each once."""
        return tuple(dict.fromkeys((*self.extracted.issues, *self.transcript.issues)))


def checksum(data: bytes) -> str:
    """Return the SHA-256 of a document's bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read(data: bytes, name: str) -> Reading:
    """Return what the document says; raises ``ExtractionError`` where that cannot be had."""
    name = PurePosixPath(name).name[-MAX_FILE_NAME:] or "document"
    extracted = extract(name, data)
    transcript = parsing.parse(extracted, shipped_names())
    if not transcript.turns:
        raise ExtractionError(
            f"{name} can be read, but nobody speaks in it: none of its "
            f"{len(extracted.lines)} lines is a name followed by what that person said. "
            "Is it the transcript of a briefing, and the whole of it?",
            "no-turns",
        )
    read_for_relating = profile(transcript)
    return Reading(
        name=name,
        data=data,
        sha256=checksum(data),
        extracted=extracted,
        transcript=transcript,
        profile=read_for_relating,
        fingerprint=fingerprint(read_for_relating),
    )
