"""Where a query's words stand in one text: for passages, marks in pages, and the plain engine."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz.distance import OSA

from briefings.search.needles import (
    has_plain_letters,
    needle,
    needle_of_stem,
    words_with,
)
from briefings.search.tokens import is_ideographic, pattern, spans_at, stem, words
from briefings.search.tree import Fuzzy, Near, Node, Phrase, Prefix, Text, Word, leaves

# One typing slip in a short word, two in a longer one: the usual bounds (Lucene's "AUTO").
FUZZY_LONG = 6
FUZZY_PREFIX = 1


def fuzzy_distance(word: str) -> int:
    """Return how many letters a fuzzy word may differ in."""
    return 2 if len(word) >= FUZZY_LONG else 1


def is_alike(word: str, other: str) -> bool:
    """Say whether two words are as near as ``word~`` asks: same first letter, a slip or two."""
    limit = fuzzy_distance(word)
    return (
        word[:FUZZY_PREFIX] == other[:FUZZY_PREFIX]
        and abs(len(word) - len(other)) <= limit
        and OSA.distance(word, other, score_cutoff=limit) <= limit
    )


Test = Callable[[str], bool]
Span = tuple[int, int, int]  # start, end, the leaf's number


def _equal(word: str) -> Test:
    return lambda token: token == word


def _begins(start: str) -> Test:
    return lambda token: token.startswith(start)


def _ideograph_test(token: str) -> Test:
    return _begins(token) if len(token) == 1 else _equal(token)


def word_tests(text: str) -> list[Test]:
    """Return the tests that a bare word asks of tokens, all of which must be met somewhere.

    A word of several tokens ("base-station") asks for each. A single ideograph is met by every pair
    that begins with it.
    """
    tests: list[Test] = []
    for _, token in pattern(text).tokens:
        if is_ideographic(token):
            tests.append(_ideograph_test(token))
        else:
            wanted = stem(token)
            tests.append(lambda token, wanted=wanted: stem(token) == wanted)  # type: ignore[misc]
    return tests


def phrase_tests(text: str) -> list[tuple[int, Test]]:
    """Return a phrase's tests with their distances from the phrase's first place."""
    tokens, open_end = pattern(text)
    tests = [(distance, _equal(token)) for distance, token in tokens]
    if open_end and tokens:
        tests[-1] = (tokens[-1][0], _begins(tokens[-1][1]))
    return tests


def find_phrase(tests: Sequence[tuple[int, Test]], tokens: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the places of each occurrence of a phrase."""
    if not tests:
        return []
    found = []
    for start in range(len(tokens)):
        places = tuple(start + distance for distance, _ in tests)
        if places[-1] < len(tokens) and all(
            test(tokens[place]) for place, (_, test) in zip(places, tests, strict=True)
        ):
            found.append(places)
    return found


