"""Which format a file is in: told by its content, never by its name."""

import contextlib
import io
import json
import re
import zipfile

from briefings.transcripts.types import ExtractionError

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
HTML = "text/html"
MHTML = "multipart/related"
TEXT = "text/plain"

# The first bytes of formats that people send by mistake, and what they are called.
NOT_READ = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "a recording"),
    (b"RIFF", "a recording or picture"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\0\0\0\x18ftyp", "a video"),
    (b"\0\0\0\x1cftyp", "a video"),
    (b"\0\0\0\x20ftyp", "a video or picture"),
    (b"{\\rtf", "a Rich Text file; save it as DOCX or plain text"),
    (b"Rar!", "a RAR archive; pack it as ZIP"),
    (b"7z\xbc\xaf", "a 7z archive; pack it as ZIP"),
    (b"\x1f\x8b", "a gzip archive; unpack it or pack it as ZIP"),
    (b"BZh", "a bzip2 archive; unpack it or pack it as ZIP"),
    (b"\xfd7zXZ", "an xz archive; unpack it or pack it as ZIP"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"%!PS", "a PostScript file; save it as PDF"),
    (b"bplist", "a web archive of Safari; save the page as HTML"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream that holds an encrypted Office document, named in UTF-16 in the container's directory.
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
PDF_WITHIN = 1024

_MHTML = re.compile(rb"^(From|MIME-Version|Content-Type|Snapshot-Content-Location):", re.IGNORECASE)


def sniff(name: str, data: bytes) -> str:
    """Return the media type of PDF, DOCX, ZIP and MHTML files, "text/plain" for all else.

    Raises ``ExtractionError`` for what is recognised and not read.
    """
    if b"%PDF-" in data[:PDF_WITHIN]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(name, data)
    if data.startswith(OLE):
        if ENCRYPTED_PACKAGE in data:
            raise ExtractionError(
                f"{name} is protected by a password; save it without one and send it again.",
                "password-protected",
            )
        raise ExtractionError(
            f"{name} is in an old format of Office (.doc, .xls or .ppt); save it as DOCX.",
            "unsupported-format",
        )
    for mark, what in NOT_READ:
        if data.startswith(mark):
            raise ExtractionError(
                f"{name} is {what}; text, Markdown, HTML, DOCX, PDF and ZIP are read here.",
                "unsupported-format",
            )
    head = data[:4096]
    if _MHTML.match(head) and b"multipart/related" in head.lower():
        return MHTML
    return TEXT


def _sniff_zip(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise ExtractionError(
            f"{name} is a damaged ZIP or DOCX file and cannot be opened.", "broken"
        ) from error
    if "word/document.xml" in members:
        return DOCX
    office = {"xl/workbook.xml": "an Excel sheet", "ppt/presentation.xml": "a PowerPoint file"}
    for member, what in office.items():
        if member in members:
            raise ExtractionError(f"{name} is {what}; save its text as DOCX.", "unsupported-format")
    if "mimetype" in members and ("content.xml" in members or "META-INF/container.xml" in members):
        raise ExtractionError(
            f"{name} is an OpenDocument or EPUB file; save it as DOCX.", "unsupported-format"
        )
    if "[Content_Types].xml" in members:
        # An Office package whose main part has another name, as some generators write it.
        return DOCX
    return ZIP


def refuse_data(name: str, text: str) -> None:
    """Refuse what decodes as text and is written for programs: JSON and XML that is no page."""
    head = text.lstrip("\ufeff \t\r\n")
    what = "an XML file" if head.startswith("<?xml") else ""
    if head.startswith(("{", "[")):
        # A text may begin with a bracket too: "[Oren Vale]: Thank you."
        with contextlib.suppress(ValueError, RecursionError):
            what = "JSON data" if isinstance(json.loads(head), dict | list) else ""
    if what:
        raise ExtractionError(
            f"{name} is {what}; text, Markdown, HTML, DOCX, PDF and ZIP are read here.",
            "unsupported-format",
        )
