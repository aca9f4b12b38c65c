"""What stands above the first turn: title, date, time, place and the people listed."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing.blocks import HEAD, Block, Sheet, Taken
from briefings.transcripts.parsing.dates import MONTHS, find_date, find_dates, find_time
from briefings.transcripts.parsing.people import (
    Person,
    begins_with_title,
    is_capitalised,
    is_name,
    listed,
    proper_case,
)
from briefings.transcripts.parsing.vocabulary import (
    DATE_FIELDS,
    EVENT,
    GREETING,
    HOST_TITLE,
    LEDE,
    MODERATOR_FIELDS,
    PLACE_FIELDS,
    PUBLISHED,
    SPEAKER_FIELDS,
    TITLE_WORDS,
    TOPIC_FIELDS,
    role_key,
)
from briefings.transcripts.types import Participant, Role

# How far down a header's lists are looked for. The longest header met (two lists of eleven people
# with blank lines between) ends at block 40.
HEADER_BLOCKS = 120
MAX_TITLE_LENGTH = 300
MAX_SHORT = 120

_FIELD = re.compile(r"([^:：]{1,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’)）]*$")
_PLACE_IN = re.compile(
    r"\b(?:held|conference|briefing|reporters|journalists|invited|press)\b[^.]{0,120}?"
    r"\bin\s+((?:[A-Z][\w'’-]+)(?:[ ,]+[A-Z][\w'’.-]+){0,3}?)(?=,?\s+(?:on|to|about|at|this|with|"
    r"by)\b|[.,])"
)
_PLACE_AFTERNOON = re.compile(
    r"^On\s+\w+\s+(?:morning|afternoon|evening)?\s*in\s+([A-Z]\w+),|\breporters\s+in\s+([A-Z]\w+)\b"
)
_PLACE_ZH = re.compile(r"在([\u4e00-\u9fff]{2,6}?)(?:举行|召开|举办)")
# "WASHINGTON, D.C.", "PARLIAMENT HOUSE, CANBERRA", "Aboard Air Force One", "Via Teleconference"
_PLACE_LINE = re.compile(
    r"(?-i:(?:[A-ZÀ-Þ][\w.'’-]*)(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|of|the|de|la|del|and|at)){0,6}"
    r",\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,3}$)|"
    r"(?:Aboard|Via|En\s+Route|Online|At\s+the)\s+[A-Z]"
    r"[\w .,'’-]{2,80}$|[\w .'’-]{0,60}\b(?:Room|Hotel|Hall|Palace|Airport|Building|Embassy|Base|"
    r"Headquarters|Press\s+Cent(?:er|re)|House|Auditorium|Lobby|Tarmac|Lawn|Garden)$",
    re.IGNORECASE,
)
_CITY = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ ,.'’-]+[A-ZÀ-Þ][^\W\d_]*\.?){0,4}")
_CITY_LINE = re.compile(r"[A-Z][A-Z .,']{3,60}$")
_DAY_MONTH = re.compile(
    r"\b(?P<m>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?\s+(?P<d>\d{1,2})\b"
    r"(?!\s*,?\s*\d{4})",
    re.IGNORECASE,
)
_WEEKDAYS = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|星期[一二三四五六日天]|周[一二三四五六日]|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|"
    r"dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_ONLY_DATE_REST = re.compile(
    rf"(?:{_WEEKDAYS}|\b(?:on|the|at|of|de|del|el|a|las|los|le|am|den|um|date|local|time|hours|hrs|"
    rf"uhr|h|noon)\b|\b[A-Z]{{2,5}}\b|上午|下午|时|分|[\W\d_]|[ap]\.?m\.?)+",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(
    r"(?:\d{1,2}[:.]\d\d|\d{1,2})\s*[ap]\.?\s?m\.?(?:\s*\(?(?:local(?:\s+time)?|[A-Z]{1,5}|"
    r"[A-Z][a-z]+\s+(?:standard\s+|daylight\s+)?time)\)?)?\W*$|\d{1,2}:\d\d\s*(?:\(?(?:[A-Z]{2,5}|"
    r"hrs?|"
    r"hours|uhr|h)\)?)?\W*$",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b\.?", re.IGNORECASE)
MAX_CITY = 40
MAX_DAYS_TO_PUBLISH = 31
# "Frankfurt am Main, 22 July 2021"
_SMALL_IN_CITIES = re.compile(r"(?<=\w\s)(?:am|an\s+der|ob\s+der|upon|sur)\s(?=[A-ZÀ-Þ])")
_HONOURABLE = re.compile(
    r"(?:The\s+)?(?:Rt\.?\s+)?Hon(?:ou?rable)?\.?\s+(?P<name>[^,;:]{3,60}?)"
    r"(?:,?\s+(?:MP|MLA|MLC|MHA|MSP|AC|AO|AM|KC|QC|SC|CBE|OBE|MBE))*$"
)
_DOMAIN = re.compile(r"\b[\w-]+\.(?:cn|com|org|net|gov|int)\b", re.IGNORECASE)
# "2023-05-17 19:40": how a content system stamps the page, not when the event began
_PAGE_STAMP = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]+\d{1,2}:\d\d(?::\d\d)?")
_TITLE_PERSON = re.compile(
    r"(?:(?:by|with|of|from)\s+)?((?:(?:[A-Z][\w-]*\.?|of|for|and|the|de|la)\s+)*?)"
    r"((?:[A-Z][\w'’.-]+\s+){0,3}[A-Z][\w'’.-]+)['’]s?\s+(?:regular|daily|weekly|remarks|press|"
    r"news)",
    re.IGNORECASE,
)


# Below the first of these nobody is listed any more: "Q    Yes, but the President —" is no
# person with a title.
_SPEAKS = re.compile(
    r"[QA](?:\s|[:：.]\s)|(?:(?:MR|MS|MRS|DR)\.?\s|THE\s|[A-Z]+\s)[A-Z.’' -]{2,40}:\s+\S"
    r"|(?:Question|Answer|Reporter|Moderator|Operator|Pregunta|记者|问|答)\s*[:：]\s*\S"
)


@dataclass
class Listed:
    """A person in a header's list: where, in which role (None: not printed), after what gap."""

    index: int
    person: Person
    role: Role | None
    gap: int


