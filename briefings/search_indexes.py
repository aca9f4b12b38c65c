"""What is indexed, declared for Haystack: see ``briefings.search.entries`` for each field."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from haystack import indexes
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.utils import get_model_ct

from briefings.models import Turn
from briefings.search.entries import Entry, entries, indexed_turns
from briefings.search.fields import ExactField, KeywordField, NumberField, StemsField


class TurnIndex(indexes.SearchIndex, indexes.Indexable):
    """One document a turn of the canonical transcript of a published briefing.

    Only what documents are found by is indexed: words, and the turn and the briefing whose entries
    are replaced. All else is read from columns.
    """

    text = StemsField(document=True)
    exact = ExactField()
    question = StemsField()
    question_exact = ExactField()
    turn = NumberField()
    briefing = NumberField()
    sequence = NumberField(indexed=False)
    speaker = NumberField(indexed=False)
    outlet = NumberField(indexed=False)
    series = NumberField(indexed=False)
    complete = NumberField(indexed=False)
    day = NumberField(indexed=False)
    words = NumberField(indexed=False)
    group = NumberField(indexed=False)
    checksum = NumberField(indexed=False)
    tokens = NumberField(indexed=False)
    kind = KeywordField(indexed=False)
    lang = KeywordField(indexed=False)
    place = KeywordField(indexed=False)
    asker = KeywordField(indexed=False)

    def get_model(self) -> type[Turn]:
        """Return the model that is indexed."""
        return Turn

    def index_queryset(self, using: str | None = None) -> QuerySet[Turn]:
        """Return the turns that are searched."""
        return indexed_turns()

    def prepare_all(self, turns: Iterable[Turn]) -> Iterator[dict[str, Any]]:
        """Yield the documents of turns that come transcript by transcript."""
        for entry in entries(turns):
            yield document(entry)

    def prepare(self, obj: Turn) -> dict[str, Any]:
        """Return one turn's document."""
        (self.prepared_data,) = self.prepare_all([obj])
        return dict(self.prepared_data)


_SAME_NAME = tuple(
    name for name in TurnIndex.fields if name not in {"exact", "question_exact", "day"}
)


def document(entry: Entry) -> dict[str, Any]:
    """Return an entry's document; ``day`` is the day's proleptic ordinal, 0 where not known."""
    return {
        ID: f"{get_model_ct(Turn)}.{entry.turn}",
        DJANGO_CT: get_model_ct(Turn),
        DJANGO_ID: str(entry.turn),
        "exact": entry.text,
        "question_exact": entry.question,
        "day": entry.day.toordinal() if entry.day else 0,
        **{name: getattr(entry, name) for name in _SAME_NAME},
    }
