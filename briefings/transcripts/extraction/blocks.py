"""An HTML tree → the blocks of text a reader sees, in order, and the elements they lie in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString, ProcessingInstruction

from briefings.transcripts.extraction.limits import MAX_HTML_DEPTH
from briefings.transcripts.extraction.regions import furniture_words
from briefings.transcripts.extraction.spans import leads_of
from briefings.transcripts.extraction.tables import CUE_CELL, MAX_CELL, is_dialogue
from briefings.transcripts.types import ExtractionError

_words = str.split

# Never text for a reader. (JSON-LD is read for the metadata, before; ruby says how a word sounds.)
UNSEEN = frozenset(
    _words(
        "script style template head title meta link base object embed iframe canvas svg "
        "math video audio map datalist rp rt rtc"
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
SET_APART = frozenset(("b", "strong", "dt"))
INLINE = frozenset(("span", "i", "em", "font", "small"))
SPEAKER_CLASSES = frozenset(_words("speaker speaker-name speaker_name speakername"))
STRUCK = frozenset(("s", "strike", "del"))

MAX_EMPTY_LINES = 3

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" *\n *")
_EMPTY_LINES = re.compile(r"\n{4,}")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item or table cell; ``text`` holds a line break for each <br>."""

    text: str
    gap: int  # empty lines before it
    link_share: float = 0.0  # of its characters, those in links
    tag: str = ""  # the element it stands in
    leads: tuple[str, ...] = ()  # what opens its lines and is set apart: "<b>MR. LIN</b> Yes."


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
        self.parts: list[tuple[str, bool]] = []  # and whether it is set apart
        self.gap = 0
        self.links = 0
        self.link_characters = 0
        self.apart = 0  # elements under way that set their words apart
        self.set_apart: list[bool] = []  # of all elements under way, whether they do
        self.preformatted = 0
        self.tags: list[str] = []
        self.blocks_at: list[int] = []
        self.dialogues: list[bool] = []

    def add(self, text: str) -> None:
        if not self.preformatted:
            text = _SPACE.sub(" ", text)
        self.parts.append((text, self.apart > 0))
        if self.links:
            self.link_characters += len(text.strip())

    def enter(self, tag: Tag) -> None:
        name = tag.name
        self.set_apart.append(self.sets_apart(tag))
        self.apart += self.set_apart[-1]
        if name == "br":
            self.parts.append(("\n", False))
        elif name in STRUCK:
            self.parts.append(("~~", self.apart > 0))
        elif name == "a":
            self.links += 1
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
            self.parts.append(("~~", self.apart > 0))
        elif name == "a":
            self.links -= 1
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
        self.apart -= self.set_apart.pop()

    def sets_apart(self, tag: Tag) -> bool:
        """Return whether an element sets its words apart: in bold, as a term, as a name."""
        if tag.name in SET_APART:
            return True
        if tag.name == "td" and self.dialogues and self.dialogues[-1]:
            return not any(isinstance(beside, Tag) for beside in tag.previous_siblings)
        if not tag.attrs:
            return False
        if tag.name in INLINE and _BOLD_STYLE.search(_joined(tag.get("style"))):
            return True
        named = not SPEAKER_CLASSES.isdisjoint(_joined(tag.get("class")).lower().split())
        return named and len(tag.get_text()) <= MAX_CELL

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
        text = "\t".join(cell.text for cell in cells)
        row = Block(text, cells[0].gap, share, "tr", (cells[0].text,) if cue else ())
        self.blocks[first:] = [row]
        for element in reversed(self.elements):
            if element.end <= first:
                break
            element.first, element.end = min(element.first, first), first + 1

    def flush(self) -> None:
        """Close the block under way, if it has anything to see."""
        text = "".join(part for part, _ in self.parts)
        links, self.link_characters = self.link_characters, 0
        parts, self.parts = self.parts, []
        if not self.preformatted:
            text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text)).strip(" ")
        text = text.strip("\n")
        if not text.strip():
            return
        text = _EMPTY_LINES.sub("\n" * (MAX_EMPTY_LINES + 1), text)
        share = min(1.0, links / max(1, len(text.strip())))
        leads: tuple[str, ...] = ()
        if any(apart for _, apart in parts):
            leads = tuple(_SPACES.sub(" ", lead) for lead in leads_of(parts))
        self.blocks.append(Block(text, self.gap, share, self.tags[-1] if self.tags else "", leads))
        self.gap = 0


def stands_alone(tag: Tag) -> bool:
    """Return whether an element begins a line: a block, or what stands in one and is not its text.

    Such are a share bar, and words that are not shown.
    """
    if tag.name in ON_THEIR_OWN:
        return True
    if tag.name not in INLINE or not tag.attrs:
        return False
    return any(furniture_words(_names(tag))) or (_is_hidden(tag) and bool(tag.get_text(strip=True)))


def _is_hidden(tag: Tag) -> bool:
    return "hidden" in tag.attrs or bool(_HIDDEN_STYLE.search(_joined(tag.get("style"))))


def _is_dialogue(table: Tag) -> bool:
    """Return whether a table sets names on the left of what each said."""
    if table.find("table"):
        return False
    rows = [
        [" ".join(cell.get_text().split()) for cell in row.find_all(("td", "th"))]
        for row in table.find_all("tr")
    ]
    return is_dialogue(rows)


def _names(tag: Tag) -> str:
    return f"{_joined(tag.get('class'))} {_joined(tag.get('id'))}"


def _element(tag: Tag, depth: int, first: int) -> Element:
    attributes = {key: _joined(value) for key, value in tag.attrs.items()}
    role = attributes.get("role", "").strip().lower()
    return Element(
        tag.name, _names(tag), role, _is_hidden(tag), depth, first, attributes=attributes
    )


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value or "")
