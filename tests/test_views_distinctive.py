"""What a speaker speaks of: counted in their own turns, against all others."""

import csv
import io
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from briefings.models import Briefing, Kind
from tests.builders import make_briefing, make_speaker, make_turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> Briefing:
    """Return a briefing in which Ada Lin speaks of quays and Ben Oak of gulls."""
    return make_briefing(
        remarks=[
            ("Ada Lin", "The old quay is open. " * 30),
            ("Ben Oak", "The old gull is up. " * 60),
        ]
    )


def words(client: Client, slug: str) -> dict[str, dict[str, str]]:
    """Return the CSV's rows by word."""
    text = client.get(f"/speakers/{slug}/words.csv").getvalue().decode()
    return {row["word"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_words_of_ones_own_stand_out_and_those_of_all_do_not(
    client: Client, archive: Briefing
) -> None:
    assert set(words(client, "ada-lin")) == {"quay", "open"}
    assert set(words(client, "ben-oak")) == {"gull"}
    quay = words(client, "ada-lin")["quay"]
    assert (quay["said"], quay["by the rest"]) == ("30", "0")
    assert float(quay["per 10,000"]) == pytest.approx(10_000 / 5)


def test_each_word_leads_to_what_the_speaker_says_with_it(
    client: Client, archive: Briefing
) -> None:
    make_turn(archive.canonical, Kind.REMARKS, "A quay.", speaker="Ben Oak")
    soup = BeautifulSoup(client.get("/speakers/ada-lin/words/").content, "html.parser")
    link = next(one for one in soup.select("table a") if one.text == "quay")
    assert client.get(link["href"]).context["result"].total == 1


def test_what_is_remembered_is_forgotten_when_the_archive_changes(
    client: Client, archive: Briefing
) -> None:
    assert set(words(client, "ada-lin")) == {"quay", "open"}
    make_briefing(remarks=[("Ada Lin", "The tide is high. " * 30)])
    assert {"quay", "tide", "high"} <= set(words(client, "ada-lin"))


def test_with_nobody_else_there_is_nothing_to_compare(client: Client) -> None:
    make_briefing(remarks=[("Ada Lin", "The quay is open. " * 30)])
    assert b"No word stands out" in client.get("/speakers/ada-lin/words/").content


def test_a_name_of_any_script_has_a_page(client: Client) -> None:
    make_speaker("田玉龙", slug="田玉龙")
    make_briefing(remarks=[("田玉龙", "基站建成。" * 20), ("Ben Oak", "The gull. " * 60)])
    assert client.get(f"/speakers/{quote('田玉龙')}/words/").status_code == 200
    assert "基站" in words(client, quote("田玉龙"))


def test_nobody_is_not_found(client: Client) -> None:
    assert client.get("/speakers/nobody/words/").status_code == 404
    assert client.get("/speakers/nobody/words.csv").status_code == 404


def test_queries_do_not_grow_with_the_words(
    client: Client, archive: Briefing, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        make_turn(archive.canonical, Kind.REMARKS, f"Boat{number} " * 5, speaker="Ada Lin")
    with django_assert_max_num_queries(7):
        client.get("/speakers/ada-lin/words/")
