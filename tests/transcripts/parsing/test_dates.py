"""Dates and times in print."""

from datetime import date, time

import pytest

from briefings.transcripts.parsing.dates import find_date, find_time


@pytest.mark.parametrize(
    "text",
    [
        "2022-07-19",
        "2022/7/19",
        "2022.07.19",
        "2022年7月19日",
        "二〇二二年七月十九日",
        "Beijing | 10 a.m. July 19, 2022",
        "JULY 19TH 2022",
        "Tuesday, 19 July 2022",
        "19 de julio de 2022",
        "martes 19 de julio del año 2022",
        "le 19 juillet 2022",
        "Dienstag, 19. Juli 2022",
        "19 de julho de 2022",
        "19.7.2022",
        "7/19/2022",
        "中華民國111年7月19日",
        "民國 111 年 7 月 19 號",
        "日期：111年7月19日（星期二）",
        "更新日期：111-07-19",
    ],
)
def test_it_reads_the_day_in_every_common_form(text: str) -> None:
    assert find_date(text) == date(2022, 7, 19)


@pytest.mark.parametrize(
    "text",
    [
        "July 25 to 27",
        "31 June 2020",
        "03/05/2020",
        "report no. 2020-13-45",
        "in 2022",
        "11年7月19日",
        "192-07-19-4",
        "v.111-07-19",
    ],
)
def test_it_gives_no_day_where_none_is_sure(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 a.m.", time(10)),
        ("12:16 P.M. EST", time(12, 16)),
        ("12 a.m.", time(0)),
        ("15:30", time(15, 30)),
        ("上午10时", time(10)),
        ("下午3时30分", time(15, 30)),
        ("13 p.m. and 61 a.m.", None),
        ("no time", None),
    ],
)
def test_it_reads_times(text: str, expected: time | None) -> None:
    assert find_time(text) == expected
