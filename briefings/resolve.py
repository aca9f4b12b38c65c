"""Names as documents give them → the one row of each speaker and outlet, through aliases.

A name that no alias knows makes a new row, not yet confirmed by anybody; a name that aliases of two
rows share is ambiguous and stays unresolved. Nothing is guessed.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
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

# A bilingual document prints a name twice: "Xiang Ming / 向明".
_PAIR = re.compile(r"\s*/\s*")
_HAN = re.compile(r"[\u3400-\u9fff]")

Row = TypeVar("Row", Speaker, Outlet)


@dataclass(frozen=True, slots=True)
class Resolved(Generic[Row]):
    """What names resolve to; ``unresolved`` says for the others why not."""

    rows: Mapping[str, Row]
    unresolved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Table(Generic[Row]):
    """Where one kind of name is looked up."""

    model: type[Row]
    aliases: type[Alias]
    owner: str
    known: Callable[[str], str | None]
    shipped: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def shipped_names() -> Names:
    """Return the alias tables that come with the archive, for the parser."""
    return Names.load(OUTLETS, SPEAKERS)


def resolve_speakers(names: Iterable[str]) -> Resolved[Speaker]:
    """Return the speaker of each name, made where the archive has not met the name before."""
    known = shipped_names().speaker
    table = _Table(Speaker, SpeakerAlias, "speaker", known, _shipped(SPEAKERS))
    return _resolve(names, table)


def resolve_outlets(names: Iterable[str]) -> Resolved[Outlet]:
    """Return the outlet of each name, made where the archive has not met the name before."""
    known = shipped_names().outlet
    table = _Table(Outlet, OutletAlias, "outlet", known, _shipped(OUTLETS))
    return _resolve(names, table)


@lru_cache(maxsize=2)
def _shipped(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the names of a shipped table and, under each, all it is printed as."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        row["name"]: (row["name"], *row.get("aliases", ()), *row.get("renderings", ()))
        for rows in tables.values()
        for row in rows
    }


def _resolve(names: Iterable[str], table: _Table[Row]) -> Resolved[Row]:
    """Resolve ``names`` with one query for those that are known, and a few for each new one."""
    asked = [name for name in dict.fromkeys(names) if name]
    forms = {name: _forms(name, table) for name in asked if len(name) <= MAX_NAME}
    known: dict[str, list[Row]] = {}
    if forms:
        wanted = {normal for steps in forms.values() for step in steps for normal in step}
        rows = table.aliases._default_manager.filter(normal__in=wanted)
        for alias in rows.select_related(table.owner).order_by("pk"):
            known.setdefault(alias.normal, []).append(getattr(alias, table.owner))
    found: dict[str, Row] = {}
    unresolved: dict[str, str] = {}
    for name in asked:
        if name not in forms:
            unresolved[name] = f"“{name[:80]}…” is too long for a name"
            continue
        owners = _owners(forms[name], known)
        if not owners:
            row = _new(name, table)
            owners = {row.pk: row}
            for normal in {normal for step in forms[name] for normal in step}:
                known.setdefault(normal, []).append(row)
        if len(owners) == 1:
            (found[name],) = owners.values()
        else:
            listed = " or ".join(f"{row.name} ({row.slug})" for row in owners.values())
            unresolved[name] = f"“{name}” may be {listed}"
    return Resolved(found, unresolved)


def _forms(name: str, table: _Table[Row]) -> tuple[tuple[str, ...], ...]:
    """Return what to look a name up under: as it is, by the shipped table, by its two halves."""
    shipped = table.known(name)
    steps = ((name,), (shipped,) if shipped else (), _halves(name))
    return tuple(tuple(normalize(form) for form in step) for step in steps)


def _halves(name: str) -> tuple[str, ...]:
    """Return the two names of a bilingual one, one of them in Han; nothing for any other."""
    parts = _PAIR.split(name)
    if len(parts) == 2 and all(parts) and [bool(_HAN.search(p)) for p in parts].count(True) == 1:
        return tuple(parts)
    return ()


def _owners(steps: tuple[tuple[str, ...], ...], known: Mapping[str, list[Row]]) -> dict[int, Row]:
    """Return the rows that the first step which knows any leads to."""
    for step in steps:
        owners = {row.pk: row for normal in step for row in known.get(normal, ())}
        if owners:
            return owners
    return {}


def _new(printed: str, table: _Table[Row]) -> Row:
    """Make the row of a name; the shipped table vouches for its own and has their aliases."""
    name: str = table.known(printed) or printed
    others: tuple[str, ...] | None = table.shipped.get(name)
    row: Row = table.model._default_manager.create(
        name=name,
        slug=free_slug(table.model, name, OldSlug.Target(table.owner)),
        confirmed=others is not None,
    )
    # Where two forms compare alike, the first is the one to show.
    forms = (*(others or (name,)), printed, *_halves(printed))
    normals = {normalize(form): form for form in reversed(forms)}
    table.aliases._default_manager.bulk_create(
        table.aliases(name=form, normal=normal, **{table.owner: row})
        for normal, form in normals.items()
    )
    return row
