"""Two versions side by side."""

import pytest
from django.test import Client

from briefings.models import Briefing, Kind, Relation, Transcript

from .builders import make_briefing, make_turn, make_version

pytestmark = pytest.mark.django_db

QUESTION = "When does the new ferry to the northern islands run, and what does a passage cost?"
ANSWER = (
    "It runs at noon on each working day, and a passage of 40 minutes costs 1,254 crowns a head."
)


def made(relation: Relation, answer: str) -> tuple[Briefing, Transcript]:
    """Return a briefing and its version that answers in other words."""
    briefing = make_briefing([("Harbour Daily", QUESTION, "Ada Lin", ANSWER)])
    version = make_version(briefing, relation)
    version.turns.all().delete()
    question = make_turn(version, Kind.QUESTION, QUESTION, outlet="Harbour Daily", exchange=1)
    make_turn(version, Kind.ANSWER, answer, speaker="Ada Lin", exchange=1, question=question)
    return briefing, version


def test_it_marks_and_counts_the_words_that_differ(client: Client) -> None:
    briefing, _ = made(Relation.REVISION, ANSWER.replace("noon", "midnight"))
    page = client.get(f"{briefing.get_absolute_url()}compare/").content.decode()
    assert "<del>noon</del>" in page
    assert "<ins>midnight</ins>" in page


def test_it_puts_figures_that_differ_between_translations_on_top(client: Client) -> None:
    answer = (
        "Every working day it goes at midday; the passage takes 40 minutes and costs 1,524 crowns."
    )
    briefing, _ = made(Relation.TRANSLATION, answer)
    response = client.get(f"{briefing.get_absolute_url()}compare/")
    findings = response.context["compared"].findings
    assert [(f.left, f.right) for _, _, f in findings] == [(("1,254",), ("1,524",))]
    page = response.content.decode()
    (_, pair, _) = findings[0]
    assert f'href="#row-{pair.number}"' in page
    assert page.index('class="findings"') < page.index(f'id="row-{pair.number}"')
    assert '<strong class="differs">1,254</strong>' in page
    assert '<span class="agrees">40</span>' in page


def test_each_turn_has_its_anchor_and_leads_to_its_place(client: Client) -> None:
    briefing, version = made(Relation.REVISION, ANSWER)
    page = client.get(f"{briefing.get_absolute_url()}compare/").content.decode()
    for turn in [*version.turns.all(), *briefing.canonical.turns.all()]:  # type: ignore[union-attr]
        assert f'id="t-{turn.key}"' in page
        assert f'href="/t/{turn.key}/"' in page


def test_the_versions_can_be_chosen(client: Client) -> None:
    briefing, version = made(Relation.REVISION, ANSWER)
    third = make_version(briefing, Relation.COPY)
    address = f"{briefing.get_absolute_url()}compare/"
    context = client.get(address, {"left": third.pk, "right": version.pk}).context
    assert (context["left"], context["right"]) == (third, version)


@pytest.mark.parametrize("parameters", ["left=x", "left=0&right=0", "left=99999999999999999999"])
def test_nonsense_compares_the_canonical_one_with_the_next(client: Client, parameters: str) -> None:
    briefing, version = made(Relation.REVISION, ANSWER)
    context = client.get(f"{briefing.get_absolute_url()}compare/?{parameters}").context
    assert (context["left"], context["right"]) == (briefing.canonical, version)


def test_one_version_is_never_compared_with_itself(client: Client) -> None:
    briefing, version = made(Relation.REVISION, ANSWER)
    address = f"{briefing.get_absolute_url()}compare/?left={version.pk}&right={version.pk}"
    context = client.get(address).context
    assert context["left"] != context["right"]


def test_a_lone_document_has_nothing_to_compare(client: Client) -> None:
    response = client.get(f"{make_briefing().get_absolute_url()}compare/")
    assert response.status_code == 404
    assert "nothing to compare" in response.content.decode()


def test_its_text_is_escaped(client: Client) -> None:
    briefing, _ = made(Relation.REVISION, ANSWER + " <script>alert(1)</script>")
    page = client.get(f"{briefing.get_absolute_url()}compare/").content.decode()
    assert "<script>alert" not in page
