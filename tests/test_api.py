"""The archive as data: what is on the pages is in the JSON and the CSV, whole and bounded."""

import csv
import hashlib
import io
import json
from typing import Any

import pytest
from django.test import Client

from briefings import api
from briefings.models import Briefing, Kind, Turn, TurnRedirect
from tests.builders import make_briefing, make_turn

pytestmark = pytest.mark.django_db

EXCHANGE = ("Harbour Daily", "Is the quay open?", "Ada Lin", "The quay is open.\nSince May.")


def get_json(client: Client, address: str) -> dict[str, Any]:
    """Return what an address gives, parsed, whether streamed or not."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/json")
    data: dict[str, Any] = json.loads(response.getvalue())
    return data


def get_csv(client: Client, address: str) -> list[dict[str, str]]:
    """Return the rows that an address gives."""
    response = client.get(address)
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"].startswith('attachment; filename="')
    return list(csv.DictReader(io.StringIO(response.getvalue().decode(), newline="")))


def test_a_briefing_has_its_turns_in_order_with_who_and_how_known(client: Client) -> None:
    briefing = make_briefing([EXCHANGE], remarks=[("Ada Lin", "Good day.")], place="Port Elm")
    data = get_json(client, f"/briefings/{briefing.slug}.json")
    assert (data["title"], data["date"], data["place"]) == (
        "Briefing on harbours",
        "2022-07-19",
        "Port Elm",
    )
    assert data["url"] == f"http://testserver/briefings/{briefing.slug}/"
    assert [turn["kind"] for turn in data["turns"]] == ["remarks", "question", "answer"]
    question, answer = data["turns"][1:]
    assert question["outlet"] == {
        "name": "Harbour Daily",
        "url": "http://testserver/outlets/harbour-daily/",
        "attribution": "printed",
    }
    assert answer["speaker"]["name"] == "Ada Lin"
    assert answer["question"] == question["key"]
    assert answer["paragraphs"] == ["The quay is open.", "Since May."]
    assert question["speaker"] is None
    (document,) = data["documents"]
    assert document["canonical"] is True
    assert document["sha256"] == briefing.canonical.document.sha256
    assert client.get(document["url"]).status_code == 200


def test_the_hash_is_of_the_paragraphs(client: Client) -> None:
    briefing = make_briefing([EXCHANGE])
    answer = get_json(client, f"/briefings/{briefing.slug}.json")["turns"][1]
    words = "\n".join(answer["paragraphs"]).encode()
    assert answer["sha256"] == hashlib.sha256(words).hexdigest()


def test_a_turn_has_its_briefing(client: Client) -> None:
    briefing = make_briefing([EXCHANGE])
    turn = Turn.objects.get(kind=Kind.ANSWER)
    data = get_json(client, f"/t/{turn.key}.json")
    assert data["key"] == turn.key
    assert data["briefing"]["slug"] == briefing.slug


def test_a_replaced_key_gives_the_turn_it_became(client: Client) -> None:
    make_briefing([EXCHANGE])
    turn = Turn.objects.get(kind=Kind.ANSWER)
    TurnRedirect.objects.create(key="bbbbbbbbbb", turn=turn)
    assert get_json(client, "/t/bbbbbbbbbb.json")["key"] == turn.key


def test_what_is_not_there_or_not_published_is_not_found(client: Client) -> None:
    draft = make_briefing([EXCHANGE], status=Briefing.Status.DRAFT)
    turn = draft.canonical.turns.first()
    for address in (f"/briefings/{draft.slug}.json", f"/t/{turn.key}.json", "/t/nothing.json"):
        assert client.get(address).status_code == 404
    assert get_json(client, "/search.json?q=quay")["total"] == 0
    assert get_csv(client, "/search.csv?q=quay") == []


def test_a_search_gives_every_hit_with_its_question(client: Client) -> None:
    make_briefing([EXCHANGE])
    make_briefing([("Gull News", "And gulls?", "Ben Oak", "None.")])
    data = get_json(client, "/search.json?q=quay")
    assert data["query"] == "quay"
    assert data["total"] == len(data["hits"]) == 2
    answer = next(hit for hit in data["hits"] if hit["kind"] == "answer")
    assert answer["question"]["paragraphs"] == ["Is the quay open?"]
    assert answer["question"]["outlet"] == "Harbour Daily"
    assert answer["briefing"]["title"] == "Briefing on harbours"


@pytest.mark.parametrize("address", ["/search.json", "/search.csv"])
@pytest.mark.parametrize(
    "query", ['"', "(((", "speaker:", "after=x", "*", "%00", "NOT", "\u4e2d", "%F0%9F%98%80"]
)
def test_nothing_typed_breaks_it(client: Client, address: str, query: str) -> None:
    make_briefing([EXCHANGE])
    response = client.get(f"{address}?q={query}&speaker=x&after=99&page=-1&sort=no")
    assert response.status_code == 200
    assert response.getvalue()


def test_all_hits_come_however_many_batches_they_fill(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefings.querysets.turns.BATCH", 3)
    briefing = make_briefing()
    for number in range(10):
        make_turn(briefing.canonical, Kind.REMARKS, f"Quay {number}.", speaker="Ada Lin")
    hits = get_json(client, "/search.json?q=quay")["hits"]
    assert sorted(hit["paragraphs"][0] for hit in hits) == [f"Quay {n}." for n in range(10)]
    rows = get_csv(client, "/search.csv?q=quay")
    assert [row["key"] for row in rows] == [hit["key"] for hit in hits]


def test_csv_has_a_line_a_hit_and_runs_in_no_spreadsheet(client: Client) -> None:
    make_briefing([("Harbour Daily", "=HYPERLINK(1) quay?", "Ada Lin", 'A "quay",\nand more.')])
    rows = get_csv(client, "/search.csv?q=quay&sort=oldest")
    assert tuple(rows[0]) == api.CSV_HEADER
    question = next(row for row in rows if row["kind"] == "question")
    answer = next(row for row in rows if row["kind"] == "answer")
    assert question["text"] == "'=HYPERLINK(1) quay?"
    assert question["outlet"] == "Harbour Daily"
    assert answer["text"] == 'A "quay",\nand more.'
    assert answer["asked by"] == "Harbour Daily"
    assert answer["question key"] == question["key"]
    assert (question["exchange"], answer["exchange"]) == ("1", "1")
    assert answer["date"] == "2022-07-19"
    assert answer["address"].startswith("http://testserver/t/")


@pytest.mark.parametrize("number", [1, 30])
def test_its_queries_do_not_grow_with_the_turns(
    client: Client, django_assert_max_num_queries: Any, number: int
) -> None:
    briefing = make_briefing([EXCHANGE] * number)
    with django_assert_max_num_queries(5):
        get_json(client, f"/briefings/{briefing.slug}.json")
    with django_assert_max_num_queries(5):
        get_csv(client, "/search.csv")


def test_it_rejects_post(client: Client) -> None:
    for address in ("/search.json", "/search.csv", "/t/x.json", "/briefings/x.json"):
        assert client.post(address).status_code == 405
