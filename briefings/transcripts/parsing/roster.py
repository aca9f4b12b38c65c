"""Who is who in one document: the people known, and whose each of its labels is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefings.transcripts.parsing import bilingual, holders
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.parsing.known import Known
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import Person, strip_honorific
from briefings.transcripts.parsing.resolved import Label, Resolved
from briefings.transcripts.parsing.vocabulary import MODERATOR_LABELS
from briefings.transcripts.types import Attribution


@dataclass
class Roster(Known):
    """The people known, more of them as labels are learnt, and the holder of each label."""

    misspelt: Mapping[str, str] = field(default_factory=dict)  # the right label by the wrong one
    _found: dict[str, Resolved] = field(default_factory=dict)

    def resolve(self, label: str) -> Resolved:
        """Return whose label this is."""
        known = self._found.get(label)
        if known is None:
            known = self._found[label] = self._fullest(self._by_parts(label))
        return known

    def learn(self, labels: Iterable[str]) -> None:
        """Note the full names that labels print, for the labels that print a surname alone."""
        for label in dict.fromkeys(labels):
            holder = self.resolve(label)
            if not holder.name:
                continue
            if Label.of(label).key in MODERATOR_LABELS or name_of_host(label):
                self.hosts[holder.name] = Person(holder.name, holder.title)
            if holder.attribution is Attribution.PRINTED and _is_full(holder.name, holder.title):
                self.add(Person(holder.name, holder.title))
        self._found.clear()

    def correct(self, misspelt: Mapping[str, str], given: Mapping[str, str]) -> None:
        """Take in which labels are misspelt, and given names by surnames; resolve anew."""
        self.misspelt = misspelt
        self.given = given
        self._found.clear()

    def note_moderators(self, names: Mapping[str, str]) -> None:
        """Note by which names moderators present themselves, by their labels; resolve anew."""
        self.self_named = names
        self._found.clear()

    def _by_parts(self, label: str) -> Resolved:
        """Resolve a label, or the two of a label in two languages."""
        parts = bilingual.parts(label)
        found = [holders.find(self.misspelt.get(part, part), self) for part in parts]
        if len(found) == 1:
            return found[0]
        name = bilingual.both([holder.name for holder in found])
        title = next((holder.title for holder in found if holder.title), None)
        return Resolved(name, Attribution.PRINTED if name else None, title)

    def _fullest(self, holder: Resolved) -> Resolved:
        """Give a name cut short in its full form ("Ernesto Roe" beside "Ernesto Roe Rico")."""
        if not holder.name or " " not in holder.name:
            return holder
        longer = {name for name in self.named if name.startswith(holder.name + " ")}
        if len(longer) != 1:
            return holder
        return Resolved(longer.pop(), holder.attribution, holder.title)


def _is_full(name: str, title: str | None) -> bool:
    """Tell a full name from a surname, with or without its office ("Administrator Roe")."""
    if title and name.startswith(title + " "):
        return False
    return " " in strip_honorific(name) or bool(HAN.search(name))
