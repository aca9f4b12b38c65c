"""Same, unsure or different; copy, excerpt, revision or translation."""

import json
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest

from briefings.transcripts.relations import compare, profile
from briefings.transcripts.relations.compare import SAME, UNSURE
from briefings.transcripts.relations.evaluation import makers, rewording
from briefings.transcripts.relations.types import Direction, Relation, Verdict
from briefings.transcripts.types import Header, Kind, RelationKind, Transcript
from tests.transcripts.relations.documents import (
    CHINESE,
    ENGLISH,
    briefing,
    seed,
    transcript,
    words,
)


def judged(left: Transcript, right: Transcript) -> Relation:
    """Compare two transcripts."""
    return compare(profile(left), profile(right))


def test_the_first_page_is_an_excerpt_of_the_whole() -> None:
    relation = judged(seed("000"), seed("002"))
    assert relation.verdict is Verdict.SAME
    assert relation.kind is RelationKind.EXCERPT
    assert relation.direction is Direction.LEFT_IN_RIGHT
    assert judged(seed("002"), seed("000")).direction is Direction.RIGHT_IN_LEFT


def test_two_renderings_in_one_language_are_translations_though_one_has_no_date() -> None:
    relation = judged(seed("003"), seed("004"))
    assert relation.verdict is Verdict.SAME
    assert relation.kind is RelationKind.TRANSLATION
    assert any("28.8%" in reason for reason in relation.evidence["reasons"])


def test_no_other_two_seeds_are_related() -> None:
    related = {("000", "002"), ("003", "004")}
    for pair in combinations(("000", "001", "002", "003", "004"), 2):
        if pair not in related:
            assert judged(seed(pair[0]), seed(pair[1])).verdict is Verdict.DIFFERENT, pair


def test_a_briefing_in_two_scripts_is_found_by_its_figures() -> None:
    relation = judged(CHINESE, ENGLISH)
    assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.TRANSLATION)
    assert "34.3%" in " ".join(relation.evidence["reasons"])


def test_figures_alone_do_not_outweigh_another_date() -> None:
    later = replace(CHINESE, header=Header(date=date(2024, 3, 3)))
    assert judged(later, ENGLISH).verdict is Verdict.UNSURE


def test_figures_alone_do_not_outweigh_another_place() -> None:
    here = replace(ENGLISH, header=replace(ENGLISH.header, place="Lanport"))
    for place, verdict in (("Eastwick", Verdict.UNSURE), ("Harbour Hall, Lanport", Verdict.SAME)):
        there = replace(CHINESE, header=replace(CHINESE.header, place=place))
        assert judged(there, here).verdict is verdict


def test_one_speech_at_two_places_is_proposed_and_not_joined() -> None:
    words_of_both = briefing("speech", exchanges=6).turns
    one = replace(briefing("Lanport", exchanges=3), header=Header(place="Lanport"))
    other = replace(briefing("Eastwick", exchanges=3), header=Header(place="Eastwick"))
    one = replace(one, turns=(*words_of_both, *one.turns[1:]))
    other = replace(other, turns=(*words_of_both, *other.turns[1:]))
    relation = judged(one, other)
    assert relation.verdict is Verdict.UNSURE
    assert "They print different places." in relation.evidence["reasons"]
    assert judged(replace(one, header=Header()), other).verdict is Verdict.SAME


def test_a_copy_is_a_copy_under_another_title_and_without_a_date() -> None:
    whole = briefing("copy")
    relation = judged(replace(whole, header=Header(title="Full text")), whole)
    assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.COPY)


def test_typography_makes_no_revision() -> None:
    whole = transcript(
        [(None, words("q"), None, "The harbour's tide isn't high. " + words("a", 90))]
    )
    curly = replace(
        whole,
        turns=tuple(
            replace(t, paragraphs=tuple(p.replace("'", "’").upper() for p in t.paragraphs))
            for t in whole.turns
        ),
    )
    assert judged(curly, whole).kind is RelationKind.COPY


def test_corrected_words_make_a_revision() -> None:
    whole = briefing("revision")
    relation = judged(makers.corrections(whole, Random(1)), whole)
    assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.REVISION)


@pytest.mark.parametrize("rate", [0.01, 0.03, 0.05])
def test_a_misread_page_is_no_translation(rate: float) -> None:
    relation = judged(makers.ocr(rate)(seed("002"), Random(2)), seed("002"))
    assert relation.verdict is Verdict.SAME
    assert relation.kind in (RelationKind.COPY, RelationKind.REVISION)


def test_other_words_with_the_same_figures_make_a_translation() -> None:
    relation = judged(rewording.reworded(0.5)(seed("004"), Random(3)), seed("004"))
    assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.TRANSLATION)


