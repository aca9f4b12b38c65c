"""How reporters say in Spanish, French and Portuguese who they are, where no verb helps.

"Buenos días, del Financial Times.", "Presidente, de Milenio Televisión, buenos días.",
"Ana Roe, da Folha de S.Paulo.", "Soy corresponsal de la Agência Lusa en Madrid."
"""

import re

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.asker import Asker
from briefings.transcripts.parsing.naming import asker
from briefings.transcripts.parsing.romance import (
    COLLEAGUE,
    END,
    MEDIUM,
    NAME,
    OF,
    OUTLET,
    is_known,
    is_romance_outlet,
    is_romance_person,
    may_be,
)
from briefings.transcripts.types import Attribution

# What stands before an introduction: greetings, and whom the question is for
_BEFORE = re.compile(
    r"(?:\W|\b(?:hola|muy|buen[oa]s?|d[ií]as?|tardes?|noches?|gracias|muchas|saludos|por\s+la\s+(?:pregunta|"
    r"palabra|oportunidad|atención)|a\s+tod[oa]s|qué\s+tal|cómo\s+est(?:á|ás|án)|señora?|presidente|presidenta|"
    r"vicepresidente|vicepresidenta|ministr[oa]s?|premier|gobernador[a]?|alcalde|alcaldesa|portavoz|voce(?:ro|ra)|"
    r"porta-voz|general|almirante|secretári[oa]|governador[a]?|secretari[oa]|subsecretari[oa]|canciller|director[a]?|doctor[a]?|consejer[oa]|comisari[oa]|gerente|usted|"
    r"sí|bueno|bien|eh|aquí|acá|primero|perdón|bonjour|bonsoir|merci|oui|monsieur|madame|le\s+ministre|la\s+ministre|"
    r"bom|boa|dia|tarde|noite|obrigad[oa]|sim|olá|senhora?|tudo\s+bem|ministr[oa]|aqui|é|quem\s+fala)\b)+",
    re.IGNORECASE,
)
_WORK = (
    r"(?:(?i:reporter[oa]|periodista|corresponsal|enviad[oa]\s+especial|redactor[a]?|comunicador[a]?|conductor[a]?|"
    r"journaliste|correspondante?|jornalista|repórter|correspondente)\s+)?"
)
# "Ana Roe, de la Cadena SER." "Luis Roe, para el diario La Costa:" "Ana Roe, corresponsal de EFE"
_NAMED = re.compile(rf"{COLLEAGUE}?(?P<name>{NAME}),?\s+{_WORK}{OF}(?P<outlet>{OUTLET}){END}")
# "De la agencia Reuters.", "del Financial Times:"
_OUTLET_ALONE = re.compile(
    rf"(?:(?:[Dd]e\s+parte|[Ee]n\s+nombre)\s+)?{OF}"
    rf"(?P<outlet>{OUTLET})(?=\s*[.,:;–—]|\s*$)"
)
# "Soy corresponsal de la Agência Lusa en Madrid.", "sou repórter da TV Costa"
_IS_FROM = re.compile(
    rf"\b(?i:soy|vengo|somos|sou|je\s+suis|represento\s+a|trabajo)\s+(?:(?:el|la|un|une?|um|uma|le)\s+)?{_WORK}"
    rf"(?:{OF})?(?P<outlet>{OUTLET}){END}"
)
# "Sou Ana Roe, da TV Costa.", "aqui é a Ana Roe, do Público"
_SAYS = re.compile(
    rf"\b(?i:sou|meu\s+nome\s+é|me\s+chamo|aqui\s+(?:é|fala)|quem\s+fala\s+é|soy|mi\s+nombre\s+es|me\s+llamo|(?:le|les|te)\s+"
    rf"(?:saluda|habla)|je\s+suis|je\s+m['’]appelle|ici)\s+(?:(?:o|a|el|la)\s+)?(?P<name>{NAME})"
    rf"(?:,\s+|\s+){_WORK}(?:{OF})?(?:{MEDIUM})?(?P<outlet>{OUTLET}){END}"
)
# "Hola, buenos días, Radio Nacional." after a greeting
_AFTER_GREETING = re.compile(rf"(?P<outlet>{OUTLET})\.\s")
FIRST_WORDS = 160  # characters in which who asks says for whom


def introduced(head: str, names: Names, people: frozenset[str]) -> Asker | None:
    """Read who asks in the first words of a question; ``people`` are those who answer."""
    if not may_be(head[:FIRST_WORDS]):
        return None
    for found in _SAYS.finditer(head[:FIRST_WORDS]):
        if _is_sure(found, names, named=True) and is_romance_person(found["name"], people):
            return _asker(found["name"], found, names)
    greeting = _BEFORE.match(head)
    after = greeting.end() if greeting else 0
    named = _NAMED.match(head, after)
    if named and " " not in named["name"] and head[named.end("name")] != ",":
        named = None  # "Puertos del Estado."
    if named and is_romance_person(named["name"], people) and _is_sure(named, names, named=True):
        return _asker(named["name"], named, names)
    alone = (
        _OUTLET_ALONE.match(head, after)
        or (_AFTER_GREETING.match(head, after) if after else None)
        or _IS_FROM.search(head[:FIRST_WORDS])
    )
    return _asker(None, alone, names) if alone and _is_sure(alone, names, named=False) else None


def _is_sure(found: re.Match[str], names: Names, *, named: bool) -> bool:
    """Return whether what is said to be an outlet is one; "del diario Tal" says so itself."""
    outlet = _outlet(found, names)
    parts = found.groupdict()
    medium = re.search(rf"{MEDIUM}$", parts.get("the") or parts.get("the2") or "")
    sure = named or medium is not None
    return (sure or is_known(outlet, names)) and is_romance_outlet(outlet, names, named=sure)


def _outlet(found: re.Match[str], names: Names) -> str:
    """Return the outlet; "del País" is "de El País"."""
    outlet = found["outlet"]
    contracted = found.groupdict().get("the2") is not None and not names.outlet(outlet)
    return f"El {outlet}" if contracted and names.outlet(f"El {outlet}") else outlet


def _asker(name: str | None, found: re.Match[str], names: Names) -> Asker:
    return asker(name, _outlet(found, names), None, names, Attribution.INTRODUCED)
