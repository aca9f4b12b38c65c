"""Correcting: who speaks and asks, names that are one, days, what readers see."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from briefings.models import (
    Attribution,
    Briefing,
    Kind,
    Merge,
    Outlet,
    Speaker,
    Turn,
)
from tests.admin.desk import bring, page_of, text_of
from tests.documents import document

pytestmark = pytest.mark.django_db


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


def test_a_title_is_set_kept_when_the_document_is_read_again_and_taken_back(
    editor: Client,
) -> None:
    transcript = bring()
    printed = Briefing.objects.get()
    page = text_of(
        editor.post(page_of(transcript, "title"), {"title": " On the  new piers "}, follow=True)
    )
    assert "The title is set." in page
    editor.post(page_of(transcript, "reread"))
    briefing = Briefing.objects.get()
    assert briefing.title == "On the new piers"
    answer = editor.get(printed.get_absolute_url())
    assert answer["Location"] == briefing.get_absolute_url()
    assert "This title was set by an editor." in text_of(editor.get(briefing.get_absolute_url()))
    page = text_of(editor.post(page_of(transcript, "title"), {"title": "x" * 501}, follow=True))
    assert "A title has at most 500 characters." in page
    editor.post(page_of(transcript, "title"), {"title": ""})
    assert Briefing.objects.get().title == printed.title


def test_a_title_that_an_editor_sets_lifts_the_doubt(editor: Client) -> None:
    text = "Q: When does it open?\n\nMS. ROE: In spring.\n\nQ: And who pays?\n\nMS. ROE: We do.\n"
    transcript = bring(text, "untitled.txt")
    assert Briefing.objects.get().status == Briefing.Status.HELD
    editor.post(page_of(transcript, "title"), {"title": "On the bridge"})
    assert Briefing.objects.get().status == Briefing.Status.PUBLISHED


def test_a_new_name_reaches_a_feed_that_was_read_before(editor: Client) -> None:
    bring()
    outlet = Outlet.objects.get(name="Harbour Daily")
    feed = reverse("briefings:outlet-feed", args=[outlet.slug])
    tag = editor.get(feed)["ETag"]
    assert editor.get(feed, headers={"if-none-match": tag}).status_code == 304
    rows = [{"id": outlet.aliases.get().pk, "outlet": outlet.pk, "name": "Harbour Daily"}]
    editor.post(page_of(outlet), {"name": "Evening Harbour", **inline(rows)})
    answer = editor.get(feed, headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert "Evening Harbour" in text_of(answer)
