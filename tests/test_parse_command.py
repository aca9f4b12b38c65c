"""manage.py parse: one JSON object a document, a sentence for each that cannot be read."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.transcripts.extraction.documents import PARAGRAPHS, TITLE, as_html, as_text, as_zip

ROOT = Path(__file__).parents[1]
KEYS = [
    "file", "family", "language", "title", "date", "time", "place", "complete", "participants",
    "turns", "header", "furniture", "issues", "uncovered_lines",
]  # fmt: skip
TURN_KEYS = [
    "kind", "label", "speaker", "outlet", "reporter", "exchange", "paragraphs", "first_line",
    "last_line",
]  # fmt: skip


def run(*paths: Path | str, **options: Any) -> tuple[list[dict[str, Any]], str]:
    """Return the printed records and what was written to stderr."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("parse", *map(str, paths), stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(str(error))
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_it_prints_a_json_object_a_line_in_the_promised_shape(tmp_path: Path) -> None:
    path = tmp_path / "briefing.txt"
    path.write_bytes(as_text())
    [record], errors = run(path)
    assert errors == ""
    assert list(record) == KEYS
    assert all(list(turn) == TURN_KEYS for turn in record["turns"])
    assert (record["file"], record["title"]) == ("briefing.txt", TITLE)
    assert (record["date"], record["time"], record["place"]) == (
        "2022-07-19",
        "10:00",
        "Port Amber",
    )
    assert record["uncovered_lines"] == 0
    question = next(turn for turn in record["turns"] if turn["kind"] == "question")
    assert (question["label"], question["outlet"]) == ("Harbour Daily", "Harbour Daily")
    assert question["exchange"] == 1
    assert question["paragraphs"] == [PARAGRAPHS[11]]
    assert as_text().decode().split("\n")[question["last_line"] - 1] == PARAGRAPHS[11]


def test_one_bad_document_never_stops_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(as_text())
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c.html").write_bytes(as_html())
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="1 document could not be read"):
        call_command("parse", str(tmp_path), stdout=out, stderr=err)
    assert [json.loads(line)["file"] for line in out.getvalue().splitlines()] == ["a.txt", "c.html"]
    [sentence] = err.getvalue().splitlines()
    assert sentence.startswith(f"{tmp_path / 'b.txt'}: b.txt is a PNG picture")
    assert sentence.endswith("[unsupported-format]")


def test_of_a_directory_it_takes_what_ingest_takes(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_bytes(as_text())
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "saved.mhtml").write_bytes(as_html())
    records, errors = run(tmp_path)
    assert [record["file"] for record in records] == ["a.TXT", "saved.mhtml"]
    assert errors == "Left alone, being of other kinds: b.png.\n"


def test_it_reads_the_members_of_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "july.zip"
    path.write_bytes(as_zip({"2022/one.txt": as_text(), "two.html": as_html(), "three.txt": b" "}))
    records, errors = run(path)
    assert [record["file"] for record in records] == ["one.txt", "two.html"]
    assert f"{path}/three.txt: three.txt is empty. [empty]" in errors


def test_it_reads_directories_and_skips_what_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "2022" / ".git").mkdir(parents=True)
    (tmp_path / "2022" / "one.txt").write_bytes(as_text())
    (tmp_path / "2022" / ".git" / "config").write_text("[core]")
    records, errors = run(tmp_path)
    assert [record["file"] for record in records] == ["one.txt"]
    assert errors == ""


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    records, errors = run(tmp_path / "none.txt")
    assert records == []
    assert "none.txt cannot be opened: No such file or directory. [unreadable]" in errors


def test_explain_shows_each_line_with_its_number_and_rule(tmp_path: Path) -> None:
    path = tmp_path / "briefing.txt"
    path.write_bytes(as_text())
    out = io.StringIO()
    call_command("parse", str(path), "--explain", stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "briefing.txt"
    numbered = [line for line in lines if line[:5].strip().isdigit()]
    assert len(numbered) == len(as_text().decode().split("\n"))
    row = next(line for line in numbered if line.endswith("  Harbour Daily:"))
    assert row.split()[:2] == ["21", "label"]
    # Piped, a line is whole and without colours.
    assert any(line.endswith(PARAGRAPHS[11]) for line in numbered)
    assert "\x1b" not in out.getvalue()


def test_it_runs_on_a_checkout_without_database_migrations_or_secret_key(tmp_path: Path) -> None:
    (tmp_path / "briefing.txt").write_bytes(as_text())
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("SECRET_KEY", "DEBUG", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    data = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "manage.py", "parse", str(tmp_path / "briefing.txt")],
        cwd=ROOT,
        env={**environment, "DATA_DIR": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["title"] == TITLE
    assert list(data.rglob("*.sqlite3")) == []


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "briefing.txt").write_bytes(as_text() * 200)
    # More than a pipe holds, so that the write fails and not only the end goes unseen.
    command = f"{sys.executable} manage.py parse {tmp_path} {ROOT}/seeds/*.txt | head -c 10"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(tmp_path / "data"), "DEBUG": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ('{"file": "', "")
