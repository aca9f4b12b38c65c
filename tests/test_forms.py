"""From a search's address to a request and back."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefings.forms import QUERY_LENGTH, SearchForm, WalkForm, parameters
from briefings.search.types import Facet, Request, Sort


def test_an_address_is_read_whole() -> None:
    data = QueryDict(
        "q=ferry&speaker=3&speaker=5&outlet=7&year=2022&kind=answer&lang=en&series=2"
        "&after=2022-01-01&before=2022-12-31&sort=newest&page=4"
    )
    form = SearchForm(data)
    assert form.request() == Request(
        query="ferry",
        selected={
            Facet.SPEAKER: (3, 5),
            Facet.OUTLET: (7,),
            Facet.YEAR: (2022,),
            Facet.KIND: ("answer",),
            Facet.LANGUAGE: ("en",),
            Facet.SERIES: (2,),
        },
        after=date(2022, 1, 1),
        before=date(2022, 12, 31),
        sort=Sort.NEWEST,
        page=4,
    )
    assert form.problems == []


requests = st.builds(
    Request,
    query=st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(
        lambda text: text.replace("\x00", "").strip()
    ),
    selected=st.dictionaries(
        st.sampled_from([Facet.SPEAKER, Facet.OUTLET, Facet.YEAR]),
        st.lists(st.integers(0, 2**63 - 1), min_size=1, max_size=4, unique=True).map(tuple),
    ),
    after=st.none() | st.dates(),
    before=st.none() | st.dates(),
    sort=st.sampled_from(Sort),
    page=st.integers(1, 100),
)


@given(requests)
def test_a_request_survives_the_way_through_an_address(request: Request) -> None:
    form = SearchForm(QueryDict(parameters(request, page=request.page)))
    assert form.request() == request
    assert form.problems == []


@given(
    st.dictionaries(st.sampled_from([*Facet, "q", "after", "before", "sort", "page"]), st.text())
)
def test_no_text_fails(values: dict[str, str]) -> None:
    data = QueryDict(mutable=True)
    data.update(values)
    request = SearchForm(data).request()
    assert request.page >= 1
    assert len(request.query) <= QUERY_LENGTH


@pytest.mark.parametrize(
    ("text", "walked"),
    [
        ("year=2022&month=7", (2022, 7)),
        ("year=2022&month=13", (2022, None)),
        ("month=7", (None, None)),
        ("year=x", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_walk_leaves_out_what_is_nonsense(
    text: str, walked: tuple[int | None, int | None]
) -> None:
    form = WalkForm(QueryDict(text))
    assert (form.year_asked, form.month_asked) == walked
