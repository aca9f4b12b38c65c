"""The HTML of every kind of page is valid, as html-validate judges it."""

import json
import subprocess
from pathlib import Path

from tests.browser.conftest import NewPage
from tests.browser.places import PLACES, address
from tests.browser.serving import Site

OURS = [kind for kind in PLACES if not kind.startswith("admin")]
RULES = {
    "extends": ["html-validate:standard"],
    "rules": {
        # Style, not validity: how Django's templates leave the space at a line's end.
        "no-trailing-whitespace": "off",
        "void-style": "off",
    },
}


def complaints(tools: Path, directory: Path) -> list[str]:
    """Return what html-validate says of the HTML files of a directory."""
    rules = directory / "rules.json"
    rules.write_text(json.dumps(RULES), encoding="utf-8")
    command = ["node", str(tools / "html-validate" / "bin" / "html-validate.mjs")]
    result = subprocess.run(
        [*command, "--config", str(rules), "--formatter", "json", str(directory)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert result.stdout, result.stderr
    return [
        f"{Path(file['filePath']).stem}, line {message['line']}: {message['message']}"
        for file in json.loads(result.stdout)
        for message in file["messages"]
    ]


def test_the_html_of_every_kind_of_page_is_valid(
    new_page: NewPage, tools: Path, site: Site, tmp_path: Path
) -> None:
    page = new_page()
    for kind in OURS:
        html = page.request.get(address(site, kind)).text()
        (tmp_path / f"{kind}.html").write_text(html, encoding="utf-8")
    assert complaints(tools, tmp_path) == []


def test_html_validate_sees_what_is_wrong(tools: Path, tmp_path: Path) -> None:
    html = '<!doctype html><html lang="en"><head><title>A</title></head><body><p><div></div></p>'
    (tmp_path / "wrong.html").write_text(html + "</body></html>", encoding="utf-8")
    assert complaints(tools, tmp_path) != []
