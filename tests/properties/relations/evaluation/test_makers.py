"""Made documents: the same for the same seed, changed as they say."""

from random import Random

import pytest

from briefings.transcripts.relations import profile
from briefings.transcripts.relations.evaluation import RECIPES, Recipe, makers, rewording
from briefings.transcripts.relations.figures import FigureKind, find_figures
from briefings.transcripts.types import Transcript
from tests.transcripts.relations.documents import seed


def text(transcript: Transcript) -> str:
    """Return all that is said."""
    return "\n".join(p for turn in transcript.turns for p in turn.paragraphs)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_the_same_seed_makes_the_same_and_another_seed_another(recipe: Recipe) -> None:
    source = seed("004")
    made = recipe.make(source, Random(1))
    assert made == recipe.make(source, Random(1))
    assert made != source
    assert any(recipe.make(source, Random(n)) != made for n in range(2, 8))
    assert all(turn.paragraphs and all(turn.paragraphs) for turn in made.turns)


def test_a_page_is_a_run_of_the_whole() -> None:
    whole = text(seed("002"))
    for number in range(20):
        page = text(makers.page_cut(seed("002"), Random(number)))
        assert page in whole
        assert len(page) < 0.7 * len(whole)


def test_noise_hits_about_as_many_characters_as_it_says() -> None:
    noisy = makers.ocr(0.03)(seed("002"), Random(1))
    lines = zip(text(seed("002")).split("\n"), text(noisy).split("\n"), strict=True)
    changed = sum(before != after for before, after in lines)
    assert changed > 0.9 * text(noisy).count("\n")
    assert abs(len(text(noisy)) / len(text(seed("002"))) - 1) < 0.03


def test_rewording_keeps_the_telling_figures() -> None:
    source, made = profile(seed("004")), profile(rewording.reworded(0.5)(seed("004"), Random(1)))
    before = [figure.key for figure in source.figures if figure.telling]
    after = [figure.key for figure in made.figures if figure.telling]
    assert sum(key in after for key in before) >= 0.97 * len(before)
    assert text(made.transcript) != text(source.transcript)


def test_another_script_has_no_latin_word_and_the_same_figures() -> None:
    made = rewording.in_another_script(seed("004"), Random(1))
    assert sum(c.isascii() and c.isalpha() for c in text(made)) < 0.01 * len(text(made))
    figures = {figure.key for figure in profile(made).figures}
    kept = [f for f in profile(seed("004")).figures if f.telling]
    assert sum(figure.key in figures for figure in kept) > 0.9 * len(kept)


@pytest.mark.parametrize(
    ("kind", "value", "printed"),
    [
        (FigureKind.NUMBER, "1430000", "143万"),
        (FigureKind.NUMBER, "2660000000", "26.6亿"),
        (FigureKind.PERCENT, "9.6", "9.6%"),
        (FigureKind.DATE, "2022-07-19", "2022年07月19日"),
        (FigureKind.DATE, "--03-18", "03月18日"),
        (FigureKind.ORDINAL, "14", "第14"),
    ],
)
def test_figures_are_written_so_that_they_are_read_as_the_same(
    kind: FigureKind, value: str, printed: str
) -> None:
    assert rewording.in_chinese(kind, value) == printed
    assert [(figure.kind, figure.value) for figure in find_figures(printed, "zh")] == [
        (kind, value)
    ]


def test_another_report_changes_every_share() -> None:
    source = {f.key for f in profile(seed("004")).figures if f.kind is FigureKind.PERCENT}
    made = {
        f.key
        for f in profile(rewording.another_report(seed("004"), Random(1))).figures
        if f.kind is FigureKind.PERCENT
    }
    assert len(source & made) < 0.2 * len(source)
