"""The query language: what a reader typed, understood.

``docs/search.md`` describes it to readers; ``query.lark`` is its grammar.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from lark import Lark
from lark.exceptions import LarkError

from briefings.search.mending import bare, mend
from briefings.search.resolving import resolve
from briefings.search.tokens import is_ideographic, words
from briefings.search.tree import And, Fuzzy, Near, Node, Not, Or, Phrase, Prefix, Word

# A lark tree; its children are trees or tokens, and the grammar says which.
ParseTree = Any
_PARSER = Lark(
    (Path(__file__).parent / "query.lark").read_text(encoding="utf-8"),
    start="query",
    parser="lalr",
    propagate_positions=True,
)
_FUZZY = re.compile(r"~\d?\Z")
# A figure: its signs and the parts of what it is glued to must stand together ("90%", "COVID-19").
_FIGURE = re.compile(r"[^a-z]*\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts that must all hold.

    ``text`` is for readers, ``source`` as typed, ``without`` the query that is left; ``choices``
    are the names that an ambiguous one may mean, each with the query that has it instead.
    """

    text: str
    node: Node
    source: str
    without: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A query as understood: the tree, its parts, and sentences about what was odd in it."""

    tree: Node
    parts: tuple[Part, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass
class _Reading:
    """What is said while a parse tree is turned into ours."""

    notices: list[str] = field(default_factory=list)
    choices: list[tuple[int, int, str, tuple[str, ...]]] = field(default_factory=list)


def understand(query: str) -> Understood:
    """Return what a query asks; never raises.

    A page asks it several times, and the next page, a filter and a feed ask it again: what is kept
    is the understanding of queries without fields, which no change of the rows can alter.
    """
    if ":" in query or "：" in query:
        return _understand(query)
    return _understood(query, get_language())


@lru_cache(maxsize=256)
def _understood(query: str, _interface: str | None) -> Understood:
    return _understand(query)


def _understand(query: str) -> Understood:
    text, notices = mend(query)
    try:
        parsed = _parse(text)
    except LarkError:
        notices.append(_("The query could not be read as it stands; searched for its words."))
        text = bare(text)
        parsed = _parse(text)
    reading = _Reading(notices)
    parts = tuple(_parts(parsed, text, reading))
    if not parts and query.strip():
        notices.append(_("There is no word in “%(query)s”.") % {"query": query.strip()[:80]})
    nodes = tuple(part.node for part in parts)
    tree = nodes[0] if len(nodes) == 1 else And(nodes)
    return Understood(tree, parts, tuple(dict.fromkeys(notices)))


@lru_cache(maxsize=256)
def _parse(text: str) -> ParseTree:
    return _PARSER.parse(text)


def _parts(parsed: ParseTree, text: str, reading: _Reading) -> Iterable[Part]:
    """Yield the parts that must all hold, each with the query as it reads without it."""
    if not parsed.children:
        return
    (alternatives,) = parsed.children
    whole = alternatives.children
    trees = whole[0].children if len(whole) == 1 else [alternatives]
    for tree in trees:
        reading.choices = []
        built = _node(tree, reading)
        if built is None:
            continue
        node, said = built
        start, end = tree.meta.start_pos, tree.meta.end_pos
        choices = tuple(
            (name, f'{text[:first]}{label}:"{name}"{text[last:]}')
            for first, last, label, names in reading.choices
            for name in names
        )
        yield Part(said, node, text[start:end], _without(text, start, end), choices)


def _without(text: str, start: int, end: int) -> str:
    """Return a query without a part, and without an AND that then joins nothing."""
    before = re.sub(r"(?:^|\s)AND\s*$", "", text[:start].rstrip())
    after = text[end:].lstrip()
    if not before:
        after = re.sub(r"^AND(?=\s)", "", after)
    return " ".join(f"{before} {after}".split())


_Built = tuple[Node, str] | None


def _node(tree: ParseTree, reading: _Reading) -> _Built:
    """Return a parse tree's node and its words; None where nothing is left of it."""
    return _BUILDERS[tree.data](tree, reading)


def _joined(tree: ParseTree, reading: _Reading, join: type[And] | type[Or]) -> _Built:
    built = [found for child in tree.children if (found := _node(child, reading))]
    if len(built) < 2:
        return built[0] if built else None
    nodes = tuple(node for node, _ in built)
    word = " " if join is And else _(" or ")
    return join(nodes), word.join(said for _, said in built)


def _any(tree: ParseTree, reading: _Reading) -> _Built:
    return _joined(tree, reading, Or)


def _all(tree: ParseTree, reading: _Reading) -> _Built:
    return _joined(tree, reading, And)


def _negated(tree: ParseTree, reading: _Reading) -> _Built:
    built = _node(tree.children[0], reading)
    return built and (Not(built[0]), _("not %(part)s") % {"part": built[1]})


def _group(tree: ParseTree, reading: _Reading) -> _Built:
    built = _node(tree.children[0], reading)
    return built and (built[0], f"({built[1]})")


def _field(tree: ParseTree, reading: _Reading) -> _Built:
    name, value = (str(child) for child in tree.children)
    label = name.strip()[:-1].lower()
    resolved = resolve(label, value.strip('"'))
    if resolved.notice:
        reading.notices.append(resolved.notice)
    if resolved.node is None:
        return None
    if resolved.choices:
        place = (tree.meta.start_pos, tree.meta.end_pos)
        reading.choices.append((*place, label, resolved.choices))
    return resolved.node, resolved.text


def _phrase(tree: ParseTree, reading: _Reading) -> _Built:
    text = str(tree.children[0]).strip('"').strip()
    return (Phrase(text), f"“{text}”") if words(text) else None


def _near(tree: ParseTree, reading: _Reading) -> _Built:
    text = str(tree.children[0]).strip('"').strip()
    distance = int(str(tree.children[1])[1:])
    if not words(text):
        return None
    said = _("“%(words)s” within %(distance)d words") % {"words": text, "distance": distance}
    return Near(text, distance), said


def _bare(tree: ParseTree, reading: _Reading) -> _Built:
    text = str(tree.children[0])
    found = words(text)
    if not found:
        return None
    if text.endswith("*"):
        return _begun(text.rstrip("*~"), found)
    word = _FUZZY.sub("", text)
    if word != text and len(words(word)) == 1:
        return Fuzzy(word), _("like %(word)s") % {"word": word}
    mixed = {is_ideographic(token) for token in found} == {True, False}
    glued = len(found) > 1 and (mixed or any(_is_figure(token) for token in found))
    return (Phrase(text) if glued else Word(text)), text


def _begun(text: str, found: list[str]) -> _Built:
    """Return the node of ``word*``; of ``base-st*`` only the last word is open."""
    if len(found) == 1:
        return Prefix(text), f"{text}*"
    last = found[-1]
    if is_ideographic(last):
        return Word(text), text
    return And((*(Word(word) for word in found[:-1]), Prefix(last))), f"{text}*"


def _is_figure(token: str) -> bool:
    return not is_ideographic(token) and _FIGURE.match(token) is not None


_BUILDERS: dict[str, Callable[[ParseTree, _Reading], _Built]] = {
    "any": _any,
    "all": _all,
    "negated": _negated,
    "group": _group,
    "field": _field,
    "near": _near,
    "phrase": _phrase,
    "bare": _bare,
}
