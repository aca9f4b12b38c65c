"""The archive as ``make run`` serves it, on a port and data directory of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
EDITOR = ("editor", "a-long-passphrase-of-the-tests")
# The first start reads and relates five documents; a busy machine of two cores takes its time.
PATIENCE_SECONDS = 300


@dataclass(frozen=True)
class Site:
    """A running archive: its address without a slash at the end, and its data directory."""

    address: str
    data: Path

    def manage(self, *arguments: str, **variables: str) -> str:
        """Run ``manage.py`` on the site's data; return what it printed."""
        return manage(self.data, *arguments, **variables)


def environment(data: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which the archive lives in ``data`` and nowhere else."""
    unwanted = {"DATABASE_URL", "DEBUG", "HTTPS", "SECRET_KEY", "DJANGO_SETTINGS_MODULE"}
    inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**inherited, "DATA_DIR": str(data), "LOG_LEVEL": "WARNING", **variables}


def manage(data: Path, *arguments: str, **variables: str) -> str:
    """Run ``manage.py`` on the archive in ``data``; return what it printed, or raise."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(data, **variables),
        check=True,
        text=True,
        stdout=subprocess.PIPE,
    ).stdout


@contextmanager
def serve(data: Path) -> Iterator[Site]:
    """Serve the five seeds from ``data``, with an editor's account; stop at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = data / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment(data, PORT=str(port), HOST="127.0.0.1"),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    site = Site(f"http://127.0.0.1:{port}", data)
    try:
        _await(site, process, log)
        name, password = EDITOR
        site.manage(
            "createsuperuser",
            "--no-input",
            f"--username={name}",
            "--email=editor@example.org",
            DJANGO_SUPERUSER_PASSWORD=password,
        )
        yield site
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await(site: Site, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the site says that it is well; raise with its log when it does not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{site.address}/healthz", timeout=5):  # noqa: S310
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"The archive did not start:\n{log.read_text(encoding='utf-8')}")
