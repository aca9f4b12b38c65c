"""The outbox: nothing waits for the index, nothing is lost."""

import gc
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from briefings.models import Briefing, IndexChange, Turn
from briefings.search import drain, ensure, matches, search
from briefings.search import outbox as outbox_module
from briefings.search.types import Request
from tests.builders import make_briefing, make_turn

pytestmark = pytest.mark.django_db


def changed(briefing: Briefing) -> None:
    """Write what a change of a briefing writes."""
    IndexChange.objects.create(briefing_id=briefing.pk)


def test_a_changed_briefing_is_taken_in(built: Callable[[], int]) -> None:
    assert built() == 0
    briefing = make_briefing(remarks=[("Ada Lin", "Tides rise.")])
    changed(briefing)
    assert search(Request("tides")).total == 0
    assert drain() == 1
    result = search(Request("tides"))
    assert result.total == 1
    assert result.notices == ()
    assert not IndexChange.objects.exists()


def test_what_waits_is_said(built: Callable[[], int]) -> None:
    make_briefing(remarks=[("Ada Lin", "Tides rise.")])
    built()
    changed(make_briefing(remarks=[("Ada Lin", "Tides fall.")]))
    assert search(Request("tides")).notices == ("One changed briefing is not in the index yet.",)


def test_a_draft_and_a_turn_that_is_gone_leave_the_index(built: Callable[[], int]) -> None:
    draft = make_briefing(remarks=[("Ada Lin", "Tides rise.")])
    other = make_briefing(remarks=[("Ada Lin", "Tides fall."), ("Ada Lin", "Tides turn.")])
    assert built() == 3
    Briefing.objects.filter(pk=draft.pk).update(status=Briefing.Status.DRAFT)
    Turn.objects.filter(text="Tides turn.").delete()
    changed(draft)
    changed(other)
    assert drain() == 2
    assert search(Request("tides")).total == 1


