"""Whose label it is, by the label's shape: rules tried in order, the first that knows decides.

A label may hold a full name, a surname with a courtesy word, a title with a name, or an office
alone. What the header, the title, the lede or the people's own first words say is used; what
nobody says stays unknown.
"""

from collections.abc import Callable

from briefings.transcripts.parsing import titled
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.chinese_names import surname_and_office, without_verb
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.parsing.known import Known
from briefings.transcripts.parsing.known_people import join_set_apart
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.office_words import is_office
from briefings.transcripts.parsing.offices import split_office
from briefings.transcripts.parsing.people import (
    Person,
    begins_with_title,
    has_honorific,
    is_name,
    listed,
    split_title,
    strip_honorific,
)
from briefings.transcripts.parsing.resolved import Label, Resolved
from briefings.transcripts.parsing.shapes import IN_CHARGE
from briefings.transcripts.parsing.vocabulary import (
    MODERATOR_LABELS,
    SPEAKER_FIELDS,
    VOICE_LABELS,
)
from briefings.transcripts.types import Attribution, Role

# None where a label is not of a rule's shape; Resolved(None) where it is, and names nobody.
Rule = Callable[[Label, Known], Resolved | None]

MAX_INITIALS = 3  # "SG", "PM", "DDG"


def find(printed: str, known: Known) -> Resolved:
    """Return whose label this is, as far as is known."""
    if printed in known.keys:
        return known.keys[printed]
    label = Label.of(without_verb(printed))
    for rule in RULES:
        if (found := rule(label, known)) is not None:
            return found
    return Resolved(None)


def _role_with_a_name(label: Label, known: Known) -> Resolved | None:
    """ "MODERATOR (Deng Lan, deputy director of …)"."""
    if not label.bracket or label.key not in MODERATOR_LABELS | SPEAKER_FIELDS:
        return None
    person = listed(label.bracket, True)
    return Resolved(person.name, Attribution.PRINTED, person.title) if person else None


def _role_before_a_name(label: Label, known: Known) -> Resolved | None:
    """ "Host Xu Ruiling", "主持人 陈小娟"."""
    name = name_of_host(label.text)
    if name is None:
        return None
    person = known.listed(name)
    if person:
        return Resolved(person.name, Attribution.PRINTED, person.title)
    return Resolved(proper_case(name), Attribution.PRINTED)


def _on_list(label: Label, known: Known) -> Resolved | None:
    """A name of the header's list, or enough of it to be no other."""
    person = known.listed(label.text)
    return Resolved(person.name, Attribution.PRINTED, person.title) if person else None


def _host(label: Label, known: Known) -> Resolved | None:
    """ "Moderator": the one listed, whom "Moderator (Deng Lan)" has named, or who said a name."""
    if label.key not in MODERATOR_LABELS:
        return None
    hosts = [Person(p.name, p.title) for p in known.participants if p.role is Role.MODERATOR]
    if len(hosts) != 1:
        hosts = list(known.hosts.values())
    if len(hosts) != 1:
        name = known.self_named.get(label.key)
        return Resolved(name, Attribution.INTRODUCED if name else None)
    return Resolved(hosts[0].name, Attribution.HEADER, hosts[0].title)


def _voice(label: Label, known: Known) -> Resolved | None:
    """ "Unidentified speaker": a voice that is nobody's in particular."""
    return Resolved(None) if label.key in VOICE_LABELS else None


def _chinese(label: Label, known: Known) -> Resolved | None:
    """ "国务院研究室副主任向明", "向明", "发言人"."""
    if not HAN.search(label.text):
        return None
    bare = join_set_apart(strip_honorific(label.text))
    if parted := surname_and_office(bare):  # "梁副主委"
        known_one = known.by_surname_in_chinese(*parted)
        return known_one or Resolved(bare, Attribution.PRINTED, parted[1])
    if person := split_title(bare):
        return Resolved(person.name, Attribution.PRINTED, person.title)
    parts = bare.split()
    if len(parts) == 2 and is_name(parts[1]):
        return Resolved(parts[1], Attribution.PRINTED, parts[0])
    for size in (4, 3, 2):
        name = bare[-size:]
        if name != bare and name in known.named:
            return Resolved(name, Attribution.PRINTED, bare[:-size].strip())
    if is_name(bare) and not is_office(bare):
        return Resolved(bare, Attribution.PRINTED, known.title_in_header(bare))
    return known.by_office_in_chinese(bare)


