"""``manage.py ingest``: a table, sentences, an exit status; never half a document."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from briefings.models import Briefing, SourceDocument, Transcript
from tests.documents import document, first_page

pytestmark = pytest.mark.usefixtures("index_path")

MANAGE = Path(settings.BASE_DIR) / "manage.py"


def run(*args: object) -> tuple[str, str, str]:
    """Return what the command prints, what it prints of errors, and how it ends."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("ingest", *map(str, args), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), str(error)
    return out.getvalue(), err.getvalue(), ""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Return a directory with a briefing, its first page, another briefing and a bad file."""
    whole = document("northern")
    (tmp_path / "page.txt").write_text(first_page(whole))
    (tmp_path / "whole.txt").write_text(whole)
    (tmp_path / "other.txt").write_text(document("southern"))
    (tmp_path / "broken.txt").write_bytes(b"")
    (tmp_path / "names.toml").write_text("[table]\n")
    (tmp_path / ".hidden.txt").write_text("no")
    return tmp_path


def row_of(table: str, name: str) -> str:
    """Return the table's row of a document."""
    (row,) = (line for line in table.splitlines() if f"{name} " in line)
    return row


@pytest.mark.django_db
def test_it_tells_of_every_document_what_became_of_it(documents: Path) -> None:
    out, err, end = run(documents)
    assert "excerpt" in row_of(out, "page.txt")
    assert "canonical" in row_of(out, "whole.txt")
    assert " 3 " in row_of(out, "whole.txt")
    assert "not taken in" in row_of(out, "broken.txt")
    assert "broken.txt is empty." in err
    assert end == "1 document could not be taken in."
    assert "Left alone, being of other kinds: names.toml." in out
    assert ".hidden" not in out
    assert Briefing.objects.count() == 2


@pytest.mark.django_db
def test_it_says_when_documents_were_there_already(documents: Path) -> None:
    run(documents)
    out, _, _ = run(documents / "whole.txt")
    assert "there already" in row_of(out, "whole.txt")
    assert "0 added, 1 there already, 0 could not be taken in" in out
    assert SourceDocument.objects.count() == 3


@pytest.mark.django_db
def test_a_dry_run_tells_the_same_and_changes_nothing(documents: Path) -> None:
    out, _, end = run(documents, "--dry-run")
    assert "excerpt" in row_of(out, "page.txt")
    assert "3 would be added" in out
    assert end
    assert not SourceDocument.objects.exists()
    assert not Briefing.objects.exists()


@pytest.mark.django_db
def test_it_stops_at_the_first_bad_document_when_told_to(documents: Path) -> None:
    out, _, end = run(documents, "--fail-fast")
    assert end
    assert "other.txt" not in out
    assert not SourceDocument.objects.exists()


@pytest.mark.django_db
def test_it_takes_in_what_an_archive_packs(tmp_path: Path) -> None:
    packed = tmp_path / "desk.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("spring/northern.txt", document("northern"))
        archive.writestr("spring/empty.txt", "")
        archive.writestr("southern.txt", document("southern"))
    out, err, end = run(packed)
    assert set(SourceDocument.objects.values_list("name", "received_from")) == {
        ("northern.txt", "desk.zip"),
        ("southern.txt", "desk.zip"),
    }
    assert "empty" in err
    assert end
    assert "desk.zip/spring/northern.txt" in out


@pytest.mark.django_db
def test_it_says_what_cannot_be_opened(tmp_path: Path) -> None:
    _, err, end = run(tmp_path / "gone.txt")
    assert "gone.txt cannot be opened: No such file or directory." in err
    assert end
    assert run(tmp_path)[2] == "There are no documents under the paths given."


@pytest.fixture
def home(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give other processes an environment whose database and index are of this test alone."""
    own = {"DATA_DIR": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    name, url = f"others_{os.getpid()}", os.environ.get("DATABASE_URL", "")
    if connection.vendor == "postgresql":
        with on_server() as server:
            server.execute(f"CREATE DATABASE {name}")
        own["DATABASE_URL"] = f"{url.rpartition('/')[0]}/{name}"
    else:
        own["DATABASE_URL"] = f"sqlite:///{tmp_path / 'data' / 'archive.sqlite3'}"
    home = {**os.environ, **own, "DEBUG": "true", "LOG_LEVEL": "ERROR"}
    assert ended(home, "migrate", "-v0")[0] == 0
    yield home
    if connection.vendor == "postgresql":
        with on_server() as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def on_server(database: str = "postgres") -> psycopg.Connection:
    """Return a connection to a database of the server that the tests run on."""
    given = settings.DATABASES["default"]
    parts = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"]}
    known = {name: value for name, value in parts.items() if value}
    return psycopg.connect(
        dbname=database, password=given["PASSWORD"] or None, autocommit=True, **known
    )


def manage(home: dict[str, str], *args: object) -> subprocess.Popen[str]:
    """Start a command of the project in a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(MANAGE), *map(str, args)],
        env=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(home: dict[str, str], *args: object) -> tuple[int, str, str]:
    """Run a command to its end; return its exit status, what it printed, and its errors."""
    process = manage(home, *args)
    out, err = process.communicate()
    return process.returncode, out, err


