"""The search index catches up with the rows. A failure there never undoes a change of the rows:
what the index has not taken in stays in its outbox."""

import logging

from briefings import search

logger = logging.getLogger(__name__)


def catch_up() -> bool:
    """Have the index take in all changes now; return whether it did."""
    try:
        search.drain()
    except Exception:
        logger.exception("The search index could not take in changes; they wait for the next time.")
        return False
    return True


def catch_up_soon() -> None:
    """Have the index take in all changes, without waiting for it where the engine allows."""
    try:
        search.drain_soon()
    except Exception:
        logger.exception("The search index could not take in changes; they wait for the next time.")
