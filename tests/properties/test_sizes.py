"""Documents of great size: read in linear time, or refused with a sentence.

A pattern of quadratic time takes minutes for them; a test that hangs is a test that fails.
"""

import io
import zipfile

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefings.transcripts.extraction import extract, limits, unpack
from briefings.transcripts.parsing import parse
from briefings.transcripts.types import ExtractionError
from tests.properties.extraction.files import as_docx
from tests.properties.holding import NAMES
from tests.transcripts.extraction.documents import as_zip
from tests.transcripts.extraction.reading import texts


def drawn(text: str) -> bytes:
    """Return a PDF of one page with one line of text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    canvas.drawString(60, 700, text)
    canvas.save()
    return out.getvalue()


def refused(name: str, data: bytes) -> ExtractionError:
    with pytest.raises(ExtractionError) as caught:
        for member, content in unpack(name, data):
            extract(member, content)
    return caught.value


@pytest.mark.parametrize("before", ["", "MR. VALE: Good morning.\nQ: Why?\nMR. VALE: ", "Q: "])
@pytest.mark.parametrize("sign", [":", "：", "，", "a", "Aa ", "(", "“", "1,", "Mr. ", "谢谢"])
def test_a_line_of_one_sign_over_and_over_is_read_in_linear_time(before: str, sign: str) -> None:
    # A pattern of quadratic or exponential time hangs here, and has: "，" repeated after "Q: ".
    transcript = parse(extract("signs.txt", (before + sign * 100_000).encode()), NAMES)
    assert "reader-failed" not in [issue.code for issue in transcript.issues]
    assert transcript.uncovered_lines == 0


@pytest.mark.parametrize("sign", ["<v ", "<v A>b", "<", "{\\", "&amp", "a: ", ">> "])
def test_a_cue_of_one_sign_over_and_over_is_read_in_linear_time(sign: str) -> None:
    cue = "00:01.000 --> 00:02.000\n" + sign * 100_000
    assert extract("cue.vtt", f"WEBVTT\n\n{cue}\n".encode()).media_type == "text/vtt"


@pytest.mark.parametrize("mark", ["**a ", "__a ", "**", "[a](", "*a "])
def test_marks_that_nothing_closes_are_read_in_linear_time(mark: str) -> None:
    data = ("# Ferries\n" * 3 + mark * 100_000).encode()
    assert extract("marks.md", data).media_type == "text/markdown"


def test_a_line_of_a_pdf_without_end_is_read_in_linear_time() -> None:
    assert texts(extract("line.pdf", drawn("a" * 900_000))) == ["a" * 900_000]


def test_it_refuses_a_page_that_unpacks_to_a_drawing_too_large() -> None:
    data = drawn("x" * (limits.MAX_PDF_PAGE_BYTES + 1))
    assert len(data) < 100_000
    error = refused("bomb.pdf", data)
    assert error.code == "too-large"
    assert "at page 1" in str(error)


def test_it_refuses_a_package_that_unpacks_too_large() -> None:
    out = io.BytesIO(as_docx())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/huge.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    error = refused("bomb.docx", out.getvalue())
    assert error.code == "unpacked-too-large"
    assert "too large when unpacked" in str(error)


def test_it_refuses_a_bomb_before_unpacking_it() -> None:
    error = refused("bomb.zip", as_zip({"bomb.txt": b"\0" * 30_000_000}))
    assert error.code == "unpacked-too-large"
    assert "bomb.txt" in str(error)


def test_it_refuses_too_many_members() -> None:
    members = {f"{number}.txt": b"x" for number in range(limits.MAX_MEMBERS + 1)}
    assert refused("many.zip", as_zip(members)).code == "too-many-members"


def test_it_refuses_a_page_nested_too_deep() -> None:
    deep = limits.MAX_HTML_DEPTH + 1
    page = f"<!DOCTYPE html><body>{'<div>' * deep}The ferries run.{'</div>' * deep}</body>"
    error = refused("page.html", page.encode())
    assert error.code == "too-deep"
    assert "nests more than" in str(error)


def test_it_refuses_a_page_of_too_many_elements() -> None:
    page = f"<!DOCTYPE html><body>{'<p>a</p>' * (limits.MAX_HTML_ELEMENTS + 1)}</body>"
    error = refused("page.html", page.encode())
    assert error.code == "too-large"
    assert "elements" in str(error)
