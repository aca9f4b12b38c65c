"""PDF with a text layer → lines, one a paragraph; running heads and page numbers as furniture."""

import io
import logging
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from briefings.transcripts.extraction.limits import (
    MAX_PDF_DRAWING_BYTES,
    MAX_PDF_PAGE_BYTES,
    MAX_PDF_PAGES,
)
from briefings.transcripts.extraction.paragraphs import paragraphs
from briefings.transcripts.extraction.plain import is_blank, number_lines
from briefings.transcripts.extraction.printed_lines import PrintedLine
from briefings.transcripts.extraction.sniffing import PDF
from briefings.transcripts.extraction.spans import Assembly
from briefings.transcripts.types import Extracted, ExtractionError

# A scanned page may carry a stamp or a page number as text; a printed one has hundreds of letters.
MIN_CHARACTERS_A_PAGE = 20
# Fonts that do not say which characters their glyphs are come out as these.
MAX_UNREADABLE_SHARE = 0.3

# One sign that prints "fi": the word is "briefing", however it is set.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# Browsers that print with Noto's Chinese fonts write a character that is a radical, too, as the
# radical: "发⾔⼈" (U+2F94, U+2F08) for 发言人, which no name, label or search would ever meet.
# Unicode unfolds those of Kangxi (NFKC); of the supplement the ones that stand for a whole
# character are here, by its EquivalentUnifiedIdeograph.txt.
_RADICAL = re.compile("[\u2e80-\u2fdf]")
_SUPPLEMENT = str.maketrans(
    "⺒⺛⺝⺠⺫⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "巳旡月民罒虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)

# Signs of Chinese print, and the blanks between two of them. A name of two characters is printed
# with one on purpose ("李 奕").
MIN_SPREAD = 4
_HAN = re.compile("[\u3400-\u9fff]")
_SIGN = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’·—…]"
_WIDER = re.compile(f"(?<={_SIGN}) {{2,}}(?={_SIGN})")
_SPREAD = re.compile(f"(?<={_SIGN}) (?={_SIGN})")
_CLOSE = re.compile(f"(?<={_SIGN})(?={_SIGN})")
_WITHIN = re.compile(
    r"(?<=[“‘（《〈「『【〔\[]) (?! )|(?<! ) (?=[”’）》〉」』】〕\]、，。；：？！])"
    r"|(?<=[、，。；：？！]) (?! )|(?<=[\u3400-\u9fff]) (?=[“‘])|(?<=[”’]) (?=[\u3400-\u9fff])"
)

# A line's number and the gap to the line itself, of the letters' size.
NUMBER_WIDTH = 1.8

# "Microsoft Word - briefing2.docx", "untitled", "(anonymous)": set by programs, not by people.
NO_TITLE = re.compile(r"^microsoft |^untitled|anonymous|^document\s*\d*$|\.\w{2,5}$", re.IGNORECASE)

