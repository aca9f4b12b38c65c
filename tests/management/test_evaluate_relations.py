"""``manage.py evaluate_relations``: a table, and an exit status that can fail."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from briefings.management.commands import evaluate_relations

SEEDS = Path(settings.BASE_DIR) / "seeds"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Look at no corpus that happens to lie beside the project."""
    monkeypatch.setattr(evaluate_relations, "CORPUS", tmp_path / "none")


def test_it_prints_precision_and_recall_of_each_relation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("evaluate_relations", "--step", "2")
    printed = capsys.readouterr().out
    for word in ("copy", "excerpt", "revision", "translation", "precision", "recall", "page cut"):
        assert word in printed
    assert "0 pairs joined that must stay apart" in printed


def test_a_document_joined_with_a_stranger_makes_it_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    copied = next(SEEDS.glob("004*"))
    shutil.copy(copied, corpus / "said_to_be_another.txt")
    with pytest.raises(CommandError, match="worse than it must be"):
        call_command("evaluate_relations", str(corpus), "--step", "1000", "--mistakes")
    assert "said_to_be_another.txt" in capsys.readouterr().out


def test_every_two_documents_are_compared_without_keys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("evaluate_relations", "--every-pair")
    one, other = sorted(capsys.readouterr().out.splitlines())
    assert one.startswith("same: 000_")
    assert one.endswith("(excerpt)")
    assert other.startswith("same: 003_")
    assert other.endswith("(translation)")


def test_a_corpus_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no"):
        call_command("evaluate_relations", str(tmp_path / "nowhere"))
