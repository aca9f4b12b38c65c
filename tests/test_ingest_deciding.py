"""Editors' decisions: they overrule the measures, outlive every reading, and can be taken back."""

from datetime import date

import pytest

from briefings.ingest import ingest
from briefings.ingest.deciding import decide_canonical, decide_different, decide_same, withdraw
from briefings.ingest.rereading import reread
from briefings.models import (
    Attribution,
    Briefing,
    Decision,
    Kind,
    OldSlug,
    Proposal,
    Relation,
    SourceDocument,
    Transcript,
    Turn,
)
from tests.documents import document, first_page, reworded

pytestmark = pytest.mark.django_db

WHOLE = document("northern")
PAGE = first_page(WHOLE, 0.7)
OTHER = document("southern")


def bring(text: str, name: str) -> Transcript:
    return ingest(text.encode(), name).transcript


def briefings() -> list[list[str]]:
    """Return the names of the documents of each briefing."""
    return sorted(
        sorted(t.document.name for t in briefing.transcripts.select_related("document"))
        for briefing in Briefing.objects.all()
    )


def facts() -> dict[str, list[tuple[object, ...]]]:
    """Return what un-merging must restore."""
    return {
        "briefings": sorted(
            Briefing.objects.values_list("slug", "title", "canonical__document__name")
        ),
        "transcripts": sorted(
            Transcript.objects.values_list("document__name", "relation", "date_attribution")
        ),
        "turns": sorted(
            Turn.objects.values_list("key", "outlet__name", "outlet_attribution", "aligned__key")
        ),
    }


def test_it_keeps_apart_what_an_editor_told_apart() -> None:
    whole, page = bring(WHOLE, "whole"), bring(PAGE, "page")
    assert briefings() == [["page", "whole"]]
    decide_different(page.document, [whole.document])
    assert briefings() == [["page"], ["whole"]]
    for transcript in (whole, page):
        reread(transcript.pk)
    assert briefings() == [["page"], ["whole"]]
    bring(WHOLE + "\n", "copy")
    assert ["page"] in briefings()
    assert ["copy", "whole"] in briefings()


def test_it_restores_what_was_when_documents_part() -> None:
    page = document("northern", day=None, title="Notes", outlets=["", "The Tide Gazette"])
    bring(page, "notes")
    alone = facts()
    bring(WHOLE, "whole")
    joined = Briefing.objects.get()
    notes = Transcript.objects.get(document__name="notes")
    assert notes.date_attribution == Attribution.OTHER_VERSION
    question = notes.turns.get(kind=Kind.QUESTION, exchange=1)
    assert (str(question.outlet), question.outlet_source.document.name) == (
        "Harbour Daily",
        "whole",
    )
    (decision,) = decide_different(notes.document, [joined.canonical.document])
    assert briefings() == [["notes"], ["whole"]]
    restored = facts()
    assert set(alone["briefings"]) <= set(restored["briefings"])
    assert set(alone["turns"]) <= set(restored["turns"])
    assert set(alone["transcripts"]) <= set(restored["transcripts"])
    assert not OldSlug.objects.filter(slug=alone["briefings"][0][0]).exists()
    withdraw(decision)
    assert briefings() == [["notes", "whole"]]
    notes.refresh_from_db()
    assert notes.date_attribution == Attribution.OTHER_VERSION


def test_it_joins_what_an_editor_joined_and_parts_it_when_that_is_taken_back() -> None:
    one, other = bring(WHOLE, "one"), bring(OTHER, "other")
    before = facts()
    decision = decide_same(one.document, other.document)
    assert briefings() == [["one", "other"]]
    reread(other.pk)
    reread(one.pk)
    assert briefings() == [["one", "other"]]
    told = Transcript.objects.exclude(pk=Briefing.objects.get().canonical_id).get()
    assert told.relation_evidence["reasons"][0] == "An editor joined the two."
    withdraw(decision)
    assert briefings() == [["one"], ["other"]]
    assert facts() == before


def test_it_lets_the_latest_word_on_a_pair_count() -> None:
    one, other = bring(WHOLE, "one"), bring(PAGE, "other")
    decide_different(other.document, [one.document])
    decide_same(one.document, other.document)
    assert briefings() == [["one", "other"]]
    in_force = Decision.objects.get(withdrawn__isnull=True)
    assert in_force.verdict == Decision.Verdict.SAME
    assert Decision.objects.count() == 2