def test_a_process_that_dies_after_the_index_and_before_the_outbox_loses_nothing(
    built: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    built()
    changed(make_briefing(remarks=[("Ada Lin", "Tides rise.")]))

    def die(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("django.db.models.query.QuerySet.delete", die)
        with pytest.raises(KeyboardInterrupt):
            drain()
    assert IndexChange.objects.count() == 1
    drain()
    assert len(matches(Request("tides"))) == 1
    assert not IndexChange.objects.exists()


def test_a_change_that_comes_while_the_rows_are_read_stays(
    built: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    built()
    briefing = make_briefing(remarks=[("Ada Lin", "Tides rise.")])
    changed(briefing)
    original = outbox_module.indexed_turns

    def slow() -> Any:
        turns = original()
        changed(briefing)
        return turns

    with monkeypatch.context() as patched:
        patched.setattr(outbox_module, "indexed_turns", slow)
        outbox_module.take_in([briefing.pk])
    assert IndexChange.objects.count() == 1


def test_a_rolled_back_change_is_no_change(built: Callable[[], int]) -> None:
    built()
    with pytest.raises(RuntimeError), transaction.atomic():
        changed(make_briefing(remarks=[("Ada Lin", "Tides rise.")]))
        raise RuntimeError
    assert drain() == 0


def test_without_an_index_the_changes_stay(index_path: Path) -> None:
    changed(make_briefing(remarks=[("Ada Lin", "Tides rise.")]))
    assert drain() == 0
    assert IndexChange.objects.count() == 1
    result = search(Request("tides"))
    assert result.total == 1
    assert "has not been built" in result.notices[0]
    assert "over the database" in result.notices[0]


def test_many_changes_are_taken_in_by_batches(built: Callable[[], int]) -> None:
    built()
    for number in range(outbox_module.BATCH + 3):
        briefing = make_briefing(remarks=[("Ada Lin", f"Tides {number}.")])
        changed(briefing)
        changed(briefing)
    assert drain() == outbox_module.BATCH + 3
    assert search(Request("tides")).total == outbox_module.BATCH + 3


def test_draining_on_the_side_takes_in_what_was_wished(built: Callable[[], int]) -> None:
    built()
    changed(make_briefing(remarks=[("Ada Lin", "Tides rise.")]))
    outbox_module._wanted.set()
    outbox_module._drain_while_wanted()
    assert not IndexChange.objects.exists()
    assert not outbox_module._wanted.is_set()


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Whoosh's, as it fails
def test_ensure_builds_where_nothing_was_built_and_only_there(index_path: Path) -> None:
    make_briefing(remarks=[("Ada Lin", "Tides rise.")])
    assert ensure() == 1
    make_briefing(remarks=[("Ada Lin", "Tides fall.")])
    assert ensure() is None
    assert search(Request("tides")).total == 1
    (table,) = index_path.glob("*.toc")
    table.write_bytes(b"\x00" * 40)
    assert ensure() is None
    gc.collect()


def test_rebuild_index_takes_all_in_and_empties_the_outbox(index_path: Path) -> None:
    changed(make_briefing([("Harbour Daily", "Boats?", "Ada Lin", "Boats rise.")]))
    said = StringIO()
    call_command("rebuild_index", "--noinput", stdout=said)
    assert said.getvalue().startswith("2 turns indexed")
    assert not IndexChange.objects.exists()
    assert search(Request("boats")).total == 2


def test_update_index_of_haystack_works(built: Callable[[], int]) -> None:
    built()
    make_briefing([("Harbour Daily", "Boats?", "Ada Lin", "Boats rise.")])
    call_command("update_index", verbosity=0)
    call_command("update_index", verbosity=0)
    assert search(Request("boats")).total == 2


class TestCheckIndex:
    """manage.py check_index."""

    def run(self, *options: str) -> str:
        """Return what the command says; raises when it finds fault."""
        said = StringIO()
        call_command("check_index", *options, stdout=said)
        return said.getvalue()

    def test_an_index_in_order_is_said_to_be(self, built: Callable[[], int]) -> None:
        make_briefing(remarks=[("Ada Lin", "Tides rise.")])
        built()
        assert self.run() == "1 turns to be searched, 1 in the index.\nIn order.\n"

    def test_it_finds_drift_both_ways_and_repairs_it(self, built: Callable[[], int]) -> None:
        briefing = make_briefing(
            remarks=[("Ada Lin", "Tides rise."), ("Ada Lin", "Boats."), ("Ada Lin", "Wind.")]
        )
        built()
        assert briefing.canonical
        make_turn(briefing.canonical, "remarks", "Storms.")
        Turn.objects.filter(text="Boats.").delete()
        Turn.objects.filter(text="Wind.").update(text="Pilots.")
        said = StringIO()
        with pytest.raises(CommandError, match="--repair mends it"):
            call_command("check_index", stdout=said)
        assert "1 not in the index" in said.getvalue()
        assert "1 in the index as they were before" in said.getvalue()
        assert "1 in the index but no longer to be searched" in said.getvalue()
        assert self.run("--repair").endswith("In order.\n")
        assert [search(Request(w)).total for w in ("storms", "boats", "wind", "pilots")] == [
            1, 0, 0, 1,
        ]  # fmt: skip

    def test_it_says_that_there_is_none(self, index_path: Path) -> None:
        with pytest.raises(CommandError, match="has not been built"):
            self.run()

    def test_it_finds_damage_inside(self, built: Callable[[], int], index_path: Path) -> None:
        make_briefing(remarks=[("Ada Lin", f"Tides {n} " + "boats " * n) for n in range(50)])
        built()
        (segment,) = index_path.glob("*.seg")
        content = bytearray(segment.read_bytes())
        place = content.index(WHOOSH3_HEADER_MAGIC)
        content[place + 60 : place + 90] = b"\xff" * 30
        segment.write_bytes(bytes(content))
        with pytest.raises(CommandError, match="damaged"):
            self.run()
