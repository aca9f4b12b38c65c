"""Lighthouse's scores of the three pages that readers meet first."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import FLAGS
from tests.browser.places import address
from tests.browser.serving import Site

FLOORS = {"performance": 95, "accessibility": 100, "best-practices": 95, "seo": 95}
# Other work on the machine can lower the score of performance, and now and then a run fails in
# recording the page ("Please run Lighthouse again"); the best of a few runs is the page's.
TRIES = 3


def scores(tools: Path, chromium: str, url: str, report: Path) -> dict[str, int]:
    """Return Lighthouse's scores of a page, in percent, as on a slow telephone (its default).

    Where the run failed all are 0; Lighthouse has then said why on stderr.
    """
    run = subprocess.run(
        [
            "node",
            str(tools / "lighthouse" / "cli" / "index.js"),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(FLOORS)}",
            f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        check=False,
        timeout=180,
    )
    if run.returncode:
        return dict.fromkeys(FLOORS, 0)
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(100 * categories[name]["score"]) for name in FLOORS}


@pytest.mark.parametrize("kind", ["home", "briefing", "search with hits"])
def test_it_reaches_the_floors(
    kind: str, tools: Path, chromium: str, site: Site, tmp_path: Path
) -> None:
    url = site.address + address(site, kind)
    best = dict.fromkeys(FLOORS, 0)
    for attempt in range(TRIES):
        found = scores(tools, chromium, url, tmp_path / f"{attempt}.json")
        best = {name: max(best[name], score) for name, score in found.items()}
        if all(best[name] >= floor for name, floor in FLOORS.items()):
            return
    assert {name: score for name, score in best.items() if score < FLOORS[name]} == {}
