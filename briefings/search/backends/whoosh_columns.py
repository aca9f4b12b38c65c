"""Reading Whoosh's columns whole, into arrays."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import EmptyColumnReader


class Coded(NamedTuple):
    """A column of few values: each document's value as a number into ``values``.

    The codes are as narrow as the values allow, so that what pages count by stays in the cache of
    the processor:
    eight bytes a code made an answer at 100,000 turns half as slow again.
    """

    codes: NDArray[np.unsignedinteger]
    values: list[int | str]


def code(column: NDArray[np.int64]) -> Coded:
    """Return a column of numbers as codes."""
    values, codes = np.unique(column, return_inverse=True)
    return narrow(codes, values.tolist())


def narrow(codes: NDArray[np.intp], values: list[int | str]) -> Coded:
    """Return codes in the fewest bytes that hold them."""
    return Coded(codes.astype(np.min_scalar_type(len(values))), values)


class Profiles(NamedTuple):
    """Documents by what they have in several columns at once: many have all of it in common.

    ``codes`` are the documents' profiles, ``columns`` each profile's code in each column. What many
    documents have is counted by their profiles: 100,000 turns of 365 briefings have 2,000.
    """

    codes: NDArray[np.unsignedinteger]
    columns: dict[str, NDArray[np.unsignedinteger]]
    number: int


def profiles(coded: Mapping[str, Coded]) -> Profiles:
    """Return the documents' profiles in some columns, one at least."""
    names = list(coded)
    firsts, codes = np.unique(coded[names[0]].codes, return_index=True, return_inverse=True)[1:]
    for name in names[1:]:  # one by one, so that no number outgrows its bits
        joined = codes * len(coded[name].values) + coded[name].codes
        firsts, codes = np.unique(joined, return_index=True, return_inverse=True)[1:]
    return Profiles(
        codes.astype(np.min_scalar_type(len(firsts))),
        {name: coded[name].codes[firsts] for name in names},
        len(firsts),
    )


def raw(column: Any, kind: np.dtype[Any]) -> NDArray[Any]:
    """Return what a numeric column's file holds; trailing default values are not written."""
    number = min(column._doccount, column._count)
    return np.frombuffer(column._dbfile.get(column._basepos, number * kind.itemsize), kind)


def number_column(leaf: Any, name: str) -> NDArray[Any]:
    """Return a segment's column of numbers; trailing zeros may be left out."""
    column = leaf.column_reader(name, translate=False)
    if isinstance(column, EmptyColumnReader):
        return np.empty(0, np.int64)
    return raw(column, np.dtype(f">{column._typecode}"))


def keyword_column(leaf: Any, name: str) -> tuple[list[str], NDArray[Any]]:
    """Return a column's different values, and for each document the number of its value."""
    column = leaf.column_reader(name, translate=False)
    if isinstance(column, EmptyColumnReader):
        return [], np.empty(0, np.int64)
    kind = np.dtype(f">u{column._itemsize}")
    data = column._dbfile.get(column._basepos, column._doccount * column._itemsize)
    return [value.decode() for value in column._uniques], np.frombuffer(data, kind)
