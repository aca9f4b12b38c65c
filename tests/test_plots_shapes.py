"""The plots' shapes: everything counted is drawn, in its place, inside the frame."""

from datetime import date
from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from briefings.plots.axis import number, percent, pixels, round_steps
from briefings.plots.bars import Row, histogram, labels, rows
from briefings.plots.lines import Series, lines
from briefings.plots.matrix import LARGEST_RADIUS, MOST_COLUMNS, MOST_ROWS, Answers, Party, matrix
from briefings.plots.periods import Grain, gather, period_of, periods

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(st.floats(0, 1e12))
def test_steps_are_round_and_reach_the_largest_value(most: float) -> None:
    steps = round_steps(most)
    assert steps[0] == 0
    assert steps[-1] >= most * 0.999
    assert 2 <= len(steps) <= 6


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, [0, 1]), (4, [0, 1, 2, 3, 4]), (17, [0, 5, 10, 15, 20]), (0.9, [0, 0.5, 1.0])],
)
def test_steps_are_those_a_person_would_choose(most: float, expected: list[float]) -> None:
    assert round_steps(most) == pytest.approx(expected)


def test_places_are_written_as_svg_takes_them() -> None:
    assert [percent(1, 8), percent(1, 1), percent(0, 0)] == ["12.50%", "100%", "0%"]
    assert [pixels(0, 10, 100), pixels(10, 10, 100), pixels(5, 0, 100)] == ["100.0", "0.0", "100.0"]
    assert [number(0.5), number(20.0), number(1500)] == ["0.5", "20", "1,500"]
    with override("de"):
        assert [number(0.5), number(1500)] == ["0,5", "1.500"]


@given(DAYS, st.sampled_from(Grain))
def test_a_day_lies_in_its_period(day: date, grain: Grain) -> None:
    period = period_of(day, grain)
    assert period.first <= day <= period.last
    assert period_of(period.first, grain) == period_of(period.last, grain) == period


