"""The known transcripts that may be of the same briefing, by the keys of their fingerprints.

Never all pairs: look-ups in one index, each bounded, so neither the time nor the memory of finding
one document's relatives grows with the archive. Works on SQLite and PostgreSQL alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from briefings.models import Fingerprint, Transcript
from briefings.transcripts import relations
from briefings.transcripts.relations.likely import (
    KEY_BITS,
    MOST_CANDIDATES,
    MOST_HOLDERS,
    likely,
)
from briefings.transcripts.relations.types import Rarity

# Holders of a key are counted up to here: enough to tell a rare figure from one everybody quotes.
COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Transcripts by primary key, the likeliest first, and how rare the figures are."""

    ids: tuple[int, ...]
    rarity: Rarity


def find(
    fingerprint: relations.Fingerprint,
    exclude: int | None = None,
    most: int = MOST_CANDIDATES,
) -> Candidates:
    """Return the transcripts that share telling keys with a fingerprint.

    ``exclude`` is the primary key of a transcript that is left out of account (the one being read
    again). Transcripts with another fingerprint version share no keys and are not found.
    """
    # The last primary key stands for the number of rows: counting them would take time that grows.
    transcripts = Transcript.objects.aggregate(last=Max("pk"))["last"] or 0
    words = _rarity(transcripts, Fingerprint.Scheme.WORDS, fingerprint.words)
    figures = _rarity(transcripts, Fingerprint.Scheme.FIGURES, fingerprint.figures)
    shared = (
        (transcript, tells)
        for scheme, rarity in (
            (Fingerprint.Scheme.WORDS, words),
            (Fingerprint.Scheme.FIGURES, figures),
        )
        for transcript, tells in _shared(scheme, rarity)
        if transcript != exclude
    )
    return Candidates(likely(shared, most), figures)


def _shared(scheme: str, rarity: Rarity) -> Iterator[tuple[int, float]]:
    """Yield every transcript that holds a rare key, with what sharing it tells."""
    rare = [key for key, count in rarity.holding.items() if 0 < count <= MOST_HOLDERS]
    holders = Fingerprint.objects.filter(scheme=scheme, value__in=rare)
    for transcript, key in holders.values_list("transcript_id", "value"):
        yield transcript, rarity.bits(key, KEY_BITS)


def _rarity(transcripts: int, scheme: str, keys: Sequence[int]) -> Rarity:
    """Count how many transcripts hold each key, up to ``COUNTED``.

    Raw SQL because the ORM cannot limit a count inside a query over a list of values.
    """
    if not keys:
        return Rarity(transcripts, {})
    table = connection.ops.quote_name(Fingerprint._meta.db_table)
    values = ", ".join(["(%s)"] * len(keys))
    query = f"""
        WITH sought(value) AS (VALUES {values})
        SELECT sought.value, (
            SELECT COUNT(*) FROM (
                SELECT 1 FROM {table} AS held
                WHERE held.scheme = %s AND held.value = sought.value LIMIT {COUNTED}
            ) AS counted
        ) FROM sought
    """  # noqa: S608 (the table's name and the number of keys are ours; values are parameters)
    with connection.cursor() as cursor:
        cursor.execute(query, [*keys, scheme])
        return Rarity(transcripts, dict(cursor.fetchall()))
