"""A PDF gives its paragraphs whole, in reading order; what each page repeats is furniture."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from briefings.transcripts.extraction import extract, limits, pdf
from briefings.transcripts.types import ExtractionError
from tests.properties.extraction.files import as_pdf
from tests.transcripts.extraction.documents import PARAGRAPHS, TITLE
from tests.transcripts.extraction.reading import furniture, texts

# Enough for several pages, so that heads repeat and paragraphs run over the pages' ends.
LONG = PARAGRAPHS[:5] + PARAGRAPHS[5:19] * 6 + PARAGRAPHS[19:]
CHINESE = (
    "港务局举行渡轮情况发布会",
    "2022年7月19日",
    "主持人：女士们、先生们，大家上午好。今天我们请到港务局渡轮处处长林大明先生。",
    "林大明：" + "今年上半年，共有420万人次乘坐渡轮，同比增长5.1%，新码头已于五月启用。" * 4,
    "海港日报记者：请问有多少艘渡轮使用电力？谢谢。",
    "林大明：谢谢您的提问。四十艘渡轮中有九艘使用电力，其余的将在2027年以前陆续改造完成。",
)


def drawn(draw: "list[tuple[float, float, str]]", *, size: float = 11) -> bytes:
    """Return a PDF of one page with each text drawn at its place."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Times-Roman", size)
    for x, y, text in draw:
        canvas.drawString(x, y, text)
    canvas.save()
    return out.getvalue()


def rewritten(data: bytes, **encryption: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(algorithm="AES-256", **encryption)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("columns", [1, 2])
def test_it_joins_lines_into_paragraphs_over_columns_and_pages(columns: int) -> None:
    extracted = extract("briefing.pdf", as_pdf(LONG, columns=columns))
    assert texts(extracted) == list(LONG)


def test_running_heads_and_page_numbers_are_furniture() -> None:
    found = furniture(extract("briefing.pdf", as_pdf(LONG)))
    pages = len(PdfReader(io.BytesIO(as_pdf(LONG))).pages)
    assert pages > 1
    assert found["running head"] == ["Ministry of Harbours - Press office"] * pages
    assert found["page number"] == [f"Page {n}" for n in range(1, pages + 1)]


def test_chinese_lines_are_joined_without_a_space() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    extracted = extract("briefing.pdf", as_pdf(CHINESE * 6, font="STSong-Light"))
    assert texts(extracted) == list(CHINESE * 6)


def test_radicals_are_read_as_the_characters_that_they_stand_for() -> None:
    assert pdf.unfolded("外交部发⾔⼈⻓城⽹⺠⻥") == "外交部发言人长城网民鱼"
    assert pdf.unfolded("brie\ufb01ng ①") == "briefing ①"


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    left = [f"the left column goes on here {n}" for n in "abcdefgh"]
    right = [f"and in the right one are others {n}" for n in "abcdefgh"]
    draw = []
    for n, (one, two) in enumerate(zip(left, right, strict=True)):
        draw += [(60.0, 700 - 13.0 * n, one), (320.0, 700 - 13.0 * n, two)]
    assert " ".join(texts(extract("columns.pdf", drawn(draw)))) == " ".join(left + right)


def test_a_word_parted_at_a_lines_end_is_whole_again() -> None:
    lines = [
        "The gov-",
        "ernment keeps to its long-",
        "term plan, for the long term and well beyond the present year",
    ]
    draw = [(60.0, 700 - 13.0 * n, line) for n, line in enumerate(lines)]
    whole = " ".join(texts(extract("hyphens.pdf", drawn(draw))))
    assert "The government keeps to its long-term plan" in whole


def test_labels_that_hang_out_to_the_left_begin_paragraphs() -> None:
    answer = [
        "We have nine electric ferries today, and the others will follow",
        "as soon as the quays have their stations, the last in the year",
        "2027, as the plan foresees.",
    ]
    draw, y = [], 760.0
    for label in ("MR. VALE:", "Q:", "MR. VALE:", "Q:", "MR. VALE:"):
        draw += [(60.0, y, label), *((130.0, y - 13.5 * n, line) for n, line in enumerate(answer))]
        y -= 13.5 * 4
    lines = texts(extract("hanging.pdf", drawn(draw)))
    assert lines == [
        f"{label}\t{' '.join(answer)}"
        for label in ("MR. VALE:", "Q:", "MR. VALE:", "Q:", "MR. VALE:")
    ]


def test_a_document_locked_only_against_changes_is_read() -> None:
    data = rewritten(as_pdf(), user_password="", owner_password="owner")
    assert TITLE in texts(extract("briefing.pdf", data))


def test_it_refuses_a_document_behind_a_password() -> None:
    data = rewritten(as_pdf(), user_password="secret", owner_password="owner")
    with pytest.raises(ExtractionError, match="protected by a password") as caught:
        extract("locked.pdf", data)
    assert caught.value.code == "password-protected"


def test_it_refuses_scanned_pages_and_says_so() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    picture = ImageReader(io.BytesIO(b"P5 2 2 255\n\x00\xff\xff\x00"))
    for number in (1, 2):
        canvas.drawImage(picture, 0, 0, 500, 700)
        canvas.drawString(300, 20, str(number))
        canvas.showPage()
    canvas.save()
    with pytest.raises(ExtractionError, match="scanned") as caught:
        extract("scan.pdf", out.getvalue())
    assert caught.value.code == "scanned"


def test_it_refuses_empty_pages() -> None:
    with pytest.raises(ExtractionError, match="holds no text") as caught:
        extract("blank.pdf", drawn([]))
    assert caught.value.code == "no-text"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"garbage " * 50, as_pdf()[:1500]])
