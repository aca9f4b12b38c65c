"""The plain engine: a walk over the database's rows, with no index at all.

It answers while the index is missing or out of order, slowly (seconds at tens of thousands of
turns) and exactly: same tokens, same rules, same counts as the others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import log

from briefings.search.engine import QUESTION_WEIGHT, Answer, Found, Question
from briefings.search.entries import Entry, entries, indexed_turns
from briefings.search.matching import is_alike, places_of
from briefings.search.tokens import words
from briefings.search.tree import And, Column, Days, Having, Node, Not, Or, Text
from briefings.search.types import Sort

B, K1 = 0.75, 1.2  # of BM25, as Whoosh's defaults


def column_value(entry: Entry, column: Column) -> int | str:
    """Return what an entry has in a column."""
    value: int | str = getattr(entry, column.value)
    return value


def is_within(day: date | None, after: date | None, before: date | None) -> bool:
    """Say whether a day lies in a range; an unknown day lies only in the open one."""
    if after is None and before is None:
        return True
    return day is not None and (after is None or day >= after) and (before is None or day <= before)


@dataclass
class Matches:
    """The turns that match a node: all of them, and those whose own words do.

    ``own`` and ``asked`` are the scores by a turn's own words and by its question's.
    """

    turns: set[int] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)
    own: Counter[int] = field(default_factory=Counter)
    asked: Counter[int] = field(default_factory=Counter)


class PlainEngine:
    """Answers from the rows that ``read`` gives, by default those of the database."""

    def __init__(self, read: Callable[[], Iterable[Entry]] | None = None) -> None:
        self._read = read or _rows

    @cached_property
    def _walk(self) -> "_Walk":
        return _Walk(list(self._read()))

    def answer(self, question: Question) -> Answer:
        """Answer by looking at every row; the rows are read once in an engine's life."""
        walk = self._walk
        rows = walk.rows
        matches = walk.match(question.tree, question.own)
        scores = {
            turn: matches.own[turn] + QUESTION_WEIGHT * matches.asked[turn]
            for turn in matches.turns
        }
        listed = [row for row in rows if row.turn in matches.turns]
        listed = [row for row in listed if is_within(row.day, question.after, question.before)]

        def chosen(row: Entry, left_out: Column | None = None) -> bool:
            return all(
                column_value(row, column) in values
                for column, values in question.selected.items()
                if values and column != left_out
            )

        def order(row: Entry) -> tuple[float | int, ...]:
            newest = (-(row.day or date.min).toordinal(), -row.briefing, row.sequence)
            if question.sort is Sort.NEWEST:
                return newest
            if question.sort is Sort.OLDEST:
                return ((row.day or date.max).toordinal(), row.briefing, row.sequence)
            return (row.turn not in matches.alone, -scores[row.turn], *newest)

        groups: dict[int, list[int]] = {}
        for row in sorted(filter(chosen, listed), key=order):
            groups.setdefault(row.group, []).append(row.turn)
        counts = {}
        for column in question.counted:
            pairs = {
                (column_value(row, column), row.group) for row in listed if chosen(row, column)
            }
            counts[column] = dict(Counter(value for value, _ in pairs if value))
        page = list(groups.values())[question.start : question.stop]
        found = tuple(Found(turns[0], scores[turns[0]], tuple(turns[1:])) for turns in page)
        return Answer(total=len(groups), found=found, counts=counts)

    def similar_words(self, word: str, limit: int = 5) -> list[str]:
        """Return the commonest words of the rows that are spelt like ``word``."""
        counts = Counter(token for row in self._walk.rows for token in words(row.text))
        alike = [token for token in counts if token != word and is_alike(word, token)]
        return sorted(alike, key=lambda token: (-counts[token], token))[:limit]

    def words_spoken(self, question: Question, column: Column) -> Mapping[int | str, int]:
        """Return the words of all turns that the question leaves, by the column's values."""
        answer = self.answer(replace(question, start=0, stop=None, counted=()))
        kept = {turn for found in answer.found for turn in (found.turn_id, *found.also)}
        counts: Counter[int | str] = Counter()
        for row in self._walk.rows:
            if row.turn in kept and column_value(row, column):
                counts[column_value(row, column)] += row.words
        return counts

    def frequencies(self, wanted: Iterable[str]) -> tuple[Mapping[str, int], int]:
        """Return how often each word is said, and how many words are."""
        counts = Counter(token for row in self._walk.rows for token in words(row.text))
        return {word: counts[word] for word in wanted}, counts.total()


def _rows() -> Iterable[Entry]:
    turns = indexed_turns().order_by("transcript", "sequence")
    return entries(turns.iterator(chunk_size=2000))


class _Walk:
    """The evaluation of a tree over all rows; texts are cut into tokens once."""

    def __init__(self, rows: list[Entry]) -> None:
        self.rows = rows
        self._everything = {row.turn for row in rows}
        self._own = [words(row.text) for row in rows]
        self._asked = [words(row.question) if row.question else [] for row in rows]
        self._own_length = sum(map(len, self._own)) / max(1, len(rows)) or 1
        self._asked_length = sum(map(len, self._asked)) / max(1, len(rows)) or 1

    def match(self, node: Node, own: bool = False) -> Matches:
        """Return what matches a node, by the turns' own words alone if so asked."""
        self._texts = ("own",) if own else ("own", "asked")
        return self._match(node)

    def _match(self, node: Node) -> Matches:
        if isinstance(node, And):
            return self._all(node)
        if isinstance(node, Or):
            return self._any(node)
        if isinstance(node, Not):
            turns = self._everything - self._match(node.part).turns
            return Matches(turns, set(turns))
        if isinstance(node, Having):
            turns = {r.turn for r in self.rows if column_value(r, node.column) in node.values}
            return Matches(turns, set(turns))
        if isinstance(node, Days):
            turns = {r.turn for r in self.rows if is_within(r.day, node.after, node.before)}
            return Matches(turns, set(turns))
        return self._text(node)

    def _all(self, node: And) -> Matches:
        result = Matches(set(self._everything), set(self._everything))
        for part in map(self._match, node.parts):
            result.turns &= part.turns
            result.alone &= part.alone
            result.own.update(part.own)
            result.asked.update(part.asked)
        return result

    def _any(self, node: Or) -> Matches:
        result = Matches()
        for part in map(self._match, node.parts):
            result.turns |= part.turns
            result.alone |= part.alone
            result.own.update(part.own)
            result.asked.update(part.asked)
        return result

    def _text(self, leaf: Text) -> Matches:
        """Match a leaf in each row's own text and in its question's, scored by BM25."""
        result = Matches()
        own = {r.turn: len(places_of(leaf, t)) for r, t in zip(self.rows, self._own, strict=True)}
        asked = {
            r.turn: len(places_of(leaf, t)) if "asked" in self._texts else 0
            for r, t in zip(self.rows, self._asked, strict=True)
        }
        for counts, texts, average, scores in (
            (own, self._own, self._own_length, result.own),
            (asked, self._asked, self._asked_length, result.asked),
        ):
            number = sum(map(bool, counts.values()))
            rarity = log(max(1, len(self.rows)) / (number + 1)) + 1
            for row, tokens in zip(self.rows, texts, strict=True):
                times = counts[row.turn]
                if times:
                    length = K1 * ((1 - B) + B * len(tokens) / average)
                    scores[row.turn] = rarity * times * (K1 + 1) / (times + length)  # type: ignore[assignment]
        result.alone = {turn for turn, times in own.items() if times}
        result.turns = result.alone | {turn for turn, times in asked.items() if times}
        return result
