"""Subtitles give what each speaker says whole, whichever program wrote them."""

import pytest

from briefings.transcripts.extraction import extract
from tests.transcripts.extraction.reading import texts

TEAMS = """WEBVTT

4a6c7a2e-54f8-4e7c/12-0
00:00:03.120 --> 00:00:06.480
<v Mara Quill>Good morning. I turn it over to</v>

4a6c7a2e-54f8-4e7c/12-1
00:00:06.480 --> 00:00:08.000
<v Mara Quill>Director Vale &amp; his co-</v>

00:00:08.000 --> 00:00:09.000
<v Mara Quill>workers.</v>

00:00:09.480 --> 00:00:11.000
<v.loud Oren Vale>Thank you.</v>
"""
ZOOM = """WEBVTT

1
00:00:03.120 --> 00:00:06.480
Mara Quill: Good morning. I turn it over to

2
00:00:06.480 --> 00:00:08.000
Mara Quill: Director Vale & his co-

3
00:00:08.000 --> 00:00:09.000
Mara Quill: workers.

4
00:00:09.480 --> 00:00:11.000
Oren Vale: Thank you.
"""
SUBRIP = """1
00:00:03,120 --> 00:00:06,480
Mara Quill: Good morning.
I turn it over to

2
00:00:06,480 --> 00:00:08,000
Director Vale & his co-

3
00:00:08,000 --> 00:00:09,000
<i>workers.</i>

4
00:00:09,480 --> 00:00:11,000
{\\an8}Oren Vale: Thank you.
"""
CAPTIONS = """WEBVTT - Briefing on ferries
Kind: captions
Language: en

STYLE
::cue { color: white }

NOTE
Made by hand: no one says this

00:03.120 --> 00:06.480 align:start position:0%
&gt;&gt; Mara Quill: Good morning. <00:00:04.000><c>I turn</c> it over to

00:06.480 --> 00:08.000
Director Vale & his co-

00:08.000 --> 00:09.000
workers.

00:09.480 --> 00:11.000
>> Oren Vale: Thank you.
"""
SAID = ["Mara Quill: Good morning. I turn it over to Director Vale & his co-workers.",
        "Oren Vale: Thank you."]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("written", [TEAMS, ZOOM, SUBRIP, CAPTIONS])
def test_it_joins_what_one_speaker_says(written: str, end: str) -> None:
    extracted = extract("briefing.txt", written.replace("\n", end).encode("utf-8-sig"))
    assert texts(extracted) == SAID
    assert extracted.media_type == ("application/x-subrip" if written is SUBRIP else "text/vtt")


def test_it_knows_the_names_as_what_opens_a_line() -> None:
    assert extract("briefing.vtt", TEAMS.encode()).leads == {1: "Mara Quill:", 3: "Oren Vale:"}


def test_the_head_tells_title_and_language() -> None:
    assert dict(extract("briefing.vtt", CAPTIONS.encode()).metadata) == {
        "title": "Briefing on ferries",
        "language": "en",
    }


def cues(*lines: str, step: float = 1.0) -> bytes:
    written = [
        f"{n + 1}\n00:00:{n * step:06.3f} --> 00:00:{n * step + 1:06.3f}\n{line}\n"
        for n, line in enumerate(lines)
    ]
    return "\n".join(written).replace(".000", ",000").encode()


def test_lines_that_roll_up_the_screen_are_said_once() -> None:
    data = cues(
        "good morning", "good morning\neveryone and", "everyone and\nwelcome", "welcome\nback"
    )
    assert texts(extract("rolling.srt", data)) == ["good morning everyone and welcome back"]


def test_a_word_said_twice_is_said_twice() -> None:
    assert texts(extract("twice.srt", cues("No.", "No.", "Not now."))) == ["No. No. Not now."]


def test_two_speakers_of_one_cue_have_lines_of_their_own() -> None:
    data = cues("- Will it run?\n- It will.", "In May - or in June -", "as planned.")
    assert texts(extract("dashes.srt", data)) == [
        "Will it run?",
        "It will. In May - or in June - as planned.",
    ]


def test_a_pause_after_a_sentence_begins_a_paragraph() -> None:
    data = cues("Oren Vale: We have nine.", "And now", "the prices: they stay.", step=4)
    assert texts(extract("pauses.srt", data)) == [
        "Oren Vale: We have nine.",
        "And now the prices: they stay.",
    ]


def test_chinese_cues_are_joined_without_a_space() -> None:
    data = cues("林大明：今年上半年，", "共有420万人次", "乘坐渡轮。", "海港日报记者：请问票价？")
    assert texts(extract("chinese.srt", data)) == [
        "林大明：今年上半年，共有420万人次乘坐渡轮。",
        "海港日报记者：请问票价？",
    ]


def test_nothing_that_stands_between_the_cues_is_lost() -> None:
    data = b"Briefing of 19 July\n\n" + cues("Good\n\nmorning.", "All.", "Yes.") + b"\nThe end.\n"
    assert texts(extract("odd.srt", data)) == [
        "Briefing of 19 July",
        "Good morning. All. Yes. The end.",
    ]


def test_a_transcript_that_quotes_a_time_is_no_file_of_subtitles() -> None:
    text = "MR. VALE: See 00:00:01,000 --> 00:00:02,000 there.\n" * 9
    assert extract("briefing.txt", text.encode()).media_type == "text/plain"
