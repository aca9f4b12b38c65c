"""The people a header lists or tells of, or whom labels name in full; finding one by a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing.capitals import proper_case, proper_case_title
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.mentions import full_name, mentioned
from briefings.transcripts.parsing.offices import holders
from briefings.transcripts.parsing.people import Person, is_name, strip_honorific
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Attribution, Participant, Role

# "李 奕": a name of two characters, set apart to fill the line
_SET_APART = re.compile(r"^([\u4e00-\u9fff])\s+([\u4e00-\u9fff])$")
# "SiteBlogTranscriptsCanadaNova Scotia Premier": a page's path run into its title
_CRUMBS = re.compile(r"(?:[A-Z][a-z]+){3}")
# Surnames looked for in running text; a briefing has a few dozen speakers, not hundreds.
_FULL_NAME = r"((?-i:[A-ZÀ-Þ])[\w’'-]+(?:\s(?-i:[A-ZÀ-Þ])[\w’'-]+){1,3})"
MAX_SEARCHES = 200


@dataclass
class KnownPeople:
    """The people known so far; ``header`` and ``speech`` are where full names are looked for."""

    participants: list[Participant]
    header: str = ""
    speech: str = ""
    keys: Mapping[str, Resolved] = field(default_factory=dict)  # by initials that are labels
    given: Mapping[str, str] = field(default_factory=dict)  # given names by surnames, case folded
    named: dict[str, Person] = field(default_factory=dict)  # those whom labels name in full
    hosts: dict[str, Person] = field(default_factory=dict)  # those whom moderators' labels name
    opening: tuple[str, str] = ("", "")  # who speaks first, by his label, and what he says
    self_named: Mapping[str, str] = field(default_factory=dict)  # moderators' names by their labels
    _named_by_surname: dict[str, Person] = field(default_factory=dict)
    _in_header: list[Person] | None = None
    _set_by_comma: list[Person] = field(default_factory=list)  # "…, Ana Roe" behind an office
    _indexed: tuple[dict[str, Participant], dict[str, list[Participant]]] | None = None
    _searched: dict[str, Resolved | None] = field(default_factory=dict)

    def in_header(self) -> list[Person]:
        """Return the people whom the header's words name with their offices."""
        if self._in_header is None:
            lines = [proper_case_title(line) for line in self.header.split("\n")]
            self._set_by_comma = holders("\n".join(lines))
            self._in_header = [
                *self._set_by_comma,
                *mentioned(self.header.replace("/", " / ")),
            ]
        return self._in_header

    def add(self, person: Person) -> None:
        """Note a person whom a label names in full."""
        if person.name not in self.named:
            self.named[person.name] = person
            self._named_by_surname.setdefault(surname(person.name).casefold(), person)

    def speakers(self) -> list[Participant]:
        """Return the listed people who are not the moderator."""
        return [person for person in self.participants if person.role is Role.SPEAKER]

    def role(self, name: str | None) -> Role | None:
        """Return the role a listed person has."""
        return next((p.role for p in self.participants if p.name == name), None)

    def listed(self, text: str) -> Participant | None:
        """Return the listed person of a label: by the whole name, a longer label, or a surname."""
        bare = join_set_apart(normalize(strip_honorific(text)))
        by_name, by_surname = self._index()
        if person := by_name.get(bare):
            return person
        if person := by_name.get(normalize(strip_honorific(text.partition(",")[0]))):
            return person
        if HAN.search(bare):  # "国务院研究室副主任向明"
            return next((by_name[bare[-n:]] for n in (4, 3, 2) if bare[-n:] in by_name), None)
        same = by_surname.get(bare, [])
        if not same and " " in bare:  # "de Guzmán" of "Luis de Guzmán"
            same = [p for name, p in by_name.items() if name.endswith(" " + bare)]
        return same[0] if len(same) == 1 else None

    def said_to_hold(self, office: str) -> Resolved | None:
        """Return whom the first to speak names with another's office.

        "Opening remarks by the Director General, Ana Roe."
        """
        label, said = self.opening
        if role_key(label) == role_key(office):
            return None
        form = re.compile(rf"\bthe\s+{re.escape(role_key(office))},?\s+{_FULL_NAME}", re.IGNORECASE)
        names = {found[1] for found in form.finditer(said)}
        if len(names) != 1 or not is_name(name := names.pop(), 2):
            return None
        return Resolved(name, Attribution.INTRODUCED, proper_case_title(office))

    def title_in_header(self, name: str) -> str | None:
        """Return the title that a header's words set beside a full name."""
        titles = [
            p.title
            for p in self.in_header()
            if p.name == name and p.title and not _CRUMBS.search(p.title)
        ]
        return max(titles, key=len, default=None)  # "Spokesperson …" and not "Senior Colonel"

    def by_initials(self, text: str) -> Resolved:
        """Return who alone on the list has these initials."""
        same = [
            person
            for person in self.participants
            if "".join(word[0] for word in person.name.split()) == text
        ]
        if len(same) == 1:
            return Resolved(same[0].name, Attribution.HEADER, same[0].title)
        return Resolved(None)

    def by_surname(self, surname: str) -> Resolved:
        """Return the full name that goes with a surname: in the header, else in what was said.

        The surname alone, attributed to the label, where nobody says it in full.
        """
        same = self._index()[1].get(normalize(surname), [])
        if len(same) == 1:
            return Resolved(same[0].name, Attribution.HEADER, same[0].title)
        person = self._named_by_surname.get(surname.casefold()) or self._family_name(surname)
        if person and not same:
            return Resolved(person.name, Attribution.HEADER, person.title)
        if same:
            return Resolved(proper_case(surname), Attribution.PRINTED)
        if surname not in self._searched:
            self._searched[surname] = self._said_in_full(surname)
        if found := self._searched[surname]:
            return found
        if person := self._alone_in_header(surname):
            return Resolved(person.name, Attribution.HEADER, person.title)
        if given := self.given.get(surname.casefold()):
            return Resolved(f"{given} {proper_case(surname)}", Attribution.INTRODUCED)
        return Resolved(proper_case(surname), Attribution.PRINTED)

    def by_two_surnames(self, surnames: str) -> Person | None:
        """Return who is named in full where a label has two surnames ("MINISTRO ROE PAZ")."""
        if len(surnames.split()) > 2:
            return None
        for text in (self.header, self.speech):
            found = full_name(surnames, text) if surnames in text else None
            if found and found.name != surnames and found.name.endswith(" " + surnames):
                return found
        return None

    def _alone_in_header(self, surname: str) -> Person | None:
        """Return who alone in the header's words has a surname ("… DEL PRESIDENTE, ANA ROE")."""
        normal = " " + normalize(surname)
        bearers = {p.name: p for p in self.in_header() if normalize(p.name).endswith(normal)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _titles(self) -> dict[str, str | None]:
        """Return the titles of the people known so far, listed or from labels, by name."""
        titles = {person.name: person.title for person in self.participants}
        return titles | {person.name: person.title for person in self.named.values()}

    def _index(self) -> tuple[dict[str, Participant], dict[str, list[Participant]]]:
        """Return the listed people by normal form and by surname."""
        if self._indexed is None:
            names: dict[str, Participant] = {}
            surnames: dict[str, list[Participant]] = {}
            for person in self.participants:
                names.setdefault(normalize(person.name), person)
                surnames.setdefault(normalize(surname(person.name)), []).append(person)
            self._indexed = (names, surnames)
        return self._indexed

    def _said_in_full(self, surname: str) -> Resolved | None:
        """Look for a full name in the header's words, then in what was said."""
        if len(self._searched) > MAX_SEARCHES:
            return None
        for text, how in ((self.header, Attribution.HEADER), (self.speech, Attribution.INTRODUCED)):
            if person := full_name(surname, text):
                # "… y la ministra para la Transición Ecológica, Teresa Roe"
                titles = (p.title for p in self.in_header() if p.name == person.name)
                return Resolved(person.name, how, person.title or next(titles, None))
        return None

    def _family_name(self, word: str) -> Person | None:
        """Return who alone has a family name that does not come last.

        "Mr. Wei" of "Wei Chaoyang", "Ministro Roe" of "Rodrigo Roe Paz".
        """
        normal = normalize(word)
        people = self._titles()
        bearers = [
            name
            for name in people
            if " " in name and normal in map(normalize, [name.split()[0], *name.split()[1:-1]])
        ]
        return Person(bearers[0], people[bearers[0]]) if len(bearers) == 1 else None


def join_set_apart(text: str) -> str:
    """Return a name of two characters without the blank that fills the line ("李 奕")."""
    return _SET_APART.sub(r"\1\2", text)


def surname(name: str) -> str:
    """Return the family name: the last word, or the one in capitals ("MOTOKI Toshi")."""
    words = name.split()
    capitals = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    return capitals[0] if len(capitals) == 1 < len(words) else words[-1]
