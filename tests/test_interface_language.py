"""The interface in both languages: complete, and following the reader's choice."""

import ast
import gettext
import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation.template import templatize

from .builders import make_briefing

CATALOG = settings.BASE_DIR / "briefings/locale/zh_Hans/LC_MESSAGES/django.mo"
LITERAL = r"""(u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))"""
CALLS = re.compile(rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*{LITERAL}(?:,\s*{LITERAL})?")
# Calls by which Python marks a text for translation, and how many of their arguments are texts.
FUNCTIONS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 1, "pgettext": 2, "_p": 2}


def of_templates() -> set[tuple[str, str]]:
    """Return (file, key in the catalogue) of every text in a template."""
    found = set()
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        for name, first, second in CALLS.findall(code):
            key = ast.literal_eval(first)
            if "pgettext" in name:
                key = f"{key}\x04{ast.literal_eval(second)}"
            found.add((path.name, key.replace("%%", "%") if "%(" not in key else key))
    return found


def of_modules() -> set[tuple[str, str]]:
    """Return (file, key in the catalogue) of every text in a module."""
    found = set()
    for path in (settings.BASE_DIR / "briefings").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            wanted = FUNCTIONS.get(node.func.id, 0)
            texts = [a.value for a in node.args[:wanted] if isinstance(a, ast.Constant)]
            if wanted and len(texts) == wanted:
                found.add((str(path.relative_to(settings.BASE_DIR)), "\x04".join(map(str, texts))))
    return found


def catalogue() -> set[str]:
    """Return the keys that have a Chinese text; a plural counts by its singular."""
    with CATALOG.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    entries: dict[str | tuple[str, int], str] = translations._catalog  # type: ignore[attr-defined]
    return {key if isinstance(key, str) else key[0] for key, text in entries.items() if text}


@pytest.mark.parametrize("texts", [of_templates, of_modules])
def test_every_text_of_the_interface_has_a_chinese_one(texts: object) -> None:
    found = texts()  # type: ignore[operator]
    assert len(found) > 100
    known = catalogue()
    assert sorted((file, key) for file, key in found if key not in known) == []


def test_the_compiled_catalogue_is_of_the_written_one() -> None:
    written = Path(CATALOG).with_suffix(".po").read_text(encoding="utf-8")
    entries = written.count("\nmsgid ") - 1
    assert written.count("#, fuzzy") == 0
    assert entries == len(catalogue() - {""})


@pytest.mark.django_db
def test_a_reader_gets_the_language_of_the_browser(client: Client) -> None:
    make_briefing(day=date(2022, 7, 19))
    page = client.get("/", headers={"accept-language": "zh-CN,zh;q=0.9"}).content.decode()
    assert '<html lang="zh-hans"' in page
    assert "最新发布会" in page
    assert "2022年7月19日" in page
    assert "Latest briefings" not in page


@pytest.mark.django_db
def test_a_choice_of_language_stays(client: Client) -> None:
    client.post("/preferences/language/", {"language": "zh-hans", "next": "/about/"})
    assert "关于档案馆" in client.get("/about/").content.decode()
    client.post("/preferences/language/", {"language": "en", "next": "/about/"})
    assert "About the archive" in client.get("/about/").content.decode()


@pytest.mark.django_db
def test_the_record_keeps_its_own_language_in_either(client: Client) -> None:
    briefing = make_briefing([("Harbour Daily", "When?", "Ada Lin", "At noon.")])
    page = client.get(
        briefing.get_absolute_url(), headers={"accept-language": "zh"}
    ).content.decode()
    assert '<div class="words" lang="en">' in page
    assert 'class="does">问<' in page
