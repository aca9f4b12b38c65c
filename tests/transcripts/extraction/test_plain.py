"""Text comes out line by line under the file's own numbers."""

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.extraction.limits import MAX_LINE_CHARACTERS, MAX_LINES
from briefings.transcripts.types import ExtractionError


def test_it_numbers_lines_from_one_across_mixed_line_ends() -> None:
    data = "one\r\ntwo\nthree\rfour\u2028five\x0csix\n\nseven".encode()
    lines = extract("briefing.txt", data).lines
    assert [(line.number, line.text) for line in lines] == list(
        enumerate(["one", "two", "three", "four", "five", "six", "", "seven"], 1)
    )


def test_it_keeps_lines_as_they_are() -> None:
    written = [
        "\u3000\u3000林大明：谢谢。 ",
        "   hard-wrapped at",
        "   a\u00a0narrow\u200b column\t",
    ]
    lines = extract("briefing.txt", "\n".join(written).encode()).lines
    assert [line.text for line in lines] == written


def test_a_last_line_end_makes_no_line() -> None:
    assert len(extract("briefing.txt", b"one\ntwo\n").lines) == 2


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", "\ufeff".encode(), "\u200b\u3000\n".encode()])
def test_it_refuses_a_document_with_nothing_in_it(data: bytes) -> None:
    with pytest.raises(ExtractionError) as caught:
        extract("empty.txt", data)
    assert caught.value.code == "empty"
    assert "empty.txt" in str(caught.value)


def test_it_refuses_too_many_lines() -> None:
    with pytest.raises(ExtractionError, match=f"more than {MAX_LINES:,} are not read") as caught:
        extract("long.txt", b"x\n" * (MAX_LINES + 1))
    assert caught.value.code == "too-many-lines"


def test_it_refuses_a_line_too_long_and_says_which() -> None:
    with pytest.raises(ExtractionError, match=r"Line 2 of long\.txt") as caught:
        extract("long.txt", b"first\n" + b"x" * (MAX_LINE_CHARACTERS + 1))
    assert caught.value.code == "line-too-long"
