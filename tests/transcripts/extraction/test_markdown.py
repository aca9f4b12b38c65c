"""Front matter is told apart from the text, and the marks of Markdown from the words."""

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.extraction.markdown import without_markup
from briefings.transcripts.types import Furniture

DOCUMENT = """---
Title: "Briefing on ferries\\_and quays"
date: 2022-07-19
tags: [ferries, quays]
source_url: https://harbours.example/7
empty:
---

**MS. QUILL:**  Good morning.
"""


def test_it_reads_front_matter_into_metadata() -> None:
    extracted = extract("briefing.md", DOCUMENT.encode())
    assert extracted.media_type == "text/markdown"
    assert dict(extracted.metadata) == {
        "title": "Briefing on ferries\u00a0and quays",
        "date": "2022-07-19",
        "tags": "ferries, quays",
        "source_url": "https://harbours.example/7",
    }


def test_headings_are_known_by_their_lines() -> None:
    extracted = extract(
        "briefing.md", (DOCUMENT + "\n## Questions\n\n#12 is no heading\n").encode()
    )
    assert [extracted.lines[number - 1].text for number in extracted.headings] == ["Questions"]


def test_the_front_matter_stays_among_the_lines_as_furniture() -> None:
    extracted = extract("briefing.md", DOCUMENT.encode())
    assert extracted.furniture == (Furniture(1, 7, "front matter"),)
    assert extracted.lines[2].text == "date: 2022-07-19"
    assert extracted.lines[8].text == "MS. QUILL:  Good morning."


def test_invalid_yaml_gives_what_its_lines_say_and_an_issue() -> None:
    text = "---\ntitle: Ferries: the plan: [\ndate: 2022-07-19\n---\nMS. QUILL: Good morning.\n"
    extracted = extract("briefing.md", text.encode())
    assert extracted.metadata["date"] == "2022-07-19"
    assert extracted.metadata["title"] == "Ferries: the plan: ["
    assert [(issue.code, issue.line) for issue in extracted.issues] == [("front-matter", 2)]


def test_it_expands_no_aliases() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nMS. QUILL: Good morning.\n"
    extracted = extract("briefing.md", bomb.encode())
    assert [issue.code for issue in extracted.issues] == ["front-matter"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nMS. QUILL asked for the floor and got it\n---\nMore.\n",  # a rule, no block
        "Good morning.\n---\ntitle: no front matter below the top\n---\n",
        "---\ntitle: never closed\nMS. QUILL: Good morning.\n",
    ],
)
def test_it_takes_no_rule_for_front_matter(text: str) -> None:
    extracted = extract("briefing.txt", text.encode())
    assert extracted.furniture == ()
    assert dict(extracted.metadata) == {}


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**MR. VALE:** Thank you.", "MR. VALE: Thank you."),
        ("## Questions", "Questions"),
        ("> *He* said \\[sic\\] so\\", "He said [sic] so"),
        ('See [the plan](https://harbours.example/plan "Plan").', "See the plan."),
        ("[one](a_(b).html) and <https://harbours.example>", "one and https://harbours.example"),
        ("<s>freeing</s> \\[fleeing\\]", "~~freeing~~ [fleeing]"),
        ("**MR.", "MR."),
        (
            "Rates * 2 and snake_case_names stay, 5 * 3",
            "Rates * 2 and snake_case_names stay, 5 * 3",
        ),
        ("# of ferries: #12", "of ferries: #12"),
    ],
)
def test_it_takes_the_marks_and_leaves_the_words(marked: str, words: str) -> None:
    assert without_markup(marked) == words


def test_a_text_that_is_not_markdown_keeps_every_sign() -> None:
    written = ["Q: Is 5*3 more than *that*?", "A: See footnote 1*.", "# is the number sign."]
    lines = extract("briefing.txt", "\n".join(written).encode()).lines
    assert [line.text for line in lines] == written


def test_it_knows_what_is_set_in_bold() -> None:
    text = (
        "**MS. QUILL:** Good morning.\n\n__Q__ And then?\n\n**Will the new quay open,**\n\n"
        "**and will the ferries\nrun at night?**\n\nThey **will**.\n"
    )
    extracted = extract("briefing.md", text.encode())
    assert extracted.leads == {1: "MS. QUILL:", 3: "Q"}
    assert extracted.emphasised == {5, 7, 8}
    assert [line.text for line in extracted.lines if line.text] == [
        "MS. QUILL: Good morning.",
        "Q And then?",
        "Will the new quay open,",
        "and will the ferries",
        "run at night?",
        "They will.",
    ]
