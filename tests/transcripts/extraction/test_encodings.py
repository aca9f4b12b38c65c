"""Bytes come out as the text that was written, in the encodings that transcripts come in."""

import pytest

from briefings.transcripts.extraction import extract
from briefings.transcripts.types import ExtractionError

SPANISH = "PRESIDENTA: Buenos días. ¿Cómo están? El señor Muñoz dijo “sí” — y no más.\n"
CHINESE = "主持人：女士们、先生们，大家上午好。\n海港日报记者：请问5G基站有多少？谢谢。\n"
# "一" and "帀" have a zero byte themselves.
RISING = "一、今年上半年渡轮运输量同比增长一成。\n二、码头一共五座。帀\n" * 3
MIXED = "Good morning. The first question, from 海港日报, please.\nQ: How many ferries are there?\n"
RUSSIAN = "Добрый день. Вопрос: сколько паромов работает зимой?\n"
KOREAN = "사회자: 안녕하십니까. 첫 번째 질문을 받겠습니다.\n"
JAPANESE = "報道官：それでは会見を始めます。御質問のある方は挙手をお願いします。\n"
TRADITIONAL = "主持人：各位女士、先生，大家早安。今天我們請到港務局局長說明渡輪的情況。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SPANISH, name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
        (SPANISH, "cp1252"),
        *((CHINESE, name) for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030")),
        *((RISING, name) for name in ("utf-16-le", "utf-16-be")),
        (MIXED * 20, "gb18030"),
        (MIXED, "gb18030"),
        (CHINESE * 3000, "gb18030"),
        (RUSSIAN * 5, "cp1251"),
        (TRADITIONAL, "big5hkscs"),
        (KOREAN, "cp949"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        ("Plain words.\n", "utf-32"),
    ],
)
def test_it_reads_a_text_as_it_was_written(text: str, encoding: str) -> None:
    extracted = extract("briefing.txt", text.encode(encoding))
    assert [line.text for line in extracted.lines] == text.splitlines()
    assert extracted.issues == ()


def test_a_broken_byte_in_utf_8_is_damage_and_not_another_encoding() -> None:
    data = (CHINESE * 4).encode()
    broken = data[:99] + b"\xff" + data[99:]
    extracted = extract("briefing.txt", broken)
    assert extracted.encoding == "utf-8"
    assert "".join(line.text for line in extracted.lines).count("\ufffd") == 1
    [issue] = extracted.issues
    assert (issue.code, issue.line) == ("undecodable-bytes", 2)


def test_a_stray_control_character_is_replaced_and_told() -> None:
    data = b"Q: What of the\x00 prices?\n" + b"A: They stay.\n" * 40
    extracted = extract("briefing.txt", data)
    assert extracted.lines[0].text == "Q: What of the\ufffd prices?"
    assert [issue.code for issue in extracted.issues] == ["control-characters"]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x01\x02\x03\x04" * 500, b"\0\1\2\3" * 500]
)
def test_it_refuses_binary_data(data: bytes) -> None:
    with pytest.raises(ExtractionError, match=r"noise\.bin holds binary data") as caught:
        extract("noise.bin", data)
    assert caught.value.code == "binary"


def test_it_refuses_an_encoding_that_it_cannot_tell() -> None:
    # Every high byte alone and in no language's order: no encoding makes words of it.
    data = bytes(0x80 + (n * 37) % 128 for n in range(4000))
    with pytest.raises(ExtractionError, match="save it as UTF-8") as caught:
        extract("riddle.txt", data)
    assert caught.value.code == "unknown-encoding"


def test_words_pasted_from_windows_into_utf_8_are_read_and_told() -> None:
    data = (SPANISH * 3).encode() + b"We\x92ll go on \x97 and \x93soon\x94, se\xf1or.\n"
    extracted = extract("pasted.txt", data)
    assert extracted.lines[-1].text == "We’ll go on — and “soon”, señor."
    assert [(issue.code, issue.line) for issue in extracted.issues] == [("mixed-encodings", 4)]
