"""The plots' pages: numbers equal the lists they lead to, drawn, in a table and as CSV."""

import csv
import io
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from briefings.models import Briefing, Kind
from tests.builders import make_briefing, make_turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> list[Briefing]:
    """Return three briefings of two years: Harbour Daily and Gull News, Ada Lin and Ben Oak."""
    return [
        make_briefing(
            [
                ("Harbour Daily", "Is the quay open?", "Ada Lin", "The quay is open."),
                ("Gull News", "And gulls?", "Ben Oak", "Gulls like the quay."),
            ],
            remarks=[("Ada Lin", "Good day to all.")],
            day=date(2021, 5, 3),
        ),
        make_briefing(
            [("Harbour Daily", "Which quay, and the gulls?", "Ada Lin", "That one.")],
            day=date(2022, 7, 19),
        ),
        make_briefing([("Harbour Daily", "A quay?", "Ada Lin", "A quay.")], day=None),
    ]


def links(client: Client, address: str) -> list[tuple[str, int]]:
    """Return the search links of a page's table with the numbers they stand on."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [
        (link["href"], int(link.text.replace(",", "")))
        for link in soup.select("table a[href^='/search/']")
    ]


def rows(client: Client, address: str) -> list[dict[str, str]]:
    """Return a CSV's rows."""
    response = client.get(address)
    assert response["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(response.getvalue().decode(), newline="")))


@pytest.mark.parametrize(
    "address",
    ["/plots/terms/?term=quay&term=gulls&term=%22the+quay%22", "/plots/answers/",
     "/plots/answers/?year=2021", "/plots/who/?q=quay", "/search/?q=quay",
     "/search/?q=gulls&kind=question&after=2021-05-03", "/search/?q=quay&own=1&bars=words"],
)  # fmt: skip
def test_every_number_is_the_length_of_the_list_it_leads_to(
    client: Client, archive: list[Briefing], address: str
) -> None:
    found = links(client, address)
    assert found
    for link, number in found:
        assert client.get(link).context["result"].total == number, link


def test_podium_and_press_are_told_apart(client: Client, archive: list[Briefing]) -> None:
    table = {
        (row["period"], row["side"]): row for row in rows(client, "/plots/terms.csv?term=quay")
    }
    assert table["2021-05", "podium"]["turns"] == "2"
    assert table["2021-05", "press"]["turns"] == "1"
    # "Which quay?" "That one.": the answer is a hit, but the podium does not say it.
    assert table["2022-07", "podium"]["turns"] == "0"
    assert table["2022-07", "press"]["turns"] == "1"
    # 6 words asked in May 2021: "Is the quay open?" and "And gulls?"
    assert float(table["2021-05", "press"]["per 10,000 words"]) == pytest.approx(10_000 / 6)


def test_each_point_links_to_its_turns_and_the_drawing_says_what_it_shows(
    client: Client, archive: list[Briefing]
) -> None:
    soup = BeautifulSoup(client.get("/plots/terms/?term=quay").content, "html.parser")
    drawings = soup.select("figure svg[aria-labelledby]")
    assert len(drawings) == 2
    for drawing in drawings:
        title, description = drawing["aria-labelledby"].split()
        assert drawing.find(id=title).text
        assert drawing.find(id=description).text
        for link in drawing.select("a"):
            asked = parse_qs(urlsplit(link["href"]).query)
            assert asked["q"] == ["quay"]
            assert {"after", "before", "kind"} <= set(asked)
            assert link.find("title").text.startswith("quay, 202")
    assert [len(drawing.select("a")) for drawing in drawings] == [2, 2]


def test_turns_of_undated_briefings_are_counted_aside(
    client: Client, archive: list[Briefing]
) -> None:
    assert client.get("/plots/terms/?term=quay").context["plot"].undated == 2


def test_four_terms_are_compared_and_no_more(client: Client, archive: list[Briefing]) -> None:
    page = client.get("/plots/terms/?" + "&".join(f"term=t{n}" for n in range(6)) + "&term=t1")
    assert page.context["asked"] == ["t0", "t1", "t2", "t3"]


@pytest.mark.parametrize("term", ['"', "NOT", "<b>", "speaker:", "%00", "a" * 900])
def test_no_term_breaks_the_plot(client: Client, archive: list[Briefing], term: str) -> None:
    page = client.get("/plots/terms/", {"term": term})
    assert page.status_code == 200
    assert "<b>" not in page.content.decode()


def test_an_archive_without_dates_says_so(client: Client) -> None:
    make_briefing([("Harbour Daily", "A quay?", "Ada Lin", "A quay.")], day=None)
    assert b"no time to plot" in client.get("/plots/terms/?term=quay").content
    assert rows(client, "/plots/terms.csv?term=quay") == []


def test_the_bars_above_results_hold_all_dated_hits(
    client: Client, archive: list[Briefing]
) -> None:
    page = client.get("/search/?q=quay")
    bars = page.context["histogram"].bars
    assert [(bar.period.label, bar.hits) for bar in bars if bar.hits] == [
        ("2021-05", 3),
        ("2022-07", 2),
    ]
    assert sum(bar.hits for bar in bars) == page.context["result"].total - 2  # undated
    assert client.get("/search/?q=quay&page=2").context["histogram"] is None
    assert client.get("/search/").context["histogram"] is None


def test_the_bars_above_results_are_also_a_csv_of_months(
    client: Client, archive: list[Briefing]
) -> None:
    page = client.get("/search/?q=quay&kind=answer&kind=question&kind=remarks")
    soup = BeautifulSoup(page.content, "html.parser")
    link = soup.select_one("figure.histogram a[href*='.csv']")
    assert link
    table = {row["month"]: row for row in rows(client, str(link["href"]))}
    bars = {bar.period.label: bar.hits for bar in page.context["histogram"].bars}
    assert {month: int(row["turns"]) for month, row in table.items() if row["turns"] != "0"} == {
        "2021-05": 3,
        "2022-07": 2,
    }
    assert {month: bars[month] for month in bars if bars[month]} == {"2021-05": 3, "2022-07": 2}
    # 2021-05: 4 + 4 + 2 + 4 words and 4 of remarks
    assert table["2021-05"]["words"] == "18"
    assert float(table["2021-05"]["per 10,000 words"]) == pytest.approx(10_000 * 3 / 18)
    assert rows(client, "/search/months.csv") == []
    assert client.post("/search/months.csv").status_code == 405


def test_who_says_it_is_per_words_spoken(client: Client, archive: list[Briefing]) -> None:
    table = {(row["side"], row["name"]): row for row in rows(client, "/plots/who.csv?q=quay")}
    assert table["podium", "Ada Lin"]["turns"] == "2"
    assert table["podium", "Ben Oak"]["turns"] == "1"
    assert table["press", "Harbour Daily"]["turns"] == "3"
    assert float(table["podium", "Ben Oak"]["per 10,000 words"]) == pytest.approx(10_000 / 4)
    assert rows(client, "/plots/who.csv") == []
    page = client.get("/plots/who/?q=quay").content.decode()
    assert '<a href="/speakers/ben-oak/">Ben Oak</a>' in page
    assert '<a href="/outlets/harbour-daily/">Harbour Daily</a>' in page


def test_who_answers_whom_counts_answers(client: Client, archive: list[Briefing]) -> None:
    assert rows(client, "/plots/answers.csv") == [
        {"outlet": "Harbour Daily", "speaker": "Ada Lin", "answers": "3"},
        {"outlet": "Gull News", "speaker": "Ben Oak", "answers": "1"},
    ]
    assert rows(client, "/plots/answers.csv?year=2022") == [
        {"outlet": "Harbour Daily", "speaker": "Ada Lin", "answers": "1"}
    ]


def test_an_archive_without_answers_says_so(client: Client) -> None:
    assert b"No answer here" in client.get("/plots/answers/").content


@pytest.mark.parametrize("bad", ["x", "-1", "10000", "9" * 40, "%00", "²"])
def test_nonsense_in_a_filter_is_left_out(
    client: Client, archive: list[Briefing], bad: str
) -> None:
    page = client.get(f"/plots/answers/?series={bad}&year={bad}")
    assert page.status_code == 200


def test_words_by_voice_are_all_the_words(client: Client, archive: list[Briefing]) -> None:
    briefing = archive[0]
    make_turn(briefing.canonical, Kind.QUESTION, "Me too?")
    table = rows(client, f"/briefings/{briefing.slug}/words.csv")
    assert [(row["voice"], row["side"], row["words"]) for row in table] == [
        ("Ada Lin", "podium", "8"),
        ("Ben Oak", "podium", "4"),
        ("Harbour Daily", "press", "4"),
        ("", "press", "2"),
        ("Gull News", "press", "2"),
    ]
    page = client.get(f"/briefings/{briefing.slug}/words/")
    assert page.context["plot"].total == 20
    assert "not named" in page.content.decode()


def test_drafts_are_in_no_plot(client: Client, archive: list[Briefing]) -> None:
    Briefing.objects.update(status=Briefing.Status.DRAFT)
    assert rows(client, "/plots/answers.csv") == []
    assert rows(client, "/plots/terms.csv?term=quay") == []
    assert client.get(f"/briefings/{archive[0].slug}/words/").status_code == 404


def test_names_are_escaped(client: Client) -> None:
    make_briefing([("<i>Gull</i>", "Quay?", "Ada <b>Lin</b>", "Quay.")])
    briefing = Briefing.objects.get()
    for address in ("/plots/answers/", f"/briefings/{briefing.slug}/words/"):
        content = client.get(address).content.decode()
        assert "<b>Lin" not in content
        assert "<i>Gull" not in content
        assert "&lt;b&gt;Lin" in content


def test_queries_do_not_grow_with_the_archive(
    client: Client, archive: list[Briefing], django_assert_max_num_queries: Any
) -> None:
    for number in range(15):
        make_briefing(
            [(f"Outlet {number}", "Gulls?", f"Speaker {number}", "No.")],
            day=date(2021, 1, 1 + number),
        )
    for address in ("/plots/answers/", f"/briefings/{archive[0].slug}/words/", "/plots/"):
        with django_assert_max_num_queries(6):
            client.get(address)
