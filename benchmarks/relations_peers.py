"""Ways of finding the transcripts that share words with a document, side by side.

    python -m benchmarks.relations_peers CORPUS [--step 10] [--transcripts 2000]

First what each way finds: of the made documents of ``manage.py evaluate_relations``, whether a made
one leads to its source, and the source to it; beside that, how many strangers it brings to compare.
Words alone are asked here: figures are another index, the same for every way. Then what the ways
whose index lies in memory cost there; those whose keys are rows are measured in the database by
``benchmarks.relations``.
"""

import argparse
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("DEBUG", "true")

import django

django.setup()

from datasketch import MinHash, MinHashLSH, MinHashLSHEnsemble  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.progress import track  # noqa: E402
from rich.table import Table  # noqa: E402

from briefings.management.commands.evaluate_relations import SEEDS, TOGETHER, read  # noqa: E402
from briefings.transcripts.relations.evaluation import RECIPES  # noqa: E402
from briefings.transcripts.relations.fingerprint import (  # noqa: E402
    SHINGLE,
    SHINGLE_HAN,
    WORD_KEYS,
    fingerprint,
)
from briefings.transcripts.relations.likely import (  # noqa: E402
    KEY_BITS,
    MOST_HOLDERS,
    likely,
)
from briefings.transcripts.relations.profile import (  # noqa: E402
    Hashes,
    Profile,
    profile,
    scrambled,
    shingles,
)
from briefings.transcripts.relations.types import Rarity  # noqa: E402

LETTERS = "abcdefghijkl"  # that name the ways in the tables
WIDTH = 180  # columns of the tables
CHUNK = 4096  # shingles that MinHash takes at once: it makes a table of so many by its permutations


def runs_of(document: Profile) -> Hashes:
    """Return the shingles of a transcript's spoken words."""
    return shingles(document.words, SHINGLE_HAN if document.in_han else SHINGLE)


def minhash(runs: Hashes) -> MinHash:
    """Return the MinHash of shingles, which are hashes already."""
    made = MinHash(num_perm=WORD_KEYS, hashfunc=int, scheme="affine64")
    for start in range(0, len(runs), CHUNK):
        made.update_batch(runs[start : start + CHUNK].tolist())
    return made


@cache
def minhash_of(document: Profile) -> MinHash:
    """Return the MinHash of a whole document, made once for all ways."""
    return minhash(runs_of(document))


