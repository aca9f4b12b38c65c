"""Who is known, and who of them holds a title or an office.

What a label must look like to be any of theirs is for `holders` to say.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing.known_people import KnownPeople
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.offices import ALSO_CALLED, IN_CHINESE, OFFICE, holders
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Attribution

_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset(["the", "of", "for", "de", "la", "del"])
PRESENTED = 4000  # characters of the first words said in which who takes part is presented


@dataclass
class Known(KnownPeople):
    """The people known so far, each to be found by what a label may say of them."""

    def by_title(self, title: str) -> Resolved | None:
        """Return who alone has exactly this title, by a list or by another label."""
        normal = normalize(title)
        people = self._titles()
        names = [name for name, held in people.items() if held and normalize(held) == normal]
        if len(names) != 1:
            return None
        return Resolved(names[0], Attribution.HEADER, people[names[0]])

    def by_office(self, text: str) -> Resolved | None:
        """Return who alone holds an office, by the list or by the header's words.

        A ``Resolved`` without a name says that several hold it.
        """
        office = role_key(text)
        words = set(_WORD.findall(office)) - _SMALL_WORDS
        listed = [
            person
            for person in self.speakers()
            if person.title and words <= set(_WORD.findall(person.title.lower()))
        ]
        if len(listed) > 1:
            listed = [p for p in listed if p.title and p.title.lower().startswith(office)]
            if len(listed) != 1:
                return Resolved(None)
        if listed:
            return Resolved(listed[0].name, Attribution.HEADER, listed[0].title)
        if "official" in office:
            return None  # who speaks on background is not to be named
        for person in self.in_header() if office in ALSO_CALLED else ():
            if (person.title or "").lower().startswith(ALSO_CALLED[office]):
                return Resolved(person.name, Attribution.HEADER, person.title)
        for title in IN_CHINESE.get(office, ()):
            if (held := self.by_office_in_chinese(title)).name and held.title == title:
                return held
        if OFFICE.match(text):
            return self._romance_holder(office, words)
        for person in self.in_header() if words else ():
            if words <= set(_WORD.findall((person.title or "").lower())):
                name = person.name
                if " " not in name and not HAN.search(name):
                    name = f"{person.title} {name}"
                return Resolved(name, Attribution.HEADER, person.title)
        return None

    def _romance_holder(self, office: str, words: set[str]) -> Resolved | None:
        """Return who alone holds an office, by the header or by the first words said.

        "Me acompaña la ministra de Hacienda, María Roe" names the holder of "Ministra de Hacienda";
        of "Ministra" alone only the header can tell.
        """
        told = self.in_header()
        said = holders(self.speech[:PRESENTED]) if len(words) > 1 else []
        for people, how in (
            (self._set_by_comma, Attribution.HEADER),
            (told, Attribution.HEADER),
            (said, Attribution.INTRODUCED),
        ):
            found = {
                person.name: person
                for person in people
                if " " in person.name and words <= set(_WORD.findall((person.title or "").lower()))
            }
            if len(found) > 1:
                found = {n: p for n, p in found.items() if (p.title or "").lower() == office}
                if len(found) != 1:
                    return Resolved(None)
            for name, person in found.items():
                return Resolved(name, how, person.title)
        return None

    def by_body(self, body: str) -> Resolved | None:
        """Return who alone has a title at a body ("in charge of the Price Centre")."""
        words = set(_WORD.findall(body.lower())) - _SMALL_WORDS
        people = {person.name: person.title for person in self.in_header()} | self._titles()
        return _only(
            {
                name: title
                for name, title in people.items()
                if words and title and words <= set(_WORD.findall(title.lower()))
            }
        )

    def by_office_in_chinese(self, text: str) -> Resolved:
        """Return who holds an office as Chinese prints it, more or less of it ("发言人")."""
        holders = [p for p in self.speakers() if p.title and (text in p.title or p.title in text)]
        if len(holders) == 1:
            return Resolved(holders[0].name, Attribution.HEADER, holders[0].title)
        named = {
            person.name: person.title
            for person in self.in_header()
            if person.title and (text.endswith(person.title) or person.title.endswith(text))
        }
        exact = {name: title for name, title in named.items() if title == text}
        return _only(exact) or _only(named) or Resolved(None)

    def by_surname_in_chinese(self, surname: str, office: str) -> Resolved | None:
        """Return who alone has a family name, or has the office besides ("梁副主委")."""
        people = {person.name: person.title for person in self.in_header()} | self._titles()
        same = {n: title for n, title in people.items() if n.startswith(surname) and n != surname}
        held = {name: title for name, title in same.items() if title and office[-2:] in title}
        return _only(same) or _only(held)


def _only(people: Mapping[str, str | None]) -> Resolved | None:
    """Return the one of these people, None where there are more or none."""
    if len(people) != 1:
        return None
    ((name, title),) = people.items()
    return Resolved(name, Attribution.HEADER, title)
