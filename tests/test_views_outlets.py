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


def test_each_year_says_the_share_of_all_outlets_questions(client: Client) -> None:
    other = ("Gull News", "And gulls?", "Ada Lin", "Yes.")
    make_briefing([EXCHANGE, other, other, other], day=date(2021, 1, 1))
    make_briefing([EXCHANGE, ("", "From nobody known?", "Ada Lin", "Yes.")], day=date(2023, 1, 1))
    make_briefing([other], day=date(2022, 1, 1))
    make_briefing([EXCHANGE], day=None)
    context = client.get("/outlets/harbour-daily/").context
    shown = [
        (one.year, one.count.questions, one.of_all, one.percent) for one in context["shares"].years
    ]
    assert shown == [(2021, 1, 4, 25.0), (2022, 0, 1, 0.0), (2023, 1, 1, 100.0)]
    assert (context["undated"], context["asked"]) == (1, 3)
    table = client.get("/outlets/harbour-daily/years.csv").getvalue().decode().splitlines()  # type: ignore[attr-defined]
    assert table == [
        "year,questions,questions of all outlets,percent,follow-ups",
        "2021,1,4,25.0,0",
        "2022,0,1,0.0,0",
        "2023,1,1,100.0,0",
    ]


def test_each_count_of_a_year_is_the_list_it_leads_to(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE], day=date(2021, 1, 1))
    make_briefing([EXCHANGE], day=date(2022, 1, 1))
    years = client.get("/outlets/harbour-daily/").context["shares"].years
    assert [one.count.questions for one in years] == [2, 1]
    for one in years:
        assert client.get(f"/search/?{one.link}").context["result"].total == one.count.questions


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (("Harbour Daily", "Ben Oak"), ("Harbour Daily", "Ben Oak"), True),
        (("Harbour Daily", ""), ("Harbour Daily", "Ben Oak"), True),
        (("Harbour Daily", "Ben Oak"), ("Harbour Daily", "Mia Elm"), False),
        (("Gull News", "Ben Oak"), ("Harbour Daily", "Ben Oak"), False),
        (("", ""), ("Harbour Daily", ""), False),
    ],
)
def test_a_question_is_a_follow_up_where_its_asker_asked_the_one_before(
    client: Client, before: tuple[str, str], now: tuple[str, str], expected: bool
) -> None:
    transcript = make_briefing().canonical
    assert transcript
    for number, (outlet, reporter) in enumerate([before, now], 1):
        known = {"reporter": reporter, "reporter_attribution": "printed" if reporter else ""}
        make_turn(transcript, "question", f"Number {number}?", outlet=outlet, **known)
    context = client.get("/outlets/harbour-daily/").context
    assert context["page"][-1].follow_up is expected
    assert context["follow_ups"] == expected


def test_follow_ups_are_marked_counted_and_listed_alone(client: Client) -> None:
    other = ("Gull News", "And gulls?", "Ada Lin", "Yes.")
    make_briefing([EXCHANGE, EXCHANGE, EXCHANGE, other, EXCHANGE])
    page = client.get("/outlets/harbour-daily/")
    html = page.content.decode()
    assert html.count('<span class="kind">follow-up</span>') == page.context["follow_ups"] == 2
    assert '<a href="?show=follow-ups">2 are follow-ups</a>' in html
    alone = client.get("/outlets/harbour-daily/?show=follow-ups")
    assert [turn.exchange for turn in alone.context["page"]] == [2, 3]
    assert "All 4 questions" in alone.content.decode()
    assert "is a follow-up." in client.get("/outlets/gull-news/?show=follow-ups").content.decode()
    table = client.get("/outlets/harbour-daily/years.csv").getvalue().decode()  # type: ignore[attr-defined]
    assert table.splitlines()[1] == "2022,4,5,80.0,2"


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
    assert client.get("/outlets/harbor/years.csv")["Location"] == "/outlets/harbour-daily/years.csv"
    assert client.get("/outlets/none/").status_code == 404


def test_queries_do_not_grow_with_the_questions(
    client: Client, django_assert_max_num_queries: object
) -> None:
    make_briefing([EXCHANGE] * 20)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get("/outlets/harbour-daily/")
