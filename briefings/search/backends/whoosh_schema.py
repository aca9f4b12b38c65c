"""The Whoosh schema of our Haystack fields.

The field types index by ``briefings.search.tokens`` directly: Whoosh's chain of token objects costs
more than twice as much (2.1 and 2.5 times on 3,000 turns) and yields the same postings.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from struct import Struct
from typing import Any

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from whoosh.analysis import Analyzer, Token
from whoosh.columns import RefBytesColumn
from whoosh.fields import ID as WHOOSH_ID
from whoosh.fields import NUMERIC, TEXT, FieldType, Schema
from whoosh.formats import Positions

from briefings.search.tokens import stem, tokenize, words

# Written into each index; raise it when tokens, stems or the fields' meaning change, so that an
# older index is told apart and rebuilt.
SCHEMA_VERSION = 1

_pack_count = Struct("!I").pack
Posting = tuple[bytes, int, float, bytes]


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[str, ...]:
    """Return a text's tokens; one text is taken in by two fields, one after the other."""
    return tuple(words(text))


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
        counts = Counter(map(stem, _words(value)))
        return [(word.encode(), n, float(n), _pack_count(n)) for word, n in counts.items()]


class Exact(TEXT):
    """A text's words as written, with their places."""

    version = SCHEMA_VERSION

    def __init__(self) -> None:
        super().__init__(analyzer=TokenAnalyzer(stemmed=False), phrase=True)

    def index(self, value: str, **kwargs: Any) -> Iterable[Posting]:
        """Return the postings of one text."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(_words(value)):
            places.setdefault(word, []).append(place)
        encode = Positions.encode
        return [
            (word.encode(), len(found), float(len(found)), encode(self.format, found))
            for word, found in places.items()
        ]


def _field(field_type: str) -> FieldType:
    if field_type == "stems":
        return Stems()
    if field_type == "exact":
        return Exact()
    if field_type == "number":
        return NUMERIC(bits=32, signed=False, shift_step=0, sortable=True, default=0)
    if field_type == "keyword":
        return WHOOSH_ID(sortable=RefBytesColumn())
    raise TypeError(f"No Whoosh field for a Haystack field of type {field_type!r}.")


def schema_of(fields: Mapping[str, Any]) -> Schema:
    """Return the schema of the fields that Haystack's index declares."""
    return Schema(
        **{ID: WHOOSH_ID(stored=True, unique=True)},
        **{DJANGO_CT: WHOOSH_ID(stored=True), DJANGO_ID: WHOOSH_ID(stored=True)},
        **{field.index_fieldname: _field(field.field_type) for field in fields.values()},
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
