"""Text printed in pages comes out without the numbers of its lines, and whole over page ends."""

import textwrap

import pytest

from briefings.transcripts.extraction import extract
from tests.transcripts.extraction.documents import PARAGRAPHS
from tests.transcripts.extraction.reading import furniture, texts

PAGE = 25
FOOT = "Harbour Reporting, Inc. 555-0147"


def wrapped(width: int = 56) -> list[str]:
    """Return the briefing's lines as reporting services set them: first lines stand in."""
    return [
        line
        for text in PARAGRAPHS
        for line in textwrap.wrap(text, width, initial_indent=" " * 10, break_on_hyphens=False)
    ]


def numbered(spacing: str, form: str) -> bytes:
    out = []
    lines = wrapped()
    for start in range(0, len(lines), PAGE):
        for number, line in enumerate(lines[start : start + PAGE], 1):
            out.append(form.format(number) + line + spacing)
        out.append(f"\n{FOOT:^60}\n{start // PAGE + 1:>40}\n\n")
    return "".join(out).encode()


@pytest.mark.parametrize("form", ["{:>2}   ", "{:02d} ", "{:>4}\t", "{}:  "])
@pytest.mark.parametrize("spacing", ["\n", "\n\n"])
def test_the_numbers_of_lines_go_and_their_words_stay(spacing: str, form: str) -> None:
    extracted = extract("hearing.txt", numbered(spacing, form))
    assert [text.strip() for text in texts(extracted)] == [line.strip() for line in wrapped()]


def test_first_lines_stand_in_as_they_did() -> None:
    lines = texts(extract("hearing.txt", numbered("\n", "{:>2}   ")))
    assert lines == wrapped()


def test_what_stands_between_numbered_pages_is_furniture() -> None:
    found = furniture(extract("hearing.txt", numbered("\n\n", "{:>2}  ")))
    pages = -(-len(wrapped()) // PAGE)
    assert [text.strip() for text in found["between pages"]].count(FOOT) == pages


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n}. The Council welcomes the ferries of the north." for n in range(1, 41)),
        "\n".join(f"{n}  Member {n} took the chair for the morning." for n in range(1, 41)),
        "\n".join(f"{2000 + n} was a year of four million travellers." for n in range(1, 25)),
        "\n".join("4 ferries and\n7 quays,\n" for _ in range(20)),
    ],
)
def test_other_numbers_at_the_left_are_the_speakers(text: str) -> None:
    assert [line.text for line in extract("list.txt", text.encode()).lines] == text.splitlines()


def paged(end: str, head: str = "Briefing of 19 July") -> bytes:
    """Return the briefing wrapped, in pages of twenty lines with head, number and ``end``."""
    lines = [line for text in PARAGRAPHS for line in (*textwrap.wrap(text, 72), "")]
    pages = [lines[start : start + 20] for start in range(0, len(lines), 20)]
    out = [
        "\n".join((head, "", *page, "", f"{number:>72}", "")) + end
        for number, page in enumerate(pages, 1)
    ]
    return "".join(out).encode()


@pytest.mark.parametrize("end", ["\f", "\n"])
def test_running_heads_and_page_numbers_of_text_are_furniture(end: str) -> None:
    extracted = extract("paged.txt", paged(end))
    kept = " ".join(" ".join(texts(extracted)).split())
    assert kept.removeprefix("Briefing of 19 July ") == " ".join(PARAGRAPHS)
    assert "2" in [text.strip() for text in furniture(extracted)["page number"]]


def test_an_empty_line_stays_where_a_paragraph_ends_with_its_page() -> None:
    lines = [f"Line {n} of the transcript goes on." for n in "abcdefghijklmnopqrstuvwxyz" * 2]
    pages = [lines[start : start + 17] for start in range(0, 51, 17)]
    text = "".join("\n".join((*page, "", f"{n:>40}", "", "")) for n, page in enumerate(pages, 1))
    extracted = extract("paged.txt", text.encode())
    given = {n for span in extracted.furniture for n in range(span.first_line, span.last_line + 1)}
    assert 18 not in given
    assert 19 in given


def test_a_list_of_numbers_is_no_row_of_pages() -> None:
    text = "\n\n".join(f"{n}\n\nThe ferry of line {n} runs at night." for n in range(1, 9))
    assert extract("list.txt", text.encode()).furniture == ()


def test_a_label_that_comes_again_below_a_form_feed_is_no_running_head() -> None:
    page = "MR. VALE:\n" + "The ferries run at night.\n" * 18
    extracted = extract("paged.txt", "\f".join([page] * 4).encode())
    assert texts(extracted).count("MR. VALE:") == 4
