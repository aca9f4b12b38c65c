"""The column executor equals stock Whoosh: hits, totals, scores and order, ties aside.

Random indexes (one segment or several, with deletions) and random queries; Whoosh's own searcher
answers the same query on the same files.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from haystack import connections
from whoosh import query as wq
from whoosh.filedb.filestore import FileStorage

from briefings.search.backends.columns import Executor
from briefings.search.backends.whoosh import WhooshBackend
from briefings.search.engine import QUESTION_WEIGHT, Question
from briefings.search.tokens import stem, words
from briefings.search.tree import And, Column, Node, Not, Or, Phrase, Prefix, Word
from briefings.search_indexes import document
from tests.search.corpora import VOCABULARY, make_entry, random_entries


def in_whoosh(node: Node) -> wq.Query:
    """Return a tree as Whoosh's own query: own words in full, the question's at a quarter."""
    if isinstance(node, And):
        return wq.And([in_whoosh(part) for part in node.parts])
    if isinstance(node, Or):
        return wq.Or([in_whoosh(part) for part in node.parts])
    if isinstance(node, Word):
        term = stem(node.text)
        return either(wq.Term("text", term), wq.Term("question", term, boost=QUESTION_WEIGHT))
    if isinstance(node, Phrase):
        found = words(node.text)
        return either(
            wq.Phrase("exact", found),
            wq.Phrase("question_exact", found, boost=QUESTION_WEIGHT),
        )
    assert isinstance(node, Prefix)
    # A bare Prefix is scored by how many of its terms the index happens to have.
    return either(
        wq.ConstantScoreQuery(wq.Prefix("exact", node.text)),
        wq.ConstantScoreQuery(wq.Prefix("question_exact", node.text), QUESTION_WEIGHT),
    )


def either(own: wq.Query, asked: wq.Query) -> wq.Query:
    """Return the query for a leaf in the own text or in the question's."""
    return wq.Or([own, asked])


def random_query(random: Random, depth: int = 2) -> Node:
    """Return a tree of what both can answer."""
    if depth == 0 or random.random() < 0.35:
        word = random.choice(VOCABULARY)
        phrase = " ".join(random.choices(VOCABULARY, k=random.randint(2, 3)))
        start = random.choice([word for word in VOCABULARY if word.isalpha()])[:2]
        return random.choice((Word(word), Word(word), Phrase(phrase), Prefix(start)))
    parts = tuple(random_query(random, depth - 1) for _ in range(random.randint(2, 3)))
    return random.choice((And(parts), Or(parts)))


@pytest.fixture
def backend(index_path: Path) -> WhooshBackend:
    """Return the backend on a directory of this test."""
    found: WhooshBackend = connections["default"].get_backend()
    return found


