"""The editor's desk: what an editor sees and does."""

import io
import zipfile
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefings.editors import NAME
from briefings.ingest import ingest
from briefings.models import (
    Attribution,
    Briefing,
    Decision,
    Kind,
    Merge,
    Outlet,
    Proposal,
    Relation,
    SourceDocument,
    Speaker,
    Transcript,
    Turn,
)
from tests.documents import document, first_page

pytestmark = pytest.mark.django_db

WHOLE = document("northern")
UPLOAD = "admin:briefings_sourcedocument_add"


@pytest.fixture
def editor(client: Client) -> Client:
    """Return a client logged in as somebody of the editors' group, who is no superuser."""
    user = User.objects.create_user("edith", password="x", is_staff=True)
    user.groups.add(Group.objects.get(name=NAME))
    client.force_login(user)
    return client


def bring(text: str = WHOLE, name: str = "northern.txt") -> Transcript:
    return ingest(text.encode(), name).transcript


def page_of(row: Any, part: str = "change") -> str:
    """Return the address of a row's admin page, or of a button on it."""
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{part}", args=[row.pk])


def text_of(response: Any) -> str:
    return str(response.content.decode())


# Taking documents in


def test_it_says_what_readers_do_not_see_yet_and_leads_to_showing_it(editor: Client) -> None:
    sent = {"text": "It rained on the piers.\n\nThe ferry was late again.\n"}
    page = text_of(editor.post(reverse(UPLOAD), sent, follow=True))
    assert "No label in the document says who speaks. Readers do not see it" in page
    (briefing,) = Briefing.objects.all()
    assert page_of(briefing) in page
    editor.post(page_of(briefing), {"status": "published"})
    page = text_of(editor.get(page_of(briefing.transcripts.get())))
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


def test_it_asks_for_a_file_or_a_text_and_not_both(editor: Client) -> None:
    assert "paste a text" in text_of(editor.post(reverse(UPLOAD), {}))
    both = {"file": SimpleUploadedFile("a.txt", b"A"), "text": "B"}
    assert "not both" in text_of(editor.post(reverse(UPLOAD), both))


def test_only_who_may_takes_documents_in(client: Client) -> None:
    client.force_login(User.objects.create_user("guest", password="x", is_staff=True))
    assert client.get(reverse(UPLOAD)).status_code == 403
    assert client.post(reverse(UPLOAD), {"text": WHOLE}).status_code == 403
    client.logout()
    assert client.get(reverse(UPLOAD)).status_code == 302
    assert not SourceDocument.objects.exists()


# Looking up


def test_every_kind_of_row_can_be_looked_up(editor: Client) -> None:
    bring()
    models = [
        model for model in apps.get_app_config("briefings").get_models() if not model._meta.proxy
    ]
    for model in models:
        assert model in admin.site._registry, model
        meta = model._meta
        changelist = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        assert editor.get(changelist, {"q": "harbour"}).status_code == 200, model
        for row in model._default_manager.all()[:1]:
            assert editor.get(page_of(row)).status_code == 200, model


@pytest.mark.parametrize(
    "model", ["turn", "sourcedocument", "transcript", "outlet", "speaker", "briefing", "appearance"]
)
def test_a_list_asks_as_many_queries_for_many_rows_as_for_few(
    editor: Client, model: str, django_assert_max_num_queries: Any
) -> None:
    changelist = reverse(f"admin:briefings_{model}_changelist")
    bring()
    with CaptureQueriesContext(connection) as few:
        editor.get(changelist)
    for n in range(4):
        bring(document(f"basin {n}", outlets=[f"Radio {n}"]), f"{n}.txt")
    with django_assert_max_num_queries(len(few)):
        editor.get(changelist)


def test_the_bytes_of_a_document_are_neither_shown_nor_loaded(editor: Client) -> None:
    row = bring().document
    page = text_of(editor.get(page_of(row)))
    assert "In the" not in page
    assert reverse("briefings:document", args=[row.pk]) in page
    assert editor.post(page_of(row), {"name": "other"}).status_code == 403
    assert editor.post(page_of(row, "delete"), {"post": "yes"}).status_code == 403


def test_a_turn_is_found_by_its_key(editor: Client) -> None:
    turn = bring().turns.get(kind=Kind.ANSWER, exchange=2)
    page = text_of(editor.get(reverse("admin:briefings_turn_changelist"), {"q": turn.key}))
    assert "1 turn" in page
    assert page_of(turn) in page


def test_issues_are_shown_with_their_lines_as_read(editor: Client) -> None:
    transcript = bring()
    transcript.issues = [{"code": "stray", "line": 12, "message": "This is out of place."}]
    transcript.save()
    page = text_of(editor.get(page_of(transcript)))
    assert "This is out of place." in page
    assert WHOLE.split("\n")[11][:40] in page


