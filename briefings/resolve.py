"""Names as documents give them → the one row of each speaker and outlet, through aliases.

A name that no alias knows makes a new row, not yet confirmed by anybody; a name that aliases of two
rows share is ambiguous and stays unresolved. Nothing is guessed.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from django.conf import settings

from briefings.models import Alias, OldSlug, Outlet, OutletAlias, Speaker, SpeakerAlias
from briefings.slugs import free_slug
from briefings.transcripts.names import Names, normalize

SEEDS = Path(settings.BASE_DIR) / "seeds"
OUTLETS = SEEDS / "outlets.toml"
SPEAKERS = SEEDS / "speakers.toml"
MAX_NAME = 250  # characters, the width of the name columns; no name of a person comes near it

Row = TypeVar("Row", Speaker, Outlet)


@lru_cache(maxsize=1)
def shipped_names() -> Names:
    """Return the alias tables that come with the archive, for the parser."""
    return Names.load(OUTLETS, SPEAKERS)


@lru_cache(maxsize=2)
def shipped_aliases(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the names of a shipped table and, under each, all it is printed as."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        row["name"]: (row["name"], *row.get("aliases", ()))
        for rows in tables.values()
        for row in rows
    }


@dataclass(frozen=True, slots=True)
class Resolved(Generic[Row]):
    """What names resolve to. ``ambiguous`` holds those that two rows share or that are too long."""

    rows: Mapping[str, Row]
    ambiguous: Mapping[str, str] = field(default_factory=dict)


def resolve_speakers(names: Iterable[str]) -> Resolved[Speaker]:
    """Return the speaker of each name, made where the archive has not met the name before."""
    return _resolve(names, Speaker, SpeakerAlias, "speaker", SPEAKERS)


def resolve_outlets(names: Iterable[str]) -> Resolved[Outlet]:
    """Return the outlet of each name, made where the archive has not met the name before."""
    return _resolve(names, Outlet, OutletAlias, "outlet", OUTLETS)


def _resolve(
    names: Iterable[str], model: type[Row], alias_model: type[Alias], owner: str, table: Path
) -> Resolved[Row]:
    """Resolve ``names`` in two queries and, for new ones, three more each."""
    asked = {name: normalize(name) for name in dict.fromkeys(names) if name}
    too_long = {name for name in asked if len(name) > MAX_NAME}
    known: dict[str, list[Row]] = {}
    aliases = alias_model._default_manager.filter(normal__in=set(asked.values()))
    for alias in aliases.select_related(owner).order_by("pk"):
        known.setdefault(alias.normal, []).append(getattr(alias, owner))
    rows: dict[str, Row] = {}
    ambiguous = {name: f"“{name[:80]}…” is too long for a name" for name in too_long}
    for name, normal in asked.items():
        if name in too_long or not normal:
            continue
        owners = known.get(normal)
        if owners is None:
            owners = known[normal] = [_new(name, model, alias_model, owner, table)]
        if len(owners) == 1:
            rows[name] = owners[0]
        else:
            listed = " and ".join(f"{row.name} ({row.slug})" for row in owners)
            ambiguous[name] = f"“{name}” may be {listed}"
    return Resolved(rows, ambiguous)


def _new(name: str, model: type[Row], alias_model: type[Alias], owner: str, table: Path) -> Row:
    """Make the row of a name; the shipped table vouches for its own and has their aliases."""
    shipped = shipped_aliases(table).get(name)
    row: Row = model._default_manager.create(
        name=name,
        slug=free_slug(model, name, OldSlug.Target(owner)),
        confirmed=shipped is not None,
    )
    printed = {normalize(alias): alias for alias in reversed(shipped or (name,))}
    alias_model._default_manager.bulk_create(
        alias_model(name=alias, normal=normal, **{owner: row})
        for normal, alias in printed.items()
        if normal
    )
    return row


__all__ = [
    "Resolved",
    "resolve_outlets",
    "resolve_speakers",
    "shipped_aliases",
    "shipped_names",
]
