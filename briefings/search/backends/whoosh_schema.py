"""The Whoosh schema of our Haystack fields.

The field types index by ``briefings.search.tokens`` directly: Whoosh's chain of token objects costs
more than twice as much (2.1 and 2.5 times on 3,000 turns) and yields the same postings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from struct import Struct
from typing import Any

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from whoosh.analysis import Analyzer, Token
from whoosh.columns import NumericColumn, RefBytesColumn
from whoosh.fields import COLUMN, NUMERIC, STORED, TEXT, FieldType, Schema
from whoosh.fields import ID as WHOOSH_ID
from whoosh.formats import Positions

from briefings.search.tokens import stem, tokenize, words

# Written into each index; raise it when tokens, stems or the fields' meaning change, so that an
# older index is told apart and rebuilt.
SCHEMA_VERSION = 2

_pack_count = Struct("!I").pack
Posting = tuple[bytes, int, float, bytes]


class _Stems(dict[str, bytes]):
    """Tokens and their stems as the index has them."""

    limit = 200_000

    def __missing__(self, word: str) -> bytes:
        """Return the stem of a token that was not met before."""
        if len(self) >= self.limit:
            self.clear()
        self[word] = found = stem(word).encode()
        return found


class _Numbers(dict[int, tuple[int, float, bytes]]):
    """Frequencies as a posting has them: the number, the weight, the value."""

    def __missing__(self, number: int) -> tuple[int, float, bytes]:
        """Return a frequency that was not met before."""
        self[number] = found = (number, float(number), _pack_count(number))
        return found


class _Places(dict[int, bytes]):
    """The value of a word that stands in one place of a text, as most do."""

    def __missing__(self, place: int) -> bytes:
        """Return a place that was not met before."""
        self[place] = found = bytes(Positions.encode(None, [place]))
        return found


# The same few values again and again, held by millions of postings at a time: each is made once.
_STEMS = _Stems()
_NUMBERS = _Numbers()
_PLACES = _Places()


# One text is taken in by two fields, one after the other, and a question again by its answers.
_lately = lru_cache(maxsize=4)


@_lately
def _words(text: str) -> tuple[str, ...]:
    """Return a text's tokens."""
    return tuple(words(text))


@_lately
def _stems(text: str) -> list[Posting]:
    """Return the postings of a text's stems: with their frequencies."""
    counts = Counter(map(_STEMS.__getitem__, _words(text)))
    return [(word, *_NUMBERS[number]) for word, number in counts.items()]


@_lately
def _places(text: str) -> list[Posting]:
    """Return the postings of a text's words as written: with their places."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(_words(text)):
        places[word].append(place)
    postings = []
    for word, found in places.items():
        number = len(found)
        kept = _PLACES[found[0]] if number == 1 else Positions.encode(None, found)
        postings.append((word.encode(), number, _NUMBERS[number][1], kept))
    return postings


class TokenAnalyzer(Analyzer):
    """Our tokens as Whoosh's, for its query parser and as the yardstick of the fast path."""

    def __init__(self, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, **kwargs: Any) -> Iterator[Token]:
        """Yield Whoosh's token object, one for each of ours."""
        token = Token(**{k: v for k, v in kwargs.items() if k in {"positions", "chars", "mode"}})
        for found in tokenize(value):
            token.text = stem(found.text) if self.stemmed else found.text
            token.boost = 1.0
            token.stopped = False
            token.pos = found.place
            token.startchar, token.endchar = found.start, found.end
            yield token


class Stems(TEXT):
    """A text's stems with their frequencies."""

    version = SCHEMA_VERSION

    def __init__(self) -> None:
        super().__init__(analyzer=TokenAnalyzer(stemmed=True), phrase=False)

    def index(self, value: str, **kwargs: Any) -> Iterable[Posting]:
        """Return the postings of one text."""
        return _stems(value)


class Exact(TEXT):
    """A text's words as written, with their places."""

    version = SCHEMA_VERSION

    def __init__(self) -> None:
        super().__init__(analyzer=TokenAnalyzer(stemmed=False), phrase=True)

    def index(self, value: str, **kwargs: Any) -> Iterable[Posting]:
        """Return the postings of one text."""
        return _places(value)


class NumberColumn(COLUMN):
    """A whole number of 32 bits that nothing is found by."""

    def __init__(self) -> None:
        super().__init__(NumericColumn("I", default=0))


class KeywordColumn(COLUMN):
    """A short text that nothing is found by."""

    def __init__(self) -> None:
        super().__init__(RefBytesColumn())

    def to_bytes(self, value: str) -> bytes:
        """Return the value as it is kept."""
        return value.encode()

    def from_bytes(self, kept: bytes) -> str:
        """Return a kept value."""
        return kept.decode()


def _field(field: Any) -> FieldType:
    """Return the Whoosh field of a Haystack field."""
    if field.field_type == "stems":
        return Stems()
    if field.field_type == "exact":
        return Exact()
    if field.field_type == "number":
        if not field.indexed:
            return NumberColumn()
        return NUMERIC(bits=32, signed=False, shift_step=0, sortable=True, default=0)
    if field.field_type == "keyword":
        return WHOOSH_ID(sortable=RefBytesColumn()) if field.indexed else KeywordColumn()
    raise TypeError(f"No Whoosh field for a Haystack field of type {field.field_type!r}.")


def schema_of(fields: Mapping[str, Any]) -> Schema:
    """Return the schema of the fields that Haystack's index declares."""
    return Schema(
        **{ID: WHOOSH_ID(stored=True, unique=True)},
        **{DJANGO_CT: WHOOSH_ID(stored=True), DJANGO_ID: STORED()},
        **{field.index_fieldname: _field(field) for field in fields.values()},
    )


def signature(schema: Schema) -> dict[str, tuple[object, ...]]:
    """Return what tells one schema from another: each field's type, version, format, column."""
    return {
        name: (
            type(field).__qualname__,
            getattr(field, "version", None),
            type(field.format).__name__,
            type(field.column_type).__name__,
            field.sortable_typecode,
        )
        for name, field in schema.items()
    }
