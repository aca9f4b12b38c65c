"""One process as a server starts it: its first page, its worst prefix, its memory."""

import re
from pathlib import Path
from time import perf_counter

import django


def main() -> None:
    """Print the figures of the index that the environment's settings name."""
    django.setup()
    from briefings.search import search
    from briefings.search.types import Request

    def milliseconds(query: str) -> float:
        start = perf_counter()
        result = search(Request(query))
        assert not result.notices, result.notices  # noqa: S101
        return 1000 * (perf_counter() - start)

    first = milliseconds("president")
    cold, warm = milliseconds("br*"), milliseconds("br*")
    for query in ("the", '"of the"', "b*", "people said that", '"we have to"'):
        milliseconds(query)
    # The kernel's own figure of this program; getrusage also counts the parent it was forked from.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    memory = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]
    print(
        f"First page after a start: {first:.0f} ms. Prefix br*: {cold:.0f} ms at first, "
        f"{warm:.1f} ms after. Memory of the process: {memory:.0f} MB."
    )


if __name__ == "__main__":
    main()
