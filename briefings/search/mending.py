"""What a reader typed, mended to what the grammar reads, with a sentence for each mend.

Every step takes a text and returns a text; none raises, and the last leaves bare words only.
"""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

# Quotes and brackets as other keyboards and word processors write them.
_ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»「」『』＂", '"') | {"（": "(", "）": ")", "：": ":", "\x00": " "}
)
# A query is a line, not a page: a longer one is a slip of the clipboard.
LONGEST = 1000
DEEPEST = 20  # brackets in brackets; far above any query meant, far below Python's recursion

_UNKNOWN_FIELD = re.compile(r'(?<![^\s(-])([A-Za-z]{2,12}):(?=["\w])')
FIELDS = ("speaker", "outlet", "asker", "in", "before", "after", "on", "lang", "place", "is")
_OPERATORS = r"(?:OR|AND|NOT|\|)"
_DANGLING = re.compile(
    rf"""(?:
      (?<![^\s(]){_OPERATORS}\s*(?=\)|$)           # at the end of a query or of a bracket
    | (?:(?<=\()|^)\s*(?:OR|AND|\|)(?=[\s()"]|$)   # at the beginning
    | (?<![^\s(])(?:OR|AND|NOT|\|)\s+(?=(?:OR|AND|\|)(?:[\s()"]|$))  # one after the other
    | (?<![^\s(])NOT\s+(?=(?:NOT|-)[\s("]*)        # twice
    | (?<![^\s(])-+(?=[\s)]|$)                     # a minus before nothing
    | (?<![^\s(])--+(?=\S)                         # several
    )""",
    re.VERBOSE,
)
_QUOTED = re.compile(r'"[^"]*"')
# What a step may mend; a query of words alone has none of it.
_ODD = re.compile(rf'["():|-]|\b{_OPERATORS}\b')


def mend(query: str) -> tuple[str, list[str]]:
    """Return a query that the grammar is likely to read, and what was mended, in sentences."""
    notices: list[str] = []
    text = query.translate(_ALIKE)
    if len(text) > LONGEST:
        text = text[:LONGEST]
        notices.append(
            _("The query is longer than %(limit)d characters; its beginning was searched for.")
            % {"limit": LONGEST}
        )
    if _ODD.search(text):
        for step in (_quotes, _fields, _brackets, _operators, _emptied, _operators):
            text = step(text, notices)
    return text, notices


def bare(text: str) -> str:
    """Return a text's words with nothing that the grammar could take for more."""
    return re.sub(rf"\b{_OPERATORS}\b", " ", re.sub(r'["()|~*:-]', " ", text))


def _quotes(text: str, notices: list[str]) -> str:
    """Take out a quote that is not closed."""
    if text.count('"') % 2 == 0:
        return text
    place = text.rindex('"')
    rest = text[place + 1 :].strip()
    if rest:
        notices.append(
            _("The quote before “%(word)s” is not closed; searched for the words instead.")
            % {"word": rest.split()[0]}
        )
    else:
        notices.append(_("The quote at the end is not closed; it was left out."))
    return f"{text[:place]} {text[place + 1 :]}"


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """Apply a change that keeps lengths to all that is not quoted, knowing what is around it."""
    if '"' not in text:
        return change(text)
    hidden = _QUOTED.sub(lambda match: '"' + "\x01" * (len(match.group()) - 2) + '"', text)
    changed = change(hidden)
    assert len(changed) == len(text)  # noqa: S101
    return "".join(old if new == "\x01" else new for old, new in zip(text, changed, strict=True))


def _fields(text: str, notices: list[str]) -> str:
    """Say that a field is not known; it is searched for as words."""

    def change(hidden: str) -> str:
        for match in _UNKNOWN_FIELD.finditer(hidden):
            name = match.group(1)
            if name.lower() not in FIELDS and not hidden[match.end() :].startswith("//"):
                notices.append(
                    _("There is no field “%(name)s:”; it was searched for as a word.")
                    % {"name": name}
                )
        return _UNKNOWN_FIELD.sub(
            lambda m: m.group() if m.group(1).lower() in FIELDS else f"{m.group(1)} ", hidden
        )

    return _outside_quotes(text, change)


def _brackets(text: str, notices: list[str]) -> str:
    """Take out brackets without their other half, empty ones, and those too deep."""

    def change(hidden: str) -> str:
        kept = list(hidden)
        opened: list[int] = []
        lonely: list[int] = []
        for place, character in enumerate(hidden):
            if character == "(":
                opened.append(place)
            elif character == ")":
                if not opened:
                    lonely.append(place)
                elif len(opened) > DEEPEST:
                    kept[opened.pop()] = kept[place] = " "
                else:
                    opened.pop()
        for place in opened + lonely:
            kept[place] = " "
        if opened or lonely:
            notices.append(_("A bracket has no other half; it was left out."))
        return "".join(kept)

    return _emptied(_outside_quotes(text, change), notices)


def _emptied(text: str, notices: list[str]) -> str:
    """Take out brackets with nothing in them."""

    def change(hidden: str) -> str:
        while (emptied := re.sub(r"\((\s*)\)", r" \1 ", hidden)) != hidden:
            hidden = emptied
        return hidden

    return _outside_quotes(text, change)


def _operators(text: str, notices: list[str]) -> str:
    """Take out OR, AND, NOT and minus signs that have nothing to join or negate."""

    def change(hidden: str) -> str:
        found = False
        while (changed := _DANGLING.sub(lambda match: " " * len(match.group()), hidden)) != hidden:
            hidden, found = changed, found or bool(_WORDED.search(hidden))
        if found:
            notices.append(_("An OR, AND or NOT has nothing to join; it was left out."))
        return hidden

    return _outside_quotes(text, change)


_WORDED = re.compile(r"\b(?:OR|AND|NOT)\b")
