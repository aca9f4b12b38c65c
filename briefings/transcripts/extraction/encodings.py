"""Bytes → text: the encoding told by marks, by what decodes, and where unclear by its words."""

import codecs
import re
from collections.abc import Callable

from charset_normalizer import from_bytes

from briefings.transcripts.types import ExtractionError, Issue

# The longer mark first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What pages call an encoding and what they mean by it (WHATWG Encoding Standard, labels).
MEANT_BY = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "unicode": "utf-8",
    "utf-16": "utf-8",  # a declaration that could be read byte by byte is not in UTF-16
}

# The encodings of two bytes a character decode one another's texts without an error; what most of
# the text then consists of tells them apart. Each with the characters asked for and their least
# share among those that are not ASCII: Korean is nearly all Hangul, Japanese has kana between its
# Chinese characters, and of Chinese the common characters are in the first rows of either standard.
TWO_BYTES: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("cp932", lambda char: "\u3041" <= char <= "\u30fc", 0.2),
    ("euc_jp", lambda char: "\u3041" <= char <= "\u30fc", 0.2),
    ("cp949", lambda char: "\uac00" <= char <= "\ud7a3", 0.9),
    ("gb18030", lambda char: b"\xb0" <= char.encode("gb18030")[:1] <= b"\xd7", 0.9),
    ("big5hkscs", lambda char: b"\xa4" <= char.encode("big5hkscs")[:1] <= b"\xc6", 0.9),
)
# Chinese characters of GB 2312's first half are Hangul in CP949: "海港日报" alone could be either.
MIN_KOREAN = 12
# Signs that all of them share: full-width commas, quotation marks, figures.
_SHARED_SIGNS = re.compile("[\x00-\x7f\u00a0-\u00ff\u2010-\u2060\u3000-\u3020\uff01-\uff5e]")

# Tried by charset-normalizer where none of these is it.
ONE_BYTE = ("cp1251", "koi8_r", "cp1253", "cp1250", "cp1252", "cp1254", "cp1256")

SAMPLE_BYTES = 64 * 1024

# One broken byte in a document of UTF-8 is damage, not another encoding: damage is taken for such
# where at least this many whole multi-byte characters stand against each broken place.
WHOLE_PER_BROKEN = 4

# "We\x92ll": words pasted from Windows into a page of UTF-8. A lone byte among plain ones is such,
# but for those that open most of UTF-8's own pairs and triples.
_STRAY_LATIN = re.compile(
    rb"(?<![\x80-\xff])[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xc1\xc4-\xe1\xe3-\xee\xf0-\xfe](?![\x80-\xff])"
)

# In Windows-1252 the bytes over 0x7F are single accented letters, dashes and quotation marks
# between plain ones ("a\xf1o", "\x93yes\x94"); in the encodings of Chinese, Russian or Greek they
# run on.
MAX_LATIN_RUN = 3
MAX_LATIN_SHARE = 0.15

# Text has no control characters but tab, line ends, form feed and escape; a few are damage.
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_BYTES = bytes(n for n in range(32) if n not in b"\t\n\x0b\x0c\r\x1b")
MAX_CONTROL_SHARE = 0.005
# A text of plain letters has this share of them; in UTF-16 every other byte is something else.
PLAIN_SHARE = 0.8

# Letters with their accents, stops, Chinese, kana, Hangul, full-width signs. Bytes in the wrong
# order give Yi, Yijing, private use.
USUAL_SHARE = 0.95
_USUAL = re.compile(
    "[\t\n\x0b-\r -~\u00a0-\u017f\u0370-\u052f\u0590-\u06ff\u2010-\u203a\u20ac"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\ufeff\uff01-\uff60]"
)

_PLAIN = re.compile("[\n\r -~]")
PLAIN_BYTES = bytes(range(32, 127))
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
_UTF8_WHOLE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, str, list[Issue]]:
    """Return the text, the encoding's name and the issues met on the way.

    ``declared`` is what the document says of itself (an HTML page's charset); it is believed where
    the bytes are neither marked nor UTF-8 and do decode so. Raises ``ExtractionError`` with code
    ``binary`` or ``unknown-encoding``.
    """
    text, encoding, issues = _decode(name, data, declared)
    controls = len(CONTROLS.findall(text))
    if controls > max(8, MAX_CONTROL_SHARE * len(text)):
        raise ExtractionError(
            f"{name} holds binary data, not text: no format that is read here was recognised.",
            "binary",
        )
    if controls:
        # A NUL cannot be stored as text by every database, and none can be seen on a page.
        place = CONTROLS.search(text)
        line = text.count("\n", 0, place.start()) + 1 if place else None
        text = CONTROLS.sub("\ufffd", text)
        message = f"{controls} control characters were replaced by \ufffd."
        issues.append(Issue("control-characters", message, line))
    return text, encoding, issues


