"""The query language: what is understood, and what is said where it is not."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.models import OutletAlias, SpeakerAlias
from briefings.search.language import understand
from briefings.search.tree import (
    And,
    Column,
    Days,
    Fuzzy,
    Having,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from briefings.transcripts.names import normalize
from tests.builders import make_briefing, make_outlet, make_speaker

A, B_, C = Word("a1"), Word("b1"), Word("c1")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", And()),
        ("a1", A),
        ("a1 b1", And((A, B_))),
        ("a1 AND b1", And((A, B_))),
        ("a1 OR b1", Or((A, B_))),
        ("a1 | b1", Or((A, B_))),
        ("a1 OR b1 c1", Or((A, And((B_, C))))),
        ("(a1 OR b1) c1", And((Or((A, B_)), C))),
        ("a1 -b1", And((A, Not(B_)))),
        ("a1 NOT b1", And((A, Not(B_)))),
        ("-(a1 b1)", Not(And((A, B_)))),
        ("or and not", And((Word("or"), Word("and"), Word("not")))),
        ("ORAL NOTE", And((Word("ORAL"), Word("NOTE")))),
        ('"base station"', Phrase("base station")),
        ("“base station”", Phrase("base station")),
        ("「新闻发布会」", Phrase("新闻发布会")),
        ('"a b"~5', Near("a b", 5)),
        ('-"base station"', Not(Phrase("base station"))),
        ("stat*", Prefix("stat")),
        ("boat~", Fuzzy("boat")),
        ("boat~2", Fuzzy("boat")),
        ("base-station", Word("base-station")),
        ("base-stat*", And((Word("base"), Prefix("stat")))),
        ("90%", Phrase("90%")),
        ("COVID-19", Phrase("COVID-19")),
        ("2022-07-19", Phrase("2022-07-19")),
        ("5G基站", Phrase("5G基站")),
        ("新闻发布会", Word("新闻发布会")),
        ("5.5G", Word("5.5G")),
        ("（a1 OR b1） c1", And((Or((A, B_)), C))),
    ],
)
def test_it_understands(query: str, tree: Node) -> None:
    understood = understand(query)
    assert understood.tree == tree
    assert understood.notices == ()


@pytest.mark.parametrize(
    ("query", "tree", "notice"),
    [
        ('"a1 b1', And((A, B_)), "The quote before “a1” is not closed"),
        ('a1 "', A, "The quote at the end is not closed"),
        ("(a1 b1", And((A, B_)), "A bracket has no other half"),
        ("a1)", A, "A bracket has no other half"),
        ("a1 OR", A, "has nothing to join"),
        ("OR a1", A, "has nothing to join"),
        ("a1 OR OR b1", Or((A, B_)), "has nothing to join"),
        ("a1 (OR) b1", And((A, B_)), "has nothing to join"),
        ("NOT NOT a1", Not(A), "has nothing to join"),
        ("titel:a1", And((Word("titel"), A)), "There is no field “titel:”"),
        ("!!!", And(), "There is no word in “!!!”"),
        ("a1 before:yesterday", A, "“yesterday” is no date"),
        ("a1 on:2022-02-30", A, "“2022-02-30” is no date"),
        ("a1 in:footnotes", A, "not in “footnotes”"),
        ("a1 is:long", A, "The only “is:” is “is:complete”"),
        ("a1 " * 600, None, "longer than 1000 characters"),
    ],
)
def test_what_is_odd_is_said_in_words(query: str, tree: Node | None, notice: str) -> None:
    understood = understand(query)
    assert tree is None or understood.tree == tree
    assert any(notice in said for said in understood.notices), understood.notices


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("after:2022", Days(after=date(2022, 1, 1))),
        ("before:2022", Days(before=date(2021, 12, 31))),
        ("on:2022", Days(date(2022, 1, 1), date(2022, 12, 31))),
        ("on:2022-02", Days(date(2022, 2, 1), date(2022, 2, 28))),
        ("on:2022-07-19", Days(date(2022, 7, 19), date(2022, 7, 19))),
        ("on:2022/7/9", Days(date(2022, 7, 9), date(2022, 7, 9))),
        ("after:2022-07-19", Days(after=date(2022, 7, 19))),
    ],
)
def test_days_are_read_as_years_months_or_days(query: str, days: Days) -> None:
    assert understand(query).tree == days


@pytest.mark.parametrize("query", ["on:9999", "on:9999-12", "after:0001", "before:9999-12-31"])
def test_the_ends_of_the_calendar_are_days_too(query: str) -> None:
    assert isinstance(understand(query).tree, Days)


def test_in_and_is_are_columns() -> None:
    assert understand("in:questions").tree == Having(Column.KIND, frozenset({"question"}))
    assert understand("is:complete").tree == Having(Column.COMPLETE, frozenset({1}))


@pytest.mark.django_db
class TestNames:
    """Names as people type them."""

    def alias(self, outlet: str, alias: str) -> int:
        """Give an outlet another name; return the outlet's id."""
        row = make_outlet(outlet)
        OutletAlias.objects.create(outlet=row, name=alias, normal=normalize(alias))
        return row.pk

    def test_an_outlet_is_found_by_its_alias(self) -> None:
        pk = self.alias("People's Daily", "People's posts")
        for query in (
            'outlet:"people\'s posts"',
            "outlet:“People’s Posts”",
            'OUTLET:"peoples daily"',
        ):
            understood = understand(query)
            assert understood.tree == Having(Column.OUTLET, frozenset({pk})), query
            assert understood.parts[0].text == "outlet: People's Daily"

    def test_a_name_with_an_apostrophe_is_found_by_its_first_words(self) -> None:
        pk = make_outlet("People's Posts and Telecommunications News").pk
        for query in ('outlet:"people\'s posts"', "outlet:“People’s Posts”", "outlet:people's"):
            understood = understand(query)
            assert understood.tree == Having(Column.OUTLET, frozenset({pk})), query
            assert understood.notices == ()

    def test_a_whole_name_is_not_part_of_a_longer_one(self) -> None:
        times = make_outlet("The Times")
        make_outlet("The New York Times")
        assert understand('outlet:"the times"').tree == Having(Column.OUTLET, frozenset({times.pk}))
        assert understand("outlet:times").tree == Having(Column.OUTLET, frozenset({times.pk}))

    def test_a_speaker_is_found_by_part_of_a_name(self) -> None:
        tian = make_speaker("Tian Yulong")
        SpeakerAlias.objects.create(speaker=tian, name="田玉龙", normal=normalize("田玉龙"))
        for query in ("speaker:tian", "speaker:yulong", 'speaker:"tian yu"', "speaker:田玉龙"):
            understood = understand(query)
            assert understood.tree == Having(Column.SPEAKER, frozenset({tian.pk})), query
            assert understood.notices == ()

    def test_an_ambiguous_name_asks_which(self) -> None:
        one, other = make_speaker("Tian Yulong"), make_speaker("Tian Wei")
        understood = understand("speaker:tian boats")
        assert understood.tree == And(
            (Having(Column.SPEAKER, frozenset({one.pk, other.pk})), Word("boats"))
        )
        assert understood.notices == (
            "“tian” may be Tian Wei, Tian Yulong: all were searched. Which one do you mean?",
        )
        assert understood.parts[0].choices == (
            ("Tian Wei", 'speaker:"Tian Wei" boats'),
            ("Tian Yulong", 'speaker:"Tian Yulong" boats'),
        )

    def test_a_name_nobody_has_finds_nothing_and_says_so(self) -> None:
        understood = understand("speaker:nobody")
        assert understood.tree == Having(Column.SPEAKER, frozenset())
        assert understood.notices == ("No speaker is called “nobody”.",)

    def test_places_askers_and_languages_are_those_of_the_rows(self) -> None:
        briefing = make_briefing(
            [("Bay Post", "Why?", "Ada Lin", "So.")], place="Harbour Hall, Beijing"
        )
        transcript = briefing.canonical
        assert transcript
        transcript.turns.filter(kind="question").update(
            reporter="Ida Moss", reporter_attribution="printed"
        )
        transcript.language = "zh+en"
        transcript.save()
        assert understand("place:beijing").tree == Having(
            Column.PLACE, frozenset({"Harbour Hall, Beijing"})
        )
        assert understand("asker:moss").tree == Having(Column.ASKER, frozenset({"Ida Moss"}))
        for query in ("lang:zh", "lang:chinese", "lang:中文", "lang:en", "lang:zh+en"):
            assert understand(query).tree == Having(Column.LANGUAGE, frozenset({"zh+en"})), query
        assert understand("lang:fr").notices == ("No transcript is in “fr”.",)


