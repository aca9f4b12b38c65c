"""Labels without a colon that a format sets apart, and questions in bold."""

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.parsing import parse
from briefings.transcripts.types import Transcript
from tests.cases import names


def read(name: str, text: str) -> Transcript:
    """Return what is read of a document in Markdown or HTML."""
    return parse(extract(name, text.encode()), names())


def turns(transcript: Transcript) -> list[tuple[str, str | None, str | None]]:
    """Return (kind, label, speaker or outlet) of each turn."""
    return [(str(turn.kind), turn.label, turn.speaker or turn.outlet) for turn in transcript.turns]


def page(body: str, title: str = "Harbours") -> str:
    """Return a page of a day in March."""
    return f"<html><body><main><h1>{title}</h1><p>12 March 2024</p>{body}</main></body></html>"


IN_BOLD = """# Press conference on harbours

**Jane Roe** Good morning. The pier opens on Friday.

**Harbour Daily** Is there a toll?

**Jane Roe** There is none.

**Nordby TV** And for lorries?

**Jane Roe** Ten crowns.
"""


def test_it_reads_names_and_outlets_in_bold_before_their_words() -> None:
    assert turns(read("a.md", IN_BOLD)) == [
        ("remarks", "Jane Roe", "Jane Roe"),
        ("question", "Harbour Daily", "Harbour Daily"),
        ("answer", "Jane Roe", "Jane Roe"),
        ("question", "Nordby TV", "Nordby TV"),
        ("answer", "Jane Roe", "Jane Roe"),
    ]


def test_it_reads_names_in_bold_above_their_words() -> None:
    read_so = read("a.md", IN_BOLD.replace("** ", "**\n\n"))
    assert turns(read_so) == turns(read("a.md", IN_BOLD))


def test_it_reads_chinese_names_and_reporters_in_bold() -> None:
    lines = [
        ("主持人", "各位记者朋友，大家上午好。"),
        ("向明", "新码头周五开放。"),
        ("海岸日报记者", "收费吗？"),
        ("向明", "今年不收费。"),
        ("新港电视台记者", "货车呢？"),
        ("向明", "下周一。"),
    ]
    expected = ["moderation", "remarks", "question", "answer", "question", "answer"]
    for between in ("", "</p><p>"):
        body = "".join(f"<p><b>{label}</b>{between}{said}</p>" for label, said in lines)
        found = turns(read("a.html", page(body)))
        assert [kind for kind, _, _ in found] == expected
        assert [label for _, label, _ in found] == [label for label, _ in lines]


def test_it_reads_a_table_of_names_and_what_each_said() -> None:
    rows = [
        ("Ana Ferrer", "Buenos días. El muelle abre el viernes, y para camiones desde el lunes."),
        ("Pregunta", "¿Habrá peaje?"),
        ("Ana Ferrer", "No habrá."),
        ("Pregunta", "¿Y para los camiones?"),
        ("Ana Ferrer", "Diez coronas."),
    ]
    cells = "".join(f"<tr><td>{label}</td><td>{said}</td></tr>" for label, said in rows)
    assert turns(read("a.html", page(f"<table>{cells}</table>"))) == [
        ("remarks", "Ana Ferrer", "Ana Ferrer"),
        ("question", "Pregunta", None),
        ("answer", "Ana Ferrer", "Ana Ferrer"),
        ("question", "Pregunta", None),
        ("answer", "Ana Ferrer", "Ana Ferrer"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [  # people portrayed
            "**Jane Roe** is the Minister of Harbours. Who pays?",
            "**Tom Poe** is the Mayor of Salthaven.",
            "**Jane Roe** has opened two piers.",
            "**Tom Poe** has opened none. Why?",
        ],
        [  # terms
            "**Harbour Fund** The fund pays for quays. Is it enough?",
            "**Quay Levy** The levy is ten crowns.",
            "**Harbour Fund** In its second year the fund grows.",
            "**Pilot Scheme** It begins in May. Is that late?",
        ],
        [  # topics
            "**North Carolina**",
            "The pier opens. Why so late? Because of the storm.",
            "**South Dakota**",
            "There is no pier. Will there be one?",
            "**North Carolina**",
            "A second pier opens.",
        ],
        [  # emphasis
            "**Today** We open the pier. Is it safe?",
            "**Today** We say yes. Who doubts it?",
            "**Nobody** The sea is calm.",
        ],
        ["**Jane Roe**", "**Tom Poe**", "**Jane Roe**", "**Tom Poe**", "Will they come?"],
    ],
)
def test_it_takes_no_emphasis_topic_or_term_for_a_label(paragraphs: list[str]) -> None:
    text = "# Statement on harbours\n\nGood morning.\n\n" + "\n\n".join(paragraphs)
    assert {turn.label for turn in read("a.md", text).turns} == {None}