def asked(home: dict[str, str], query: str) -> list[tuple[object, ...]]:
    """Return the answer of the other processes' database."""
    place, _, name = home["DATABASE_URL"].rpartition("/")
    if place.startswith("sqlite"):
        path = Path(home["DATA_DIR"]) / name
        with closing(sqlite3.connect(path, timeout=20)) as database:
            return database.execute(query).fetchall()
    with on_server(name) as server:
        return server.execute(query).fetchall()


def many(tmp_path: Path, number: int) -> Path:
    """Write ``number`` briefings and the first page of each, and return their directory."""
    directory = tmp_path / "documents"
    directory.mkdir()
    for n in range(number):
        text = document(f"basin {n}", outlets=["Harbour Daily", f"Radio {n % 3}"])
        (directory / f"{n:02}-whole.txt").write_text(text)
        (directory / f"{n:02}-page.txt").write_text(first_page(text, 0.7))
    return directory


SOUND = {
    "every document has its transcript": (
        "SELECT count(*) FROM briefings_sourcedocument d LEFT JOIN briefings_transcript t "
        "ON t.document_id = d.id WHERE t.id IS NULL"
    ),
    "every transcript has turns": (
        "SELECT count(*) FROM briefings_transcript t WHERE NOT EXISTS "
        "(SELECT 1 FROM briefings_turn u WHERE u.transcript_id = t.id)"
    ),
    "every briefing has a canonical transcript of its own": (
        "SELECT count(*) FROM briefings_briefing b LEFT JOIN briefings_transcript t "
        "ON t.id = b.canonical_id AND t.briefing_id = b.id WHERE t.id IS NULL"
    ),
    "no briefing is unsettled": ("SELECT count(*) FROM briefings_briefing WHERE slug LIKE 'new-%'"),
    "no outlet is doubled": (
        "SELECT count(*) FROM (SELECT normal FROM briefings_outletalias "
        "GROUP BY normal HAVING count(*) > 1) AS doubled"
    ),
}


def unsound(home: dict[str, str]) -> list[str]:
    """Return what does not hold in a database."""
    return [what for what, query in SOUND.items() if asked(home, query) != [(0,)]]


def test_the_first_one_builds_the_index(home: dict[str, str], documents: Path) -> None:
    status, _, err = ended({**home, "LOG_LEVEL": "INFO"}, "ingest", documents / "whole.txt")
    assert (status, err) == (0, "")
    assert ended(home, "check_index")[1].endswith("In order.\n")


@pytest.mark.parametrize("command", [["ingest", "gone.txt"], ["reparse"]])
def test_without_tables_it_says_how_to_make_them(tmp_path: Path, command: list[str]) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    home = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": url, "DEBUG": "true"}
    status, _, err = ended({**home, "DJANGO_SETTINGS_MODULE": "archive.settings"}, *command)
    assert status == 1
    assert err.startswith("CommandError: The database does not have the tables")
    assert len(err.splitlines()) == 1


def test_it_goes_on_where_it_was_killed(home: dict[str, str], tmp_path: Path) -> None:
    directory = many(tmp_path, 8)
    count = "SELECT count(*) FROM briefings_transcript"
    for least in (1, 5, 9):
        process = manage(home, "ingest", directory)
        while asked(home, count)[0][0] < least:  # type: ignore[operator]
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        there = asked(home, count)[0][0]
        assert least <= there < 16  # type: ignore[operator]
        assert unsound(home) == []
    status, out, err = ended(home, "ingest", directory)
    assert status == 0, err
    assert f"{16 - there} added, {there} there already" in out  # type: ignore[operator]
    assert unsound(home) == []
    assert ended(home, "check_index")[1].endswith("In order.\n")
    assert asked(home, "SELECT count(*) FROM briefings_briefing") == [(8,)]
    relations = "SELECT relation, count(*) FROM briefings_transcript GROUP BY 1 ORDER BY 1"
    assert asked(home, relations) == [("", 8), ("excerpt", 8)]


def test_two_processes_at_once_double_nothing(home: dict[str, str], tmp_path: Path) -> None:
    directory = many(tmp_path, 5)
    processes = [manage(home, "ingest", directory) for _ in range(2)]
    ends = [(process.communicate(), process.returncode) for process in processes]
    assert [status for _, status in ends] == [0, 0], ends
    assert unsound(home) == []
    assert asked(home, "SELECT count(*) FROM briefings_sourcedocument") == [(10,)]
    assert asked(home, "SELECT count(*) FROM briefings_briefing") == [(5,)]


@pytest.mark.django_db
@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_it_says_what_readers_do_not_see_yet_and_why(tmp_path: Path, options: tuple[str]) -> None:
    (tmp_path / "rain.txt").write_text("It rained on the piers.\n\nThe ferry was late again.\n")
    out, _, end = run(tmp_path, *options)
    assert "canonical, held for an editor" in row_of(out, "rain.txt")
    assert "rain.txt: No label in the document says who speaks. Readers do not see it" in out
    assert end == ""


@pytest.mark.django_db
def test_reparse_reads_again_what_an_older_parser_read(documents: Path) -> None:
    run(documents)
    Transcript.objects.filter(document__name="other.txt").update(parser_version="0")
    out = io.StringIO()
    call_command("reparse", stdout=out)
    assert "1 read again" in out.getvalue()
    call_command("reparse", "--all", stdout=out)
    assert "3 read again" in out.getvalue()
    none = Transcript.objects.latest("pk").pk + 1  # PostgreSQL counts on from one test to the next
    with pytest.raises(CommandError, match=f"There is no transcript {none}"):
        call_command("reparse", str(none))
