"""A search that finds nothing says why, and what would find something."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefings.search import search
from briefings.search.outbox import rebuild
from briefings.search.types import Facet, Request, Result, Suggestion
from tests.builders import make_briefing, make_outlet, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["database", "index"])
def ready(request: pytest.FixtureRequest, index_path: Path) -> Callable[[], None]:
    """Return the call after which the rows are searched, by the rows and by an index."""
    return (lambda: None) if request.param == "database" else lambda: rebuild() and None


def leads(result: Result) -> list[Suggestion]:
    """Return a result's suggestions, each checked to lead to as many hits as it says."""
    for suggestion in result.suggestions:
        assert suggestion.total > 0
        assert search(suggestion.request).total == suggestion.total
    return list(result.suggestions)


def fill() -> None:
    """Write three briefings."""
    make_briefing(
        [
            ("Harbour Daily", "How many stations?", "Ada Lin", "Ten base stations were built."),
            ("Bay Post", "What of tides?", "Bo Ek", "Tides rise."),
        ],
        day=date(2021, 5, 1),
    )
    make_briefing(remarks=[("Ada Lin", "Boats and pilots.")], day=date(2022, 5, 1))


def test_a_word_that_is_said_nowhere_is_named_and_spelt(ready: Callable[[], None]) -> None:
    fill()
    ready()
    result = search(Request("base stattions"))
    assert "“stattions” is said in no turn." in result.notices
    suggestions = leads(result)
    assert ("base stations", 1) in [(s.request.query, s.total) for s in suggestions]
    assert ("base", 1) in [(s.request.query, s.total) for s in suggestions]


def test_words_that_never_meet_are_told_apart(ready: Callable[[], None]) -> None:
    fill()
    ready()
    result = search(Request("stations pilots"))
    assert "Each part of the search finds something, but never all at once." in result.notices
    found = {s.text: s.total for s in leads(result)}
    assert found == {"without stations": 1, "without pilots": 2, "any of the words": 3}


def test_the_filter_that_empties_it_is_found(ready: Callable[[], None]) -> None:
    fill()
    ready()
    selected = {Facet.OUTLET: (make_outlet("Bay Post").pk,)}
    result = search(Request("stations", selected=selected))
    texts = [s.text for s in leads(result)]
    assert "without outlet: Bay Post" in texts
    assert "without stations" in texts


def test_filters_without_words_are_explained_too(ready: Callable[[], None]) -> None:
    fill()
    ready()
    selected = {Facet.SPEAKER: (make_speaker("Bo Ek").pk,), Facet.YEAR: (2022,)}
    result = search(Request(selected=selected, after=date(2022, 1, 1)))
    assert result.total == 0
    assert {"without speaker: Bo Ek", "without any filter"} <= {s.text for s in leads(result)}


def test_a_phrase_gives_way_to_its_words(ready: Callable[[], None]) -> None:
    fill()
    ready()
    result = search(Request('"stations base"'))
    assert ("the words of “stations base” anywhere", 1) in [
        (s.text, s.total) for s in leads(result)
    ]


def test_an_ambiguous_name_offers_each(ready: Callable[[], None]) -> None:
    fill()
    make_speaker("Ada Moss")
    ready()
    result = search(Request("speaker:ada boats"))
    assert result.total == 1
    assert [(s.text, s.request.query, s.total) for s in result.suggestions] == [
        ("Ada Lin", 'speaker:"Ada Lin" boats', 1),
        ("Ada Moss", 'speaker:"Ada Moss" boats', 0),
    ]


def test_chips_take_one_thing_away_each(ready: Callable[[], None]) -> None:
    fill()
    ready()
    ada = make_speaker("Ada Lin").pk
    request = Request("base -tides", {Facet.SPEAKER: (ada,)}, after=date(2020, 1, 1), page=3)
    chips = search(request).chips
    assert [chip.text for chip in chips] == [
        "base", "not tides", "speaker: Ada Lin", "from 2020-01-01",
    ]  # fmt: skip
    assert all(chip.without.page == 1 for chip in chips)
    assert chips[1].without.query == "base"
    assert chips[2].without.selected == {}
    assert chips[3].without.after is None


def test_nothing_indexed_is_said_without_suggestions(ready: Callable[[], None]) -> None:
    ready()
    result = search(Request("boats"))
    assert result.total == 0
    assert result.suggestions == ()
    assert "“boats” is said in no turn." in result.notices
