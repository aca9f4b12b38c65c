"""search(): words, phrases, filters, counts, order, pages, passages."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from haystack import connections

from briefings.models import Kind, Turn
from briefings.search import search
from briefings.search.engine import IndexUnusableError
from briefings.search.outbox import rebuild
from briefings.search.types import Facet, Request, Sort
from tests.builders import make_briefing, make_outlet, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["database", "index"])
def where(request: pytest.FixtureRequest, index_path: Path) -> str:
    """Run every test twice: without an index, and with one."""
    return str(request.param)


@pytest.fixture
def ready(where: str) -> Callable[[], None]:
    """Return the call after which the rows are searched."""

    def call() -> None:
        if where == "index":
            rebuild()

    return call


def is_built() -> bool:
    """Say whether an index is there, so that a search must not have gone around it."""
    try:
        connections["default"].get_backend().snapshot()
    except IndexUnusableError:
        return False
    return True


def texts(query: str = "", **fields: object) -> list[str]:
    """Return the texts of the hits in order."""
    result = search(Request(query=query, page_size=100, **fields))  # type: ignore[arg-type]
    assert not any("index" in notice for notice in result.notices) or not is_built()
    rows = Turn.objects.in_bulk([hit.turn_id for hit in result.hits])
    return [rows[hit.turn_id].text for hit in result.hits]


def test_it_finds_all_words_in_any_form(ready: Callable[[], None]) -> None:
    make_briefing([("Harbour Daily", "How many boats?", "Ada Lin", "Ten stations were built.")])
    ready()
    assert texts("building station") == []
    assert texts("station built") == ["Ten stations were built."]


def test_an_answer_is_found_by_its_own_words_before_its_questions(
    ready: Callable[[], None],
) -> None:
    make_briefing(
        [
            (
                "Harbour Daily",
                "What of the lighthouse lighthouse lighthouse?",
                "Ada Lin",
                "It is lit.",
            ),
            ("Bay Times", "Anything else?", "Ada Lin", "The lighthouse " + "is far away " * 50),
        ]
    )
    ready()
    found = texts("lighthouse", selected={Facet.KIND: (Kind.ANSWER,)})
    assert found[0].startswith("The lighthouse")
    assert found[1] == "It is lit."


def test_an_outlet_filter_gives_its_questions_and_the_answers_to_them(
    ready: Callable[[], None],
) -> None:
    make_briefing(
        [
            ("The Times", "About tides?", "Ada Lin", "Tides rise."),
            ("The New York Times", "About tides again?", "Ada Lin", "Tides fall."),
        ],
        remarks=[("Ada Lin", "Tides are my subject.")],
    )
    ready()
    times = make_outlet("The Times")
    chosen = {Facet.OUTLET: (times.pk,)}
    assert set(texts("tides", selected=chosen)) == {"About tides?", "Tides rise."}
    assert texts(selected=chosen) == ["About tides?", "Tides rise."]


def test_counts_are_the_totals_of_the_lists_they_lead_to(ready: Callable[[], None]) -> None:
    make_briefing(
        [("The Times", "About tides?", "Ada Lin", "Tides rise."), ("", "Why?", "Bo Ek", "Tides.")],
        day=date(2021, 5, 1),
    )
    make_briefing([("Bay Post", "Tides?", "Ada Lin", "No.")], day=date(2022, 5, 1))
    ready()
    for query in ("", "tides"):
        for selected in ({}, {Facet.SPEAKER: (make_speaker("Ada Lin").pk,)}):
            result = search(Request(query=query, selected=selected))
            for facet, values in result.facets.items():
                assert values or facet is Facet.SERIES
                for value in values:
                    chosen = {**selected, facet: (value.value,)}
                    assert search(Request(query=query, selected=chosen)).total == value.count


def test_it_sorts_and_pages(ready: Callable[[], None]) -> None:
    for year in (2019, 2021, 2020):
        make_briefing(remarks=[("Ada Lin", f"Tides of {year}.")], day=date(year, 1, 1))
    ready()
    assert texts("tides", sort=Sort.OLDEST) == [f"Tides of {y}." for y in (2019, 2020, 2021)]
    page = search(Request("tides", sort=Sort.NEWEST, page=2, page_size=2))
    assert page.total == 3
    assert page.pages == 2
    assert len(page.hits) == 1


def test_passages_mark_the_hits_and_are_plain_text(ready: Callable[[], None]) -> None:
    make_briefing(remarks=[("Ada Lin", "One.\nThe <b>tide</b> rises & falls.")])
    ready()
    (hit,) = search(Request("tides")).hits
    (passage,) = hit.passages
    assert passage.paragraph == 2
    assert [s.text for s in passage.segments if s.hit] == ["tide"]
    assert "".join(s.text for s in passage.segments) == "The <b>tide</b> rises & falls."
