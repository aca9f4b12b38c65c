"""Looking up: every row is found, read, and safe to look at."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefings.models import Kind, Outlet, Speaker
from tests.admin.desk import WHOLE, bring, page_of, text_of
from tests.documents import document

pytestmark = pytest.mark.django_db


def test_every_kind_of_row_can_be_looked_up(editor: Client) -> None:
    bring()
    models = [
        model for model in apps.get_app_config("briefings").get_models() if not model._meta.proxy
    ]
    for model in models:
        assert model in admin.site._registry, model
        meta = model._meta
        changelist = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        assert editor.get(changelist, {"q": "harbour"}).status_code == 200, model
        for row in model._default_manager.all()[:1]:
            assert editor.get(page_of(row)).status_code == 200, model


@pytest.mark.parametrize(
    "model", ["turn", "sourcedocument", "transcript", "outlet", "speaker", "briefing", "appearance"]
)
def test_a_list_asks_as_many_queries_for_many_rows_as_for_few(
    editor: Client, model: str, django_assert_max_num_queries: Any
) -> None:
    changelist = reverse(f"admin:briefings_{model}_changelist")
    bring()
    with CaptureQueriesContext(connection) as few:
        editor.get(changelist)
    for n in range(4):
        bring(document(f"basin {n}", outlets=[f"Radio {n}"]), f"{n}.txt")
    with django_assert_max_num_queries(len(few)):
        editor.get(changelist)


def test_the_bytes_of_a_document_are_neither_shown_nor_loaded(editor: Client) -> None:
    row = bring().document
    page = text_of(editor.get(page_of(row)))
    assert "In the" not in page
    assert reverse("briefings:document", args=[row.pk]) in page
    assert editor.post(page_of(row), {"name": "other"}).status_code == 403
    assert editor.post(page_of(row, "delete"), {"post": "yes"}).status_code == 403


def test_a_turn_is_found_by_its_key(editor: Client) -> None:
    turn = bring().turns.get(kind=Kind.ANSWER, exchange=2)
    page = text_of(editor.get(reverse("admin:briefings_turn_changelist"), {"q": turn.key}))
    assert "1 turn" in page
    assert page_of(turn) in page


def test_issues_are_shown_with_their_lines_as_read(editor: Client) -> None:
    transcript = bring()
    transcript.issues = [{"code": "stray", "line": 12, "message": "This is out of place."}]
    transcript.save()
    page = text_of(editor.get(page_of(transcript)))
    assert "This is out of place." in page
    assert WHOLE.split("\n")[11][:40] in page


def test_every_line_is_shown_with_what_it_was_taken_for(editor: Client) -> None:
    page = text_of(editor.get(page_of(bring(), "lines")))
    assert page.count('id="line-') == len(WHOLE.rstrip("\n").split("\n"))
    assert "taken-label" in page


def test_what_a_document_says_is_not_taken_for_markup(editor: Client) -> None:
    text = WHOLE.replace("What is planned", "<script>alert(1)</script> What is planned")
    transcript = bring(text.replace("northern works", "<b>northern</b> works"))
    pages = [page_of(transcript), page_of(transcript, "lines"), page_of(transcript.briefing)]
    for turn in transcript.turns.all():
        pages.append(page_of(turn))
    for address in pages:
        page = text_of(editor.get(address))
        assert "<script>alert" not in page
        assert "<b>northern" not in page


def test_a_row_that_is_not_there_is_no_error(editor: Client) -> None:
    for part in ("change", "lines"):
        address = reverse(f"admin:briefings_transcript_{part}", args=[987654])
        assert editor.get(address).status_code == 404


def test_the_first_page_says_what_waits_and_leads_to_just_that(editor: Client) -> None:
    assert "Nothing." in text_of(editor.get(reverse("admin:index")))
    bring("It rained on the piers.\n\nThe ferry was late again.\n", "held.txt")
    bring()
    page = BeautifulSoup(text_of(editor.get(reverse("admin:index"))), "lxml")
    links = {link.text: str(link["href"]) for link in page.select(".waiting li a")}
    assert list(links) == [
        "1 briefing that readers do not see yet",
        f"{Speaker.objects.count()} speakers whom no editor has confirmed",
        f"{Outlet.objects.count()} outlets that no editor has confirmed",
    ]
    for text, address in links.items():
        rows = BeautifulSoup(text_of(editor.get(address)), "lxml").select("#result_list tbody tr")
        assert len(rows) == int(text.split()[0])


def test_the_first_page_offers_nothing_to_who_may_nothing(client: Client) -> None:
    client.force_login(User.objects.create_user("guest", password="x", is_staff=True))
    bring()
    page = BeautifulSoup(text_of(client.get(reverse("admin:index"))), "lxml")
    assert page.select_one(".waiting a") is None