def banded(values: Hashes, rows: int) -> Hashes:
    """Return a key for each band of ``rows`` values."""
    keys = np.arange(len(values) // rows, dtype=np.uint64)
    for row in range(rows):
        keys = scrambled(keys * np.uint64(0x100000001B3) + values[row::rows][: len(keys)])
    return keys


class Way:
    """A way to find documents: ``add`` all, ``build``, then ``find``."""

    name = ""

    def add(self, place: int, document: Profile) -> int:
        """Take a known document in; return how many keys it was given."""
        raise NotImplementedError

    def build(self) -> None:
        """Make ready what is built at once."""

    def find(self, document: Profile) -> Collection[int]:
        """Return the places of the documents to compare with."""
        raise NotImplementedError


class Keyed(Way):
    """Keys that can be rows of a table, weighed and cut off as ``briefings.candidates`` does."""

    def __init__(self, name: str, keys: Callable[[Profile], Hashes]) -> None:
        self.name = name
        self.keys = keys
        self.holders: dict[int, list[int]] = defaultdict(list)
        self.known = 0

    def add(self, place: int, document: Profile) -> int:
        """Note the document under each of its keys."""
        keys = set(self.keys(document).tolist())
        for key in keys:
            self.holders[key].append(place)
        self.known += 1
        return len(keys)

    def find(self, document: Profile) -> Collection[int]:
        """Add up what the shared keys tell."""
        keys = set(self.keys(document).tolist())
        rarity = Rarity(self.known, {key: len(self.holders.get(key, ())) for key in keys})
        return likely(
            (place, rarity.bits(key, KEY_BITS))
            for key, count in rarity.holding.items()
            if 0 < count <= MOST_HOLDERS
            for place in self.holders[key]
        )


class Bands(Way):
    """MinHashLSH, with the bands that it chooses for a Jaccard coefficient."""

    def __init__(self, threshold: float) -> None:
        self.index = MinHashLSH(threshold=threshold, num_perm=WORD_KEYS)
        self.name = f"MinHashLSH, Jaccard {threshold} ({self.index.b} bands of {self.index.r})"

    def add(self, place: int, document: Profile) -> int:
        """Insert it."""
        self.index.insert(place, minhash_of(document))
        return int(self.index.b)

    def find(self, document: Profile) -> Collection[int]:
        """Return all that share a band."""
        return set(self.index.query(minhash_of(document)))


class Ensemble(Way):
    """MinHashLSHEnsemble: what holds at least a share of the document that is sought."""

    def __init__(self, threshold: float) -> None:
        self.index = MinHashLSHEnsemble(threshold=threshold, num_perm=WORD_KEYS)
        self.name = f"MinHashLSHEnsemble, containment {threshold}"
        self.entries: list[tuple[int, MinHash, int]] = []

    def add(self, place: int, document: Profile) -> int:
        """Keep it: the index is made of all at once, and takes none afterwards."""
        runs = np.unique(runs_of(document))
        self.entries.append((place, minhash_of(document), max(len(runs), 1)))
        return sum(WORD_KEYS // r for r in self.index.indexes[0])

    def build(self) -> None:
        """Make the index."""
        self.index.index(self.entries)

    def find(self, document: Profile) -> Collection[int]:
        """Return all that hold the share."""
        runs = np.unique(runs_of(document))
        return set(self.index.query(minhash_of(document), max(len(runs), 1)))


def smallest(document: Profile) -> Hashes:
    """Return the smallest hashes of a document: a bottom-k sketch."""
    return np.unique(runs_of(document))[:WORD_KEYS]


def ours(document: Profile) -> Hashes:
    """Return the keys that the archive keeps."""
    return np.array(fingerprint(document).words, dtype=np.uint64)


def whole(rows: int) -> Callable[[Profile], Hashes]:
    """Return what makes keys of bands of the MinHash of a whole document."""
    return lambda document: banded(minhash_of(document).hashvalues, rows)


def by_exchange(bands: int, rows: int) -> Callable[[Profile], Hashes]:
    """Return what makes keys of bands of the MinHash of each exchange, or turn outside of any."""

    def keys(document: Profile) -> Hashes:
        turns = document.transcript.turns
        part = [turns[p.turn].exchange or -1 - p.turn for p in document.spoken]
        of_word = np.repeat(part, [len(p.words) for p in document.spoken])
        edges = [0, *(np.flatnonzero(np.diff(of_word)) + 1).tolist(), len(of_word)]
        length = SHINGLE_HAN if document.in_han else SHINGLE
        made = [np.empty(0, dtype=np.uint64)]
        for start, end in pairwise(edges):
            runs = shingles(document.words[start:end], length)
            if len(runs):
                made.append(banded(minhash(runs).hashvalues[: bands * rows], rows))
        return np.concatenate(made)

    return keys


def ways() -> list[Way]:
    """Return every way, with nothing in it."""
    return [
        Keyed(f"MinHash, {WORD_KEYS} bands of 1, as keys (the archive's)", ours),
        Keyed(f"MinHash, {WORD_KEYS // 2} bands of 2, as keys", whole(2)),
        Keyed(f"{WORD_KEYS} smallest hashes (bottom-k), as keys", smallest),
        Bands(0.5),
        Bands(0.2),
        Bands(0.1),
        Ensemble(0.5),
        Ensemble(0.2),
        Keyed("MinHash of each exchange, 16 bands of 2, as keys", by_exchange(16, 2)),
        Keyed("MinHash of each exchange, 16 bands of 1, as keys", by_exchange(16, 1)),
    ]


def main() -> None:
    """Run both parts and print a table of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a directory or .tar archive of documents")
    parser.add_argument("--step", type=int, default=10, help="make of every N-th document only")
    parser.add_argument("--transcripts", type=int, default=2000, help="in memory")
    options = parser.parse_args()
    console = Console(width=WIDTH)
    # First, as long as the process holds nothing else.
    memory = in_memory(options.transcripts)
    sources = [profile(source) for source in read([SEEDS, options.corpus]) if source.turns]
    for table in (*found(sources, options.step), memory):
        console.print(table)
        console.print()


def found(sources: Sequence[Profile], step: int) -> tuple[Table, Table]:
    """Return the ways, and what each finds of the made documents, both ways round."""
    recipes = [recipe for recipe in RECIPES if recipe.kinds]
    together = {
        place: {
            other
            for other, b in enumerate(sources)
            if other == place
            or any({a.transcript.name, b.transcript.name} <= names for names in TOGETHER)
        }
        for place, a in enumerate(sources)
    }
    made = [
        [
            (place, profile(recipe.make(source.transcript, Random(f"1 {recipe.name} {place}"))))
            for place, source in list(enumerate(sources))[::step]
            if recipe.suits(source)
        ]
        for recipe in recipes
    ]
    list_of_ways = Table("", "way", "keys", "ms to make", "strangers", box=None)
    columns: list[list[str]] = []
    for number, way in enumerate(ways()):
        minhash_of.cache_clear()
        started = time.perf_counter()
        keys = [way.add(place, source) for place, source in enumerate(sources)]
        took = (time.perf_counter() - started) / len(sources)
        way.build()
        columns.append([])
        strangers = sought = 0
        for documents in track(made, way.name, console=Console(stderr=True), transient=True):
            back = ways()[number]
            there = 0
            for place, document in documents:
                result = set(way.find(document))
                there += place in result
                strangers += len(result - together[place])
                sought += 1
                back.add(place, document)
            back.build()
            again = sum(place in back.find(sources[place]) for place, _ in documents)
            columns[-1].append(f"{there / len(documents):.2f} {again / len(documents):.2f}")
        list_of_ways.add_row(
            LETTERS[number],
            way.name,
            f"{sum(keys) / len(keys):.0f}",
            f"{1000 * took:.1f}",
            f"{strangers / sought:.1f}",
        )
    table = Table("made", "pairs", *LETTERS[: len(columns)], box=None)
    for recipe, documents, cells in zip(recipes, made, zip(*columns, strict=True), strict=True):
        table.add_row(recipe.name, str(len(documents)), *cells)
    return list_of_ways, table


def in_memory(transcripts: int) -> Table:
    """Return what the ways whose index lies in memory take of it, each in a process of its own."""
    table = Table("", "way", "transcripts", "memory", "built in", "a look-up", box=None)
    for letter, way in zip(LETTERS, ways(), strict=False):
        if isinstance(way, Keyed):
            continue
        reading, writing = os.pipe()
        if not (child := os.fork()):
            os.write(writing, " ".join(map(str, _measured(way, transcripts))).encode())
            os._exit(0)
        os.waitpid(child, 0)
        megabytes, built, asked = map(float, os.read(reading, 1000).split())
        table.add_row(
            letter,
            way.name,
            f"{transcripts:,}",
            f"{megabytes:.0f} MB",
            f"{built:.0f} s",
            f"{1000 * asked:.1f} ms",
        )
    return table


def _resident() -> float:
    """Return the megabytes that this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _measured(way: Way, transcripts: int) -> tuple[float, float, float]:
    """Fill an index with MinHashes of strangers; return its megabytes, and seconds."""
    chance = np.random.default_rng(1)

    def strangers(count: int) -> Iterator[tuple[MinHash, int]]:
        permutations = MinHash(num_perm=WORD_KEYS, scheme="affine64").permutations
        for _ in range(count):
            values = chance.integers(0, 2**63, WORD_KEYS, dtype=np.uint64)
            made = MinHash(hashvalues=values, permutations=permutations, scheme="affine64")
            yield made, int(chance.integers(300, 15_000))

    before = _resident()
    started = time.perf_counter()
    if isinstance(way, Bands):
        for place, (made, _) in enumerate(strangers(transcripts)):
            way.index.insert(place, made)
    elif isinstance(way, Ensemble):
        way.index.index([(place, *known) for place, known in enumerate(strangers(transcripts))])
    built = time.perf_counter() - started
    memory = _resident() - before
    sought = list(strangers(100))
    started = time.perf_counter()
    for made, size in sought:
        if isinstance(way, Bands):
            way.index.query(made)
        elif isinstance(way, Ensemble):
            set(way.index.query(made, size))
    return memory, built, (time.perf_counter() - started) / len(sought)


if __name__ == "__main__":
    sys.exit(main())
