"""A Word document gives its paragraphs and tables in order, as a reader sees them."""

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefings.transcripts.extraction import extract
from briefings.transcripts.types import ExtractionError
from tests.properties.extraction.files import as_docx
from tests.transcripts.extraction.documents import PARAGRAPHS, as_zip
from tests.transcripts.extraction.reading import furniture, texts


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(xml: str) -> bytes:
    document = docx.Document()
    body = document.element.body
    for child in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        body.insert(len(body) - 1, child)
    return saved(document)


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def repacked(data: bytes, **parts: bytes) -> bytes:
    """Return a package with its document.xml or other parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for name, content in parts.items():
        members[f"word/{name}.xml"] = content
    return as_zip(members)


def test_it_reads_paragraphs_in_order() -> None:
    assert texts(extract("briefing.docx", as_docx())) == list(PARAGRAPHS)


def test_headings_are_known_by_their_lines() -> None:
    document = docx.Document()
    document.add_heading("Ferries", 0)
    document.add_paragraph("Good morning.")
    document.add_heading("Questions", 2)
    extracted = extract("t.docx", saved(document))
    assert extracted.headings == {1, 3}


def test_page_headers_are_furniture() -> None:
    found = furniture(extract("briefing.docx", as_docx(header="Not for release")))
    assert found == {"page header": ["Not for release"]}


def test_tables_stand_where_they_stood() -> None:
    document = docx.Document()
    document.add_paragraph("Before.")
    table = document.add_table(rows=3, cols=2)
    cells = [("Year", "People"), ("2021", "4.0"), ("MR. VALE:", "It grew. " * 12)]
    for row, (left, right) in zip(table.rows, cells, strict=True):
        row.cells[0].text, row.cells[1].text = left, right
    document.add_paragraph("After.")
    assert [text.strip() for text in texts(extract("t.docx", saved(document)))] == [
        "Before.",
        "Year\tPeople",
        "2021\t4.0",
        "MR. VALE:\t" + ("It grew. " * 12).strip(),
        "After.",
    ]


def test_an_empty_paragraph_is_an_empty_line_and_a_soft_break_a_line() -> None:
    document = docx.Document()
    document.add_paragraph("MR. VALE:\nThank you.")
    document.add_paragraph("")
    document.add_paragraph("Next.")
    lines = [line.text for line in extract("t.docx", saved(document)).lines]
    assert lines == ["MR. VALE:", "Thank you.", "", "Next."]


def test_it_reads_what_python_docx_alone_leaves_out() -> None:
    xml = (
        f"<w:sdt><w:sdtContent><w:p>{run('In a content control.')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('We will ')}<w:del w:id='1' w:author='x'><w:r><w:delText>not </w:delText></w:r>"
        f"</w:del><w:ins w:id='2' w:author='x'>{run('surely ')}</w:ins>{run('come.')}</w:p>"
        f"<w:p>{run('See ')}<w:hyperlink>{run('the plan')}</w:hyperlink>{run('.')}</w:p>"
        f"<w:p>{run('They are ')}<w:r><w:rPr><w:strike/></w:rPr><w:t>freeing</w:t></w:r></w:p>"
    )
    assert texts(extract("t.docx", with_body(xml))) == [
        "In a content control.",
        "We will surely come.",
        "See the plan.",
        "They are ~~freeing~~",
    ]


def test_it_expands_no_entities() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
    <!ENTITY c SYSTEM "file:///etc/passwd">]>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:r><w:t>Safe. &b;&c;</w:t></w:r></w:p></w:body></w:document>"""
    data = repacked(as_docx(), document=bomb)
    try:
        whole = " ".join(line.text for line in extract("bomb.docx", data).lines)
    except ExtractionError as error:
        assert error.code in ("broken", "scanned")
    else:
        assert "aaaa" not in whole
        assert "root:" not in whole


def test_it_refuses_a_document_without_text() -> None:
    with pytest.raises(ExtractionError, match="holds no text") as caught:
        extract("blank.docx", as_docx([" "]))
    assert caught.value.code == "scanned"


@pytest.mark.parametrize(
    "data",
    [
        as_docx()[:2000],
        repacked(as_docx(), document=b"<w:document"),
        as_zip({"word/document.xml": b"<x/>"}),
        repacked(as_docx(), document=b"<a>" * 5000 + b"</a>" * 5000),
    ],
)
def test_it_refuses_a_damaged_document(data: bytes) -> None:
    with pytest.raises(ExtractionError, match="damaged") as caught:
        extract("torn.docx", data)
    assert caught.value.code == "broken"


def test_it_knows_what_is_set_in_bold() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Will the new quay open?").bold = True
    label = document.add_paragraph()
    label.add_run("MS. ").bold = True
    label.add_run("QUILL:").bold = True
    label.add_run("  Yes, ")
    label.add_run("today").bold = True
    broken = document.add_paragraph()
    broken.add_run("Oren Vale", style="Strong").add_break()
    broken.add_run("In May.")
    extracted = extract("t.docx", saved(document))
    assert extracted.emphasised == {1, 3}
    assert extracted.leads == {2: "MS. QUILL:"}


def test_a_style_may_be_bold_and_a_run_in_it_not() -> None:
    document = docx.Document()
    style = document.styles.add_style("Who speaks", WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold = True
    paragraph = document.add_paragraph("Oren Vale ", style="Who speaks")
    paragraph.add_run("In May.").bold = False
    assert extract("t.docx", saved(document)).leads == {1: "Oren Vale"}


def test_a_table_of_names_and_what_each_said_sets_the_names_apart() -> None:
    document = docx.Document()
    rows = (("Mara Quill", "Good morning. " * 9), ("Q", "How many?"), ("Oren Vale", "Nine."))
    table = document.add_table(rows=3, cols=2)
    for row, (left, right) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = left, right
    extracted = extract("t.docx", saved(document))
    assert [line.text.strip() for line in extracted.lines] == [
        "Mara Quill",
        ("Good morning. " * 9).strip(),
        "Q\tHow many?",
        "Oren Vale",
        "Nine.",
    ]
    assert (extracted.emphasised, extracted.leads) == ({1, 4}, {3: "Q"})
