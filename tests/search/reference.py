"""A slow, obviously right search over a list of entries: what every engine must agree with.

It shares the tokens with the engines and nothing else: for each entry and each node it asks, in the
words of the contract, whether the one matches the other.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from briefings.search.entries import Entry
from briefings.search.tokens import stem, words
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


def edits(a: str, b: str) -> int:
    """Return the number of slips (a letter left out, added, changed, two swapped)."""
    table = [[max(i, j) if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = a[i - 1] == b[j - 1]
            table[i][j] = min(
                table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (not same)
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def says(text: str, leaf: Node) -> bool:
    """Say whether one text matches one leaf; for texts of words with spaces."""
    said = words(text)
    if isinstance(leaf, Word):
        return all(stem(word) in map(stem, said) for word in words(leaf.text))
    if isinstance(leaf, Phrase):
        wanted = words(leaf.text)
        return any(said[i : i + len(wanted)] == wanted for i in range(len(said)))
    if isinstance(leaf, Near):
        wanted = words(leaf.text)
        return any(set(wanted) <= set(said[i : i + leaf.distance + 1]) for i in range(len(said)))
    if isinstance(leaf, Prefix):
        return any(word.startswith(leaf.text) for word in said)
    assert isinstance(leaf, Fuzzy)
    limit = 2 if len(leaf.text) >= 6 else 1
    return any(word[0] == leaf.text[0] and edits(leaf.text, word) <= limit for word in said)


def matches(entry: Entry, node: Node) -> bool:
    """Say whether an entry matches a node, by its own text or by its question's."""
    if isinstance(node, And):
        return all(matches(entry, part) for part in node.parts)
    if isinstance(node, Or):
        return any(matches(entry, part) for part in node.parts)
    if isinstance(node, Not):
        return not matches(entry, node.part)
    if isinstance(node, Having):
        return getattr(entry, node.column.value) in node.values
    if isinstance(node, Days):
        return within(entry.day, node.after, node.before)
    return says(entry.text, node) or says(entry.question, node)


def within(day: date | None, after: date | None, before: date | None) -> bool:
    """Say whether a day lies between two, which may be open."""
    if after is None and before is None:
        return True
    if day is None:
        return False
    return (after or date.min) <= day <= (before or date.max)


def groups(entries: Iterable[Entry], test: Callable[[Entry], bool]) -> set[int]:
    """Return the groups of the entries that pass a test."""
    return {entry.group for entry in entries if test(entry)}


def search(
    entries: Sequence[Entry],
    node: Node,
    selected: dict[Column, frozenset[int | str]],
    after: date | None = None,
    before: date | None = None,
) -> set[int]:
    """Return the groups that a search lists."""
    return groups(
        entries,
        lambda entry: (
            matches(entry, node)
            and within(entry.day, after, before)
            and all(getattr(entry, column.value) in values for column, values in selected.items())
        ),
    )
