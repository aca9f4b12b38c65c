"""The contract of an engine, as tests: each engine's test module subclasses ``EngineContract``.

A subclass gives ``index``: the call that takes entries and returns an engine that answers from
them. A test that an engine cannot pass is overridden there with a skip and its reason in words.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest

from briefings.search.engine import Answer, Engine, Question
from briefings.search.entries import Entry
from briefings.search.tree import (
    And,
    Column,
    Days,
    Fuzzy,
    Having,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from briefings.search.types import Facet, Sort
from tests.search import reference
from tests.search.corpora import in_order, make_entry, random_entries, random_tree

COUNTED = (*(Column(facet.value) for facet in Facet), Column.MONTH)
Index = Callable[[Sequence[Entry]], Engine]


class EngineContract:
    """What every engine does."""

    @pytest.fixture
    def index(self) -> Index:
        """Return the call that indexes entries."""
        raise NotImplementedError

    def found(self, index: Index, texts: Sequence[str], node: Node) -> list[str]:
        """Return those of some texts that a node finds, in their order."""
        entries = [make_entry(text) for text in texts]
        answer = index(entries).answer(Question(tree=node, stop=None))
        turns = {found.turn_id for found in answer.found}
        assert answer.total == len(turns)
        return [entry.text for entry in entries if entry.turn in turns]

    # Words

    def test_it_finds_a_word_in_all_its_forms(self, index: Index) -> None:
        texts = ["We build stations.", "A station!", "Stationery"]
        assert self.found(index, texts, Word("Station")) == texts[:2]

    def test_it_wants_all_words_of_a_compound(self, index: Index) -> None:
        texts = ["base stations", "a station at the base", "a base"]
        assert self.found(index, texts, Word("base-station")) == texts[:2]

    def test_it_folds_case_accents_and_full_width(self, index: Index) -> None:
        texts = ["ZÜRICH", "zurich", "Ｚurich", "Zug"]
        assert self.found(index, texts, Word("Zürich")) == texts[:3]

    def test_one_letter_is_a_word(self, index: Index) -> None:
        assert self.found(index, ["plan B", "plan A"], Word("b")) == ["plan B"]

    def test_common_words_are_words(self, index: Index) -> None:
        assert self.found(index, ["to be or not", "being"], Phrase("to be")) == ["to be or not"]

    # Phrases

    @pytest.mark.parametrize(
        ("phrase", "yes", "no"),
        [
            ("base station", "one base station", "one base stations"),
            ("base station", "a base-station", "a base for a station"),
            ("5G base", "the 5G base", "the 5.5G base"),
            ("90%", "90% of it", "90 of it"),
            ("90 %", "over 90% done", "over 9% done"),
            ("3.5 percent", "3.5 percent", "3 5 percent"),
            ("1,425,000", "some 1,425,000 stations", "some 425,000 stations"),
            ("1425000", "some 1,425,000 stations", "1,425,0001"),
            ("COVID-19", "COVID-19 cases", "COVID in 19 places"),
            ("people's posts", "People’s Posts asks", "people posts asks"),
            ("U.S. side", "the U.S. side", "let us side"),
        ],
    )
    def test_a_phrase_is_exactly_these_words(
        self, index: Index, phrase: str, yes: str, no: str
    ) -> None:
        assert self.found(index, [yes, no], Phrase(phrase)) == [yes]

    def test_a_phrase_does_not_cross_from_one_text_into_the_next(self, index: Index) -> None:
        assert self.found(index, ["ends with base", "station begins"], Phrase("base station")) == []

    def test_a_phrase_is_found_far_into_a_long_text(self, index: Index) -> None:
        text = "word " * 20_000 + "base station"
        assert self.found(index, [text, "base"], Phrase("base station")) == [text]

    def test_near_is_in_any_order_within_a_distance(self, index: Index) -> None:
        texts = ["tides make the boats rise", "boats and tides", "tides " + "and " * 9 + "boats"]
        assert self.found(index, texts, Near("boats tides", 5)) == texts[:2]
        assert self.found(index, texts, Near("boats tides", 2)) == [texts[1]]

    # Chinese

    @pytest.mark.parametrize("node", [Word("基站"), Phrase("基站"), Word("站"), Phrase("站")])
    def test_chinese_is_found_by_its_characters(self, index: Index, node: Node) -> None:
        texts = ["我国建成5G基站。", "基站建设", "车次"]
        assert self.found(index, texts, node) == texts[:2]

    def test_a_chinese_phrase_is_its_characters_in_order(self, index: Index) -> None:
        texts = ["新闻发布会现场", "发布新闻的会", "新闻 发布会"]
        assert self.found(index, texts, Phrase("新闻发布会")) == texts[:1]
        assert self.found(index, texts, Phrase("5G基站")) == []

    def test_a_phrase_mixes_scripts(self, index: Index) -> None:
        texts = ["建成5G基站多少个", "5G的基站", "基站5G"]
        assert self.found(index, texts, Phrase("5G基站")) == texts[:1]
        assert self.found(index, texts, Phrase("基站5G")) == texts[2:]
        assert self.found(index, texts, Phrase("建成5G基")) == texts[:1]

    # Beginnings and likes

    def test_a_beginning_finds_all_words_that_begin_so(self, index: Index) -> None:
        texts = ["Stations", "a static sign", "the state", "still"]
        assert self.found(index, texts, Prefix("stat")) == texts[:3]

    def test_like_allows_a_slip_in_a_short_word_and_two_in_a_long_one(self, index: Index) -> None:
        texts = ["boat", "boats", "bota", "goat", "bottom", "satellite", "satelite", "stelite"]
        assert self.found(index, texts, Fuzzy("boat")) == ["boat", "boats", "bota"]
        assert self.found(index, texts, Fuzzy("satellite")) == texts[-3:]

    # And, or, not, filters

    def test_and_or_not(self, index: Index) -> None:
        texts = ["boats and tides", "boats", "tides", "wind"]
        boats, tides = Word("boats"), Word("tides")
        assert self.found(index, texts, And((boats, tides))) == texts[:1]
        assert self.found(index, texts, Or((boats, tides))) == texts[:3]
        assert self.found(index, texts, And((boats, Not(tides)))) == [texts[1]]
        assert self.found(index, texts, Not(Or((boats, tides)))) == [texts[3]]

    def test_filters_in_the_query_are_by_value(self, index: Index) -> None:
        entries = [make_entry("boats", speaker=1), make_entry("boats", speaker=11)]
        tree = And((Word("boats"), Having(Column.SPEAKER, frozenset({1}))))
        (found,) = index(entries).answer(Question(tree=tree)).found
        assert found.turn_id == entries[0].turn

    def test_an_undated_briefing_lies_in_no_range(self, index: Index) -> None:
        entries = [make_entry("boats", day=None), make_entry("boats")]
        engine = index(entries)
        for day in (date(1900, 1, 1), date(2100, 1, 1)):
            after = engine.answer(Question(tree=Word("boats"), after=day)).total
            before = engine.answer(Question(tree=Word("boats"), before=day)).total
            assert after + before == 1
        tree = And((Word("boats"), Days(before=date(2022, 7, 19))))
        assert engine.answer(Question(tree=tree)).total == 1

    # Answers and their questions

    def test_an_answer_is_found_by_its_questions_words_after_all_own_words(
        self, index: Index
    ) -> None:
        entries = [
            make_entry("It is lit.", question="lighthouse " * 20),
            make_entry("The lighthouse " + "is far " * 80),
        ]
        answer = index(entries).answer(Question(tree=Word("lighthouse")))
        turns = [found.turn_id for found in answer.found]
        assert turns == [entries[1].turn, entries[0].turn]

    def test_one_word_may_be_the_questions_and_one_the_answers(self, index: Index) -> None:
        entries = [make_entry("Ten boats.", question="What of tides?"), make_entry("Ten boats.")]
        tree = And((Word("boats"), Word("tides")))
        (found,) = index(entries).answer(Question(tree=tree)).found
        assert found.turn_id == entries[0].turn

    def test_not_looks_at_the_question_too(self, index: Index) -> None:
        entries = [make_entry("Ten boats.", question="What of tides?"), make_entry("Ten boats.")]
        tree = And((Word("boats"), Not(Word("tides"))))
        (found,) = index(entries).answer(Question(tree=tree)).found
        assert found.turn_id == entries[1].turn

    def test_own_words_alone_can_be_asked_for(self, index: Index) -> None:
        entries = [make_entry("It is lit.", question="A boat?"), make_entry("A boat.")]
        engine = index(entries)
        question = Question(tree=Word("boat"), own=True, counted=(Column.YEAR,))
        answer = engine.answer(question)
        assert [found.turn_id for found in answer.found] == [entries[1].turn]
        assert answer.counts == {Column.YEAR: {2022: 1}}
        without = engine.answer(replace(question, tree=Not(Word("boat"))))
        assert [found.turn_id for found in without.found] == [entries[0].turn]

    def test_it_counts_how_often_words_are_said(self, index: Index) -> None:
        entries = [make_entry("Boats, boats and 基站."), make_entry("A boat.", question="Boats?")]
        counts, total = index(entries).frequencies(["boats", "基站", "tides"])
        assert counts == {"boats": 2, "基站": 1, "tides": 0}
        assert total == 7

    def test_it_adds_up_the_words_that_the_filters_leave(self, index: Index) -> None:
        entries = random_entries(Random(4), 60)
        engine = index(entries)
        selected: dict[Column, frozenset[Any]] = {Column.SPEAKER: frozenset({1, 2})}
        question = Question(selected=selected, after=date(2021, 6, 1))
        for column in (Column.MONTH, Column.OUTLET, Column.KIND):
            wanted: dict[Any, int] = {}
            for entry in entries:
                value = getattr(entry, column.value)
                kept = entry.speaker in {1, 2} and entry.day and entry.day >= date(2021, 6, 1)
                if value and kept:
                    wanted[value] = wanted.get(value, 0) + entry.words
            found = engine.words_spoken(question, column)
            assert {v: n for v, n in found.items() if n} == {v: n for v, n in wanted.items() if n}

    def test_rarer_words_and_shorter_texts_score_higher(self, index: Index) -> None:
        entries = [make_entry(f"boat {n}") for n in range(8)]
        entries += [make_entry("pilot"), make_entry("pilot " + "and so on " * 30)]
        tree = Or((Word("boat"), Word("pilot")))
        answer = index(entries).answer(Question(tree=tree))
        assert in_order(entries, [found.turn_id for found in answer.found])[0] == "pilot"
        assert answer.found[0].score > answer.found[1].score

    # Order, pages, collapsing, counts

    def test_newest_first_is_in_reading_order_within_a_briefing(self, index: Index) -> None:
        entries = [
            make_entry("boat", day=None, briefing=9, sequence=1),
            make_entry("boat", day=date(2021, 1, 1), briefing=2, sequence=7),
            make_entry("boat", day=date(2021, 1, 1), briefing=2, sequence=3),
            make_entry("boat", day=date(2022, 1, 1), briefing=1, sequence=5),
        ]
        engine = index(entries)

        def order(sort: Sort) -> list[int]:
            answer = engine.answer(Question(tree=Word("boat"), sort=sort))
            turns = [entry.turn for entry in entries]
            return [turns.index(found.turn_id) for found in answer.found]

        assert order(Sort.NEWEST) == [3, 2, 1, 0]
        assert order(Sort.OLDEST) == [2, 1, 3, 0]

    @pytest.mark.parametrize("sort", list(Sort))
    def test_pages_one_after_the_other_are_the_whole_list(self, index: Index, sort: Sort) -> None:
        engine = index(random_entries(Random(7), 120))
        question = Question(tree=Or((Word("boat"), Prefix("w"))), sort=sort, stop=None)
        whole = engine.answer(question)
        assert len(whole.found) == whole.total > 30
        pages = [
            found
            for start in range(0, whole.total + 7, 7)
            for found in engine.answer(replace(question, start=start, stop=start + 7)).found
        ]
        assert tuple(pages) == whole.found

    def test_a_repeated_answer_is_listed_and_counted_once(self, index: Index) -> None:
        first = make_entry("boats rise", outlet=1, sequence=1)
        again = make_entry("boats rise", outlet=2, sequence=2, group=first.group)
        engine = index([first, again, make_entry("boats", outlet=2, sequence=3)])
        question = Question(tree=Word("rise"), counted=(Column.OUTLET,))
        answer = engine.answer(question)
        assert answer.total == 1
        (found,) = answer.found
        assert {found.turn_id, *found.also} == {first.turn, again.turn}
        assert answer.counts[Column.OUTLET] == {1: 1, 2: 1}
        chosen = replace(question, selected={Column.OUTLET: frozenset({2})})
        assert [f.turn_id for f in engine.answer(chosen).found] == [again.turn]

    def test_values_of_a_facet_mean_or_and_facets_mean_and(self, index: Index) -> None:
        entries = [
            make_entry("boat", speaker=speaker, outlet=outlet)
            for speaker in (1, 2, 3)
            for outlet in (1, 2)
        ]
        selected = {Column.SPEAKER: frozenset({1, 2}), Column.OUTLET: frozenset({1})}
        question = Question(tree=Word("boat"), selected=selected, counted=COUNTED)
        answer = index(entries).answer(question)
        assert answer.total == 2
        assert answer.counts[Column.SPEAKER] == {1: 1, 2: 1, 3: 1}
        assert answer.counts[Column.OUTLET] == {1: 2, 2: 2}

    @pytest.mark.parametrize("seed", range(6))
    def test_it_agrees_with_the_reference_on_random_searches(self, index: Index, seed: int) -> None:
        """Totals, lists and every count, over random entries, trees, filters and days."""
        random = Random(seed)
        entries = random_entries(random, random.choice((1, 40, 150)))
        engine = index(entries)
        for _ in range(40):
            tree = And((random_tree(random), Or((Prefix("b"), Prefix("t"), Not(Word("zebra"))))))
            selected: dict[Column, frozenset[Any]] = {}
            if random.random() < 0.5:
                selected[Column.SPEAKER] = frozenset(random.sample(range(1, 5), 2))
            if random.random() < 0.3:
                selected[Column.KIND] = frozenset({"answer"})
            after = random.choice((None, None, date(2021, 6, 1)))
            before = random.choice((None, None, date(2022, 1, 1)))
            question = Question(tree, selected, after, before, stop=None, counted=COUNTED)
            answer = engine.answer(question)
            wanted = reference.search(entries, tree, selected, after, before)
            assert self.groups(entries, answer) == wanted
            assert answer.total == len(answer.found) == len(wanted)
            for column, counts in answer.counts.items():
                values = {getattr(entry, column.value) for entry in entries} - {0, ""}
                for value in values:
                    alone = {**selected, column: frozenset({value})}
                    total = len(reference.search(entries, tree, alone, after, before))
                    assert counts.get(value, 0) == total, (tree, column, value)
                assert set(counts) <= values

    def groups(self, entries: Sequence[Entry], answer: Answer) -> set[int]:
        """Return the groups of what was found."""
        groups = {entry.turn: entry.group for entry in entries}
        return {groups[found.turn_id] for found in answer.found}

    def test_similar_words_are_said_and_near(self, index: Index) -> None:
        engine = index([make_entry("station stations satellite"), make_entry("station")])
        assert engine.similar_words("stattion")[0] == "station"
        assert engine.similar_words("qqqqqq") == []

    def test_nothing_indexed_is_nothing_found(self, index: Index) -> None:
        answer = index([]).answer(Question(tree=Word("boat"), counted=COUNTED))
        assert answer.total == 0
        assert answer.found == ()
        assert all(counts == {} for counts in answer.counts.values())
