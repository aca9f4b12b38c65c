"""Title, date and place of the event, chosen from what the header's lines give."""

import datetime
import re
from collections.abc import Mapping, Sequence
from enum import IntEnum

from briefings.transcripts.parsing.blocks import Sheet, Taken
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.dates import MONTHS, find_date, number
from briefings.transcripts.parsing.front import MAX_TITLE_LENGTH, Front
from briefings.transcripts.parsing.people import is_capitalised
from briefings.transcripts.parsing.places import PLACES
from briefings.transcripts.parsing.scripts import either
from briefings.transcripts.parsing.vocabulary import EVENT, OFFICE_NOUNS, TITLE_WORDS, word_set

_PLACE_IN = re.compile(
    r"\b(?:held|conference|briefing|reporters|journalists|invited|press)\b[^.]{0,120}?"
    r"\bin\s+((?:[A-Z][\w'’-]+)(?:[ ,]+[A-Z][\w'’.-]+){0,3}?)(?=,?\s+(?:on|to|about|at|this|with|"
    r"by)\b|[.,])"
)
_PLACE_AFTERNOON = re.compile(
    r"^On\s+\w+\s+(?:morning|afternoon|evening)?\s*in\s+([A-Z]\w+),|\breporters\s+in\s+([A-Z]\w+)\b"
)
_PLACE_ZH = re.compile(
    either(
        r"在(?!此|这|今|这里|会上)([\u4e00-\u9fff]{2,12}?)(?:举行|召开|举办|会见(?:传媒|媒体|记者))"
    )
)
# "WASHINGTON, D.C.", "PARLIAMENT HOUSE, CANBERRA", "Aboard Air Force One", "Via Teleconference"
PLACE_LINE = re.compile(
    r"(?-i:(?:[A-ZÀ-Þ][\w.'’-]*)(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|of|the|de|la|del|and|at)){0,6}"
    r",\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,3}$)|"
    r"(?:Aboard|Via|En\s+Route|Online|At\s+the)\s+[A-Z]"
    r"[\w .,'’-]{2,80}$|[\w .'’-]{0,60}\b(?:Room|Hotel|Hall|Palace|Airport|Building|Embassy|Base|"
    r"Headquarters|Press\s+Cent(?:er|re)|House|Auditorium|Lobby|Tarmac|Lawn|Garden)$",
    re.IGNORECASE,
)
# "James S. Brady Press Briefing Room": where the event is, not what it is
_VENUE = re.compile(
    r"(?:press|media|news)?[\s-]*(?:briefing|conference|interview)\s+(?:room|hall|cent(?:er|re)|theat(?:er|re)|area)\b",
    re.IGNORECASE,
)
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
_DAY_MONTH = re.compile(
    r"\b(?P<m>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?\s+(?P<d>\d{1,2})\b"
    r"(?!\s*,?\s*\d{4})",
    re.IGNORECASE,
)
# "2月28日上午", "今日（十一月二十日）"
_DAY_MONTH_ZH = re.compile(
    r"(?<!年)(?<!\d)(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
MAX_DAYS_TO_PUBLISH = 31


class Told(IntEnum):
    """Where a day is printed; the lower is believed before the higher."""

    FIELD = 0  # "Date: Oct. 13, 2023"
    DATELINE = 1
    TITLE = 2
    WEEKDAY = 3  # a line of its own, with the weekday
    LINE = 4
    LEDE = 5


def names_event(text: str) -> bool:
    """Return whether a line says what the event is; "Press Briefing Room" does not."""
    return bool(EVENT.search(_VENUE.sub(" ", text)))


def may_be_place(text: str) -> bool:
    """Return whether a line names no event, no office and no part of a page."""
    words = {word.strip(",.()").lower() for word in _VENUE.sub(" ", text).split()}
    return not names_event(text) and not words & (OFFICE_NOUNS | _NO_CITY)


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
        return
    if not printed:
        # run on into one line: "Press conference on the ferry service, 4 June 2019."
        for index, block in enumerate(sheet.blocks[:4]):
            short = len(block.text) <= MAX_TITLE_LENGTH / 2
            if sheet.taken[index] is Taken.HEADER and short and EVENT.search(block.head):
                front.title = " ".join(block.text.split()).rstrip(".")
                return
        return
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
    plain = [number for number, text in enumerate(printed) if not BREADCRUMB.search(text)]
    menu = _menu(sheet, titles)
    plain = [number for number in plain if titles[number] not in menu] or plain
    chosen = (events or plain or [0])[0]
    front.title = BREADCRUMB.split(" ".join(printed[chosen].split()))[-1]
    if chosen + 1 < len(printed) and titles[chosen + 1] == titles[chosen] + 1:
        following = printed[chosen + 1]  # "Press conference / by NATO Secretary General Jonas Roe"
        gap = sheet.blocks[titles[chosen + 1]].gap
        if _GOES_ON.search(front.title) or (
            following[:1].islower() and (gap == 0 or len(front.title.split()) <= 3)
        ):
            front.title += " " + " ".join(following.split())
    if front.title and not events and _CITY_LINE.match(front.title) and len(printed) > 1:
        front.title = " ".join(printed[1].split())


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


def settle_date(
    front: Front,
    dates: Sequence[tuple[Told, datetime.date]],
    published: Sequence[datetime.date],
    ledes: Sequence[str],
    metadata: Mapping[str, str],
) -> None:
    """Choose the day of the event: field, dateline, title, a line of its own, lede, front matter.

    The day of publication never stands for it; it only lends its year to "held on Feb. 28".
    """
    told = [*dates, *((Told.LEDE, day) for day in map(find_date, ledes) if day)]
    if front.title:
        days = [*published, *(day for _, day in told)]
        if said := find_date(front.title) or _day_without_year(front.title, days):
            told.append((Told.TITLE, said))
    if told:
        front.date = min(told, key=lambda item: item[0])[1]
    elif metadata.get("date") and (found := find_date(metadata["date"])):
        front.date = found
    elif published:
        front.date = _day_in_lede(ledes, published[0].year)


def _day_in_lede(ledes: Sequence[str], year: int) -> datetime.date | None:
    """ "… held a briefing on Feb. 28" on a page that was put out in ``year``."""
    for text in ledes:
        if found := _DAY_MONTH.search(text) or _DAY_MONTH_ZH.search(text):
            month = MONTHS.get(found["m"].lower()) or number(found["m"])
            try:
                return datetime.date(year, month, number(found["d"]))
            except ValueError:
                continue
    return None


def _day_without_year(title: str, days: Sequence[datetime.date]) -> datetime.date | None:
    """ "… Conference on August 26" above "2021-08-27": the day said lies just before the other."""
    found = _DAY_MONTH.search(title)
    if found is None:
        return None
    for other in days:
        for year in (other.year, other.year - 1):
            try:
                said = datetime.date(year, MONTHS[found["m"].lower()], int(found["d"]))
            except ValueError:
                continue
            if 0 <= (other - said).days <= MAX_DAYS_TO_PUBLISH:
                return said
    return None


_CITY = re.compile(r"[A-ZÀ-Þ](?:[^\W\d_]|['’-])+(?:\s[A-ZÀ-Þ](?:[^\W\d_]|['’-])+){0,2}")
_NO_CITY = word_set(
    "transcript remarks opening statement speech speeches news media press release summary photo "
    "video audio english briefings conferences home archive"
)


def _beside_day(sheet: Sheet, index: int) -> bool:
    return any(
        0 <= other < len(sheet.blocks) and sheet.rules[other] in ("header: date", "header: time")
        for other in (index - 1, index + 1)
    )


def settle_place(sheet: Sheet, front: Front, titles: Sequence[int], ledes: Sequence[str]) -> None:
    """Choose the place: as the lede says, a line that can only be one, a city beside the day."""
    if front.place:
        return
    for lede in ledes:
        for form in (_PLACE_IN, _PLACE_AFTERNOON, _PLACE_ZH):
            for found in form.finditer(lede):
                place = next(group for group in found.groups() if group).strip(" ,")
                if place.lower().rstrip(".") not in MONTHS:  # "a press conference in September"
                    front.place = place
                    return
    speakers = {cue.label.casefold() for cue in sheet.cues if cue is not None}
    lines = [(index, sheet.blocks[index].head.strip()) for index in titles]
    lines = [
        (i, text)
        for i, text in lines
        if text not in (front.title, "") and (text.casefold() not in speakers)
    ]
    for _, text in lines:
        if (PLACE_LINE.match(text) or _ends_in_place(text)) and not names_event(text):
            words = {word.strip(",.").lower() for word in text.split()[:-1]}
            if not words & (TITLE_WORDS - {"house", "white", "state", "national"}):
                front.place = proper_case(text.strip(" ,"))
                return
    for index, text in lines:  # "14 March 2023" / "Madrid"
        if _CITY.fullmatch(text) and _beside_day(sheet, index):
            words = {word.lower() for word in text.split()}
            if not EVENT.search(text) and not words & (TITLE_WORDS | _NO_CITY):
                front.place = text
                return


def _ends_in_place(text: str) -> bool:
    """ "San Sereno, California, USA"."""
    parts = text.split(", ")
    return 3 <= len(parts) <= 4 and parts[-1].lower() in PLACES and is_capitalised(text)
