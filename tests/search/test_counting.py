"""Counts around a search."""

from datetime import date
from pathlib import Path

import pytest

from briefings.search import (
    frequencies,
    histogram,
    matches,
    said_words,
    search,
    stream,
    who_asks,
    who_says,
)
from briefings.search.outbox import rebuild
from briefings.search.types import Facet, Request
from tests.builders import make_briefing, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["database", "index"])
def archive(request: pytest.FixtureRequest, index_path: Path) -> None:
    """Write briefings of three months, an undated one, and maybe index them."""
    make_briefing(
        [("Bay Post", "Do tides rise?", "Ada Lin", "Tides rise and tides fall.")],
        day=date(2021, 11, 5),
    )
    make_briefing(
        [
            ("Bay Post", "What of boats?", "Bo Ek", "None."),
            ("Harbour Daily", "Tides again?", "Bo Ek", "Yes."),
        ],
        day=date(2022, 1, 5),
    )
    make_briefing(remarks=[("Ada Lin", "Tides, undated.")], day=None)
    if request.param == "index":
        rebuild()


@pytest.mark.usefixtures("archive")
class TestCounting:
    """By the rows and by an index."""

    def test_a_histogram_has_every_month_from_first_to_last(self) -> None:
        bins = histogram(Request("tides"))
        assert [(b.month, b.hits, b.words) for b in bins] == [
            ("2021-11", 2, 8),
            ("2021-12", 0, 0),
            ("2022-01", 2, 7),
        ]
        assert bins[0].rate == pytest.approx(10_000 * 2 / 8)
        assert bins[1].rate == 0

    def test_a_bar_is_as_long_as_the_list_it_leads_to(self) -> None:
        for query in ("tides", "", "(boats OR tides)"):
            for one in histogram(Request(query)):
                assert search(Request(f"{query} on:{one.month}")).total == one.hits

    def test_the_filters_shape_the_histogram_and_the_words(self) -> None:
        selected = {Facet.SPEAKER: (make_speaker("Ada Lin").pk,)}
        assert [(b.month, b.hits, b.words) for b in histogram(Request("tides", selected))] == [
            ("2021-11", 1, 5)
        ]

    def test_own_words_leave_questions_out(self) -> None:
        hits = [one.hits for one in histogram(Request("tides", own=True))]
        assert hits == [2, 0, 1]

    def test_who_says_it_counts_own_words_only(self) -> None:
        (share,) = who_says(Request("tides"))
        assert (share.label, share.hits, share.words) == ("Ada Lin", 2, 7)
        assert share.rate == pytest.approx(10_000 * 2 / 7)

    def test_who_asks_it_counts_questions(self) -> None:
        shares = {share.label: (share.hits, share.words) for share in who_asks(Request("tides"))}
        assert shares == {"Bay Post": (1, 6), "Harbour Daily": (1, 2)}

    def test_words_are_counted_as_written(self) -> None:
        counts, total = frequencies(["tides", "tide", "rise"])
        assert counts == {"tides": 5, "tide": 0, "rise": 2}
        assert total == 17
        assert said_words("Tides, 90%!") == ["tides", "90", "%"]

    def test_a_stream_is_the_whole_list_with_passages(self) -> None:
        hits = list(stream(Request("tides"), batch=2))
        assert [hit.turn_id for hit in hits] == list(matches(Request("tides")))
        assert len(hits) == search(Request("tides")).total == 5
        assert all(hit.passages for hit in hits)


def test_nothing_at_all_has_no_months(index_path: Path) -> None:
    assert histogram(Request("tides")) == ()
    assert who_says(Request("tides")) == ()


def test_a_month_filter_typed_and_chosen_agree(index_path: Path) -> None:
    make_briefing(remarks=[("Ada Lin", "Tides.")], day=date(2022, 7, 31))
    typed = search(Request("tides on:2022-07")).total
    chosen = search(Request("tides", after=date(2022, 7, 1), before=date(2022, 7, 31))).total
    assert typed == chosen == 1
