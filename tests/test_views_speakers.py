"""The speakers' pages."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from briefings.models import Appearance, OldSlug, Role, SpeakerAlias

from .builders import make_briefing, make_speaker

pytestmark = pytest.mark.django_db

EXCHANGE = ("Harbour Daily", "When does the ferry run?", "Ada Lin", "It runs at noon.")


def test_the_list_holds_everybody_who_spoke_with_counts(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE], remarks=[("Bo Tan", "Good morning.")])
    make_speaker("Said Nothing")
    rows = client.get("/speakers/").context["page"]
    assert [(row.name, row.answer_count) for row in rows] == [("Ada Lin", 2), ("Bo Tan", 0)]


def test_the_list_can_be_ordered_by_answers(client: Client) -> None:
    make_briefing(
        [("A", "?", "Ada Lin", "1."), ("A", "?", "Bo Tan", "2."), ("A", "?", "Bo Tan", "3.")]
    )
    rows = client.get("/speakers/?sort=answers").context["page"]
    assert [row.name for row in rows] == ["Bo Tan", "Ada Lin"]


def test_an_empty_list_says_so(client: Client) -> None:
    assert "Nobody yet" in client.get("/speakers/").content.decode()


def test_a_page_shows_titles_over_time_newest_first(client: Client) -> None:
    speaker = make_speaker("Ada Lin")
    for year, title in ((2021, "harbour master"), (2022, "minister of harbours")):
        briefing = make_briefing([EXCHANGE], day=date(year, 5, 1))
        Appearance.objects.create(
            briefing=briefing, speaker=speaker, role=Role.SPEAKER, title=title
        )
    page = client.get(speaker.get_absolute_url()).content.decode()
    assert page.index("minister of harbours") < page.index("harbour master")


def test_each_answer_stands_under_its_question(client: Client) -> None:
    make_briefing([EXCHANGE])
    page = client.get("/speakers/ada-lin/").content.decode()
    assert page.index("When does the ferry run?") < page.index("It runs at noon.")
    assert "Harbour Daily" in page


def test_answers_are_in_pages_newest_first(client: Client) -> None:
    make_briefing([EXCHANGE] * 12, day=date(2021, 1, 1))
    make_briefing([("Coast Radio", "?", "Ada Lin", "Newest.")], day=date(2022, 1, 1))
    make_briefing([EXCHANGE] * 12, day=date(2020, 1, 1))
    first = client.get("/speakers/ada-lin/").context["page"]
    second = client.get("/speakers/ada-lin/?page=2").context["page"]
    assert first[0].text == "Newest."
    assert len(first) + len(second) == first.paginator.count == 25


def test_it_counts_the_outlets_answered(client: Client) -> None:
    make_briefing([EXCHANGE, EXCHANGE, ("Coast Radio", "?", "Ada Lin", "Yes.")])
    rows = client.get("/speakers/ada-lin/").context["answered"]
    assert [(row["name"], row["number"]) for row in rows] == [
        ("Harbour Daily", 2),
        ("Coast Radio", 1),
    ]


def test_it_shows_the_other_names_printed(client: Client) -> None:
    make_briefing([EXCHANGE])
    SpeakerAlias.objects.create(speaker=make_speaker("Ada Lin"), name="MS. LIN", normal="ms lin")
    assert "MS. LIN" in client.get("/speakers/ada-lin/").content.decode()


def test_an_old_address_leads_on(client: Client) -> None:
    make_briefing([EXCHANGE])
    speaker = make_speaker("Ada Lin")
    OldSlug.objects.create(target=OldSlug.Target.SPEAKER, slug="a-lin", target_id=speaker.pk)
    response = client.get("/speakers/a-lin/")
    assert (response.status_code, response["Location"]) == (301, "/speakers/ada-lin/")
    assert client.get("/speakers/nobody/").status_code == 404


def test_queries_do_not_grow_with_the_answers(
    client: Client, django_assert_max_num_queries: object
) -> None:
    make_briefing([EXCHANGE] * 20, remarks=[("Ada Lin", "Good morning.")])
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        client.get("/speakers/ada-lin/")


def test_titles_that_stay_are_one_line_with_their_briefings_folded(client: Client) -> None:
    speaker = make_speaker("Ada Lin")
    for year, title in ((2020, "clerk"), (2021, "harbour master"), (2022, "harbour master")):
        briefing = make_briefing([EXCHANGE], day=date(year, 5, 1), title=f"Of {year}")
        Appearance.objects.create(
            briefing=briefing, speaker=speaker, role=Role.SPEAKER, title=title
        )
    response = client.get(speaker.get_absolute_url())
    assert [(t.title, len(t.appearances)) for t in response.context["tenures"]] == [
        ("harbour master", 2),
        ("clerk", 1),
    ]
    page = response.content.decode()
    for year in (2020, 2021, 2022):
        assert f"Of {year}</a>" in page


def test_many_remarks_lead_to_the_search_that_lists_them_all(client: Client) -> None:
    make_briefing(remarks=[("Ada Lin", f"Remark {number}.") for number in range(5)])
    response = client.get("/speakers/ada-lin/")
    assert len(response.context["remarks"]) == 3
    pk = response.context["speaker"].pk
    address = f"/search/?speaker={pk}&kind=remarks&sort=newest"
    assert address.replace("&", "&amp;") in response.content.decode()
    assert client.get(address).context["result"].total == response.context["remark_count"]


def test_a_long_list_of_outlets_is_folded_and_whole(client: Client) -> None:
    make_briefing([(f"Outlet {number}", "?", "Ada Lin", "Yes.") for number in range(30)])
    page = client.get("/speakers/ada-lin/").content.decode()
    assert "18 more" in page
    for number in range(30):
        assert f">Outlet {number}</a>" in page


def test_it_says_how_many_answers_are_to_outlets_that_are_known(client: Client) -> None:
    make_briefing([EXCHANGE, ("", "Why?", "Ada Lin", "No.")])
    page = client.get("/speakers/ada-lin/").content.decode()
    assert "Of 2 answers, 1 is to an outlet that is known." in page


def test_names_are_in_the_order_of_the_alphabet_whatever_their_case(client: Client) -> None:
    make_briefing([("A", "?", name, "Yes.") for name in ("NPR", "Nadia Ode", "de Witt", "Ada")])
    rows = client.get("/speakers/").context["page"]
    assert [row.name for row in rows] == ["Ada", "de Witt", "Nadia Ode", "NPR"]


def test_the_first_and_the_last_page_are_one_step_away(client: Client) -> None:
    make_briefing([EXCHANGE] * 65)
    page = client.get("/speakers/ada-lin/").content.decode()
    assert 'href="?page=5">Last page' in page
    assert "First page" not in page
    page = client.get("/speakers/ada-lin/?page=4").content.decode()
    assert 'href="?page=1">First page' in page
    assert "Last page" not in page


def test_it_leads_to_the_feed_and_to_all_turns_as_data(client: Client) -> None:
    make_briefing([EXCHANGE])
    for address, count in (("/speakers/ada-lin/", 1), ("/outlets/harbour-daily/", 2)):
        page = client.get(address).content.decode()
        assert f'href="{address[:-1]}.atom">a feed</a>' in page
        (data,) = re.findall(r'href="(/search\.json\?[^"]+)"', page)
        assert json.loads(client.get(data).getvalue())["total"] == count
