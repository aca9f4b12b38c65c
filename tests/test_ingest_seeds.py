"""The five seed documents, whatever the order they come in, are the three briefings they are of."""

import json
import random
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from briefings.ingest import Status, ingest
from briefings.ingest.rereading import reread
from briefings.models import (
    Appearance,
    Attribution,
    Briefing,
    IndexChange,
    Kind,
    OldSlug,
    Outlet,
    Proposal,
    Relation,
    Speaker,
    Transcript,
    Turn,
)

pytestmark = pytest.mark.django_db
SEEDS = Path(settings.BASE_DIR) / "seeds"
GOLD = Path(settings.BASE_DIR).parent / "shared" / "gold" / "versions.json"
NAMES = ("000", "001", "002", "003", "004")
# Of each two that are one briefing either comes first; the loner comes first, last and between.
ORDERS = [
    ("000", "001", "002", "003", "004"),
    ("004", "003", "002", "001", "000"),
    ("001", "002", "000", "004", "003"),
    ("003", "000", "004", "002", "001"),
    *(tuple(random.Random(n).sample(NAMES, len(NAMES))) for n in range(4)),
]


def bring(names: Iterable[str] = NAMES) -> None:
    """Ingest seeds by the first characters of their names."""
    for name in names:
        (path,) = SEEDS.glob(f"{name}_*.txt")
        ingest(path.read_bytes(), path.name, index=False)


def transcript(name: str) -> Transcript:
    return Transcript.objects.select_related("document").get(document__name__startswith=f"{name}_")


def outlet_of(name: str, exchange: int) -> tuple[str, str, str | None]:
    """Return a question's outlet, how it is known, and the document that printed it."""
    turn = transcript(name).turns.get(kind=Kind.QUESTION, exchange=exchange)
    source = turn.outlet_source
    return str(turn.outlet), turn.outlet_attribution, source and source.document.name[:3]


def speaker_of(name: str, exchange: int) -> tuple[str, str, str | None]:
    turn = transcript(name).turns.get(kind=Kind.ANSWER, exchange=exchange)
    source = turn.speaker_source
    return str(turn.speaker), turn.speaker_attribution, source and source.document.name[:3]


def state() -> dict[str, object]:
    """Return all that must not depend on the order in which documents came."""
    return {
        "briefings": sorted(
            (b.slug, b.title, str(b.date), str(b.time), b.place, b.canonical.document.name)
            for b in Briefing.objects.select_related("canonical__document")
        ),
        "relations": sorted(
            (t.document.name, t.relation, str(t.date), t.date_attribution, t.place)
            for t in Transcript.objects.select_related("document")
        ),
        "turns": sorted(
            (
                turn.transcript.document.name,
                turn.sequence,
                str(turn.speaker),
                turn.speaker_attribution,
                str(turn.outlet),
                turn.outlet_attribution,
                turn.aligned.sequence if turn.aligned else 0,
            )
            for turn in Turn.objects.select_related(
                "transcript__document", "speaker", "outlet", "aligned"
            )
        ),
        "people": sorted(
            (a.briefing.slug, a.speaker.name, a.role, a.title)
            for a in Appearance.objects.select_related("briefing", "speaker")
        ),
        "names": (
            sorted(Outlet.objects.values_list("name", "confirmed")),
            sorted(Speaker.objects.values_list("name", flat=True)),
        ),
        "proposals": Proposal.objects.count(),
    }


def test_it_makes_three_briefings_of_them() -> None:
    bring()
    found = {
        briefing.date: (
            briefing.canonical.document.name[:3],
            sorted(t.document.name[:3] for t in briefing.transcripts.all()),
            briefing.canonical.turns.filter(kind=Kind.QUESTION).count(),
            briefing.canonical.complete,
        )
        for briefing in Briefing.objects.all()
    }
    assert found == {
        date(2021, 7, 16): ("002", ["000", "002"], 10, True),
        date(2022, 2, 28): ("001", ["001"], 0, False),
        date(2022, 7, 19): ("004", ["003", "004"], 9, True),
    }
    assert transcript("000").relation in (Relation.EXCERPT, Relation.COPY)
    assert transcript("003").relation == Relation.TRANSLATION
    assert transcript("003").relation_evidence["reasons"]


def test_it_aligns_the_two_translations_exchange_by_exchange() -> None:
    bring()
    turns = transcript("003").turns.filter(kind__in=[Kind.QUESTION, Kind.ANSWER])
    pairs = [(turn.exchange, turn.aligned.exchange) for turn in turns.select_related("aligned")]
    assert {left for left, _ in pairs} == set(range(1, 10))
    assert all(left == right for left, right in pairs)
    assert all(turn.kind == turn.aligned.kind for turn in turns)


