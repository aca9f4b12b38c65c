"""How Spanish, French and Portuguese name a person and an outlet, as forms of a pattern.

"Gonzalo Roe, de La Voz de Galicia", "du Journal de Québec", "do jornal Público", "eldiario.es".
"""

import re

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.naming import CAP, is_outlet, is_person
from briefings.transcripts.parsing.places import PLACES
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS, word_set

NAME = rf"{CAP}(?:\s+(?:(?:d[eaou]|del|d[ao]s|la|las|los|y|e|i|le|van|von)\s+){{0,2}}{CAP}){{0,4}}"
_WORD = rf"(?:{CAP}|[a-z]{{1,3}}[A-Z]\w+|\d+\w*)"
OUTLET = (
    r"(?:[\w-]+\.(?:es|com|net|org|info|mx|ar|cl|pe|co|uy|br|pt|fr|ca|cat|eus|gal|digital)\b"
    r"(?:\.\w\w\b)?|La Presse canadienne"
    rf"|{_WORD}(?:(?:\s+(?:d[eaou]|del|des|d[ao]s|la|las|los|el|le|les|et|the|of|&)){{0,2}}\s+{_WORD}"
    r"|\s+(?:y|e)\s+Televis(?:ión|ão))*)"
)
# "la agencia", "el diario", "o jornal": what kind of outlet it is, not part of its name
MEDIUM = (
    r"(?:(?:agencia|periódico|diario|portal|noticiero|noticiario|informativo|programa|revista|cadena|emisora|"
    r"semanario|medio|canal|grupo|sitio|digital|televisión|radio|journal|quotidien|chaîne|agence|magazine|"
    r"hebdomadaire|site|station|télévision|agência|jornal|rede|rádio|emissora|televisão)\s+"
    r"(?:(?:de\s+)?[a-zà-ÿ]{4,}\s+)?)"  # "la agencia alemana DPA", "agencia de noticias EFE"
)
_ARTICLE = r"(?:(?:la|el|los|las|le|les)\s+|l['’])"
OF = (
    rf"(?:(?:[Dd]e|para|[Pp]or|con|pour|à|chez|avec)\s+(?P<the>{_ARTICLE}?{MEDIUM}?)|"
    rf"(?:[Dd]el|[Dd]u|des|d[ao]s?|pel[oa]|au)\s+(?P<the2>{MEDIUM}?)|d['’](?P<the3>))"
)
END = r"(?=\s*(?:[.,;:?!…)—–]|$|\s(?:en|y|e|et|com|con|que|aquí|por\s+favor|adelante)\b))"
# "la compañera", "el periodista", "M."
COLLEAGUE = (
    r"(?:(?:(?:el|la|los|las|al|a\s+la|o|a|ao|à|le|un|una|une?|nuestr[oa]|notre)\s+)?"
    r"(?:(?i:compañer[oa]|colega|periodista|corresponsal|reporter[oa]|jornalista|repórter|"
    r"collègue|journaliste|señora?|senhora?|don|doña)\s+|(?:M|Mme|Sra?)\.\s+))"
)
# Looked for first, for speed: words that these languages call and introduce with. English has none
# of them, and a set of words is told from another in a tenth of a pattern's time.
_HINTS = word_set(
    "de del du des con com por para da avec parole é De Del Du Por pregunta pregunta, pregunta. "
    "pregunta: pergunta pergunta, pergunta: prochaine Prochaine dernière Dernière Hola Hola, "
    "Buenos buenos Buenas buenas Bonjour Bonjour. Bonjour, Bom Boa"
)
_PLACES = PLACES | word_set(
    "españa|francia|alemania|italia|portugal|reino unido|inglaterra|estados unidos|marruecos|"
    "argelia|rusia|ucrania|bruselas|londres|parís|berlín|roma|lisboa|sevilla|bilbao|zaragoza|"
    "málaga|galicia|cataluña|andalucía|canarias|méxico|ciudad de méxico|perú|brasil|panamá|haití|"
    "república dominicana|guerrero|jalisco|oaxaca|chiapas|veracruz|puebla|sonora|concepción|"
    "valparaíso|rosario|córdoba|mendoza|cali|cartagena|barranquilla|cusco|arequipa|trujillo|"
    "são paulo|brasília|porto|coimbra|france|belgique|suisse|allemagne|espagne|québec|sherbrooke|"
    "gatineau|bruxelles|genève|lyon|marseille|américa latina|europa",
    "|",
)


def may_be(text: str) -> bool:
    """Return whether a text may call or introduce in one of these languages; quick."""
    return not _HINTS.isdisjoint(text.split())


_PARTICLES = word_set("de del la las los y e i do da dos das du le")


def is_romance_person(name: str, people: frozenset[str]) -> bool:
    """Return whether words can name a reporter ("Juan Pablo de la Roe"); not who answers."""
    words = [word for word in name.split() if word not in _PARTICLES]
    return is_person(" ".join(words), people) and words[0].lower() not in _SAID_FIRST


# What a sentence begins with before the name, and words by which people are called
_SAID_FIRST = word_set(
    "soy sou somos je empezamos empecemos comenzamos arrancamos seguimos sigue continuamos vamos "
    "pasamos terminamos cerramos presidente presidenta ministro ministra señor señora gobernador "
    "gobernadora secretario secretaria premier vocero vocera portavoz alcalde alcaldesa director "
    "directora comisario hola buenas buenos buen bueno bien muy muchas gracias sí perdón "
    "disculpe saludos adelante pregunta última segunda primera siguiente después luego ahora "
    "aquí allá al también además bonjour merci oui monsieur madame maintenant ensuite question "
    "prochaine bom boa obrigado obrigada sim senhor senhora pergunta próxima próximo agora "
    "doutor doutora"
)


def is_romance_outlet(outlet: str | None, names: Names, named: bool) -> bool:
    """Return whether capitalised words name an outlet; a place alone is none ("de Sevilla")."""
    if not outlet:
        return False
    text = outlet.strip(" .,")
    if names.outlet(text):
        return True
    if text.lower() in _PLACES or text.split()[0].lower() in _BODIES:
        return False
    return is_outlet(text, names, named=named)


# "Le cedo la palabra a Pedro, de Hacienda": departments, parties and other bodies
_BODIES = word_set(
    "economía hacienda sanidad salud educación interior exteriores defensa justicia comunicación "
    "industria comercio agricultura turismo cultura trabajo transporte fomento vivienda energía "
    "estado presidencia ministerio secretaría gobierno gabinete senado congreso parlamento "
    "asamblea ayuntamiento diputación junta generalitat consejo comisión comité cámara tribunal "
    "fiscalía banco universidad instituto facultad colegio hospital fundación asociación sindicato "
    "partido podemos psoe pp vox junts erc bildu pnv sumar ciudadanos morena pri pan mdb pt psdb "
    "ministère gouvernement sénat parlement assemblée conseil banque université hôpital institut "
    "parti ministério governo presidência câmara universidade tesouro receita"
)


def is_known(outlet: str, names: Names) -> bool:
    """Return whether an outlet is known by name or by a word of the press."""
    text = outlet.strip(" .,")
    return bool(
        names.outlet(text) or (MEDIA_WORDS.search(text) and " " in text) or _SITE.search(text)
    )


_SITE = re.compile(r"\w\.[a-z]{2,}$")  # "eldiario.es"