def _decode(name: str, data: bytes, declared: str | None) -> tuple[str, str, list[Issue]]:
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _damaged(data[len(mark) :], marked)
    try:
        if b"\0" not in data:
            return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError:
        pass
    if wide := _unmarked_utf16(data):
        return _damaged(data, wide)
    runs = [len(run) for run in _HIGH_RUNS.findall(data)]
    whole = _UTF8_WHOLE.findall(data)
    broken = (sum(runs) - sum(map(len, whole))) or 0
    if len(whole) >= WHOLE_PER_BROKEN * broken:
        return _damaged(data, "utf-8")
    for encoding in (_known(declared), _recognised(data, runs)):
        if encoding:
            try:
                return data.decode(encoding), encoding, []
            except UnicodeDecodeError as error:
                if _mostly(data, encoding, error):
                    return _damaged(data, encoding)
    if len(data) - len(data.translate(None, CONTROL_BYTES)) > MAX_CONTROL_SHARE * len(data):
        raise ExtractionError(
            f"{name} holds binary data, not text: no format that is read here was recognised.",
            "binary",
        )
    raise ExtractionError(
        f"The encoding of {name} could not be told; save it as UTF-8 and send it again.",
        "unknown-encoding",
    )


def _damaged(data: bytes, encoding: str) -> tuple[str, str, list[Issue]]:
    """Decode, put U+FFFD where bytes are broken, and say on which line the first one is."""
    if encoding == "utf-8" and (mended := _STRAY_LATIN.sub(_as_utf8, data)) != data:
        text, encoding, issues = _damaged(mended, encoding)
        line = data.count(b"\n", 0, next(_STRAY_LATIN.finditer(data)).start()) + 1
        message = "Bytes of Windows-1252 among those of UTF-8 were read as such."
        return text, encoding, [*issues, Issue("mixed-encodings", message, line)]
    text = data.decode(encoding, errors="replace")
    count = text.count("\ufffd")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message = f"{count} places could not be decoded as {encoding} and show as \ufffd."
        return text, encoding, [Issue("undecodable-bytes", message, line)]
    return text, encoding, []


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: by the bytes' order in which it is made of the usual signs.

    Latin text has a NUL in nearly every pair, Chinese text only in its line ends and figures.
    """
    sample = data[: SAMPLE_BYTES & ~1]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    plain = sum(map(sample.count, PLAIN_BYTES))
    if plain > PLAIN_SHARE * len(sample):
        return None  # plain text with a stray NUL
    for encoding in ("utf-16-le", "utf-16-be"):
        # Incremental, for the sample's end may cut a character in two.
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        usual = len(_USUAL.findall(text)) >= USUAL_SHARE * len(text)
        if usual and _PLAIN.search(text) and not CONTROLS.search(text):
            return encoding
    return None


def _as_utf8(found: re.Match[bytes]) -> bytes:
    return found[0].decode("cp1252").encode()


def _known(declared: str | None) -> str | None:
    """Return the codec that a declared name means, None where there is none."""
    if not declared:
        return None
    label = declared.strip().lower()
    try:
        return codecs.lookup(MEANT_BY.get(label, label)).name
    except LookupError:
        return None


def _recognised(data: bytes, runs: list[int]) -> str | None:
    """Tell an encoding of one or two bytes a character by how its high bytes stand."""
    high = sum(runs)
    if high < MAX_LATIN_SHARE * len(data):
        short = sum(run for run in runs if run <= MAX_LATIN_RUN)
        odd = sum(run % 2 for run in runs)
        # GB18030 words among English ones come in pairs of bytes, so their runs are even.
        if short > 0.5 * high and odd > 0.25 * len(runs):
            return "cp1252"
    sample = data[:SAMPLE_BYTES]
    for encoding, expected, share in TWO_BYTES:
        try:
            # Incremental, for the sample's end may cut a character in two.
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        telling = _SHARED_SIGNS.sub("", text)
        rare = encoding == "cp949" and len(set(telling)) < MIN_KOREAN
        if telling and not rare and sum(map(expected, telling)) >= share * len(telling):
            return encoding
    best = from_bytes(sample, cp_isolation=list(ONE_BYTE), preemptive_behaviour=False).best()
    return best.encoding if best else None


def _mostly(data: bytes, encoding: str, error: UnicodeDecodeError) -> bool:
    """Return whether all but one part in a thousand decodes."""
    text = data.decode(encoding, errors="replace")
    return error.start > 0 and text.count("\ufffd") * 1000 <= len(text)
