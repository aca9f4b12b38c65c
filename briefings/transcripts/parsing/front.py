"""What stands above the first label: the fields and lists found there, and what they give."""

import datetime
import re
from dataclasses import dataclass, field

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing.people import Person
from briefings.transcripts.types import Role

# How far down a header's lists are looked for. The longest header met (two lists of eleven people
# with blank lines between) ends at block 40.
HEADER_BLOCKS = 120
MAX_TITLE_LENGTH = 300
MAX_SHORT = 120
MAX_CITY = 40
SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’)）]*$")


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