def test_it_lets_an_editor_choose_the_canonical_document() -> None:
    whole, page = bring(WHOLE, "whole"), bring(PAGE, "page")
    keys = dict(Turn.objects.values_list("key", "text"))
    decision = decide_canonical(page.document)
    briefing = Briefing.objects.get()
    assert (briefing.canonical, briefing.canonical_reason) == (page, "An editor chose it.")
    assert Transcript.objects.get(pk=page.pk).relation == ""
    assert Transcript.objects.get(pk=whole.pk).relation == Relation.EXCERPT
    reread(whole.pk)
    bring(WHOLE + "\n\n", "another")
    assert Briefing.objects.get().canonical == page
    # Cited turns lead to the same words whichever document stands for the briefing.
    assert keys.items() <= dict(Turn.objects.values_list("key", "text")).items()
    withdraw(decision)
    assert Briefing.objects.get().canonical == whole


def test_it_has_one_chosen_document_a_briefing() -> None:
    whole, page = bring(WHOLE, "whole"), bring(PAGE, "page")
    decide_canonical(page.document)
    decide_canonical(whole.document)
    assert Decision.objects.filter(withdrawn__isnull=True).get().document == whole.document
    assert Briefing.objects.get().canonical == whole


def test_it_never_joins_through_a_third_what_an_editor_told_apart() -> None:
    lines = WHOLE.split("\n")
    half = len(lines) // 2
    first = bring("\n".join(lines[:half]), "first")
    second = bring("\n".join(lines[:10] + lines[half + 1 :]), "second")
    decide_different(first.document, [second.document])
    bring(WHOLE, "whole")
    groups = briefings()
    assert len(groups) == 2
    assert not any({"first", "second"} <= set(group) for group in groups)


def test_a_draft_does_not_come_out_by_being_joined() -> None:
    one, other = bring(WHOLE, "one"), bring(OTHER, "other")
    Briefing.objects.filter(transcripts=other).update(status=Briefing.Status.DRAFT)
    decide_same(one.document, other.document)
    assert Briefing.objects.get().status == Briefing.Status.DRAFT


def test_it_keeps_two_outlets_that_versions_print_differently_and_says_so() -> None:
    bring(WHOLE, "whole")
    changed = WHOLE.replace("Harbour Daily:", "Evening Harbour:")
    bring(changed, "changed")
    assert briefings() == [["changed", "whole"]]
    for transcript in Transcript.objects.all():
        question = transcript.turns.get(kind=Kind.QUESTION, exchange=1)
        assert question.outlet_attribution == Attribution.PRINTED
        (issue,) = (i for i in transcript.issues if i["code"] == "versions-disagree")
        assert issue["line"] == question.first_line
        assert "Harbour Daily" in issue["message"]
        assert "Evening Harbour" in issue["message"]
    changed, whole = SourceDocument.objects.order_by("name")
    decide_different(changed, [whole])
    codes = [i["code"] for t in Transcript.objects.all() for i in t.issues]
    assert "versions-disagree" not in codes


# The figures of the one in the words of the other, of another day: to be asked, not to be sure of.
DOUBTFUL = reworded(WHOLE, document("southern", day=date(2023, 9, 9)), 0.8)


def test_it_asks_an_editor_where_it_is_not_sure() -> None:
    one, other = bring(WHOLE, "one"), bring(DOUBTFUL, "other")
    assert briefings() == [["one"], ["other"]]
    proposal = Proposal.objects.get()
    assert (proposal.transcript, proposal.other) == (other, one)
    assert proposal.relation == Relation.TRANSLATION
    assert proposal.evidence["reasons"]


def test_it_asks_once_and_not_again_what_was_answered() -> None:
    one, other = bring(WHOLE, "one"), bring(DOUBTFUL, "other")
    reread(one.pk)
    reread(other.pk)
    assert Proposal.objects.count() == 1
    (decision,) = decide_different(other.document, [one.document])
    assert not Proposal.objects.exists()
    reread(other.pk)
    reread(one.pk)
    assert not Proposal.objects.exists()
    withdraw(decision)
    assert Proposal.objects.count() == 1
    assert briefings() == [["one"], ["other"]]


def test_an_answer_of_yes_joins_them_and_aligns_their_exchanges() -> None:
    one, other = bring(WHOLE, "one"), bring(DOUBTFUL, "other")
    decision = decide_same(one.document, other.document)
    assert not Proposal.objects.exists()
    assert briefings() == [["one", "other"]]
    aligned = Turn.objects.filter(transcript=other, aligned__isnull=False)
    assert aligned.exists()
    withdraw(decision)
    assert Proposal.objects.count() == 1
    assert not Turn.objects.filter(aligned__isnull=False).exists()
