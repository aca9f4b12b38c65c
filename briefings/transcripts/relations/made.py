"""Made pairs: from one transcript another of the same briefing, changed in a known way.

What ``manage.py evaluate_relations`` measures. Every maker takes a seeded ``random.Random``, so the
same seed makes the same pairs.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from briefings.transcripts.relations.figures import FigureKind, find_figures
from briefings.transcripts.types import Header, Kind, RelationKind, Transcript, Turn

Maker = Callable[[Transcript, Random], Transcript]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a pair is made, and which relations are right for it (the first is the one meant)."""

    name: str
    make: Maker
    kinds: tuple[RelationKind, ...]


def page_cut(transcript: Transcript, random: Random) -> Transcript:
    """Keep a run of paragraphs: one page of two to eleven, and no header but the title."""
    flat = [(turn, p) for turn in transcript.turns for p in turn.paragraphs]
    sizes = [len(p.split()) or len(p) // 2 for _, p in flat]
    pages = random.randint(2, 11)
    wanted = max(sum(sizes) / pages, 150)
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
    """Leave out a tenth to a third of the exchanges."""
    numbers = sorted({turn.exchange for turn in transcript.turns if turn.exchange})
    share = random.uniform(0.1, 0.35)
    out = set(random.sample(numbers, max(1, round(share * len(numbers))))) if numbers else set()
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

        return _rewritten(transcript, noisy)

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

    made = _rewritten(transcript, corrected)
    if made.turns == transcript.turns:  # a short text may have drawn no word at all
        rate = 1.0
        made = _rewritten(transcript, corrected)
    return made


def header_changed(transcript: Transcript, random: Random) -> Transcript:
    """Print another title, and the date, the place or the people not at all."""
    header = transcript.header
    title = random.choice(["Transcript", "Press conference", "Full text: " + (header.title or "")])
    return replace(
        transcript,
        header=Header(
            title=title,
            date=random.choice([header.date, None]),
            place=random.choice([header.place, None]),
            participants=random.choice([header.participants, ()]),
        ),
    )


# Words that carry the grammar: a second translator keeps most of them.
_GRAMMAR_WORDS = (
    "the a an of to and in for on with at by from as is are was were be been have has had will "
    "would can could this that these those it its we our they their you your i he she his her not "
    "but or if so which who what when how there than more also into about all one"
)
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
# Words that are part of a figure are kept with it.
_NUMERAL_WORDS = (
    "percent percentage points hundred thousand million billion trillion times two three four "
    "five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety first second third fourth fifth half quarter"
)
_NUMERALS = frozenset(_NUMERAL_WORDS.split())


def reworded(rate: float, *, rounded: bool = False) -> Maker:
    """Return a maker that renders a share of the content words by others; numbers and names stay.

    A made translator has one word for each word, drawn from the same vocabulary, drops some of the
    grammar and puts neighbours the other way round. ``rounded`` rounds the figures besides.
    """

    def make(transcript: Transcript, random: Random) -> Transcript:
        text = " ".join(p for turn in transcript.turns for p in turn.paragraphs)
        vocabulary = sorted(set(re.findall(r"\b[a-z]{4,}\b", text)) - _GRAMMAR) or ["word"]
        chosen: dict[str, str] = {}

        def other(word: str) -> str:
            if word.lower() not in chosen:
                kept = random.random() >= rate
                chosen[word.lower()] = word if kept else random.choice(vocabulary)
            return chosen[word.lower()]

        def rendered(paragraph: str) -> str:
            tokens = re.findall(r"\S+", paragraph)
            out: list[str] = []
            for token in tokens:
                word = re.fullmatch(r"([^\w]*)([a-z][a-z'’-]*)([^\w]*)", token)
                if not word:
                    out.append(token)
                    continue
                if word[2] in _GRAMMAR:
                    if random.random() < rate / 3:
                        continue
                    out.append(token)
                elif word[2] in _NUMERALS:
                    out.append(token)
                else:
                    out.append(word[1] + other(word[2]) + word[3])
            for at in range(len(out) - 1):
                if random.random() < rate / 8 and out[at].islower() and out[at + 1].islower():
                    out[at], out[at + 1] = out[at + 1], out[at]
            return " ".join(out) or paragraph

        made = _rewritten(transcript, rendered)
        return round_figures(made, random) if rounded else made

    return make


def round_figures(transcript: Transcript, random: Random) -> Transcript:
    """Round each number and share of three digits and more to two or three significant digits."""

    def rounded(text: str) -> str:
        for figure in reversed(find_figures(text, transcript.language)):
            printed = re.match(r"[\d,]+(?:\.\d+)?", figure.text)
            if figure.kind not in (FigureKind.NUMBER, FigureKind.PERCENT) or not printed:
                continue
            digits = printed[0].replace(",", "")
            if len(digits.replace(".", "").strip("0")) < 3:
                continue
            value = float(f"{float(digits):.{random.choice([1, 2])}e}")
            new = f"{value:,.6f}".rstrip("0").rstrip(".")
            text = text[: figure.start] + new + text[figure.start + printed.end() :]
        return text

    return _rewritten(transcript, rounded)


def in_another_script(transcript: Transcript, random: Random) -> Transcript:
    """Render every word by Han characters and write the figures in the Chinese way.

    No word of the text survives, as in a real translation into Chinese; the labels do not either,
    but outlets that the tables know in both languages are the same. What the characters mean does
    not matter here: relating across scripts looks at no word.
    """
    chosen: dict[str, str] = {}

    def characters(word: str) -> str:
        if word not in chosen:
            count = 1 if len(word) < 4 else 2
            chosen[word] = "".join(chr(random.randint(0x4E00, 0x8FFF)) for _ in range(count))
        return chosen[word]

    def plain(text: str) -> str:
        return re.sub(
            r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.\-]*\s*|\s+",
            lambda m: characters(m[0].strip().lower()) if m[0].strip() else "",
            text,
        )

    def rendered(text: str) -> str:
        out, at = [], 0
        for figure in find_figures(text, transcript.language):
            out += [plain(text[at : figure.start]), in_chinese(figure.kind, figure.value)]
            at = figure.end
        return "".join([*out, plain(text[at:])]) or text

    made = _rewritten(transcript, rendered)
    turns = tuple(replace(turn, label=None, speaker=None) for turn in made.turns)
    return replace(made, language="zh", turns=turns, header=replace(made.header, participants=()))


