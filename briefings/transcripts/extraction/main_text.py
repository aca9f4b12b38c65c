"""Which blocks of a page are its main text. Nothing is cut away: the rest is named furniture.

The rule, in the order it is applied:

1. Navigation, footers, share bars, dialogs and the like are told by their element, ARIA role, or
   the words in their class and id; so are runs of links. A region that holds much of the page's
   running text is none of these, whatever it is called (whole sites stand in a <form>).
2. The main text is in the innermost <article>, <main> or marked body that holds most of the text
   left outside links; where nothing is marked, in the innermost container that holds nearly all.
3. It begins at the page's headline, where that stands before it.

Running text is a block too long to be a menu entry. Weighing text against links to find a page's
body follows Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features"
(WSDM 2010).
"""

import re
from collections import Counter
from collections.abc import Iterator

from briefings.transcripts.extraction.blocks import Block, Element, Page
from briefings.transcripts.extraction.regions import BY_ROLE, BY_TAG, furniture_words

# A menu entry or a headline elsewhere is shorter; a Chinese character says what three letters say.
RUNNING_CHARACTERS = 80
CHINESE_WEIGHT = 3
MAX_RUNNING_LINK_SHARE = 0.5

# Regions called furniture may together hold this much of the running text, under one name.
MAX_FURNITURE_SHARE = 0.3
# A marked body holds the most of it (comments and teasers may stand beside it) ...
MARKED_SHARE = 0.7
# ... and an unmarked container nearly all.
UNMARKED_SHARE = 0.95

MIN_LINK_RUN = 3
LINK_SHARE = 0.8
# Shorter than this a headline is a site's name or a section's.
MIN_HEADLINE = 8

MARKED_TAGS = frozenset(("article", "main"))
CONTAINERS = frozenset(
    ("body", "div", "section", "article", "main", "td", "center", "form", "[document]", "table")
)
HEADINGS = frozenset(("h1", "h2", "h3"))
_CHINESE = re.compile("[\u3400-\u9fff]")
_NOT_WORDS = re.compile(r"[\W_]+")

OUTSIDE = "outside the main text"


def furniture_reasons(page: Page, title: str) -> list[str | None]:
    """Return for each block why it is not of the main text, or None where it is.

    ``title`` is what the page's head calls it; it tells the headline from other headings.
    """
    weights = [running(block) for block in page.blocks]
    if not any(weights):
        weights = [0 if b.link_share > MAX_RUNNING_LINK_SHARE else len(b.text) for b in page.blocks]
    reasons: list[str | None] = [None] * len(page.blocks)
    headline = _headline(page, title)
    for element, reason in _regions(page, weights, headline):
        for index in range(element.first, element.end):
            reasons[index] = reasons[index] or reason
    _mark_link_runs(page.blocks, reasons)
    spoken = [round(len(block.text) * (1 - block.link_share)) for block in page.blocks]
    first, end = _scope(page, spoken, reasons)
    if headline is not None and headline < first:
        first = headline
        reasons[headline] = None
    for index in (*range(first), *range(end, len(page.blocks))):
        reasons[index] = reasons[index] or OUTSIDE
    return reasons


def running(block: Block) -> int:
    """Return how much running text a block holds; a menu entry, a button or a link holds none."""
    length = len(block.text) + (CHINESE_WEIGHT - 1) * len(_CHINESE.findall(block.text))
    if length < RUNNING_CHARACTERS or block.link_share > MAX_RUNNING_LINK_SHARE:
        return 0
    return length


def _regions(page: Page, weights: list[int], headline: int | None) -> list[tuple[Element, str]]:
    """Return the elements that are furniture, less those whose kind holds too much of the text."""
    before = [0]
    for weight in weights:
        before.append(before[-1] + weight)
    found = []
    held: Counter[tuple[str, str]] = Counter()
    for element in page.elements:
        for key, reason in _called(element):
            if (
                reason == "page header"
                and headline is not None
                and element.first <= headline < element.end
                and element.tag == "header"
            ):
                continue  # <header class="entry-header"><h1>…</h1><time>…</time></header>
            found.append((element, key, reason))
            held[key] += before[element.end] - before[element.first]
    most = MAX_FURNITURE_SHARE * before[-1]
    return [(element, reason) for element, key, reason in found if held[key] <= most]


def _called(element: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each furniture word that an element's tag, role, class or id holds, and its reason."""
    if element.tag in ("html", "body"):
        return
    if element.hidden:
        yield ("hidden", ""), "hidden"
    if reason := BY_TAG.get(element.tag):
        yield ("tag", element.tag), reason
    if reason := BY_ROLE.get(element.role):
        yield ("role", element.role), reason
    for word, reason in furniture_words(element.names):
        yield ("name", word), reason


def _mark_link_runs(blocks: list[Block], reasons: list[str | None]) -> None:
    """Mark three or more list entries in a row that are nothing but links."""
    run: list[int] = []
    for index in range(len(blocks) + 1):
        block = blocks[index] if index < len(blocks) else None
        if block and block.link_share >= LINK_SHARE and block.tag in ("li", "dd", "dt", "td", "tr"):
            run.append(index)
            continue
        if len(run) >= MIN_LINK_RUN:
            for each in run:
                reasons[each] = reasons[each] or "links"
        run = []


def _scope(page: Page, weights: list[int], reasons: list[str | None]) -> tuple[int, int]:
    """Return the range of blocks that the main text's container spans."""
    before = [0]
    for weight, reason in zip(weights, reasons, strict=True):
        before.append(before[-1] + (0 if reason else weight))
    total = before[-1]
    whole = (0, len(page.blocks))
    if not total:
        return whole
    for candidates, share in (
        ([e for e in page.elements if _is_marked(e)], MARKED_SHARE),
        ([e for e in page.elements if e.tag in CONTAINERS], UNMARKED_SHARE),
    ):
        holding = [e for e in candidates if before[e.end] - before[e.first] >= share * total]
        if holding:
            deepest = max(holding, key=lambda element: element.depth)
            return deepest.first, deepest.end
    return whole


def _is_marked(element: Element) -> bool:
    return (
        element.tag in MARKED_TAGS
        or element.role in MARKED_TAGS
        or element.attributes.get("itemprop", "").lower() == "articlebody"
    )


def _headline(page: Page, title: str) -> int | None:
    """Return the block that prints the page's title.

    The last heading that says what the title says; where none does, the only <h1> of the page.
    """
    wanted = plain_words(title)
    main = [element.first for element in page.elements if element.tag == "h1"]
    found = main[0] if len(main) == 1 and not page.blocks[main[0]].link_share else None
    for element in page.elements:
        named = "title" in element.names.lower() or "headline" in element.names.lower()
        if element.tag not in HEADINGS and not (named and element.end - element.first == 1):
            continue
        block = page.blocks[element.first]
        words = plain_words(block.text)
        same = wanted and len(words) >= MIN_HEADLINE and (words in wanted or wanted in words)
        if same and not (block.link_share and found is not None):
            found = element.first
    return found


def plain_words(text: str) -> str:
    """Return a text's words alone, in lower case, to compare headlines by."""
    return _NOT_WORDS.sub(" ", text).strip().lower()
