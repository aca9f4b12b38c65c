"""Old slugs lead to the very page that was asked for, under the slug in force."""

import pytest
from django.test import Client

from briefings.models import Briefing, OldSlug, Outlet, Speaker
from tests.builders import make_briefing

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> Briefing:
    """Return a briefing whose slug, speaker's slug and outlet's slug were others once."""
    briefing = make_briefing([("Harbour Daily", "Open?", "Ada Lin", "Yes.")])
    for target, row in (
        (OldSlug.Target.BRIEFING, briefing),
        (OldSlug.Target.SPEAKER, Speaker.objects.get()),
        (OldSlug.Target.OUTLET, Outlet.objects.get()),
    ):
        OldSlug.objects.create(target=target, slug="once", target_id=row.pk)
    return briefing


@pytest.mark.parametrize(
    "address",
    [
        "/briefings/{}.json",
        "/briefings/{}/words/",
        "/briefings/{}/words.csv?x=1",
        "/speakers/{}.atom",
        "/speakers/{}/words/",
        "/speakers/{}/words.csv",
        "/outlets/{}.atom",
    ],
)
def test_an_old_address_leads_to_the_same_page(
    client: Client, archive: Briefing, address: str
) -> None:
    slug = {
        "briefings": archive.slug,
        "speakers": "ada-lin",
        "outlets": "harbour-daily",
    }[address.split("/")[1]]
    response = client.get(address.format("once"))
    assert (response.status_code, response["Location"]) == (301, address.format(slug))
    assert client.get(response["Location"]).status_code == 200
    assert client.get(address.format("never")).status_code == 404


def test_a_withdrawn_briefing_leads_nowhere(client: Client, archive: Briefing) -> None:
    Briefing.objects.update(status=Briefing.Status.DRAFT)
    assert client.get("/briefings/once.json").status_code == 404
    OldSlug.objects.create(target=OldSlug.Target.BRIEFING, slug=archive.slug, target_id=archive.pk)
    assert client.get(f"/briefings/{archive.slug}.json").status_code == 404
