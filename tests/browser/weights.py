"""Weigh a page of each kind in Chromium: ``make weights`` writes docs/weights.md anew."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.browser.places import PLACES, address
from tests.browser.serving import Site, serve

HEAD = """# What the pages weigh

Measured by `make weights` on the five seeds: kilobytes as sent, compressed, to a browser that has
nothing in its cache. Styles, scripts and the icon are then kept for good: their names change with
their content.

| page | HTML | styles | scripts | requests |
|---|---:|---:|---:|---:|
"""


def weigh(browser: Browser, site: Site, path: str) -> tuple[float, float, float, int]:
    """Return the kilobytes of HTML, styles and scripts of one page, and its requests."""
    responses: list[Response] = []
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    page.on("response", lambda response: responses.append(response))
    page.goto(path, wait_until="networkidle")
    sums = {"document": 0, "stylesheet": 0, "script": 0}
    for response in responses:
        if response.request.resource_type in sums:
            sums[response.request.resource_type] += response.request.sizes()["responseBodySize"]
    context.close()
    return (*(value / 1000 for value in sums.values()), len(responses))  # type: ignore[return-value]


def rows(browser: Browser, site: Site) -> Iterator[str]:
    """Yield the table's rows."""
    for kind in PLACES:
        html, styles, scripts, requests = weigh(browser, site, address(site, kind))
        yield f"| {kind} | {html:.1f} | {styles:.1f} | {scripts:.1f} | {requests} |\n"


def main(target: Path) -> None:
    """Write the table to ``target``."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("There is no Chromium; on Debian: apt-get install chromium")
    with (
        tempfile.TemporaryDirectory() as data,
        serve(Path(data)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        target.write_text(HEAD + "".join(rows(browser, site)), encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
