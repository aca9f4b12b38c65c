"""A reader's and an editor's whole way, in a real browser, with and without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, sign_in

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}

IN_PLACE = re.compile(r"/briefings/2022-07-19-[^/]+/\?mark=[^#]+#t-\w+")

# Invented people and places; the harbour's words stand in no seed.
PASTED = """Briefing on the Harbour of Vellmouth

March 3, 2031

Ada Lin: Good morning. Welcome to this briefing on the harbour. Now the floor is open to questions.

Harbour Daily: How many lighthouses does Vellmouth keep lit in winter?

Brom Tarrow: We keep forty-one of them lit, and a foghorn at Cape Ossery.

The Tidewater Times: Will the pilots' boats be renewed?

Brom Tarrow: Six of the nine boats will be renewed before the ice comes.

Ada Lin: Thank you all. This concludes the briefing.
"""


def search(page: Page, words: str) -> None:
    """Type words into the page's search box, and send them."""
    box = page.get_by_role("searchbox", name="Search the archive").first
    box.fill(words)
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?"))


def open_filters(page: Page) -> None:
    """Unfold the filters where the screen is too narrow to show them at once."""
    if not page.locator("a.choice").first.is_visible():
        page.get_by_text("Narrow down").click()


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": WIDE},
        {"viewport": NARROW},
        {"viewport": WIDE, "java_script_enabled": False},
    ],
    ids=["wide", "narrow", "without JavaScript"],
)
def test_a_reader_finds_an_answer_and_reads_it_in_its_place(
    options: dict[str, Any], new_page: NewPage
) -> None:
    page = new_page(**options)
    page.goto("/")
    page.get_by_role("link", name=re.compile("first half of 2022")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("first half of 2022")

    search(page, "5G base stations")
    hits = page.locator("ol.hits > li")
    expect(hits.filter(has_text="Tian Yulong").first).to_be_visible()
    open_filters(page)
    choice = page.locator("a.choice", has_text="China Daily")
    promised = int(choice.locator(".count").inner_text())
    choice.click()

    expect(page.locator("#results")).to_have_text(re.compile(rf"^{promised} turns?$"))
    assert hits.count() == promised
    expect(hits.get_by_role("heading", name="Tian Yulong")).to_have_count(0)
    hit = hits.filter(has=page.get_by_role("heading", name="Wang Peng"))
    expect(hit).to_have_count(1)
    expect(hit.locator("time")).to_have_attribute("datetime", "2022-07-19")
    expect(hit).to_contain_text("China Daily")
    assert {"5G", "base", "stations"} <= set(
        " ".join(hit.locator("mark").all_inner_texts()).split()
    )

    hit.get_by_role("heading").get_by_role("link").click()
    page.wait_for_url(IN_PLACE)
    found = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(found).to_contain_text("5G base stations")
    expect(found.locator("mark").first).to_be_visible()
    expect(found).to_be_in_viewport()
    answer = page.get_by_role("article").filter(has=found)
    expect(answer.get_by_role("heading", name=re.compile("Wang Peng"))).to_be_visible()


def test_the_keyboard_alone_is_enough(new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search the archive").first).to_be_focused()
    page.keyboard.type("5G base stations")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?"))

    walk_to(page, re.compile(r"^China Daily\b"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"[?&]outlet=\d+"))
    walk_to(page, re.compile("^Wang Peng$"))
    page.keyboard.press("Enter")
    page.wait_for_url(IN_PLACE)
    found = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(found).to_be_in_viewport()

    page.keyboard.press("j")
    after = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    before = page.evaluate("document.activeElement.id")
    order = page.locator(".turn").evaluate_all("turns => turns.map(turn => turn.id)")
    assert order.index(after) == order.index(before) + 1


def walk_to(page: Page, name: re.Pattern[str]) -> None:
    """Press Tab until a link of that name has the focus, which must show wherever it is."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.count() and name.search(focus.inner_text()):
            assert focus.evaluate("element => element.tagName") == "A"
            style = focus.evaluate(
                "element => [getComputedStyle(element).outlineStyle,"
                " parseFloat(getComputedStyle(element).outlineWidth)]"
            )
            assert style[0] != "none", "the focus does not show"
            assert style[1] >= 2, "the focus hardly shows"
            return
    raise AssertionError(f"Tab never comes to {name.pattern}")


def test_an_editor_uploads_a_transcript_that_readers_then_find(new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    sign_in(page)
    page.goto("/admin/briefings/sourcedocument/add/")
    page.get_by_label("Or the text itself").fill(PASTED)
    page.get_by_label("Where it is from").fill("https://example.org/harbour")
    page.get_by_role("button", name="Take it in").click()
    outcome = page.locator("#content-main")
    expect(outcome).to_contain_text("Briefing on the Harbour of Vellmouth")
    expect(outcome).to_contain_text("2 exchanges")
    expect(outcome).to_contain_text("Brom Tarrow")

    reader = new_page(viewport=WIDE)
    reader.goto("/")
    search(reader, "foghorn at Cape Ossery")
    hit = reader.locator("ol.hits > li")
    expect(hit).to_have_count(1)
    expect(hit.get_by_role("heading", name="Brom Tarrow")).to_be_visible()
    expect(hit).to_contain_text("Harbour Daily")


def test_a_file_that_is_no_transcript_is_refused_in_a_sentence(new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    sign_in(page)
    page.goto("/admin/briefings/sourcedocument/add/")
    page.get_by_label(re.compile("^File")).set_input_files(
        {"name": "picture.txt", "mimeType": "text/plain", "buffer": bytes(range(256)) * 8}
    )
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("Nothing was kept")).to_be_visible()
    expect(page.locator(".errorlist")).to_contain_text("picture.txt")
    expect(page.get_by_role("button", name="Take it in")).to_be_enabled()


def test_the_colours_change_at_once_and_stay(new_page: NewPage) -> None:
    page = new_page(viewport=WIDE, color_scheme="light")
    page.goto("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto("/about/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
