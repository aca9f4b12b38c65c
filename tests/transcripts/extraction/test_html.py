"""A page saved whole gives its main text; the rest stays, named for what it is."""

import json

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.types import ExtractionError
from tests.transcripts.extraction.documents import PARAGRAPHS, TITLE, as_html
from tests.transcripts.extraction.reading import furniture, texts

LONG = (
    "The ferries of the northern coast carried more people than ever before in the first half of "
    "the year, and the new quay has its share in it, as the director has told you."
)


def page(body: str, head: str = "<title>Ferries</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_it_finds_the_main_text_of_a_page_saved_whole() -> None:
    assert texts(extract("page.html", as_html())) == list(PARAGRAPHS)


def test_it_names_the_rest_and_loses_nothing() -> None:
    found = furniture(extract("page.html", as_html()))
    assert found["related links"] == ["Related", "Quay opened", "Ferry week", "Old lighthouse"]
    assert found["share links"] == ["Share: Mail Print"]
    assert found["page footer"] == ["Copyright 2022 Ministry of Harbours. All rights reserved."]
    assert "News" in found["page header"] + found["navigation"]
    assert found["dialog"][0].startswith("We use cookies")


def test_what_scripts_and_styles_hold_is_no_text() -> None:
    whole = " ".join(line.text for line in extract("page.html", as_html()).lines)
    assert "not said by anyone" not in whole
    assert "margin" not in whole


def test_it_reads_the_head_of_a_page() -> None:
    assert dict(extract("page.html", as_html()).metadata) == {
        "title": TITLE,
        "site": "Harbour Ministry",
        "published": "2022-07-20T08:00:00Z",
        "language": "en",
        "source_url": "https://harbours.example/briefings/7",
    }


def test_broken_json_in_the_head_is_passed_over() -> None:
    head = '<title>Ferries</title><script type="application/ld+json">{"@type": </script>'
    assert extract("page.html", page(f"<p>{LONG}</p>", head)).metadata["title"] == "Ferries"


def test_line_breaks_make_lines_and_paragraphs_make_gaps() -> None:
    body = (
        f"<p>{LONG}</p><p>Q: How\n  many?<br>A: <b>Nine</b>.<br/><br/>Q: When?</p><div>Soon.</div>"
    )
    lines = [line.text for line in extract("page.html", page(body)).lines]
    assert lines == [LONG, "", "Q: How many?", "A: Nine.", "", "Q: When?", "", "Soon."]


def test_headings_are_known_by_their_lines() -> None:
    extracted = extract("page.html", page(f"<p>{LONG}</p><h2>Gull Island</h2><p>{LONG}</p>"))
    assert [extracted.lines[number - 1].text for number in extracted.headings] == ["Gull Island"]


def test_an_empty_paragraph_is_an_empty_line_more() -> None:
    body = f"<p>{LONG}</p><p>&nbsp;</p><p>Next.</p>"
    assert [line.text for line in extract("page.html", page(body)).lines] == [LONG, "", "", "Next."]


def test_a_data_tables_row_is_a_line_and_a_label_stands_before_its_words() -> None:
    body = (
        f"<p>{LONG}</p><table><tr><th>Year</th><th>People</th></tr>"
        "<tr><td>2021</td><td>4.0</td></tr></table><table>"
        f"<tr><td>MR. VALE:</td><td>{LONG}</td></tr></table>"
    )
    lines = texts(extract("page.html", page(body)))
    assert lines[1:] == ["Year\tPeople", "2021\t4.0", f"MR. VALE:\t{LONG}"]


def test_a_table_of_names_and_what_each_said_keeps_them_on_their_own_lines() -> None:
    rows = (("Mara Quill", LONG), ("Q", "How many?"), ("Oren Vale", "Nine."))
    body = "".join(f"<tr><td>{name}</td><td>{words}</td></tr>" for name, words in rows)
    lines = texts(extract("page.html", page(f"<table>{body}</table>")))
    assert lines == ["Mara Quill", LONG, "Q\tHow many?", "Oren Vale", "Nine."]


def test_struck_out_words_are_marked() -> None:
    body = f"<p>{LONG}</p><p>They are <s>freeing</s> [fleeing].</p>"
    assert texts(extract("page.html", page(body)))[1] == "They are ~~freeing~~ [fleeing]."


def test_comments_of_readers_are_not_the_main_text() -> None:
    body = f"<article><h1>Ferries</h1>{f'<p>{LONG}</p>' * 3}</article>" + (
        f'<div class="discussion"><p>{LONG}</p></div>'
    )
    extracted = extract("page.html", page(body))
    assert texts(extracted) == ["Ferries", LONG, LONG, LONG]
    assert furniture(extracted) == {"outside the main text": [LONG]}


def test_a_whole_page_in_a_form_or_under_a_furniture_name_is_still_text() -> None:
    body = f'<form id="aspnetForm"><div class="widget-sidebar-content"><p>{LONG}</p></div></form>'
    assert texts(extract("page.html", page(body))) == [LONG]


def test_short_turns_beside_the_long_ones_stay_in() -> None:
    body = f"<div><p>{LONG}</p><p>{LONG}</p></div><div><p>MR. VALE: Yes.</p><p>{LONG}</p></div>"
    assert texts(extract("page.html", page(body))) == [LONG, LONG, "MR. VALE: Yes.", LONG]


def test_a_headline_outside_the_body_of_the_text_begins_it() -> None:
    body = (
        '<header class="site"><a href="/">Ministry</a></header>'
        f"<div class='top'><h1>Ferries in July</h1><p>July 19, 2022</p></div>"
        f"<main><p>{LONG}</p></main>"
    )
    extracted = extract("page.html", page(body, "<title>Ferries in July - Ministry</title>"))
    assert texts(extracted) == ["Ferries in July", "July 19, 2022", LONG]


def test_the_only_main_heading_of_a_page_is_its_headline_whatever_the_title_says() -> None:
    body = f"<div><h1>Briefing of 19 July</h1></div><div><p>{LONG}</p><p>{LONG}</p></div>"
    extracted = extract("page.html", page(body, "<title>Ministry</title>"))
    assert texts(extracted) == ["Briefing of 19 July", LONG, LONG]


def test_a_fragment_without_a_head_is_read_too() -> None:
    fragment = f"<p><strong>MR. VALE:</strong> {LONG}</p>\n<p>Q&nbsp; And then?</p>".encode()
    extracted = extract("fragment.txt", fragment)
    assert extracted.media_type == "text/html"
    assert texts(extracted) == [f"MR. VALE: {LONG}", "Q\u00a0 And then?"]


@pytest.mark.parametrize(
    "opening",
    [
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'>\n"
        "<html xmlns='http://www.w3.org/1999/xhtml'><body>",
        "<?xml version='1.0'?><div>",
        "\ufeff  <?xml version='1.0'?><body>",
    ],
)
def test_an_xhtml_page_is_read_like_any_other(opening: str) -> None:
    assert texts(extract("page.xhtml", f"{opening}<p>{LONG}</p>".encode())) == [LONG]


def test_the_declared_charset_is_believed() -> None:
    body = f"<p>{'海港日报记者：请问渡轮有多少？谢谢。' * 3}</p>"
    data = page(body, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    extracted = extract("page.html", data.decode().encode("gb18030"))
    assert texts(extracted) == ["海港日报记者：请问渡轮有多少？谢谢。" * 3]


def test_a_page_that_a_browser_saved_in_one_file_is_read() -> None:
    data = (
        b"From: <Saved by Browser>\r\nSnapshot-Content-Location: https://harbours.example/7\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="XX"\r\n'
        b"\r\n--XX\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>" + LONG.encode() + b"=E2=80=99s</p></body></html>\r\n--XX--\r\n"
    )
    assert texts(extract("page.mhtml", data)) == [LONG + "’s"]


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found",
        "403 Forbidden",
        "Access Denied",
        "Page not found | Ministry of Harbours",
        "Error 503 Service Unavailable",
        "Just a moment...",
        "页面不存在",
        "Sign in - Ministry",
        "Página no encontrada",
    ],
)
def test_it_refuses_a_servers_error_page(title: str) -> None:
    body = "<p>You do not have permission to see it, or it was moved. Reference 18.2f3a.</p>"
    with pytest.raises(ExtractionError, match="error or sign-in page") as caught:
        extract("page.html", page(f"<h1>Sorry</h1>{body}", f"<title>{title}</title>"))
    assert caught.value.code == "html-error-page"


