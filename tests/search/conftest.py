"""The real engine on a real directory, one for each test."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from haystack import connections

from briefings.search.backends import whoosh


@pytest.fixture
def index_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the engine an index directory of this test alone; nothing is built yet."""
    backend = connections["default"].get_backend()
    path = tmp_path / "whoosh"
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(path))
    monkeypatch.setattr(backend, "path", str(path))
    yield path
    whoosh._snapshots.pop(str(path), None)


@pytest.fixture
def built(index_path: Path, db: Any) -> Any:
    """Return the call that indexes what the rows hold now."""
    from briefings.search.outbox import rebuild

    return rebuild
