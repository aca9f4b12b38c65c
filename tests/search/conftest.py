"""The real engine on a real directory, one for each test."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def built(index_path: Path, db: Any) -> Any:
    """Return the call that indexes what the rows hold now."""
    from briefings.search.outbox import rebuild

    return rebuild
