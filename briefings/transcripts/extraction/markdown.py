"""Front matter: the YAML block between two ``---`` lines at the top of a Markdown or text file."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import yaml

from briefings.transcripts.extraction.limits import MAX_FRONT_MATTER_LINES
from briefings.transcripts.types import Issue, Line

FENCE = "---"
_KEY = re.compile(r"^[A-Za-z_][\w .-]*:(\s|$)")


def front_matter(lines: Sequence[Line]) -> tuple[Mapping[str, str], int, list[Issue]]:
    """Return the block's values under lower-case keys, its last line's number (0: none), issues.

    Dates become ISO 8601; lists become their items joined by ", ". A block that is no valid YAML
    keeps its place as front matter, gives what its ``key: value`` lines say, and raises an issue.
    """
    first = next((n for n, line in enumerate(lines[:5]) if line.text.strip("\ufeff \t")), None)
    if first is None or lines[first].text.strip("\ufeff \t") != FENCE:
        return {}, 0, []
    block = lines[first + 1 : first + MAX_FRONT_MATTER_LINES]
    end = next((n for n, line in enumerate(block) if line.text.rstrip() in (FENCE, "...")), None)
    if end is None or not any(_KEY.match(line.text) for line in block[:end]):
        return {}, 0, []
    last = block[end].number
    source = "\n".join(line.text for line in block[:end])
    try:
        values = yaml.load(source, Loader=_Loader)  # noqa: S506 (a SafeLoader without aliases)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        message = f"The front matter is no valid YAML: {_reason(error)}."
        return _plain_pairs(block[:end]), last, [Issue("front-matter", message, block[0].number)]
    if not isinstance(values, dict):
        return {}, 0, []
    return _strings(values), last, []


class _Loader(yaml.SafeLoader):
    """Plain values only; an alias is refused, for a few of them can stand for a billion values."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it uses aliases")
        return super().compose_node(parent, index)


def _strings(values: Mapping[Any, Any]) -> dict[str, str]:
    found = {}
    for key, value in values.items():
        text = _text(value)
        if text:
            found[str(key).strip().lower()] = text
    return found


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return str(value).strip()


def _plain_pairs(lines: Sequence[Line]) -> dict[str, str]:
    pairs = (line.text.partition(":") for line in lines if _KEY.match(line.text))
    return {key.strip().lower(): value.strip().strip("'\"") for key, _, value in pairs if value}


def _reason(error: Exception) -> str:
    problem = getattr(error, "problem", None) or str(error) or type(error).__name__
    return " ".join(str(problem).split())
