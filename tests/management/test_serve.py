"""``manage.py serve`` before it hands over to gunicorn; tests/browser sees the whole of it."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management.base import CommandError
from pytest_django import Settings

from briefings.management.commands.serve import (
    Command,
    check_address,
    check_workers,
    make_secret_key,
    static_sources,
)


@pytest.mark.parametrize("port", ["", "x", "0", "65536", "-1"])
def test_it_refuses_what_is_no_port(port: str) -> None:
    with pytest.raises(CommandError, match=r"PORT is '.*'; write a number from 1 to 65535\."):
        check_address("127.0.0.1", port)


def test_it_says_when_the_port_is_busy() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"127.0.0.1:{port} .*make run PORT={port + 1}"):
            check_address("127.0.0.1", str(port))
    check_address("127.0.0.1", str(port))


@pytest.mark.parametrize("number", ["0", "many", "1000"])
def test_it_refuses_what_is_no_number_of_workers(number: str) -> None:
    with pytest.raises(CommandError, match=r"WEB_CONCURRENCY is '.*'; write a number"):
        check_workers(number)


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def test_it_makes_a_secret_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    make_secret_key(path)
    assert len(path.read_text()) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_first_start_makes_the_secret_that_the_next_one_reads(tmp_path: Path) -> None:
    def start() -> subprocess.CompletedProcess[str]:
        code = (
            "import django; django.setup(); from briefings.management.commands import serve; "
            "serve.Command.migrate = lambda self: exit(7); serve.Command().handle()"
        )
        variables = {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "archive.settings"}
        return subprocess.run(
            [sys.executable, "-c", code],
            env={"PATH": os.environ["PATH"], "PORT": free_port(), **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert start().returncode == 7
    secret = (tmp_path / "secret-key").read_text()
    assert len(secret) >= 50
    assert start().returncode == 7
    assert (tmp_path / "secret-key").read_text() == secret


def test_it_never_writes_over_a_secret_that_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    path.write_text("")
    with pytest.raises(CommandError, match="no secret key that this user can read"):
        make_secret_key(path)
    assert path.read_text() == ""


def test_static_files_are_collected_once_and_again_when_one_changed(
    tmp_path: Path, settings: Settings
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.css").write_text("a { color: red }")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    command = Command()

    command.collect_static()
    collected = settings.STATIC_ROOT / "one.css"
    first = collected.stat().st_mtime_ns
    command.collect_static()
    assert collected.stat().st_mtime_ns == first

    (source / "one.css").write_text("a { color: blue }")
    command.collect_static()
    assert collected.read_text() == "a { color: blue }"


def test_the_static_sources_name_the_admins_and_the_projects_files() -> None:
    assert " admin/css/base.css\n" in static_sources()


def test_gunicorn_takes_its_settings(tmp_path: Path) -> None:
    command = ["-m", "gunicorn", "--check-config", "-c", "python:archive.gunicorn", "archive.wsgi"]
    result = subprocess.run(
        [sys.executable, *command],
        env={**os.environ, "DATA_DIR": str(tmp_path), "DEBUG": "true"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
