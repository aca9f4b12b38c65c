"""A search that finds nothing, explained: what empties it, and what would find something."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from briefings.search.labels import entitled, labels, title
from briefings.search.language import Part, Understood
from briefings.search.tokens import is_ideographic, words
from briefings.search.tree import TEXT, Near, Phrase, Word
from briefings.search.types import Chip, Request, Suggestion

MOST = 8
Count = Callable[[Request], int]
Similar = Callable[[str], list[str]]


def chips(request: Request, understood: Understood) -> tuple[Chip, ...]:
    """Return the parts of a search, each with the search that is left without it."""
    first = replace(request, page=1)
    found = [Chip(part.text, replace(first, query=part.without)) for part in understood.parts]
    for facet, values in request.selected.items():
        names = labels(facet, values)
        for value in values:
            left = tuple(other for other in values if other != value)
            selected = {**request.selected, facet: left}
            if not left:
                del selected[facet]
            text = entitled(title(facet), names[value])
            found.append(Chip(text, replace(first, selected=selected)))
    if request.after:
        day = request.after.isoformat()
        found.append(Chip(_("from %(day)s") % {"day": day}, replace(first, after=None)))
    if request.before:
        day = request.before.isoformat()
        found.append(Chip(_("until %(day)s") % {"day": day}, replace(first, before=None)))
    return tuple(found)


def choices(request: Request, understood: Understood, count: Count) -> Iterator[Suggestion]:
    """Yield the searches with one of the names that an ambiguous one may mean."""
    for part in understood.parts:
        for name, query in part.choices:
            meant = replace(request, query=query, page=1)
            yield Suggestion(name, meant, count(meant))


def explain(
    request: Request, understood: Understood, count: Count, similar: Similar
) -> tuple[list[str], list[Suggestion]]:
    """Return sentences on why nothing is found, and searches that find something."""
    request = replace(request, page=1)
    notices: list[str] = []
    suggestions: list[Suggestion] = []

    def suggest(text: str, other: Request) -> None:
        if len(suggestions) < MOST and all(other != known.request for known in suggestions):
            total = count(other)
            if total:
                suggestions.append(Suggestion(text, other, total))

    asked = [part for part in understood.parts if isinstance(part.node, TEXT)]
    missing = [part for part in asked if not count(Request(query=part.source))]
    for part in missing:
        notices.append(_("%(part)s is said in no turn.") % {"part": _quoted(part)})
        for word in _unknown_words(part, count):
            for other in similar(word):
                query = request.query.replace(part.source, _respelt(part.source, word, other))
                suggest(_("“%(word)s”, not “%(typed)s”") % {"word": other, "typed": word},
                        replace(request, query=query))  # fmt: skip
    everything = chips(request, understood)
    if not missing and len(everything) > 1:
        notices.append(_("Each part of the search finds something, but never all at once."))
    if len(everything) > 1:
        for chip in everything:
            suggest(_("without %(part)s") % {"part": chip.text}, chip.without)
    for part in asked:
        if isinstance(part.node, Phrase | Near) and len(words(part.node.text)) > 1:
            query = request.query.replace(part.source, part.node.text.replace('"', " "))
            suggest(_("the words of “%(phrase)s” anywhere") % {"phrase": part.node.text},
                    replace(request, query=query))  # fmt: skip
    if len(asked) > 1:
        rest = [part.source for part in understood.parts if part not in asked]
        either = " OR ".join(part.source for part in asked)
        suggest(_("any of the words"), replace(request, query=" ".join([*rest, f"({either})"])))
    if request.selected or request.after or request.before:
        suggest(_("without any filter"), Request(query=request.query, sort=request.sort))
    return notices, suggestions


def _quoted(part: Part) -> str:
    return part.text if part.text.startswith("“") else f"“{part.text}”"


def _unknown_words(part: Part, count: Count) -> Iterator[str]:
    """Yield the words of a part that are said nowhere; ideographs have no spelling."""
    if isinstance(part.node, Word | Phrase | Near):
        for token in dict.fromkeys(words(part.node.text)):
            if not is_ideographic(token) and not count(Request(query=f'"{token}"')):
                yield token


def _respelt(source: str, word: str, other: str) -> str:
    """Return a part as typed with one of its words spelt otherwise."""
    place = source.casefold().find(word)
    if place < 0:  # folded beyond recognition ("Zürick" was looked up as "zurick")
        return other
    return source[:place] + other + source[place + len(word) :]
