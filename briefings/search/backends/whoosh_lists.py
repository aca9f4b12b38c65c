"""Writing Whoosh's posting lists whole, the counterpart of ``postings``.

Whoosh writes a list posting by posting, with half a dozen calls and checks each. Here a term's list
is at hand as a whole and is cut into Whoosh's blocks, which its own readers read as ever.
"""

import zlib
from collections.abc import Sequence
from itertools import chain
from operator import itemgetter, sub
from pickle import dumps
from typing import NamedTuple

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3FieldWriter, W3TermInfo
from whoosh.system import pack_int, pack_long, pack_ushort

_BLOCK = 128  # postings, as in Whoosh
_COMPRESSION = 3  # zlib's level, as in Whoosh
# Bytes of a block below which it is left as it is, as Whoosh means to do: most terms are in few
# documents, and to compress their blocks took a seventh of the time and gained nothing.
_FEWEST_BYTES = 100


class PostingList(NamedTuple):
    """A term's postings: the documents' numbers in order, the weight and the value in each."""

    documents: list[int]
    weights: list[float]
    values: list[bytes]


class ListWriter(W3FieldWriter):
    """Whoosh's writer of terms that takes a term's postings at once."""

    def add_list(self, term: bytes, postings: PostingList, lengths: bytes) -> None:
        """Write a term; ``lengths`` has the field's length in each document as Whoosh's byte."""
        documents, weights, values = postings
        blocks = [WHOOSH3_HEADER_MAGIC]
        number = len(documents)
        if lengths and number > 1:
            lengths = bytes(itemgetter(*documents)(lengths))
        elif lengths:
            lengths = lengths[documents[0] : documents[0] + 1]
        for start in range(0, number, _BLOCK):
            stop = start + _BLOCK
            blocks += self._block(
                documents[start:stop],
                weights[start:stop],
                values[start:stop],
                lengths[start:stop],
                stop >= number,
            )
        data = b"".join(blocks)
        begin = self._postfile.tell()
        self._postfile.write(data)
        info = W3TermInfo._struct.pack(
            0,
            sum(weights),
            number,
            min(lengths, default=0),
            max(lengths, default=0),
            max(weights),
            documents[0],
            documents[-1],
        )
        self._tindex.add(
            pack_ushort(self._fieldid) + term, info + pack_long(begin) + pack_int(len(data))
        )

    def _block(
        self,
        documents: Sequence[int],
        weights: Sequence[float],
        values: Sequence[bytes],
        lengths: bytes,
        is_last: bool,
    ) -> tuple[bytes, bytes, bytes]:
        """Return a block's length, head and body; the last block's length is negative."""
        deltas = tuple(map(sub, documents, chain((0,), documents)))
        packed: tuple[float, ...] | float | None = tuple(weights)
        if weights.count(weights[0]) == len(weights):
            packed = None if weights[0] == 1.0 else weights[0]
        size = self._format.fixed_value_size()
        kept = None if size == 0 else b"".join(values) if size else tuple(values)
        body = dumps((deltas, packed, kept), 2)
        compression = _COMPRESSION if len(body) >= _FEWEST_BYTES else 0
        if compression:
            body = zlib.compress(body, compression)
        head = dumps(
            (
                len(documents),
                documents[-1],
                max(weights),
                compression,
                min(lengths, default=0),
                max(lengths, default=0),
            ),
            2,
        )
        length = len(head) + len(body)
        return pack_int(-length if is_last else length), head, body
