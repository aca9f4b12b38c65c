"""Names become the one row of a speaker or an outlet, or stay unresolved."""

import pytest

from briefings.models import Outlet, OutletAlias, Speaker, SpeakerAlias
from briefings.resolve import MAX_NAME, resolve_outlets, resolve_speakers
from briefings.transcripts.names import normalize

pytestmark = pytest.mark.django_db


def test_it_makes_one_row_for_a_new_name_and_marks_it_unconfirmed() -> None:
    first = resolve_speakers(["Ada Lindqvist", "Ada Lindqvist"])
    again = resolve_speakers(["ADA LINDQVIST:"])
    row = Speaker.objects.get()
    assert first.rows == {"Ada Lindqvist": row}
    assert again.rows == {"ADA LINDQVIST:": row}
    assert not row.confirmed
    assert row.slug == "ada-lindqvist"


def test_it_takes_the_shipped_tables_word_and_aliases() -> None:
    found = resolve_outlets(["First financial reporter"])
    row = Outlet.objects.get()
    assert found.rows == {"First financial reporter": row}
    assert (row.name, row.confirmed) == ("Yicai", True)
    assert row.aliases.filter(normal=normalize("Yicai")).exists()
    assert resolve_outlets(["Yicai"]).rows == {"Yicai": row}


def test_it_asks_the_same_number_of_queries_for_one_known_name_and_for_many(
    django_assert_num_queries,
) -> None:
    names = [f"Reporter {letter}. Quill" for letter in "ABCDEFGHIJ"]
    resolve_speakers(names)
    with django_assert_num_queries(1):
        resolve_speakers(names)


def test_it_leaves_a_name_that_two_people_share_unresolved() -> None:
    for slug in ("li-wei", "li-wei-2"):
        speaker = Speaker.objects.create(name="Li Wei", slug=slug)
        SpeakerAlias.objects.create(speaker=speaker, name="Li Wei", normal=normalize("Li Wei"))
    found = resolve_speakers(["Li Wei"])
    assert found.rows == {}
    assert "li-wei-2" in found.unresolved["Li Wei"]
    assert Speaker.objects.count() == 2


def test_it_leaves_what_is_too_long_for_a_name_unresolved() -> None:
    name = "x" * (MAX_NAME + 1)
    found = resolve_outlets([name])
    assert found.rows == {}
    assert "too long" in found.unresolved[name]
    assert not Outlet.objects.exists()


def test_it_keeps_an_alias_that_an_editor_moved() -> None:
    kept = resolve_outlets(["The Tide Gazette"]).rows["The Tide Gazette"]
    OutletAlias.objects.create(outlet=kept, name="Tide", normal=normalize("Tide"))
    assert resolve_outlets(["Tide"]).rows == {"Tide": kept}


def test_it_takes_a_bilingual_name_for_the_person_that_one_half_names() -> None:
    latin = resolve_speakers(["Xiang Ming"]).rows["Xiang Ming"]
    pair = resolve_speakers(["Xiang Ming / 向明"]).rows["Xiang Ming / 向明"]
    assert pair == latin
    fresh = resolve_speakers(["Zhou Lan / 周岚"]).rows["Zhou Lan / 周岚"]
    assert resolve_speakers(["周岚"]).rows == {"周岚": fresh}


def test_it_gives_two_names_with_one_romanisation_two_addresses() -> None:
    rows = resolve_outlets(["Tide!", "Tide?!", "潮汐报"]).rows
    assert rows["潮汐报"].slug == "潮汐报"
    assert Outlet.objects.count() == len({row.slug for row in rows.values()})
