"""No violation of WCAG 2.2 A or AA that axe-core can see, on any kind of page, in any dress."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage, sign_in
from tests.browser.places import PLACES, address
from tests.browser.serving import Site

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    # axe has this rule of WCAG 2.2 (2.5.8) but leaves it off unless asked.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}


def violations(page: Page, part: str = "html") -> list[str]:
    """Return what axe-core, already in the page, finds wrong in a part: the rule, and where."""
    found: list[dict[str, Any]] = page.evaluate(
        "([part, rules]) => axe.run(part, rules).then(result => result.violations)", [part, RULES]
    )
    return [
        f"{violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def judged(page: Page, tools: Path, path: str, part: str = "html") -> list[str]:
    """Return what is wrong with a page, light and dark, wide and narrow."""
    page.goto(path)
    page.evaluate((tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    wrong = []
    for scheme in ("light", "dark"):
        for size in (WIDE, NARROW):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            # Django's admin fades its links from one colour to the other. (Waiting for a function
            # would poll it by eval, which the pages' Content-Security-Policy forbids.)
            page.evaluate("Promise.allSettled(document.getAnimations().map((a) => a.finished))")
            dress = f"{scheme}, {size['width']} px wide"
            wrong += [f"{dress}: {violation}" for violation in violations(page, part)]
    return wrong


@pytest.mark.parametrize("kind", PLACES)
def test_it_has_no_violation_of_wcag(kind: str, new_page: NewPage, tools: Path, site: Site) -> None:
    page = new_page(reduced_motion="reduce")
    assert judged(page, tools, address(site, kind)) == []


@pytest.mark.parametrize("page_of", ["add", "2/change"])
def test_the_editors_own_pages_have_no_violation_of_wcag(
    page_of: str, new_page: NewPage, tools: Path
) -> None:
    # Only what is ours between the admin's own head and side, which are Django's. axe sets styles
    # on forms, which the pages' policy would not let it.
    model = "sourcedocument" if page_of == "add" else "transcript"
    page = new_page(reduced_motion="reduce", bypass_csp=True)
    sign_in(page)
    assert judged(page, tools, f"/admin/briefings/{model}/{page_of}/", "#content-main") == []


def test_axe_sees_what_is_wrong(new_page: NewPage, tools: Path) -> None:
    page = new_page()
    page.goto("/about/")
    page.evaluate((tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [line.split(":")[0] for line in violations(page)] == ["html-has-lang"]
