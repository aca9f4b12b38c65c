"""Made documents with other words: rendered anew, in one language or another, figures rounded."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from briefings.transcripts.relations.evaluation.makers import Maker, rewritten
from briefings.transcripts.relations.figures import FigureKind, find_figures
from briefings.transcripts.types import Transcript

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
_PRINTED = re.compile(r"[\d,]+(?:\.\d+)?")


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

        made = rewritten(transcript, rendered)
        return round_figures(made, random) if rounded else made

    return make


def round_figures(transcript: Transcript, random: Random) -> Transcript:
    """Round each number and share of three digits and more to two or three significant digits."""

    def rounded(printed: str) -> str:
        digits = printed.replace(",", "")
        if len(digits.replace(".", "").strip("0")) < 3:
            return printed
        value = float(f"{float(digits):.{random.choice([1, 2])}e}")
        return f"{value:,.6f}".rstrip("0").rstrip(".")

    return _with_numbers(transcript, rounded)


# A translator leaves out, or writes otherwise, so many of the small counts ("the two sides") and of
# the telling figures. In the two translations of a seed 0.03 of the telling figures of one are
# missing from the other.
LOST_COUNTS = 0.2
LOST_FIGURES = 0.03


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
            lost = random.random() < (LOST_FIGURES if figure.telling else LOST_COUNTS)
            printed = "若干" if lost else in_chinese(figure.kind, figure.value)
            out += [plain(text[at : figure.start]), printed]
            at = figure.end
        return "".join([*out, plain(text[at:])]) or text

    made = rewritten(transcript, rendered)
    turns = tuple(replace(turn, label=None, speaker=None) for turn in made.turns)
    header = replace(made.header, participants=(), title=rendered(made.header.title or "") or None)
    return replace(made, language="zh", turns=turns, header=header)


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


def another_report(transcript: Transcript, random: Random) -> Transcript:
    """Keep the words and change every number and the date: next week's report of the same form."""

    def other(printed: str) -> str:
        value = float(printed.replace(",", "")) * random.uniform(1.2, 1.8)
        decimals = len(printed.partition(".")[2])
        return f"{value:,.{decimals}f}"

    made = _with_numbers(transcript, other)
    date = made.header.date and made.header.date + timedelta(days=7)
    return replace(made, header=replace(made.header, date=date))


def _with_numbers(transcript: Transcript, change: Callable[[str], str]) -> Transcript:
    """Return a transcript with the digits of each number and share changed, the last first."""

    def changed(text: str) -> str:
        for figure in reversed(find_figures(text, transcript.language)):
            printed = _PRINTED.match(figure.text)
            if figure.kind in (FigureKind.NUMBER, FigureKind.PERCENT) and printed:
                new = change(printed[0])
                text = text[: figure.start] + new + text[figure.start + printed.end() :]
        return text

    return rewritten(transcript, changed)