@dataclass
class Front:
    """What was gathered from the header before and after the labels were known."""

    listed: list[Listed] = field(default_factory=list)
    fields: dict[int, str] = field(default_factory=dict)
    title: str | None = None
    date: datetime.date | None = None
    time: datetime.time | None = None
    place: str | None = None
    lede: str = ""

    def people(self) -> set[str]:
        """Return the normal forms of the listed names."""
        return {normalize(item.person.name) for item in self.listed}


def lists(sheet: Sheet) -> Front:
    """Find the header's fields and lists of people, before any label is judged.

    "Speakers:", "Chairperson", "Date: Oct. 13, 2023", "主持人：…": a heading counts only when what
    it announces follows, so that "Moderator: Thank you all" stays a label.
    """
    front = Front()
    role: Role | None = None
    open_heading = -1
    for index, block in enumerate(sheet.blocks[:HEADER_BLOCKS]):
        if not sheet.free(index):
            continue
        if _SPEAKS.match(block.head):
            break
        heading = _heading(block)
        if heading:
            kind, rest = heading
            role, open_heading = None, -1
            if kind in ("speaker", "moderator"):
                as_role = Role.SPEAKER if kind == "speaker" else Role.MODERATOR
                if not rest:
                    role, open_heading = as_role, index
                    continue
                people = [listed(part, True) for part in re.split(r"[;；]", rest)]
                if all(people) and not GREETING.match(rest):
                    front.fields[index] = kind
                    front.listed += [
                        Listed(index, person, as_role, block.gap) for person in people if person
                    ]
                    role = as_role
            elif kind == "date":
                if rest and (find_date(rest) or find_time(rest)):
                    front.fields[index] = kind
                elif not rest and (after := _next(sheet, index)) is not None:
                    front.fields.update(
                        dict.fromkeys((index, after), kind)
                        if find_date(sheet.blocks[after].head[:80])
                        else {}
                    )
            elif kind == "topic" or (rest and len(rest) <= MAX_SHORT):
                front.fields[index] = kind
            elif not rest and (after := _next(sheet, index)) is not None:
                short = len(sheet.blocks[after].text) <= MAX_SHORT
                front.fields.update(dict.fromkeys((index, after), kind) if short else {})
            continue
        if index in front.fields or len(block.text) > MAX_TITLE_LENGTH + 200:
            role = None if len(block.text) > MAX_TITLE_LENGTH + 200 else role
            continue
        person = listed(block.text, under_heading=role is not None) or _honourable(sheet, index)
        if person is None and open_heading >= 0:
            person = _under_heading(block)
        if person:
            front.listed.append(Listed(index, person, role, block.gap))
            if open_heading >= 0:
                front.fields[open_heading] = "list"
                open_heading = -1
        else:
            role, open_heading = None, -1
    return front


