"""What machines ask first: sitemap, robots.txt, OpenSearch, Open Graph."""

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from lxml import etree

from briefings.models import Briefing
from tests.builders import make_briefing

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def locations(client: Client, address: str) -> list[str]:
    """Return the paths that a sitemap lists."""
    root = etree.fromstring(client.get(address).content)
    return [urlsplit(one.text).path for one in root.iter(f"{SITEMAP}loc")]


def test_the_sitemap_leads_to_every_page_and_every_page_is_there(client: Client) -> None:
    briefing = make_briefing([("Harbour Daily", "Quay?", "Ada Lin", "Quay.")])
    make_briefing(title="Secret", status=Briefing.Status.DRAFT)
    pages = [
        page for section in locations(client, "/sitemap.xml") for page in locations(client, section)
    ]
    assert briefing.get_absolute_url() in pages
    assert {"/", "/speakers/ada-lin/", "/outlets/harbour-daily/", "/plots/"} <= set(pages)
    assert not any("secret" in page for page in pages)
    for page in pages:
        assert client.get(page).status_code == 200, page


def test_the_sitemap_dates_a_briefing_by_its_last_change(client: Client) -> None:
    briefing = make_briefing()
    briefing.canonical.save()
    root = etree.fromstring(client.get("/sitemap-briefings.xml").content)
    assert root.findtext(f".//{SITEMAP}lastmod") == f"{briefing.canonical.updated:%Y-%m-%d}"


def test_robots_may_read_pages_but_not_every_combination_of_filters(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text.splitlines()
    refused = [
        re.escape(line.removeprefix("Disallow: ")).replace(r"\*", ".*")
        for line in text.splitlines()
        if line.startswith("Disallow: ")
    ]

    def is_refused(address: str) -> bool:
        return any(re.match(rule, address) for rule in refused)

    for address in ("/", "/briefings/x/", "/speakers/ada/", "/search/?q=quay", "/search/help/"):
        assert not is_refused(address), address
    for address in ("/search/?q=quay&speaker=1", "/search.csv?q=quay", "/admin/", "/t/x/cite/"):
        assert is_refused(address), address


def test_a_browser_can_add_the_archive_as_a_search_engine(client: Client) -> None:
    link = BeautifulSoup(client.get("/").content, "html.parser").select_one("link[rel=search]")
    response = client.get(link["href"])
    assert response["Content-Type"].startswith(link["type"])
    root = etree.fromstring(response.content)
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{OPENSEARCH}ShortName")) <= 16
    assert 0 < len(root.findtext(f"{OPENSEARCH}Description")) <= 1024
    for address in root.iter(f"{OPENSEARCH}Url"):
        asked = address.get("template").replace("{searchTerms}", "quay")
        assert client.get(asked).status_code == 200


def test_a_shared_briefing_shows_its_title_and_address(client: Client) -> None:
    briefing = make_briefing(title='Quays & "tides"', place="Port Elm")
    soup = BeautifulSoup(client.get(briefing.get_absolute_url()).content, "html.parser")
    shown = {one["property"]: one["content"] for one in soup.select("meta[property^='og:']")}
    assert shown["og:title"] == 'Quays & "tides"'
    assert shown["og:url"] == f"http://testserver{briefing.get_absolute_url()}"
    assert shown["og:type"] == "article"


def test_pages_name_their_feeds(client: Client) -> None:
    make_briefing([("Harbour Daily", "Quay?", "Ada Lin", "Quay.")])
    for page in ("/", "/speakers/ada-lin/", "/outlets/harbour-daily/", "/search/?q=quay"):
        soup = BeautifulSoup(client.get(page).content, "html.parser")
        feeds = [one["href"] for one in soup.select("link[type='application/atom+xml']")]
        assert len(feeds) == (1 if page == "/" else 2)
        for feed in feeds:
            assert client.get(feed)["Content-Type"].startswith("application/atom+xml")
