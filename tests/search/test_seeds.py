"""On the five seeds: the archive's first promise, searched for."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db.models import F

from briefings.ingest import ingest
from briefings.models import Kind, Outlet, Turn
from briefings.search import search
from briefings.search.outbox import rebuild
from briefings.search.types import Facet, Request

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture
def archive(index_path: Path, db: None) -> None:
    """Take the seeds in and index them."""
    for path in sorted(SEEDS.glob("*.txt")):
        ingest(path.read_bytes(), path.name, index=False)
    rebuild()


def turns(request: Request) -> list[Turn]:
    """Return the turns found, in order."""
    result = search(request)
    assert result.notices == ()
    rows = Turn.objects.select_related("transcript__briefing", "speaker").in_bulk(
        [hit.turn_id for hit in result.hits]
    )
    return [rows[hit.turn_id] for hit in result.hits]


@pytest.mark.usefixtures("archive")
class TestSeeds:
    """Searches on the real documents."""

    def test_an_outlets_filter_finds_the_answer_given_to_it_and_not_the_remarks(self) -> None:
        query = "5G base stations"
        unfiltered = turns(Request(query, page_size=100))
        remarks = [turn for turn in unfiltered if turn.kind == Kind.REMARKS]
        assert "Tian Yulong" in {turn.speaker.name for turn in remarks if turn.speaker}
        outlet = Outlet.objects.get(name="China Daily")
        for request in (
            Request(query, {Facet.OUTLET: (outlet.pk,)}),
            Request(f'{query} outlet:"china daily"'),
        ):
            found = turns(request)
            answers = [turn for turn in found if turn.kind == Kind.ANSWER]
            assert [
                (turn.speaker.name, turn.transcript.briefing.date)
                for turn in answers
                if turn.speaker
            ] == [("Wang Peng", date(2022, 7, 19))]
            assert not [turn for turn in found if turn.kind == Kind.REMARKS]

    def test_nothing_is_found_twice(self) -> None:
        """Two transcripts hold each of two briefings; only the canonical one is searched."""
        found = turns(Request("industry", page_size=200))
        assert found
        for turn in found:
            assert turn.transcript_id == turn.transcript.briefing.canonical_id

    @pytest.mark.parametrize("query", ["", "the", "5G", "industrial OR base"])
    def test_counts_are_the_totals_of_their_lists(self, query: str) -> None:
        checked = 0
        for facet, values in search(Request(query)).facets.items():
            for value in values:
                assert search(Request(query, {facet: (value.value,)})).total == value.count
                checked += 1
        assert checked > 10


def test_the_filters_alone_list_all_that_is_searched(
    archive: None, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    with django_assert_max_num_queries(14):
        result = search(Request())
    assert (
        result.total
        == Turn.objects.exclude(kind=Kind.HANDOFF)
        .filter(transcript__briefing__canonical=F("transcript"))
        .count()
    )
