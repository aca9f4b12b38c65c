"""The download of an original."""

import pytest
from django.test import Client
from django.urls import reverse

from briefings.models import Briefing

from .builders import make_briefing, make_document

pytestmark = pytest.mark.django_db


def test_it_sends_the_bytes_as_a_file_that_no_browser_opens(client: Client) -> None:
    briefing = make_briefing()
    assert briefing.canonical is not None
    document = briefing.canonical.document
    document.content = b"<script>alert(1)</script>\xff"
    document.name = "harbour 港口.html"
    document.media_type = "text/html"
    document.save()
    response = client.get(reverse("briefings:document", args=[document.pk]))
    assert response.content == b"<script>alert(1)</script>\xff"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("attachment;")
    assert "%E6%B8%AF%E5%8F%A3" in response["Content-Disposition"]


def test_a_document_of_no_published_briefing_is_not_found(client: Client) -> None:
    draft = make_briefing(status=Briefing.Status.DRAFT)
    assert draft.canonical is not None
    for pk in (draft.canonical.document_id, make_document().pk, 10**9):
        assert client.get(reverse("briefings:document", args=[pk])).status_code == 404


def test_who_has_a_document_already_is_told_so(client: Client) -> None:
    transcript = make_briefing().canonical
    assert transcript
    address = reverse("briefings:document", args=[transcript.document_id])
    etag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_an_editor_may_have_any_document(admin_client: Client) -> None:
    pk = make_document(b"alone").pk
    assert admin_client.get(reverse("briefings:document", args=[pk])).content == b"alone"
