"""Markdown: the front matter at its top, and the marks around its words.

Front matter is the YAML block between two ``---`` lines; published transcripts kept as text carry
it too. The marks (``**MS. LIN:**``, ``\\[sic\\]``, ``## Questions``) are the format's, not the
speakers': they go, the words stay, line by line.
"""

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


# Enough to tell Markdown from a text with a stray star: headings, bold words, links.
MIN_MARKS = 3

_ANY_MARK = re.compile(r"[*_\\\[<>#]")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)|(?<=\S)[ \t]+#+[ \t]*$")
_QUOTE = re.compile(r"^ {0,3}(> ?)+")
# The bound keeps a line of opening marks alone linear; what is longer loses its marks as halves do.
_BOLD = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_MAY_LEAD = ("**", "__", ">")
_LEAD = re.compile(r"(?:> ?)*(\*\*\*|\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
# Bold words that a hard wrap cut: "**MS." and "PSAKI:**" on two lines.
_HALF_BOLD = re.compile(r"(?<!\S)\*\*(?=\w)|(?<=[^\s*])\*\*(?!\S)")
_ITALIC = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_]+?)(?<=[^\s\\])\1(?![\w*])")
_LINK = re.compile(
    r"!?\[([^\[\]]*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|sup|sub|figure|figcaption|p|div|br|center|font)\b[^<>]*>"
)
_STRUCK = re.compile(r"</?(?:s|del|strike)>")
_HARD_BREAK = re.compile(r"(?<!\\)\\$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|$'\"-])")
_MARKS = (
    re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE),
    re.compile(r"(?<!\*)\*\*(?=\S)[^*\n]+\*\*(?!\*)|(?<!\w)__(?=\w)[^_\n]+__(?!\w)"),
    re.compile(r"\[[^\[\]\n]+\]\((?:https?:|mailto:|/)[^()\s]*\)"),
)


def has_markup(text: str) -> bool:
    """Return whether a text is marked up as Markdown, from its headings, bold words and links."""
    return sum(len(mark.findall(text)) for mark in _MARKS) >= MIN_MARKS


def is_heading(text: str) -> bool:
    """Return whether a line of Markdown is a heading."""
    return bool(_MARKS[0].match(text))


def set_apart(lines: Sequence[Line]) -> tuple[frozenset[int], dict[int, str]]:
    """Return the numbers of the lines that are bold as a whole, and what opens others in bold."""
    whole: set[int] = set()
    leads: dict[int, str] = {}
    opened: list[int] = []  # lines since "**" that is not closed on its line
    for line in lines:
        if not opened and not line.text.lstrip().startswith(_MAY_LEAD):
            continue
        text = line.text.strip()
        if opened and text:
            opened.append(line.number)
            if text.count("**") % 2:
                whole.update(opened if text.endswith("**") else ())
                opened = []
        elif text.startswith("**") and text.endswith("**") and text.count("**") == 2:
            whole.add(line.number)
        elif found := _LEAD.match(text):
            if found.end() == len(text):
                whole.add(line.number)
            else:
                leads[line.number] = without_markup(found[2]).strip()
        else:
            opened = [line.number] if text.startswith("**") and text.count("**") == 1 else []
    return frozenset(whole), leads


def without_markup(text: str) -> str:
    """Return one line without the marks of Markdown; struck-out words keep theirs."""
    if not _ANY_MARK.search(text):
        return text
    text = _QUOTE.sub("", _HEADING.sub("", text))
    for mark in (_BOLD, _ITALIC):
        text = mark.sub(r"\2", text)
    text = _HALF_BOLD.sub("", text)
    text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text))
    text = _HARD_BREAK.sub("", _TAG.sub("", _STRUCK.sub("~~", text)))
    return _ESCAPE.sub(r"\1", text)