def test_every_line_is_shown_with_what_it_was_taken_for(editor: Client) -> None:
    page = text_of(editor.get(page_of(bring(), "lines")))
    assert page.count('id="line-') == len(WHOLE.rstrip("\n").split("\n"))
    assert "taken-label" in page


def test_what_a_document_says_is_not_taken_for_markup(editor: Client) -> None:
    text = WHOLE.replace("What is planned", "<script>alert(1)</script> What is planned")
    transcript = bring(text.replace("northern works", "<b>northern</b> works"))
    pages = [page_of(transcript), page_of(transcript, "lines"), page_of(transcript.briefing)]
    for turn in transcript.turns.all():
        pages.append(page_of(turn))
    for address in pages:
        page = text_of(editor.get(address))
        assert "<script>alert" not in page
        assert "<b>northern" not in page


def test_a_row_that_is_not_there_is_no_error(editor: Client) -> None:
    for part in ("change", "lines"):
        address = reverse(f"admin:briefings_transcript_{part}", args=[987654])
        assert editor.get(address).status_code == 404


# Deciding


@pytest.fixture
def proposal() -> Proposal:
    """Return a pair that waits for an editor."""
    other = bring()
    transcript = bring(document("southern"), "southern.txt")
    return Proposal.objects.create(
        transcript=transcript,
        other=other,
        relation=Relation.TRANSLATION,
        score=0.4,
        evidence={"reasons": ["They share 7 figures."]},
    )


def test_a_proposal_is_answered_by_a_button(editor: Client, proposal: Proposal) -> None:
    page = text_of(editor.get(page_of(proposal)))
    assert "They share 7 figures." in page
    assert "../same/" in page
    editor.post(page_of(proposal, "same"))
    assert Briefing.objects.count() == 1
    assert not Proposal.objects.exists()
    assert Decision.objects.get().decided_by.username == "edith"


def test_a_proposal_is_refused_by_a_button(editor: Client, proposal: Proposal) -> None:
    editor.post(page_of(proposal, "different"))
    assert Briefing.objects.count() == 2
    assert not Proposal.objects.exists()


def test_proposals_are_answered_from_the_list(editor: Client, proposal: Proposal) -> None:
    sent = {"action": "mark_same", "_selected_action": [proposal.pk]}
    editor.post(reverse("admin:briefings_proposal_changelist"), sent)
    assert Briefing.objects.count() == 1


def test_a_decision_is_made_and_taken_back(editor: Client) -> None:
    one, other = bring(), bring(document("southern"), "southern.txt")
    sent = {"document": other.document_id, "other": one.document_id, "verdict": "same", "note": ""}
    response = editor.post(reverse("admin:briefings_decision_add"), sent, follow=True)
    assert "This is the briefing now" in text_of(response)
    assert Briefing.objects.count() == 1
    decision = Decision.objects.get()
    editor.post(page_of(decision, "withdraw"))
    assert Briefing.objects.count() == 2
    decision.refresh_from_db()
    assert decision.withdrawn


def test_a_decision_on_a_pair_needs_two(editor: Client) -> None:
    one = bring()
    sent = {"document": one.document_id, "verdict": "same", "note": ""}
    page = text_of(editor.post(reverse("admin:briefings_decision_add"), sent))
    assert "Choose the other document" in page
    assert not Decision.objects.exists()


def test_a_document_is_taken_out_and_chosen_from_its_page(editor: Client) -> None:
    whole = bring()
    page = bring(first_page(WHOLE, 0.7), "page.txt")
    editor.post(page_of(page, "canonical"))
    assert Briefing.objects.get().canonical == page
    editor.post(page_of(page, "apart"))
    assert Briefing.objects.count() == 2
    editor.post(page_of(whole, "reread"))
    assert Briefing.objects.count() == 2


@pytest.mark.parametrize("part", ["canonical", "apart", "reread"])
def test_a_button_wants_a_post_and_somebody_who_may(
    editor: Client, client: Client, part: str
) -> None:
    transcript = bring()
    assert editor.get(page_of(transcript, part)).status_code == 403
    client.force_login(User.objects.create_user("guest", password="x", is_staff=True))
    assert client.post(page_of(transcript, part)).status_code in (302, 403, 404)
    assert not Decision.objects.exists()


# Correcting


def test_a_turn_is_given_to_another_outlet_and_back(editor: Client) -> None:
    turn = bring().turns.get(kind=Kind.QUESTION, exchange=1)
    other = Outlet.objects.get(name="Quayside Radio")
    editor.post(page_of(turn), {"speaker": "", "outlet": other.pk, "reporter": "Eve Moss"})
    turn.refresh_from_db()
    assert (turn.outlet, turn.outlet_attribution) == (other, Attribution.EDITOR)
    assert (turn.reporter, turn.speaker_attribution) == ("Eve Moss", "")
    assert "take-back" in text_of(editor.get(page_of(turn)))
    editor.post(page_of(turn, "take-back"))
    turn = Turn.objects.get(key=turn.key)
    assert (str(turn.outlet), turn.outlet_attribution) == ("Harbour Daily", Attribution.PRINTED)


