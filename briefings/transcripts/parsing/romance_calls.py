"""Who is called on to ask in Spanish, French and Portuguese.

"Empezamos por Almudena Roe, de Televisión Española.", "Ahora, la compañera de Onda Cero.",
"La prochaine question est de Louis Roe, Radio-Canada.", "Próxima pergunta, Ana Roe, da TV Costa."
"""

import re
from collections.abc import Iterator

from briefings.transcripts.names import Names
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
from briefings.transcripts.parsing.vocabulary import word_set

# What goes on with the next who is to ask: "seguimos con", "doy la palabra a", "on passe à"
_GOES_TO = (
    r"(?:empez\w+|empiez\w+|comenz\w+|comienz\w+|come[cç]\w+|arran\w+|seguimos|seguiremos|sigue|siguen|continu\w+|"
    r"proseguimos|vamos|vai|pas[as]\w*|termina\w+|acaba\w+|cerramos|finaliza\w+|concluimos|escuchamos|"
    r"volvemos|regresamos|abrimos|abre|on\s+(?:commence|passe|continue|enchaîne|termine|poursuit|va|y\s+va)|"
    r"nous\s+(?:commençons|passons|allons|poursuivons)|passons|allons|commençons)"
    r"(?:\s+(?:ahora|ya|entonces|primero|también|pues|luego|(?:la\s+ronda|el\s+turno)(?:\s+de\s+preguntas)?|"
    r"agora|então|maintenant|d['’]abord|ensuite|passer|commencer|aller|continuer|terminer)){0,3}"
    r"(?:\s+(?:con|por|al?|para|com|pel[oa]|avec|à|au|par))?"
    r"(?:\s+(?:la|a|une)\s+(?:pregunta|pergunta|question)\s+(?:de|d[ao]))?"
)
_GIVES = (
    r"(?:da(?:mos|r)?|doy|ced\w+|pas[as]?\w*|dou)\s+(?:ahora\s+|ya\s+|agora\s+)?"
    r"(?:paso|la\s+palabra|el\s+turno|el\s+micr[oó]fono|a\s+palavra)\s+(?:ahora\s+)?(?:al?|para|ao?)"
    r"|tiene[n]?\s+(?:ahora\s+)?la\s+palabra|tem\s+a\s+palavra|co[nm]\s+(?:l)?a\s+pala(?:bra|vra)"
    r"|la\s+palabra\s+(?:es\s+)?(?:para|de|a)"
    r"|(?:es\s+(?:el\s+)?)?turno\s+(?:de|para)|(?:le\s+)?toca\s+(?:ahora\s+)?(?:el\s+turno\s+)?a"
    r"|la\s+parole\s+(?:est|va)(?:\s+maintenant)?\s+à|(?:donne|passe|cède)\s+(?:maintenant\s+)?la\s+parole\s+à"
)
_QUESTION = (
    r"(?:pregunta|pergunta|question|intervención)"
    r"(?:,?\s+(?:es|viene|será|sería|est|vient|sera|é|vem|corresponde|(?:la|le)\s+(?:hace|formula|realiza|"
    r"plantea|toca)|(?:é|será)\s+feita))?,?"
    r"(?:\s+(?:por\s+parte\s+de|de\s+la\s+part\s+de|del?|para|a|por|pour|pel[oa]|d[ao]))?"
)
_NEXT = (
    r"(?:adelante|ahora|luego|después|siguiente|próxim[oa]|últim[oa]|primer[oa]|maintenant|ensuite|agora|"
    r"pr[oó]ximo|primeir[oa])"
)
_ASKS = rf"(?P<asks>(?i:{_QUESTION}))"
_LEAD = (
    rf"(?<!\w)(?:(?:{_ASKS}|(?i:{_NEXT}(?:\s+(?:es|será|est|é|la\s+hace))?))[,:.]?|"
    rf"(?i:{_GIVES}|{_GOES_TO})[,:]?)\s+"
)
# A call ends there, or says go on: "…, adelante", "… y luego"; "…, dará los datos" tells of another
_CALL_END = (
    r"(?=\s*(?:[.;:?!…)—]|$|,?\s+(?i:por\s+favor|adelante|please|s['’]il\s+vous|tu\s+turno|su\s+turno|cuando|"
    r"y\s+(?:luego|después|a\s+continuación)|et\s+ensuite|e\s+depois)\b))"
)
_FORMS = (
    # "Seguimos con Gonzalo Roe, de La Voz de Galicia."
    re.compile(
        rf"{_LEAD}{COLLEAGUE}?(?P<name>{NAME})(?:,\s*|\s+)(?:{COLLEAGUE})?{OF}(?P<outlet>{OUTLET}){_CALL_END}"
    ),
    # "Última pregunta: Irene Roe, Onda Cero."
    re.compile(
        rf"{_LEAD}{COLLEAGUE}?(?P<name>{NAME})(?:,\s+|\s+\()(?:{MEDIUM})?(?P<outlet>{OUTLET}){_CALL_END}"
    ),
    # "Empezamos con la agencia EFE.", "Turno para Onda Cero."
    re.compile(rf"{_LEAD}(?:(?:la|el|à|le)\s+)?{MEDIUM}?(?P<outlet>{OUTLET}){_CALL_END}"),
    # "On continue avec l'agence QMI, Charles Roe."
    re.compile(
        rf"{_LEAD}(?:(?:la|el|à|le)\s+|l['’])?(?P<medium>{MEDIUM})?(?P<outlet>{OUTLET}),\s+(?P<name>{NAME})\s*[.?!]?\s*$"
    ),
    # "La compañera de Onda Cero."
    re.compile(
        rf"(?:^|[.,:;!?…]\s+|\s)(?P<colleague>{COLLEAGUE})(?:(?P<name>{NAME}),?\s+)?{OF}"
        rf"(?P<outlet>{OUTLET}){END}"
    ),
    # "Silvia, del diario La Costa."
    re.compile(
        rf"(?:^|[.!?…]\s+)(?:[^.?!]{{0,40}}[,:]\s+)?(?P<name>{NAME}),\s+{OF}(?P<outlet>{OUTLET})"
        r"(?=(?:,?\s+(?i:por\s+favor|adelante|s['’]il\s+vous\s+plaît|tu\s+turno|su\s+turno))?[.!?…]?\s*$)"
    ),
)
_OF_OUTLET = re.compile(rf"(?P<name>.+?)\s+{OF}(?P<outlet>{OUTLET})$")
# Words that call for a question without naming anybody
_GIVES_FLOOR = re.compile(
    r"\b(?:(?:[úu]ltima|pr[óo]xima|primera|otra|segunda|tercera|primeira)\s+(?:pregunta|pergunta)|"
    r"(?:prochaine|dernière|première)\s+question|période\s+des\s+questions|turno\s+de\s+preguntas|"
    r"adelante\W*$|vamos\s+con\s+ustedes|"
    r"a\s+ver,?\s+(?:(?:tú|usted|ustedes|all[áí]|acá|aquí|ahí)\b|(?-i:[A-ZÀ-Þ])\w+[,.])|"
    r"(?:empezamos|comenzamos|arrancamos|seguimos|continuamos|vamos|pasamos|terminamos)\s+(?:con|por)\s+"
    r"(?-i:[A-ZÀ-Þ])|on\s+(?:commence|passe|continue|termine)\s+(?:avec|à)\s+(?-i:[A-ZÀ-Þ])|"
    rf"{_GIVES})",
    re.IGNORECASE,
)
# One of them stands in each: looked for first, for speed
_GIVING = word_set(
    "palabra palabra. palavra parole turno toca paso pregunta pregunta. pregunta, pergunta "
    "pergunta, prochaine Prochaine dernière Dernière première période adelante adelante. "
    "Adelante Adelante. "
    "ver ver, con por avec à"
)


