"""Offices and their holders as Romance languages set them in a header: office, comma, name.

"COMPARECENCIA DE LA MINISTRA DE PUERTOS Y PORTAVOZ DEL GOBIERNO, INÉS ROE, Y DEL MINISTRO DE PESCA,
SALINAS Y FAROS, JUAN ROE DE LA MAR": an office may hold commas itself, so the name is the last
piece before the next office.
"""

import re
from itertools import pairwise

from briefings.transcripts.parsing.people import Person, is_name, strip_honorific
from briefings.transcripts.parsing.vocabulary import word_set

_ARTICLE = r"(?:del|de\s+la|al|a\s+la|la|le|el|du|pel[oa]|d[ao]s?|au|l['’])\s*"
_OFFICE = (
    r"(?:president[ea]|vicepresident[ea]|ministr[oa]|secretari[oa]|portavoz|vocer[oa]|canciller|"
    r"primera?\s+ministr[oa]|primeir[oa]-ministr[oa]|director[a]?|consejer[oa]|conseller[a]?|"
    r"comisionad[oa]|"
    r"subsecretari[oa]|gobernador[a]?|alcalde(?:sa)?|intendente|gerente|superintendente|delegad[oa]|"
    r"senador[a]?|diputad[oa]|embajador[a]?|jef[ea]\s+de|porta-voz|secretári[oa]|governador[a]?|"
    r"porte-parole|ministre|présidente?|premi(?:er|ère)\s+ministre|secrétaire|directeur|directrice)"
)
OFFICE = re.compile(_OFFICE + r"\b", re.IGNORECASE)
_HEAD = re.compile(rf"\b{_ARTICLE}(?={_OFFICE}\b)", re.IGNORECASE)
# "The Secretary for Food and Health, Professor Ana Roe; and the Director of Health, Dr Jo Doe"
_ENGLISH = re.compile(
    r"\b[Tt]he\s+(?P<office>(?:[A-Z][\w’'-]+|of|for|and|the|&|to)(?:,?\s+(?:[A-Z][\w’'-]+|of|for|and|the|&|"
    r"to)){0,9}),\s+(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir|Dame)\.?\s+"
    r"(?P<name>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){1,3})"
)
_STOP = re.compile(r"(?<!\bDr)(?<!\bDra)(?<!\bSr)(?<!\bSra)(?<!\bM)\.|[;:\n]")
MAX_OFFICE = 240  # characters of an office and its holder
MAX_OFFICE_LABEL = 140
_OF = word_set("de del la las los el para y e et du des da do dos das")
_ADDED = word_set(
    "primer primera segundo segunda tercer tercera premier première ministro ministra "
    "ministre general général générale adjunto adjunta interino interina ejecutivo ejecutiva en "
    "funciones presidencial federal regional nacional estado prensa comunicación jefe jefa"
)


# "PREMIER" of a president of the council of ministers, as Peru and Italy call him
ALSO_CALLED = {
    "premier": (
        "presidente del consejo de ministros",
        "presidenta del consejo de ministros",
        "primer ministro",
        "primera ministra",
        "prime minister",
        "premier ministre",
        "première ministre",
    ),
    "canciller": (
        "ministro de relaciones exteriores",
        "ministra de relaciones exteriores",
        "ministro de asuntos exteriores",
        "ministra de asuntos exteriores",
    ),
}

# An office's name in Chinese, in both scripts, where a document has labels in both languages
IN_CHINESE = {
    "chief executive": ("行政長官", "行政长官"),
    "chief secretary": ("政務司司長", "政务司司长"),
    "chief secretary for administration": ("政務司司長", "政务司司长"),
    "financial secretary": ("財政司司長", "财政司司长"),
    "secretary for justice": ("律政司司長", "律政司司长"),
}


def split_office(label: str) -> tuple[str, str] | None:
    """Part a label that begins with an office: ("Ministra portavoz", "Inés Roe"), or with no name.

    None where anything else is said in it.
    """
    if len(label) > MAX_OFFICE_LABEL or not OFFICE.match(label):
        return None
    before, _, after = label.rpartition(",")
    name = strip_honorific(after.strip())
    named = is_name(name, 2) and " y " not in name and not OFFICE.match(name)
    if before and named and _is_office(before):
        return before.strip(), name
    return (label, "") if _is_office(label) else None


def _is_office(text: str) -> bool:
    """ "Vicepresidenta primera y ministra de Asuntos Económicos": nothing of a sentence in it."""
    of = False  # what stands in capitals says what the office is of
    for word in text.replace(",", " ").split():
        if word.lower() in _OF:
            of = True
        elif not (of and word[0].isupper()):
            if not OFFICE.fullmatch(word) and word.lower() not in _ADDED:
                return False
            of = False
    return bool(text.strip()) and text.split()[-1].lower() not in _OF


def holders(text: str) -> list[Person]:
    """Return the people of a header whose names stand behind their offices and a comma."""
    starts = [found.end() for found in _HEAD.finditer(text)]
    people = [Person(found["name"], found["office"]) for found in _ENGLISH.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        piece = _STOP.split(text[start : min(end, start + MAX_OFFICE)], maxsplit=1)[0]
        parts = [part.strip() for part in piece.split(",")]
        for number in range(len(parts) - 1, 0, -1):
            name = re.sub(rf"^(?:y|e|et)\s+|\s+(?:y|e|et)(?:\s+{_ARTICLE})?$", "", parts[number])
            name = strip_honorific(name)
            if is_name(name, 2) and not re.match(_OFFICE, name, re.IGNORECASE):
                people.append(Person(name, ", ".join(parts[:number])))
                break
    return people