def read(
    sheet: Sheet, front: Front, first_label: int, metadata: Mapping[str, str], opening: bool
) -> list[int]:
    """Read the blocks above the first label; return those that are speech (no header, no label).

    ``opening`` says that the first label opens the event, so that all above it is header.
    """
    dates: list[tuple[int, datetime.date]] = []
    titles: list[int] = []
    speech: list[int] = []
    ledes: list[str] = []
    published: list[datetime.date] = []
    people = {item.index for item in front.listed}
    clock = -1
    for index in range(first_label):
        if not sheet.free(index):
            continue
        block = sheet.blocks[index]
        head = block.head
        if speech and not opening and index not in people:
            speech.append(index)
            continue
        rule = ""
        if index in front.fields:
            rule = "field"
            found = find_date(head)
            if front.fields[index] == "date":
                if found:
                    dates.append((0, found))
                front.time = front.time or find_time(_without_dates(head))
            elif front.fields[index] == "place":
                front.place = front.place or _field_value(head)
            elif front.fields[index] == "topic" and not front.title:
                value = _field_value(head)
                if EVENT.search(value) and len(value) <= MAX_TITLE_LENGTH:
                    front.title = value
        elif index in people:
            rule = "listed person"
        elif "|" in head and len(block.text) <= 200 and _DOMAIN.search(head):
            rule = "publication line"
            published += filter(None, [find_date(head)])
        elif "|" in head and len(block.text) <= 200 and (find_date(head) or find_time(head)):
            rule = "dateline"
            place = next(
                (part.strip() for part in head.split("|") if not re.search(r"\d", part)), ""
            )
            front.place = front.place or place.strip(" -–") or None
            front.time = front.time or find_time(_without_dates(head))
            if found := find_date(head):
                dates.append((1, found))
        elif len(block.text) <= 80 and _CLOCK_LINE.match(head.strip()):
            rule, clock = "time", index
            front.time = front.time or find_time(head)
        elif _PAGE_STAMP.fullmatch(head.strip()):
            rule = "publication line"
            published += filter(None, [find_date(head)])
        elif len(block.text) <= MAX_SHORT and (found := find_date(head)) and _mostly_date(head):
            rule = "date"
            dates.append((3, found))
            front.time = front.time or find_time(_without_dates(head))
            beside = _beside_date(head)
            if not _ONLY_DATE_REST.fullmatch(beside) and _CITY.fullmatch(beside):
                front.place = front.place or proper_case(beside)
        elif len(block.text) <= 200 and PUBLISHED.search(head) and not EVENT.search(head):
            rule = "publication line"
            if found := find_date(head):
                published.append(found)
        elif _is_lede(block):
            rule = "lede"
            ledes.append(block.text[:2000])
        elif len(block.text) <= MAX_TITLE_LENGTH and (
            not _SENTENCE_END.search(block.text) or _PLACE_LINE.match(head.strip())
        ):
            rule = "title" if not titles else "heading"
            titles.append(index)
        elif opening or (GREETING.match(head) is None and LEDE.search(head)):
            rule = "introduction"
            ledes.append(block.text[:2000])
        else:
            speech.append(index)
            continue
        sheet.take(index, Taken.HEADER, f"header: {rule}")
    front.lede = " ".join(ledes)
    _settle_title(sheet, front, titles, metadata)
    if clock >= 0 and not front.place and metadata.get("title"):
        # the title stands in the page's own data: what is printed above the time is the place
        near = [sheet.blocks[index].text for index in titles if index < clock]
        near = [text for text in near if text != front.title and len(text) <= 100]
        front.place = (
            ", ".join(text for text in near if not EVENT.search(text) or _PLACE_LINE.match(text))
            or None
        )
    _settle_date(front, dates, published, ledes, metadata)
    _settle_place(sheet, front, titles, ledes)
    return speech


