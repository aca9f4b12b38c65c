"""Made documents with the same words: cut, shuffled, misread, corrected.

Every maker takes a seeded ``random.Random``, so the same seed makes the same document.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from briefings.transcripts.relations.profile import words_of
from briefings.transcripts.types import Header, Kind, Transcript, Turn

Maker = Callable[[Transcript, Random], Transcript]


def page_cut(transcript: Transcript, random: Random) -> Transcript:
    """Keep a run of paragraphs: one page of two to eleven, and no header but the title."""
    flat = [(turn, p) for turn in transcript.turns for p in turn.paragraphs]
    sizes = [len(words_of(p)) for _, p in flat]
    pages = random.randint(2, 11)
    wanted = max(sum(sizes) / pages, 250)
    start = random.choice([0, random.randrange(len(flat))])
    while start and sum(sizes[start:]) < wanted:
        start -= 1
    end, words = start, 0
    while end < len(flat) and words < wanted:
        words += sizes[end]
        end += 1
    kept: list[tuple[Turn, list[str]]] = []
    for turn, paragraph in flat[start:end]:
        if not kept or kept[-1][0] is not turn:
            kept.append((turn, []))
        kept[-1][1].append(paragraph)
    turns = [replace(turn, paragraphs=tuple(paragraphs)) for turn, paragraphs in kept]
    header = replace(transcript.header, participants=())
    return replace(transcript, header=header, turns=_renumbered(turns), complete=False)


def dropped_exchanges(transcript: Transcript, random: Random) -> Transcript:
    """Leave out a tenth to a third of the exchanges, and more than a word or two."""
    numbers = sorted({turn.exchange for turn in transcript.turns if turn.exchange})
    random.shuffle(numbers)
    share = random.uniform(0.1, 0.35)
    words = sum(len(words_of(p)) for turn in transcript.turns for p in turn.paragraphs)
    dropped = 0
    out: set[int] = set()
    while numbers and (len(out) < share * (len(numbers) + len(out)) or dropped < words / 50):
        out.add(numbers.pop())
        dropped = sum(
            len(words_of(p))
            for turn in transcript.turns
            if turn.exchange in out
            for p in turn.paragraphs
        )
    turns = [turn for turn in transcript.turns if turn.exchange not in out]
    return replace(transcript, turns=_renumbered(turns), complete=False)


def swapped_exchanges(transcript: Transcript, random: Random) -> Transcript:
    """Let two exchanges change places, and two more in a long briefing."""
    blocks = _blocks(transcript)
    asked = [place for place, block in enumerate(blocks) if block[0].exchange]
    for _ in range(1 if len(asked) < 8 else 2):
        if len(asked) > 1:
            a, b = random.sample(asked, 2)
            blocks[a], blocks[b] = blocks[b], blocks[a]
    return replace(transcript, turns=_renumbered([turn for block in blocks for turn in block]))


_LOOK_ALIKES = {
    "e": "co", "c": "e", "o": "0c", "l": "1I", "i": "1l", "h": "bn", "n": "ru", "u": "n", "a": "o",
    "s": "5", "t": "f", "f": "t", "m": "n", "r": "n", "b": "h", "d": "cl", "g": "q9", "0": "O",
    "1": "l", "5": "S", "8": "B", ".": ",", ",": ".",
}  # fmt: skip


def ocr(rate: float) -> Maker:
    """Return a maker that misreads, drops or doubles a share of the characters."""

    def make(transcript: Transcript, random: Random) -> Transcript:
        def noisy(text: str) -> str:
            out = []
            for character in text:
                if random.random() >= rate or character == "\n":
                    out.append(character)
                    continue
                way = random.random()
                if way < 0.7:
                    out.append(random.choice(_LOOK_ALIKES.get(character.lower(), "~*")))
                elif way < 0.9:
                    out.append("")
                else:
                    out.append(character * 2)
            return "".join(out) or text

        return rewritten(transcript, noisy)

    return make


def corrections(transcript: Transcript, random: Random) -> Transcript:
    """Correct, or mistake, the spelling of one word in fifty to two hundred."""
    rate = random.uniform(0.005, 0.02)

    def corrected(text: str) -> str:
        def change(match: re.Match[str]) -> str:
            word = match[0]
            if random.random() >= rate:
                return word
            at = random.randrange(1, len(word) - 1)
            way = random.randrange(3)
            if way == 0:
                return word[:at] + word[at + 1 :]
            if way == 1:
                return word[:at] + word[at] + word[at:]
            return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]

        return re.sub(r"[A-Za-z]{4,}", change, text)

    made = rewritten(transcript, corrected)
    if made.turns == transcript.turns:  # a short text may have drawn no word at all
        rate = 1.0
        made = rewritten(transcript, corrected)
    return made


def header_changed(transcript: Transcript, random: Random) -> Transcript:
    """Print another title, no people, and the date a day late, or no date at all."""
    header = transcript.header
    title = random.choice(["Transcript", "Press conference", "Full text: " + (header.title or "")])
    late = header.date and header.date + timedelta(days=1)
    return replace(
        transcript,
        header=Header(
            title=title,
            date=random.choice([header.date, None, late]),
            place=random.choice([header.place, None]),
        ),
    )


def both(*makers: Maker) -> Maker:
    """Return a maker that applies others one after another."""

    def make(transcript: Transcript, random: Random) -> Transcript:
        for maker in makers:
            transcript = maker(transcript, random)
        return transcript

    return make


def rewritten(transcript: Transcript, change: Callable[[str], str]) -> Transcript:
    """Return a transcript with every paragraph changed."""
    turns = (
        replace(turn, paragraphs=tuple(change(p) for p in turn.paragraphs))
        for turn in transcript.turns
    )
    return replace(transcript, turns=tuple(turns))


def _blocks(transcript: Transcript) -> list[list[Turn]]:
    """Return the turns in runs: each exchange one run, every other turn its own."""
    blocks: list[list[Turn]] = []
    for turn in transcript.turns:
        if blocks and turn.exchange and blocks[-1][0].exchange == turn.exchange:
            blocks[-1].append(turn)
        else:
            blocks.append([turn])
    return blocks


def _renumbered(turns: list[Turn]) -> tuple[Turn, ...]:
    """Count the exchanges from 1 again; answers whose question is gone stay in no exchange."""
    numbers: dict[int, int] = {}
    made = []
    for turn in turns:
        number = turn.exchange
        if number and (number in numbers or turn.kind is Kind.QUESTION):
            number = numbers.setdefault(number, len(numbers) + 1)
        elif number:
            number = None
        made.append(replace(turn, exchange=number))
    return tuple(made)
