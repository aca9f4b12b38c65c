"""What holds for every test: property tests are not timed, and in CI a failure repeats itself."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("archive", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("archive")


@pytest.fixture
def index_path(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Give the engine an index directory of this test alone; nothing is built yet."""
    from haystack import connections

    from briefings.search.backends import whoosh

    backend = connections["default"].get_backend()
    path = tmp_path_factory.mktemp("index") / "whoosh"
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(path))
    monkeypatch.setattr(backend, "path", str(path))
    yield path
    whoosh._snapshots.pop(str(path), None)


@pytest.fixture(autouse=True)
def _leave_no_language() -> Iterator[None]:
    """Take back the language that a request in Chinese leaves in force for its thread."""
    from django.utils.translation import deactivate

    yield
    deactivate()


@pytest.fixture(autouse=True)
def _leave_no_index() -> Iterator[None]:
    """Fail the test that builds an index which all others would search."""
    from django.conf import settings

    common = Path(settings.HAYSTACK_CONNECTIONS["default"]["PATH"])
    yield
    assert not common.exists()
