"""Whose label it is where an office or a title stands beside the name.

Each function is a rule of `holders`: None where a label is not of its shape.
"""

import re

from briefings.transcripts.parsing.capitals import proper_case, proper_case_title
from briefings.transcripts.parsing.known import PRESENTED, Known
from briefings.transcripts.parsing.mentions import office_and_name
from briefings.transcripts.parsing.office_words import has_office, is_office
from briefings.transcripts.parsing.offices import OFFICE, split_office
from briefings.transcripts.parsing.people import (
    Person,
    begins_with_title,
    has_honorific,
    is_name,
    split_title,
    strip_honorific,
)
from briefings.transcripts.parsing.resolved import Label, Resolved
from briefings.transcripts.parsing.vocabulary import OFFICE_NOUNS, TITLE_WORDS
from briefings.transcripts.types import Attribution

MAX_INITIALS = 4  # of an office: "IC", "PIO", "CFO"


def capitals_ending_in_a_name(label: Label, known: Known) -> Resolved | None:
    """ "MINISTRO DE PESCA, SALINAS Y FAROS, RODRIGO ROE PAZ"."""
    before, comma, after = label.text.rpartition(",")
    first, _, rest = before.partition(",")
    bare = strip_honorific(first)
    named = is_name(proper_case(bare), 2) and not has_office(bare)
    if named and (has_office(rest) or bare != first):
        return None  # "ANA ROE, DIRECTOR, EMERGENCY MANAGEMENT", "GOV. ANA ROE, SALT ISLES"
    if (
        comma
        and label.text.isupper()
        and is_name(after.strip().title(), 2)
        and not has_office(after)
        and (has_office(before) or not is_name(proper_case(before), 2))
    ):
        return _printed(Person(after.strip(), proper_case_title(before)))
    return None


def office_and_comma(label: Label, known: Known) -> Resolved | None:
    """ "Ministro Pesca, Salinas y Faros", "Secretary for Quays, Sport and Salt, Mr Luis Roe"."""
    if (office := split_office(label.text)) and office[1]:  # "Ministra portavoz, Inés Roe"
        return _printed(Person(office[1], office[0]))
    before, comma, after = label.text.rpartition(",")
    if not comma or not begins_with_title(before) or has_honorific(before):
        return None
    if found := known.by_office(label.text):
        return found
    name = strip_honorific(after.strip())
    if has_office(name) or not is_name(name):
        return None
    if " " in name:
        return _printed(Person(name, before))
    if not has_honorific(after.strip()):
        return None
    found = known.by_surname(name)  # "Secretary for Health, Professor Roe"
    holder = after.strip() if found.attribution is Attribution.PRINTED else found.name
    return Resolved(holder, found.attribution, found.title or before)


def office_and_surname_in_brackets(label: Label, known: Known) -> Resolved | None:
    """ "SR. PRESIDENTE (Roe)", as parliaments of South America print it."""
    if not label.bracket or not OFFICE.match(strip_honorific(label.text)):
        return None
    if not is_name(label.bracket) or has_office(label.bracket):
        return None
    if is_name(label.bracket, 2):
        return _printed(Person(label.bracket, strip_honorific(label.text)))
    return known.by_surname(label.bracket)


def title_name_and_institution(label: Label, known: Known) -> Resolved | None:
    """ "Commissioner Ana Roe, Department of Health"."""
    before, comma, after = label.text.partition(",")
    if comma and not has_honorific(before) and (person := split_title(before)):
        return _printed(Person(person.name, f"{person.title}, {after.strip()}"))
    return None


def name_and_title(label: Label, known: Known) -> Resolved | None:
    """ "Ana Roe, Minister of Harbours", "Dr. Roe, Chief Medical Officer"."""
    before, comma, after = label.text.partition(",")
    if not comma or (begins_with_title(before) and not has_honorific(before)):
        return None
    bare = strip_honorific(before)
    if is_name(bare, 1) and not is_office(before):
        return _printed(Person(bare, proper_case_title(after.strip())))
    return None


def office_and_known_name(label: Label, known: Known) -> Resolved | None:
    """ "President of Andoria Viktor Roe" where "Viktor Roe" alone is a label too."""
    words = label.text.split()
    if len(words) < 4 or label.text.isupper():
        return None
    for size in (2, 3):
        name = " ".join(words[-size:])
        if name in known.named and has_office(" ".join(words[:-size])):
            return Resolved(name, Attribution.PRINTED, " ".join(words[:-size]))
    return None


def initials_of_an_office(label: Label, known: Known) -> Resolved | None:
    """ "PIO ROE" where "Ana Roe, the public information officer" is said when all begins."""
    initials, _, name = label.text.partition(" ")
    if not label.text.isupper() or not 2 <= len(initials) <= MAX_INITIALS or " " in name:
        return None
    if not (initials.isalpha() and is_name(proper_case(name))):
        return None
    form = r"\s+".join(rf"{letter}[a-z]+" for letter in initials)
    office = re.search(rf"\b{form}\b", known.speech[:PRESENTED], re.IGNORECASE)
    if office is None or office.group().split()[-1].lower() not in OFFICE_NOUNS:
        return None
    found = known.by_surname(name)
    if found.attribution is Attribution.PRINTED or not found.name:
        return None
    if found.name.upper().startswith(initials + " "):
        return None  # "PIO ROE", whose first name it is
    return Resolved(found.name, found.attribution, found.title or office.group().title())


def title_and_name(label: Label, known: Known) -> Resolved | None:
    """ "NATO Secretary General Jens Roe", "SECRETARY ROE", "MINISTRO ROE PAZ"."""
    if label.key in TITLE_WORDS or ((office := split_office(label.text)) and not office[1]):
        return None  # "SPOKESPERSON", "VOCERO PRESIDENCIAL"
    text = proper_case_title(label.text)
    person = split_title(text)
    if person is None and label.text.isupper():
        person = office_and_name(text.split())
    if person is None:
        return None
    if " " not in person.name:
        found = known.by_surname(person.name)
        if found.attribution is Attribution.PRINTED:
            return Resolved(f"{person.title} {found.name}", Attribution.PRINTED, person.title)
        return Resolved(found.name, found.attribution, found.title or person.title)
    if on_list := known.listed(person.name):
        return Resolved(on_list.name, Attribution.PRINTED, person.title)
    name = proper_case(person.name)
    if OFFICE.match(person.title or "") and (longer := known.by_two_surnames(name)):
        return Resolved(longer.name, Attribution.PRINTED, longer.title or person.title)
    told = known.title_in_header(name) or ""  # "Director Rao Yan", director of the Salt Office
    fuller = told.lower().startswith(f"{(person.title or '').lower()} ")
    return Resolved(name, Attribution.PRINTED, told if fuller else person.title)


def _printed(person: Person) -> Resolved:
    return Resolved(proper_case(person.name), Attribution.PRINTED, person.title)
