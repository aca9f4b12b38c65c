"""On paper: whole pages, the record with its permalinks, nothing to click."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from tests.browser.conftest import NewPage
from tests.browser.places import address
from tests.browser.serving import Site

A4_MILLIMETRES = 210
CONTROLS = ["Search the archive", "Narrow down", "Download as CSV", "Colours", "Next page"]


def printed(new_page: NewPage, site: Site, kind: str) -> list[str]:
    """Return the text of each printed page of a kind of page."""
    page = new_page()
    page.goto(address(site, kind))
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    # Fonts print "fi" as one sign.
    texts = (unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in reader.pages)
    return [" ".join(text.split()) for text in texts]


def test_a_briefing_is_printed_with_its_facts_and_permalinks(new_page: NewPage, site: Site) -> None:
    sheets = printed(new_page, site, "briefing")
    assert "SCIO briefing on the development of industry" in sheets[0]
    # The facts are not pushed off the first page.
    assert "About this briefing" in sheets[0]
    assert "complete: opening, questions and close" in sheets[0]
    text = " ".join(sheets)
    assert len(re.findall(r"/t/\s?[0-9a-z]{10}/", text)) > 15
    assert "SHA-256" in sheets[-1]
    assert "Copy the link" not in text
    assert "Cite this turn" not in text


@pytest.mark.parametrize(
    "kind", ["briefing", "compare", "search with hits", "outlet", "terms over time"]
)
def test_nothing_to_click_is_printed_and_no_page_is_all_but_empty(
    kind: str, new_page: NewPage, site: Site
) -> None:
    sheets = printed(new_page, site, kind)
    assert [word for word in CONTROLS if any(word in sheet for sheet in sheets)] == []
    assert min(len(sheet) for sheet in sheets[:-1] or sheets) > 150


def test_nothing_is_cut_off_at_the_edge_of_the_paper(new_page: NewPage, site: Site) -> None:
    page = new_page(viewport={"width": round((A4_MILLIMETRES - 36) / 25.4 * 96), "height": 900})
    page.emulate_media(media="print")
    for kind in ("terms over time", "outlet", "who answers whom", "search with hits"):
        page.goto(address(site, kind))
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.viewport_size["width"], kind  # type: ignore[index]
