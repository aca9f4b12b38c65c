"""No English is left in the Chinese interface: every kind of page is made and looked through.

The record of this archive is in Greek letters, so whatever Latin word a page shows is the
interface's own, and must be one that is the same in Chinese.
"""

import re
from datetime import date
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from briefings.admin.labels import NAMES, WORDS
from briefings.models import (
    Briefing,
    Decision,
    Merge,
    OutletAlias,
    Proposal,
    Relation,
    Transcript,
    Turn,
)
from briefings.urls import urlpatterns

from .builders import make_briefing, make_document, make_outlet, make_transcript, make_turn

pytestmark = pytest.mark.django_db

# What Chinese text writes in Latin letters as well.
LATIN = """
    CSV JSON CSL BibTeX RIS APA SHA URL UTF PDF DOCX HTML ZIP Markdown Word JavaScript MB KB GB
    bytes B OR AND ID Django OpenSearch Atom j k en el zh YAML PNG
    Dunning Rayson Garside generic test
"""
# Words of the query language, and of the examples of what can be asked of the seeds.
SAME = {
    *LATIN.split(),
    "answers",
    "remarks",
    "moderation",
    "before",
    "on",
    "develop",
    "development",
}
SAME |= {"G", "base", "stations"}
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
# Where Latin letters are code, names of files and addresses, or marked as English.
# Django's own translation of the admin leaves the headings that only screen readers hear.
NOT_TEXT = ["script", "style", "code", "pre", "[lang=en]", ".visually-hidden", ".sr-only"]
# Django leaves this untranslated, too: what a search box and a mark for yes and no are called.
DJANGOS = {"Search", "True", "False"}
ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "data-copy-link", "data-copied")
ATTRIBUTES += ("data-copy-quotation", "data-answering")
# Addresses that answer with no page to read, and those that another test looks at.
NO_PAGES = {
    *("document", "healthz", "theme", "language", "turn", "cite-record"),
    *("briefing-json", "turn-json", "search-json", "search-csv", "search-months-csv"),
    *("feed", "speaker-feed", "outlet-feed", "search-feed", "plots-terms-csv"),
    *("plots-answers-csv", "plots-who-csv", "speaker-words-csv", "briefing-words-csv"),
    *("outlet-years-csv", "figures-csv", "concordance-csv", "sitemap", "sitemap-section"),
    *("robots", "opensearch", "briefings-csv", "speakers-csv", "outlets-csv"),
}


@pytest.fixture
def archive() -> Briefing:
    """Return a briefing in Greek with two versions, alone in two years of an archive."""
    exchange = ("Λιμάνι Σήμερα", "Πότε;\nΚαι πόσα;", "Άννα Λιν", "Το 2021, 5,2 λόγοι. Λόγος.")
    briefing = make_briefing(
        [exchange, exchange], remarks=[("Άννα Λιν", "Λόγος λόγος.")], title="Λόγος"
    )
    briefing.host = briefing.place = "Πειραιάς"
    briefing.canonical_reason = "It is the only complete one."
    briefing.save()
    Briefing.objects.filter(pk=briefing.pk).update(slug="2022-07-19-λόγος")
    make_briefing([exchange], title="Λόγος", day=date(2021, 1, 2))
    other = make_transcript(
        briefing,
        document=make_document("Λόγος".encode(), name="β"),
        language="el",
        complete=False,
        relation=Relation.TRANSLATION,
        relation_evidence={"reasons": ["They print the same date."]},
        issues=[{"code": "x", "message": "This line fits nowhere.", "line": None}],
        printed_header={"participants": [{"name": "Άννα", "role": "speaker", "title": None}]},
        text="Λόγος",
        parser_version="1",
    )
    make_turn(other, "answer", "Λόγος 5,3.", speaker="Άννα Λιν")
    make_turn(
        other, "question", "Πότε;", reporter="Μία", reporter_attribution="introduced", exchange=1
    )
    make_turn(other, "handoff", "Παρακαλώ.", label="Πρόεδρος")
    Transcript.objects.update(language="el", family="generic")
    for number, version in enumerate(Transcript.objects.all()):
        version.document.name = f"α{number}"
        version.document.content = "Λόγος".encode()
        version.document.save()
    outlet = make_outlet("Λιμάνι Σήμερα")
    OutletAlias.objects.create(outlet=outlet, name="Λιμάνι", normal="λιμάνι")
    briefing.refresh_from_db()
    return briefing


