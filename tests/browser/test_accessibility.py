"""No violation of WCAG 2.2 A or AA that axe-core can see, on any kind of page, in any dress."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
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


def violations(page: Page) -> list[str]:
    """Return what axe-core, already in the page, finds wrong: the rule, and where."""
    found: list[dict[str, Any]] = page.evaluate(
        "rules => axe.run(document, rules).then(result => result.violations)", RULES
    )
    return [
        f"{violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def judged(new_page: NewPage, tools: Path, path: str) -> list[str]:
    """Return what is wrong with a page, light and dark, wide and narrow."""
    page = new_page(reduced_motion="reduce")
    page.goto(path)
    page.evaluate((tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    wrong = []
    for scheme in ("light", "dark"):
        for size in (WIDE, NARROW):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            dress = f"{scheme}, {size['width']} px wide"
            wrong += [f"{dress}: {violation}" for violation in violations(page)]
    return wrong


@pytest.mark.parametrize("kind", PLACES)
def test_it_has_no_violation_of_wcag(kind: str, new_page: NewPage, tools: Path, site: Site) -> None:
    assert judged(new_page, tools, address(site, kind)) == []


def test_axe_sees_what_is_wrong(new_page: NewPage, tools: Path) -> None:
    page = new_page()
    page.goto("/about/")
    page.evaluate((tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [line.split(":")[0] for line in violations(page)] == ["html-has-lang"]
