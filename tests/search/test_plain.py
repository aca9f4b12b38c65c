"""The plain engine keeps the contract, over entries given to it."""

import pytest

from briefings.search.plain import PlainEngine
from tests.search.contract import EngineContract, Index


class TestPlainEngine(EngineContract):
    """No index, no database: a list of entries."""

    @pytest.fixture
    def index(self) -> Index:
        """Return the engine over a list."""
        return lambda entries: PlainEngine(lambda: list(entries))
