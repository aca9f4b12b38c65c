"""The pages that explain, the health check, the errors, and how a browser shows the archive."""

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from briefings.ingest import ingest
from briefings.search.language import understand
from briefings.views.pages import EXAMPLES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/about/", "/search/help/"])
def test_it_explains(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


@pytest.fixture(scope="module")
def seeds(django_db_setup: None, django_db_blocker: object) -> object:
    """The five seed documents, taken in."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        point = transaction.atomic()
        point.__enter__()
        paths = sorted((settings.BASE_DIR / "seeds").glob("*.txt"))
        assert len(paths) == 5
        for path in paths:
            ingest(path.read_bytes(), path.name, index=False)
        yield
        transaction.set_rollback(True)
        point.__exit__(None, None, None)


@pytest.mark.parametrize("query", [query for query, _ in EXAMPLES])
def test_each_example_of_the_help_page_finds_something(
    client: Client, seeds: object, query: str
) -> None:
    result = client.get("/search/", {"q": query}).context["result"]
    assert result.total > 0
    assert understand(query).notices == ()


def test_the_health_check_is_plain(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain"
    assert response.content == b"database: ok\n"
    assert not response.cookies


def test_the_health_check_fails_when_the_database_does(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE briefings_briefing RENAME TO elsewhere")
    response = client.get("/healthz")
    assert response.status_code == 503
    assert b"unreachable" in response.content


def test_a_page_that_is_not_there_offers_the_search(client: Client) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    page = response.content.decode()
    assert "There is no such page" in page
    assert 'role="search"' in page


def test_the_colours_are_remembered(client: Client) -> None:
    assert 'data-theme="auto"' in client.get("/").content.decode()
    response = client.post("/preferences/theme/", {"theme": "dark", "next": "/speakers/"})
    assert response["Location"] == "/speakers/"
    assert 'data-theme="dark"' in client.get("/").content.decode()


def test_only_known_colours_are_taken(client: Client) -> None:
    client.post("/preferences/theme/", {"theme": '"><script>'})
    client.cookies["theme"] = '"><script>'
    assert 'data-theme="auto"' in client.get("/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_choice_never_leads_elsewhere(client: Client, elsewhere: str) -> None:
    for name, value in (("theme", "dark"), ("language", "en")):
        response = client.post(f"/preferences/{name}/", {name: value, "next": elsewhere})
        assert response["Location"] == "/"


def test_choices_are_not_made_by_a_link(client: Client) -> None:
    assert client.get("/preferences/theme/?theme=dark").status_code == 405


def test_reading_sets_no_cookie(client: Client) -> None:
    for address in ("/", "/speakers/", "/search/?q=ferry", "/about/"):
        assert not client.get(address).cookies


def test_no_page_needs_anything_inline_or_from_elsewhere(client: Client) -> None:
    for address in ("/", "/speakers/", "/search/?q=ferry", "/about/", "/no/such/page/"):
        page = client.get(address).content.decode()
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert 'src="http' not in page
        assert "<script>" not in page
