"""The concordance page: each place of a search's hits, sorted, bounded, escaped."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from briefings.models import Briefing
from tests.builders import make_briefing

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> Briefing:
    """Return a briefing that says quay three times."""
    return make_briefing(
        [("Harbour Daily", "Which old quay is open?", "Ada Lin", "A new quay and a blue quay.")]
    )


def lines(client: Client, by: str) -> list[tuple[str, str]]:
    """Return the last word on the left and the first on the right of each line."""
    page = client.get(f"/concordance/?q=quay&by={by}").context["page"]
    return [
        (place.line.left.split()[-1], place.line.right.replace(".", " .").split()[0])
        for place in page
    ]


def test_it_is_sorted_by_either_neighbour(client: Client, archive: Briefing) -> None:
    assert [left for left, _right in lines(client, "left")] == ["blue", "new", "old"]
    assert [right for _left, right in lines(client, "right")] == ["and", "is", "."]
    assert sorted(lines(client, "nonsense")) == sorted(lines(client, "date"))


def test_a_line_leads_to_its_paragraph(client: Client, archive: Briefing) -> None:
    place = client.get("/concordance/?q=quay").context["page"][0]
    address = f"/t/{place.turn.key}/?q=quay&p=1"
    assert address.replace("&", "&amp;") in client.get("/concordance/?q=quay").content.decode()
    assert client.get(address)["Location"].endswith("-1")


def test_the_csv_has_every_place(client: Client, archive: Briefing) -> None:
    response = client.get("/concordance.csv?q=quay&sort=oldest")
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode(), newline="")))
    assert [(row["left"], row["word"], row["right"]) for row in rows] == [
        ("Which old ", "quay", " is open?"),
        ("A new ", "quay", " and a blue quay."),
        ("A new quay and a blue ", "quay", "."),
    ]


@pytest.mark.parametrize("query", ["", '"', "((", "NOT", "<b>", "%00", "speaker:nobody"])
def test_nothing_typed_breaks_it(client: Client, archive: Briefing, query: str) -> None:
    for address in ("/concordance/", "/concordance.csv"):
        response = client.get(address, {"q": query})
        assert response.status_code == 200
        assert b"<b>" not in response.getvalue()


def test_what_was_said_is_escaped(client: Client) -> None:
    make_briefing(remarks=[("Ada Lin", "A <i>quay</i> here.")])
    content = client.get("/concordance/?q=quay").content.decode()
    assert "<i>" not in content
    assert "&lt;i&gt;" in content


def test_one_query_reads_many_turns(client: Client, django_assert_max_num_queries: Any) -> None:
    make_briefing(remarks=[("Ada Lin", f"The quay {n}.") for n in range(60)])
    with django_assert_max_num_queries(6):
        assert client.get("/concordance/?q=quay").context["page"].paginator.count == 60
