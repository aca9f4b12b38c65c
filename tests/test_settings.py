"""Every variable of the environment: what it does, and what is said of a value of no use."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SECRET = "a-long-random-text-of-the-tests-0123456789-abcdefghijklmnop"


def run(code: str, tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own, with nothing of the archive's in its environment."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "archive.settings",
            "DATA_DIR": str(tmp_path),
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def value(name: str, tmp_path: Path, **variables: str) -> str:
    """Return a setting as printed by a process with those variables."""
    code = f"from django.conf import settings; print(settings.{name})"
    result = run(code, tmp_path, **variables)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def refusal(tmp_path: Path, **variables: str) -> str:
    """Return what is said when the settings are refused."""
    result = run("from archive import settings", tmp_path, **variables)
    assert result.returncode != 0, "the settings were taken"
    last = result.stderr.strip().splitlines()[-1]
    kind, _colon, message = last.partition(": ")
    assert kind.endswith("ImproperlyConfigured"), result.stderr
    return message


def test_it_needs_no_variable_at_all(tmp_path: Path) -> None:
    assert value("DEBUG", tmp_path) == "False"
    assert value("ALLOWED_HOSTS", tmp_path) == "['127.0.0.1', 'localhost', '[::1]']"
    assert value("DATABASES['default']['NAME']", tmp_path) == str(tmp_path / "archive.sqlite3")
    assert value("HAYSTACK_CONNECTIONS['default']['PATH']", tmp_path) == str(tmp_path / "whoosh")


def test_an_empty_value_is_none(tmp_path: Path) -> None:
    names = ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL")
    empty = dict.fromkeys((*names, "HTTPS", "SEEDS", "LOG_LEVEL"), "")
    assert value("DATABASES['default']['NAME']", tmp_path, **empty) == str(
        tmp_path / "archive.sqlite3"
    )


@pytest.mark.parametrize("name", ["DEBUG", "HTTPS", "SEEDS"])
def test_a_switch_is_true_or_false(name: str, tmp_path: Path) -> None:
    assert value(name, tmp_path, **{name: "true"}) == "True"
    assert value(name, tmp_path, **{name: "Off"}) == "False"
    assert refusal(tmp_path, **{name: "maybe"}) == f"{name} is 'maybe'; write true or false."


def test_the_data_directory_is_made(tmp_path: Path) -> None:
    wanted = tmp_path / "deep" / "data"
    assert value("DATA_DIR", tmp_path, DATA_DIR=str(wanted)) == str(wanted)
    assert wanted.is_dir()


def test_a_data_directory_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    message = refusal(tmp_path, DATA_DIR=str(file / "data"))
    assert message == (
        f"DATA_DIR is {file / 'data'}, which cannot be made (Not a directory); "
        "write a directory that this user may write in."
    )


def test_a_data_directory_that_is_read_only_is_refused(tmp_path: Path) -> None:
    # Root may write anywhere, so as root the settings are read by a process that gave that up
    # after it had loaded what it needs.
    code = """
import os, csp.constants, django.utils.translation, environ
source = compile(open("archive/settings.py").read(), "archive/settings.py", "exec")
if os.geteuid() == 0:
    os.setuid(65534)