@given(DAYS, st.integers(0, 12_000))
def test_periods_cover_the_time_without_gap_and_never_too_many(first: date, days: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    over = periods(first, last)
    assert over[0].first <= first
    assert over[-1].last >= last
    for one, other in pairwise(over):
        assert other.first.toordinal() == one.last.toordinal() + 1
    assert len(over) <= 24 or over[0].grain is Grain.YEAR


def test_the_grain_grows_with_the_time() -> None:
    assert [p.label for p in periods(date(2021, 11, 3), date(2022, 1, 1))] == [
        "2021-11",
        "2021-12",
        "2022-01",
    ]
    assert periods(date(2018, 2, 1), date(2021, 1, 1))[0].label == "2018-Q1"
    assert periods(date(2001, 2, 1), date(2021, 1, 1))[0].label == "2001"


def test_months_are_gathered_into_periods() -> None:
    over = periods(date(2018, 1, 1), date(2022, 12, 31))
    by_month = {
        date(2018, 1, 1): 1,
        date(2018, 3, 1): 2,
        date(2018, 4, 1): 5,
        date(2022, 12, 1): 7,
    }
    assert gather(by_month, over)[:2] == (3, 5)
    assert sum(gather(by_month, over)) == 15


def test_bars_across_are_sorted_and_share_the_whole() -> None:
    shape = rows([Row("Ada", 100), Row("Ben", 300), Row("Cy", 0)])
    assert [(bar.row.name, bar.width, bar.y) for bar in shape.bars] == [
        ("Ben", "100%", 0),
        ("Ada", "33.33%", 48),
        ("Cy", "0%", 96),
    ]
    assert sum(bar.share for bar in shape.bars) == pytest.approx(100)
    assert rows([]).bars == ()


def test_a_histogram_holds_every_hit_inside_its_frame() -> None:
    over = periods(date(2021, 1, 1), date(2021, 4, 30))
    shape = histogram(over, [4, 0, 2, 1], [1000, 0, 100, 100], [""] * 4)
    assert [bar.hits for bar in shape.bars] == [4, 0, 2, 1]
    assert [bar.column.height for bar in shape.bars] == ["120.0", "0.0", "60.0", "30.0"]
    by_words = histogram(over, [4, 0, 2, 1], [1000, 0, 100, 100], [""] * 4, by_words=True)
    assert [bar.rate for bar in by_words.bars] == [40, None, 200, 100]
    assert [bar.column.height for bar in by_words.bars] == ["24.0", "0.0", "120.0", "60.0"]


def test_labels_below_an_axis_are_few_and_fewer_on_a_narrow_screen() -> None:
    ticks = labels([str(year) for year in range(2000, 2024)], centred=False)
    assert len(ticks) == 8
    assert sum(not tick.minor for tick in ticks) == 4
    assert ticks[0].at == "0%"
    assert labels([], centred=True) == ()
    assert labels(["2022"], centred=False)[0].at == "50%"


def test_a_period_without_words_has_no_point() -> None:
    over = periods(date(2021, 1, 1), date(2021, 4, 30))
    shape = lines(
        over, [("podium", [Series("quay", (1, 0, 2, 0), (1000, 0, 1000, 1000), tuple("wxyz"))])]
    )
    (curve,) = shape.panels[0].curves
    assert [point.period.label for point in curve.points] == ["2021-01", "2021-03", "2021-04"]
    assert [(stroke.x1, stroke.x2) for stroke in curve.strokes] == [
        ("0%", "66.67%"),
        ("66.67%", "100%"),
    ]
    assert [point.rate for point in curve.points] == [10, 20, 0]
    assert [point.link for point in curve.points] == ["w", "y", "z"]
    assert [point.y for point in curve.points] == ["90.0", "0.0", "180.0"]


def test_each_side_has_its_own_scale_and_a_term_keeps_its_style() -> None:
    over = periods(date(2021, 1, 1), date(2021, 1, 31))
    shape = lines(
        over,
        [
            ("podium", [Series("a", (1,), (100,), ("",)), Series("b", (2,), (100,), ("",))]),
            ("press", [Series("a", (40,), (100,), ("",)), Series("b", (0,), (100,), ("",))]),
        ],
    )
    assert [[c.style for c in panel.curves] for panel in shape.panels] == [[1, 2], [1, 2]]
    assert [panel.up[-1].label for panel in shape.panels] == ["200", "4,000"]
    ys = [[c.points[0].y for c in panel.curves] for panel in shape.panels]
    assert ys == [["90.0", "0.0"], ["0.0", "180.0"]]


def party(name: str) -> Party:
    """Return a party whose key is its name's hash."""
    return Party(abs(hash(name)), name, name)


def test_the_matrix_puts_the_busiest_first_and_the_area_is_the_number() -> None:
    harbour, gull = party("Harbour Daily"), party("Gull News")
    ada, ben = party("Ada"), party("Ben")
    shape = matrix([Answers(harbour, ada, 16), Answers(gull, ada, 4), Answers(gull, ben, 20)])
    assert [label.party.name for label in shape.rows] == ["Gull News", "Harbour Daily"]
    assert [(label.party.name, label.total) for label in shape.columns] == [
        ("Ada", 20),
        ("Ben", 20),
    ]
    radius = {
        (cell.answers.outlet.name, cell.answers.speaker.name): float(cell.radius)
        for cell in shape.cells
    }
    assert radius["Gull News", "Ben"] == LARGEST_RADIUS
    assert radius["Harbour Daily", "Ada"] / radius["Gull News", "Ada"] == pytest.approx(2, rel=0.02)
    assert all(shape.left < cell.x < shape.right for cell in shape.cells)
    assert all(shape.top < cell.y < shape.height for cell in shape.cells)


def test_a_long_name_beside_the_matrix_is_whole_in_two_lines() -> None:
    long = "People's Posts and Telecommunications News"
    shape = matrix([Answers(party(long), party("Ada"), 1), Answers(party("港报"), party("Ada"), 1)])
    assert [label.lines for label in shape.rows] == [
        ("People's Posts and", "Telecommunications News"),
        ("港报",),
    ]
    wide = matrix([Answers(party("中央广播电视总台央视记者"), party("Ada"), 1)])
    narrow = matrix([Answers(party("x" * 12), party("Ada"), 1)])
    assert wide.left > narrow.left


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 40), st.integers(0, 30)), st.integers(1, 50), max_size=80
    )
)
def test_the_matrix_says_how_many_answers_it_leaves_out(counts: dict[tuple[int, int], int]) -> None:
    shape = matrix(
        Answers(Party(o, f"outlet {o}", ""), Party(s, f"speaker {s}", ""), n)
        for (o, s), n in counts.items()
    )
    assert len(shape.rows) <= MOST_ROWS
    assert len(shape.columns) <= MOST_COLUMNS
    assert sum(cell.answers.number for cell in shape.cells) + shape.left_out == shape.total
    assert shape.total == sum(counts.values())