def in_chinese(kind: FigureKind, value: str) -> str:
    """Write a figure's normal form as Chinese prints it."""
    if kind is FigureKind.PERCENT:
        return f"{value}%"
    if kind is FigureKind.ORDINAL:
        return f"第{value}"
    if kind is FigureKind.DATE:
        year, _, rest = value.lstrip("-").partition("-") if value[0] != "-" else ("", "", value[2:])
        month, _, day = rest.partition("-")
        return "".join(
            part + sign for part, sign in ((year, "年"), (month, "月"), (day, "日")) if part
        )
    if kind is FigureKind.TIME or "/" in value or "." in value:
        return value
    for sign, size in (("亿", 10**8), ("万", 10**4)):
        if int(value) >= size and int(value) * 10000 % size == 0:
            return f"{int(value) / size:.8f}".rstrip("0").rstrip(".") + sign
    return value


def both(*makers: Maker) -> Maker:
    """Return a maker that applies others one after another."""

    def make(transcript: Transcript, random: Random) -> Transcript:
        for maker in makers:
            transcript = maker(transcript, random)
        return transcript

    return make


_COPY, _EXCERPT = RelationKind.COPY, RelationKind.EXCERPT
_REVISION, _TRANSLATION = RelationKind.REVISION, RelationKind.TRANSLATION
RECIPES = (
    Recipe("header changed", header_changed, (_COPY,)),
    Recipe("exchanges swapped", swapped_exchanges, (_COPY, _REVISION)),
    Recipe("OCR noise 1 %", ocr(0.01), (_COPY, _REVISION)),
    Recipe("OCR noise 3 %", ocr(0.03), (_COPY, _REVISION)),
    Recipe("OCR noise 5 %", ocr(0.05), (_COPY, _REVISION)),
    Recipe("spelling corrected", corrections, (_REVISION,)),
    Recipe("numbers rounded", round_figures, (_REVISION, _COPY)),
    Recipe("page cut", page_cut, (_EXCERPT,)),
    Recipe("exchanges dropped", dropped_exchanges, (_EXCERPT,)),
    Recipe("page cut, OCR noise 3 %", both(page_cut, ocr(0.03)), (_EXCERPT,)),
    Recipe("reworded", reworded(0.45), (_TRANSLATION,)),
    Recipe("reworded much", reworded(0.65), (_TRANSLATION,)),
    Recipe("reworded, numbers rounded", reworded(0.55, rounded=True), (_TRANSLATION,)),
    Recipe("in another script", in_another_script, (_TRANSLATION,)),
)


def _rewritten(transcript: Transcript, change: Callable[[str], str]) -> Transcript:
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
