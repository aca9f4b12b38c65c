"""Feeds: valid Atom, ids that last, 304 where nothing has changed, the right dates."""

from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from lxml import etree

from briefings.feeds import FEED_ENTRIES
from briefings.ingest.merging import merge
from briefings.models import Briefing, IndexChange, Transcript
from tests.builders import make_briefing, make_outlet, make_speaker

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = (
    "/feed.atom",
    "/speakers/ada-lin.atom",
    "/outlets/harbour-daily.atom",
    "/search.atom?q=quay",
)


@pytest.fixture
def quay() -> Briefing:
    """Return a briefing with one exchange about a quay."""
    return make_briefing([("Harbour Daily", "Is the quay open?", "Ada Lin", "The quay is open.")])


def entries(client: Client, address: str) -> list[feedparser.FeedParserDict]:
    """Return a feed's entries."""
    found: list[feedparser.FeedParserDict] = feedparser.parse(client.get(address).content).entries
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_well_formed_and_has_what_rfc_4287_asks_for(
    client: Client, quay: Briefing, address: str
) -> None:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not feedparser.parse(response.content).bozo
    feed = etree.fromstring(response.content)
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text
        when = datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "")
        assert when.tzinfo is not None
        alternates = [link.get("href") for link in element.findall(f"{ATOM}link[@rel='alternate']")]
        assert len(alternates) == 1
        assert alternates[0].startswith("http://testserver/")
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"http://testserver{address}"
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) > 1
    assert all(one.startswith("tag:") for one in ids)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_changed_is_answered_304(client: Client, quay: Briefing, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get(address, headers={"If-Modified-Since": first["Last-Modified"]})
    assert since.status_code == 304


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_new_briefing_changes_the_feed(client: Client, quay: Briefing, address: str) -> None:
    etag = client.get(address)["ETag"]
    make_briefing([("Harbour Daily", "And the other quay?", "Ada Lin", "That quay too.")])
    again = client.get(address, headers={"If-None-Match": etag})
    assert again.status_code == 200
    assert again["ETag"] != etag


@pytest.mark.django_db(transaction=True)
def test_a_merge_of_names_changes_the_feeds_though_no_document_came(
    client: Client, quay: Briefing
) -> None:
    make_briefing([("Harbor Daily", "And the other quay?", "Ada Lin", "That quay too.")])
    etag = client.get("/outlets/harbour-daily.atom")["ETag"]
    merge(make_outlet("Harbour Daily"), make_outlet("Harbor Daily"))
    IndexChange.objects.all().delete()
    again = client.get("/outlets/harbour-daily.atom", headers={"If-None-Match": etag})
    assert again.status_code == 200
    assert again.content.count(b"<entry>") == 2


def test_a_withdrawn_briefing_changes_the_feed(client: Client, quay: Briefing) -> None:
    other = make_briefing(title="Briefing on gulls")
    etag = client.get("/feed.atom")["ETag"]
    Briefing.objects.filter(pk=other.pk).update(status=Briefing.Status.DRAFT)
    response = client.get("/feed.atom", headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert b"gulls" not in response.content


def test_while_the_index_is_behind_the_feed_is_not_taken_for_settled(
    client: Client, quay: Briefing
) -> None:
    IndexChange.objects.all().delete()
    settled = client.get("/search.atom?q=quay")
    IndexChange.objects.create(briefing_id=quay.pk)
    behind = client.get("/search.atom?q=quay", headers={"If-None-Match": settled["ETag"]})
    assert behind.status_code == 200
    assert "Last-Modified" not in behind


def test_ids_outlive_a_new_title_and_address(client: Client, quay: Briefing) -> None:
    before = [entry.id for entry in entries(client, "/feed.atom")]
    quay.slug, quay.title = "2022-07-19-elsewhere", "Renamed"
    quay.save()
    after = entries(client, "/feed.atom")
    assert [entry.id for entry in after] == before
    assert after[0].title == "Renamed"
    assert after[0].link.endswith("/briefings/2022-07-19-elsewhere/")


def test_an_entry_is_dated_by_its_arrival_and_its_last_change(
    client: Client, quay: Briefing
) -> None:
    came = timezone.now() - timedelta(days=400)
    changed = timezone.now() - timedelta(days=3)
    Briefing.objects.update(created=came, updated=came)
    Transcript.objects.update(created=came, updated=changed)
    for address in ADDRESSES:
        entry = entries(client, address)[0]
        assert entry.published_parsed[:6] == came.utctimetuple()[:6]
        assert entry.updated_parsed[:6] == changed.utctimetuple()[:6]
        feed = feedparser.parse(client.get(address).content).feed
        assert feed.updated_parsed[:6] == changed.utctimetuple()[:6]


def test_an_empty_feed_was_not_updated_just_now(client: Client) -> None:
    make_speaker("Ada Lin")
    feed = feedparser.parse(client.get("/speakers/ada-lin.atom").content)
    assert feed.entries == []
    assert feed.feed.updated_parsed[:6] == datetime(1970, 1, 1, tzinfo=UTC).utctimetuple()[:6]


def test_an_answer_stands_with_its_question_and_outlet(client: Client, quay: Briefing) -> None:
    (entry,) = entries(client, "/speakers/ada-lin.atom")
    assert "Harbour Daily" in entry.summary
    assert "Is the quay open?" in entry.summary
    assert "The quay is open." in entry.summary
    (question,) = entries(client, "/outlets/harbour-daily.atom")
    assert "Is the quay open?" in question.summary
    assert "Ada Lin" in question.summary


def test_a_search_feeds_its_hits_and_nothing_else(client: Client, quay: Briefing) -> None:
    make_briefing([("Harbour Daily", "And gulls?", "Ada Lin", "Many gulls.")])
    texts = [entry.summary for entry in entries(client, "/search.atom?q=gulls")]
    assert len(texts) == 2
    assert all("gulls" in text for text in texts)


def test_markup_and_control_characters_in_a_transcript_stay_text(client: Client) -> None:
    make_briefing(
        [("Harbour Daily", "<script>alert(1)</script>\x0c?", "Ada Lin", "A & B \x01 < C")],
        title="Quays <b>bold</b> \x02 & tides",
    )
    for address in ("/feed.atom", "/speakers/ada-lin.atom", "/outlets/harbour-daily.atom"):
        content = client.get(address).content
        assert not feedparser.parse(content).bozo
        (entry,) = feedparser.parse(content, sanitize_html=False).entries
        assert "<script>" not in entry.summary
        # A title is plain text in Atom: what looks like markup is printed.
        assert entry.title_detail.type == "text/plain"
        assert entry.title.endswith("Quays <b>bold</b> & tides")


def test_drafts_are_not_fed(client: Client) -> None:
    make_briefing([("Harbour Daily", "Quay?", "Ada Lin", "Quay.")], status=Briefing.Status.DRAFT)
    for address in ADDRESSES:
        assert entries(client, address) == []


def test_it_holds_the_latest_in_a_fixed_number_of_queries(
    client: Client, django_assert_max_num_queries
) -> None:
    for number in range(FEED_ENTRIES + 3):
        make_briefing(
            [("Harbour Daily", f"Quay {number}?", "Ada Lin", f"Quay {number}.")],
            day=date(2000, 1, 1) + timedelta(days=number),
        )
    for address in ADDRESSES[:3]:
        with django_assert_max_num_queries(7):
            assert len(entries(client, address)) == FEED_ENTRIES
    assert len(entries(client, "/search.atom?q=quay")) == FEED_ENTRIES


@pytest.mark.parametrize("address", ["/speakers/nobody.atom", "/outlets/nothing.atom"])
def test_nobody_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_it_rejects_post(client: Client) -> None:
    make_outlet("Harbour Daily")
    assert client.post("/outlets/harbour-daily.atom").status_code == 405
