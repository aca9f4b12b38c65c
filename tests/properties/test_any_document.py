"""Whatever comes in: no exception but ExtractionError, no line lost, no word invented or moved."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.transcripts.extraction import extract, unpack
from briefings.transcripts.types import ExtractionError
from tests.properties.extraction.files import as_docx, as_pdf
from tests.properties.holding import SEEDS, TEXTS, holds
from tests.transcripts.extraction.documents import as_html, as_subtitles, as_text, as_zip

# The pieces that transcripts are made of, to be put together in every wrong way.
PIECES = (
    "Q", "Q:", "Q    And when?", "A: Soon.", "MR. VALE:", "MS. QUILL:  Good morning.",
    "Oren Vale:", "Oren Vale, director of the ferry bureau:", "[Oren Vale]: Thank you.",
    "PRESIDENTA MARA QUILL", "PREGUNTA: ¿Cuándo?", "主持人：", "林大明：谢谢。",
    "海港日报记者：", "Harbour Daily:", "记者：", "答：", "Harbour Daily reporter:",
    "Speakers:", "Chairperson:", "Speaker", "Date:", "July 19, 2022", "2022年7月19日",
    "Beijing | 10 a.m. July 19, 2022", "as follows:", "On Haiti:", "有三点：", "(Laughter.)",
    "[crosstalk]", "Read more:", "1", "Page 2 of 3", "Home > News", "---", "title: Ferries", "",
    "   ", "\u3000\u3000", "\u200b", "We'll go to Jane Roe at Harbour Daily.", "Thank you.",
    "Next question.", "Question: will it go on?", "Second:",
    "Source: Harbour Daily  Editor: Roe", "END 3:05 P.M. EDT",
    "That brings us to the end of today's press conference.",
    "The floor is now open for questions.",
    "My name is Jane Roe, Harbour Daily. How many ferries run on electricity today?", ":", "：",
    "Q:Q:Q:", "*", "**MR. VALE:** Yes.", "<p>Oren Vale:</p>", "<br>", "MODERATOR: (Inaudible.)",
    "[12:05] VALE:",
)  # fmt: skip

thorough = settings(
    deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)


def read(data: bytes) -> None:
    """Take bytes the whole way; an ExtractionError with a sentence is as good as a transcript."""
    try:
        for name, content in unpack("received", data):
            holds(extract(name, content))
    except ExtractionError as error:
        assert str(error).endswith((".", ")."))
        assert error.code


@st.composite
def mutated_seeds(draw: st.DrawFn) -> str:
    """A stretch of a seed with lines dropped, doubled, joined, moved, cut and labels misspelt."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    start = draw(st.integers(0, max(0, len(lines) - 10)))
    lines = lines[start : start + draw(st.integers(5, 70))]
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(
            st.sampled_from(("drop", "double", "join", "move", "cut", "misspell", "insert"))
        ):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "join":
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case "move":
                lines.append(lines.pop(at))
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, 60))]
            case "misspell":
                lines[at] = (
                    lines[at].replace("a", "e", 1).replace(":", draw(st.sampled_from(";：. ")))
                )
            case "insert":
                lines.insert(at, draw(st.sampled_from(PIECES)))
    return "\n".join(lines)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_it_holds_for_the_seeds(path: Path) -> None:
    transcript = holds(extract(path.name, path.read_bytes()))
    assert transcript.turns


@thorough
@given(mutated_seeds())
def test_it_holds_for_mutated_seeds(text: str) -> None:
    holds(extract("mutated.txt", ("Text.\n" + text).encode()))


@thorough
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.sampled_from("\n\r\u2028"))
def test_it_holds_for_pieces_of_transcripts_in_any_order(pieces: list[str], line_end: str) -> None:
    read(line_end.join(pieces).encode())


@thorough
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_it_holds_for_any_text(text: str) -> None:
    read(text.encode())


@thorough
@given(st.text(string.ascii_letters + " :.Q\n\t-[]()“”：。", max_size=600))
def test_it_holds_for_text_of_few_signs(text: str) -> None:
    read(text.encode())


@thorough
@given(st.binary(max_size=600))
def test_it_holds_for_any_bytes(data: bytes) -> None:
    read(data)


WRITTEN = {
    "text": as_text(),
    "html": as_html(),
    "docx": as_docx(),
    "pdf": as_pdf(),
    "subtitles": as_subtitles(),
    "zip": as_zip({"one.txt": as_text(), "two.html": as_html()}),
}


@pytest.mark.parametrize("format_name", WRITTEN)
@settings(thorough, max_examples=40)
@given(data=st.data())
def test_it_holds_for_files_with_broken_bytes(format_name: str, data: st.DataObject) -> None:
    broken = bytearray(WRITTEN[format_name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        piece = data.draw(st.binary(max_size=6))
        match data.draw(st.sampled_from(("overwrite", "insert", "cut"))):
            case "overwrite":
                broken[at : at + len(piece)] = piece
            case "insert":
                broken[at:at] = piece
            case "cut":
                del broken[at : at + data.draw(st.integers(1, 200))]
        broken = broken or bytearray(b"x")
    read(bytes(broken))
