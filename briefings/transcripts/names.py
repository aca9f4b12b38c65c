"""The alias tables: which outlet or speaker a printed label means.

Read from ``seeds/outlets.toml`` and ``seeds/speakers.toml``. An entry has a ``name``, ``aliases``
(other names it goes by) and, for outlets, ``renderings``: what translators and machines have made
of the name ("First financial" for Yicai). An unknown label is unknown: nothing is guessed.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

# A briefing says the same forty labels a thousand times; what is made of them is kept.
LABELS_KEPT = 4096
_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_NOT_WORD = re.compile(r"[^\w&+.]+")
# Words around an outlet's name that say who is speaking, not for whom.
_REPORTER = re.compile(
    r"^(?:an?\s+)?(?:reporters?|correspondents?|journalists?)\s+(?:from|of|for|with)\s+(?:the\s+)?"
    r"|(?:'s)?\s+(?:news\s+)?(?:reporters?|correspondents?|journalists?)$"
    r"|(?:特派|驻华|驻京|首席|前方)?(?:记者|記者)$"
)


@lru_cache(maxsize=LABELS_KEPT)
def normalize(label: str) -> str:
    """Return the form in which labels are compared.

    Compatibility forms, case, accents' encoding, apostrophes, brackets, punctuation, a leading
    "the" and a trailing "reporter" make no difference: ``"The Paper reporter:"`` → ``"paper"``.
    """
    text = unicodedata.normalize("NFKC", label).translate(_APOSTROPHES).casefold().strip(" :")
    text = _REPORTER.sub("", text.strip())
    text = text.replace("'s", "s").replace("'", "")
    text = _NOT_WORD.sub(" ", text).strip(" .")
    text = text.removeprefix("the ")
    return text or label.strip().casefold()


@dataclass(frozen=True)
class Names:
    """The tables, immutable: normal form → name; ``renderings`` are normal forms to correct."""

    outlets: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    renderings: frozenset[str] = frozenset()

    @classmethod
    def load(cls, outlets: Path, speakers: Path) -> Self:
        """Read the tables from two TOML files; raises ``ValueError`` where two share an alias."""
        outlet_rows = _rows(outlets, "outlet")
        return cls(
            outlets=MappingProxyType(_table(outlet_rows, outlets)),
            speakers=MappingProxyType(_table(_rows(speakers, "speaker"), speakers)),
            renderings=frozenset(
                normalize(alias) for row in outlet_rows for alias in row.get("renderings", ())
            ),
        )

    def outlet(self, label: str) -> str | None:
        """Return the name of the outlet a label means, None when the table does not know it.

        "Reuters / 路透社", "China News Service (CNS)": known when every known part means the same.
        """
        return _look_up(self.outlets, label)

    def speaker(self, label: str) -> str | None:
        """Return the name of the person a label means, None when the table does not know it."""
        return _look_up(self.speakers, label)

    def is_rendering(self, label: str) -> bool:
        """Return whether a label is a translator's version of a name and not a name of its own."""
        return normalize(label) in self.renderings


_PARTS = re.compile(r"\s+/\s+|\s*[(（]\s*|\s*[)）]\s*")


def _look_up(table: Mapping[str, str], label: str) -> str | None:
    found = table.get(normalize(label))
    if found or not label:
        return found
    parts = [part for part in _PARTS.split(label[:200]) if part.strip()]
    if len(parts) < 2:
        return None
    known = {name for part in parts if (name := table.get(normalize(part)))}
    return known.pop() if len(known) == 1 else None


def _rows(path: Path, key: str) -> list[dict[str, Any]]:
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get(key, [])
    return list(rows)


def _table(rows: Iterable[Mapping[str, Any]], path: Path) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows:
        name = row["name"]
        for alias in (name, *row.get("aliases", ()), *row.get("renderings", ())):
            normal = normalize(alias)
            if table.setdefault(normal, name) != name:
                raise ValueError(f"{path.name}: {alias!r} stands for {table[normal]} and {name}.")
    return table
