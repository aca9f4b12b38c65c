"""Taking documents in: a file, pasted text, an archive; what comes of it is shown."""

import io
import zipfile

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from briefings.models import (
    Briefing,
    Kind,
    SourceDocument,
    Transcript,
)
from tests.admin.desk import UPLOAD, WHOLE, bring, page_of, text_of
from tests.documents import document, first_page

pytestmark = pytest.mark.django_db


def test_it_says_what_readers_do_not_see_yet_and_leads_to_showing_it(editor: Client) -> None:
    sent = {"text": "It rained on the piers.\n\nThe ferry was late again.\n"}
    page = text_of(editor.post(reverse(UPLOAD), sent, follow=True))
    assert "No label in the document says who speaks. Readers do not see it" in page
    (briefing,) = Briefing.objects.all()
    assert page_of(briefing) in page
    transcript = briefing.transcripts.get()
    assert page_of(transcript, "publish") in page
    page = text_of(editor.post(page_of(transcript, "publish"), follow=True))
    assert "Readers see the briefing now." in page
    assert "Readers do not see it" not in page
    assert editor.get(briefing.get_absolute_url()).status_code == 200


def test_it_takes_a_file_in_and_shows_what_was_found(editor: Client) -> None:
    file = SimpleUploadedFile("northern.txt", WHOLE.encode())
    address = "https://press.example/northern"
    sent = {"file": file, "source_url": address}
    response = editor.post(reverse(UPLOAD), sent, follow=True)
    page = text_of(response)
    for found in (
        "Briefing on the northern works",
        "March 3, 2023",
        "Ada Lindqvist",
        "3 exchanges",
    ):
        assert found in page
    kept = SourceDocument.objects.get()
    assert (kept.name, kept.source_url) == ("northern.txt", address)
    assert kept.received_by.username == "edith"


def test_it_takes_pasted_text_in(editor: Client) -> None:
    editor.post(reverse(UPLOAD), {"text": WHOLE})
    assert Transcript.objects.get().turns.filter(kind=Kind.QUESTION).count() == 3


def test_it_shows_the_relation_in_words_and_the_other_document(editor: Client) -> None:
    bring()
    file = SimpleUploadedFile("page.txt", first_page(WHOLE, 0.7).encode())
    page = text_of(editor.post(reverse(UPLOAD), {"file": file}, follow=True))
    assert "northern.txt" in page
    (reason, *_) = Transcript.objects.get(document__name="page.txt").relation_evidence["reasons"]
    assert reason in page


def test_it_says_when_the_file_was_there_already(editor: Client) -> None:
    bring()
    file = SimpleUploadedFile("again.txt", WHOLE.encode())
    page = text_of(editor.post(reverse(UPLOAD), {"file": file}, follow=True))
    assert "there already; nothing changed" in page
    assert SourceDocument.objects.count() == 1


def test_it_takes_in_an_archive_and_tells_of_each_document(editor: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("northern.txt", WHOLE)
        archive.writestr("southern.txt", document("southern"))
        archive.writestr("empty.txt", "")
    file = SimpleUploadedFile("desk.zip", packed.getvalue())
    page = text_of(editor.post(reverse(UPLOAD), {"file": file}))
    assert "northern.txt" in page
    assert "southern.txt" in page
    assert "empty.txt is empty" in page
    assert SourceDocument.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(4000), "bad.txt"),
        (b"Two apples\n\nBread\n", "nobody speaks in it"),
        (b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>", "bad.txt"),
        (b"x" * (50 * 1024 * 1024), "files up to 20 MB"),
    ],
    ids=["empty", "program", "no turns", "error page", "50 MB"],
)
def test_it_says_what_is_wrong_with_a_bad_file(editor: Client, content: bytes, says: str) -> None:
    file = SimpleUploadedFile("bad.txt", content)
    response = editor.post(reverse(UPLOAD), {"file": file})
    assert response.status_code == 200
    assert says in text_of(response)
    assert not SourceDocument.objects.exists()
    assert not Briefing.objects.exists()
    good = SimpleUploadedFile("northern.txt", WHOLE.encode())
    assert editor.post(reverse(UPLOAD), {"file": good}).status_code == 302


def test_a_refused_text_stands_in_the_box_again(
    editor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("WARNING", "briefings.admin.documents"):
        page = text_of(editor.post(reverse(UPLOAD), {"text": "Two apples\n\nBread\n"}))
    assert "Nothing was kept of what is named below." in page
    assert "Two apples" in page
    assert "Refused, sent by edith: pasted.txt" in caplog.text


def test_it_asks_for_a_file_or_a_text_and_not_both(editor: Client) -> None:
    page = text_of(editor.post(reverse(UPLOAD), {}))
    assert "paste a text" in page
    assert "Nothing was kept" not in page
    both = {"file": SimpleUploadedFile("a.txt", b"A"), "text": "B"}
    assert "not both" in text_of(editor.post(reverse(UPLOAD), both))


def test_only_who_may_takes_documents_in(client: Client) -> None:
    client.force_login(User.objects.create_user("guest", password="x", is_staff=True))
    assert client.get(reverse(UPLOAD)).status_code == 403
    assert client.post(reverse(UPLOAD), {"text": WHOLE}).status_code == 403
    client.logout()
    assert client.get(reverse(UPLOAD)).status_code == 302
    assert not SourceDocument.objects.exists()
