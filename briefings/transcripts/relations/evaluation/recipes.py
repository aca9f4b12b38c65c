"""What is made of every transcript, which relations are right for it, and what it takes."""

from collections.abc import Callable
from dataclasses import dataclass

from briefings.transcripts.relations.evaluation import makers, rewording
from briefings.transcripts.relations.evaluation.makers import Maker
from briefings.transcripts.relations.profile import Profile
from briefings.transcripts.types import RelationKind


def _words(least: int) -> Callable[[Profile], bool]:
    return lambda source: len(source.words) >= least


def _exchanges(least: int) -> Callable[[Profile], bool]:
    return lambda source: len({t.exchange for t in source.transcript.turns if t.exchange}) >= least


def _figures(least: int) -> Callable[[Profile], bool]:
    return lambda source: sum(figure.telling for figure in source.figures) >= least


def _at_all(source: Profile) -> bool:
    return len(source.words) >= 100


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a document is made of a transcript.

    ``kinds`` are the relations that are right between it and its source, the one meant first;
    none where the two must not be joined. ``suits`` says which sources have what it takes.
    """

    name: str
    make: Maker
    kinds: tuple[RelationKind, ...]
    suits: Callable[[Profile], bool] = _at_all


_COPY, _EXCERPT = RelationKind.COPY, RelationKind.EXCERPT
_REVISION, _TRANSLATION = RelationKind.REVISION, RelationKind.TRANSLATION

RECIPES = (
    Recipe("header changed", makers.header_changed, (_COPY,)),
    Recipe("exchanges swapped", makers.swapped_exchanges, (_COPY, _REVISION), _exchanges(2)),
    Recipe("spelling corrected", makers.corrections, (_REVISION,)),
    Recipe("OCR noise 1 %", makers.ocr(0.01), (_REVISION, _COPY)),
    Recipe("OCR noise 3 %", makers.ocr(0.03), (_REVISION, _COPY)),
    Recipe("OCR noise 5 %", makers.ocr(0.05), (_REVISION, _COPY)),
    Recipe("numbers rounded", rewording.round_figures, (_REVISION, _COPY)),
    Recipe("page cut", makers.page_cut, (_EXCERPT,), _words(600)),
    Recipe("exchanges dropped", makers.dropped_exchanges, (_EXCERPT,), _exchanges(3)),
    Recipe(
        "page cut, OCR noise 5 %",
        makers.both(makers.page_cut, makers.ocr(0.05)),
        (_EXCERPT,),
        _words(600),
    ),
    Recipe("reworded, a quarter", rewording.reworded(0.25), (_TRANSLATION,)),
    Recipe("reworded, half", rewording.reworded(0.5), (_TRANSLATION,)),
    Recipe("reworded, two thirds", rewording.reworded(0.65), (_TRANSLATION,)),
    Recipe(
        "reworded, half, numbers rounded",
        rewording.reworded(0.5, rounded=True),
        (_TRANSLATION,),
    ),
    Recipe(
        "page cut, reworded, half",
        makers.both(makers.page_cut, rewording.reworded(0.5)),
        (_TRANSLATION,),
        _words(600),
    ),
    Recipe(
        "in another script (15 figures or more)",
        rewording.in_another_script,
        (_TRANSLATION,),
        _figures(15),
    ),
    Recipe("another report of one form", rewording.another_report, (), _figures(8)),
)
