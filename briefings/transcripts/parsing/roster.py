"""Who is who: the people of a briefing, and whose label is whose.

A label may hold a full name, a surname with a courtesy word, a title with a name, or an office
alone. What the header, the title, the lede or the people's own first words say is used; what
nobody says stays unknown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefings.transcripts.names import normalize
from briefings.transcripts.parsing import bilingual
from briefings.transcripts.parsing.people import (
    PARTICLES,
    Person,
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
_RUN = re.compile(
    r"[A-ZÀ-Þ][\w’'.&-]*(?:[ \xa0]+(?:(?:of|for|the|and|de|del|la|el|los|las|y|da|do|von|van|bin|"
    r"al)\s+){0,3}"
    r"[A-ZÀ-Þ][\w’'.&-]*)*"
)
_AFTER_NAME = re.compile(r"\s*,\s+(?:the\s+|our\s+|a\s+)?((?:[\w’'&-]+\s*){1,14})")
_BRACKETS = re.compile(r"\s*[\[(（][^\])）]*[\])）]\s*$")
# "la presidenta Claudia Roe Pardo", "外交部发言人汪文斌": offices in lower case before a name
_OFFICE_NAME = re.compile(
    r"\b((?:presidenta?|vicepresidenta?|ministr[oa]|secretari[oa]|portavoz|vocer[oa]|canciller|"
    r"spokes(?:man|woman|person)|minister|secretary|president|director|commissioner)"
    r"(?:\s+(?:de|del|of|for|la|the|general)(?:\s+[A-ZÀ-Þ][\w-]+)?)*)\s+"
    r"((?:[A-ZÀ-Þ][\w’'.-]+\s+){1,4}[A-ZÀ-Þ][\w’'.-]+|[A-ZÀ-Þ][\w’'.-]+\s+[A-ZÀ-Þ][\w’'.-]+)"
)
# "la ministra portavoz del Gobierno, Inés Roe, y la ministra de Pesca, Ana Doe"
_OFFICE_COMMA_NAME = re.compile(
    r"\b((?i:presidenta?|vicepresidenta?|ministr[oa]|secretari[oa]|portavoz|vocer[oa]|director[a]?|"
    r"canciller|jef[ea])(?:\s+(?:de|del|la|las|los|el|y|e|[A-ZÀ-Þ]?[\w-]+)){0,8}?),\s+"
    r"([A-ZÀ-Þ][\w’'-]+(?:\s+(?:de\s+|la\s+|del\s+)*[A-ZÀ-Þ][\w’'-]+){1,4})(?=,|\s+y\s|[.;]|$)"
)
_ZH_SPOKESPERSON = re.compile(
    r"(?:发言人|發言人|部长|部長|外长|主任|局长|司长|总理|主席)([\u4e00-\u9fff]{2,3}?)"
    r"(?=主持|举行|就|答|在|出席|：|:|$|\d|回答|於|于|的)"
)


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
    found: dict[str, Resolved] = field(default_factory=dict)
    named: dict[str, Person] = field(default_factory=dict)

    def learn(self, labels: Iterable[str]) -> None:
        """Note the full names that labels print, for the labels that print a surname alone."""
        for label in dict.fromkeys(labels):
            holder = self.resolve(label)
            if holder.name and holder.attribution is Attribution.PRINTED:
                full = " " in strip_honorific(holder.name) or _HAN.search(holder.name)
                if full and holder.name not in self.named:
                    self.named[holder.name] = Person(holder.name, holder.title)
        self.found.clear()

    def speakers(self) -> list[Participant]:
        """Return the people who are not the moderator."""
        return [person for person in self.participants if person.role is Role.SPEAKER]

    def resolve(self, label: str) -> Resolved:
        """Return whose label this is."""
        known = self.found.get(label)
        if known is None:
            known = self.found[label] = self._resolve_parts(label)
        return known

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
        text = _BRACKETS.sub("", label).strip() or label
        bracket = label[len(text) :].strip(" [](（）")
        if bracket and role_key(text) in MODERATOR_LABELS | SPEAKER_FIELDS:
            person = listed(bracket, True)  # "MODERATOR (Deng Lan, deputy director of …)"
            if person:
                return Resolved(person.name, Attribution.PRINTED, person.title)
        if person := self._on_list(text):
            return Resolved(person.name, Attribution.PRINTED, person.title)
        if role_key(text) in MODERATOR_LABELS:
            hosts = [p for p in self.participants if p.role is Role.MODERATOR]
            if len(hosts) == 1:
                return Resolved(hosts[0].name, Attribution.HEADER, hosts[0].title)
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
            and not _has_office(after)
        ):
            return self._named(Person(after.strip(), proper_case_title(before)))
        before, comma, after = text.partition(",")
        if comma and is_name(strip_honorific(before), 1) and not _is_office(before):
            return self._named(Person(strip_honorific(before), proper_case_title(after.strip())))
        if has_honorific(text) and is_name(proper_case(strip_honorific(text))):
            return self._honorific(text, bracket)
        if role_key(text) not in TITLE_WORDS and (person := split_title(proper_case_title(text))):
            return self._titled(text, person)
        if is_name(text, 2) and not _is_office(text):
            return Resolved(proper_case(text), Attribution.PRINTED, bracket or None)
        if found := self._office(text):
            return found
        if is_name(text) and not _is_office(text):
            return self._surname(text)
        return Resolved(None)

    def _on_list(self, text: str) -> Participant | None:
        bare = normalize(strip_honorific(text))
        for person in self.participants:
            if normalize(person.name) == bare:
                return person
        head = normalize(strip_honorific(text.partition(",")[0]))
        for person in self.participants:
            name = normalize(person.name)
            if name == head or (_HAN.search(name) and len(name) > 1 and bare.endswith(name)):
                return person
        # "MS. ROE", "Roe": the only listed person of that surname
        if " " not in bare and not _HAN.search(bare):
            same = [p for p in self.participants if normalize(p.name).split()[-1] == bare]
            if len(same) == 1:
                return same[0]
        # a longer or shorter form of the same name ("Rommel Roe" for "Rommel Roe Marrufo")
        return None

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
            name = listed.name if listed else proper_case(person.name)
            return Resolved(name, Attribution.PRINTED, person.title)
        found = self._surname(person.name)
        if found.attribution is Attribution.PRINTED:
            return Resolved(f"{person.title} {found.name}", Attribution.PRINTED, person.title)
        return Resolved(found.name, found.attribution, found.title or person.title)

    def _surname(self, surname: str) -> Resolved:
        """Find the full name that goes with a surname in the header, else in what was said."""
        key = surname.casefold()
        for person in self.participants:
            if person.name.split()[-1].casefold() == key:
                return Resolved(person.name, Attribution.HEADER, person.title)
        for person in self.named.values():
            if person.name.split()[-1].casefold() == key:
                return Resolved(person.name, Attribution.HEADER, person.title)
        for text, how in ((self.header, Attribution.HEADER), (self.speech, Attribution.INTRODUCED)):
            if person := full_name(surname, text):
                return Resolved(person.name, how, person.title)
        return Resolved(proper_case(surname), Attribution.PRINTED)

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
        for person in mentioned(self.header):
            title = (person.title or "").lower()
            if words and words <= set(re.findall(r"\w+", title)):
                name = person.name
                if " " not in name and not _HAN.search(name):
                    fuller = full_name(name, self.speech[:0])
                    name = fuller.name if fuller else f"{person.title} {name}"
                return Resolved(name, Attribution.HEADER, person.title)
        return None

    def _resolve_chinese(self, text: str) -> Resolved:
        bare = strip_honorific(text)
        if person := split_title(bare):
            return Resolved(person.name, Attribution.PRINTED, person.title)
        parts = bare.split()
        if len(parts) == 2 and is_name(parts[1]):
            return Resolved(parts[1], Attribution.PRINTED, parts[0])
        for name in self.named:
            if bare.endswith(name) and bare != name:
                return Resolved(name, Attribution.PRINTED, bare[: -len(name)].strip())
        if is_name(bare) and not _is_office(bare):
            return Resolved(bare, Attribution.PRINTED)
        holders = [p for p in self.speakers() if p.title and (bare in p.title or p.title in bare)]
        if len(holders) == 1:
            return Resolved(holders[0].name, Attribution.HEADER, holders[0].title)
        for person in mentioned(self.header):
            if person.title and (bare.endswith(person.title) or person.title.endswith(bare)):
                return Resolved(person.name, Attribution.HEADER, person.title)
        return Resolved(None)


def full_name(surname: str, text: str) -> Person | None:
    """Return the first full name with a surname in a text, with the title set beside it."""
    if not text:
        return None
    form = re.compile(rf"(?<!\w){re.escape(surname)}(?!\w)", re.IGNORECASE)
    for number, found in enumerate(form.finditer(text)):
        if number > MAX_MENTIONS:
            return None
        if found.group().isupper() and len(surname) > 3:
            continue
        words = _BEFORE_NAME.split(text[max(0, found.start() - 120) : found.start()])[-1].split()
        given: list[str] = []
        while words and (
            words[-1].strip(".,").lower() not in TITLE_WORDS
            and words[-1][0].isupper()
            and not words[-1].endswith(",")
            and not has_honorific(words[-1] + " X")
            and words[-1].lower().strip(".,") not in _NOT_GIVEN
            and not (words[-1].endswith(".") and len(words[-1]) > 3)
            and len(given) < 3
        ):
            given.insert(0, words.pop())
        if not given or all(len(word.strip(".")) < 2 for word in given):
            continue
        title = _title_before(words)
        if not title and (after := _AFTER_NAME.match(text, found.end())):
            phrase = after[1].split()
            if (
                phrase
                and (phrase[0].lower() in TITLE_WORDS or phrase[0][0].isupper())
                and any(word.lower().strip(",") in TITLE_WORDS for word in phrase[:6])
            ):
                title = _cut_title(phrase)
        return Person(" ".join([*given, found.group()]), title or None)
    return None


# A surname said often without a first name has none in this text.
MAX_MENTIONS = 60
_BEFORE_NAME = re.compile(r"[.!?;:—()]\s+|,\s+(?=[a-z])")


def _title_before(words: Sequence[str]) -> str:
    """Return the office that ends right before a name ("… joined by Surgeon General")."""
    kept: list[str] = []
    for word in reversed(words):
        bare = word.strip(",.").lower()
        if word[0].isupper() or bare in TITLE_WORDS or (kept and bare in ("of", "for", "the")):
            kept.insert(0, word)
        else:
            break
    while kept and kept[0].strip(",.").lower() not in TITLE_WORDS:
        kept.pop(0)
    return " ".join(kept).strip(" ,")


_NOT_GIVEN = frozenset(
    [
        "i’m",
        "i'm",
        "it’s",
        "it's",
        "and",
        "the",
        "with",
        "by",
        "thank",
        "thanks",
        "from",
        "our",
        "your",
        "hi",
        "hey",
        "hello",
        "good",
        "morning",
        "afternoon",
        "today",
        "also",
        "as",
        "now",
        "so",
        "well",
        "but",
        "okay",
        "right",
        "yes",
        "jr",
        "sr",
        "joining",
        "joined",
        "welcome",
        "to",
        "for",
        "ask",
        "question",
        "what",
        "when",
        "where",
        "remarks",
        "briefing",
        "press",
        "call",
        "gaggle",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "q",
        "go",
        "over",
        "back",
        "next",
        "then",
    ]
)


def _cut_title(words: Sequence[str]) -> str:
    """Keep the capitalised words of a title and the small ones between them."""
    kept: list[str] = []
    for word in words:
        if word[0].isupper() or word.lower() in TITLE_WORDS or word in (
            "of", "the", "for", "and", "to", "on", "de", "del", "la", "&"
        ):  # fmt: skip
            kept.append(word)
        else:
            break
    while kept and kept[-1].islower() and kept[-1].lower() not in TITLE_WORDS:
        kept.pop()
    return " ".join(kept)


def mentioned(text: str) -> list[Person]:
    """Return the people a title or a lede names with their offices.

    "Remarks by Vice President Roe in …", "briefing by Ana Roe, Spokesman for …", "Foreign Ministry
    Spokesperson Hua Lan's Regular Press Conference", "外交部发言人华兰主持例行记者会".
    """
    people: list[Person] = []
    text = "\n".join(
        proper_case_title(line) if line.isupper() else line for line in text[:4000].split("\n")
    )
    for found in _RUN.finditer(text):
        run = re.split(r"['’]s?(?=\s|$)", found.group(), maxsplit=1)[0]
        for piece in re.split(r"\s+and\s+", run):
            person = _in_run(piece)
            if person:
                people.append(person)
        after = _AFTER_NAME.match(text, found.end())
        name = strip_honorific(_last_name_run(found.group()))
        if after and is_name(name, 2) and not _in_run(found.group()):
            words = after[1].split()
            if words and any(w.lower() in TITLE_WORDS for w in words[:4]):
                people.append(Person(name, _cut_title(words)))
    for found in _OFFICE_COMMA_NAME.finditer(text):
        people.append(Person(found[2], found[1]))
    for found in _OFFICE_NAME.finditer(text):
        people.append(Person(found[2], found[1]))
    for found in _ZH_SPOKESPERSON.finditer(text):
        start = max(text.rfind(sign, 0, found.start()) for sign in " ，。日、：:\n") + 1
        people.append(Person(found[1], text[start : found.start(1)]))
    return people


def _in_run(run: str) -> Person | None:
    """Part "Principal Deputy Press Secretary Jane Roe" into title and name."""
    words = run.split()
    office = -1
    for number, word in enumerate(words):
        if word.strip(",.").lower() in TITLE_WORDS:
            office = number
    if office < 0 or office == len(words) - 1:
        return None
    start = office
    while start and (
        words[start - 1].strip(",.").lower() in TITLE_WORDS
        or words[start - 1] in ("of", "for", "the", "and", "de", "la")
        or (words[start - 1][0].isupper() and words[start - 1] not in _EVENT_WORDS)
    ):
        start -= 1
    name = words[office + 1 :]
    while name and name[-1] in _EVENT_WORDS:
        name.pop()
    if not name or not is_name(" ".join(name)) or name[0] in ("of", "for"):
        return None
    title = " ".join(words[start : office + 1])
    return Person(strip_honorific(" ".join(name)), title)


_OFFICE_EXTRA = frozenset(
    "of for the general de department ministry government one two three four five six no".split()
)
_EVENT_WORDS = frozenset(
    [
        "Remarks",
        "Press",
        "Briefing",
        "Conference",
        "Transcript",
        "Gaggle",
        "Call",
        "Regular",
        "Daily",
        "Background",
        "Record",
        "Statement",
        "News",
        "Joint",
        "Readout",
        "Interview",
        "On",
        "Vía",
    ]
) - {"Press"}


def _last_name_run(run: str) -> str:
    words = run.split()
    return " ".join(words[-4:]) if len(words) <= 4 else ""


def _has_office(text: str) -> bool:
    return any(word.strip(",.").lower() in TITLE_WORDS for word in text.split())


def _is_office(text: str) -> bool:
    words = role_key(text).split()
    return bool(words) and all(
        word.strip(",.") in TITLE_WORDS or word in _OFFICE_EXTRA for word in words
    )


def proper_case_title(text: str) -> str:
    """Return a title or a name printed in capitals in title case, small words small."""
    if not text.isupper():
        return text
    words = []
    for number, word in enumerate(text.split()):
        small = word.lower() in PARTICLES | {"of", "for", "the", "and", "a"}
        words.append(word.lower() if number and small else proper_case(word))
    return " ".join(words)


def from_labels(resolved: Iterable[tuple[Resolved, Role]]) -> list[Participant]:
    """Return the named holders of labels as participants, once each."""
    people: dict[str, Participant] = {}
    for holder, role in resolved:
        if holder.name:
            people.setdefault(
                normalize(holder.name), Participant(holder.name, role, holder.title or None)
            )
    return list(people.values())