def participants(front: Front, host_titles: re.Pattern[str] = HOST_TITLE) -> list[Participant]:
    """Return the listed people once each, the moderator told by heading, by office or by place.

    Where pages have lost their headings, the groups are still set apart by a wider gap, and the
    press bureau's own official is the host.
    """
    found: dict[str, Participant] = {}
    for item in front.listed:
        role = item.role
        if role is None:
            host = bool(item.person.title and host_titles.search(item.person.title))
            role = Role.MODERATOR if host else Role.SPEAKER
        key = normalize(item.person.name)
        if key in found:
            continue
        found[key] = Participant(item.person.name, role, item.person.title)
    return list(found.values())


def _heading(block: Block) -> tuple[str, str] | None:
    head = block.head
    found = _FIELD.match(head[:60])
    if found:
        key, rest = found[1], head[found.start(2) :].strip()
    elif len(block.text) <= 30:
        key, rest = head, ""
    else:
        return None
    name = re.sub(r"\s+", "", key) if re.search(r"[\u4e00-\u9fff]", key) else key
    name = role_key(name)
    for kind, words in (
        ("speaker", SPEAKER_FIELDS),
        ("moderator", MODERATOR_FIELDS),
        ("date", DATE_FIELDS),
        ("place", PLACE_FIELDS),
        ("topic", TOPIC_FIELDS),
    ):
        if name in words:
            if not found and kind in ("date", "place", "topic"):
                return None
            return kind, rest
    return None


def _under_heading(block: Block) -> Person | None:
    """Read the line right below "Speakers:" by its comma, however odd the name looks."""
    name, comma, title = block.head.partition(",")
    name = name.strip()
    if not comma or len(block.text) > HEAD or _SENTENCE_END.search(block.text):
        return None
    if not name or len(name) > MAX_CITY or len(name.split()) > 5 or GREETING.match(name):
        return None
    return Person(name, title.strip())


def _honourable(sheet: Sheet, index: int) -> Person | None:
    """ "Prime Minister / The Hon. Ann Roe MP": a name with its honour, the office beside."""
    found = _HONOURABLE.fullmatch(sheet.blocks[index].head.strip())
    if not found or not is_name(found["name"], 2):
        return None
    for beside in (index - 1, index + 1):
        if 0 <= beside < len(sheet.blocks) and sheet.free(beside):
            text = sheet.blocks[beside].head.strip()
            if len(text) <= MAX_SHORT and begins_with_title(text) and not EVENT.search(text):
                return Person(found["name"], text)
    return Person(found["name"])


def _next(sheet: Sheet, index: int) -> int | None:
    for after in range(index + 1, min(index + 3, len(sheet.blocks))):
        if sheet.free(after):
            return after
    return None


def _field_value(head: str) -> str:
    return re.split(r"[:：]", head, maxsplit=1)[-1].strip()


def _without_dates(text: str) -> str:
    for start, end, _ in sorted(find_dates(text), reverse=True):
        text = text[:start] + " " + text[end:]
    return text


def _mostly_date(head: str) -> bool:
    """Return whether nothing but a weekday, a time or a city stands beside the date."""
    if PUBLISHED.search(head):
        return False
    rest = _SMALL_IN_CITIES.sub(" ", _beside_date(head))
    first = min(find_dates(head), default=(0, 0, None), key=lambda item: item[0])[0]
    opens = not re.search(r"\w", re.sub(_WEEKDAYS, "", head[:first], flags=re.IGNORECASE))
    longest = MAX_SHORT if opens else MAX_CITY  # "June 8, 2018, Front Hall, Ministry of Harbours"
    return not rest or bool(_ONLY_DATE_REST.fullmatch(rest)) or (
        len(rest) <= longest and is_capitalised(rest) and not EVENT.search(rest)
    )  # fmt: skip


def _beside_date(head: str) -> str:
    """Return what stands beside the date, weekday and time apart ("Brussels, 12 May 2021")."""
    rest = re.sub(rf"\b(?:{_WEEKDAYS})\b", " ", _without_dates(head), flags=re.IGNORECASE)
    rest = _TIME_OF_DAY.sub(" ", rest)
    return re.sub(r"\s+", " ", rest).strip(" ,.|()（）-–—")