def _courtesy_word(label: Label, known: Known) -> Resolved | None:
    """ "MS. ROE", "Dr. Ana Roe"."""
    text = label.text
    bare = strip_honorific(text)
    if bare != text and split_office(bare):  # "SRA. MINISTRA", "Sr. Secretario de Estado"
        return known.by_office(bare) or Resolved(None)
    if not has_honorific(text) or not is_name(proper_case(bare)):
        return None
    if " " in bare:
        return Resolved(proper_case(bare), Attribution.PRINTED, label.bracket or None)
    found = known.by_surname(bare)
    if found.attribution is not Attribution.PRINTED:
        return found
    courtesy = proper_case(text[: len(text) - len(bare)].strip())
    dot = "." if courtesy.lower() in ("mr", "ms", "mrs", "dr", "prof") else ""
    return Resolved(f"{courtesy}{dot} {found.name}", Attribution.PRINTED)


def _title_alone(label: Label, known: Known) -> Resolved | None:
    """ "MINISTRA DE SALUD" after "MINISTRA DE SALUD, ROSA ROE", who alone has that office."""
    if is_name(label.text, 2) and not begins_with_title(label.text):
        return None
    return known.by_title(label.text)


def _initials(label: Label, known: Known) -> Resolved | None:
    """ "SG", "PM"; or a surname as short ("ROE")."""
    text = label.text
    if not text.isupper() or len(text) > MAX_INITIALS or " " in text:
        return None
    found = known.by_surname(text)
    return found if found.attribution is Attribution.HEADER else known.by_initials(text)


def _initial_and_surname(label: Label, known: Known) -> Resolved | None:
    """ "S. ROE" beside "MS. ROE"."""
    words = label.text.split()
    if len(words) != 2 or len(words[0].strip(".")) != 1:
        return None
    found = known.by_surname(words[1])
    return None if found.attribution is Attribution.PRINTED else found


def _full_name(label: Label, known: Known) -> Resolved | None:
    """ "Ana Roe", "ANA ROE (Minister of Harbours)"."""
    text = label.text
    if is_name(text, 2) and not is_office(text) and not begins_with_title(text):
        return Resolved(proper_case(text), Attribution.PRINTED, label.bracket or None)
    return None


def _in_charge(label: Label, known: Known) -> Resolved | None:
    """ "The relevant person in charge of the Price Centre": the one whom the header has there."""
    if not (found := IN_CHARGE.match(label.text)):
        return None
    body = label.text[found.end() :].strip().removeprefix("of ").removeprefix("from ")
    return known.by_body(body) or Resolved(None)


def _office(label: Label, known: Known) -> Resolved | None:
    """ "Spokesperson", "Prime Minister"."""
    if found := known.by_office(label.text):
        return found
    if is_office(label.text) and (said := known.said_to_hold(label.text)):
        return said
    return Resolved(None) if split_office(label.text) else None


def _surname(label: Label, known: Known) -> Resolved | None:
    """ "Roe"."""
    if is_name(label.text) and not is_office(label.text):
        return known.by_surname(label.text)
    return None


RULES: tuple[Rule, ...] = (
    _role_with_a_name,
    _role_before_a_name,
    _on_list,
    _host,
    _voice,
    _chinese,
    titled.capitals_ending_in_a_name,
    titled.office_and_surname_in_brackets,
    titled.office_and_comma,
    titled.title_name_and_institution,
    titled.name_and_title,
    _courtesy_word,
    _title_alone,
    titled.office_and_known_name,
    titled.title_and_name,
    titled.initials_of_an_office,
    _initials,
    _initial_and_surname,
    _in_charge,
    _full_name,
    _office,
    _surname,
)
