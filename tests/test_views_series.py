"""The pages of series."""

from datetime import date

import pytest
from django.test import Client

from briefings.models import Briefing, Series

from .builders import make_briefing

pytestmark = pytest.mark.django_db


def made() -> Series:
    return Series.objects.create(slug="harbour", name="Harbour briefings", host="Harbour Office")


def test_the_list_holds_series_with_a_published_briefing(client: Client) -> None:
    series = made()
    assert "None yet" in client.get("/series/").content.decode()
    make_briefing(series=series, status=Briefing.Status.DRAFT)
    assert list(client.get("/series/").context["rows"]) == []
    make_briefing(series=series)
    assert [(row.name, row.briefing_count) for row in client.get("/series/").context["rows"]] == [
        ("Harbour briefings", 1)
    ]


def test_a_page_walks_through_its_own_briefings_only(client: Client) -> None:
    series = made()
    inside = make_briefing(series=series, day=date(2021, 3, 1), title="Inside")
    make_briefing(day=date(2021, 3, 2), title="Outside")
    for address in ("", "?year=2021", "?year=2021&month=3"):
        assert list(client.get(f"/series/harbour/{address}").context["page"]) == [inside]
    assert list(client.get("/series/harbour/?year=2020").context["page"]) == []


def test_an_unknown_series_is_not_found(client: Client) -> None:
    response = client.get("/series/none/")
    assert response.status_code == 404
    assert "There is no series at this address." in response.content.decode()
