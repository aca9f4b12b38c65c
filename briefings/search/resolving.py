"""Values of the query's fields, as people type them, to ids and days."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf.locale import LANG_INFO
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from briefings.models import Briefing, Kind, Outlet, OutletAlias, Speaker, SpeakerAlias, Turn
from briefings.search.entries import indexed_turns
from briefings.search.labels import entitled
from briefings.search.tokens import words
from briefings.search.tree import Column, Days, Having, Node
from briefings.transcripts.names import normalize

MOST_NAMED = 5  # names listed in a notice
Value = int | str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A field's value as understood: its node, its words for a chip, what to say.

    ``choices`` are the names that an ambiguous value may mean; all of them are searched. A node of
    None is a field that was not understood and is left out.
    """

    node: Node | None
    text: str = ""
    notice: str | None = None
    choices: tuple[str, ...] = ()


def resolve(field: str, value: str) -> Resolved:
    """Return what a field and its value ask for."""
    if field in {"speaker", "outlet"}:
        return _named(field, value)
    if field in {"asker", "place"}:
        return _listed(field, value)
    if field in {"before", "after", "on"}:
        return _days(field, value)
    if field == "lang":
        return _language(value)
    if field == "in":
        return _kind(value)
    return _being(value)


def _named(field: str, value: str) -> Resolved:
    """Find a speaker or an outlet: the very name or alias, else the names with all its words."""
    column = Column(field)
    known = [(pk, name, normalize(label)) for pk, name, label in _names(column)]
    wanted = normalize(value)
    found: dict[Value, str] = {pk: name for pk, name, label in known if label == wanted}
    if not found:
        tokens = words(wanted)  # in the labels' form: "people's" is "peoples" there
        found = {pk: name for pk, name, label in known if tokens and _has_all(words(label), tokens)}
    return _chosen(field, column, value, found)


def _names(column: Column) -> Iterable[tuple[int, str, str]]:
    """Return (id, name, label) of all speakers or outlets, under their names and aliases."""
    if column is Column.SPEAKER:
        yield from Speaker.objects.values_list("pk", "name", "name")
        yield from SpeakerAlias.objects.values_list("speaker_id", "speaker__name", "name")
    else:
        yield from Outlet.objects.values_list("pk", "name", "name")
        yield from OutletAlias.objects.values_list("outlet_id", "outlet__name", "name")


def _has_all(label: Sequence[str], tokens: Sequence[str]) -> bool:
    """Say whether each typed token is a word of the label, or the beginning of the last typed."""
    *whole, last = tokens
    return all(token in label for token in whole) and any(word.startswith(last) for word in label)


def _chosen(field: str, column: Column, value: str, found: dict[Value, str]) -> Resolved:
    """Return the node of what was found, asking which where several names were."""
    node = Having(column, frozenset(found))
    names = sorted(set(found.values()))
    if not found:
        notice = _("No %(field)s is called “%(value)s”.") % {"field": _title(field), "value": value}
        return Resolved(node, entitled(_title(field), value), notice)
    if len(names) == 1:
        return Resolved(node, entitled(_title(field), names[0]))
    listed = _(", ").join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    notice = _("“%(value)s” may be %(names)s: all were searched. Which one do you mean?") % {
        "value": value,
        "names": listed,
    }
    return Resolved(node, entitled(_title(field), value), notice, tuple(names[:MOST_NAMED]))


def _title(field: str) -> str:
    titles = {
        "speaker": _("speaker"),
        "outlet": _("outlet"),
        "asker": _("reporter"),
        "place": _("place"),
    }
    return titles[field]


def _listed(field: str, value: str) -> Resolved:
    """Find reporters or places: the very value, else those with all its words."""
    if field == "place":
        rows: Iterable[str] = _different(
            Briefing.objects.filter(status=Briefing.Status.PUBLISHED), "place"
        )
        column = Column.PLACE
    else:
        rows = _different(Turn.objects.filter(kind=Kind.QUESTION), "reporter")
        column = Column.ASKER
    tokens = words(value)
    folded = {row: words(row) for row in rows if row}
    exact: dict[Value, str] = {row: row for row, own in folded.items() if own == tokens}
    found: dict[Value, str] = exact or {
        row: row for row, own in folded.items() if tokens and _has_all(own, tokens)
    }
    if field == "place" and found:  # places are not persons: "Beijing" means every hall in it
        return Resolved(Having(column, frozenset(found)), entitled(_title(field), value))
    return _chosen(field, column, value, found)


def _different(rows: QuerySet[Briefing] | QuerySet[Turn], name: str) -> Iterable[str]:
    return rows.order_by().values_list(name, flat=True).distinct()


_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\Z")


def _days(field: str, value: str) -> Resolved:
    """Read a year, a month or a day; "after" begins with it, "before" ends on the day before it.

    So ``after:2022 before:2023`` is all of 2022.
    """
    match = _DATE.match(value.strip())
    try:
        if not match:
            raise ValueError(value)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
        before = max(first, date(1, 1, 2)) - timedelta(days=1)
    except (ValueError, OverflowError):
        notice = _(
            "“%(value)s” is no date; write a year, a month or a day (2022, 2022-07, 2022-07-19)."
        )
        return Resolved(None, notice=notice % {"value": value})
    if field == "after":
        return Resolved(Days(after=first), _("from %(day)s") % {"day": first.isoformat()})
    if field == "before":
        return Resolved(Days(before=before), _("until %(day)s") % {"day": before.isoformat()})
    return Resolved(Days(first, last), _("on %(day)s") % {"day": value})


def _language(value: str) -> Resolved:
    """Find the languages of transcripts by tag or by name; "zh" is also in "zh+en"."""
    wanted = value.strip().casefold()
    tags = {wanted} | {
        code
        for code, info in LANG_INFO.items()
        if wanted in {info.get("name", "").casefold(), info.get("name_local", "").casefold()}
    }
    if wanted in {"chinese", "中文", "汉语"}:
        tags.add("zh")
    known = indexed_turns().order_by().values_list("transcript__language", flat=True).distinct()
    found: frozenset[Value] = frozenset(
        tag for tag in known if tags & {tag.casefold(), *tag.casefold().split("+")}
    )
    notice = None if found else _("No transcript is in “%(value)s”.") % {"value": value}
    return Resolved(
        Having(Column.LANGUAGE, found), _("language: %(value)s") % {"value": value}, notice
    )


_KINDS = {
    "question": Kind.QUESTION,
    "answer": Kind.ANSWER,
    "remark": Kind.REMARKS,
    "moderation": Kind.MODERATION,
}


def _kind(value: str) -> Resolved:
    kind = _KINDS.get(value.strip().casefold().removesuffix("s"))
    if kind is None:
        notice = _(
            "One can search in questions, answers, remarks and moderation, not in “%(value)s”."
        )
        return Resolved(None, notice=notice % {"value": value})
    return Resolved(Having(Column.KIND, frozenset({kind.value})), str(kind.label))


def _being(value: str) -> Resolved:
    if value.strip().casefold() != "complete":
        notice = _("The only “is:” is “is:complete”; “%(value)s” was left out.")
        return Resolved(None, notice=notice % {"value": value})
    return Resolved(Having(Column.COMPLETE, frozenset({1})), _("complete transcripts"))
