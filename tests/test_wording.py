"""Every sentence that the pure library and the ingesting write is known in Chinese, too."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.utils.translation import override

from briefings.transcripts.extraction.sniffing import NOT_READ
from briefings.wording import PHRASES, SENTENCES, form_of, reword

ROOT = settings.BASE_DIR / "briefings"
ROOMS = (
    *("transcripts/extraction", "transcripts/parsing", "transcripts/relations"),
    "ingest",
)
# One module of the index's, whose errors a search's page shows.
ASKED = "search/backends/whoosh.py"
# A call that may put words before a sentence, "Exchange 3: ".
PREFIX = "_place"
# Two of the forms are put together from what ``resolve`` says and this.
PUT_TOGETHER = "X; the archive does not guess."
# The command line speaks English.
PRINTED = "Left alone, being of other kinds: X."
# The end of what the index says, in a constant of its own.
MEND = "Run “manage.py rebuild_index” to build it."


def sentences() -> Iterator[tuple[str, str]]:
    """Yield (file, sentence) of what the code writes; what it fills in stands as "X"."""
    for path in [*(path for room in ROOMS for path in (ROOT / room).rglob("*.py")), ROOT / ASKED]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for text in texts(tree):
            if re.fullmatch(r"(?:[A-Z“X]|the |this ).* .*[.?]", text):
                yield str(path.relative_to(ROOT)), text


def texts(tree: ast.AST) -> Iterator[str]:
    """Yield the string literals of a module other than docstrings and arguments of ``_``."""
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        if isinstance(node, ast.JoinedStr):
            passed.update(part for part in ast.walk(node) if part is not node)
        # These are translated where they stand, or end in a log or before a programmer.
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in (
            *("_", "gettext", "ngettext", "warning", "exception", "info", "ValueError"),
        ):
            passed.update(part for argument in node.args for part in ast.walk(argument))
    constants = {
        node.targets[0].id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if node in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(filled(part, constants) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def filled(part: ast.expr, constants: dict[str, str]) -> str:
    """Return a piece of an f-string, "X" for what is filled in and not known beforehand."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    name = ast.unparse(part.value)
    return "" if name.startswith(PREFIX) else constants.get(name, "X")


def test_every_sentence_the_library_writes_is_known() -> None:
    found = [
        (file, text) for file, text in sentences() if text not in {PUT_TOGETHER, PRINTED, MEND}
    ]
    assert len(found) > 60
    assert [(file, text) for file, text in found if form_of(text) is None] == []


def test_every_known_sentence_is_still_written() -> None:
    written = {
        form for _file, text in sentences() if (known := form_of(text)) for form in [known[0]]
    }
    put_together = {form for form in SENTENCES if "Exchange %" in form or "does not guess" in form}
    put_together |= {form for form in SENTENCES if "telling figures" in form}
    assert set(SENTENCES) - put_together - written == set()


def test_what_a_file_is_taken_for_is_known() -> None:
    assert [what for _mark, what in NOT_READ if what not in PHRASES] == []


@pytest.mark.parametrize(
    ("sentence", "chinese"),
    [
        ("It is complete.", "该版本完整。"),
        ("notes.txt is empty.", "notes.txt 是空的。"),
        ("a is empty. b is empty.", "a is empty. b 是空的。"),
        (
            "photo.png is a PNG picture; text, Markdown, HTML, DOCX, PDF and ZIP are read here.",
            "photo.png 是 PNG 图片；本馆读取文本、Markdown、HTML、DOCX、PDF 和 ZIP。",
        ),
        (
            "Exchange 3: this document gives the outlet as “Gull News”, b.txt as “Harbour Daily”. "
            "Each keeps its own.",
            "第 3 组问答：本文件的媒体为“Gull News”，b.txt 为“Harbour Daily”。各从其原文。",
        ),
        ("Somebody wrote this by hand.", "Somebody wrote this by hand."),
    ],
)
def test_it_is_said_in_the_readers_language(sentence: str, chinese: str) -> None:
    with override("zh-hans"):
        assert reword(sentence) == chinese
    with override("en"):
        assert reword(sentence) == sentence
