"""How reporters say who they are without a verb ("Jane Roe, Politica. Will it open?")."""

import re

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.asker import Asker
from briefings.transcripts.parsing.naming import (
    CAP,
    IN_PLACE,
    LINK,
    OUTLET,
    asker,
    is_outlet,
    is_person,
)
from briefings.transcripts.parsing.outlets import is_media
from briefings.transcripts.parsing.romance import is_romance_outlet
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS
from briefings.transcripts.types import Attribution

# "Jane Roe with Harbour News." as the question's first words, a greeting apart
_OPENS = re.compile(
    rf"(?P<name>{CAP}(?:\s+{CAP}){{0,3}})(?:\s+here)?\s*(?:,\s*)?"
    rf"(?:(?P<link>{LINK}|representing|(?:speaking|reporting|calling)\s+(?:from|for|with))\s+)?"
    rf"(?P<the>the\s+)?(?P<outlet>{OUTLET})?{IN_PLACE}(?:\s+here)?\s*(?P<end>[.,;:—–-])"
)
_DASHED = re.compile(
    rf"(?P<name>{CAP}(?:\s+{CAP}){{1,2}})\s+[–—-]\s+(?P<the>the\s+)?(?P<outlet>{OUTLET})(?P<end>[.,])"
)
# "Jo Roe, Geneva correspondent for the Harbour Post."
_AT_WORK = (
    rf"(?:(?:an?\s+|the\s+)?(?:{CAP}\s+)?(?:\w+\s+)?(?:reporter|journalist|correspondent|editor|"
    r"producer)\s+(?:of|for|with|at|from)\s+)"
)
_OPENS_COMMA = re.compile(
    rf"(?P<name>{CAP}(?:\s+(?:de|la|van|von|bin|al|el|del)\b)?(?:\s+{CAP}){{1,3}}|{CAP}(?=\s+here))"
    rf"(?:\s+here)?,\s+"
    rf"(?P<link>{LINK}\s+|{_AT_WORK})?(?P<the>the\s+)?(?P<outlet>{OUTLET}){IN_PLACE}(?P<end>[.,;:—–-])"
)
# "Goyal, Harbour News.", "Harbour News, Ana Goyal." where a sentence begins
_FIRST_NAME = re.compile(rf"(?P<name>{CAP}),\s+(?P<the>the\s+)?(?P<outlet>{OUTLET}){IN_PLACE}\.")
_OUTLET_FIRST = re.compile(
    rf"(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+(?P<name>{CAP}(?:\s+{CAP}){{1,2}})\."
)
# "Srinjoy, Harbour Now.", in Hindi "Srinjoy, Harbour Now se."
_NAME_AND_OUTLET = re.compile(
    rf"\b(?P<name>{CAP}(?:\s+{CAP}){{0,3}})(?:\s+here)?(?:,\s+(?:{LINK}\s+)?|\s+{LINK}\s+)"
    rf"(?P<the>the\s+)?(?P<outlet>{OUTLET})(?:\s+se)?{IN_PLACE}[.,;:—–]"
)
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?)…])\W*$")
# "Jason from Harbour News, Prime Minister.": the comma ends it as a full stop does
_TO_WHOM = re.compile(
    r"\s+(?:(?:Prime\s+)?Minister|(?:Mr|Ms|Mrs|Dr|Madam)\b|[Ss]ir|[Mm]a[’']am|Secretary|President|"
    r"General|Admiral|Governor|Mayor|Ambassador|Chair|Commissioner|[Tt]hank(?:s|\s+you))\b"
    r"[^.,?!]{0,30}[.]"
)
# "Reuters. Will it open?", "Reuters, then. Will it …" when two were called
_OUTLET_OPENS = re.compile(rf"(?P<the>the\s+)?(?P<outlet>{OUTLET})(?P<end>(?:,\s+then)?\.)\s")
_GREETINGS = re.compile(
    r"(?:\((?:as interpreted|in \w+|inaudible|(?:via|through) \w+)\.?\)|\W|hi\b|hello\b|hey\b|"
    r"good\s+(?:morning|afternoon|evening|day)"
    r"|thank(?:s|\s+you)(?:\s+(?:so|very)\s+much|\s+again|\s+for\s+(?:doing|taking|having|this|"
    r"the|your|that|my|me|us)[^.,!?]{0,40})?"
    r"|(?:everyone|everybody|all|sir|ma[’']am|madam|mr\.?|ms\.?|mrs\.?|dr\.?|secretary|minister|"
    r"president|prime\s+minister|"
    r"spokesperson|ambassador|general|admiral|chair|governor|commissioner|yes|yeah|okay|ok|so|um|"
    r"uh|great|sure|right|well|buenos\s+días|buenas\s+tardes|gracias)\b)+",
    re.IGNORECASE,
)
# "del periódico El Heraldo", "reportera de Costa Noticias", "du journal La Côte"
MEDIUM = (
    r"(?:(?:el|la|los|las|le|les)\s+|l[’'])?(?:(?:agencia|periódico|diario|portal|noticiero|noticiario|"
    r"revista|cadena|emisora|semanario|medio|sitio|canal\s+de\s+televisión|journal|quotidien|chaîne|"
    r"magazine|hebdomadaire|site|Zeitung)\s+)?"
)
WORK = (
    r"(?:reporter[oa]|periodista|corresponsal|enviad[oa]|comunicador[a]?|journaliste|"
    r"correspondante?)"
)
_OPENS_ROMANCE = re.compile(
    rf"(?P<name>{CAP}(?:\s+{CAP}){{1,3}}),\s+(?:{WORK}\s+)?(?:del?|para|por|du|pour)\s+"
    rf"{MEDIUM}(?P<outlet>{OUTLET})(?P<end>[.,;:])"
)


