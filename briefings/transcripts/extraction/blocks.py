"""An HTML tree → the blocks of text a reader sees, in order, and the elements they lie in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString, ProcessingInstruction

from briefings.transcripts.extraction.limits import MAX_HTML_DEPTH
from briefings.transcripts.extraction.regions import furniture_words
from briefings.transcripts.types import ExtractionError

_words = str.split

# Never text for a reader. (JSON-LD is read for the metadata, before.)
UNSEEN = frozenset(
    _words(
        "script style template head title meta link base object embed iframe canvas svg "
        "math video audio map datalist rp"
    )
)

# Elements that browsers set off by an empty line, and those that only begin a new one.
SET_OFF = frozenset(
    _words(
        "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre table figure hr fieldset address "
        "article section main aside nav header footer details"
    )
)
ON_THEIR_OWN = SET_OFF | frozenset(
    _words(
        "html body div li dt dd tr td th tbody thead tfoot caption figcaption center form "
        "dialog summary legend option select button textarea hgroup menu noscript search "
        "optgroup"
    )
)

NOT_TEXT = (Comment, Doctype, ProcessingInstruction)

# What a correction strikes out is marked as in Markdown; without the mark it reads as said.
BOLD = frozenset(("b", "strong"))
STRUCK = frozenset(("s", "strike", "del"))

# A data table's cells share a line ("2021<tab>5.2"); a cell of running text has its own.
MAX_CELL = 60
CUE_CELL = re.compile(r"(Q|A|[^\n]{1,60}[:：])\s*")
MAX_EMPTY_LINES = 3

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" *\n *")
_EMPTY_LINES = re.compile(r"\n{4,}")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item or table cell; ``text`` holds a line break for each <br>."""

    text: str
    gap: int  # empty lines before it
    link_share: float = 0.0  # of its characters, those in links
    tag: str = ""  # the element it stands in
    bold: bool = False  # all of it


@dataclass(slots=True)
class Element:
    """An element and the range of blocks in it, ``first`` inclusive, ``end`` exclusive."""

    tag: str
    names: str  # its class and id
    role: str
    hidden: bool
    depth: int
    first: int
    end: int = 0
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """What a page shows: its blocks, and the elements that hold any."""

    blocks: list[Block]
    elements: list[Element]


def blocks_of(name: str, soup: BeautifulSoup) -> Page:
    """Return the blocks of a parsed page; raises ``ExtractionError`` past the nesting limit."""
    walk = _Walk()
    open_elements: list[tuple[Element, Tag]] = []
    for event, node in _events(soup):
        if not isinstance(node, Tag):
            walk.add(str(node))
        elif event == "enter":
            if len(open_elements) >= MAX_HTML_DEPTH:
                raise ExtractionError(
                    f"The page {name} nests more than {MAX_HTML_DEPTH:,} elements in one another; "
                    "such a page is not read.",
                    "too-deep",
                )
            walk.enter(node)
            element = _element(node, len(open_elements), len(walk.blocks))
            open_elements.append((element, node))
        else:
            walk.leave(node)
            element, _ = open_elements.pop()
            element.end = len(walk.blocks)
            if element.end > element.first:
                walk.elements.append(element)
    walk.flush()
    return Page(walk.blocks, walk.elements)


def _events(soup: BeautifulSoup) -> Iterator[tuple[str, Tag | NavigableString]]:
    """Walk the tree without recursion: a page may nest deeper than Python's stack."""
    stack: list[tuple[Tag, Iterator[Any]]] = [(soup, iter(soup.contents))]
    while stack:
        parent, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            if stack:
                yield "leave", parent
        elif isinstance(node, Tag):
            if node.name not in UNSEEN:
                yield "enter", node
                stack.append((node, iter(node.contents)))
        elif isinstance(node, NavigableString) and not isinstance(node, NOT_TEXT):
            yield "text", node


