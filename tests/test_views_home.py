"""The first page and the walk through years and months."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from briefings.ingest.editing import publish
from briefings.models import Briefing, Speaker

from .builders import make_briefing

pytestmark = pytest.mark.django_db

EXCHANGE = ("Harbour Daily", "When does the ferry run?", "Ada Lin", "It runs at noon.")


def test_it_says_what_to_do_when_the_archive_is_empty(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "holds no briefing" in page
    assert "manage.py ingest" in page


def test_it_lists_the_latest_briefings_newest_first(client: Client) -> None:
    make_briefing([EXCHANGE], title="Older", day=date(2021, 3, 1))
    make_briefing([EXCHANGE], title="Newer", day=date(2022, 3, 1))
    make_briefing([EXCHANGE], title="Without a day", day=None)
    shown = [briefing.title for briefing in client.get("/").context["latest"]]
    assert shown == ["Newer", "Older", "Without a day"]


def test_it_hides_drafts_everywhere(client: Client) -> None:
    make_briefing([EXCHANGE], title="Not yet", status=Briefing.Status.DRAFT)
    for address in ("/", "/?page=1", "/?year=2022", "/speakers/", "/outlets/"):
        page = client.get(address).content.decode()
        assert "Not yet" not in page
        assert "Ada Lin" not in page
        assert "Harbour Daily" not in page


def test_its_calendar_counts_equal_the_lists_they_lead_to(client: Client) -> None:
    for day in (date(2021, 3, 1), date(2021, 3, 9), date(2021, 5, 2), date(2022, 1, 1)):
        make_briefing(day=day)
    years = client.get("/").context["years"]
    assert [year.year for year in years] == [2022, 2021]
    for year in years:
        walked = client.get(f"/?year={year.year}").context["page"].paginator.count
        assert walked == year.number
        for month in year.months:
            address = f"/?year={year.year}&month={month.day.month}"
            assert client.get(address).context["page"].paginator.count == month.number


def test_it_counts_who_asks_and_answers_most(client: Client) -> None:
    other = ("Coast Radio", "And on Sunday?", "Bo Tan", "Not on Sunday.")
    make_briefing([EXCHANGE, EXCHANGE, other])
    context = client.get("/").context
    assert [(outlet.name, number) for outlet, number in context["outlets"]] == [
        ("Harbour Daily", 2),
        ("Coast Radio", 1),
    ]
    assert [(speaker.name, number) for speaker, number in context["speakers"]] == [
        ("Ada Lin", 2),
        ("Bo Tan", 1),
    ]
    assert context["totals"]["questions"] == 3
    assert context["totals"]["answers"] == 3


@pytest.mark.parametrize(
    "parameters",
    [
        "year=x",
        "year=-1",
        "year=99999",
        "year=2022&month=13",
        "month=3",
        "page=0",
        "page=zz",
        "year=",
    ],
)
def test_no_walk_fails(client: Client, parameters: str) -> None:
    make_briefing()
    assert client.get(f"/?{parameters}").status_code == 200


def test_it_says_so_when_a_month_holds_nothing(client: Client) -> None:
    make_briefing(day=date(2021, 3, 1))
    assert "No briefing of this time" in client.get("/?year=2020").content.decode()


def test_it_pages_through_long_lists(client: Client) -> None:
    for number in range(23):
        make_briefing(title=f"Briefing {number}", day=date(2021, 3, 1 + number))
    first = client.get("/?year=2021")
    second = client.get("/?year=2021&page=2")
    assert len(first.context["page"]) + len(second.context["page"]) == 23
    assert "?year=2021&amp;page=2" in first.content.decode()


def test_its_queries_do_not_grow_with_the_archive(
    client: Client, django_assert_max_num_queries: object
) -> None:
    make_briefing([EXCHANGE])
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("briefings:home"))
    for number in range(8):
        make_briefing([EXCHANGE] * 3, title=f"Briefing {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("briefings:home"))
    assert len(many) == len(few)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get(reverse("briefings:home"))
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        client.get("/?page=1")


def test_it_says_of_how_many_questions_the_outlet_is_known(client: Client) -> None:
    make_briefing(
        [("Harbour Daily", "When?", "Ada Lin", "At noon."), ("", "Why?", "Ada Lin", "No.")]
    )
    page = client.get("/").content.decode()
    assert "Of 2 questions, the outlet of 1 is known." in page


def test_what_is_counted_is_kept_until_the_archive_changes(
    client: Client,
) -> None:
    briefing = make_briefing([EXCHANGE])
    client.get("/")
    Speaker.objects.update(name="Ada Linn")
    with CaptureQueriesContext(connection) as again:
        page = client.get("/").content.decode()
    assert not any("SUM(" in one["sql"] for one in again)
    assert "Ada Linn" in page
    publish(briefing, visible=False)
    assert client.get("/").context["totals"]["questions"] == 0


def test_an_example_is_given_only_where_the_seeds_are(client: Client, settings: Settings) -> None:
    assert "For example" in client.get("/").content.decode()
    settings.SEEDS = False
    assert "For example" not in client.get("/").content.decode()
    assert "speaker:&quot;Wang Peng&quot;" in client.get("/search/help/").content.decode()
    assert 'href="/search/?q=speaker' not in client.get("/search/help/").content.decode()
