"""The outlets' pages."""

from datetime import date

import pytest
from django.test import Client

from briefings.models import OldSlug, OutletAlias

from .builders import make_briefing, make_outlet, make_turn

pytestmark = pytest.mark.django_db

EXCHANGE = ("Harbour Daily", "When does the ferry run?", "Ada Lin", "It runs at noon.")
LONG = "The Very Long and Distinguished Harbour, Coast and Inland Waterways Gazette of the North"


def test_the_list_holds_every_outlet_that_asked(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE, (LONG, "And?", "Ada Lin", "Yes.")])
    make_outlet("Asked Nothing")
    rows = client.get("/outlets/?sort=questions").context["page"]
    assert [(row.name, row.question_count) for row in rows] == [("Harbour Daily", 2), (LONG, 1)]


def test_a_name_is_never_cut(client: Client) -> None:
    make_briefing([(LONG, "And?", "Ada Lin", "Yes.")])
    for address in ("/", "/outlets/", make_outlet(LONG).get_absolute_url()):
        assert LONG in client.get(address).content.decode()


def test_a_question_stands_with_every_answer_it_drew(client: Client) -> None:
    briefing = make_briefing([EXCHANGE])
    question = briefing.canonical.turns.get(kind="question")  # type: ignore[union-attr]
    make_turn(
        question.transcript,
        "answer",
        "Except Sunday.",
        speaker="Bo Tan",
        exchange=1,
        question=question,
    )
    page = client.get("/outlets/harbour-daily/").content.decode()
    order = [page.index(t) for t in ("When does", "It runs at noon.", "Except Sunday.")]
    assert order == sorted(order)


def test_it_counts_who_answers(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE, ("Harbour Daily", "?", "Bo Tan", "Yes.")])
    rows = client.get("/outlets/harbour-daily/").context["answering"]
    assert [(row["name"], row["number"]) for row in rows] == [("Ada Lin", 2), ("Bo Tan", 1)]


def test_it_counts_questions_by_year_and_each_count_is_the_list_it_leads_to(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE], day=date(2021, 1, 1))
    make_briefing([EXCHANGE], day=date(2022, 1, 1))
    years = client.get("/outlets/harbour-daily/").context["years"]
    assert [(row["year"], row["number"]) for row in years] == [(2022, 1), (2021, 2)]
    outlet = make_outlet("Harbour Daily")
    for row in years:
        address = f"/search/?outlet={outlet.pk}&year={row['year']}&kind=question"
        assert client.get(address).context["result"].total == row["number"]


def test_it_shows_the_aliases(client: Client) -> None:
    make_briefing([EXCHANGE])
    outlet = make_outlet("Harbour Daily")
    OutletAlias.objects.create(outlet=outlet, name="Harbor Daily reporter", normal="harbor daily")
    assert "Harbor Daily reporter" in client.get("/outlets/harbour-daily/").content.decode()


def test_an_old_address_leads_on(client: Client) -> None:
    make_briefing([EXCHANGE])
    outlet = make_outlet("Harbour Daily")
    OldSlug.objects.create(target=OldSlug.Target.OUTLET, slug="harbor", target_id=outlet.pk)
    response = client.get("/outlets/harbor/")
    assert (response.status_code, response["Location"]) == (301, "/outlets/harbour-daily/")
    assert client.get("/outlets/none/").status_code == 404


def test_queries_do_not_grow_with_the_questions(
    client: Client, django_assert_max_num_queries: object
) -> None:
    make_briefing([EXCHANGE] * 20)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get("/outlets/harbour-daily/")
