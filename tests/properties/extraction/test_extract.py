"""The content tells the format, whatever the name says; what is not read is refused by name."""

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.extraction.limits import MAX_DOCUMENT_BYTES
from briefings.transcripts.types import ExtractionError
from tests.properties.extraction.files import as_docx, as_pdf
from tests.transcripts.extraction.documents import as_html, as_text, as_zip


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (as_text(), "text/plain"),
        (b"---\ntitle: Ferries\n---\n" + as_text(), "text/markdown"),
        (as_html(), "text/html"),
        (b"\n<!-- saved -->\n<HTML><body><p>MR. VALE: Yes.</body></HTML>", "text/html"),
        (as_pdf(), "application/pdf"),
        (
            as_docx(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (b"[MR. VALE]: Nine.\n{as printed}\n", "text/plain"),
        (b"Q: Is 5 < 6?\nA: Yes, and 7 > 6, as <b>all</b> know.\n" * 9, "text/plain"),
    ],
)
@pytest.mark.parametrize("name", ["briefing.pdf", "briefing.txt", "briefing"])
def test_the_content_tells_the_format(data: bytes, media_type: str, name: str) -> None:
    extracted = extract(name, data)
    assert (extracted.name, extracted.media_type) == (name, media_type)


@pytest.mark.parametrize(
    ("data", "words", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "a PNG picture", "unsupported-format"),
        (b"{\\rtf1 MR. VALE: Yes.}", "a Rich Text file", "unsupported-format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "save it as DOCX",
            "unsupported-format",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
            "password-protected",
        ),
        (as_zip({"xl/workbook.xml": b"<x/>"}), "an Excel sheet", "unsupported-format"),
        (
            as_zip({"mimetype": b"odt", "content.xml": b"<x/>"}),
            "OpenDocument",
            "unsupported-format",
        ),
        (b' {"turns": ["Q: Why?"]}', "JSON data", "unsupported-format"),
        (b"<?xml version='1.0'?><debate><speech/></debate>", "an XML file", "unsupported-format"),
        (b"x" * (MAX_DOCUMENT_BYTES + 1), "documents over 20 MB", "too-large"),
    ],
)
def test_it_refuses_what_it_does_not_read_and_says_what_it_is(
    data: bytes, words: str, code: str
) -> None:
    with pytest.raises(ExtractionError, match=words) as caught:
        extract("received.txt", data)
    assert caught.value.code == code
    assert "received.txt" in str(caught.value)
