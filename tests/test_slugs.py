"""Addresses are readable, in any script, and lead to one page each."""

from datetime import date

import pytest

from briefings.models import Briefing, OldSlug
from briefings.slugs import MAX_LENGTH, briefing_slug, free_slug
from tests.builders import make_briefing

pytestmark = pytest.mark.django_db
DAY = date(2022, 7, 19)


def test_it_opens_with_the_day() -> None:
    assert briefing_slug(DAY, "Harbours & Piers") == "2022-07-19-harbours-piers"
    assert briefing_slug(None, "Harbours") == "undated-harbours"


def test_it_keeps_the_characters_of_a_chinese_title() -> None:
    assert briefing_slug(DAY, "工业和信息化发展") == "2022-07-19-工业和信息化发展"


def test_it_is_never_empty_after_the_day() -> None:
    assert briefing_slug(DAY, "!!!") == "2022-07-19-briefing"


def test_it_cuts_a_long_title_between_words() -> None:
    slug = briefing_slug(DAY, "harbour " * 40)
    assert len(slug) <= MAX_LENGTH
    assert slug.endswith("-harbour")


def test_it_cuts_a_long_title_without_words_anywhere() -> None:
    assert len(briefing_slug(DAY, "港" * 400)) == MAX_LENGTH


def test_it_numbers_what_is_taken_but_lets_a_row_keep_its_own() -> None:
    briefing = make_briefing()
    Briefing.objects.filter(pk=briefing.pk).update(slug="2022-07-19-harbours")
    assert briefing_slug(DAY, "Harbours") == "2022-07-19-harbours-2"
    assert briefing_slug(DAY, "Harbours", briefing.pk) == "2022-07-19-harbours"


def test_it_does_not_take_an_address_that_leads_elsewhere() -> None:
    target = OldSlug.Target.BRIEFING
    OldSlug.objects.create(target=target, slug="2022-07-19-harbours", target_id=7)
    assert free_slug(Briefing, "2022-07-19 harbours", target, 8) == "2022-07-19-harbours-2"
    assert free_slug(Briefing, "2022-07-19 harbours", target, 7) == "2022-07-19-harbours"