def test_it_refuses_a_damaged_document(data: bytes) -> None:
    with pytest.raises(ExtractionError, match="damaged PDF") as caught:
        extract("torn.pdf", data)
    assert caught.value.code == "broken"


def test_it_refuses_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PDF_PAGES", 1)
    with pytest.raises(ExtractionError, match="pages are not read") as caught:
        extract("long.pdf", as_pdf(LONG))
    assert caught.value.code == "too-many-pages"
    assert limits.MAX_PDF_PAGES >= 500


def test_blanks_that_setting_made_between_chinese_signs_go() -> None:
    assert pdf.unspread("国 务 院 新 闻 办 就 渡轮") == "国务院新闻办就渡轮"
    assert pdf.unspread("农业农村部总农艺师  林大明：") == "农业农村部总农艺师 林大明："
    assert pdf.unspread("[ 林大明 ] ：有人问： “ 谁来？ ” 对") == "[林大明]：有人问：“谁来？”对"


@pytest.mark.parametrize(
    "text", ["2022 年 7 月", "局长 林大明", "李 奕", "大 中 小", "“ so ” he said : yes ."]
)
def test_blanks_that_were_written_stay(text: str) -> None:
    assert pdf.unspread(text) == text


def test_a_headline_over_two_lines_is_one() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Times-Roman", 24)
    canvas.drawString(60, 760, "Press Briefing by the Secretary of Ferries")
    canvas.drawString(60, 731, "and Harbours, Oren Vale")
    canvas.setFont("Times-Roman", 11)
    for n in range(6):
        canvas.drawString(
            60, 690 - 13.0 * n, "The ferries of the northern coast carried more people " * 2
        )
    canvas.save()
    lines = texts(extract("headline.pdf", out.getvalue()))
    assert lines[0] == "Press Briefing by the Secretary of Ferries and Harbours, Oren Vale"


def test_a_label_over_two_lines_of_a_narrow_column_is_one() -> None:
    answer = "The ferries of the northern coast carried more people than ever"
    draw = []
    for top in (760.0, 700.0, 640.0):
        draw += [(60.0, top, "MINISTRA"), (60.0, top - 13, "PORTAVOZ:")]
        draw += [(160.0, top - 13 * n, answer) for n in range(3)]
    lines = texts(extract("table.pdf", drawn(draw)))
    assert lines == ["MINISTRA PORTAVOZ:", " ".join([answer] * 3)] * 3


def test_where_first_lines_stand_in_one_below_another_is_a_paragraph() -> None:
    long = "the ferries of the northern coast carried more people than ever before, and"
    full = "And the ferries of the northern coast carried more people than before,"
    draw, y, rest = [], 760.0, [(60.0, long), (60.0, long), (60.0, "and so on.")]
    for _ in range(3):
        for x, text in ((80.0, full), *rest, (80.0, full), (80.0, full), *rest):
            draw.append((x, y, text))
            y -= 13.5
    whole = " ".join([full, long, long, "and so on."])
    lines = texts(extract("indents.pdf", drawn(draw)))
    assert lines == [whole, full, whole] * 3


