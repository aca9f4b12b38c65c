"""The whole page over HTTP: gunicorn with two workers, asked as readers ask.

    python -m benchmarks.http DOCUMENTS [--data DIRECTORY] [--seconds 20]

Serves an archive that holds the documents of a directory, made once in a scratch directory of its
own and used again, on 127.0.0.1 alone. Asks for searches and briefings in turn: first 20 a second,
as independent readers come (each at its time, whether or not those before are answered; a wait in
the queue counts), then by 200 readers at once, each asking for the next page as soon as the last
has come. Both end by themselves. Prints a Markdown table; the processor is shared with the client.
"""

import argparse
import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

from tests.browser.serving import ROOT, environment, manage

WORKERS = 2
RATE = 20  # requests a second
USERS = 200
MOST_SECONDS = 120
MOST_REQUESTS = 50_000
# Longer than gunicorn gives a request; a reader would have gone by then.
PATIENCE_SECONDS = 30
WARM_UP = 60
WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One request: the kind of page, milliseconds, what went wrong ("" where nothing did)."""

    kind: str
    milliseconds: float
    fault: str


def prepare(documents: Path, data: Path) -> None:
    """Make the archive of the documents in ``data``, unless an earlier run has made it."""
    made = data / "made-for-benchmarks-http"
    if made.exists():
        return
    data.mkdir(parents=True, exist_ok=True)
    print(f"Taking the documents of {documents} into {data}, once ...", file=sys.stderr, flush=True)
    manage(data, "migrate", "--verbosity=0")
    manage(data, "rebuild_index", "--noinput", "--verbosity=0")
    manage(data, "ingest", "--verbosity=0", str(documents))
    made.touch()


@contextmanager
def served(data: Path) -> Iterator[int]:
    """Serve the archive as ``make run`` does; yield its port, and stop at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    variables = environment(
        data, HOST="127.0.0.1", PORT=str(port), WEB_CONCURRENCY=str(WORKERS), SEEDS="false"
    )
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=variables, stdout=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS * 4
        while ask(port, "", "/healthz").fault:
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("The archive did not start.")
            time.sleep(0.5)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def ask(port: int, kind: str, address: str, since: float | None = None) -> Answer:
    """Ask for one page and read it whole; time counts from ``since``, or from now."""
    start = time.perf_counter() if since is None else since
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        fault = "" if response.status == 200 else str(response.status)
    except (OSError, http.client.HTTPException) as error:
        fault = type(error).__name__
    finally:
        connection.close()
    return Answer(kind, 1000 * (time.perf_counter() - start), fault)


def pages(port: int, documents: Path, random: Random) -> list[tuple[str, str]]:
    """Return (kind, address) of pages to ask for: searches and briefings in turn."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    connection.request("GET", "/sitemap-briefings.xml")
    found = re.findall(r"<loc>([^<]+)</loc>", connection.getresponse().read().decode())
    connection.close()
    briefings = [path for one in found if (path := urlsplit(one).path).startswith("/briefings/")]
    if not briefings:
        raise SystemExit("The archive's sitemap lists no briefing.")
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(documents.rglob("*"))
        if path.is_file()
    ]
    searches = [query(WORD.findall(random.choice(texts)), random) for _ in range(500)]
    return [
        pair
        for search in searches
        for pair in (("search", search), ("briefing", random.choice(briefings)))
    ]


def query(words: list[str], random: Random) -> str:
    """Return a search for a word, two words, or a phrase of a document; some are filtered."""
    place = random.randrange(len(words) - 1)
    one, other = words[place], words[place + 1]
    text = random.choice([one, f"{one} {random.choice(words)}", f'"{one} {other}"'])
    asked = {"q": text}
    if random.random() < 0.25:
        asked["kind"] = random.choice(["question", "answer"])
    return f"/search/?{urlencode(asked)}"


def at_a_rate(port: int, wanted: list[tuple[str, str]], seconds: float) -> list[Answer]:
    """Ask ``RATE`` times a second; a page's time counts from when it was due."""
    start = time.perf_counter()
    with ThreadPoolExecutor(USERS) as pool:
        futures = []
        for number in range(int(RATE * seconds)):
            due = start + number / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            futures.append(pool.submit(ask, port, *wanted[number % len(wanted)], due))
        return [future.result() for future in futures]


def all_at_once(port: int, wanted: list[tuple[str, str]], seconds: float) -> list[Answer]:
    """Let ``USERS`` readers ask one page after another without a pause."""
    numbers = count()
    end = time.perf_counter() + seconds

    def read(_user: int) -> list[Answer]:
        answers = []
        while time.perf_counter() < end and (number := next(numbers)) < MOST_REQUESTS:
            answers.append(ask(port, *wanted[number % len(wanted)]))
        return answers

    with ThreadPoolExecutor(USERS) as pool:
        return [answer for answers in pool.map(read, range(USERS)) for answer in answers]


def rows(load: str, answers: list[Answer], seconds: float) -> Iterator[str]:
    """Yield a line of the table for each kind of page."""
    for kind in ("search", "briefing"):
        times = sorted(one.milliseconds for one in answers if one.kind == kind)
        faults = [one.fault for one in answers if one.kind == kind and one.fault]
        cuts = quantiles(times, n=100)
        yield (
            f"| {load} | {kind} | {len(times)} | {len(times) / seconds:.1f} | {cuts[49]:.0f} | "
            f"{cuts[94]:.0f} | {times[-1]:.0f} | {len(faults)} {', '.join(sorted(set(faults)))} |"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument(
        "--data", type=Path, default=Path(tempfile.gettempdir()) / "briefing-archive-http"
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="of each of the two loads")
    asked = parser.parse_args()
    seconds = min(max(asked.seconds, 5.0), MOST_SECONDS)
    documents = asked.documents.resolve()
    prepare(documents, asked.data.resolve())
    random = Random(5)
    with served(asked.data.resolve()) as port:
        wanted = pages(port, documents, random)
        for kind, address in wanted[-WARM_UP:]:
            ask(port, kind, address)
        print(f"Load average of the machine before: {os.getloadavg()[0]:.1f}\n")
        print("| load | page | requests | a second | p50 ms | p95 ms | worst ms | errors |")
        print("|---|---|--:|--:|--:|--:|--:|---|", flush=True)
        for load, run in ((f"{RATE} a second", at_a_rate), (f"{USERS} at once", all_at_once)):
            start = time.perf_counter()
            answers = run(port, wanted, seconds)
            for line in rows(load, answers, time.perf_counter() - start):
                print(line, flush=True)


if __name__ == "__main__":
    main()
