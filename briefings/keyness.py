"""Distinctive words: what one speaker says far more often than the rest do.

The measure is the log-likelihood ratio of T. Dunning, "Accurate methods for the statistics of
surprise and coincidence", Computational Linguistics 19 (1993), in the form for two corpora of
P. Rayson and R. Garside, "Comparing corpora using frequency profiling" (2000).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

# The value that chance exceeds once in 10,000 times (chi-squared, one degree of freedom): the level
# that Rayson recommends, because thousands of words are tested at once.
CRITICAL = 15.13
# A word said less often says more of one sentence than of the speaker.
LEAST_SAID = 3

# Words that carry grammar rather than a subject; they are counted, but not listed.
_FUNCTION_WORDS = """
    a about above after again against ago all almost already also although always am among an and
    another any are aren't around as at away back be because been before being below between both
    but by came can can't cannot come could did didn't do does doesn't doing don't done down during
    each either else enough even ever every few first for from get gets getting give given go goes
    going gone got had has have haven't having he he'd he'll he's her here here's hers herself him
    himself his how i i'd i'll i'm i've if in into is isn't it it'll it's its itself just know last
    let let's like lot made make many may maybe me might mine more most much must my myself never
    next no nor not now of off oh ok okay on once one only onto or other our ours ourselves out over
    own per put quite rather really said same say says see she she's should so some something still
    such take than that that'll that's the their theirs them themselves then there there's these
    they they'd they'll they're they've thing things think this those though through thus to too
    toward towards two under until up upon us very want was wasn't way we we'd we'll we're we've
    well were weren't what what's when where whether which while who who's whole whom whose why will
    with within without won't would wouldn't yeah yes yet you you'd you'll you're you've your yours
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A word, how often the speaker and the rest say it, and how surprising that is."""

    word: str
    said: int
    rest: int
    said_rate: float
    rest_rate: float
    log_likelihood: float


def log_likelihood(said: int, all_said: int, rest: int, all_rest: int) -> float:
    """Return G² of a word said ``said`` times in ``all_said`` words, ``rest`` in ``all_rest``."""
    expected = (said + rest) / (all_said + all_rest)
    return 2 * sum(
        seen * math.log(seen / (expected * words))
        for seen, words in ((said, all_said), (rest, all_rest))
        if seen
    )


def distinctive(
    said: Mapping[str, int], all_said: int, rest: Mapping[str, int], all_rest: int
) -> list[Distinctive]:
    """Return the words said more often than by the rest beyond chance, the most surprising first.

    Rates are per 10,000 words. With nothing said by the rest there is nothing to compare: empty.
    """
    if not all_said or not all_rest:
        return []
    found = []
    for word, number in said.items():
        if number < LEAST_SAID or word in FUNCTION_WORDS or not any(c.isalpha() for c in word):
            continue
        other = rest.get(word, 0)
        said_rate, rest_rate = 10_000 * number / all_said, 10_000 * other / all_rest
        if said_rate <= rest_rate:
            continue
        score = log_likelihood(number, all_said, other, all_rest)
        if score >= CRITICAL:
            found.append(Distinctive(word, number, other, said_rate, rest_rate, score))
    return sorted(found, key=lambda one: (-one.log_likelihood, one.word))