@pytest.mark.parametrize(
    "title", ["Briefing on the Forbidden City", "The 404th briefing", "On 500"]
)
def test_a_briefing_with_such_a_word_in_its_title_is_read(title: str) -> None:
    body = "".join(f"<p>MR. VALE: {LONG}</p>" for _ in range(12))
    assert len(texts(extract("page.html", page(body, f"<title>{title}</title>")))) == 12


def test_it_refuses_a_page_that_only_scripts_would_fill() -> None:
    with pytest.raises(ExtractionError, match="saved from a browser") as caught:
        extract("page.html", page('<div id="app"></div><script>render("text")</script>'))
    assert caught.value.code == "no-text"


def test_it_knows_the_lines_that_are_bold_as_a_whole() -> None:
    body = (
        f"<p>{LONG}</p><p><strong>Will the <em>new</em> quay open?</strong></p>"
        "<p>It <b>will</b>, in May.</p><p><b>Jane Roe:</b> Yes.</p>"
    )
    extracted = extract("page.html", page(body))
    assert [extracted.lines[number - 1].text for number in sorted(extracted.emphasised)] == [
        "Will the new quay open?"
    ]


def test_it_knows_the_words_set_apart_at_a_lines_start() -> None:
    body = (
        f"<p>{LONG}</p><p><b>MS.</b> <b>QUILL:</b>&nbsp; Yes, <b>today</b>.<br>"
        f"<strong>Q</strong> When?<br>Soon. <b>Very.</b></p>"
        f"<p><span style='font-weight: 700'>Oren Vale</span> In May.</p>"
        f"<p><span class='speaker'>Mara Quill</span> Thank you.</p>"
    )
    extracted = extract("page.html", page(body))
    assert {extracted.lines[n - 1].text: lead for n, lead in extracted.leads.items()} == {
        "MS. QUILL:\u00a0 Yes, today.": "MS. QUILL:",
        "Q When?": "Q",
        "Oren Vale In May.": "Oren Vale",
        "Mara Quill Thank you.": "Mara Quill",
    }


