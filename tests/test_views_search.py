"""The search page."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from briefings.models import Kind, Outlet, Relation, Speaker

from .builders import make_briefing, make_version

pytestmark = pytest.mark.django_db


def made() -> None:
    make_briefing(
        [
            ("Harbour Daily", "When does the ferry run?", "Ada Lin", "The ferry runs at noon."),
            ("Coast Radio", "And the night ferry?", "Bo Tan", "No ferry runs at night."),
        ],
        day=date(2022, 7, 19),
    )
    make_briefing(
        [("Harbour Daily", "Who pays for the bridge?", "Ada Lin", "The harbour pays for it.")],
        title="Briefing on bridges",
        day=date(2021, 7, 16),
    )


def get(client: Client, **parameters: Any) -> Any:
    response = client.get("/search/", parameters)
    assert response.status_code == 200
    return response


def test_it_shows_the_question_with_its_outlet_above_an_answer(client: Client) -> None:
    made()
    page = get(client, q="noon").content.decode()
    assert "Harbour Daily" in page
    assert "When does the ferry run?" in page
    assert "<mark>noon</mark>" in page


def test_a_hit_leads_to_its_paragraph_with_the_words(client: Client) -> None:
    made()
    response = get(client, q="noon")
    turn = response.context["found"][0].turn
    assert f'href="/t/{turn.key}/?q=noon&amp;p=1"' in response.content.decode()


def test_without_words_the_filters_alone_browse(client: Client) -> None:
    made()
    outlet = Outlet.objects.get(name="Harbour Daily")
    found = get(client, outlet=outlet.pk).context["found"]
    kinds = sorted(one.turn.kind for one in found)
    assert kinds == [Kind.ANSWER, Kind.ANSWER, Kind.QUESTION, Kind.QUESTION]


def test_each_count_equals_the_list_it_leads_to(client: Client) -> None:
    made()
    context = get(client, q="ferry").context
    assert context["filters"]
    for row in context["filters"]:
        for choice in [*row.first, *row.rest]:
            led = client.get("/search/?" + choice.parameters).context["result"]
            assert led.total == choice.value.count, (row.name, choice.value)


def test_a_chosen_value_can_be_chosen_again_to_remove_it(client: Client) -> None:
    made()
    speaker = Speaker.objects.get(name="Ada Lin")
    rows = get(client, q="ferry", speaker=speaker.pk).context["filters"]
    (chosen,) = [c for row in rows for c in row.first if c.value.selected]
    assert chosen.parameters == "q=ferry"


def test_a_new_search_keeps_filters_and_order(client: Client) -> None:
    made()
    speaker = Speaker.objects.get(name="Ada Lin")
    page = get(client, q="ferry", speaker=speaker.pk, sort="oldest").content.decode()
    assert f'<input type="hidden" name="speaker" value="{speaker.pk}">' in page
    assert '<input type="hidden" name="sort" value="oldest">' in page


def test_the_order_is_kept_across_pages(client: Client) -> None:
    make_briefing([("Harbour Daily", "Ferry?", "Ada Lin", "Ferry.")] * 15)
    page = get(client, q="ferry", sort="newest").content.decode()
    assert "q=ferry&amp;sort=newest&amp;page=2" in page
    second = get(client, q="ferry", sort="newest", page=2)
    assert len(second.context["found"]) == 10


def test_dates_bound_the_list_inclusively(client: Client) -> None:
    made()
    assert get(client, q="pays", after="2021-07-16", before="2021-07-16").context["found"]
    assert not get(client, q="pays", after="2021-07-17").context["found"]


def test_an_empty_result_says_why_and_what_to_try(client: Client) -> None:
    made()
    page = get(client, q="zeppelin").content.decode()
    assert "Nothing found" in page
    assert "No turn of the archive has all of these words." in page
    filtered = get(client, q="ferry", year="1999").content.decode()
    assert "Search without the filters" in filtered


def test_an_empty_archive_says_so(client: Client) -> None:
    assert "holds no turn yet" in get(client).content.decode()


def test_a_page_beyond_the_last_leads_back(client: Client) -> None:
    made()
    page = get(client, q="ferry", page=99).content.decode()
    assert "there is nothing on this one" in page


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": '"'},
        {"q": "((((("},
        {"q": "AND OR NOT"},
        {"q": "*"},
        {"q": "\x00"},
        {"q": "<script>alert(1)</script>"},
        {"q": "的"},
        {"q": "a" * 5000},
        {"q": "😀"},
        {"q": "speaker: outlet: ~ ~5"},
        {"speaker": "x"},
        {"speaker": "-1"},
        {"speaker": "9" * 50},
        {"speaker": ["1", "2", "", "1"]},
        {"outlet": "1e5"},
        {"kind": "nonsense"},
        {"year": "0"},
        {"year": "99999999"},
        {"lang": "xx\x00"},
        {"series": "٣"},
        {"after": "2022-02-31"},
        {"after": "yesterday"},
        {"before": "0000-00-00"},
        {"after": "2022-07-19", "before": "2021-01-01"},
        {"sort": "worst"},
        {"page": "0"},
        {"page": "-3"},
        {"page": "9" * 40},
        {"page": "²"},
    ],
)
def test_no_input_fails(client: Client, parameters: dict[str, Any]) -> None:
    made()
    response = get(client, **parameters)
    assert "<script>alert" not in response.content.decode()


def test_what_was_left_out_is_said(client: Client) -> None:
    made()
    page = get(client, q="ferry", after="31.12.2022", outlet="x").content.decode()
    assert "“31.12.2022” is not a date" in page
    assert "“x” is no outlet" in page


def test_its_queries_do_not_grow_with_the_hits(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    make_briefing([("Harbour Daily", "Ferry?", "Ada Lin", "Ferry.")] * 2)
    client.get("/search/?q=ferry")
    with django_assert_max_num_queries(14):
        client.get("/search/?q=ferry")
    make_briefing([("Coast Radio", "Ferry?", "Bo Tan", "Ferry.")] * 30)
    with django_assert_max_num_queries(14):
        client.get("/search/?q=ferry")


def test_a_hit_says_how_many_documents_tell_of_its_briefing(client: Client) -> None:
    briefing = make_briefing([("Harbour Daily", "When?", "Ada Lin", "The ferry runs at noon.")])
    assert "documents</span>" not in get(client, q="noon").content.decode()
    make_version(briefing, Relation.COPY)
    assert "2 documents</span>" in get(client, q="noon").content.decode()


def test_answers_that_say_nearly_the_same_are_listed_once_and_named(client: Client) -> None:
    words = "The new ferry to the northern islands runs at noon on each working day of the year."
    make_briefing(
        [
            ("Harbour Daily", "When?", "Ada Lin", words),
            ("Coast Radio", "And when?", "Ada Lin", words),
        ]
    )
    response = get(client, q="northern", kind="answer")
    (one,) = response.context["found"]
    (other,) = one.also
    assert f"/t/{other.key}/" in response.content.decode()


def test_an_ambiguous_name_offers_whom_it_may_mean(client: Client) -> None:
    make_briefing([("Harbour Daily", "When?", "Ada Lin", "The ferry runs at noon.")])
    make_briefing([("Harbour Daily", "When?", "Bo Lin", "The ferry runs at six.")], title="Other")
    response = get(client, q="speaker:Lin ferry")
    assert [found.turn.speaker.name for found in response.context["found"]]
    page = response.content.decode()
    assert "You may mean:" in page
    assert "Ada Lin" in page
    assert "Bo Lin" in page