class _Walk:
    """Gathers text into blocks as elements open and close."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.parts: list[str] = []
        self.gap = 0
        self.links = 0
        self.link_characters = 0
        self.bold = 0
        self.plain_characters = 0  # of the block under way, those that are not bold
        self.preformatted = 0
        self.tags: list[str] = []
        self.blocks_at: list[int] = []
        self.dialogues: list[bool] = []

    def add(self, text: str) -> None:
        if not self.preformatted:
            text = _SPACE.sub(" ", text)
        self.parts.append(text)
        if self.links:
            self.link_characters += len(text.strip())
        if not self.bold:
            self.plain_characters += len(text.strip())

    def enter(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self.parts.append("\n")
        elif name in STRUCK:
            self.parts.append("~~")
        elif name == "a":
            self.links += 1
        elif name in BOLD:
            self.bold += 1
        elif stands_alone(tag):
            self.flush()
            if name in SET_OFF:
                self.gap = max(self.gap, 1)
            self.preformatted += name == "pre"
            self.tags.append(name)
            if name == "table":
                self.dialogues.append(_is_dialogue(tag))
            self.blocks_at.append(len(self.blocks))

    def leave(self, tag: Tag) -> None:
        name = tag.name
        if name in STRUCK:
            self.parts.append("~~")
        elif name == "a":
            self.links -= 1
        elif name in BOLD:
            self.bold -= 1
        elif stands_alone(tag):
            self.flush()
            if name == "p" and self.blocks_at[-1] == len(self.blocks):
                # <p>&nbsp;</p> is how editors write an empty line.
                self.gap = min(self.gap + 1, MAX_EMPTY_LINES)
            if name in SET_OFF:
                self.gap = max(self.gap, 1)
            self.preformatted -= name == "pre"
            self.tags.pop()
            first = self.blocks_at.pop()
            if name == "tr":
                self.join_cells(first)
            elif name == "table":
                self.dialogues.pop()

    def join_cells(self, first: int) -> None:
        """Put a row's cells on one line, where the row is of data or a label with its text."""
        cells = self.blocks[first:]
        if len(cells) < 2 or any("\n" in cell.text for cell in cells):
            return
        dialogue = self.dialogues[-1] if self.dialogues else False
        data = not dialogue and all(
            len(cell.text) <= MAX_CELL and cell.text[-1] not in ":：" for cell in cells
        )
        cue = len(cells) == 2 and CUE_CELL.fullmatch(cells[0].text)
        if not (data or cue):
            return
        share = sum(c.link_share * len(c.text) for c in cells) / sum(len(c.text) for c in cells)
        row = Block("\t".join(cell.text for cell in cells), cells[0].gap, share, "tr")
        self.blocks[first:] = [row]
        for element in reversed(self.elements):
            if element.end <= first:
                break
            element.first, element.end = min(element.first, first), first + 1

    def flush(self) -> None:
        """Close the block under way, if it has anything to see."""
        text = "".join(self.parts)
        links, self.link_characters = self.link_characters, 0
        bold, self.plain_characters = self.plain_characters == 0, 0
        self.parts.clear()
        if not self.preformatted:
            text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text)).strip(" ")
        text = text.strip("\n")
        if not text.strip():
            return
        text = _EMPTY_LINES.sub("\n" * (MAX_EMPTY_LINES + 1), text)
        share = links / max(1, len(text.strip()))
        self.blocks.append(
            Block(text, self.gap, min(1.0, share), self.tags[-1] if self.tags else "", bold)
        )
        self.gap = 0


def stands_alone(tag: Tag) -> bool:
    """Return whether an element begins a line: a block, or a share bar that stands in one."""
    return tag.name in ON_THEIR_OWN or (
        tag.name in ("span", "i", "em") and any(furniture_words(_names(tag)))
    )


def _is_dialogue(table: Tag) -> bool:
    """Return whether a table sets names on the left of what each said."""
    if table.find("table"):
        return False
    rows = [
        [len(" ".join(cell.get_text().split())) for cell in row.find_all(("td", "th"))]
        for row in table.find_all("tr")
    ]
    pairs = [row for row in rows if len(row) == 2]
    return (
        len(pairs) > len(rows) / 2
        and all(left <= MAX_CELL for left, _ in pairs)
        and any(right > MAX_CELL for _, right in pairs)
    )


def _names(tag: Tag) -> str:
    return f"{_joined(tag.get('class'))} {_joined(tag.get('id'))}"


def _element(tag: Tag, depth: int, first: int) -> Element:
    attributes = {key: _joined(value) for key, value in tag.attrs.items()}
    hidden = "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    role = attributes.get("role", "").strip().lower()
    return Element(tag.name, _names(tag), role, hidden, depth, first, attributes=attributes)


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value or "")
