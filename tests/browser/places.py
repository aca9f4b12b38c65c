"""One page of each kind, found by following links as a reader would."""

import re
from urllib.request import urlopen

from tests.browser.serving import Site

BRIEFING = r"/briefings/2022-07-19-[^/\"]+/"

# Kind of page → its address, or the kind that links to it and the form of the link. A new kind of
# page is added here and is then judged by every test of this directory.
PLACES: dict[str, str | tuple[str, str]] = {
    "home": "/",
    "briefings": "/?page=1",
    "month": "/?year=2022&month=7",
    "briefing": ("home", BRIEFING),
    "version": ("briefing", BRIEFING + r"versions/\d+/"),
    "compare": ("briefing", BRIEFING + r"compare/[^\"]*"),
    "partial briefing": ("home", r"/briefings/2022-02-28-[^/\"]+/"),
    "search": "/search/",
    "search with hits": "/search/?q=5G+base+stations",
    "search without hits": "/search/?q=zeppelin",
    "search help": "/search/help/",
    "speakers": "/speakers/",
    "speaker": ("speakers", r"/speakers/wang-peng/"),
    "outlets": "/outlets/",
    "outlet": ("outlets", r"/outlets/china-daily/"),
    "follow-ups of an outlet": "/outlets/china-daily/?show=follow-ups",
    "all series": "/series/",
    "series": ("all series", r"/series/[^/\"]+/"),
    "citation": ("briefing", r"/t/[^/\"]+/cite/"),
    "search citation": ("search with hits", r"/search/cite/[^\"]*"),
    "plots": "/plots/",
    "terms over time": "/plots/terms/?term=5G&term=industry&term=thank&term=%22base+stations%22",
    "who answers whom": "/plots/answers/",
    "words by voice": ("briefing", BRIEFING + r"words/"),
    "who says it most": ("search with hits", r"/plots/who/[^\"]*"),
    "distinctive words": ("speaker", r"/speakers/wang-peng/words/"),
    "figures": "/figures/?q=5G+base+stations",
    "figures without a term": "/figures/",
    "concordance": ("search with hits", r"/concordance/[^\"]*"),
    "quote check": "/quote/",
    "quote check with differences": (
        "/quote/?q=At+present%2C+a+total+of+916%2C000+5G+base+stations+have+been+built+here"
    ),
    "quote check without a match": "/quote/?q=Nobody+here+ever+spoke+of+flying+zeppelins",
    "about": "/about/",
    "missing page": "/no-such-page/",
    "admin login": "/admin/login/",
}


def address(site: Site, kind: str) -> str:
    """Return the path of the page of a kind; raise where no link leads to one."""
    place = PLACES[kind]
    if isinstance(place, str):
        return place
    start, form = place
    with urlopen(site.address + address(site, start), timeout=30) as answer:  # noqa: S310
        html = answer.read().decode()
    link = re.search(rf'href="({form})"', html)
    assert link, f"The page “{start}” has no link to {form}"
    return link[1].replace("&amp;", "&")
