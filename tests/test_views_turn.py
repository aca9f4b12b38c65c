"""Permalinks."""

import pytest
from django.test import Client

from briefings.models import Briefing, Kind, Relation, Turn, TurnRedirect

from .builders import make_briefing, make_version

pytestmark = pytest.mark.django_db


def first_turn(briefing: Briefing) -> Turn:
    assert briefing.canonical is not None
    turn = briefing.canonical.turns.first()
    assert turn is not None
    return turn


def made() -> tuple[Briefing, Turn]:
    briefing = make_briefing([("Harbour Daily", "When?\nAnd where?", "Ada Lin", "At noon.")])
    return briefing, first_turn(briefing)


def test_it_leads_to_the_turn_in_its_place(client: Client) -> None:
    briefing, turn = made()
    response = client.get(f"/t/{turn.key}/")
    assert response.status_code == 302
    assert response["Location"] == f"{briefing.get_absolute_url()}#t-{turn.key}"


def test_it_takes_the_words_and_the_paragraph_along(client: Client) -> None:
    briefing, turn = made()
    response = client.get(f"/t/{turn.key}/", {"q": '"and where" & more', "p": "2"})
    expected = f"{briefing.get_absolute_url()}?mark=%22and+where%22+%26+more#t-{turn.key}-2"
    assert response["Location"] == expected


@pytest.mark.parametrize("paragraph", ["0", "3", "-1", "x", "²", "9" * 40])
def test_a_paragraph_that_is_not_there_leads_to_the_turn(client: Client, paragraph: str) -> None:
    _, turn = made()
    location = client.get(f"/t/{turn.key}/", {"p": paragraph})["Location"]
    assert location.endswith(f"#t-{turn.key}")


def test_a_turn_of_another_version_is_shown_in_that_version(client: Client) -> None:
    briefing, _ = made()
    version = make_version(briefing, Relation.COPY)
    turn = version.turns.get(kind=Kind.QUESTION)
    location = client.get(f"/t/{turn.key}/")["Location"]
    assert location == f"{briefing.get_absolute_url()}versions/{version.pk}/#t-{turn.key}"


def test_a_replaced_key_leads_on(client: Client) -> None:
    _, turn = made()
    TurnRedirect.objects.create(key="gone", turn=turn)
    TurnRedirect.objects.create(key="gone", paragraph=4, turn=turn, to_paragraph=2)
    assert client.get("/t/gone/")["Location"].endswith(f"#t-{turn.key}")
    assert client.get("/t/gone/?p=4")["Location"].endswith(f"#t-{turn.key}-2")
    assert client.get("/t/gone/?p=1")["Location"].endswith(f"#t-{turn.key}-1")


def test_a_paragraph_that_moved_leads_on_though_the_key_stayed(client: Client) -> None:
    briefing, turn = made()
    later = briefing.canonical.turns.last()
    TurnRedirect.objects.create(key=turn.key, paragraph=3, turn=later, to_paragraph=1)
    assert client.get(f"/t/{turn.key}/?p=3")["Location"].endswith(f"#t-{later.key}-1")
    assert client.get(f"/t/{turn.key}/?p=2")["Location"].endswith(f"#t-{turn.key}-2")


def test_an_unknown_key_is_not_found(client: Client) -> None:
    assert client.get("/t/nothing/").status_code == 404


def test_a_draft_stays_closed(client: Client) -> None:
    briefing = make_briefing(
        [("Harbour Daily", "When?", "Ada Lin", "At noon.")], status=Briefing.Status.DRAFT
    )
    assert client.get(f"/t/{first_turn(briefing).key}/").status_code == 404
