"""Take the README's picture: ``make screenshot``.

The archive of the five seeds is served from a directory of its own, so the picture shows what
somebody who runs ``make run`` sees, and nothing of this machine's own archive.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.browser.places import address
from tests.browser.serving import serve

SIZE = {"width": 1280, "height": 800}


def main(target: Path) -> None:
    """Write the picture of a search, filtered to one outlet, to ``target``."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("There is no Chromium; on Debian: apt-get install chromium")
    with (
        tempfile.TemporaryDirectory() as data,
        serve(Path(data)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport=SIZE, color_scheme="light", base_url=site.address)
        page.goto(address(site, "search with hits"))
        page.locator("a.choice", has_text="China Daily").click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
