"""Entries for tests of engines: by hand, or at random from a small vocabulary."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from random import Random
from typing import Any

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

_numbers = count(1)
VOCABULARY = (
    *("boat", "boats", "boating", "harbour", "harbours", "tide", "tides", "tidal", "rise"),
    *("rises", "rising", "fleet", "fleets", "wind", "windy", "winds", "storm", "storms"),
    *("pilot", "pilots", "dock", "docks", "5g", "90", "%", "3.5", "covid", "19"),
    *("the", "of", "and", "to", "we"),
)


def make_entry(text: str = "Boats.", **fields: Any) -> Entry:
    """Return an entry; what is not given is unknown, its group is itself."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "turn": number,
        "text": text,
        "question": "",
        "briefing": 1,
        "sequence": number,
        "speaker": 0,
        "outlet": 0,
        "kind": "answer",
        "lang": "en",
        "series": 0,
        "place": "",
        "asker": "",
        "complete": 0,
        "day": date(2022, 7, 19),
        "words": len(text.split()),
        "group": number,
    }
    return Entry(**{**values, **fields})


def random_text(random: Random, most: int = 25) -> str:
    """Return words of the vocabulary, the first ones much more often than the last."""
    size = random.randint(0, most)
    return " ".join(VOCABULARY[int(len(VOCABULARY) * random.random() ** 1.5)] for _ in range(size))


def random_entries(random: Random, number: int) -> list[Entry]:
    """Return entries of a dozen briefings; one answer in ten repeats an earlier one."""
    entries: list[Entry] = []
    for place in range(number):
        kind = random.choice(("answer", "answer", "question", "remarks"))
        day = random.choice((None, date(2021, 5, 1), date(2021, 6, 30), date(2022, 7, 19)))
        fields: dict[str, Any] = {
            "question": random_text(random, 10) if kind == "answer" else "",
            "briefing": random.randint(1, 12),
            "sequence": place,
            "speaker": random.randint(0, 4),
            "outlet": random.randint(0, 3),
            "kind": kind,
            "lang": random.choice(("en", "zh", "zh+en")),
            "series": random.randint(0, 2),
            "place": random.choice(("", "Beijing", "Harbour Hall")),
            "asker": random.choice(("", "Ida Moss")),
            "complete": random.randint(0, 1),
            "day": day,
        }
        if entries and kind == "answer" and random.random() < 0.1:
            earlier = random.choice(entries)
            fields |= {"group": earlier.group, "text": earlier.text}
        entries.append(make_entry(**{"text": random_text(random), **fields}))
    return entries


def random_leaf(random: Random) -> Node:
    """Return a leaf that asks for words of the vocabulary, or for one that is not in it."""
    word = random.choice((*VOCABULARY, "lighthouse"))
    two = " ".join(random.choices(VOCABULARY, k=random.randint(1, 3)))
    letters = [w for w in VOCABULARY if w.isalpha()]
    return random.choice(
        (
            Word(word),
            Word(word),
            Phrase(two),
            Near(two, random.randint(1, 6)),
            Prefix(random.choice(letters)[: random.randint(1, 4)]),
            Fuzzy(random.choice(letters)),
            Having(random.choice((Column.SPEAKER, Column.OUTLET)), frozenset({1, 2})),
            Days(after=date(2021, 6, 1)),
        )
    )


def random_tree(random: Random, depth: int = 3) -> Node:
    """Return a tree of leaves joined by AND, OR and NOT."""
    if depth == 0 or random.random() < 0.4:
        return random_leaf(random)
    parts = tuple(random_tree(random, depth - 1) for _ in range(random.randint(1, 3)))
    return random.choice((And(parts), And(parts), Or(parts), Not(parts[0])))


def in_order(entries: Sequence[Entry], turns: Sequence[int]) -> list[str]:
    """Return the texts of turns."""
    texts = {entry.turn: entry.text for entry in entries}
    return [texts[turn] for turn in turns]