def is_greeting(block: Block) -> bool:
    """Return whether a block above the first label is the start of a speech without a label."""
    return bool(
        GREETING.match(block.head)
        and _SENTENCE_END.search(block.text)
        and not LEDE.search(block.head)
        and len(block.text.split()) >= 2
    )


def _is_lede(block: Block) -> bool:
    head = block.head
    if GREETING.match(head) or not LEDE.search(head):
        return False
    if not _SENTENCE_END.search(block.text) and len(block.text) < MAX_SHORT:
        return False
    return not re.match(r"(?:I|We|Today,? (?:I|we)|Let)\b", head)


def _settle_title(
    sheet: Sheet, front: Front, titles: Sequence[int], metadata: Mapping[str, str]
) -> None:
    printed = [sheet.blocks[index].text for index in titles]
    given = " ".join(metadata.get("title", "").split())
    if given:
        inside = [text for text in printed if text in given and 2 * len(text) >= len(given)]
        front.title = max(inside, key=len) if inside else _without_site(given, printed)
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
    # "July 27, 2022     Chair Roe's Press Conference     FINAL" runs along the top of every page
    events = [number for number in events if "    " not in printed[number]] or events
    chosen = events[0] if events else 0
    front.title = " ".join(printed[chosen].split())
    if chosen + 1 < len(printed) and titles[chosen + 1] == titles[chosen] + 1:
        following = printed[chosen + 1]  # "Press conference / by NATO Secretary General Jonas Roe"
        gap = sheet.blocks[titles[chosen + 1]].gap
        if following[:1].islower() and (gap == 0 or len(front.title.split()) <= 3):
            front.title += " " + " ".join(following.split())
    if front.title and not events and _CITY_LINE.match(front.title) and len(printed) > 1:
        front.title = " ".join(printed[1].split())


def _without_site(title: str, printed: Sequence[str]) -> str:
    """Cut the site's name from a page's title ("Briefing of 4 May | Ministry of Harbours")."""
    parts = re.split(r"\s+[|–—·»]\s+|\s+-\s+(?=[^-]{2,40}$)|_{1,2}(?=[^_]{2,30}$)", title)
    if len(parts) > 1:
        events = [part for part in parts if EVENT.search(part)]
        best = events[0] if events else max(parts, key=len)
        if len(best) >= 10:
            return best.strip()
    return title


def _settle_date(
    front: Front,
    dates: list[tuple[int, datetime.date]],
    published: Sequence[datetime.date],
    ledes: Sequence[str],
    metadata: Mapping[str, str],
) -> None:
    """Choose the day of the event: field, dateline, title, a line of its own, lede, front matter.

    The day of publication never stands for it; it only lends its year to "held on Feb. 28".
    """
    if front.title and (found := find_date(front.title)):
        dates.append((2, found))
    elif front.title and (
        said := _day_without_year(front.title, [*published, *(d for _, d in dates)])
    ):
        dates.append((2, said))
    for lede in ledes:
        if found := find_date(lede):
            dates.append((4, found))
    if dates:
        front.date = min(dates, key=lambda item: item[0])[1]
        return
    years = [day.year for day in published]
    if metadata.get("date") and (found := find_date(metadata["date"])):
        front.date = found
        return
    for text in ledes:
        if years and (match := _DAY_MONTH.search(text)):
            try:
                front.date = datetime.date(years[0], MONTHS[match["m"].lower()], int(match["d"]))
            except ValueError:
                continue
            return


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


def _settle_place(sheet: Sheet, front: Front, titles: Sequence[int], ledes: Sequence[str]) -> None:
    if front.place:
        return
    for lede in ledes:
        for form in (_PLACE_IN, _PLACE_AFTERNOON, _PLACE_ZH):
            if found := form.search(lede):
                front.place = next(group for group in found.groups() if group).strip(" ,")
                return
    for index in titles:
        text = sheet.blocks[index].head.strip()
        if text != front.title and _PLACE_LINE.match(text) and not EVENT.search(text):
            words = {word.strip(",.").lower() for word in text.split()[:-1]}
            if not words & (TITLE_WORDS - {"house", "white", "state", "national"}):
                front.place = proper_case(text.strip(" ,"))
                return