def test_a_briefing_is_kept_from_readers_and_shown(editor: Client) -> None:
    briefing = bring().briefing
    editor.post(page_of(briefing), {"status": "draft"})
    assert not Briefing.objects.published().exists()
    changelist = reverse("admin:briefings_briefing_changelist")
    sent = {"action": "publish_selected", "_selected_action": [briefing.pk]}
    editor.post(changelist, sent)
    assert Briefing.objects.published().exists()


def test_two_outlets_are_merged_and_parted(editor: Client) -> None:
    bring(document("northern", outlets=["Harbour Daily", "The Harbour Daily News"]))
    kept, merged = Outlet.objects.order_by("name")
    changelist = reverse("admin:briefings_outlet_changelist")
    sent = {"action": "merge_selected", "_selected_action": [kept.pk, merged.pk]}
    assert "Which one stays?" in text_of(editor.post(changelist, sent))
    editor.post(changelist, {**sent, "kept": kept.pk})
    assert Outlet.objects.get() == kept
    record = Merge.objects.get()
    assert "Undo this merge" in text_of(editor.get(page_of(record)))
    editor.post(page_of(record, "undo"))
    assert Outlet.objects.count() == 2
    again = text_of(editor.post(page_of(record, "undo"), follow=True))
    assert "has been undone already" in again


def inline(rows: list[dict[str, Any]], prefix: str = "aliases") -> dict[str, Any]:
    """Return the fields of an inline form set."""
    initial = sum(1 for row in rows if row.get("id"))
    fields: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": initial,
    }
    for number, row in enumerate(rows):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return fields


def test_an_alias_is_added_and_means_the_outlet_from_then_on(editor: Client) -> None:
    bring()
    outlet = Outlet.objects.get(name="Harbour Daily")
    alias = outlet.aliases.get()
    rows = [
        {"id": alias.pk, "outlet": outlet.pk, "name": alias.name},
        {"outlet": outlet.pk, "name": "HD Online"},
    ]
    sent = {"name": outlet.name, "confirmed": "on", **inline(rows)}
    assert editor.post(page_of(outlet), sent).status_code == 302
    bring(document("southern", outlets=["HD Online"]), "southern.txt")
    assert Turn.objects.filter(outlet=outlet).count() == 2
    rows[1]["name"] = "harbour daily"
    page = text_of(editor.post(page_of(outlet), {**sent, **inline(rows)}))
    assert "same to look-ups" in page


def test_a_second_person_of_one_name_makes_the_name_ambiguous(editor: Client) -> None:
    bring()
    rows = [{"name": "Bo Tanaka"}]
    other = inline([], "appearances")
    sent = {"name": "Bo Tanaka (pilot)", **inline(rows), **other}
    assert editor.post(reverse("admin:briefings_speaker_add"), sent).status_code == 302
    assert Speaker.objects.filter(aliases__name="Bo Tanaka").count() == 2
    transcript = bring(document("southern"), "southern.txt")
    assert "ambiguous-name" in [issue["code"] for issue in transcript.issues]
    answer = transcript.turns.get(kind=Kind.ANSWER, exchange=1)
    assert (answer.speaker, answer.speaker_name) == (None, "Bo Tanaka")


def test_a_new_name_of_an_outlet_is_found_by_labels_as_the_old_one_is(editor: Client) -> None:
    bring()
    outlet = Outlet.objects.get(name="Harbour Daily")
    rows = [{"id": outlet.aliases.get().pk, "outlet": outlet.pk, "name": "Harbour Daily"}]
    sent = {"name": "Evening Harbour", "confirmed": "on", **inline(rows)}
    assert editor.post(page_of(outlet), sent).status_code == 302
    text = document("southern", outlets=["Evening Harbour", "Harbour Daily"])
    bring(text, "southern.txt")
    assert Turn.objects.filter(outlet=outlet).count() == 3
    assert Outlet.objects.get(pk=outlet.pk).slug == "harbour-daily"


def test_the_day_of_an_undated_document_is_set_and_taken_back(editor: Client) -> None:
    transcript = bring(document("northern", day=None), "undated.txt")
    assert Briefing.objects.get().date is None
    editor.post(page_of(transcript, "day"), {"day": "2023-03-03"})
    briefing = Briefing.objects.get()
    assert briefing.date.isoformat() == "2023-03-03"
    assert briefing.slug.startswith("2023-03-03-")
    page = text_of(editor.post(page_of(transcript, "day"), {"day": "yesterday"}, follow=True))
    assert "is no day" in page
    editor.post(page_of(transcript, "day"), {"day": ""})
    assert Briefing.objects.get().slug.startswith("undated-")