def find_near(leaf: Near, tokens: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the places of words that stand together as ``Near`` asks, one entry a start.

    For each place of a word the nearest following places of the others are taken.
    """
    wanted = dict.fromkeys(word for _, word in pattern(leaf.text).tokens)
    places = [[i for i, token in enumerate(tokens) if token == word] for word in wanted]
    if not places or not all(places):
        return []
    found = []
    for start in sorted({place for column in places for place in column}):
        chosen = []
        for column in places:
            index = bisect_left(column, start)
            if index == len(column) or column[index] - start > leaf.distance:
                break
            chosen.append(column[index])
        else:
            if start in chosen:
                found.append(tuple(sorted(set(chosen))))
    return found


def places_of(leaf: Text, tokens: Sequence[str]) -> list[tuple[int, ...]]:
    """Return where one leaf of a query stands among tokens; empty when it does not.

    Each entry holds the places of one occurrence. A bare word of several tokens must have them all.
    """
    if isinstance(leaf, Phrase):
        return find_phrase(phrase_tests(leaf.text), tokens)
    if isinstance(leaf, Near):
        return find_near(leaf, tokens)
    if isinstance(leaf, Word):
        columns = [
            [(i,) for i, t in enumerate(tokens) if test(t)] for test in word_tests(leaf.text)
        ]
        return sorted(place for column in columns for place in column) if all(columns) else []
    test = _like_test(leaf)
    return [(i,) for i, token in enumerate(tokens) if test(token)]


def wanted_leaves(tree: Node) -> list[Text]:
    """Return the leaves that ask for words, those under a NOT left out."""
    return [
        leaf
        for leaf, wanted in leaves(tree)
        if wanted and isinstance(leaf, Word | Phrase | Near | Prefix | Fuzzy)
    ]


class _Meanings(dict[str, tuple[int, ...]]):
    """Tokens and the numbers of the leaves that each meets, worked out once a token.

    Bare words are looked up by their stem, so that a token costs the same for two words as for ten.
    """

    limit = 200_000

    def __init__(self) -> None:
        super().__init__()
        self.tests: list[tuple[int, Test]] = []
        self.needles: set[str | None] = set()  # None: a leaf has no letters to look for
        self._stems: dict[str, tuple[int, ...]] = {}

    def add_word(self, number: int, text: str) -> None:
        """Take in a bare word; see ``word_tests`` for what its tokens ask."""
        for _, token in pattern(text).tokens:
            if is_ideographic(token):
                self.add_test(number, _ideograph_test(token), None)
            else:
                self.needles.add(needle_of_stem(stem(token)))
                self._stems[stem(token)] = (*self._stems.get(stem(token), ()), number)

    def add_test(self, number: int, test: Test, letters: str | None) -> None:
        """Take in a test of tokens, and the letters that all that meet it have."""
        self.tests.append((number, test))
        self.needles.add(letters)

    def __missing__(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the leaves that a token meets."""
        if len(self) >= self.limit:
            self.clear()
        numbers = self._stems.get(stem(word), ()) if self._stems else ()
        if self.tests:
            numbers += tuple(number for number, test in self.tests if test(word))
        if len(numbers) > 1:
            numbers = tuple(sorted(set(numbers)))
        self[word] = numbers
        return numbers


class Finder:
    """Finds where a query's leaves stand in texts; what a token is to them is worked out once."""

    def __init__(self, leaves_: Iterable[Text]) -> None:
        self._sequences: list[tuple[int, Phrase | Near, frozenset[str]]] = []
        self._meanings = _Meanings()
        for number, leaf in enumerate(leaves_):
            if isinstance(leaf, Phrase | Near):
                tokens, open_end = pattern(leaf.text)
                needed = frozenset(token for _, token in (tokens[:-1] if open_end else tokens))
                self._sequences.append((number, leaf, needed))
            elif isinstance(leaf, Word):
                self._meanings.add_word(number, leaf.text)
            else:
                letters = leaf.text.lower() if isinstance(leaf, Prefix) else ""
                self._meanings.add_test(number, _like_test(leaf), needle(letters))
        self._needles = [letters for letters in self._meanings.needles if letters]
        self._is_direct = not self._sequences and None not in self._meanings.needles

    def by_paragraph(self, text: str) -> list[tuple[int, str, list[Span]]]:
        """Return the paragraphs (their numbers from 0) in which the leaves stand, and the spans."""
        if not (self._is_direct and has_plain_letters(text)):
            return [
                (number, paragraph, spans)
                for number, paragraph in enumerate(text.split("\n"))
                if (spans := self.spans(paragraph))
            ]
        rest = self._plain_spans(text)
        if "\n" not in text:
            return [(0, text, rest)] if rest else []
        found = []
        while rest:
            start = text.rfind("\n", 0, rest[0][0]) + 1
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            spans = [(a - start, b - start, number) for a, b, number in rest if b <= end]
            found.append((text.count("\n", 0, start), text[start:end], spans))
            rest = rest[len(spans) :]
        return found

    def _plain_spans(self, text: str) -> list[Span]:
        """Return the spans in a text of plain letters, looking at what begins with the needles."""
        meanings = self._meanings
        return sorted(
            {
                (start, end, number)
                for word, start, end in words_with(text, self._needles)
                for number in meanings[word]
            }
        )

    def spans(self, text: str) -> list[Span]:
        """Return the spans (start, end, leaf's number) that the leaves mark in a text, in order.

        Words of a phrase are marked as one span. A bare word of several tokens marks those that
        stand in this text, be it only one: the others may stand in another paragraph.
        """
        if self._is_direct and has_plain_letters(text):
            return self._plain_spans(text)
        found = words(text)
        meant = map(self._meanings.__getitem__, found)
        single = [(i, numbers) for i, numbers in enumerate(meant) if numbers]
        said = frozenset(found) if self._sequences else frozenset()
        sequences = [(n, leaf) for n, leaf, needed in self._sequences if needed <= said]
        if not single and not sequences:
            return []
        marked = [((i, i), number) for i, numbers in single for number in numbers]
        for number, leaf in sequences:
            for places in places_of(leaf, found):
                if isinstance(leaf, Phrase):
                    marked.append(((places[0], places[-1]), number))
                else:
                    marked.extend(((i, i), number) for i in places)
        where = spans_at(text, {place for ends, _ in marked for place in ends})
        return sorted((where[a][0], where[b][1], number) for (a, b), number in marked)


def _like_test(leaf: Prefix | Fuzzy) -> Test:
    """Return the test of a beginning or of a word spelt alike, which nothing meets if it is odd."""
    folded = words(leaf.text)
    if len(folded) != 1 and not (folded and is_ideographic(folded[0])):
        return lambda token: False
    if isinstance(leaf, Prefix):
        return _begins(folded[0])
    return lambda token: is_alike(folded[0], token)
