"""The rows of a side-by-side page."""

from dataclasses import replace

from briefings.transcripts.relations import align, compare, differences, profile
from briefings.transcripts.relations.types import Cell, Comparison, Mark
from briefings.transcripts.types import Transcript
from tests.transcripts.relations.documents import CHINESE, ENGLISH, briefing, seed, transcript


def compared(left: Transcript, right: Transcript) -> Comparison:
    """Set two transcripts side by side."""
    ours, theirs = profile(left), profile(right)
    return differences(ours, theirs, align(ours, theirs), compare(ours, theirs).kind)


def text(cell: Cell) -> str:
    """Return the text of a cell."""
    return "".join(segment.text for segment in cell.segments)


def marked(cells: tuple[Cell, ...], mark: Mark) -> list[str]:
    """Return the texts under a mark."""
    return [s.text for cell in cells for s in cell.segments if s.mark is mark]


def test_the_segments_of_a_paragraph_give_it_back_verbatim_and_each_stands_once() -> None:
    for left, right in ((seed("000"), seed("002")), (seed("003"), seed("004")), (CHINESE, ENGLISH)):
        rows = compared(left, right).rows
        for side, document in (("left", left), ("right", right)):
            cells = [cell for row in rows for cell in getattr(row, side)]
            for cell in cells:
                assert text(cell) == document.turns[cell.turn].paragraphs[cell.paragraph]
            places = [(cell.turn, cell.paragraph) for cell in cells]
            assert sorted(places) == [
                (turn, paragraph)
                for turn, said in enumerate(document.turns)
                for paragraph in range(len(said.paragraphs))
            ]


def test_differing_words_are_marked_and_counted() -> None:
    whole = briefing("words")
    before = whole.turns[2].paragraphs
    words = before[0].split()
    after = " ".join([*words[:5], "utterly", *words[6:12], *words[13:]])
    turns = list(whole.turns)
    turns[2] = replace(turns[2], paragraphs=(after, *before[1:]))
    result = compared(whole, replace(whole, turns=tuple(turns)))
    (row,) = (row for row in result.rows if row.changed)
    assert marked(row.left, Mark.DELETED) == [words[5], words[12]]
    assert marked(row.right, Mark.INSERTED) == ["utterly"]
    assert (row.changed, result.changed) == (2, 2)
    assert row.exchanges == (1, 1)


def test_case_and_apostrophes_are_no_difference() -> None:
    left = transcript([(None, "It's high.", None, "The Tide isn't low.")])
    right = transcript([(None, "it’s high.", None, "The tide isn’t low.")])
    result = differences(profile(left), profile(right), align(profile(left), profile(right)), None)
    assert result.changed == 0


def test_what_one_side_lacks_is_a_gap_in_its_place() -> None:
    whole = briefing("gap", exchanges=3)
    cut = replace(whole, turns=whole.turns[:3] + whole.turns[5:])
    rows = compared(cut, whole).rows
    gaps = [place for place, row in enumerate(rows) if not row.left]
    assert gaps == [4, 5, 6]  # after the remarks, a question and two paragraphs of its answer
    assert all(row.right for row in rows)


def test_a_number_that_differs_between_translations_is_a_finding() -> None:
    turns = tuple(
        replace(
            turn, paragraphs=tuple(p.replace("3.2 billion", "3.5 billion") for p in turn.paragraphs)
        )
        for turn in ENGLISH.turns
    )
    result = compared(replace(ENGLISH, turns=turns), CHINESE)
    (finding,) = result.findings
    assert (finding.left, finding.right) == (("3.5 billion",), ("32亿",))
    assert finding.exchanges == (2, 2)
    row = result.rows[finding.row]
    assert marked(row.left, Mark.DIFFERS) == ["3.5 billion"]
    assert "41.5" in marked(row.left, Mark.AGREES)


def test_figures_that_agree_in_other_forms_are_no_finding() -> None:
    assert compared(ENGLISH, CHINESE).findings == ()