def test_it_leaves_bold_words_in_speech_where_labels_have_a_colon() -> None:
    text = (
        "# Harbours\n\n**MS. ROE:** Good morning.\n\n**Q:** Will it sail?\n\n**MS. ROE:** Yes.\n\n"
        "**Ana Lund** The pilot says so.\n\n**Q:** And then?\n\n**MS. ROE:** We wait.\n\n"
        "**Ana Lund** She waits, too. Why not?"
    )
    assert {turn.label for turn in read("a.md", text).turns} == {"MS. ROE", "Q"}


INTERVIEW = page(
    "<p>La ministra de Puertos, Ana Ferrer, habló con Radio Costa.</p>"
    "<p><b>¿Cuándo abre el muelle?</b></p><p>Abre el viernes.</p><p>Ya lo he dicho.</p>"
    "<p><b>Cuéntenos quién lo paga.</b></p><p>Paga la región.</p>"
    "<p><b>¿Y los camiones?</b></p><p>Desde el lunes.</p>",
    "Entrevista a la ministra de Puertos, Ana Ferrer",
)


def test_it_reads_questions_in_bold_and_answers_of_the_one_who_is_interviewed() -> None:
    transcript = read("a.html", INTERVIEW)
    assert [str(turn.kind) for turn in transcript.turns] == [
        "remarks",
        *["question", "answer"] * 3,
    ]
    assert [turn.speaker for turn in transcript.turns] == [None, *[None, "Ana Ferrer"] * 3]
    assert "no-labels" not in [issue.code for issue in transcript.issues]


def test_a_day_printed_with_blanks_is_a_date_and_nobody() -> None:
    header = read(
        "a.md", "港务部新闻发布会\n\n2022 年 8 月 3 日\n\n记者：收费吗？\n\n向明：不收费。"
    ).header
    assert str(header.date) == "2022-08-03"
    assert [person.name for person in header.participants] == ["向明"]


def test_an_office_beside_a_name_in_bold_belongs_to_the_label() -> None:
    text = IN_BOLD.replace("** ", "**\n\n").replace("Roe**", "Roe** -- Minister of Harbours")
    labels = [label for _, label, _ in turns(read("a.md", text))]
    assert labels[::2] == ["Jane Roe -- Minister of Harbours"] * 3


def test_who_is_listed_in_bold_above_the_first_words_says_them() -> None:
    text = IN_BOLD.replace("** ", "**\n\n").replace("Roe**", "Roe, Minister of Harbours**", 1)
    transcript = read("a.md", text)
    assert turns(transcript)[0] == ("remarks", "Jane Roe, Minister of Harbours", "Jane Roe")
    assert len(transcript.turns) == 5


def test_an_interview_with_an_editor_does_not_tell_who_answers() -> None:
    body = "<p><b>Minister, is there a toll?</b></p><p>No.</p><p><b>And why?</b></p><p>Why not.</p>"
    transcript = read("a.html", page(body, "Interview with Tom Poe, Editor of Harbour News"))
    assert [str(turn.kind) for turn in transcript.turns] == ["question", "answer"] * 2
    assert {turn.speaker for turn in transcript.turns} == {None}


def test_an_office_and_a_name_in_bold_below_the_first_words_are_a_label() -> None:
    lines = [
        ("新闻局副局长 寿晓丽", "各位媒体朋友，大家上午好！"),
        ("农业部副部长 邓辉", "各位记者朋友，大家好。"),
        ("寿晓丽", "下面请提问。"),
        ("海岸日报记者", "秋粮怎么样？谢谢。"),
        ("邓辉", "请王强司长回答。"),
        ("农业部市场司司长 王强", "我补充一点。"),
        ("寿晓丽", "谢谢大家。"),
    ]
    body = "".join(f"<p><b>{label}</b></p><p>{said}</p>" for label, said in lines)
    assert [label for _, label, _ in turns(read("a.html", page(body)))] == [x for x, _ in lines]