def fill(backend: WhooshBackend, random: Random, number: int, segments: int) -> None:
    """Write random entries in some segments, and delete some of them again."""
    entries = random_entries(random, number)
    step = -(-number // segments)
    backend.rebuild(lambda: map(document, entries[:step]))
    for start in range(step, number, step):
        part = entries[start : start + step]
        turns = [entry.turn for entry in part]
        backend._replace("turn", turns, lambda part=part: map(document, part))
    if segments > 1:
        gone = random.sample([entry.turn for entry in entries], number // 10)
        backend._replace("turn", gone, lambda: ())


def scores_of(query: wq.Query, mask: wq.Query | None, folder: Path) -> dict[int, float]:
    """Return what Whoosh finds outside a mask, with its scores.

    A mask, since a NOT in Whoosh 2.7.4 adds 1 to every score, and its AndNot lets some of what it
    excludes through beside a phrase.
    """
    index = FileStorage(str(folder)).open_index()
    with index.searcher() as searcher:
        results = searcher.search(query, limit=None, mask=mask)
        return {hit.docnum: hit.score for hit in results}


@pytest.mark.parametrize("segments", [1, 4])
@pytest.mark.parametrize("seed", range(4))
def test_it_finds_and_scores_as_whoosh_does(
    backend: WhooshBackend, index_path: Path, seed: int, segments: int
) -> None:
    random = Random(seed * 10 + segments)
    fill(backend, random, random.choice((30, 200)), segments)
    snapshot = backend.snapshot()
    assert len(snapshot.leaves) == segments
    nonempty = 0
    for _ in range(40):
        tree = random_query(random)
        without = random_query(random) if random.random() < 0.3 else None
        mask = in_whoosh(without) if without else None
        theirs = scores_of(in_whoosh(tree), mask, index_path)
        matches = Executor(snapshot).match(And((tree, Not(without))) if without else tree)
        ours = matches.documents.tolist()
        assert ours == sorted(theirs), tree
        mine = matches.scores
        assert mine == pytest.approx([theirs[document] for document in ours], rel=1e-4), tree
        assert order(ours, mine.tolist()) == order(ours, [theirs[document] for document in ours])
        nonempty += bool(ours)
    assert nonempty > 20


def order(documents: Sequence[int], scores: Sequence[float]) -> list[set[int]]:
    """Return documents by score, those level with each other in one set."""
    ranked: list[tuple[float, set[int]]] = []
    for score, number in sorted(zip(scores, documents, strict=True), reverse=True):
        if ranked and ranked[-1][0] - score < 1e-3:
            ranked[-1][1].add(number)
        else:
            ranked.append((score, {number}))
    return [numbers for _, numbers in ranked]


def test_a_posting_list_of_many_blocks_is_read_whole(
    backend: WhooshBackend, index_path: Path
) -> None:
    """Whoosh writes 128 postings a block; the last block of a list is marked."""
    entries = random_entries(Random(1), 700)
    backend.rebuild(lambda: map(document, entries))
    snapshot = backend.snapshot()
    index = FileStorage(str(index_path)).open_index()
    with index.searcher() as searcher:
        for word in ("boat", "the", "%"):
            matcher = searcher.postings("exact", word)
            theirs = [
                (number, place)
                for number in iter_ids(matcher)
                for place in matcher.value_as("positions")
            ]
            keys = snapshot.places("exact", word)
            assert (
                list(zip((keys >> 24).tolist(), (keys & 0xFFFFFF).tolist(), strict=True)) == theirs
            )


def iter_ids(matcher: object) -> object:
    """Yield a matcher's documents, standing on each."""
    while matcher.is_active():  # type: ignore[attr-defined]
        yield matcher.id()  # type: ignore[attr-defined]
        matcher.next()  # type: ignore[attr-defined]


@pytest.mark.parametrize("segments", [1, 3])
def test_many_documents_of_few_profiles_are_counted_as_one_by_one(
    backend: WhooshBackend, segments: int
) -> None:
    random = Random(segments)
    entries = [
        make_entry(
            random.choice(("boat", "boat tide", "tide")),
            speaker=random.choice((0, 1, 2)),
            outlet=random.choice((0, 7)),
            kind=random.choice(("answer", "question")),
            group=random.randint(1, 100),  # some say nearly the same
        )
        for _ in range(200)
    ]
    backend.rebuild(lambda: map(document, entries[: 200 // segments]))
    if segments > 1:
        rest = entries[200 // segments :]
        backend._replace("turn", [one.turn for one in rest], lambda: map(document, rest))
    snapshot = backend.snapshot()
    counted = (Column.SPEAKER, Column.OUTLET, Column.KIND, Column.MONTH)
    found = [one for one in entries if "boat" in one.text]
    assert len(found) > 4 * snapshot.profiles.number
    for selected in ({}, {Column.SPEAKER: frozenset({1})}):
        answer = Executor(snapshot).answer(Question(Word("boat"), selected, counted=counted))
        for column, name in zip(counted[:3], ("speaker", "outlet", "kind"), strict=True):
            left = [one for one in found if column in selected or not selected or one.speaker == 1]
            pairs = {(getattr(one, name), one.group) for one in left}
            expected = Counter(value for value, _ in pairs if value)
            assert answer.counts[column] == expected, (column, selected)
        groups = {one.group for one in found if not selected or one.speaker == 1}
        assert answer.counts[Column.MONTH] == {"2022-07": len(groups)}
        assert answer.total == len(groups)
