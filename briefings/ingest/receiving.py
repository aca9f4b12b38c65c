"""Paths given on a command line → the documents in them: files, directories, ZIP archives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefings.transcripts.extraction import unpack
from briefings.transcripts.extraction.limits import MAX_UNPACKED_BYTES
from briefings.transcripts.types import ExtractionError

# What may be a document in a directory; the rest of it (tables, scripts, pictures) is left alone.
# A file that is named is read whatever its ending: the content tells what it is.
_TEXTS = (".txt", ".text", ".md", ".markdown", ".vtt", ".srt", "")
_PAGES = (".htm", ".html", ".xhtml", ".mht", ".mhtml")
SUFFIXES = frozenset((*_TEXTS, *_PAGES, ".docx", ".pdf", ".zip"))


@dataclass(frozen=True, slots=True)
class Received:
    """One document as received, or why it could not be had.

    ``place`` is where it lies, for messages; ``container`` the archive it came in, if any.
    """

    place: str
    name: str
    container: str
    data: bytes
    error: ExtractionError | None = None


def files(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files of paths, in order, and those of directories that are left alone.

    Of a directory, all files below it that are not hidden and may be documents are taken.
    """
    found: list[Path] = []
    left: list[Path] = []
    for path in paths:
        if path.is_dir():
            for inside in sorted(path.rglob("*")):
                if inside.is_file() and not _hidden(inside, path):
                    (found if inside.suffix.lower() in SUFFIXES else left).append(inside)
        else:
            found.append(path)
    return found, left


def left_alone(paths: Sequence[Path]) -> str:
    """Return a sentence that names what ``files`` left, the first of them where they are many."""
    names = ", ".join(path.name for path in paths[:10]) + (", …" if paths[10:] else "")
    return f"Left alone, being of other kinds: {names}."


def receive(path: Path) -> Iterator[Received]:
    """Yield the document that a file is, or those it packs; never raises for what they hold."""
    try:
        with path.open("rb") as file:
            # Never more than can be unpacked: what is longer is refused by its length.
            data = file.read(MAX_UNPACKED_BYTES + 1)
    except OSError as error:
        reason = f"{path} cannot be opened: {error.strerror}."
        yield Received(str(path), path.name, "", b"", ExtractionError(reason, "unreadable"))
        return
    yield from receive_bytes(path.name, data, str(path))


def receive_bytes(name: str, data: bytes, place: str = "") -> Iterator[Received]:
    """Yield the document that bytes are, or those they pack."""
    place = place or name
    try:
        for inner, content in unpack(name, data):
            if inner == name:
                yield Received(place, name, "", content)
            else:
                yield Received(f"{place}/{inner}", Path(inner).name, name, content)
    except ExtractionError as error:
        yield Received(place, name, "", b"", error)


def _hidden(path: Path, root: Path) -> bool:
    """Return whether a path below a directory is one that its owner does not see."""
    return any(part.startswith(".") for part in path.relative_to(root).parts)