def addresses(briefing: Briefing) -> dict[str, list[str]]:
    """Return addresses of every kind of page by the name of its pattern."""
    slug = briefing.slug
    other = briefing.transcripts.exclude(pk=briefing.canonical_id).get()
    turn = Turn.objects.filter(transcript=briefing.canonical, kind="answer")[0]
    named = {
        "home": [{}],
        "briefing": [{"slug": slug}],
        "version": [{"slug": slug, "transcript_pk": other.pk}],
        "compare": [{"slug": slug}],
        "speaker": [{"slug": turn.speaker.slug}] if turn.speaker else [],
        "speaker-words": [{"slug": turn.speaker.slug}] if turn.speaker else [],
        "outlet": [{"slug": make_outlet("Λιμάνι Σήμερα").slug}],
        "cite": [{"key": turn.key}],
        "briefing-words": [{"slug": slug}],
    }
    found = {
        str(pattern.name): [
            reverse(f"briefings:{pattern.name}", kwargs=arguments)
            for arguments in named.get(str(pattern.name), [{}])
        ]
        for pattern in urlpatterns
        if pattern.name not in NO_PAGES and pattern.name != "series"
    }
    found["home"] += ["/?page=1", "/?year=2022&month=7", "/?year=1999"]
    found["search"] += [
        *("/search/?q=λόγος", "/search/?q=τίποτα", "/search/?q=%22λόγος", "/search/?q=(λόγος"),
        *("/search/?q=λόγος&speaker=α&after=β", "/search/?q=λόγος&bars=words&sort=oldest&own=1"),
        *("/search/?q=λόγος&page=9", "/search/?q=λόγο~+OR+λ*", f"/search/?q={'λ' * 600}"),
        *("/search/?kind=answer&year=2022&lang=el", "/search/?q=speaker:τις+on:α+ουδέν:λόγος"),
    ]
    found["quote"] += ["/quote/?q=Λόγος+λόγος+λόγος", "/quote/?q=τίποτα"]
    found["outlet"] += [f"{found['outlet'][0]}?show=follow-ups"]
    found["cite"] += [f"{found['cite'][0]}?p=1"]
    found["plots-terms"] += ["/plots/terms/?term=λόγος&term=λόγοι"]
    found["plots-who"] += ["/plots/who/?q=λόγος"]
    found["figures"] += ["/figures/?q=λόγοι", "/figures/?q=τίποτα"]
    found["concordance"] += ["/concordance/?q=λόγος&by=left", "/concordance/?q=τίποτα"]
    found["missing"] = ["/τίποτα/", "/t/τίποτα/", "/speakers/τίποτα/"]
    return found


def english(html: str) -> set[str]:
    """Return the Latin words of a page that are none in Chinese."""
    page = BeautifulSoup(html, "lxml")
    said = [
        str(tag[name])
        for tag in page.find_all(True)
        for name in ATTRIBUTES
        if tag.has_attr(name) and not tag.find_parent(lang="en")
    ]
    said += [str(tag["content"]) for tag in page.select('meta[name="description"]')]
    for selector in NOT_TEXT:
        for tag in page.select(selector):
            tag.decompose()
    assert isinstance(page.body, Tag)
    said += [page.body.get_text(" "), page.title.get_text() if page.title else ""]
    text = re.sub(
        r"\w+_\w+|manage\.py|\S*(?:/|\.(?:txt|org|pdf)\b|@)\S*|\b[0-9a-f]{64}\b",
        " ",
        " ".join(said),
    )
    return {word for word in WORD.findall(text) if word not in SAME}


def test_no_page_shows_a_reader_english(client: Client, archive: Briefing) -> None:
    looked_at, left = 0, {}
    for places in addresses(archive).values():
        for address in places:
            response = client.get(address, headers={"accept-language": "zh-CN"}, follow=True)
            assert response.status_code in {200, 404}, address
            looked_at += 1
            typed = set(WORD.findall(unquote(address)))
            if words := english(response.content.decode()) - typed:
                left[address] = sorted(words)
    assert looked_at > 45
    assert left == {}


@pytest.fixture
def desk(client: Client) -> Client:
    """Return a browser in Chinese that is signed in with every right."""
    client.force_login(User.objects.create_superuser("ω", password="ω"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "zh-CN"
    return client


def test_no_page_of_the_desk_shows_an_editor_english(desk: Client, archive: Briefing) -> None:
    one, other = Transcript.objects.order_by("pk")[:2]
    Proposal.objects.create(transcript=other, other=one, evidence={}, score=0.5)
    Decision.objects.create(document=one.document, verdict="canonical")
    Merge.objects.create(
        target="outlet", kept_id=1, merged_id=2, name="α", slug="α", confirmed=False, aliases=[]
    )
    places = ["/admin/", "/admin/briefings/sourcedocument/add/"]
    for model in admin.site._registry:
        if model._meta.app_label != "briefings":
            continue
        name = f"admin:briefings_{model._meta.model_name}"
        places.append(reverse(f"{name}_changelist"))
        places += [
            reverse(f"{name}_change", args=[row.pk]) for row in model._default_manager.all()[:1]
        ]
    places.append(reverse("admin:briefings_transcript_change", args=[other.pk]))
    places.append(reverse("admin:briefings_transcript_lines", args=[other.pk]))
    assert len(places) > 25
    left = {
        place: words
        for place in places
        if (words := english(desk.get(place).content.decode()) - DJANGOS)
    }
    assert left == {}


def test_what_comes_of_an_upload_is_said_in_chinese(desk: Client) -> None:
    for sent in ({"text": " "}, {"text": "\x89PNG\r\n\x1a\n"}, {"text": "{}"}):
        page = desk.post("/admin/briefings/sourcedocument/add/", sent).content.decode()
        assert english(page) == set()


def test_the_names_of_models_and_columns_are_marked() -> None:
    shown = {str(model._meta.verbose_name) for model in admin.site._registry}
    assert len(shown) > 10
    known = {*NAMES, *WORDS}
    for model in admin.site._registry:
        if model._meta.app_label == "briefings":
            columns = [str(field.verbose_name) for field in model._meta.local_fields]
            names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural), *columns]
            assert [name for name in names if name not in known and name != "ID"] == []
