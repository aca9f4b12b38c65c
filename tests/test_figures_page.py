"""The page of figures in context: by date, as said, each sentence leading to its place."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from briefings.models import Briefing
from briefings.views import figures
from tests.builders import make_briefing

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    """Make three briefings that count quays, the latest first."""
    for day, said in (
        (date(2022, 7, 19), "We have 1.854 million quays, up by 3.5%. All is well."),
        (date(2021, 7, 16), "At present, a total of 961,000 quays have been set up."),
        (date(2022, 2, 28), "More than 1.43 million quays in 2022."),
        (date(2022, 3, 1), "The quays are fine."),
    ):
        make_briefing([("Harbour Daily", "How many?", "Ada Lin", said)], day=day)


def test_figures_stand_by_date_as_they_were_said(client: Client, archive: None) -> None:
    page = client.get("/figures/?q=quays")
    soup = BeautifulSoup(page.content, "html.parser")
    assert [
        [span.text for span in row.select(".numbers-said span")] for row in soup.select(".figure")
    ] == [["961,000"], ["1.43 million"], ["1.854 million", "3.5%"]]
    assert soup.select_one(".figure blockquote").text == (
        "At present, a total of 961,000 quays have been set up."
    )
    for row in soup.select(".figure"):
        place = client.get(row.select_one("a[href^='/t/']")["href"])
        assert place.status_code == 302
        assert place["Location"].endswith("-1")


def test_the_csv_says_the_same(client: Client, archive: None) -> None:
    response = client.get("/figures.csv?q=quays")
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode(), newline="")))
    assert [(row["date"], row["figures"]) for row in rows] == [
        ("2021-07-16", "961,000"),
        ("2022-02-28", "1.43 million"),
        ("2022-07-19", "1.854 million; 3.5%"),
    ]
    assert rows[2]["sentence"] == "We have 1.854 million quays, up by 3.5%."


def test_chinese_figures_are_found_by_a_chinese_term(client: Client) -> None:
    make_briefing(
        remarks=[
            ("田玉龙", "截至6月底，累计建成5G基站185.4万个，占全球60%以上。谢谢大家。5G很好。")
        ]
    )
    (row,) = client.get("/figures/?q=5G基站").context["page"]
    assert row.mention.figures == ("185.4万", "60%")
    assert row.mention.sentence == "截至6月底，累计建成5G基站185.4万个，占全球60%以上。"


def test_the_filters_of_a_search_hold(client: Client, archive: None) -> None:
    page = client.get("/figures/?q=quays&after=2022-01-01&before=2022-06-30")
    assert [row.mention.figures for row in page.context["page"]] == [("1.43 million",)]


@pytest.mark.parametrize("term", ['"', "OR", "NOT quays", "-quays", "<b>", "%00", "。", "quays*("])
def test_a_term_is_what_it_says_and_breaks_nothing(
    client: Client, archive: None, term: str
) -> None:
    for address in ("/figures/", "/figures.csv"):
        response = client.get(address, {"q": term})
        assert response.status_code == 200
        assert b"<b>" not in response.getvalue()


def test_earlier_turns_that_were_not_read_are_told(
    client: Client, archive: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "MOST_TURNS", 2)
    page = client.get("/figures/?q=quays")
    assert page.context["unread"] == 2
    assert [row.mention.figures[0] for row in page.context["page"]] == ["1.854 million"]
    assert len(client.get("/figures.csv?q=quays").getvalue().splitlines()) == 4


def test_a_sentence_is_escaped(client: Client) -> None:
    make_briefing(remarks=[("Ada Lin", "We have 12 <i>quays</i> & <script>boats</script>.")])
    content = client.get("/figures/?q=quays").content.decode()
    assert "<i>" not in content
    assert "&lt;i&gt;" in content
    assert "<script>boats" not in content


def test_drafts_give_no_figures(client: Client, archive: None) -> None:
    Briefing.objects.update(status=Briefing.Status.DRAFT)
    assert client.get("/figures/?q=quays").context["page"].paginator.count == 0


def test_one_query_reads_many_turns(client: Client, django_assert_max_num_queries: Any) -> None:
    make_briefing(remarks=[("Ada Lin", f"We have {n},000 quays.") for n in range(1, 60)])
    with django_assert_max_num_queries(6):
        page = client.get("/figures/?q=quays")
    assert page.context["page"].paginator.count == 59
