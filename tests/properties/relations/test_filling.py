"""What one version tells another, and where the two disagree."""

from dataclasses import replace

from briefings.transcripts.relations import align, fill_in, profile
from briefings.transcripts.relations.types import Field, FillingPlan
from briefings.transcripts.types import Attribution, Transcript
from tests.transcripts.relations.documents import CHINESE, ENGLISH, briefing, seed


def filled(target: Transcript, source: Transcript) -> FillingPlan:
    """Plan what the target takes from the source."""
    ours, theirs = profile(target), profile(source)
    return fill_in(ours, theirs, align(ours, theirs))


def test_each_translation_fills_the_other() -> None:
    outlets = {
        (value.exchange, value.value)
        for value in filled(seed("004"), seed("003")).filled
        if value.field is Field.OUTLET
    }
    assert outlets == {(1, "CCTV"), (5, "The Beijing News"), (8, "Yicai")}
    plan = filled(seed("003"), seed("004"))
    told = {(value.exchange, value.field, value.value) for value in plan.filled}
    assert (None, Field.DATE, "2022-07-19") in told
    assert (2, Field.SPEAKER, "Wang Peng") in told
    assert (3, Field.SPEAKER, "Tao Qing") in told


def test_it_names_the_turns_on_both_sides() -> None:
    whole = briefing("turns")
    lost = replace(whole, turns=tuple(replace(turn, outlet=None) for turn in whole.turns))
    for value in filled(lost, whole).filled:
        assert value.turn is not None
        assert value.source_turn is not None
        assert whole.turns[value.source_turn].outlet == value.value
        assert lost.turns[value.turn].paragraphs == whole.turns[value.source_turn].paragraphs


def test_what_both_print_differently_is_a_conflict_and_nothing_is_filled() -> None:
    whole = briefing("conflict")
    turns = list(whole.turns)
    turns[1] = replace(turns[1], outlet="The Tide Gazette")
    plan = filled(replace(whole, turns=tuple(turns)), whole)
    assert plan.filled == ()
    (conflict,) = plan.conflicts
    assert (conflict.field, conflict.target_value, conflict.source_value, conflict.exchange) == (
        Field.OUTLET,
        "The Tide Gazette",
        "Outlet 1",
        1,
    )


def test_a_part_of_a_name_does_not_contradict_the_whole() -> None:
    whole = briefing("names")
    short = tuple(
        replace(turn, speaker="Mr. Tanaka") if turn.speaker == "Bo Tanaka" else turn
        for turn in whole.turns
    )
    assert filled(replace(whole, turns=short), whole).conflicts == ()


def test_names_in_two_scripts_are_no_conflict() -> None:
    plan = filled(CHINESE, ENGLISH)
    assert plan.conflicts == ()
    assert [(value.field, value.value) for value in plan.filled] == [
        (Field.OUTLET, "The Tide Gazette")
    ]


def test_equal_documents_have_nothing_to_tell() -> None:
    plan = filled(seed("002"), seed("002"))
    assert (plan.filled, plan.conflicts) == ((), ())


def test_what_a_version_was_told_it_does_not_tell_on() -> None:
    whole = briefing("told")
    told = tuple(
        replace(turn, outlet_attribution=Attribution.OTHER_VERSION if turn.outlet else None)
        for turn in whole.turns
    )
    lost = replace(whole, turns=tuple(replace(turn, outlet=None) for turn in whole.turns))
    assert filled(lost, replace(whole, turns=told)).filled == ()
    assert len(filled(replace(whole, turns=told), whole).filled) == 4
