"""HTML pages, whole as saved from a site, and fragments of them → lines."""

import re

from bs4 import BeautifulSoup

from briefings.transcripts.extraction.blocks import Block, blocks_of
from briefings.transcripts.extraction.encodings import decode
from briefings.transcripts.extraction.limits import MAX_HTML_ELEMENTS
from briefings.transcripts.extraction.main_text import OUTSIDE, furniture_reasons, running
from briefings.transcripts.extraction.page_metadata import linked_body, page_metadata
from briefings.transcripts.extraction.plain import number_lines
from briefings.transcripts.extraction.spans import Assembly
from briefings.transcripts.types import Extracted, ExtractionError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.-]+)")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
DECLARED_WITHIN = 4096
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary"))

# What servers and their guards answer in place of a page; told by the title or first heading.
ERROR_TITLE = re.compile(
    r"\b(40\d|41\d|429|451|50\d|52\d)\b(?=\W*$|.{0,20}(error|not found|forbidden|unauthori[sz]ed"
    r"|denied|unavailable|bad|gateway|too many|internal|gone|time-?out|页面|错误))"
    r"|^(the )?(requested )?(page|url|file|resource|document)? ?(was |is |could )?not (be )?found"
    r"|\bpage (was |is |could )?not (be )?(found|available)|^access (to .{1,40} )?(is |was )?denied"
    r"|^(403 )?forbidden\b|^bad gateway|^gateway time-?out|^service (temporarily )?unavailable"
    r"|^internal server error|^just a moment|^attention required|^are you (a )?(human|robot)"
    r"|^(security|browser) (check|verification)|^request (blocked|rejected|unsuccessful)"
    r"|^unauthori[sz]ed\b|^too many requests|^(site )?under maintenance|^error\W*$"
    r"|(页面|网页|文件)(不存在|未找到|找不到|已删除)|^(无法)?找不到|^无法访问|禁止访问|访问被拒绝|访问受限|^拒绝访问"
    r"|^(please )?(sign|log) ?in\b.{0,30}$|^(用户)?登录$|^iniciar sesión$"
    r"|^página no encontrada|^acceso (denegado|restringido)|^no se encontró la página",
    re.IGNORECASE,
)
# A page that scripts fill shows a notice and menus; its text may stand in its head, as data.
MAX_UNFILLED = 500
# An error page has a sentence or two; a briefing about a forbidden city has more.
MAX_ERROR_PAGE = 1500


def read_html(name: str, data: bytes) -> Extracted:
    """Return a page's text as lines, what lies outside its main text marked as furniture."""
    declared = _XML_ENCODING.search(data[:DECLARED_WITHIN]) or _CHARSET.search(
        data[:DECLARED_WITHIN]
    )
    text, encoding, issues = decode(name, data, declared.group(1).decode() if declared else None)
    if text.count("<") > 2 * MAX_HTML_ELEMENTS:
        raise ExtractionError(
            f"The page {name} has more than {MAX_HTML_ELEMENTS:,} elements; "
            "such a page is not read.",
            "too-large",
        )
    # Without its declaration an XHTML page is a page like any other, to Beautiful Soup too.
    soup = BeautifulSoup(_XML_DECLARATION.sub("", text), "lxml")
    metadata = page_metadata(soup, text)
    page = blocks_of(name, soup)
    headings = [page.blocks[e.first].text for e in page.elements if e.tag in ("h1", "h2")]
    _refuse_error_page(name, [metadata.get("title", ""), *headings[:1]], page.blocks)
    shown = sum(map(running, page.blocks))
    body = linked_body(soup) if shown < MAX_UNFILLED else ""
    body = body if len(body) > 2 * shown else ""
    if not page.blocks and not body:
        raise ExtractionError(
            f"The page {name} holds no text; a page that scripts fill must be saved from a browser "
            "after it is shown.",
            "no-text",
        )
    reasons = furniture_reasons(page, metadata.get("title", ""))
    if body:
        said = _body_blocks(name, body)
        reasons = [reason or OUTSIDE for reason in reasons] + [None] * len(said)
        page.blocks.extend(said)
    assembly = Assembly()
    for block, reason in zip(page.blocks, reasons, strict=True):
        assembly.add_gap(block.gap)
        assembly.add(block.text, reason, heading=block.tag in HEADINGS, leads=block.leads)
    lines = number_lines(name, assembly.text)
    return Extracted(
        name=name,
        media_type="text/html",
        lines=lines,
        encoding=encoding,
        metadata=metadata,
        issues=tuple(issues),
        furniture=assembly.furniture,
        headings=frozenset(assembly.headings),
        emphasised=frozenset(assembly.emphasised),
        leads=assembly.leads,
    )


def _body_blocks(name: str, body: str) -> list[Block]:
    """Return the paragraphs of a body given as data, which may be a fragment of HTML or text."""
    if looks_like_html(body):
        return blocks_of(name, BeautifulSoup(body, "lxml")).blocks
    return [Block(line.strip(), 1) for line in body.splitlines() if line.strip()]


def _refuse_error_page(name: str, titles: list[str], blocks: list[Block]) -> None:
    if sum(running(block) for block in blocks) < MAX_ERROR_PAGE:
        for title in titles:
            refuse_error_title(name, title)


def refuse_error_title(name: str, title: str) -> None:
    """Refuse a short page or text that is titled as servers title their errors."""
    title = " ".join(title.split())
    if ERROR_TITLE.search(title):
        raise ExtractionError(
            f"{name} is not the page that was wanted but a server's error or sign-in page "
            f"(“{title[:80]}”).",
            "html-error-page",
        )


def looks_like_html(text: str) -> bool:
    """Return whether a text is a page or a fragment of one, from its tags alone."""
    head = _LEADING.sub("", text[: DECLARED_WITHIN * 4].lstrip("\ufeff \t\r\n"))
    if _DOCUMENT.match(head):
        return True
    closed = len(_CLOSED.findall(text[:200_000]))
    lines = text.count("\n", 0, 200_000) + 1
    # A transcript in Markdown may hold a stray <figure>; a fragment is made of its tags.
    return closed >= max(3, lines // 4) or (closed > 0 and bool(_FRAGMENT.match(head)))


_LEADING = re.compile(r"^(\s*(<!--.*?-->|<\?xml[^>]*\?>))+\s*", re.DOTALL)
_DOCUMENT = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(div|p|article|section|main|h[1-6]|table|tr|ul|ol|li|dl|dt|pre|span|font|center|blockquote|a"
    r"|strong|b|em|i|title|meta|link|script|style|nav|header|form|br|hr|img)\b[^>]*>",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</(p|div|h[1-6]|li|td|dd|pre|article|section)\s*>|<br\s*/?>", re.IGNORECASE)
