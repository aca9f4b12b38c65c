"""The comforts of a transcript: keys, menus, copying; and that it is whole without scripts."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.places import address
from tests.browser.serving import Site


def open_briefing(new_page: NewPage, site: Site, **context: object) -> Page:
    page = new_page(**context)
    page.goto(address(site, "briefing"))
    return page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_j_and_k_walk_from_turn_to_turn(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site)
    turns = page.eval_on_selector_all(".turn", "all => all.map(turn => turn.id)")
    for expected in turns[:3]:
        page.keyboard.press("j")
        assert focused(page) == expected
    page.keyboard.press("k")
    assert focused(page) == turns[1]


def test_keys_stay_letters_in_the_search_box(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site)
    page.keyboard.press("/")
    page.keyboard.type("jk/")
    expect(page.locator("#site-q")).to_have_value("jk/")


def test_a_turns_link_and_words_are_copied(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site, permissions=["clipboard-read", "clipboard-write"])
    turn = page.locator(".turn.answer").first
    key = (turn.get_attribute("id") or "").removeprefix("t-")
    turn.locator(".menu summary").click()
    page.get_by_role("button", name="Copy the link").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/t/{key}/")
    expect(turn.locator(".menu")).not_to_have_attribute("open", "")
    turn.locator(".menu summary").click()
    page.get_by_role("button", name="Copy as a quotation").click()
    quotation = page.evaluate("navigator.clipboard.readText()")
    assert quotation.startswith("“Thank you")
    source = r"”\nTian Yulong, answering CCTV, .+, July 19, 2022, http.+/t/"
    assert re.search(source + key, quotation)


def test_the_contents_show_where_an_address_leads(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site, viewport={"width": 1280, "height": 500})
    page.goto(f"{page.url.partition('#')[0]}#exchange-9")
    entry = page.locator('.contents a[href="#exchange-9"]')
    expect(entry).to_have_attribute("aria-current", "location")
    expect(entry).to_be_in_viewport()


def test_escape_closes_a_menu_and_gives_the_focus_back(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site)
    menu = page.locator(".menu").first
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_menu_its_links_and_the_switches_work_without_scripts(
    new_page: NewPage, site: Site
) -> None:
    page = open_briefing(new_page, site, java_script_enabled=False)
    turn = page.locator(".turn.answer").first
    turn.locator(".menu summary").click()
    turn.get_by_role("link", name="Link to this turn").click()
    page.wait_for_url(re.compile(r"#t-"))
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="简体中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")


def test_copied_words_hold_no_marks_of_the_page(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site)
    text = page.evaluate(
        """() => {
            const words = document.querySelector(".turn.remarks .words");
            getSelection().selectAllChildren(words);
            return getSelection().toString();
        }"""
    )
    assert "Ladies and gentlemen" in text
    assert "¶" not in text
    assert "⋯" not in text


def test_the_contents_show_which_exchange_is_read(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site, viewport={"width": 1280, "height": 900})
    current = page.locator(".contents a[aria-current]")
    expect(current).to_have_count(0)
    page.locator(".contents a").nth(4).click()
    expect(current).to_have_attribute("href", "#exchange-5")
    page.locator(".contents a").nth(1).click()
    expect(current).to_have_attribute("href", "#exchange-2")


def test_the_name_stays_in_sight_within_a_long_answer(new_page: NewPage, site: Site) -> None:
    page = open_briefing(new_page, site, viewport={"width": 1280, "height": 900})
    turn = page.locator(".turn.answer").first
    turn.locator(".words p").last.evaluate("p => p.scrollIntoView()")
    expect(turn.locator(".voice h4")).to_be_in_viewport()
