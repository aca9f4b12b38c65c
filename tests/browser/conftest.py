"""A served archive and a headless Chromium, once for all browser tests.

A machine without Chromium skips these tests and says so; under CI (CI=true) that is an error.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.serving import EDITOR, Site, serve

TOOLS = Path(__file__).resolve().parent / "node_modules"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# How long a page takes is for test_lighthouse.py to judge; here, patience with a busy machine.
PATIENCE_MILLISECONDS = 30_000
expect.set_options(timeout=PATIENCE_MILLISECONDS)

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this directory as one that drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def missing(what: str) -> None:
    """Skip on a developer's machine; fail in CI, where nothing is skipped silently."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; .ci/run should have installed it.")
    pytest.skip(what)


def find_chromium() -> str | None:
    """Return the path of the system's Chromium; CHROMIUM names another."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the Chromium to drive."""
    path = find_chromium()
    if path is None:
        missing("There is no Chromium (Debian: apt-get install chromium)")
    assert path
    return path


@pytest.fixture(scope="session")
def tools() -> Path:
    """Return the directory of the npm packages that judge pages."""
    if not (TOOLS / "axe-core").is_dir() or shutil.which("node") is None:
        missing("There is no npm (Debian: apt-get install npm, then make test)")
    return TOOLS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The archive of the five seeds, served as ``make run`` serves it."""
    with serve(tmp_path_factory.mktemp("site")) as served:
        yield served


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser, site: Site) -> Iterator[NewPage]:
    """Make pages of the site; keyword arguments are a browser context's.

    At the end no page may have had an error in its script or console, nor asked another host.
    """
    contexts = []
    faults: list[str] = []

    def note(page: Page, message: ConsoleMessage) -> None:
        # Chromium also reports there that a page itself was answered 404, as it should be.
        if message.type == "error" and message.location["url"] != page.url:
            faults.append(f"{page.url}: {message.text}")

    def make(**options: Any) -> Page:
        context = browser.new_context(base_url=site.address, **options)
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("console", lambda message: note(page, message))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((site.address, "data:", "blob:"))
                else faults.append(f"{page.url} asked for {request.url}")
            ),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A wide page of the site."""
    return new_page(viewport={"width": 1280, "height": 900})


def sign_in(page: Page) -> None:
    """Sign the editor in."""
    name, password = EDITOR
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
