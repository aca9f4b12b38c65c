"""Make documents of transcripts, seek and compare them as ingest does, and count what is right."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from briefings.transcripts.relations.compare import compare
from briefings.transcripts.relations.evaluation.known import Known
from briefings.transcripts.relations.evaluation.recipes import RECIPES, Recipe
from briefings.transcripts.relations.fingerprint import fingerprint
from briefings.transcripts.relations.profile import Profile, profile
from briefings.transcripts.relations.types import Relation, Verdict
from briefings.transcripts.types import RelationKind, Transcript

# What must hold of each relation: precision, recall.
FLOORS = {
    RelationKind.COPY: (0.995, 0.98),
    RelationKind.EXCERPT: (0.995, 0.98),
    RelationKind.REVISION: (0.995, 0.98),
    RelationKind.TRANSLATION: (0.99, 0.95),
}


@dataclass(slots=True)
class Tally:
    """What came of one recipe: pairs made, found by their keys, joined rightly, proposed."""

    recipe: Recipe
    made: int = 0
    found: int = 0
    right: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True)
class Mistake:
    """Two documents that were judged wrongly: joined, not joined, or joined as something else."""

    what: str
    made_of: str
    known: str
    relation: Relation | None  # None where the keys did not even meet


@dataclass(slots=True)
class Score:
    """Precision and recall of one relation."""

    relation: RelationKind
    meant: int = 0  # pairs made to be this
    met: int = 0  # of these, judged rightly
    said: int = 0  # pairs judged to be this
    true: int = 0  # of these, rightly

    @property
    def precision(self) -> float:
        """The share of the pairs judged to be this that are; 1 where none was."""
        return self.true / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """The share of the pairs made to be this that were judged so; 1 where none was made."""
        return self.met / self.meant if self.meant else 1.0

    @property
    def holds(self) -> bool:
        """True where both reach their floors."""
        precision, recall = FLOORS[self.relation]
        return self.precision >= precision and self.recall >= recall


@dataclass(slots=True)
class Outcome:
    """All that an evaluation found; ``strangers`` counts pairs joined that must stay apart."""

    tallies: list[Tally] = field(default_factory=list)
    scores: dict[RelationKind, Score] = field(
        default_factory=lambda: {relation: Score(relation) for relation in RelationKind}
    )
    mistakes: list[Mistake] = field(default_factory=list)
    strangers: int = 0

    @property
    def holds(self) -> bool:
        """True where every floor holds and nothing was joined that must stay apart."""
        return not self.strangers and all(score.holds for score in self.scores.values())


def evaluate(
    sources: Sequence[Transcript],
    *,
    seed: int = 1,
    step: int = 1,
    together: Collection[frozenset[str]] = (),
    recipes: Iterable[Recipe] = RECIPES,
    progress: Callable[[str, Iterable[int]], Iterable[int]] = lambda _, places: places,
) -> Outcome:
    """Make documents of every ``step``-th source by every recipe and judge them among all sources.

    ``together`` names the sources that are of one briefing (by ``Transcript.name``); all others
    are strangers, and so are the documents made of them. First every source itself is sought among
    the others. ``progress`` wraps each loop, with its name.
    """
    profiles = [profile(source) for source in sources]
    known = Known(profiles)
    related = {frozenset((a, b)) for names in together for a in names for b in names}
    outcome = Outcome()

    def strangers(one: int, other: int) -> bool:
        return frozenset((sources[one].name, sources[other].name)) not in related

    for place in progress("strangers", range(len(sources))):
        for other, relation in _judged(known, profiles[place], exclude=place):
            if relation.verdict is Verdict.SAME and other > place and strangers(place, other):
                _joined_strangers(outcome, "strangers", sources[place], sources[other], relation)
    for recipe in recipes:
        tally = Tally(recipe)
        outcome.tallies.append(tally)
        for place in progress(recipe.name, range(0, len(sources), step)):
            if not recipe.suits(profiles[place]):
                continue
            source = sources[place]
            made = recipe.make(source, Random(f"{seed} {recipe.name} {source.name}"))  # noqa: S311
            judged = dict(_judged(known, profile(made)))
            _count(outcome, tally, source, judged.pop(place, None))
            for other, relation in judged.items():
                if relation.verdict is Verdict.SAME and strangers(place, other):
                    _joined_strangers(outcome, recipe.name, source, sources[other], relation)
    return outcome


def related(
    sources: Sequence[Transcript],
    progress: Callable[[str, Iterable[int]], Iterable[int]] = lambda _, places: places,
) -> Iterator[tuple[str, str, Relation]]:
    """Compare every two sources, without keys; yield the names of those joined or proposed."""
    profiles = [profile(source) for source in sources]
    for place in progress("every two", range(len(sources))):
        for other in range(place):
            relation = compare(profiles[place], profiles[other])
            if relation.verdict is not Verdict.DIFFERENT:
                yield sources[other].name, sources[place].name, relation


def _judged(
    known: Known, document: Profile, exclude: int | None = None
) -> Iterator[tuple[int, Relation]]:
    """Yield the likely relatives of a document with what they are to it."""
    places, rarity = known.find(fingerprint(document), exclude)
    for place in places:
        yield place, compare(document, known.profiles[place], rarity=rarity)


def _count(outcome: Outcome, tally: Tally, source: Transcript, relation: Relation | None) -> None:
    """Count how a made document was judged against its source."""
    recipe = tally.recipe
    tally.made += 1
    tally.found += relation is not None
    tally.unsure += relation is not None and relation.verdict is Verdict.UNSURE
    joined = relation.kind if relation and relation.verdict is Verdict.SAME else None
    right = joined in recipe.kinds if recipe.kinds else joined is None
    tally.right += right
    if joined:
        outcome.scores[joined].said += 1
        outcome.scores[joined].true += right
    if recipe.kinds:
        outcome.scores[recipe.kinds[0]].meant += 1
        outcome.scores[recipe.kinds[0]].met += right
    elif joined:
        outcome.strangers += 1
    if not right:
        outcome.mistakes.append(Mistake(recipe.name, source.name, source.name, relation))


def _joined_strangers(
    outcome: Outcome, what: str, source: Transcript, other: Transcript, relation: Relation
) -> None:
    """Count two documents of different briefings that were joined."""
    outcome.strangers += 1
    if relation.kind:
        outcome.scores[relation.kind].said += 1
    outcome.mistakes.append(Mistake(what, source.name, other.name, relation))
