"""ZIP archives → their documents, safe against what an archive may be made to do."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefings.transcripts.extraction.limits import (
    MAX_ARCHIVE_DEPTH,
    MAX_DOCUMENT_BYTES,
    MAX_MEMBERS,
    MAX_PACKING_RATIO,
    MAX_UNPACKED_BYTES,
)
from briefings.transcripts.extraction.sniffing import ZIP, sniff
from briefings.transcripts.types import ExtractionError

ENCRYPTED = 0x1
UTF8_NAME = 0x800
# Small members of one repeated byte pack well without harm.
RATIO_FROM_BYTES = 1024 * 1024
# What operating systems put into archives beside what was packed.
NOT_PACKED_BY_PEOPLE = ("__MACOSX", "Thumbs.db", "desktop.ini")


def unpack(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of each document in a ZIP archive, or of the document itself.

    A member's name is its path in the archive; an archive in the archive is unpacked too. The whole
    archive is looked over before its first member is given, and refused as a whole
    (``ExtractionError``) where it is damaged, locked or too much to unpack.
    """
    if len(data) <= MAX_UNPACKED_BYTES and data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        try:
            is_archive = sniff(name, data) == ZIP
        except ExtractionError as error:
            if error.code == "broken":
                raise
            is_archive = False
        if is_archive:
            yield from _members(name, data, 1, _Budget())
            return
    yield name, data


class _Budget:
    """What is left of the limits, over an archive and those inside it."""

    def __init__(self) -> None:
        self.bytes = MAX_UNPACKED_BYTES
        self.members = MAX_MEMBERS


def _members(name: str, data: bytes, depth: int, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    if depth > MAX_ARCHIVE_DEPTH:
        raise ExtractionError(
            f"{name} holds archives in archives more than {MAX_ARCHIVE_DEPTH} deep; "
            "they are not unpacked.",
            "too-deep",
        )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not _is_skipped(info)]
        _look_over(name, infos, budget)
        if not infos:
            raise ExtractionError(f"The archive {name} holds no documents.", "empty")
        for info in infos:
            member = member_name(info)
            content = _read(name, archive, info)
            if content.startswith(b"PK\x03\x04") and _is_archive(member, content):
                for inner, inner_content in _members(member, content, depth + 1, budget):
                    yield f"{member}/{inner}", inner_content
            else:
                yield member, content


def _look_over(name: str, infos: list[zipfile.ZipInfo], budget: _Budget) -> None:
    budget.members -= len(infos)
    if budget.members < 0:
        raise ExtractionError(
            f"The archive {name} holds more than {MAX_MEMBERS:,} files; pack fewer into each.",
            "too-many-members",
        )
    for info in infos:
        member = member_name(info)
        if info.flag_bits & ENCRYPTED:
            raise ExtractionError(
                f"The archive {name} is protected by a password ({member}); pack it without one.",
                "password-protected",
            )
        ratio = info.file_size / max(1, info.compress_size)
        bomb = info.file_size > RATIO_FROM_BYTES and ratio > MAX_PACKING_RATIO
        budget.bytes -= info.file_size
        if bomb or budget.bytes < 0 or info.file_size > MAX_UNPACKED_BYTES:
            raise ExtractionError(
                f"The archive {name} is too large when unpacked (at {member}); "
                f"up to {MAX_UNPACKED_BYTES // 2**20} MB are unpacked.",
                "unpacked-too-large",
            )


def _read(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    member = member_name(info)
    if info.file_size > MAX_DOCUMENT_BYTES:
        raise ExtractionError(
            f"{member} in the archive {name} has {info.file_size / 2**20:.1f} MB; "
            f"documents over {MAX_DOCUMENT_BYTES / 2**20:.0f} MB are not read.",
            "too-large",
        )
    try:
        # zipfile reads no more than the size that the directory declares, which was looked over.
        return archive.read(info)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise ExtractionError(
            f"The archive {name} is damaged at {member}; pack it anew.", "broken"
        ) from error


def _is_archive(member: str, content: bytes) -> bool:
    try:
        return sniff(member, content) == ZIP
    except ExtractionError:
        return False


def _is_skipped(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    return info.is_dir() or any(
        part in NOT_PACKED_BY_PEOPLE or (part.startswith(".") and part.strip(".")) for part in parts
    )


def member_name(info: zipfile.ZipInfo) -> str:
    """Return a member's path; older tools write it in UTF-8 or GB18030 and do not say so.

    Steps up and down a tree ("../../one.txt") are no part of it.
    """
    parts = PurePosixPath(_name(info).replace("\\", "/")).parts
    return "/".join(part for part in parts if part.strip("./"))


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & UTF8_NAME:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
