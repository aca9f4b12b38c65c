"""What each kind of page weighs and costs: bytes, queries, processor time.

    python -m benchmarks.pages [PATH ...]

Works in an archive of its own in a temporary directory: the five seeds, the documents of PATH, and
a made briefing of 300 turns. Milliseconds are of this process's processor time, so that a busy
machine does not count; the table is Markdown, as docs/pages.md holds it.
"""

import gzip
import os
import re
import sys
import tempfile
import time
from io import StringIO
from pathlib import Path
from statistics import median

HOME = Path(__file__).resolve().parent.parent
RUNS = 9
LINK = re.compile(r'(?:href|src)="/static/([^"]+\.(?:css|js))"')
SENTENCE = "The ferries of the northern coast carried 4.2 million people, up 5.1% on the year. "


def prepare(directory: str, paths: list[str]) -> None:
    """Set Django up on an archive in ``directory`` and take the documents in."""
    os.environ.update(DATA_DIR=directory, DEBUG="true", LOG_LEVEL="ERROR")
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    Path(settings.STATIC_ROOT).mkdir()
    call_command("migrate", verbosity=0)
    seeds = [str(path) for path in sorted((HOME / "seeds").glob("*.txt"))]
    call_command("ingest", *seeds, *paths, verbosity=0, stdout=StringIO())
    from tests.builders import make_briefing

    exchange = ("Harbour Daily", SENTENCE * 2, "Ada Lin", "\n".join([SENTENCE * 3] * 2))
    make_briefing([exchange] * 150, title="Three hundred turns")
    call_command("rebuild_index", noinput=True, verbosity=0, stdout=StringIO())


def places() -> dict[str, str]:
    """Return the address of one page of each kind."""
    from briefings.models import Briefing, Outlet, Speaker

    two = Briefing.objects.get(date="2022-07-19", slug__startswith="2022-07-19-scio")
    return {
        "home": "/",
        "all briefings": "/?page=1",
        "briefing, 21 turns": two.get_absolute_url(),
        "briefing, 300 turns": Briefing.objects.get(title="Three hundred turns").get_absolute_url(),
        "compare": f"{two.get_absolute_url()}compare/",
        "search": "/search/?q=5G+base+stations",
        "search, nothing found": "/search/?q=zeppelin",
        "speakers": "/speakers/",
        "speaker": Speaker.objects.get(name="Wang Peng").get_absolute_url(),
        "outlets": "/outlets/",
        "outlet": Outlet.objects.get(name="China Daily").get_absolute_url(),
        "series": "/series/",
        "about": "/about/",
    }


def measure(address: str) -> tuple[int, int, int, int, int, float]:
    """Return bytes of HTML, plain and compressed, of CSS, of scripts; queries; milliseconds."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        client.get(address)
        times.append(1000 * (time.process_time() - start))
    with CaptureQueriesContext(connection) as queries:
        html = client.get(address).content
    files = {name: (HOME / "static" / name).stat().st_size for name in LINK.findall(html.decode())}
    return (
        len(html),
        len(gzip.compress(html, 6)),
        sum(size for name, size in files.items() if name.endswith(".css")),
        sum(size for name, size in files.items() if name.endswith(".js")),
        len(queries),
        median(times),
    )


def main(paths: list[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as directory:
        prepare(directory, paths)
        print("| Page | HTML kB | compressed | CSS kB | scripts kB | queries | ms |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for kind, address in places().items():
            html, small, css, scripts, queries, spent = measure(address)
            sizes = " | ".join(f"{size / 1000:.1f}" for size in (html, small, css, scripts))
            print(f"| {kind} | {sizes} | {queries} | {spent:.0f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
