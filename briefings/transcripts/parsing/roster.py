"""Who is who: the people of a briefing, and whose label is whose.

A label may hold a full name, a surname with a courtesy word, a title with a name, or an office
alone. What the header, the title, the lede or the people's own first words say is used; what
nobody says stays unknown.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing import bilingual
from briefings.transcripts.parsing.mentions import (
    full_name,
    mentioned,
    office_and_name,
    proper_case_title,
)
from briefings.transcripts.parsing.office_words import has_office, is_office
from briefings.transcripts.parsing.offices import OFFICE
from briefings.transcripts.parsing.offices import holders as office_holders
from briefings.transcripts.parsing.people import (
    Person,
    begins_with_title,
    has_honorific,
    is_name,
    listed,
    proper_case,
    split_title,
    strip_honorific,
)
from briefings.transcripts.parsing.vocabulary import (
    MODERATOR_LABELS,
    SPEAKER_FIELDS,
    TITLE_WORDS,
    VOICE_LABELS,
    role_key,
)
from briefings.transcripts.types import Attribution, Participant, Role

_HAN = re.compile(r"[\u4e00-\u9fff]")


_BRACKETS = re.compile(r"\s*[\[(（][^\])）]*[\])）]\s*$")


# "李 奕": a name of two characters, set apart to fill the line
_SET_APART = re.compile(r"^([\u4e00-\u9fff])\s+([\u4e00-\u9fff])$")
# Surnames looked for in running text; a briefing has a few dozen speakers, not hundreds.
MAX_SEARCHES = 200


@dataclass
class Resolved:
    """The holder of a label: ``name`` None when only an office is known."""

    name: str | None
    attribution: Attribution | None = None
    title: str | None = None


@dataclass
class Roster:
    """The people known so far; ``texts`` are where full names are looked for, best first."""

    participants: list[Participant]
    header: str = ""
    speech: str = ""
    keys: dict[str, str] = field(default_factory=dict)  # names by the initials of a speaker key
    found: dict[str, Resolved] = field(default_factory=dict)
    misspelt: dict[str, str] = field(default_factory=dict)  # the right label by the wrong one
    given: dict[str, str] = field(
        default_factory=dict
    )  # given names by the surname in small letters
    named: dict[str, Person] = field(default_factory=dict)
    hosts: dict[str, Person] = field(default_factory=dict)
    named_by_surname: dict[str, Person] = field(default_factory=dict)
    _in_header: list[Person] | None = None
    _indexed: tuple[dict[str, Participant], dict[str, list[Participant]]] | None = None
    _searched: dict[str, Resolved | None] = field(default_factory=dict)

    def in_header(self) -> list[Person]:
        """Return the people whom the header's words name with their offices."""
        if self._in_header is None:
            lines = [proper_case_title(line) for line in self.header.split("\n")]
            self._in_header = [
                *office_holders("\n".join(lines)),
                *mentioned(self.header.replace("/", " / ")),
            ]
        return self._in_header

    def learn(self, labels: Iterable[str]) -> None:
        """Note the full names that labels print, for the labels that print a surname alone."""
        for label in dict.fromkeys(labels):
            holder = self.resolve(label)
            if holder.name and role_key(_BRACKETS.sub("", label)) in MODERATOR_LABELS:
                self.hosts[holder.name] = Person(holder.name, holder.title)
            if holder.name and holder.attribution is Attribution.PRINTED:
                full = " " in strip_honorific(holder.name) or bool(_HAN.search(holder.name))
                if holder.title and holder.name.startswith(holder.title + " "):
                    full = False  # "Acting Administrator Roe": an office and a surname
                if full and holder.name not in self.named:
                    person = Person(holder.name, holder.title)
                    self.named[holder.name] = person
                    self.named_by_surname.setdefault(surname(holder.name).casefold(), person)
        self.found.clear()

    def speakers(self) -> list[Participant]:
        """Return the people who are not the moderator."""
        return [person for person in self.participants if person.role is Role.SPEAKER]

    def resolve(self, label: str) -> Resolved:
        """Return whose label this is."""
        known = self.found.get(label)
        if known is None:
            known = self.found[label] = self._fullest(self._resolve_parts(label))
        return known

    def _fullest(self, holder: Resolved) -> Resolved:
        """Give a name cut short in its full form ("Ernesto Roe" beside "Ernesto Roe Rico")."""
        if not holder.name or " " not in holder.name:
            return holder
        longer = {name for name in self.named if name.startswith(holder.name + " ")}
        if len(longer) != 1:
            return holder
        return Resolved(longer.pop(), holder.attribution, holder.title)

    def _resolve_parts(self, label: str) -> Resolved:
        """Resolve a label, or the two of a label in two languages."""
        labels = bilingual.parts(label)
        if len(labels) == 1:
            return self._resolve(label)
        holders = [self._resolve(part) for part in labels]
        name = bilingual.both([holder.name for holder in holders])
        titles = [holder.title for holder in holders if holder.title]
        return Resolved(name, Attribution.PRINTED if name else None, titles[0] if titles else None)

    def role(self, name: str | None) -> Role | None:
        """Return the role a listed person has."""
        return next((p.role for p in self.participants if p.name == name), None)

    def _resolve(self, label: str) -> Resolved:
        label = self.misspelt.get(label, label)
        if label in self.keys:
            return Resolved(self.keys[label], Attribution.HEADER)
        text = _BRACKETS.sub("", label).strip() or label
        bracket = label[len(text) :].strip(" []()（）")
        if bracket and role_key(text) in MODERATOR_LABELS | SPEAKER_FIELDS:
            person = listed(bracket, True)  # "MODERATOR (Deng Lan, deputy director of …)"
            if person:
                return Resolved(person.name, Attribution.PRINTED, person.title)
        if on_list := self._on_list(text):
            return Resolved(on_list.name, Attribution.PRINTED, on_list.title)
        if role_key(text) in MODERATOR_LABELS:
            hosts = [p for p in self.participants if p.role is Role.MODERATOR]
            if len(hosts) == 1:
                return Resolved(hosts[0].name, Attribution.HEADER, hosts[0].title)
            if len(self.hosts) == 1:  # "Moderator (Deng Lan):" once, then "Moderator:"
                (host,) = self.hosts.values()
                return Resolved(host.name, Attribution.HEADER, host.title)
            return Resolved(None)
        if role_key(text) in VOICE_LABELS:
            return Resolved(None)
        if _HAN.search(text):
            return self._resolve_chinese(text)
        before, comma, after = text.rpartition(",")
        if (
            comma
            and text.isupper()
            and is_name(after.strip().title(), 2)
            and not has_office(after)
            and (has_office(before) or not is_name(proper_case(before), 2))
        ):
            return self._named(Person(after.strip(), proper_case_title(before)))
        before, comma, after = text.partition(",")
        office = comma and begins_with_title(before) and not has_honorific(before)
        if office and (holder := self._office(text)):  # "Ministro Pesca, Salinas y Faros"
            return holder
        if (
            office and is_name(after.strip(), 2) and not has_office(after)
        ):  # "Ministro de Puertos, Rodrigo Roe Paz"
            return self._named(Person(after.strip(), before))
        # "Commissioner Ana Roe, Department of Health"
        if comma and not has_honorific(before) and (person := split_title(before)):
            return self._named(Person(person.name, f"{person.title}, {after.strip()}"))
        named = has_honorific(before) or not begins_with_title(before)
        if comma and named and is_name(strip_honorific(before), 1) and not is_office(before):
            return self._named(Person(strip_honorific(before), proper_case_title(after.strip())))
        if has_honorific(text) and is_name(proper_case(strip_honorific(text))):
            return self._honorific(text, bracket)
        if holder := self._by_title(text):
            return holder
        if ended := self._ends_with_a_name(text):
            return ended
        if role_key(text) not in TITLE_WORDS and (
            person := split_title(proper_case_title(text))
            or (office_and_name(proper_case_title(text).split()) if text.isupper() else None)
        ):
            return self._titled(text, person)
        if text.isupper() and len(text) <= 3 and " " not in text:  # "SG", "PM", or "ROE"
            surname = self._surname(text)
            return surname if surname.attribution is Attribution.HEADER else self._initials(text)
        words = text.split()
        if len(words) == 2 and len(words[0].strip(".")) == 1:  # "S. PSAKI" beside "MS. PSAKI"
            found = self._surname(words[1])
            if found.attribution is not Attribution.PRINTED:
                return found
        if is_name(text, 2) and not is_office(text) and not begins_with_title(text):
            return Resolved(proper_case(text), Attribution.PRINTED, bracket or None)
        if holder := self._office(text):
            return holder
        if is_name(text) and not is_office(text):
            return self._surname(text)
        return Resolved(None)

    def _titles(self) -> dict[str, str | None]:
        """Return the titles of the people known so far, listed or from labels, by name."""
        titles = {person.name: person.title for person in self.participants}
        return titles | {person.name: person.title for person in self.named.values()}

    def _by_title(self, text: str) -> Resolved | None:
        """ "MINISTRA DE SALUD" after "MINISTRA DE SALUD, ROSA ROE", who alone has that office."""
        office = normalize(text)
        people = self._titles()
        named = [name for name, title in people.items() if title and normalize(title) == office]
        if len(named) != 1 or (is_name(text, 2) and not begins_with_title(text)):
            return None
        return Resolved(named[0], Attribution.HEADER, people[named[0]])

    def _ends_with_a_name(self, text: str) -> Resolved | None:
        """ "President of Andoria Viktor Roe" where "Viktor Roe" alone is a label too."""
        words = text.split()
        if len(words) < 4 or text.isupper():
            return None
        for size in (2, 3):
            name = " ".join(words[-size:])
            if name in self.named and has_office(" ".join(words[:-size])):
                return Resolved(name, Attribution.PRINTED, " ".join(words[:-size]))
        return None

    def _on_list(self, text: str) -> Participant | None:
        """Return the listed person of a label: by the whole name, a longer label, or a surname."""
        bare = _SET_APART.sub(r"\1\2", normalize(strip_honorific(text)))
        by_name, by_surname = self._index()
        if person := by_name.get(bare):
            return person
        if person := by_name.get(normalize(strip_honorific(text.partition(",")[0]))):
            return person
        if _HAN.search(bare):  # "国务院研究室副主任向明"
            return next((by_name[bare[-n:]] for n in (4, 3, 2) if bare[-n:] in by_name), None)
        same = by_surname.get(bare, [])
        if not same and " " in bare:  # "de Guzmán" of "Luis de Guzmán"
            same = [p for name, p in by_name.items() if name.endswith(" " + bare)]
        return same[0] if len(same) == 1 else None

    def _index(self) -> tuple[dict[str, Participant], dict[str, list[Participant]]]:
        """Return the listed people by normal form and by surname."""
        if self._indexed is None:
            names: dict[str, Participant] = {}
            surnames: dict[str, list[Participant]] = {}
            for person in self.participants:
                normal = normalize(person.name)
                names.setdefault(normal, person)
                surnames.setdefault(normalize(surname(person.name)), []).append(person)
            self._indexed = (names, surnames)
        return self._indexed

    def _named(self, person: Person) -> Resolved:
        return Resolved(proper_case(person.name), Attribution.PRINTED, person.title)

    def _honorific(self, text: str, title: str) -> Resolved:
        bare = strip_honorific(text)
        if " " in bare:
            return Resolved(proper_case(bare), Attribution.PRINTED, title or None)
        found = self._surname(bare)
        if found.attribution is Attribution.PRINTED:  # no full name anywhere
            courtesy = text[: len(text) - len(bare)].strip().rstrip(".").capitalize()
            dot = "." if courtesy.lower() in ("mr", "ms", "mrs", "dr", "prof") else ""
            return Resolved(f"{courtesy}{dot} {found.name}", Attribution.PRINTED)
        return found

    def _titled(self, text: str, person: Person) -> Resolved:
        if " " in person.name:
            listed = self._on_list(person.name)
            if listed:
                return Resolved(listed.name, Attribution.PRINTED, person.title)
            name = proper_case(person.name)
            if OFFICE.match(person.title or "") and (longer := self._longer(name)):
                name, person = longer.name, Person(longer.name, longer.title or person.title)
            return Resolved(name, Attribution.PRINTED, person.title)
        found = self._surname(person.name)
        if found.attribution is Attribution.PRINTED:
            return Resolved(f"{person.title} {found.name}", Attribution.PRINTED, person.title)
        return Resolved(found.name, found.attribution, found.title or person.title)

    def _longer(self, surnames: str) -> Person | None:
        """Return who is named in full where a label has two surnames ("MINISTRO ROE PAZ")."""
        if len(surnames.split()) > 2:
            return None
        for text in (self.header, self.speech):
            found = full_name(surnames, text) if surnames in text else None
            if found and found.name != surnames and found.name.endswith(" " + surnames):
                return found
        return None

    def _initials(self, text: str) -> Resolved:
        same = [
            person
            for person in self.participants
            if "".join(word[0] for word in person.name.split()) == text
        ]
        if len(same) == 1:
            return Resolved(same[0].name, Attribution.HEADER, same[0].title)
        return Resolved(None)

    def _surname(self, surname: str) -> Resolved:
        """Find the full name that goes with a surname in the header, else in what was said."""
        same = self._index()[1].get(normalize(surname), [])
        if len(same) == 1:
            return Resolved(same[0].name, Attribution.HEADER, same[0].title)
        person = self.named_by_surname.get(surname.casefold()) or self._family_name(surname)
        if person and not same:
            return Resolved(person.name, Attribution.HEADER, person.title)
        if same:
            return Resolved(proper_case(surname), Attribution.PRINTED)
        if surname not in self._searched:
            self._searched[surname] = self._said_in_full(surname)
        if found := self._searched[surname]:
            return found
        if given := self.given.get(surname.casefold()):
            return Resolved(f"{given} {proper_case(surname)}", Attribution.INTRODUCED)
        return Resolved(proper_case(surname), Attribution.PRINTED)

    def _said_in_full(self, surname: str) -> Resolved | None:
        """Look for a full name in the header's words, then in what was said."""
        if len(self._searched) > MAX_SEARCHES:
            return None
        for text, how in ((self.header, Attribution.HEADER), (self.speech, Attribution.INTRODUCED)):
            if person := full_name(surname, text):
                return Resolved(person.name, how, person.title)
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

    def _office(self, text: str) -> Resolved | None:
        """Find the holder of an office that stands alone as a label."""
        office = role_key(text)
        words = set(re.findall(r"\w+", office)) - {"the", "of", "for", "de", "la", "del"}
        holders = [
            person
            for person in self.speakers()
            if person.title and words <= set(re.findall(r"\w+", person.title.lower()))
        ]
        if len(holders) == 1:
            return Resolved(holders[0].name, Attribution.HEADER, holders[0].title)
        if holders:
            first = [p for p in holders if p.title and p.title.lower().startswith(office)]
            return (
                Resolved(first[0].name, Attribution.HEADER, first[0].title)
                if len(first) == 1
                else Resolved(None)
            )
        if "official" in office:
            return None  # who speaks on background is not to be named
        for person in self.in_header():
            title = (person.title or "").lower()
            if words and words <= set(re.findall(r"\w+", title)):
                name = person.name
                if " " not in name and not _HAN.search(name):
                    name = f"{person.title} {name}"
                return Resolved(name, Attribution.HEADER, person.title)
        return None

    def _resolve_chinese(self, text: str) -> Resolved:
        bare = _SET_APART.sub(r"\1\2", strip_honorific(text))
        if person := split_title(bare):
            return Resolved(person.name, Attribution.PRINTED, person.title)
        parts = bare.split()
        if len(parts) == 2 and is_name(parts[1]):
            return Resolved(parts[1], Attribution.PRINTED, parts[0])
        for size in (4, 3, 2):
            name = bare[-size:]
            if name != bare and name in self.named:
                return Resolved(name, Attribution.PRINTED, bare[:-size].strip())
        if is_name(bare) and not is_office(bare):
            return Resolved(bare, Attribution.PRINTED)
        holders = [p for p in self.speakers() if p.title and (bare in p.title or p.title in bare)]
        if len(holders) == 1:
            return Resolved(holders[0].name, Attribution.HEADER, holders[0].title)
        for person in self.in_header():
            if person.title and (bare.endswith(person.title) or person.title.endswith(bare)):
                return Resolved(person.name, Attribution.HEADER, person.title)
        return Resolved(None)


def surname(name: str) -> str:
    """Return the family name: the last word, or the one in capitals ("MOTOKI Toshi")."""
    words = name.split()
    capitals = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    return capitals[0] if len(capitals) == 1 < len(words) else words[-1]


def from_labels(resolved: Iterable[tuple[Resolved, Role]]) -> list[Participant]:
    """Return the named holders of labels as participants, once each."""
    people: dict[str, Participant] = {}
    for holder, role in resolved:
        if holder.name:
            people.setdefault(
                normalize(holder.name), Participant(holder.name, role, holder.title or None)
            )
    return list(people.values())
