"""A briefing's page and the pages of its other versions."""

import re
from datetime import date
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from briefings.models import (
    Appearance,
    Attribution,
    Briefing,
    Kind,
    OldSlug,
    Relation,
    Role,
    Series,
    Transcript,
    Turn,
)

from .builders import make_briefing, make_outlet, make_speaker, make_turn, make_version

pytestmark = pytest.mark.django_db

EXCHANGES = [
    ("Harbour Daily", "When does the ferry run?", "Ada Lin", "It runs at noon.\nDaily."),
    ("Coast Radio", "And on Sunday?", "Bo Tan", "Not on Sunday."),
]


def body(client: Client, briefing: Briefing) -> str:
    response = client.get(briefing.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_shows_every_paragraph_in_order_with_an_anchor(client: Client) -> None:
    briefing = make_briefing(EXCHANGES, remarks=[("Ada Lin", "Good morning.\nWelcome.")])
    page = body(client, briefing)
    assert briefing.canonical is not None
    places = []
    for turn in briefing.canonical.turns.all():
        assert f'id="t-{turn.key}"' in page
        for number, text in enumerate(turn.paragraphs, 1):
            anchor = f'id="t-{turn.key}-{number}"'
            assert anchor in page
            start = page.index(anchor)
            assert text in page[start : start + 200]
            places.append(start)
    assert len(places) == 7
    assert places == sorted(places)


def test_it_lists_the_exchanges_with_outlet_and_who_answered(client: Client) -> None:
    reading = client.get(make_briefing(EXCHANGES).get_absolute_url()).context["reading"]
    assert [(p.number, p.question.name, p.answerers) for p in reading.exchanges] == [
        (1, "Harbour Daily", ("Ada Lin",)),
        (2, "Coast Radio", ("Bo Tan",)),
    ]


def test_it_says_asks_and_answers_in_words(client: Client) -> None:
    page = body(client, make_briefing(EXCHANGES))
    assert page.count('class="does">asks<') == 2
    assert page.count('class="does">answers<') == 2


def test_it_escapes_markup_in_the_record(client: Client) -> None:
    briefing = make_briefing([("A", "<script>alert(1)</script> & so on?", "B", "No.")])
    page = body(client, briefing)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on?" in page


def test_it_marks_the_words_of_the_search_that_led_here(client: Client) -> None:
    briefing = make_briefing(EXCHANGES)
    page = client.get(briefing.get_absolute_url(), {"mark": "ferry"}).content.decode()
    assert page.count("<mark>ferry</mark>") == 1
    assert "<mark>" not in client.get(briefing.get_absolute_url()).content.decode()


@pytest.mark.parametrize("query", ['"', "((", "<b>", "speaker:", "\x00", "a" * 3000, "的"])
def test_no_words_to_mark_fail(client: Client, query: str) -> None:
    response = client.get(make_briefing(EXCHANGES).get_absolute_url(), {"mark": query})
    assert response.status_code == 200
    assert "<b>" not in response.content.decode()


def test_it_gives_a_title_once_where_the_person_first_speaks(client: Client) -> None:
    briefing = make_briefing([EXCHANGES[0], EXCHANGES[0]])
    Appearance.objects.create(
        briefing=briefing,
        speaker=make_speaker("Ada Lin"),
        role=Role.SPEAKER,
        title="harbour master",
    )
    reading = client.get(briefing.get_absolute_url()).context["reading"]
    titles = [voice.title for part in reading.parts for voice in part.voices]
    assert titles == ["", "harbour master", "", ""]


def test_it_says_at_a_name_which_version_it_was_taken_from(client: Client) -> None:
    briefing = make_briefing([("", "When does the ferry run?", "Ada Lin", "At noon.")])
    version = make_version(briefing, Relation.TRANSLATION)
    Turn.objects.filter(transcript=briefing.canonical, kind=Kind.QUESTION).update(
        outlet=make_outlet(), outlet_attribution=Attribution.OTHER_VERSION, outlet_source=version
    )
    page = body(client, briefing)
    address = reverse("briefings:version", args=[briefing.slug, version.pk])
    assert f'<a href="{address}">named in another version</a>' in page


def test_it_says_where_a_date_was_taken_from(client: Client) -> None:
    briefing = make_briefing(EXCHANGES)
    version = make_version(briefing, Relation.TRANSLATION)
    Transcript.objects.filter(pk=briefing.canonical_id).update(
        date_attribution=Attribution.OTHER_VERSION, date_source=version
    )
    assert "from another version: <a" in re.sub(r"\s+", " ", body(client, briefing))


def test_it_shows_an_unknown_outlet_as_unknown(client: Client) -> None:
    page = body(client, make_briefing([("", "When?", "Ada Lin", "At noon.")]))
    assert "A reporter" in page
    assert "outlet not named" in page


def test_a_turns_menu_leads_to_all_of_the_speaker_and_of_the_outlet_that_is_answered(
    client: Client,
) -> None:
    page = BeautifulSoup(
        body(client, make_briefing([*EXCHANGES[:1], ("", "Who?", "Ada Lin", "Nobody.")])), "lxml"
    )
    menus = [
        [link["href"] for link in turn.select(".menu a") if not str(link["href"]).startswith("/t/")]
        for turn in page.select("article.turn")
    ]
    outlet, speaker = "/outlets/harbour-daily/", "/speakers/ada-lin/"
    assert menus == [[outlet], [speaker, outlet], [], [speaker]]


def test_it_folds_a_hand_over_to_a_line_with_its_words(client: Client) -> None:
    briefing = make_briefing()
    make_turn(briefing.canonical, Kind.HANDOFF, "Mr. Tan will answer.", speaker="Ada Lin")  # type: ignore[arg-type]
    page = body(client, briefing)
    assert 'class="turn handoff' in page
    assert "Mr. Tan will answer." in page


def test_it_sets_a_narrative_apart(client: Client) -> None:
    page = body(client, make_briefing([("A", "Really?", "B", "(Laughter.)\nYes.")]))
    assert page.count('class="narrative"') == 1


@pytest.mark.parametrize(
    ("pagers", "words"),
    [
        (["1  2  3  4  11  >"], "the first page of 11 only"),
        (["1 2 3 4 5 >", "< 1 2 3 4 5 >"], "2 of 5 pages only"),
        (["Page 3 of 12"], "1 of 12 pages only"),
        (["3"], "the document does not hold the whole briefing"),
        ([], "the document does not hold the whole briefing"),
    ],
)
def test_it_says_what_a_partial_document_holds(
    client: Client, pagers: list[str], words: str
) -> None:
    briefing = make_briefing(EXCHANGES, remarks=[("Ada Lin", "Good morning.")])
    Transcript.objects.filter(pk=briefing.canonical_id).update(
        complete=False,
        text="\n".join(["A title", *pagers]),
        furniture=[[n, n, "pager"] for n in range(2, 2 + len(pagers))],
        issues=[{"code": "no-label", "line": 3, "message": "nobody is named"}],
    )
    page = body(client, briefing)
    assert words in page
    assert "This document ends here" in page
    assert "line 3:" in page


def test_a_briefing_without_turns_says_so(client: Client) -> None:
    assert "No turn was found" in body(client, make_briefing())


def test_it_lists_all_documents_with_their_originals(client: Client) -> None:
    briefing = make_briefing(EXCHANGES)
    versions = [make_version(briefing, Relation.COPY) for _ in range(9)]
    page = body(client, briefing)
    for version in [*versions, briefing.canonical]:
        assert version is not None
        assert reverse("briefings:document", args=[version.document_id]) in page
        assert version.document.name in page


def test_another_version_says_what_it_is_and_leads_to_the_canonical_one(client: Client) -> None:
    briefing = make_briefing(EXCHANGES)
    version = make_version(briefing, Relation.TRANSLATION)
    assert briefing.canonical is not None
    target = briefing.canonical.turns.get(kind=Kind.QUESTION, exchange=1)
    version.turns.update(aligned=target, alignment_score=0.9)
    page = client.get(f"{briefing.get_absolute_url()}versions/{version.pk}/").content.decode()
    assert "You are reading another version" in page
    assert f'href="/t/{target.key}/"' in page
    assert "When goes the ferry?" in page


def test_the_canonical_versions_address_leads_to_the_briefing(client: Client) -> None:
    briefing = make_briefing(EXCHANGES)
    response = client.get(f"{briefing.get_absolute_url()}versions/{briefing.canonical_id}/")
    assert response.status_code == 302
    assert response["Location"] == briefing.get_absolute_url()


def test_a_version_of_another_briefing_is_not_found(client: Client) -> None:
    other = make_version(make_briefing(title="Other"), Relation.COPY)
    address = f"{make_briefing(EXCHANGES).get_absolute_url()}versions/{other.pk}/"
    assert client.get(address).status_code == 404


def test_it_leads_to_the_briefings_before_and_after_in_its_series(client: Client) -> None:
    series = Series.objects.create(slug="harbour", name="Harbour briefings")
    days = [date(2022, 1, 1), date(2022, 1, 1), date(2022, 2, 1)]
    first, middle, last = (make_briefing(EXCHANGES, day=day, series=series) for day in days)
    make_briefing(EXCHANGES, day=date(2022, 1, 15), title="Of no series")
    context = client.get(middle.get_absolute_url()).context
    assert (context["before"], context["after"]) == (first, last)
    assert client.get(first.get_absolute_url()).context["before"] is None


def test_an_old_address_leads_on_for_good(client: Client) -> None:
    briefing = make_briefing(EXCHANGES)
    OldSlug.objects.create(target=OldSlug.Target.BRIEFING, slug="2020-old", target_id=briefing.pk)
    response = client.get("/briefings/2020-old/")
    assert response.status_code == 301
    assert response["Location"] == briefing.get_absolute_url()


def test_an_unknown_address_is_not_found_with_a_way_on(client: Client) -> None:
    response = client.get("/briefings/2020-none/")
    assert response.status_code == 404
    assert "There is nothing at this address." in response.content.decode()
    assert 'role="search"' in response.content.decode()


def test_only_editors_see_a_draft(client: Client, admin_client: Client) -> None:
    briefing = make_briefing(EXCHANGES, status=Briefing.Status.DRAFT)
    assert client.get(briefing.get_absolute_url()).status_code == 404
    assert admin_client.get(briefing.get_absolute_url()).status_code == 200


def test_an_editor_is_told_what_readers_do_not_see_and_led_to_the_desk(
    client: Client, admin_client: Client
) -> None:
    draft = make_briefing(EXCHANGES, status="draft")
    shown = make_briefing(EXCHANGES)
    desk = f"/admin/briefings/transcript/{draft.canonical_id}/change/"
    page = admin_client.get(draft.get_absolute_url()).content.decode()
    assert "Readers do not see this briefing." in page
    assert desk in page
    assert "Readers do not" not in admin_client.get(shown.get_absolute_url()).content.decode()
    assert "/admin/" not in client.get(shown.get_absolute_url()).content.decode()


def test_a_chinese_record_is_set_as_chinese(client: Client) -> None:
    briefing = make_briefing([("港口日报", "渡轮何时开？", "林安", "中午开。")])
    Transcript.objects.filter(pk=briefing.canonical_id).update(language="zh")
    assert '<div class="words" lang="zh">' in body(client, briefing)


def test_each_paragraph_of_a_bilingual_record_says_its_language(client: Client) -> None:
    briefing = make_briefing([("A", "When?\n渡轮何时开？", "B", "Noon.")])
    Transcript.objects.filter(pk=briefing.canonical_id).update(language="zh+en")
    page = body(client, briefing)
    assert re.search(r'lang="zh"[^>]*>渡轮何时开', page)
    assert re.search(r'lang="en"[^>]*>When\?', page)


def test_its_queries_do_not_grow_with_the_turns(
    client: Client, django_assert_max_num_queries: object
) -> None:
    long = make_briefing(EXCHANGES * 75)
    make_version(long, Relation.COPY)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        page = body(client, long)
    assert page.count('<article class="turn') == 300


def test_headings_stand_in_order(client: Client) -> None:
    page = body(client, make_briefing(EXCHANGES, remarks=[("Ada Lin", "Good morning.")]))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("page", ["compare/", "versions/{}/"])
def test_an_old_address_of_another_page_of_it_leads_on_too(client: Client, page: str) -> None:
    briefing = make_briefing(EXCHANGES)
    page = page.format(make_version(briefing, Relation.COPY).pk)
    OldSlug.objects.create(target=OldSlug.Target.BRIEFING, slug="2020-old", target_id=briefing.pk)
    response = client.get(f"/briefings/2020-old/{page}")
    assert (response.status_code, response["Location"]) == (
        301,
        f"{briefing.get_absolute_url()}{page}",
    )


@pytest.mark.parametrize("kind", ["briefings", "speakers", "outlets", "series", "t"])
def test_no_control_character_reaches_the_database(
    client: Client, kind: str, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert client.get(f"/{kind}/a%00b/").status_code == 404
