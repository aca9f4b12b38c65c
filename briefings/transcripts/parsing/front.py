"""The lists of a header: its fields and the people it names, found before any label is judged."""

import datetime
import re
from dataclasses import dataclass, field

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing.blocks import HEAD, Block, Sheet
from briefings.transcripts.parsing.dates import find_date, find_time
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import (
    Person,
    begins_with_title,
    is_name,
    listed,
)
from briefings.transcripts.parsing.vocabulary import (
    ANSWER_LABELS,
    DATE_FIELDS,
    EVENT,
    GREETING,
    MODERATOR_FIELDS,
    MODERATOR_LABELS,
    OFFICE_LABELS,
    OTHER_FIELDS,
    PLACE_FIELDS,
    QUESTION_LABELS,
    SPEAKER_FIELDS,
    TOPIC_FIELDS,
    VOICE_LABELS,
    role_key,
)
from briefings.transcripts.types import Role

# How far down a header's lists are looked for. The longest header met (two lists of eleven people
# with blank lines between) ends at block 40.
HEADER_BLOCKS = 120
MAX_TITLE_LENGTH = 300
MAX_SHORT = 120
MAX_CITY = 40
MAX_LISTED = 500  # characters of a line that lists somebody; a longer one ends the list
# Labels that somebody speaks under: no list stands behind them.
NO_FIELDS = QUESTION_LABELS | ANSWER_LABELS | MODERATOR_LABELS | OFFICE_LABELS | VOICE_LABELS
ROLES = {"speaker": Role.SPEAKER, "moderator": Role.MODERATOR}
_HEADINGS = (
    ("speaker", SPEAKER_FIELDS),
    ("moderator", MODERATOR_FIELDS),
    ("date", DATE_FIELDS),
    ("place", PLACE_FIELDS),
    ("topic", TOPIC_FIELDS),
    ("other", OTHER_FIELDS),
)
# "一、时间：…": how minutes number their fields
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.．]\s*(?=\S)")
_FIELD = re.compile(r"([^:：]{1,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’)）]*$")
# "Location\tNew Harbour Building": two cells of a table's row
_CELLS = re.compile(r"([^\t:：]{1,40})\t\s*(.*)$", re.DOTALL)
_HONOURABLE = re.compile(
    r"(?:The\s+)?(?:Rt\.?\s+)?Hon(?:ou?rable)?\.?\s+(?P<name>[^,;:]{3,60}?)"
    r"(?:,?\s+(?:MP|MLA|MLC|MHA|MSP|AC|AO|AM|KC|QC|SC|CBE|OBE|MBE))*$"
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
    spoken = False
    for index, block in enumerate(sheet.blocks[:HEADER_BLOCKS]):
        if not sheet.free(index):
            continue
        heading = _heading(block)
        spoken = spoken or bool(SENTENCE_END.search(block.text))
        if _SPEAKS.match(block.head) and not _names_host(heading):
            break
        if heading:
            kind, rest = heading
            within, role = role, None
            if kind not in ROLES:
                _take_field(front, sheet, index, kind, rest)
            elif not rest:
                role, open_heading = ROLES[kind], index
                continue
            elif people := _people(rest):
                front.fields[index] = kind
                front.listed += [Listed(index, person, ROLES[kind], block.gap) for person in people]
                role = ROLES[kind]
                if role is Role.MODERATOR:
                    # a host's line among the guests' ends with itself, and their list goes on
                    role = within
                    if open_heading >= 0:
                        front.fields[open_heading] = "list"
            open_heading = -1
            continue
        if name_of_host(block.head.strip()) and _words_below(sheet, index):
            break  # "Host Xu Ruiling" above his first words
        if not spoken and (people := _unknown_list(block)):
            front.fields[index] = "list"
            role, open_heading = Role.SPEAKER, -1
            front.listed += [Listed(index, person, role, block.gap) for person in people]
            continue
        long = len(block.text) > MAX_LISTED
        if index in front.fields or long:
            role = None if long else role
            continue
        if role is not None and _names_alone(block.text):
            front.fields[index] = "list"
            front.fields[open_heading if open_heading >= 0 else index] = "list"
            continue
        person = listed(block.text, under_heading=role is not None) or _honourable(sheet, index)
        if person is None and open_heading >= 0:
            person = _under_heading(block)
        if person is None:
            role, open_heading = None, -1
            continue
        again = person.title is None and normalize(person.name) in front.people()
        if again and _words_below(sheet, index):
            break  # a listed name that comes again alone is a label
        front.listed.append(Listed(index, person, role, block.gap))
        if open_heading >= 0:
            front.fields[open_heading] = "list"
            open_heading = -1
    return front


def _words_below(sheet: Sheet, index: int) -> bool:
    """Return whether the block below a line ends as a sentence does."""
    after = _next(sheet, index)
    return after is not None and SENTENCE_END.search(sheet.blocks[after].text) is not None


def _unknown_list(block: Block) -> list[Person]:
    """Return whom a field lists whose name is not known: "Publishers: Jo Roe, Director; …"."""
    found = _FIELD.match(block.head[:60])
    if found is None or not found[2] or is_name(found[1], 2):
        return []
    key = role_key(found[1])
    if key in NO_FIELDS or found[1][:1].islower():
        return []
    parts = re.split("[;；]", block.text[found.start(2) :])
    people = [person for part in parts if (person := listed(part)) and person.title]
    return people if len(people) == len(parts) else []


def _people(rest: str) -> list[Person]:
    """Return the people listed behind a heading, none where anything else stands there."""
    for signs in ("[;；]", "[;；，]"):  # "出席：农业农村部总农艺师郑明，农业农村部副司长向平"
        people = [person for part in re.split(signs, rest) if (person := listed(part, True))]
        if len(people) == len(re.split(signs, rest)):
            return [] if GREETING.match(rest) else people
    return []


def _take_field(front: Front, sheet: Sheet, index: int, kind: str, rest: str) -> None:
    """Note a field of the header, and the line below it that holds its value, if one does."""
    after = None if rest else _next(sheet, index)
    value = rest if after is None else sheet.blocks[after].head
    if kind == "topic":
        after, told = None, True
    elif kind == "date":
        told = bool(find_date(rest or value[:80]) or (rest and find_time(rest)))
    else:
        told = 0 < len(value) <= MAX_SHORT
    if told:
        front.fields[index] = kind
        if after is not None:
            front.fields[after] = kind


def _heading(block: Block) -> tuple[str, str] | None:
    """Return which heading a block opens with, and what stands behind its colon."""
    head = block.head
    found = _FIELD.match(head[:60]) or (
        _CELLS.match(block.text[:60]) if "\t" in block.text else None
    )
    if found:
        key, rest = found[1], block.text[found.start(2) :].strip()
    elif len(block.text) <= 30:
        key, rest = head, ""
    else:
        return None
    if HAN.search(key):
        key = _NUMBERED.sub("", key)
    name = re.sub(r"\s+", "", key) if HAN.search(key) else key
    # "LOCATION / ENDROIT", "PRINCIPAL(S) / PRINCIPAUX"
    said = {role_key(part.replace("(S)", "s")) for part in name.split(" / ")}
    kind = next((kind for kind, words in _HEADINGS if said & words), None)
    if kind is None or (not found and kind not in ROLES):
        return None
    return kind, rest


def _names_host(heading: tuple[str, str] | None) -> bool:
    """Return whether "Moderator: Ms. Ana Roe, Spokesperson" lists a person and is no label."""
    if heading is None or heading[0] != "moderator" or GREETING.match(heading[1]):
        return False
    person = listed(heading[1], True)
    return person is not None and bool(person.title)


def _names_alone(text: str) -> bool:
    """Return whether a line names all who speak, by commas, reporters too ("Ana Roe, Speaker 3").

    So do programs that write down speech; it does not tell who leads and who asks.
    """
    parts = [part.strip() for part in text.split(",")]
    return len(parts) >= MIN_NAMES_ALONE and all(
        _NUMBERED_SPEAKER.fullmatch(part) or is_name(part, 2) for part in parts
    )


MIN_NAMES_ALONE = 3
_NUMBERED_SPEAKER = re.compile(r"(?:Unknown\s+)?Speaker(?:\s+\d+)?", re.IGNORECASE)


def _under_heading(block: Block) -> Person | None:
    """Read the line right below "Speakers:" by its comma, however odd the name looks."""
    name, comma, title = block.head.partition(",")
    name = name.strip()
    if not comma or len(block.text) > HEAD or SENTENCE_END.search(block.text):
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
