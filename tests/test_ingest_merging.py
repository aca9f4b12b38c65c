"""Two rows that are one person or outlet are merged, and parted again."""

import pytest

from briefings.ingest import ingest
from briefings.ingest.editing import attribute
from briefings.ingest.merging import MergeError, merge, undo
from briefings.models import (
    Appearance,
    IndexChange,
    Kind,
    Merge,
    OldSlug,
    Outlet,
    OutletAlias,
    Speaker,
    Transcript,
    Turn,
    TurnRedirect,
)
from tests.documents import document

pytestmark = pytest.mark.django_db


@pytest.fixture
def outlets() -> tuple[Outlet, Outlet]:
    """Return two outlets, each with questions of its own."""
    text = document("northern", outlets=["Harbour Daily", "The Harbour Daily News", "Canal Weekly"])
    ingest(text.encode(), "northern.txt")
    return Outlet.objects.get(name="Harbour Daily"), Outlet.objects.get(
        name="The Harbour Daily News"
    )


def questions(outlet: Outlet) -> list[int | None]:
    return list(Turn.objects.filter(outlet=outlet).values_list("exchange", flat=True))


def rows() -> list[list[tuple[object, ...]]]:
    """Return what undoing a merge must restore."""
    return [
        sorted(Outlet.objects.values_list("pk", "name", "slug", "confirmed")),
        sorted(OutletAlias.objects.values_list("outlet", "name", "normal")),
        sorted(Turn.objects.values_list("key", "outlet", "outlet_attribution", "speaker")),
        sorted(Speaker.objects.values_list("pk", "name", "slug")),
        sorted(Appearance.objects.values_list("briefing", "speaker", "role", "title")),
        sorted(OldSlug.objects.values_list("target", "slug", "target_id")),
    ]


def test_it_moves_names_questions_and_addresses(outlets: tuple[Outlet, Outlet]) -> None:
    kept, merged = outlets
    IndexChange.objects.all().delete()
    merge(kept, merged)
    assert questions(kept) == [1, 2]
    assert list(kept.aliases.values_list("name", flat=True)) == [
        "Harbour Daily",
        "The Harbour Daily News",
    ]
    old = OldSlug.objects.get(target="outlet")
    assert (old.slug, old.target_id) == (merged.slug, kept.pk)
    assert IndexChange.objects.exists()


def test_the_next_document_that_prints_the_other_name_means_the_one(
    outlets: tuple[Outlet, Outlet],
) -> None:
    merge(*outlets)
    text = document("southern", outlets=["The Harbour Daily News"])
    ingest(text.encode(), "southern.txt")
    assert len(questions(outlets[0])) == 3


def test_it_is_undone_whole(outlets: tuple[Outlet, Outlet]) -> None:
    before = rows()
    undo(merge(*outlets))
    assert rows() == before


def test_what_came_after_the_merge_goes_with_its_name(outlets: tuple[Outlet, Outlet]) -> None:
    record = merge(*outlets)
    text = document("southern", outlets=["The Harbour Daily News", "Harbour Daily"])
    ingest(text.encode(), "southern.txt")
    row = undo(record)
    assert len(questions(row)) == 2
    assert len(questions(outlets[0])) == 2


def test_what_an_editor_gave_to_the_merged_one_goes_back_to_it(
    outlets: tuple[Outlet, Outlet],
) -> None:
    kept, merged = outlets
    attribute(Turn.objects.get(kind=Kind.QUESTION, exchange=3), {"outlet": merged})
    before = rows()
    record = merge(kept, merged)
    assert questions(kept) == [1, 2, 3]
    undo(record)
    assert rows() == before


def test_it_goes_back_under_another_key_too(outlets: tuple[Outlet, Outlet]) -> None:
    kept, merged = outlets
    turn = Turn.objects.get(kind=Kind.QUESTION, exchange=3)
    attribute(turn, {"outlet": merged})
    record = merge(kept, merged)
    # As reading the document again leaves it where its paragraphs are grouped otherwise.
    Turn.objects.filter(pk=turn.pk).update(key="anotherkey")
    TurnRedirect.objects.create(key=turn.key, turn=turn)
    row = undo(record)
    assert questions(row) == [2, 3]
    assert questions(kept) == [1]


def test_it_merges_people_and_where_they_appeared(outlets: tuple[Outlet, Outlet]) -> None:
    text = document("southern").replace("Bo Tanaka", "B. Tanaka")
    ingest(text.encode(), "southern.txt")
    before = rows()
    kept, merged = Speaker.objects.get(name="Bo Tanaka"), Speaker.objects.get(name="B. Tanaka")
    record = merge(kept, merged)
    assert Appearance.objects.filter(speaker=kept).count() == 2
    assert not Turn.objects.filter(speaker_id=record.merged_id).exists()
    undo(record)
    assert rows() == before


def test_it_undoes_merges_in_a_row_from_the_last(outlets: tuple[Outlet, Outlet]) -> None:
    before = rows()
    canal = Outlet.objects.get(name="Canal Weekly")
    first = merge(*outlets)
    second = merge(canal, outlets[0])
    with pytest.raises(MergeError, match="undo that merge first"):
        undo(first)
    undo(second)
    undo(Merge.objects.get(pk=first.pk))
    assert rows() == before


def test_versions_that_gave_the_two_names_for_one_do_not_disagree_any_more() -> None:
    text = document("northern")
    ingest(text.encode(), "one.txt")
    ingest(text.replace("Harbour Daily:", "Evening Harbour:").encode(), "other.txt")

    def disagree() -> list[str]:
        issues = (issue for t in Transcript.objects.all() for issue in t.issues)
        return [issue["message"] for issue in issues if issue["code"] == "versions-disagree"]

    assert len(disagree()) == 2
    kept, merged = (Outlet.objects.get(name=name) for name in ("Harbour Daily", "Evening Harbour"))
    record = merge(kept, merged)
    assert disagree() == []
    undo(record)
    assert len(disagree()) == 2


def test_two_editors_do_not_undo_it_twice(outlets: tuple[Outlet, Outlet]) -> None:
    record = merge(*outlets)
    undo(Merge.objects.get())
    with pytest.raises(MergeError, match="already"):
        undo(record)  # as the second editor had it on the page


def test_it_is_not_undone_twice_and_joins_only_like_with_like(
    outlets: tuple[Outlet, Outlet],
) -> None:
    record = merge(*outlets)
    undo(record)
    with pytest.raises(MergeError, match="already"):
        undo(record)
    with pytest.raises(MergeError):
        merge(outlets[0], outlets[0])
    with pytest.raises(MergeError):
        merge(outlets[0], Speaker.objects.first())  # type: ignore[arg-type]