def test_raised_signs_of_notes_do_not_make_every_line_a_paragraph() -> None:
    line = "The ferries of the northern coast carried more people than ever before"
    draw, y = [], 760.0
    for _ in range(4):
        for _ in range(3):
            draw.append((60.0, y, line))
            y -= 13.5
        draw.append((440.0, y + 17.5, "1"))
        y -= 10
    lines = texts(extract("notes.pdf", drawn(draw)))
    assert [text.count(line) for text in lines] == [3] * 4


def test_the_time_of_a_live_pages_entry_begins_a_paragraph() -> None:
    full = "We keep the prices where they are, and the crossing to Gull Island stays as is."
    draw = [(60.0, 760.0 - 13.5 * n, full) for n in range(4)]
    draw.append((60.0, 760.0 - 13.5 * 4, "2023-04-19 10:11:30"))
    lines = texts(extract("live.pdf", drawn(draw)))
    assert lines[-1] == "2023-04-19 10:11:30"


TURNS = (
    "Rueda de prensa posterior al Consejo",
    "Ministra Portavoz.- Buenas tardes. El Consejo ha aprobado tres acuerdos.",
    "Periodista.- Buenas tardes, ministra. ¿Cuándo se repartirán las ayudas?",
    "Ministra Portavoz.- Se reparten desde el lunes: diez millones",
    "P.- ¿Y los niños?",
)


def test_in_a_page_of_short_turns_a_line_is_a_paragraph() -> None:
    draw = [(60.0, 760 - 24.0 * n, text) for n, text in enumerate(TURNS * 3)]
    assert texts(extract("turns.pdf", drawn(draw))) == list(TURNS * 3)


def test_a_hyphen_that_was_written_stays_where_no_words_are_parted() -> None:
    line = "The ferries of the northern coast carried more people than ever before"
    lines = [
        *[line] * 200,
        "and they all the more carried them in what is to be called a great V-",
        "shaped recovery, as our colleagues of the bureau have it, of all start-",
        "ups of the northern and of the southern coast, both in the medium-",
        "and in the long term, as the plan of the ministry has it, in the U.S.-",
        "Canada trade above all, and in that of all of the coming years, 2021-",
        "25 and beyond.",
    ]
    draw = [(60.0, 5000 - 13.5 * n, text) for n, text in enumerate(lines)]
    [whole] = texts(extract("hyphens.pdf", drawn(draw)))
    for words in ("great V-shaped", "start-ups", "medium- and", "U.S.-Canada", "2021-25"):
        assert words in whole


def test_a_label_too_long_for_a_line_is_one() -> None:
    draw, y = [], 760.0
    for _ in range(4):
        for text in (
            "ASSISTANT TO THE SECRETARY OF DEFENSE FOR PUBLIC AFFAIRS, JONATHAN",
            "HOLLIS: Good afternoon, and thank you all for coming, as you do each Tuesday",
            "of the year, in the morning or thereabouts.",
        ):
            draw.append((60.0, y, text))
            y -= 13.5
        y -= 10
    lines = texts(extract("label.pdf", drawn(draw)))
    assert len(lines) == 4
    assert lines[0].startswith(
        "ASSISTANT TO THE SECRETARY OF DEFENSE FOR PUBLIC AFFAIRS, JONATHAN H"
    )


def test_rules_and_stamped_names_stand_by_themselves() -> None:
    full = "We keep the prices where they are, and the crossing to Gull Island stays"
    lines = [
        full,
        full,
        "---",
        full,
        full,
        "Professor Wells: (05:10)",
        full,
        "Speaker 2 00:01:12",
        full,
    ]
    draw = [(60.0, 760 - 13.5 * n, text) for n, text in enumerate(lines)]
    found = texts(extract("rules.pdf", drawn(draw)))
    assert "---" in found
    assert "Professor Wells: (05:10)" in found
    assert "Speaker 2 00:01:12" in found