@pytest.mark.parametrize(
    "body",
    [
        f"<dl><dt>Oren Vale</dt><dd>{LONG}</dd><dt>Mara Quill</dt><dd>Thank you.</dd></dl>",
        f"<table><tr><td>Oren Vale</td><td>{LONG}</td></tr>"
        "<tr><td>Mara Quill</td><td>Thank you.</td></tr></table>",
        f"<div class='speaker'>Oren Vale</div><p>{LONG}</p>"
        "<div class='speaker'>Mara Quill</div><p>Thank you.</p>",
        f"<b>Oren Vale</b><br>{LONG}<br><b>Mara Quill</b><br>Thank you.",
    ],
)
def test_names_beside_or_above_what_each_said_are_set_apart(body: str) -> None:
    extracted = extract("page.html", page(body))
    assert [extracted.lines[n - 1].text for n in sorted(extracted.emphasised)] == [
        "Oren Vale",
        "Mara Quill",
    ]


def test_how_a_word_sounds_is_no_part_of_the_text() -> None:
    body = f"<p>{LONG}</p><p>今年<ruby>渡轮<rp>(</rp><rt>dùlún</rt><rp>)</rp></ruby>不少。</p>"
    assert texts(extract("page.html", page(body)))[1] == "今年渡轮不少。"


def test_words_that_are_not_shown_are_furniture_wherever_they_stand() -> None:
    body = (
        f"<p>{LONG}</p><p>It will.<span hidden>Copy link</span></p>"
        '<p>And <i style="display: none"></i>soon.</p>'
    )
    extracted = extract("page.html", page(body))
    assert texts(extracted) == [LONG, "It will.", "And soon."]
    assert furniture(extracted) == {"hidden": ["Copy link"]}


def test_a_text_that_stands_only_in_the_data_of_a_page_is_read() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Ferries",
        "articleBody": f"MR. VALE: {LONG}\n\nQ: When?",
    }
    head = f'<title>Ferries</title><script type="application/ld+json">{json.dumps(data)}</script>'
    body = '<nav><a href="/">Home</a></nav><div id="app">Please turn on JavaScript.</div>'
    extracted = extract("page.html", page(body, head))
    assert texts(extracted) == [f"MR. VALE: {LONG}", "Q: When?"]
    assert furniture(extracted)["outside the main text"] == ["Please turn on JavaScript."]


def test_the_data_of_a_page_that_shows_its_text_is_not_read_twice() -> None:
    data = {"@type": "NewsArticle", "headline": "Ferries", "articleBody": LONG}
    head = f'<title>Ferries</title><script type="application/ld+json">{json.dumps(data)}</script>'
    assert texts(extract("page.html", page(f"<p>{LONG}</p>", head))) == [LONG]


def test_soft_hyphens_are_no_part_of_words() -> None:
    body = f"<p>{LONG}</p><p>It is a com&shy;mit<wbr>ment.</p>"
    assert texts(extract("page.html", page(body)))[1] == "It is a commitment."
