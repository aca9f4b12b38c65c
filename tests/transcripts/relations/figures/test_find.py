"""Figures in one normal form, however they are printed."""

import pytest

from briefings.transcripts.relations.figures import FigureKind, find_figures


def keys(text: str, language: str = "en") -> list[str]:
    """Return kind and value of each figure of a text."""
    return [figure.key for figure in find_figures(text, language)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1.43 million", "number:1430000"),
        ("1,430,000", "number:1430000"),
        ("143万", "number:1430000"),
        ("1.43亿", "number:143000000"),
        ("143萬", "number:1430000"),
        ("1\u202f430\u202f000", "number:1430000"),
        ("上午10时30分", "time:10:30"),
        ("May 3 to 5", "date:--05-03"),
        ("兩億三千萬", "number:230000000"),
        ("十亿", "number:1000000000"),
        ("十四万", "number:140000"),
        ("十二", "number:12"),
        ("2.2万亿元", "number:2200000000000"),
        ("$1.9 trillion", "number:1900000000000"),
        ("US$2.5b", "number:2500000000"),
        ("half a million", "number:500000"),
        ("two hundred and twenty-five thousand", "number:225000"),
        ("一亿二千万", "number:120000000"),
        ("9.6%", "percent:9.6"),
        ("9.60 %", "percent:9.6"),
        ("34.3 percent", "percent:34.3"),
        ("34.3 per cent", "percent:34.3"),
        ("百分之34.3", "percent:34.3"),
        ("百分之三十四点三", "percent:34.3"),
        ("1.4 percentage points", "percent:1.4"),
        ("1.4个百分点", "percent:1.4"),
        ("1.3 times", "percent:130"),
        ("1.3倍", "percent:130"),
        ("two-thirds", "number:2/3"),
        ("三分之二", "number:2/3"),
        ("1/3", "number:1/3"),
        ("July 19, 2022", "date:2022-07-19"),
        ("19 July 2022", "date:2022-07-19"),
        ("2022年7月19日", "date:2022-07-19"),
        ("March 18", "date:--03-18"),
        ("3月18日", "date:--03-18"),
        ("2022", "date:2022"),
        ("10:00 a.m.", "time:10:00"),
        ("4:18 P.M.", "time:16:18"),
        ("14th", "ordinal:14"),
        ("第十四", "ordinal:14"),
    ],
)
def test_it_brings_every_way_of_printing_into_one_form(text: str, key: str) -> None:
    assert keys(text) == [key]
    assert keys(f"about {text}, they say") == [key]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19",
        "5G, 4K and 3D",
        "G20",
        "24/7 since 9/11",
        "one of them, and a man",
        "hundreds of thousands",
        "version 1.2.3",
        "“十四五”规划",
        "",
    ],
)
def test_it_takes_names_and_phrases_for_no_figures(text: str) -> None:
    assert keys(text) == []


def test_it_gives_the_first_end_of_a_range_the_unit_of_the_second() -> None:
    assert keys("90 to 95 percent of 3-5 million") == [
        "percent:90",
        "percent:95",
        "number:3000000",
        "number:5000000",
    ]
    assert keys("590,000 and 5 million") == ["number:590000", "number:5000000"]


def test_it_reads_metres_and_tonnes_as_no_millions() -> None:
    assert keys("16.5m deep, 5t heavy, 10 m wide") == ["number:16.5", "number:5", "number:10"]


def test_it_counts_visits_and_does_not_take_them_for_rates() -> None:
    assert keys("visited 20 million times, 150 times a day") == ["number:20000000", "number:150"]


def test_it_reads_decimal_commas_where_the_language_writes_them() -> None:
    assert keys("1.430.000,5 euros y 34,3 por ciento", "es") == ["number:1430000.5", "percent:34.3"]


def test_it_says_where_a_figure_stands() -> None:
    text = "rose by 9.6% to 143万 tonnes"
    assert [text[f.start : f.end] for f in find_figures(text)] == ["9.6%", "143万"]


def test_it_knows_which_figures_tell_something() -> None:
    telling = [figure.text for figure in find_figures("two of 15 on May 3, 2022: 1,854 and 9.6%")]
    assert telling == ["two", "15", "May 3, 2022", "1,854", "9.6%"]
    assert [
        f.text for f in find_figures("two of 15 on May 3, 2022: 1,854 and 9.6%") if f.telling
    ] == [
        "1,854",
        "9.6%",
    ]


def test_it_holds_rounded_figures_for_alike() -> None:
    exact, rounded = find_figures("1.43 million and 1.4 million")
    assert exact.key != rounded.key
    assert exact.rounded == rounded.rounded
    assert exact.kind is FigureKind.NUMBER
