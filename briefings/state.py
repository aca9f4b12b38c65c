"""Where the archive stands: what is made from all of it is made anew only when this has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar, cast

from django.core.cache import cache
from django.db.models import Count, Max

from .models import Briefing, IndexChange, Transcript

Value = TypeVar("Value")

KEPT_SECONDS = 24 * 60 * 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class State:
    """The last change of a briefing or transcript, how many are published, how far the index is.

    ``behind`` is None when the index holds all rows; else it grows with every change that waits,
    because what search finds may still change without a row changing.
    """

    changed: datetime
    published: int
    behind: int | None

    def __str__(self) -> str:
        return f"{self.changed.isoformat()} {self.published} {self.behind}"


def state() -> State:
    """Return the archive's state, in three small queries."""
    briefings = Briefing.objects.published().aggregate(last=Max("updated"), number=Count("pk"))
    transcripts = Transcript.objects.aggregate(last=Max("updated"))
    return State(
        changed=max(filter(None, [briefings["last"], transcripts["last"]]), default=EPOCH),
        published=briefings["number"],
        behind=IndexChange.objects.aggregate(last=Max("pk"))["last"],
    )


def kept(name: str, make: Callable[[], Value]) -> Value:
    """Return what ``make`` returns, made once by each process for a state of the archive."""
    key = f"{name} {state()}".replace(" ", "_")
    known = cache.get(key)
    if known is None:
        known = make()
        cache.set(key, known, KEPT_SECONDS)
    return cast("Value", known)
