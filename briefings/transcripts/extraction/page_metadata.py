"""What a page's head says of it: title, language, address, the day it was published."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

# The keys of types.Extracted.metadata, each with where pages write it, the surest first.
META_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "articletitle"),
    "site": ("og:site_name", "application-name", "sitename"),
    "source_url": ("og:url",),
    "published": (
        "article:published_time",
        "pubdate",
        "publishdate",
        "publish-date",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "date",
    ),
    "language": ("og:locale", "content-language", "dc.language"),
}
ARTICLE_TYPES = re.compile(r"Article|Posting|WebPage|Report|Event|PressRelease", re.IGNORECASE)
# "<!-- saved from url=(0045)https://…/briefing -->" is written by browsers that save a page.
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://[^\s>]+)", re.IGNORECASE)
SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s*url:\s*(https?://\S+)")
MAX_JSON_DEPTH = 20
# A title or an address is a line; more is somebody's mistake.
MAX_VALUE = 1_000
_SITE_AFTER = re.compile(r"\s*([|–—_]|\s-)\s*(?=[^|–—_]*$)")


def page_metadata(soup: BeautifulSoup, markup: str) -> dict[str, str]:
    """Return what is known under the keys title, site, source_url, published, language, author."""
    meta: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        key = str(tag.get("property") or tag.get("name") or tag.get("http-equiv") or "").lower()
        value = " ".join(str(tag.get("content") or "").split())
        if key and value:
            meta.setdefault(key, value)
    linked = _linked_data(soup)
    found = {
        key: next((meta[name] for name in names if name in meta), "")
        for key, names in META_NAMES.items()
    }
    found["title"] = found["title"] or linked.get("headline", "") or _head_title(soup)
    found["title"] = _without_site(found["title"][:MAX_VALUE], found["site"])
    found["published"] = linked.get("datePublished", "") or found["published"]
    canonical = soup.find("link", rel="canonical")
    saved = SAVED_FROM.search(markup[:4000]) or SINGLE_FILE.search(markup[:4000])
    found["source_url"] = (
        (str(canonical.get("href") or "") if canonical else "")
        or found["source_url"]
        or (saved.group(1) if saved else "")
    )
    root = soup.find("html")
    spoken = str(root.get("lang") or root.get("xml:lang") or "") if root else ""
    found["language"] = (spoken or found["language"]).strip().replace("_", "-")
    return {key: value[:MAX_VALUE] for key, value in found.items() if value}


def _head_title(soup: BeautifulSoup) -> str:
    title = soup.find("title")
    return " ".join(title.get_text().split()) if title else ""


def _without_site(title: str, site: str) -> str:
    """Take "- Site" or "| Site" off the end of a title, where the page says the site's name."""
    head, mark, tail = (_SITE_AFTER.split(title, maxsplit=1) + ["", ""])[:3]  # noqa: RUF005
    return head if mark and site and tail.strip().lower() == site.strip().lower() else title


def linked_body(soup: BeautifulSoup) -> str:
    """Return the text of the page's own article as its JSON-LD gives it, "" where it does not."""
    bodies = (item.get("articleBody") for item in _articles(soup))
    return max((body for body in bodies if isinstance(body, str)), key=len, default="")


def _linked_data(soup: BeautifulSoup) -> dict[str, str]:
    """Return headline and datePublished of the page's own article in its JSON-LD."""
    for item in _articles(soup):
        values = {key: item.get(key) for key in ("headline", "datePublished")}
        if any(isinstance(value, str) and value for value in values.values()):
            return {k: " ".join(v.split()) for k, v in values.items() if isinstance(v, str)}
    return {}


def _articles(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(ARTICLE_TYPES.search(str(each)) for each in kinds):
                yield item


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > MAX_JSON_DEPTH:
        return
    if isinstance(data, dict):
        yield data
        data = data.get("@graph", [])
    if isinstance(data, list):
        for each in data:
            yield from _objects(each, depth + 1)