def test_it_fills_each_version_from_the_other_and_names_it() -> None:
    bring()
    other = Attribution.OTHER_VERSION.value
    assert outlet_of("004", 1) == ("CCTV", other, "003")
    assert outlet_of("004", 5) == ("The Beijing News", other, "003")
    assert outlet_of("004", 8) == ("Yicai", other, "003")
    assert speaker_of("003", 2) == ("Wang Peng", other, "004")
    assert speaker_of("003", 3) == ("Tao Qing", other, "004")
    undated = transcript("003")
    assert undated.date == date(2022, 7, 19)
    assert (undated.date_attribution, undated.date_source) == (other, transcript("004"))
    # What a document prints is its own.
    assert outlet_of("004", 2)[1] != other
    assert transcript("004").date_attribution == Attribution.PRINTED


def test_it_knows_one_person_with_a_title_at_each_briefing() -> None:
    bring()
    titles = dict(
        Appearance.objects.filter(speaker__name="Tian Yulong").values_list(
            "briefing__date__year", "title"
        )
    )
    assert Speaker.objects.filter(name="Tian Yulong").count() == 1
    assert (
        "Leading Party Members Group"
        in Appearance.objects.get(
            speaker__name="Tian Yulong", briefing__date=date(2021, 7, 16)
        ).title
    )
    assert (
        "Leading Party Members Group"
        not in Appearance.objects.get(
            speaker__name="Tian Yulong", briefing__date=date(2022, 7, 19)
        ).title
    )
    assert set(titles) == {2021, 2022}


@cache
def usual_state() -> dict[str, object]:
    """Return what the archive comes to in the first of the orders, and leave it empty."""
    with transaction.atomic():
        bring(ORDERS[0])
        usual = state()
        transaction.set_rollback(True)
    return usual


@pytest.mark.parametrize("order", ORDERS[1:], ids="-".join)
def test_it_comes_to_the_same_in_whatever_order_they_come(order: tuple[str, ...]) -> None:
    usual = usual_state()
    bring(order)
    assert state() == usual


def test_it_changes_nothing_when_the_same_bytes_come_again() -> None:
    bring()
    before = state()
    changes = IndexChange.objects.count()
    (path,) = SEEDS.glob("003_*.txt")
    outcome = ingest(path.read_bytes(), "another name.txt", index=False)
    assert outcome.status is Status.KNOWN
    assert outcome.exchanges == 9
    assert state() == before
    assert IndexChange.objects.count() == changes


def test_it_changes_nothing_when_documents_are_read_again() -> None:
    bring()
    before, keys = state(), sorted(Turn.objects.values_list("key", "text"))
    for pk in Transcript.objects.values_list("pk", flat=True):
        reread(pk)
    assert state() == before
    assert sorted(Turn.objects.values_list("key", "text")) == keys


def test_it_leads_the_address_of_the_undated_version_to_the_dated_briefing() -> None:
    bring(["003", "004"])
    (old,) = OldSlug.objects.all()
    assert old.slug.startswith("undated-")
    assert old.target_id == transcript("004").briefing_id


@pytest.mark.skipif(not GOLD.exists(), reason="the gold record is not beside the project")
def test_it_agrees_with_the_gold_record() -> None:
    bring()
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    by_document = {t.document.name: t for t in Transcript.objects.select_related("document")}
    for told in gold["briefings"]:
        briefings = {by_document[name].briefing_id for name in told["documents"]}
        assert len(briefings) == 1, told["documents"]
        briefing = Briefing.objects.get(pk=briefings.pop())
        assert briefing.date.isoformat() == told["date"]
        assert briefing.canonical.document.name == told["canonical"]
        questions = briefing.canonical.turns.filter(kind=Kind.QUESTION)
        assert questions.count() == told["exchanges"]
        for value in told["resolved"]:
            check_resolved(by_document[value["document"]], value)
    for one, other in gold["unrelated_pairs_must_stay_apart"]:
        assert by_document[one].briefing_id != by_document[other].briefing_id
    assert not Proposal.objects.exists()


def check_resolved(row: Transcript, value: dict[str, str]) -> None:
    """Hold one resolved value of the gold record against the rows."""
    if value["field"] == "date":
        assert row.date.isoformat() == value["value"]
        assert row.date_attribution == Attribution.OTHER_VERSION
        assert row.date_source.document.name == value["from"]
        return
    kind = Kind.QUESTION if value["field"] == "outlet" else Kind.ANSWER
    turn = row.turns.get(exchange=value["exchange"], kind=kind)
    assert getattr(turn, value["field"]).name == value["value"]
    assert getattr(turn, f"{value['field']}_attribution") == Attribution.OTHER_VERSION
    assert getattr(turn, f"{value['field']}_source").document.name == value["from"]