def test_each_part_can_be_taken_out() -> None:
    parts = understand('a1 AND "b1 c1" -c1 (a1 OR b1)').parts
    assert [(part.text, part.without) for part in parts] == [
        ("a1", '"b1 c1" -c1 (a1 OR b1)'),
        ("“b1 c1”", "a1 -c1 (a1 OR b1)"),
        ("not c1", 'a1 AND "b1 c1" (a1 OR b1)'),
        ("(a1 or b1)", 'a1 AND "b1 c1" -c1'),
    ]


PIECES = [
    *('"', "(", ")", " ", "  ", "-", "~", "~5", "*", ":", "|", "OR", "AND", "NOT", "a", "5G", "%"),
    *(
        "speaker:",
        "outlet:",
        "before:",
        "in:",
        "is:",
        "lang:",
        "place:",
        "on:2022",
        "基站",
        "“",
        "”",
    ),
    *(
        "\x00",
        "\ud800",
        "é",
        "\u0301",
        "\n",
        "'",
        "’",
        "\\",
        "1,000",
        "http://x",
        "站",
        "（",
        "\x01",
    ),
]


@pytest.mark.django_db
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_nothing_typed_raises(query: str) -> None:
    understood = understand(query)
    for part in understood.parts:
        assert part.text
        understand(part.without)
    if not understood.parts and query.strip():
        assert understood.notices