def gives_floor(text: str) -> bool:
    """Return whether words of a text give the floor: "Tiene la palabra …", "A ver, usted." """
    return not _GIVING.isdisjoint(text.split()) and _GIVES_FLOOR.search(text) is not None


def called(
    tail: str, names: Names, people: frozenset[str], leads: bool, reach: int
) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield (place, name or nothing, outlet, None) of each call in the end of a turn.

    ``people`` are the names of those who answer, lower case; ``leads``: a moderator speaks; a call
    begins at most ``reach`` characters before the end.
    """
    if not may_be(tail[-reach:]):
        return
    for form in _FORMS:
        for found in form.finditer(tail, max(0, len(tail) - reach)):
            parts = found.groupdict()
            name, outlet = parts.get("name") or "", found["outlet"]
            if name and not is_romance_person(name, people):
                continue
            # "Pasamos a Ana Roe, de Tal" leaves no doubt; "Pedro, de Tal" is said of anybody, too
            linked = form is _FORMS[0] or parts.get("asks") or (form is _FORMS[5] and leads)
            told = bool(name and linked)
            if form is _FORMS[3]:  # "Radio Costa, Ana Roe", and not "Ana Roe, Radio Costa"
                told = bool(parts["medium"])
                if is_known(name, names) or not (told or names.outlet(outlet)):
                    continue
            if (told or is_known(outlet, names)) and is_romance_outlet(outlet, names, named=told):
                yield found.start("name" if name else "outlet"), name, outlet, None
