"""The citation pages: every style to copy, every format to download, for turns and searches."""

import io
import json
from datetime import date

import pytest
import rispy
from django.test import Client
from pybtex.database import parse_string

from briefings.exports.citation import content_hash
from briefings.models import Briefing, Kind, Turn, TurnRedirect
from tests.builders import make_briefing

pytestmark = pytest.mark.django_db
EXCHANGE = ("Harbour Daily", "Is the quay open?", "Ada Lin", "The quay is open.\nSince <May>.")


@pytest.fixture
def answer() -> Turn:
    """Return an answer of two paragraphs."""
    return make_briefing([EXCHANGE], place="Port Elm").canonical.turns.get(kind=Kind.ANSWER)


def test_it_shows_every_style_with_the_permalink_and_the_hash(client: Client, answer: Turn) -> None:
    page = client.get(f"/t/{answer.key}/cite/")
    assert page.status_code == 200
    for text in ("Ada Lin. Answer to Harbour Daily. “Briefing on harbours.”", "@misc{", "TY  - "):
        assert text in page.content.decode()
    citation = page.context["citation"]
    assert citation.permalink == f"http://testserver/t/{answer.key}/"
    assert citation.sha256 == content_hash(answer.text)
    assert citation.read == date.today()
    assert "Since &lt;May&gt;." in page.content.decode()


def test_the_permalink_of_a_paragraph_leads_to_it(client: Client, answer: Turn) -> None:
    citation = client.get(f"/t/{answer.key}/cite/?p=2").context["citation"]
    assert citation.text == "Since <May>."
    assert citation.sha256 == content_hash("Since <May>.")
    place = client.get(citation.permalink)
    assert place["Location"].endswith(f"#t-{answer.key}-2")


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("json", "application/vnd.citationstyles.csl+json; charset=utf-8"),
    ],
)
def test_each_format_is_a_file(
    client: Client, answer: Turn, suffix: str, content_type: str
) -> None:
    response = client.get(f"/t/{answer.key}/cite.{suffix}?p=1")
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == (
        f'attachment; filename="turn-{answer.key}-1.{suffix}"'
    )
    text = response.content.decode()
    permalink = f"http://testserver/t/{answer.key}/?p=1"
    if suffix == "bib":
        (entry,) = parse_string(text, "bibtex").entries.values()
        assert entry.fields["url"] == permalink
    elif suffix == "ris":
        assert rispy.load(io.StringIO(text))[0]["urls"] == [permalink]
    else:
        assert json.loads(text)[0]["URL"] == permalink


def test_a_replaced_key_cites_the_turn_it_became(client: Client, answer: Turn) -> None:
    TurnRedirect.objects.create(key="bbbbbbbbbb", turn=answer)
    citation = client.get("/t/bbbbbbbbbb/cite/").context["citation"]
    assert citation.permalink == f"http://testserver/t/{answer.key}/"


def test_what_is_not_there_is_not_cited(client: Client, answer: Turn) -> None:
    for address in ("/t/nothing/cite/", f"/t/{answer.key}/cite/?p=3", f"/t/{answer.key}/cite.exe"):
        assert client.get(address).status_code == 404
    Briefing.objects.update(status=Briefing.Status.DRAFT)
    assert client.get(f"/t/{answer.key}/cite/").status_code == 404


def test_a_search_is_cited_with_its_total_and_address(client: Client, answer: Turn) -> None:
    page = client.get("/search/cite/?q=quay&kind=answer&page=7")
    text = page.context["text"]
    assert "Search for “quay”. 1 turn found on " in text
    assert text.endswith("http://testserver/search/?q=quay&kind=answer")
    assert client.get(text.rpartition(" ")[2]).context["result"].total == 1


def test_the_turn_menu_leads_to_the_citation(client: Client, answer: Turn) -> None:
    page = client.get(answer.transcript.briefing.get_absolute_url())
    assert f'href="/t/{answer.key}/cite/"' in page.content.decode()


def test_it_rejects_post(client: Client, answer: Turn) -> None:
    for address in (f"/t/{answer.key}/cite/", f"/t/{answer.key}/cite.bib", "/search/cite/"):
        assert client.post(address).status_code == 405