# What went wrong in a file is told by our own errors; pypdf notes each object on the log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(name: str, data: bytes) -> Extracted:
    """Return a PDF's text layer as lines."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ExtractionError(
                f"{name} is protected by a password; save it without one and send it again.",
                "password-protected",
            )
        count = len(reader.pages)
        if count > MAX_PDF_PAGES:
            raise ExtractionError(
                f"{name} has {count:,} pages; documents over {MAX_PDF_PAGES:,} pages are not read.",
                "too-many-pages",
            )
        _look_over(name, reader)
        pages = [_printed_lines(page, number) for number, page in enumerate(reader.pages, 1)]
        metadata = _metadata(reader)
        width = float(reader.pages[0].mediabox.width) if pages else 0.0
        pictures = any(_has_picture(page) for page in reader.pages)
    except ExtractionError:
        raise
    except DependencyError as error:
        raise ExtractionError(
            f"{name} is protected in a way that is not read here; save it without protection.",
            "password-protected",
        ) from error
    except Exception as error:
        # pypdf lets through whatever a malformed object happens to raise: KeyError, AttributeError,
        # RecursionError, zlib.error, AssertionError ...
        raise ExtractionError(f"{name} is a damaged PDF and cannot be read.", "broken") from error
    _refuse_unreadable(name, pages, pictures)
    assembly = Assembly()
    for text, reason in paragraphs(pages, width):
        assembly.add_gap(1)
        assembly.add(text, reason)
    return Extracted(
        name=name,
        media_type=PDF,
        lines=number_lines(name, assembly.text),
        metadata=metadata,
        furniture=assembly.furniture,
    )


def _look_over(name: str, reader: PdfReader) -> None:
    """Refuse pages of more drawing instructions than printed text needs, before any is read."""
    whole = 0
    for number, page in enumerate(reader.pages, 1):
        contents = page.get_contents()
        size = len(contents.get_data()) if contents is not None else 0
        whole += size
        if size > MAX_PDF_PAGE_BYTES or whole > MAX_PDF_DRAWING_BYTES:
            raise ExtractionError(
                f"{name} draws more than printed text needs (at page {number}); up to "
                f"{MAX_PDF_PAGE_BYTES // 2**20} MB a page and {MAX_PDF_DRAWING_BYTES // 2**20} MB "
                "in all are read.",
                "too-large",
            )


def unfolded(text: str) -> str:
    """Return a text with the letters and characters that ligatures and radicals stand for."""
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if not _RADICAL.search(text):
        return text
    text = _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text.translate(_SUPPLEMENT)


def unspread(text: str) -> str:
    """Return a line without the blanks that setting it made between Chinese signs.

    A line set wide to fill its column has one between all its signs ("国 务 院 新 闻"); where the
    font changes, one stands beside quotes, brackets and stops ("“ 鱼价 ”", "[ 朱凤云 ] ：").
    One among words set close ("局长 林大明") is the author's; with the gap it shows as two.
    """
    if not _HAN.search(text):
        return text
    blanks = len(_SPREAD.findall(text))
    if blanks >= MIN_SPREAD and blanks >= len(_CLOSE.findall(text)):
        text = _SPREAD.sub("", text)
    return _WITHIN.sub("", _WIDER.sub(" ", text))


def _printed_lines(page: PageObject, number: int) -> list[PrintedLine]:
    """Return a page's lines in the order in which they were drawn, each with its place."""
    lines: list[PrintedLine] = []
    parts: list[str] = []
    place: tuple[float, float, float] | None = None
    tail = (0.0, "")

    def close() -> None:
        nonlocal place
        text = unspread(unfolded("".join(parts)).strip())
        parts.clear()
        if text and place:
            lines.append(PrintedLine(number, *place, text, (tail[0], unspread(tail[1].strip()))))
        place = None

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        nonlocal place, tail
        for index, piece in enumerate(text.split("\n")):
            if index:
                close()
            if piece.strip():
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                if place and x - place[0] > NUMBER_WIDTH * place[2] and _is_number(parts):
                    close()
                tail = (x, piece)
                if place is None:
                    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                    scale = abs(tm[3] * cm[3] + tm[2] * cm[1]) or 1.0
                    place = (x, y, (size or 1.0) * scale)
            parts.append(piece)

    page.extract_text(visitor_text=visit)
    close()
    return lines


def _is_number(parts: Sequence[str]) -> bool:
    """Return whether all there is of a line so far is the number that stands at its left."""
    text = "".join(parts).strip()
    return len(text) <= 2 and text.isdigit()


def _metadata(reader: PdfReader) -> dict[str, str]:
    information = reader.metadata
    title = str((information.title if information else "") or "").strip()
    root: Any = reader.trailer["/Root"]
    found = {
        "title": "" if NO_TITLE.search(title) else title,
        "language": str(root.get("/Lang", "")).strip(),
    }
    return {key: value for key, value in found.items() if value}


def _has_picture(page: PageObject) -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject") if resources else None
    return bool(objects) and any(
        each.get_object().get("/Subtype") == "/Image" for each in objects.get_object().values()
    )


def _refuse_unreadable(name: str, pages: list[list[PrintedLine]], pictures: bool) -> None:
    text = "".join(line.text for page in pages for line in page)
    if is_blank(text) or (pictures and len(text) < MIN_CHARACTERS_A_PAGE * len(pages)):
        if pictures:
            raise ExtractionError(
                f"{name} is scanned: its pages are pictures without a text layer. "
                "Run it through text recognition first.",
                "scanned",
            )
        raise ExtractionError(f"The PDF {name} holds no text.", "no-text")
    unreadable = sum(
        char < " " or char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text
    )
    if unreadable > MAX_UNREADABLE_SHARE * len(text):
        raise ExtractionError(
            f"The fonts of {name} do not tell which characters they print; "
            "its text cannot be had without text recognition.",
            "no-text",
        )
