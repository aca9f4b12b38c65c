"""The title of the event, chosen from what the header's lines and the document's data give."""

import re
from collections.abc import Mapping, Sequence

from briefings.transcripts.parsing.blocks import Sheet, Taken
from briefings.transcripts.parsing.dates import find_date
from briefings.transcripts.parsing.front import MAX_TITLE_LENGTH, Front
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.vocabulary import EVENT

# Characters that nobody sees: "COVID-\u206019"
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
# What every briefing is called; another line names this one.
_GENERIC = re.compile(
    r"\W*(?:(?:special|daily|regular|press|news|media)\s+)*(?:conferences?|briefings?|stakeouts?|transcripts?|"
    r"gaggles?)(?:\s+transcripts?)?\W*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:conference|(?:tele)?briefing|gaggle|remarks|comments|call|availability)s?\b|[\u4e00-\u9fff]",
    re.IGNORECASE,
)
# "Background Press Call on the" / "President's Upcoming Trip": a title never ends so
_GOES_ON = re.compile(
    r"(?:,|\b(?:on|the|of|and|by|with|in|for|to|at|from|de|del|la|el|los|las|y|sur|du|des|et))\s*$",
    re.IGNORECASE,
)
BREADCRUMB = re.compile(r"\s+[›»|>·]\s+")
_CITY_LINE = re.compile(r"[A-Z][A-Z .,']{3,60}$")


def settle_title(
    sheet: Sheet,
    front: Front,
    titles: Sequence[int],
    metadata: Mapping[str, str],
    of_page: bool,
) -> None:
    """Choose the title; ``of_page``: the one given is of a web page, and may be its site's."""
    printed = [sheet.blocks[index].text for index in titles]
    given = " ".join(_UNSEEN.sub("", metadata.get("title", "")).split())
    printed = [_UNSEEN.sub("", text) for text in printed]
    if of_page and printed and not EVENT.search(given) and not find_date(given):
        own = _without_site(given)
        if not any(text in given or own in text for text in printed if text):
            given = ""
    if given:
        inside = [text for text in printed if text in given and 2 * len(text) >= len(given)]
        front.title = max(inside, key=len) if inside else _without_site(given)
        return
    if front.title:
        whole = [t for t in printed if front.title in t and EVENT.search(t)]  # "主题：…" cuts it
        front.title = min(whole, key=len) if whole else front.title
        return
    front.title = _printed_title(sheet, titles, printed) if printed else _run_on(sheet)


def _run_on(sheet: Sheet) -> str | None:
    """ "Press conference on the ferry service, 4 June 2019. The Minister …" in one line."""
    for index, block in enumerate(sheet.blocks[:4]):
        short = len(block.text) <= MAX_TITLE_LENGTH / 2
        if sheet.taken[index] is Taken.HEADER and short and EVENT.search(block.head):
            return " ".join(block.text.split()).rstrip(".")
    return None


def _printed_title(sheet: Sheet, titles: Sequence[int], printed: Sequence[str]) -> str:
    """Return the title among the lines that may be one, with the line that goes on with it."""
    events = _events(printed)
    menu = _menu(sheet, titles)
    plain = [number for number, text in enumerate(printed) if not BREADCRUMB.search(text)]
    plain = [number for number in plain if titles[number] not in menu] or plain
    chosen = (events or plain or [0])[0]
    title = _page_in_breadcrumb(" ".join(printed[chosen].split()))
    if chosen + 1 < len(printed) and titles[chosen + 1] == titles[chosen] + 1:
        following = printed[chosen + 1]  # "Press conference / by NATO Secretary General Jonas Roe"
        gap = sheet.blocks[titles[chosen + 1]].gap
        if _GOES_ON.search(title) or (
            following[:1].islower() and (gap == 0 or len(title.split()) <= 3)
        ):
            title += " " + " ".join(following.split())
    if title and not events and _CITY_LINE.match(title) and len(printed) > 1:
        return " ".join(printed[1].split())
    return title


def _page_in_breadcrumb(text: str) -> str:
    """Return the last of what leads to a page; one title in two languages stays whole."""
    parts = BREADCRUMB.split(text)
    if len(parts) == 2 and bool(HAN.search(parts[0])) != bool(HAN.search(parts[1])):
        return text
    return parts[-1]


def _events(printed: Sequence[str]) -> list[int]:
    """Return which lines name the event: each sign of a better one leaves out the others."""
    events = [number for number, text in enumerate(printed) if EVENT.search(text)]
    # "Home › Briefings › …" leads to the page; the page's own title stands alone
    events = [number for number in events if not BREADCRUMB.search(printed[number])] or events
    named = [number for number in events if _NAMED.search(printed[number])]
    events = [number for number in named if not _GENERIC.fullmatch(printed[number])] or events
    # "HomeTranscriptsBriefing of 4 May" and, below, "Briefing of 4 May"
    events = [
        number
        for number in events
        if not any(other != number and printed[number].endswith(printed[other]) for other in events)
    ] or events
    # "July 27, 2022     Chair Roe's Press Conference     FINAL" runs along the top of every page
    events = [number for number in events if "    " not in printed[number]] or events
    return events


def _menu(sheet: Sheet, titles: Sequence[int]) -> frozenset[int]:
    """Return the lines of a site's menu: several above all else, close together.

    "home jobs contact us" / "Our clients:" / "Browse by port" / "Follow us on …".
    """
    start = end = titles[0]
    while end < titles[-1] and (end == start or not sheet.blocks[end].gap):
        end += 1
    menu = [index for index in titles if index < end]
    small = any(sheet.blocks[index].text[:1].islower() for index in menu)
    return frozenset(menu if small and len(menu) >= MIN_MENU else ())


MIN_MENU = 3  # lines


def _without_site(title: str) -> str:
    """Cut the site's name from a page's title ("Briefing of 4 May | Ministry of Harbours")."""
    parts = re.split(r"\s+[|–—·»]\s+|\s+-\s+(?=[^-]{2,40}$)|_{1,2}(?=[^_]{2,30}$)", title)
    if len(parts) > 1:
        events = [part for part in parts if EVENT.search(part)]
        best = events[0] if events else max(parts, key=len)
        if len(best) >= 10:
            return best.strip()
    return title
