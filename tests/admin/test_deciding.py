"""Deciding: which documents are one briefing, and which of them stands for it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from briefings.models import (
    Briefing,
    Decision,
    Proposal,
    Relation,
)
from tests.admin.desk import WHOLE, bring, page_of, text_of
from tests.documents import document, first_page

pytestmark = pytest.mark.django_db


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
