"""The known transcripts that may be of the same briefing, by the keys of their fingerprints.

Never all pairs: two look-ups in one index, both bounded, so neither the time nor the memory of
finding one document's relatives grows with the archive. Works on SQLite and PostgreSQL alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from briefings.models import Fingerprint, Transcript
from briefings.transcripts import relations
from briefings.transcripts.relations.types import Rarity

# A key that more transcripts hold than this leads nowhere in particular and is not followed.
MOST_HOLDERS = 100
# Holders of a key are counted up to here: enough to tell a rare figure from one everybody quotes.
COUNTED = 1000
# How many transcripts are worth comparing.
MOST_CANDIDATES = 10
# A relative shares at least this many bits of keys. A page of eleven of a briefing shares some ten
# keys of words with the whole, each of ten bits or more; two strangers share a formula or two.
LEAST_BITS = 12.0


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
    transcripts = Transcript.objects.aggregate(last=Max("pk"))["last"] or 0
    votes: dict[int, float] = {}
    figures: dict[int, int] = {}
    for scheme, keys in (
        (Fingerprint.Scheme.WORDS, fingerprint.words),
        (Fingerprint.Scheme.FIGURES, fingerprint.figures),
    ):
        holders = _holders(scheme, keys)
        rarity = Rarity(transcripts, holders)
        if scheme == Fingerprint.Scheme.FIGURES:
            figures = holders
        rare = [key for key, count in holders.items() if 0 < count <= MOST_HOLDERS]
        found = Fingerprint.objects.filter(scheme=scheme, value__in=rare)
        for transcript, key in found.values_list("transcript_id", "value"):
            votes[transcript] = votes.get(transcript, 0.0) + rarity.bits(key, PRIOR_BITS)
    votes.pop(exclude or 0, None)
    likely = [pk for pk, bits in votes.items() if bits >= LEAST_BITS]
    likely.sort(key=lambda pk: (-votes[pk], pk))
    return Candidates(tuple(likely[:most]), Rarity(transcripts, figures))


# What a shared key is worth while the archive is too small to count its holders.
PRIOR_BITS = 10.0


def _holders(scheme: str, keys: Sequence[int]) -> dict[int, int]:
    """Return how many transcripts hold each key, counted up to ``COUNTED``; keys none holds are 0.

    Raw SQL because the ORM cannot limit a count inside a query over a list of values.
    """
    if not keys:
        return {}
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
        return dict(cursor.fetchall())
