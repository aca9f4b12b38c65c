"""How long a call takes."""

from collections.abc import Callable
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import Any


def timed(call: Callable[[], Any]) -> float:
    """Return the seconds that a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def worked(call: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds that a call takes, and its processor time with that of its processes."""

    def processor() -> float:
        return sum(
            use.ru_utime + use.ru_stime for use in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
        )

    start = processor()
    seconds = timed(call)
    return seconds, processor() - start
