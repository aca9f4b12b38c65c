"""``manage.py serve``: make the archive ready, then hand over to gunicorn."""

import hashlib
import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from briefings import search
from briefings.management.database import is_up_to_date
from briefings.models import SourceDocument


class Command(BaseCommand):
    """Each step looks first whether it is needed, so a second start repeats nothing."""

    help = (
        "Brings the database up to date, puts in the seed documents that are missing, builds the "
        "index where there is none, collects the static files when they changed, and serves the "
        "archive with gunicorn."
    )
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, then become gunicorn; does not return."""
        check_address(os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000"))
        check_workers(os.environ.get("WEB_CONCURRENCY", "2"))
        if not settings.HAS_SECRET_KEY:
            make_secret_key(settings.SECRET_KEY_FILE)
        os.chdir(settings.BASE_DIR)
        self.migrate()
        search.ensure()
        self.ingest_seeds()
        # What a process that died had written to the rows and not yet to the index.
        search.drain()
        self.collect_static()
        if not get_user_model().objects.filter(is_staff=True, is_active=True).exists():
            self.stdout.write(
                "No editor has an account yet. To make one: `make editor` here, or "
                "`docker compose exec archive python manage.py createsuperuser`."
            )
        self.stdout.flush()
        connections.close_all()
        gunicorn = [sys.executable, "-m", "gunicorn", "-c", "python:archive.gunicorn"]
        os.execv(sys.executable, [*gunicorn, "archive.wsgi"])  # noqa: S606

    def migrate(self) -> None:
        """Bring the database up to date."""
        if not is_up_to_date():
            call_command("migrate", verbosity=0)
            self.stdout.write("The database is ready.")

    def ingest_seeds(self) -> None:
        """Put in the seed documents that the archive does not hold."""
        if not settings.SEEDS:
            return
        seeds = {digest(path): path for path in sorted(Path("seeds").glob("*.txt"))}
        held = SourceDocument.objects.filter(sha256__in=seeds).values_list("sha256", flat=True)
        missing = [str(path) for sha256, path in seeds.items() if sha256 not in set(held)]
        if missing:
            call_command("ingest", *missing)

    def collect_static(self) -> None:
        """Collect the static files, unless the same ones were collected before."""
        stamp = settings.STATIC_ROOT / ".sources"
        sources = static_sources()
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != sources:
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            stamp.write_text(sources, encoding="utf-8")


def check_address(host: str, port: str) -> None:
    """Raise CommandError with what to do where gunicorn could not listen on ``host``:``port``."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is {port!r}; write a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host.strip("[]"), int(port)))
        except OSError as error:
            raise CommandError(
                f"Nothing can be served on {host}:{port} ({error.strerror}). Stop what uses it, "
                f"or choose another port: make run PORT={int(port) + 1}"
            ) from error


def check_workers(number: str) -> None:
    """Raise CommandError unless ``number`` is a number of gunicorn's worker processes."""
    if not number.isdigit() or not 0 < int(number) <= 64:
        raise CommandError(f"WEB_CONCURRENCY is {number!r}; write a number from 1 to 64.")


def make_secret_key(path: Path) -> None:
    """Write a secret key into ``path``, which is not there yet, for its owner only."""
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise CommandError(
            f"{path} holds no secret key that this user can read. Run the archive as the user that "
            "the file belongs to, or set SECRET_KEY, or remove the file for a new one."
        ) from error
    with os.fdopen(opened, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))


def digest(path: Path) -> str:
    """Return the sha256 of a file's bytes in hexadecimal, as ``SourceDocument.sha256`` holds it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def static_sources() -> str:
    """Return a line for each static file of the project and its applications: digest and name."""
    return "".join(
        f"{digest(Path(storage.path(name)))} {name}\n"
        for finder in get_finders()
        for name, storage in finder.list([])
    )
