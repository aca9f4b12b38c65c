"""Every case is read as its golden says, and loses nothing on the way."""

from pathlib import Path

import pytest

from briefings.transcripts.parsing.result import explained
from tests.cases import CASES, as_json, documents, extracted, golden, read, reading

DOCUMENTS = documents()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(CASES)))
def test_it_reads_the_case_as_its_golden_says(path: Path) -> None:
    assert as_json(read(path)) == golden(path).read_text(encoding="utf-8")


def test_it_keeps_every_word_of_each_case_in_order() -> None:
    for path in DOCUMENTS:
        source = "".join("".join(line.text for line in extracted(path).lines).split())
        at = 0
        for turn in read(path).turns:
            for paragraph in turn.paragraphs:
                words = "".join(paragraph.split())
                found = source.find(words, at)
                assert found >= 0, f"{path.name}: not here, or not in its order: {paragraph[:80]!r}"
                at = found


def test_it_explains_every_line_of_each_case_that_is_not_blank() -> None:
    for path in DOCUMENTS:
        for line in explained(reading(path)):
            assert (line.taken_for == "blank") == (not line.text.strip()), (path.name, line)


def test_each_golden_has_its_document() -> None:
    with_goldens = {path.with_suffix("") for path in CASES.glob("*/*.json")}
    assert with_goldens == {path.with_suffix("") for path in DOCUMENTS}


def test_each_case_is_claimed_by_the_family_it_lies_under() -> None:
    wrong = {
        str(path.relative_to(CASES)): family
        for path in documents()
        if (family := read(path).family) != path.parent.name and path.parent.name != "generic"
    }
    assert wrong.keys() <= {"european-commission/joint.txt"}
