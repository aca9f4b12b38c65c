"""The archive's lists as CSV."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.test import Client

from briefings.models import Appearance, Role

from .builders import make_briefing, make_speaker

pytestmark = pytest.mark.django_db

EXCHANGE = ("Harbour Daily", "When does the ferry run?", "Ada Lin", "It runs at noon.")


def rows(client: Client, address: str) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    return list(csv.DictReader(io.StringIO(client.get(address).getvalue().decode(), newline="")))


def test_every_briefing_is_a_row_newest_first(client: Client) -> None:
    older = make_briefing([EXCHANGE], day=date(2021, 5, 1), place="Port Elm", host="The Harbour")
    make_briefing(day=date(2022, 3, 1), title="A later one")
    make_briefing(day=date(2022, 4, 1), title="A draft", status="draft")
    for name in ("Ada Lin", "Bo Tan"):
        Appearance.objects.create(briefing=older, speaker=make_speaker(name), role=Role.SPEAKER)
    later, earlier = rows(client, "/briefings.csv")
    assert later["title"] == "A later one"
    assert earlier == {
        "date": "2021-05-01",
        "title": "Briefing on harbours",
        "series": "",
        "place": "Port Elm",
        "host": "The Harbour",
        "speakers": "Ada Lin; Bo Tan",
        "language": "en",
        "complete": "yes",
        "questions": "1",
        "documents": "1",
        "address": f"http://testserver{older.get_absolute_url()}",
    }


def test_the_briefings_of_a_year_are_those_of_its_page(client: Client) -> None:
    for year in (2021, 2021, 2022):
        make_briefing(day=date(year, 5, 1))
    assert len(rows(client, "/briefings.csv?year=2021")) == 2
    assert rows(client, "/briefings.csv?year=2021&month=4") == []
    page = client.get("/?year=2021&month=5").content.decode()
    assert 'href="/briefings.csv?year=2021&amp;month=5"' in page


def test_who_speaks_and_who_asks_are_counted_as_on_their_pages(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE, ("Coast Radio", "Why?", "Bo Tan", "So.")])
    assert [(row["name"], row["answers"]) for row in rows(client, "/speakers.csv")] == [
        ("Ada Lin", "2"),
        ("Bo Tan", "1"),
    ]
    assert [(row["name"], row["questions"]) for row in rows(client, "/outlets.csv")] == [
        ("Harbour Daily", "2"),
        ("Coast Radio", "1"),
    ]
    for section in ("speakers", "outlets"):
        assert f'href="/{section}.csv"' in client.get(f"/{section}/").content.decode()


@pytest.mark.parametrize("number", [1, 12])
def test_queries_do_not_grow_with_the_rows(
    client: Client, django_assert_max_num_queries: Any, number: int
) -> None:
    for n in range(number):
        make_briefing([(f"Outlet {n}", "When?", f"Speaker {n}", "At noon.")])
    for address in ("/briefings.csv", "/speakers.csv", "/outlets.csv"):
        with django_assert_max_num_queries(4):
            client.get(address).getvalue()
