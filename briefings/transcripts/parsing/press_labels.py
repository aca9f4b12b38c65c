"""Labels that name a reporter and an outlet: "James Roe, Harbour Journal", "NHK, Yamada"."""

import re

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.people import (
    begins_with_title,
    is_capitalised,
    is_name,
    split_title,
    strip_honorific,
)
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS

# How a label calls who writes for nobody, or for everybody
_ALL_MEDIA = re.compile(r"freelance(?:r)?|pool|independent", re.IGNORECASE)
# "PAM ROE, NEWS ANCHOR" leads a programme, "Jo Roe, Media Relations Officer" a briefing
LEADS = re.compile(
    r"\b(?:anchor|host|presenter|officer|manager|director|secretary|spokes\w+|adviser|advisor|"
    r"coordinator|commissioner|minister|relations|affairs)$",
    re.IGNORECASE,
)
# "Pregunta de la Cadena Costa", "Pregunta de Ana Roe, de Radio Costa": whose question it is
ASKED_BY = re.compile(
    r"(?:pregunta|repregunta|pergunta|consulta|question|periodista|reporter[oa]|corresponsal|"
    r"jornalista|repórter|journaliste)\s+(?=(?:del?|du|des|d[ao]s?|para)\s)|"
    # "Question – Rob Roe (Harbour Sports)", "Question from Ann Roe, Reuters"
    # "Pregunta, Ana Roe, Radio Costa", "Pregunta - EFE", "Periodista Ana Roe, de Radio Costa"
    r"question(?:\s+(?:--|[–—-])|,|\s+from)\s+(?=(?-i:[A-ZÀ-Þ]))|"
    r"(?:(?:contra|re)?pregunta|pergunta|periodista)(?:,|\s+[–—-])\s+(?=(?-i:[A-ZÀ-Þ]))|"
    r"(?:periodista|reporter[oa]|corresponsal|jornalista|repórter|journaliste)\s+"
    r"(?=(?-i:[A-ZÀ-Þ])[^,()]{3,40},\s+(?:del?|d[ao]s?|du|des)\s)",
    re.IGNORECASE,
)
# "JON ROE/CNN PHILIPPINES", "ANA DOE/GMA7": a reporter's name, then the outlet's
_NAME_SLASH_OUTLET = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{3,40}/(?=\S)(?P<outlet>[^/]{2,40})")
# "Sidhant Roe, WION": letters after a name are an outlet's where they are no degree or honour
_NAME_AND_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3},\s[A-Z]{2,8}")
_POST_NOMINAL = re.compile(
    r",\s(?:MP|MEP|MSP|MLA|MLC|MHA|MD|MPH|PHD|DDS|DVM|RN|JD|LLM|ESQ|JR|SR|II|III|IV|AC|AO|AM|KC|"
    r"QC|SC|CBE|OBE|MBE|USN|USA|USAF|USMC|USCG|CPA|CIA|FBI|CDC|FDA|NIH|WHO|UN|EU|NATO|UK|US)$"
)


def is_name_and_outlet(label: str, names: Names) -> bool:
    """ "James Roe, Harbour Journal", "Sidhant Roe, WION": a reporter's name, then the outlet's."""
    name, comma, outlet = label.partition(",")
    outlet = outlet.strip()
    if not comma or "," in outlet or not is_name(strip_honorific(proper_case(name)), 2):
        return False
    if names.outlet(outlet):
        return True
    if begins_with_title(outlet) or split_title(proper_case(outlet)) or LEADS.search(outlet):
        return False
    return bool(MEDIA_WORDS.search(outlet)) and len(outlet.split()) <= 6


def is_outlet_and_name(label: str, names: Names) -> bool:
    """ "NHK, Yamada", "Harbour Shimbun, Abe": an outlet's name, then the reporter's."""
    outlet, comma, name = label.partition(",")
    if not comma or "," in name or not is_name(strip_honorific(name.strip())):
        return False
    if not is_capitalised(outlet) or begins_with_title(name.strip()) or len(name.split()) > 3:
        return False
    if names.outlet(outlet):
        return True
    return bool(MEDIA_WORDS.search(outlet) or _ALL_MEDIA.fullmatch(outlet)) and not split_title(
        proper_case(outlet)
    )


def is_name_slash_outlet(label: str, names: Names) -> bool:
    """ "JON ROE/CNN PHILIPPINES": the sign stands for a comma."""
    found = _NAME_SLASH_OUTLET.fullmatch(label)
    if not found or not is_name(proper_case(label.partition("/")[0]), 2):
        return False
    outlet = found["outlet"]
    return bool(names.outlet(outlet) or MEDIA_WORDS.search(outlet) or label.isupper())


def is_name_and_acronym(label: str) -> bool:
    """ "Sidhant Roe, WION", and not "Ana Roe, MP"."""
    return bool(_NAME_AND_ACRONYM.fullmatch(label)) and not _POST_NOMINAL.search(label)


def abbreviates(short: str, words: str) -> bool:
    """Return whether "CNS" stands for "China News Service"."""
    initials = "".join(word[0] for word in words.split() if word[0].isupper())
    return len(short) >= 2 and short.upper() == initials
