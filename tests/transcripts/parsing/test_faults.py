"""What the reader does with text that is hardly text, and with faults of its own."""

from collections.abc import Iterator, Mapping

import pytest

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import parse
from briefings.transcripts.types import Extracted, Kind, Line
from tests.transcripts.parsing.reading import read


@pytest.mark.parametrize("text", ["[\xa0]", ",\u200bReuters】", "Speakers\n-,  ,Go ahead."])
def test_labels_around_nothing_are_no_fault(text: str) -> None:
    assert "reader-failed" not in [issue.code for issue in read(text).issues]


class Unreadable(Mapping[str, str]):
    """Metadata that cannot be asked for a date: a fault for the reader to survive."""

    def __getitem__(self, key: str) -> str:
        if key == "title":
            return "Briefing on harbours"
        raise RuntimeError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(["title"])

    def __len__(self) -> int:
        return 1


def test_a_fault_of_the_reader_keeps_the_text_and_says_so() -> None:
    lines = (Line(1, "MS. ROE:  Hello."), Line(2, ""), Line(3, "Q    Will it rain?"))
    transcript = parse(Extracted("a.txt", "text/plain", lines, metadata=Unreadable()), Names())
    assert [issue.code for issue in transcript.issues] == ["reader-failed"]
    (turn,) = transcript.turns
    assert (turn.kind, turn.first_line, turn.last_line) == (Kind.REMARKS, 1, 3)
    assert turn.paragraphs == ("MS. ROE:  Hello.", "Q    Will it rain?")
