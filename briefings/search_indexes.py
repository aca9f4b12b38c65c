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
    """One document a turn of the canonical transcript of a published briefing."""

    text = StemsField(document=True)
    exact = ExactField()
    question = StemsField()
    question_exact = ExactField()
    turn = NumberField()
    briefing = NumberField()
    sequence = NumberField()
    speaker = NumberField()
    outlet = NumberField()
    series = NumberField()
    complete = NumberField()
    day = NumberField()
    words = NumberField()
    group = NumberField()
    checksum = NumberField()
    tokens = NumberField()
    kind = KeywordField()
    lang = KeywordField()
    place = KeywordField()
    asker = KeywordField()

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