def test_the_next_report_of_one_form_is_not_the_same() -> None:
    relation = judged(rewording.another_report(seed("004"), Random(4)), seed("004"))
    assert relation.verdict is Verdict.UNSURE
    assert any("figures differ" in reason for reason in relation.evidence["reasons"])


def test_an_excerpt_with_another_date_is_proposed_and_not_joined() -> None:
    whole = briefing("dated", exchanges=12)
    page = replace(whole, turns=whole.turns[:9], header=Header(date=date(2023, 3, 10)))
    assert judged(page, whole).verdict is Verdict.UNSURE


def test_two_pages_that_overlap_are_of_one_briefing() -> None:
    whole = briefing("pages", exchanges=12)
    first, second = replace(whole, turns=whole.turns[:17]), replace(whole, turns=whole.turns[7:])
    relation = judged(first, second)
    assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.EXCERPT)
    assert relation.direction is Direction.NEITHER


def test_a_statement_read_out_at_two_briefings_does_not_join_them() -> None:
    statement = words("statement", 120)
    one, other = (
        replace(
            whole,
            turns=(replace(whole.turns[0], paragraphs=(statement,)), *whole.turns[1:]),
        )
        for whole in (briefing("monday", exchanges=8), briefing("friday", exchanges=8))
    )
    assert judged(one, other).verdict is not Verdict.SAME


def test_formulas_join_nothing() -> None:
    opening = transcript(remarks=[("Cora Wendell", "Welcome to this press conference. " * 20)])
    turns = tuple(replace(turn, kind=Kind.MODERATION) for turn in opening.turns)
    formulas = replace(opening, turns=turns)
    assert judged(formulas, formulas).verdict is not Verdict.SAME


def test_a_quotation_of_a_few_words_joins_nothing() -> None:
    whole = briefing("quoted")
    quotation = transcript([(None, "What was said?", None, words("quoted answer 1", 25))])
    assert judged(quotation, whole).verdict is not Verdict.SAME


def test_documents_without_words_are_different() -> None:
    assert judged(transcript(), transcript()).verdict is Verdict.DIFFERENT
    assert judged(transcript(), briefing("some")).verdict is Verdict.DIFFERENT


def test_the_score_lies_in_its_verdicts_range_and_the_evidence_is_json() -> None:
    for left, right in (("000", "002"), ("003", "004"), ("001", "004")):
        relation = judged(seed(left), seed(right))
        low, high = {
            Verdict.SAME: (SAME, 1.0),
            Verdict.UNSURE: (UNSURE, SAME),
            Verdict.DIFFERENT: (0.0, UNSURE),
        }[relation.verdict]
        assert low <= relation.score < high
        assert json.loads(json.dumps(relation.evidence)) == relation.evidence
        assert relation.evidence["reasons"]


def test_either_language_is_a_part_of_a_bilingual_document() -> None:
    turns = tuple(
        replace(
            said,
            paragraphs=tuple(
                text
                for pair in zip(rendered.paragraphs, said.paragraphs, strict=True)
                for text in pair
            ),
        )
        for said, rendered in zip(ENGLISH.turns, CHINESE.turns, strict=True)
    )
    both = replace(ENGLISH, language="zh+en", turns=turns)
    for part in (ENGLISH, CHINESE):
        relation = judged(part, both)
        assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.EXCERPT)
        assert relation.direction is Direction.LEFT_IN_RIGHT


def test_a_misread_chinese_page_is_no_translation() -> None:
    chinese = rewording.in_another_script(seed("004"), Random(6))
    relation = judged(makers.ocr(0.05)(chinese, Random(7)), chinese)
    assert (relation.verdict, relation.kind) == (Verdict.SAME, RelationKind.REVISION)


def test_a_short_document_that_is_the_same_from_end_to_end_is_a_copy() -> None:
    short = transcript([("Tide", words("short", 12), None, words("brief", 16))])
    undated = replace(short, header=Header(title="Full text"))
    assert judged(undated, short).kind is RelationKind.COPY
    later = replace(short, header=Header(date=date(2024, 1, 1)))
    assert judged(later, short).verdict is not Verdict.SAME


def test_one_language_with_hardly_any_wording_in_common_needs_the_exchanges_to_agree() -> None:
    source = seed("004")
    anew = rewording.reworded(0.97)(source, Random(8))
    shuffled = replace(
        anew,
        turns=tuple(
            replace(turn, paragraphs=tuple(" ".join(reversed(p.split())) for p in turn.paragraphs))
            for turn in anew.turns
        ),
    )
    assert judged(shuffled, source).verdict is not Verdict.SAME
