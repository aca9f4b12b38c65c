"""Reading Whoosh's posting lists whole, into arrays.

Whoosh walks a list posting by posting; here each block is unpacked at once. The layout is that of
``whoosh.codec.whoosh3`` (Whoosh 2.7.4): a tag, then blocks of a length (negative for the last), a
pickled head (count, …, compression, …) and a pickled, maybe compressed triple of document deltas,
weights and encoded places.
"""

import pickle
import zlib
from io import BytesIO
from struct import Struct
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

# A place's key is its document's number times this, plus the place: a turn of 16 million words
# would be needed to spill into the next document.
PLACE_BITS = 24
_length = Struct("!i")

Ints = NDArray[np.int32]
Keys = NDArray[np.int64]
Floats = NDArray[np.float32]


class Postings(NamedTuple):
    """A term's documents in order, its weight in each, and, if asked for, its places' keys."""

    documents: Ints
    weights: Floats
    places: Keys | None


NONE = Postings(np.empty(0, np.int32), np.empty(0, np.float32), np.empty(0, np.int64))


class DamagedError(Exception):
    """A posting list that does not begin as one."""


def read_postings(leaf: Any, field: str, term: bytes, offset: int, places: bool) -> Postings:
    """Return a term's postings in one segment, documents numbered from ``offset``.

    ``leaf`` is Whoosh's ``SegmentReader``; deleted documents are included, as they are in Whoosh's
    document frequencies. A term that is not there has no postings.
    """
    if (field, term) not in leaf._terms:
        return NONE
    info = leaf._terms.term_info(field, term)
    if info.is_inlined():
        numbers, inline_weights, values = info.inlined_postings()
        blocks = [(np.array(numbers, np.int64), tuple(inline_weights), values)]
    else:
        start, length = info.extent()
        if isinstance(length, tuple):  # Whoosh 2.7.4 reads it back as a tuple of one
            (length,) = length
        blocks = _blocks(leaf._terms._postfile.get(start, length))
    documents = np.concatenate([block[0] for block in blocks]) + offset
    weights = np.concatenate([_weights(block[1], len(block[0])) for block in blocks])
    keys = None
    if places:
        encoded = [value for block in blocks for value in block[2]]
        keys = _keys(documents, encoded)
    return Postings(documents.astype(np.int32), weights, keys)


def _blocks(data: bytes) -> list[tuple[Keys, Any, Any]]:
    """Return the blocks of one posting list: document numbers, weights as packed, values."""
    if data[: len(WHOOSH3_HEADER_MAGIC)] != WHOOSH3_HEADER_MAGIC:
        raise DamagedError("A posting list of the index does not begin as one.")
    stream = BytesIO(data)
    place = len(WHOOSH3_HEADER_MAGIC)
    blocks = []
    while True:
        (length,) = _length.unpack_from(data, place)
        end = place + _length.size + abs(length)
        stream.seek(place + _length.size)
        head = pickle.load(stream)  # noqa: S301  our own index, as Whoosh itself reads it
        packed = data[stream.tell() : end]
        deltas, weights, values = pickle.loads(zlib.decompress(packed) if head[3] else packed)  # noqa: S301
        blocks.append((np.cumsum(np.array(deltas, np.int64)), weights, values))
        if length < 0:
            return blocks
        place = end


def _weights(packed: Any, number: int) -> Floats:
    """Return a block's weights: None is all 1, one number is that of all."""
    if packed is None:
        return np.ones(number, np.float32)
    if isinstance(packed, float):
        return np.full(number, packed, np.float32)
    return np.array(packed, np.float32)


def _keys(documents: Keys, encoded: list[bytes]) -> Keys:
    """Return the keys of all places, in order; each value is a count and a pickled list of deltas.

    Whoosh drops the pickle's final stop sign where it can; it is put back.
    """
    loads = pickle.loads
    deltas = [loads(v[4:] if v[-1:] == b"." else v[4:] + b".") for v in encoded]
    counts = np.fromiter(map(len, deltas), np.int64, len(deltas))
    flat = np.fromiter((delta for one in deltas for delta in one), np.int64, int(counts.sum()))
    total = np.cumsum(flat)
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    before = np.where(starts > 0, total[starts - 1], 0)
    return np.repeat((documents << PLACE_BITS) - before, counts) + total
