"""The lists of a header: its fields and the people it names, found before any label is judged."""

import re

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing.blocks import HEAD, Block, Sheet
from briefings.transcripts.parsing.dates import find_date
from briefings.transcripts.parsing.fields import (
    FIELD,
    ROLES,
    below,
    heading_of,
    names_host,
    take_field,
)
from briefings.transcripts.parsing.front import (
    HEADER_BLOCKS,
    MAX_CITY,
    MAX_SHORT,
    SENTENCE_END,
    Front,
    Listed,
)
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import Person, begins_with_title, is_name, listed
from briefings.transcripts.parsing.vocabulary import (
    ANSWER_LABELS,
    EVENT,
    GREETING,
    MODERATOR_LABELS,
    OFFICE_LABELS,
    QUESTION_LABELS,
    VOICE_LABELS,
    role_key,
)
from briefings.transcripts.types import Role

MAX_LISTED = 500  # characters of a line that lists somebody; a longer one ends the list
# Labels that somebody speaks under: no list stands behind them.
NO_FIELDS = QUESTION_LABELS | ANSWER_LABELS | MODERATOR_LABELS | OFFICE_LABELS | VOICE_LABELS
MIN_NAMES_ALONE = 3
_NUMBERED_SPEAKER = re.compile(r"(?:Unknown\s+)?Speaker(?:\s+\d+)?", re.IGNORECASE)
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


def lists(sheet: Sheet) -> Front:
    """Find the header's fields and lists of people, before any label is judged.

    "Speakers:", "Chairperson", "Date: Oct. 13, 2023", "主持人：…": a heading counts only when what
    it announces follows, so that "Moderator: Thank you all" stays a label.
    """
    found = _Lists(sheet)
    spoken = False
    for index, block in enumerate(sheet.blocks[:HEADER_BLOCKS]):
        if not sheet.free(index):
            continue
        heading = heading_of(block)
        spoken = spoken or bool(SENTENCE_END.search(block.text))
        if _SPEAKS.match(block.head) and not names_host(heading):
            break
        if heading:
            found.open(index, *heading)
        elif name_of_host(block.head.strip()) and _words_below(sheet, index):
            break  # "Host Xu Ruiling" above his first words
        elif not spoken and (people := _unknown_list(block)):
            found.open_unknown(index, people)
        elif not found.take(index):
            break
    return found.front


class _Lists:
    """The lists of a header as its lines are read: the role of the open one, and its heading.

    ``heading`` is the place of one that has a line of its own, -1 once somebody is listed below.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.front = Front()
        self.role: Role | None = None
        self.heading = -1

    def open(self, index: int, kind: str, rest: str) -> None:
        """Take a heading, and those who are listed behind it."""
        within, self.role = self.role, None
        if kind in ROLES and not rest:
            self.role, self.heading = ROLES[kind], index
            return
        if kind not in ROLES:
            take_field(self.front, self.sheet, index, kind, rest)
        elif people := _people(rest):
            self.role = ROLES[kind]
            self._list(index, people, kind)
            if self.role is Role.MODERATOR:
                # a host's line among the guests' ends with itself, and their list goes on
                self.role = within
                self._fill_heading()
        self.heading = -1

    def open_unknown(self, index: int, people: list[Person]) -> None:
        """Take a line that lists people behind a heading that nobody knows."""
        self.role, self.heading = Role.SPEAKER, -1
        self._list(index, people, "list")

    def take(self, index: int) -> bool:
        """Take a line for one that lists somebody, if it does; False where the words begin."""
        block = self.sheet.blocks[index]
        long = len(block.text) > MAX_LISTED
        if index in self.front.fields or long:
            self.role = None if long else self.role
            return True
        if self.role is not None and _names_alone(block.text):
            self.front.fields[index] = "list"
            self.front.fields[self.heading if self.heading >= 0 else index] = "list"
            return True
        if several := _several(block.text):
            self._list(index, several)
            return True
        dated = self.heading >= 0 and find_date(block.head)  # "July 19, 2022, 1:05PM"
        person = None if dated else listed(block.text, under_heading=self.role is not None)
        person = person or _honourable(self.sheet, index)
        if person is None and self.heading >= 0 and not dated:
            person = _under_heading(block)
        if person is None:
            self.role, self.heading = None, -1
            return True
        again = person.title is None and normalize(person.name) in self.front.people()
        if again and _words_below(self.sheet, index):
            return False  # a listed name that comes again alone is a label
        self._list(index, [person])
        self._fill_heading()
        self.heading = -1
        return True

    def _list(self, index: int, people: list[Person], kind: str = "") -> None:
        gap = self.sheet.blocks[index].gap
        self.front.listed += [Listed(index, person, self.role, gap) for person in people]
        if kind:
            self.front.fields[index] = kind

    def _fill_heading(self) -> None:
        """Make the open heading one of a list, now that somebody is listed under it."""
        if self.heading >= 0:
            self.front.fields[self.heading] = "list"


def _people(rest: str) -> list[Person]:
    """Return the people listed behind a heading, none where anything else stands there."""
    # "出席：农业农村部总农艺师郑明，农业农村部副司长向平": the finest parting into people
    finest = ("[;；，、]", "[;；，]") if HAN.search(rest) else ()
    for signs in (*finest, "[;；]"):
        people = [person for part in re.split(signs, rest) if (person := listed(part, True))]
        if len(people) == len(re.split(signs, rest)):
            return [] if GREETING.match(rest) else people
    return []


def _several(text: str) -> list[Person]:
    """Return the people of one line: "Jo Roe, Press Secretary; Ana Doe, Minister of Salt"."""
    parts = text.split("; ")
    people = [person for part in parts if (person := listed(part))] if len(parts) > 1 else []
    return people if len(people) == len(parts) else []


def _unknown_list(block: Block) -> list[Person]:
    """Return whom a field lists whose name is not known: "Publishers: Jo Roe, Director; …"."""
    found = FIELD.match(block.head[:60])
    if found is None or not found[2] or is_name(found[1], 2):
        return []
    key = role_key(found[1])
    if key in NO_FIELDS or found[1][:1].islower():
        return []
    parts = re.split("[;；]", block.text[found.start(2) :])
    people = [person for part in parts if (person := listed(part)) and person.title]
    return people if len(people) == len(parts) else []


def _names_alone(text: str) -> bool:
    """Return whether a line names all who speak, by commas, reporters too ("Ana Roe, Speaker 3").

    So do programs that write down speech; it does not tell who leads and who asks.
    """
    parts = [part.strip() for part in text.split(",")]
    asks = any(role_key(part) in QUESTION_LABELS for part in parts)  # "MINISTRA PORTAVOZ, PREGUNTA"
    return len(parts) >= (2 if asks else MIN_NAMES_ALONE) and all(
        _NUMBERED_SPEAKER.fullmatch(part) or is_name(part, 2) or role_key(part) in NO_FIELDS
        for part in parts
    )


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


def _words_below(sheet: Sheet, index: int) -> bool:
    """Return whether the block below a line ends as a sentence does."""
    after = below(sheet, index)
    return after is not None and SENTENCE_END.search(sheet.blocks[after].text) is not None
