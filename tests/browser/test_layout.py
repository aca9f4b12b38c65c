"""Pages fit the screen: no sideways scroll, no text too small to read."""

import pytest

from tests.browser.conftest import NewPage
from tests.browser.places import PLACES, address
from tests.browser.serving import ROOT, Site

OURS = [kind for kind in PLACES if not kind.startswith("admin")]

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > width + 0.5)
    .map(element => `${element.tagName}.${element.className}`);
}"""

SMALL = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < 14) small.add(`${element.tagName}.${element.className}: ${size}px`);
  }
  return [...small];
}"""


@pytest.mark.parametrize("kind", OURS)
def test_it_fits_the_narrowest_screen_and_200_percent_zoom(
    kind: str, new_page: NewPage, site: Site
) -> None:
    page = new_page()
    # 1280 px at 200 % leave room for 640 CSS pixels.
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address(site, kind))
        assert page.evaluate(SIDEWAYS) == [], f"{width} px wide"


@pytest.mark.parametrize("kind", OURS)
def test_no_text_is_under_14_pixels(kind: str, new_page: NewPage, site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(address(site, kind))
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("kind", OURS)
def test_its_styles_and_scripts_are_light(kind: str, new_page: NewPage, site: Site) -> None:
    page = new_page()
    weight = {"stylesheet": 0, "script": 0}
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address(site, kind), wait_until="networkidle")
    for response in responses:
        if response.request.resource_type in weight:
            weight[response.request.resource_type] += len(response.body())
    assert weight["stylesheet"] < 40_000
    assert weight["script"] < 20_000


def test_all_styles_and_scripts_together_are_light() -> None:
    static = ROOT / "static"
    assert 0 < sum(file.stat().st_size for file in static.glob("css/*.css")) < 40_000
    assert 0 < sum(file.stat().st_size for file in static.glob("js/*.js")) < 20_000