exec(source, {"__file__": "/archive/settings.py"})
"""
    with tempfile.TemporaryDirectory() as directory:
        Path(directory).chmod(0o555)
        result = run(code, tmp_path, DATA_DIR=directory)
    assert f"DATA_DIR is {directory}, which this user may not write in; write" in result.stderr


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path, SECRET_KEY="secret")
    assert message == (
        "SECRET_KEY has 6 characters, too few to be safe; write at least 50 random ones."
    )


def test_nothing_is_served_without_a_secret(tmp_path: Path) -> None:
    result = run("import archive.wsgi", tmp_path)
    assert result.returncode != 0
    assert "SECRET_KEY is not set; write a long random text" in result.stderr
    assert run("import archive.wsgi", tmp_path, SECRET_KEY=SECRET).returncode == 0


def test_a_secret_that_was_made_serves_until_the_environment_gives_one(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text(f"{SECRET}-made\n", encoding="ascii")
    assert value("SECRET_KEY", tmp_path) == f"{SECRET}-made"
    assert value("SECRET_KEY", tmp_path, SECRET_KEY=SECRET) == SECRET


def test_hosts_are_added_to_the_machine_itself(tmp_path: Path) -> None:
    hosts = value("ALLOWED_HOSTS", tmp_path, ALLOWED_HOSTS="archive.example.org, [2001:db8::1]")
    assert hosts.startswith("['archive.example.org', '[2001:db8::1]', '127.0.0.1'")


@pytest.mark.parametrize(
    "host", ["https://archive.example.org", "archive.example.org:8000", "archive.example.org/"]
)
def test_a_host_is_a_name_alone(host: str, tmp_path: Path) -> None:
    message = refusal(tmp_path, ALLOWED_HOSTS=host)
    assert message.startswith(f"ALLOWED_HOSTS has {host!r}; write names alone")


def test_a_trusted_origin_has_its_scheme(tmp_path: Path) -> None:
    good = "https://archive.example.org"
    assert value("CSRF_TRUSTED_ORIGINS", tmp_path, CSRF_TRUSTED_ORIGINS=good) == f"['{good}']"
    message = refusal(tmp_path, CSRF_TRUSTED_ORIGINS="archive.example.org")
    assert message.startswith("CSRF_TRUSTED_ORIGINS has 'archive.example.org'; write it with")


def test_the_feeds_ids_name_the_archive_by_its_first_host(tmp_path: Path) -> None:
    hosts = "archive.example.org,www.example.org"
    assert value("TAG_AUTHORITY", tmp_path) == "127.0.0.1,2026"
    assert value("TAG_AUTHORITY", tmp_path, ALLOWED_HOSTS=hosts) == "archive.example.org,2026"
    given = "old.example.org,2024-05-01"
    assert value("TAG_AUTHORITY", tmp_path, ALLOWED_HOSTS=hosts, TAG_AUTHORITY=given) == given
    message = refusal(tmp_path, TAG_AUTHORITY="archive example")
    assert message.startswith("TAG_AUTHORITY is 'archive example'; write a host name and a day")


def test_postgresql_is_chosen_by_its_address(tmp_path: Path) -> None:
    url = "postgres://ada:pw@db.example.org:5433/archive"
    engine = value("DATABASES['default']['ENGINE']", tmp_path, DATABASE_URL=url)
    assert engine == "django.db.backends.postgresql"
    assert value("DATABASES['default']['PORT']", tmp_path, DATABASE_URL=url) == "5433"


@pytest.mark.parametrize(
    "url", ["archive.sqlite3", "mysql://host/name", "sqlite://archive.sqlite3", "postgres://host"]
)
def test_a_database_of_no_use_is_refused(url: str, tmp_path: Path) -> None:
    message = refusal(tmp_path, DATABASE_URL=url)
    assert message.startswith("DATABASE_URL cannot be used; write sqlite:////path/to/")


def test_the_search_index_is_chosen_by_its_address(tmp_path: Path) -> None:
    url = "whoosh:////srv/archive/index"
    path = "HAYSTACK_CONNECTIONS['default']['PATH']"
    assert value(path, tmp_path, SEARCH_URL=url) == "/srv/archive/index"
    assert value(path, tmp_path, SEARCH_URL="") == str(tmp_path / "whoosh")


@pytest.mark.parametrize("url", ["whoosh", "whoosh://index", "whoosh:///index", "solr://host/core"])
def test_a_search_index_of_no_use_is_refused(url: str, tmp_path: Path) -> None:
    message = refusal(tmp_path, SEARCH_URL=url)
    assert message == "SEARCH_URL cannot be used; write whoosh:////path/to/index."


def test_the_directory_of_the_search_index_holds_nothing_else(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    url = f"whoosh:///{there}"
    for name in ("_MAIN_12.toc", "MAIN_q318jbc3jswiot4m.seg", "MAIN_WRITELOCK", "lost+found"):
        (there / name).touch()
    assert value("HAYSTACK_CONNECTIONS['default']['PATH']", tmp_path, SEARCH_URL=url) == str(there)
    (there / "passwd").touch()
    assert refusal(tmp_path, SEARCH_URL=url).startswith(
        f"SEARCH_URL names {there}, which holds something else; write a directory for the index "
    )


def test_the_log_level_is_one_of_four(tmp_path: Path) -> None:
    assert value("LOGGING['root']['level']", tmp_path, LOG_LEVEL="warning") == "WARNING"
    message = refusal(tmp_path, LOG_LEVEL="chatty")
    assert message == "LOG_LEVEL is 'CHATTY'; write DEBUG, INFO, WARNING or ERROR."


def test_djangos_own_check_of_a_deployment_finds_nothing(tmp_path: Path) -> None:
    code = (
        "import django; django.setup(); from django.core.management import call_command; "
        "call_command('check', deploy=True, fail_level='WARNING')"
    )
    result = run(code, tmp_path, HTTPS="true", SECRET_KEY=SECRET)
    assert result.returncode == 0, result.stderr


def test_a_command_says_what_is_wrong_in_one_sentence(tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['manage.py', 'check']; import manage; manage.main()"
    result = run(code, tmp_path, DEBUG="maybe")
    assert result.returncode == 1
    assert result.stderr.strip() == (
        "The archive's settings cannot be used: DEBUG is 'maybe'; write true or false."
    )


def test_a_database_out_of_reach_is_told_in_one_sentence(tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['manage.py', 'migrate']; import manage; manage.main()"
    result = run(code, tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/nowhere/archive.sqlite3")
    assert result.returncode == 1
    assert result.stderr.strip() == (
        "The database cannot be used (DATABASE_URL says which): unable to open database file"
    )


def test_a_foreign_host_is_one_line_of_the_log(tmp_path: Path) -> None:
    code = (
        "import django, logging; django.setup(); "
        "error = ValueError('evil.example'); "
        "logger = logging.getLogger('django.security.DisallowedHost'); "
        "logger.error('Invalid HTTP_HOST header', exc_info=(ValueError, error, None))"
    )
    (line,) = run(code, tmp_path).stderr.strip().splitlines()
    assert line.endswith("ERROR django.security.DisallowedHost: Invalid HTTP_HOST header")
