"""Quote check: the passage closest to a pasted sentence, in any version of any briefing.

Candidates come cheaply (the index for canonical transcripts, the database for the other versions),
then each of their paragraphs is compared with the quotation as sequences of words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from django.db.models import F
from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from briefings.models import Briefing, Kind, Turn
from briefings.search.asking import engine
from briefings.search.engine import IndexUnusableError, Question
from briefings.search.tokens import Token, is_ideographic, tokenize
from briefings.search.tokens import words as words_of
from briefings.search.tree import Or, Phrase
from briefings.search.types import Change, Quotation, Stretch

LONGEST = 2000  # characters of a quotation that are looked at: a long paragraph
CANDIDATES = 60  # turns compared in full, of the canonical ones and of the others each
RAREST = 8  # words by which candidates are found
# Below these, two sentences share little but common words. Of 54 sentences of the White House's 364
# briefings of 2021 (10 to 35 words each), looked for in the other briefings, four came as close:
# "That will certainly be a point of discussion", "on a case-by-case basis", a remark twice told.
LEAST_LIKENESS = 0.6
LEAST_SHARE = 0.5  # of the quotation's words; "by the end of June" alone is like many a passage
MOST = 3


@dataclass(frozen=True, slots=True)
class _Window:
    """A paragraph's stretch of words that is closest to the quotation.

    ``share`` is how much of the quotation's words stand in it, in their order, from 0 to 1.
    """

    likeness: float
    share: float
    start: int
    end: int


def closest(text: str, limit: int = MOST) -> tuple[Quotation, ...]:
    """Return the closest passages to a pasted text, the closest first; empty where none is close.

    Of passages that are equally close, that of a canonical transcript comes first; versions that
    say the same in the same place are listed once, as the closest of them.
    """
    typed = _units(text[:LONGEST])
    if not typed:
        return ()
    asked = [token.text for token in typed]
    found: list[tuple[float, bool, Turn, int, list[Token], _Window]] = []
    for turn in _candidates(text[:LONGEST]):
        is_canonical = turn.transcript_id == turn.transcript.briefing.canonical_id
        for number, paragraph in enumerate(turn.text.split("\n"), 1):
            said = _units(paragraph)
            window = _closest_window(asked, [token.text for token in said])
            if window and window.likeness >= LEAST_LIKENESS and window.share >= LEAST_SHARE:
                found.append((window.likeness, is_canonical, turn, number, said, window))
    found.sort(key=lambda one: (-one[0], not one[1], one[2].pk, one[3]))
    quotations: list[Quotation] = []
    places: set[tuple[int, int]] = set()
    for likeness, is_canonical, turn, number, said, window in found:
        place = (turn.pk if is_canonical else turn.aligned_id or turn.pk, 0)
        if place in places:
            continue
        places.add(place)
        said = said[window.start : window.end]
        quotations.append(
            Quotation(
                turn_id=turn.pk,
                paragraph=number,
                likeness=round(likeness, 4),
                stretches=_stretches(text, typed, turn.text.split("\n")[number - 1], said),
                start=said[0].start,
                end=said[-1].end,
                canonical_id=None if is_canonical else turn.aligned_id,
            )
        )
        if len(quotations) == limit:
            break
    return tuple(quotations)


def _units(text: str) -> list[Token]:
    """Return what a quotation and a paragraph are compared by: words, and Chinese characters.

    The index's pairs of characters overlap: of 十二万 and 十万 they would show 十 and 万 twice.
    """
    return [
        token._replace(text=token.text[0], end=token.start + 1)
        if is_ideographic(token.text)
        else token
        for token in tokenize(text)
    ]


def _candidates(text: str) -> Iterator[Turn]:
    """Yield turns that have the quotation's rare words: the canonical ones, then the others.

    Those that say it word for word come in any case: of a sentence of common words ("We'll have
    more on that") the sixty turns that have the rarest of them may all say something else. While
    the index cannot be used all turns are looked through as the other versions are.
    """
    said = words_of(text)
    published = Turn.objects.filter(transcript__briefing__status=Briefing.Status.PUBLISHED).exclude(
        kind=Kind.HANDOFF
    )
    found = _by_index(text, said)
    if found is not None:
        published = published.exclude(transcript=F("transcript__briefing__canonical"))
    best = _best(published.values_list("pk", "text").iterator(chunk_size=2000), said)
    rows = Turn.objects.select_related("transcript__briefing")
    yield from rows.filter(pk__in=[*(found or ()), *best])


def _by_index(text: str, said: Sequence[str]) -> set[int] | None:
    """Return the canonical turns that the index finds; None while it cannot be used."""
    try:
        index = engine()
        exact = index.answer(Question(tree=Phrase(text), own=True, stop=MOST))
        counts, _ = index.frequencies(tuple(dict.fromkeys(said)))
        rarest = sorted(counts, key=lambda word: (counts[word] == 0, counts[word], -len(word)))
        tree = Or(tuple(Phrase(word) for word in rarest[:RAREST]))
        answer = index.answer(Question(tree=tree, own=True, stop=CANDIDATES))
    except IndexUnusableError:
        return None
    return {found.turn_id for found in (*exact.found, *answer.found)}


def _best(turns: Iterable[tuple[int, str]], said: Sequence[str]) -> list[int]:
    """Return those of some turns that say a quotation or share the most words with it."""
    wanted = frozenset(said)
    quoted = f" {' '.join(said)} "

    def ranked() -> Iterator[tuple[bool, int, int]]:
        for pk, text in turns:
            tokens = words_of(text)
            if shared := len(wanted.intersection(tokens)):
                yield shared == len(wanted) and quoted in f" {' '.join(tokens)} ", shared, -pk

    return [-pk for _, _, pk in nlargest(CANDIDATES, ranked())]


def _closest_window(words: Sequence[str], said: Sequence[str]) -> _Window | None:
    """Return the stretch of a paragraph that is closest to the quotation, by words.

    Likeness is 1 − insertions and deletions / words of both (normalized Indel similarity).
    """
    if not said:
        return None
    if len(said) <= len(words):
        return _trimmed(words, said, 0, len(said))
    alignment = partial_ratio_alignment(words, said)
    if alignment is None:
        return None
    start, end = alignment.dest_start, alignment.dest_end
    best = (Indel.normalized_similarity(words, said[start:end]), start, end)
    # Words that were left out of the quotation make what was said longer than the quotation.
    for more in range(1, len(words) // 2 + 1):
        for a, b in ((start, end + more), (start - more, end), (start - more, end + more)):
            if a >= 0 and b <= len(said):
                likeness = Indel.normalized_similarity(words, said[a:b])
                if likeness > best[0]:
                    best = (likeness, a, b)
    return _trimmed(words, said, *best[1:])


def _trimmed(words: Sequence[str], said: Sequence[str], start: int, end: int) -> _Window:
    """Return a stretch without words at its ends that stand for none of the quotation's."""
    operations = Levenshtein.opcodes(words, said[start:end])
    if operations[0].tag == "insert":
        start += operations[0].dest_end
    if operations[-1].tag == "insert" and len(operations) > 1:
        end -= operations[-1].dest_end - operations[-1].dest_start
    common = (len(words) + end - start - Indel.distance(words, said[start:end])) / 2
    return _Window(2 * common / (len(words) + end - start), common / len(words), start, end)


def _stretches(
    text: str, typed: Sequence[Token], paragraph: str, said: Sequence[Token]
) -> tuple[Stretch, ...]:
    """Return the quotation and what was said side by side, as both are written.

    What differs between two stretches that are the same is one stretch: of "July," for "June, some"
    nobody can say which of the two words July stands for.
    """
    operations = Levenshtein.opcodes(
        [token.text for token in typed], [token.text for token in said]
    )
    stretches: list[Stretch] = []
    for same, run in groupby(operations, key=lambda operation: operation.tag == "equal"):
        parts = list(run)
        mine = _written(text, typed[parts[0].src_start : parts[-1].src_end])
        theirs = _written(paragraph, said[parts[0].dest_start : parts[-1].dest_end])
        if same:
            change = Change.SAME
        elif mine and theirs:
            change = Change.CHANGED
        else:
            change = Change.ADDED if mine else Change.LEFT_OUT
        stretches.append(Stretch(change, mine, theirs))
    return tuple(stretches)


def _written(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""