def without_a_verb(
    head: str, names: Names, people: frozenset[str], label: str | None
) -> Asker | None:
    """Read "Good morning. Jane Roe, Politica." """
    greeting = _GREETINGS.match(head)
    for position in _starts(head, greeting.end() if greeting else 0):
        if said := _opens(head, position, names, people, label):
            return said
    return None


def by_label(head: str, label: str, names: Names) -> Asker | None:
    """Read the outlet after a name that the label prints, too: "Srinjoy, Harbour Now."

    The label may hold the first name alone: "Srinjoy Roe from Harbour Now".
    """
    mine = label.casefold().split()
    for found in (
        _NAME_AND_OUTLET.finditer(head[:140]) if mine and mine[0] in head.casefold() else ()
    ):
        words = found["name"].split()
        folded = found["name"].casefold().split()
        starts = [n for n in range(len(words)) if folded[n : n + len(mine)] == mine]
        if starts and is_outlet(found["outlet"], names, named=True):
            whole = words[starts[0] :]
            name = " ".join(whole) if len(whole) > len(mine) else None
            return asker(name, found["outlet"], found["the"], names, Attribution.INTRODUCED)
    return None


def _opens(
    head: str, position: int, names: Names, people: frozenset[str], label: str | None
) -> Asker | None:
    """Read a name and an outlet that stand at a place without a verb: "Jane Roe, Politica." """
    how = Attribution.INTRODUCED
    for form in (_OPENS_ROMANCE, _OPENS_COMMA, _DASHED, _OPENS):
        found = form.match(head, position)
        if not found or not found["outlet"]:
            continue
        if form is _OPENS and not found["link"]:
            continue
        link = form is not _OPENS or found["link"]
        outlet = found["outlet"]
        if form is _OPENS_ROMANCE and not is_romance_outlet(outlet, names, named=True):
            continue  # "Pedro Roe, de Zaragoza."
        sure = names.outlet(outlet) or (MEDIA_WORDS.search(outlet) and found["end"] != "-")
        own = bool(label) and found["name"].casefold() == str(label).casefold()
        if not (link or sure) or not is_person(found["name"], people):
            continue
        ends = found["end"] in ".—–:" or _TO_WHOM.match(head, found.end())
        the = found["the"] if "the" in form.groupindex else None
        named = own or " " in found["name"] or bool(the and " " in outlet)
        named = named or " here" in found.group() or (outlet.isupper() and len(outlet) > 2)
        if sure or (ends and is_outlet(outlet, names, named=named)):
            return asker(found["name"], outlet, the, names, how)
    return _opens_sentence(head, position, names, people)


def _opens_sentence(head: str, position: int, names: Names, people: frozenset[str]) -> Asker | None:
    """Read what only names of the press tell: "Goyal, Harbour News." "Reuters, Ann Goyal." """
    how = Attribution.INTRODUCED
    begins = bool(_SENTENCE_ENDS.search(head[:position]))
    for form in (_FIRST_NAME, _OUTLET_FIRST):
        found = form.match(head, position)
        if not found or (form is _FIRST_NAME and not begins):
            continue
        name, outlet = found["name"], found["outlet"]
        if is_media(outlet, names) and not is_media(name, names) and is_person(name, people):
            return asker(name, outlet, found["the"], names, how)
    found = _OUTLET_OPENS.match(head, position)
    if found and names.outlet(found["outlet"]):
        return asker(None, found["outlet"], found["the"], names, how)
    return None


def _starts(head: str, after: int) -> list[int]:
    """Where an introduction may begin: after the greeting, and at the next sentences."""
    places = [after]
    if after:
        places.append(0)
    for found in re.finditer(r"[.!?,—–]\s+(?=[A-ZÀ-Þ])", head[:140]):
        places.append(found.end())
    return sorted(set(places))[:6]
