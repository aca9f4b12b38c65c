"""The quote check: what was said, what was not, and nothing that can be pasted breaks it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from archive import gunicorn
from briefings.models import Briefing, Kind, Turn
from briefings.views.quotations import QUOTE_LENGTH
from tests.builders import make_briefing, make_transcript, make_turn

pytestmark = pytest.mark.django_db
SAID = "By the end of June, some 1,425,000 base stations were built across the harbour towns."


@pytest.fixture
def answer() -> Turn:
    """Return an answer whose second paragraph says the sentence."""
    briefing = make_briefing(
        [("Bay Post", "How many masts?", "Ada Lin", f"Thank you.\nI can say: {SAID} More is come.")]
    )
    return briefing.canonical.turns.get(kind=Kind.ANSWER)


def check(client: Client, text: str) -> BeautifulSoup:
    """Return the page for a pasted text."""
    response = client.get("/quote/", {"q": text})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verdict(page: BeautifulSoup) -> str:
    """Return what the page says of the text."""
    heading = page.select_one("#verdict")
    assert isinstance(heading, Tag)
    return heading.get_text(" ", strip=True)


def test_it_asks_for_a_sentence(client: Client) -> None:
    page = check(client, "")
    assert page.select_one("form[action='/quote/'] textarea[name=q]")
    assert page.select_one("#verdict") is None


def test_what_was_said_is_shown_in_its_place_with_who_to_whom_and_when(
    client: Client, answer: Turn
) -> None:
    page = check(client, SAID.upper())
    assert verdict(page) == "This was said, word for word."
    (hit,) = page.select(".hit")
    for text in ("Ada Lin", "Bay Post", "How many masts?", "Briefing on harbours", "July 19, 2022"):
        assert text in hit.text
    assert hit.select("del, ins") == []
    assert hit.select_one("blockquote mark").text == SAID.rstrip(".")
    assert "More is come." in hit.select_one("blockquote").text
    links = [link["href"] for link in hit.select("a")]
    assert f"/t/{answer.key}/?p=2" in links
    assert f"/t/{answer.key}/cite/?p=2" in links
    assert client.get(f"/t/{answer.key}/?p=2")["Location"].endswith(f"#t-{answer.key}-2")
    assert client.get(f"/t/{answer.key}/cite/?p=2").status_code == 200


def test_what_differs_is_marked_and_told_to_screen_readers(client: Client, answer: Turn) -> None:
    page = check(
        client, "By the end of July, 1,425,000 new base stations were built across the towns"
    )
    assert verdict(page).startswith("Nobody said it in just these words.")
    (hit,) = page.select(".hit")
    assert [one.get_text() for one in hit.select("del")] == ["not said: July", "not said: new"]
    assert [one.get_text() for one in hit.select("ins")] == ["said: June, some", "said: harbour"]
    # 12 words are the same, of 14 pasted and 15 said
    assert "83 % of the words" in hit.text
    for unseen in hit.select(".compared .unseen"):
        unseen.decompose()
    assert hit.select_one(".compared").text == (
        "By the end of July June, some 1,425,000 new base stations were built across the"
        " harbour towns"
    )


def test_it_is_said_plainly_when_nothing_is_close(client: Client, answer: Turn) -> None:
    page = check(client, "Nobody here spoke of zeppelins or of unicorns & <b>")
    assert verdict(page).startswith("Nothing close to this was said")
    (link,) = page.select(".verdict a")
    assert client.get(str(link["href"])).status_code == 200


def test_another_version_leads_to_the_canonical_turn(client: Client, answer: Turn) -> None:
    briefing = answer.transcript.briefing
    other = make_transcript(briefing, relation="translation")
    text = "Up to late June the port cities had put up one million masts for mobile service."
    turn = make_turn(other, "answer", text, aligned=answer)
    (hit,) = check(client, text).select(".hit")
    links = [link["href"] for link in hit.select("a")]
    assert f"/t/{turn.key}/?p=1" in links
    assert f"/t/{answer.key}/" in links
    assert f"/briefings/{briefing.slug}/versions/{other.pk}/" in links
    assert "translation" in hit.select_one(".where").text


def test_a_chinese_sentence_is_compared_character_by_character(client: Client) -> None:
    make_briefing(remarks=[("Ada Lin", "谢谢。截至六月底，全国建成5G基站一百四十二万个。")])
    (hit,) = check(client, "全国建成5G基站一百三十二万个").select(".hit")
    assert [one.get_text() for one in hit.select("del")] == ["not said: 三"]
    assert [one.get_text() for one in hit.select("ins")] == ["said: 四"]
    for unseen in hit.select(".compared .unseen"):
        unseen.decompose()
    assert hit.select_one(".compared").text == "全国建成5G基站一百三四十二万个"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("…!? — “”", "There is no word in this text to look for."),
        ("\x00", ""),
        ("   \r\n ", ""),
        ("zeppelins\x00 and unicorns", "Nothing close to this was said"),
        ("没有人说过飞艇", "Nothing close to this was said"),
        ("word " * 20_000, "Nothing close to this was said"),
        ("字" * 33_000, "Nothing close to this was said"),
        ('"((NOT <script>', "Nothing close to this was said"),
    ],
    ids=[
        "punctuation",
        "NUL",
        "blank",
        "NUL within",
        "Chinese",
        "100 kB",
        "100 kB Chinese",
        "syntax",
    ],
)
def test_nothing_pasted_breaks_it(client: Client, answer: Turn, text: str, says: str) -> None:
    page = check(client, text)
    assert (verdict(page) if page.select_one("#verdict") else "").startswith(says)
    assert bool(page.select_one("#verdict")) == bool(says)
    cut = len(text.strip()) > QUOTE_LENGTH
    assert (f"Only the first {QUOTE_LENGTH} characters" in page.text) == cut
    assert len(page.select_one("textarea").text.strip()) <= QUOTE_LENGTH
    assert "<script>" not in page.select_one("main").decode().replace("&lt;script&gt;", "")


def test_the_longest_text_the_box_takes_fits_into_an_address() -> None:
    longest = len(f"GET /quote/?q={'字' * QUOTE_LENGTH} HTTP/1.1".encode()) * 3
    assert longest < gunicorn.limit_request_line


def test_a_draft_is_not_quoted(client: Client, answer: Turn) -> None:
    Briefing.objects.update(status=Briefing.Status.DRAFT)
    assert verdict(check(client, SAID)).startswith("Nothing close")


def test_its_queries_do_not_grow_with_what_is_found(
    client: Client, answer: Turn, django_assert_max_num_queries: Any
) -> None:
    for day in range(3):
        make_briefing(remarks=[("Bo Ek", f"{day} {SAID}")])
    with django_assert_max_num_queries(12):
        assert len(check(client, SAID).select(".hit")) == 3


def test_it_is_found_from_the_search(client: Client, answer: Turn) -> None:
    page = BeautifulSoup(client.get("/search/?q=base+stations").content, "html.parser")
    assert page.select_one("main a[href='/quote/?q=base%20stations']")
    assert client.post("/quote/").status_code == 405
