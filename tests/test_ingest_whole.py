"""A document is in the archive whole, or nothing of it is."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from briefings import search
from briefings.ingest import Status, ingest, outcome
from briefings.ingest.rereading import reread
from briefings.models import Briefing, IndexChange, OldSlug, SourceDocument, Transcript, Turn
from briefings.transcripts.types import ExtractionError
from tests.documents import document, first_page

TEXT = document("northern")
WHOLE = TEXT.encode()
PAGE = first_page(TEXT).encode()

pytestmark = pytest.mark.django_db


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the application."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_app_config("briefings").get_models()
        if not model._meta.proxy
    }


REFUSING = {
    "sqlite": [
        "CREATE TRIGGER fail BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION fail() RETURNS trigger AS "
        "$$ BEGIN RAISE EXCEPTION 'disk full'; END $$ LANGUAGE plpgsql",
        "CREATE TRIGGER fail BEFORE {event} ON {table} EXECUTE FUNCTION fail()",
    ],
}
ALLOWING = {
    "sqlite": ["DROP TRIGGER fail"],
    "postgresql": ["DROP TRIGGER fail ON {table}", "DROP FUNCTION fail"],
}


@contextmanager
def failing(table: str, event: str) -> Iterator[None]:
    """Have the database refuse an event on a table, as a full disk would."""
    names = {"table": f"briefings_{table}", "event": event}

    def run(statements: list[str]) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement.format(**names))

    run(REFUSING[connection.vendor])
    try:
        yield
    finally:
        run(ALLOWING[connection.vendor])


STAGES = [
    ("sourcedocument", "INSERT"),
    ("briefing", "INSERT"),
    ("speaker", "INSERT"),
    ("outletalias", "INSERT"),
    ("transcript", "INSERT"),
    ("turn", "INSERT"),
    ("fingerprint", "INSERT"),
    ("transcript", "UPDATE"),
    ("briefing", "UPDATE"),
    ("appearance", "INSERT"),
    ("indexchange", "INSERT"),
]


@pytest.mark.parametrize(("table", "event"), STAGES, ids=" ".join)
def test_nothing_of_a_new_document_is_there_after_a_crash(table: str, event: str) -> None:
    before = rows()
    with failing(table, event), pytest.raises(DatabaseError, match="disk full"):
        ingest(WHOLE, "northern.txt")
    assert rows() == before
    assert ingest(WHOLE, "northern.txt").status is Status.ADDED


@pytest.mark.parametrize(
    ("table", "event"),
    [("oldslug", "INSERT"), ("turn", "UPDATE"), ("transcript", "UPDATE"), ("turn", "INSERT")],
    ids=" ".join,
)
def test_a_crash_leaves_the_briefing_that_was_to_be_joined_as_it_was(
    table: str, event: str
) -> None:
    undated = document("northern", day=None, title="Notes on the harbour").encode()
    ingest(undated, "notes.txt")
    before = rows()
    with failing(table, event), pytest.raises(DatabaseError, match="disk full"):
        ingest(WHOLE, "northern.txt")
    assert rows() == before
    ingest(WHOLE, "northern.txt")
    assert Briefing.objects.count() == 1


@pytest.mark.parametrize(
    ("table", "event"), [("turn", "DELETE"), ("turn", "INSERT"), ("transcript", "UPDATE")]
)
def test_a_crash_while_reading_again_leaves_all_as_it_was(table: str, event: str) -> None:
    transcript = ingest(WHOLE, "northern.txt").transcript
    before = rows()
    with failing(table, event), pytest.raises(DatabaseError, match="disk full"):
        reread(transcript.pk)
    assert rows() == before


def test_it_tells_of_very_many_documents_by_and_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcome, "BATCH", 2)
    pks = [ingest(document(f"basin {n}").encode(), f"{n}.txt").transcript.pk for n in range(5)]
    told = outcome.outcomes((Status.KNOWN, pk) for pk in reversed(pks))
    assert [item.transcript.pk for item in told] == pks[::-1]


def test_the_index_is_told_in_the_same_transaction() -> None:
    try:
        with transaction.atomic():
            outcome = ingest(WHOLE, "northern.txt")
            assert IndexChange.objects.filter(briefing_id=outcome.briefing.pk).exists()
            raise RuntimeError("the machine goes down")
    except RuntimeError:
        pass
    assert not IndexChange.objects.exists()
    assert not SourceDocument.objects.exists()


def test_a_search_engine_that_fails_undoes_nothing(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
) -> None:
    def broken() -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(search, "drain_soon", broken)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        outcome = ingest(WHOLE, "northern.txt")
    assert callbacks
    assert Transcript.objects.get() == outcome.transcript
    assert IndexChange.objects.filter(briefing_id=outcome.briefing.pk).exists()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n \t\n", ""),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, ""),
        (b"x" * (50 * 1024 * 1024), "MB"),
        (b"\x00\x01\x02\x03" * 500, ""),
        (
            b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>"
            b"<h1>Not Found</h1><p>The page you asked for is not here.</p></body></html>",
            "",
        ),
        (b"Shopping list\n\nTwo apples\nBread\n", "nobody speaks"),
    ],
    ids=["empty", "blank", "program", "50 MB", "binary", "error page", "no turns"],
)
def test_bad_input_gets_a_sentence_and_leaves_nothing(data: bytes, says: str) -> None:
    before = rows()
    with pytest.raises(ExtractionError) as raised:
        ingest(data, "sent.txt")
    sentence = str(raised.value)
    assert sentence.endswith((".", "?"))
    assert "sent.txt" in sentence
    assert says in sentence
    assert rows() == before


def test_the_bytes_are_kept_as_they_came() -> None:
    windows = "\ufeff" + TEXT.replace("\n", "\r\n")
    outcome = ingest(windows.encode(), "northern.txt", received_from="desk.zip")
    kept = SourceDocument.objects.get()
    assert bytes(kept.content) == windows.encode()
    assert (kept.size, kept.received_from) == (len(windows.encode()), "desk.zip")
    assert outcome.exchanges == 3


def test_the_words_in_the_rows_are_the_documents() -> None:
    ingest(WHOLE, "northern.txt")
    for turn in Turn.objects.all():
        lines = TEXT.split("\n")[turn.first_line - 1 : turn.last_line]
        assert all(paragraph in "\n".join(lines) for paragraph in turn.paragraphs)


def test_replies_belong_to_their_question() -> None:
    ingest(WHOLE, "northern.txt")
    answers = Turn.objects.filter(kind="answer").select_related("question")
    assert [(turn.exchange, turn.question.exchange) for turn in answers] == [(1, 1), (2, 2), (3, 3)]


def test_a_page_and_the_whole_are_one_briefing_whichever_comes_first() -> None:
    for first, then in ((PAGE, WHOLE), (WHOLE, PAGE)):
        with transaction.atomic():
            ingest(first, "first.txt")
            ingest(then, "then.txt")
            briefing = Briefing.objects.get()
            assert bytes(briefing.canonical.document.content) == WHOLE
            assert (
                briefing.transcripts.exclude(pk=briefing.canonical_id).get().relation == "excerpt"
            )
            transaction.set_rollback(True)


def test_two_unlike_briefings_of_one_day_stay_apart() -> None:
    ingest(WHOLE, "northern.txt")
    ingest(document("southern").encode(), "southern.txt")
    assert Briefing.objects.count() == 2


def test_two_pages_come_together_when_the_whole_arrives() -> None:
    lines = TEXT.split("\n")
    halves = lines[: len(lines) // 2], lines[:10] + lines[len(lines) // 2 + 1 :]
    for number, half in enumerate(halves):
        ingest("\n".join(half).encode(), f"page-{number}.txt")
    assert Briefing.objects.count() == 2
    addresses = set(Briefing.objects.values_list("slug", flat=True))
    ingest(WHOLE, "whole.txt")
    briefing = Briefing.objects.get()
    assert briefing.transcripts.count() == 3
    leading = OldSlug.objects.filter(target_id=briefing.pk).values_list("slug", flat=True)
    assert addresses <= {briefing.slug, *leading}


def test_it_asks_no_query_for_each_turn(django_assert_max_num_queries) -> None:
    ingest(document("small", outlets=["Harbour Daily"] * 2).encode(), "small.txt")
    many = document("large", outlets=["Harbour Daily"] * 60)
    with django_assert_max_num_queries(60):
        ingest(many.encode(), "large.txt")
    assert Turn.objects.filter(transcript__document__name="large.txt").count() > 120
