"""A transcript as relating sees it: its words, figures and names, found once."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from briefings.transcripts.relations.figures import Figure, find_figures
from briefings.transcripts.relations.mentions import find_mentions
from briefings.transcripts.types import Kind, Transcript

Hashes = NDArray[np.uint64]

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A Han character is a word, so is a run of letters and digits with its apostrophe.
WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['’][^\W_{HAN}]+)*")
HAN_CHARACTER = re.compile(f"[{HAN}]")
# Greetings, "the floor is open" and hand-overs are alike in every briefing of a host.
_SPOKEN = frozenset({Kind.REMARKS, Kind.QUESTION, Kind.ANSWER})


def words_of(text: str) -> list[str]:
    """Return the words of a text, case and typography folded (NFKC, straight apostrophes)."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return WORD.findall(folded)


@dataclass(frozen=True)
class Passage:
    """A paragraph with what was found in it; ``turn`` and ``paragraph`` are places from 0."""

    turn: int
    paragraph: int
    words: tuple[str, ...]
    figures: tuple[Figure, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Profile:
    """A transcript with its paragraphs read. Make one with ``profile``."""

    transcript: Transcript
    passages: tuple[Passage, ...]

    @cached_property
    def formulas_only(self) -> bool:
        """True where nobody remarks, asks or answers: a first page with the opening alone."""
        return not any(turn.kind in _SPOKEN for turn in self.transcript.turns)

    @cached_property
    def spoken(self) -> tuple[Passage, ...]:
        """The paragraphs of remarks, questions and answers; all where there are none."""
        if self.formulas_only:
            return self.passages
        turns = self.transcript.turns
        return tuple(p for p in self.passages if turns[p.turn].kind in _SPOKEN)

    @property
    def languages(self) -> frozenset[str]:
        """The primary languages: "en" of "en-GB", both of the bilingual "zh+en"."""
        tags = self.transcript.language.lower().split("+")
        return frozenset(tag.partition("-")[0] for tag in tags)

    @cached_property
    def spoken_words(self) -> list[str]:
        """The words of the spoken paragraphs, in order."""
        return [word for passage in self.spoken for word in passage.words]

    @cached_property
    def every_word(self) -> Hashes:
        """A stable 64-bit hash of each word of each paragraph, in order."""
        words = [word for passage in self.passages for word in passage.words]
        codes = {word: hashed(word) for word in set(words)}
        return np.fromiter((codes[word] for word in words), dtype=np.uint64, count=len(words))

    @cached_property
    def passage_of_word(self) -> NDArray[np.int64]:
        """The place in ``passages`` of each word of ``every_word``."""
        counts = [len(passage.words) for passage in self.passages]
        return np.repeat(np.arange(len(counts)), counts)

    @cached_property
    def words(self) -> Hashes:
        """The hashes of the spoken words, in order."""
        turns = self.transcript.turns
        spoken = [self.formulas_only or turns[p.turn].kind in _SPOKEN for p in self.passages]
        words: Hashes = self.every_word[np.array(spoken, dtype=bool)[self.passage_of_word]]
        return words

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the spoken paragraphs, in order."""
        return tuple(figure for passage in self.spoken for figure in passage.figures)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in the spoken paragraphs, in order."""
        return tuple(name for passage in self.spoken for name in passage.names)

    @cached_property
    def in_han(self) -> bool:
        """True where most words are Han characters."""
        return mostly_han(self.spoken_words)


def shingles(words: Hashes, length: int) -> Hashes:
    """Return a 64-bit hash of each run of ``length`` words, in order."""
    count = len(words) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        # FNV-like: order matters; wrapping is what uint64 arithmetic does
        mixed = mixed * np.uint64(0x100000001B3) + words[offset : offset + count]
    return scrambled(mixed)


def scrambled(values: Hashes) -> Hashes:
    """Return values with their bits mixed (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def mostly_han(words: Sequence[str]) -> bool:
    """Return whether more than half of the words are Han characters."""
    return 2 * sum(map(bool, map(HAN_CHARACTER.match, words))) > len(words)


def share_words(left: Profile, right: Profile) -> bool:
    """Return whether two transcripts can have words in common: a script, or a language."""
    return left.in_han == right.in_han or bool(left.languages & right.languages)


def hashed(text: str) -> int:
    """Return 64 bits of BLAKE2b of a text: the same in every process and on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def profile(transcript: Transcript) -> Profile:
    """Read a transcript's words, figures and names."""
    language = transcript.language
    return Profile(
        transcript,
        tuple(
            Passage(
                turn=place,
                paragraph=number,
                words=tuple(words_of(text)),
                figures=find_figures(text, language),
                names=find_mentions(text, foreign=bool(HAN_CHARACTER.search(text))),
            )
            for place, turn in enumerate(transcript.turns)
            for number, text in enumerate(turn.paragraphs)
        ),
    )
