"""What a questioner's label says: the outlet, the reporter, or neither."""

import re

from briefings.transcripts.names import Names, normalize
from briefings.transcripts.parsing.asker import NOBODY, Asker
from briefings.transcripts.parsing.candidates import with_commas
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.office_words import is_office
from briefings.transcripts.parsing.people import begins_with_title, is_name, strip_honorific
from briefings.transcripts.parsing.press_labels import ASKED_BY
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.parsing.vocabulary import (
    MEDIA_WORDS,
    MEDIA_ZH,
    QUESTION_LABELS,
    role_key,
)
from briefings.transcripts.types import Attribution

_WORD = (
    r"(?:(?:chief|senior|special|political|staff|foreign|business)\s+)*"
    r"(?:reporters?|correspondents?|journalists?|corresponsal|periodista|reporter[oa]|journaliste)"
)
_LEADING = re.compile(
    rf"^(?:an?\s+|the\s+)?{_WORD}\s*(?:\d+\s*)?(?:[-–—:,(]|from|of|for|with|at|de|"
    rf"del)\s*(?:the\s+)?",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"(?:['’]s)?\s*[(,\s]{_WORD}(?P<name>\s+.{{2,40}})?\)?$", re.IGNORECASE)
_BRACKETED = re.compile(r"^(?P<a>[^(（\[]{2,80}?)\s*[(（\[](?P<b>[^)）\]]{2,80})[)）\]]$")
_ZH = re.compile(
    r"^(?P<outlet>.*?)(?:特派|驻华|驻京|首席|的|女|男)*(?:记者|"
    r"記者)(?:继续)?(?:追问|追問|提问|提問|问|問)?[\s:：]*(?P<name>[\u4e00-\u9fff·]{2,10}?)?"
    r"(?:继续)?(?:追问|追問|提问|提問|问|問)?$"
)
MAX_ACRONYM = 4  # letters: "STAT", "WMAR"


def printed(outlet: str, names: Names) -> str:
    """Return the name for an outlet's printed name.

    A name of its own ("AP", "路透社") stays as printed and is the alias table's business; a
    translator's rendering ("First financial") or another spelling of the table's name is set right.
    """
    name = names.outlet(outlet)
    if name and (names.is_rendering(outlet) or normalize(name) == normalize(outlet)):
        return name
    return outlet


_ANONYMOUS = re.compile(
    r"(?:unidentified|unknown|speaker(?:\s+\d|$)|participant\s+\d)", re.IGNORECASE
)
# What stands in brackets after an outlet and is not who works there: "Harbour TV (Hong Kong)"
_NO_PERSON = re.compile(
    r"\b(?:Hong Kong|Macao|Taiwan|Taipei|New York|New Delhi|New Zealand|Los Angeles|San Francisco|"
    r"United|America|Kingdom|Korea|Korean|Arabia|Africa|Asia|Pacific|Europe|Bureau|Edition|Office|"
    r"English|Chinese|Spanish|Arabic|Service|Group|Limited|Corporation)\b"
)
# "Reporter (05:05)", "Question (via translation)", "Journalist (online, read by the moderator)"
_NO_OUTLET = re.compile(
    r"[\d:.\s]+$|(?:via|through|by|re-?translated|translat\w+|interpret\w+|as\s+interpreted|inaudible|"
    r"off[\s-]mic\w*|speaking|speaks|in\s+[A-Z]\w+$|remote\w*|online|read\s+by|follow[\s-]up|continu\w+)"
    r"\b",
    re.IGNORECASE,
)
# "記者（英文）", "记者（通过翻译）"
_NO_OUTLET_ZH = compiled(
    r"[英中法俄日德韩葡西]文|[英汉法俄日德韩]语|普通话|国语|粤语|(?:通过|经)翻译|现场|线上|在线|视频|连线|"
    r"书面|电话|网络|追问|续问"
)
_FREELANCE = re.compile(r"(?:free-?lance(?:r)?|independent)\b", re.IGNORECASE)


def is_anonymous(label: str) -> bool:
    """Return whether a label is anybody's: "Question", "Speaker 6", "UNIDENTIFIED FEMALE"."""
    return role_key(label) in QUESTION_LABELS or bool(_ANONYMOUS.match(label))


_NUMBERED = re.compile(r"\d{1,3}\s?[.、．]\s?(?=[\u4e00-\u9fff])")  # "1. 中央电视台记者"


def from_label(label: str, names: Names, persons: bool = False) -> Asker:
    """Read a questioner's label; ``persons`` says that the document's askers are people by name."""
    label = _NUMBERED.sub("", with_commas(" ".join(label.split())))
    if is_anonymous(label):
        return NOBODY
    how = Attribution.PRINTED
    if found := ASKED_BY.match(label):
        return _asked_by(label[found.end() :], names)
    found = _REPORTER_NAMED.match(label)
    if found and is_name(found["name"], 2) and not is_media(found["name"], names):
        return Asker(None, None, proper_case(found["name"]), how)
    if names.is_rendering(label):
        return Asker(printed(label, names), how)
    if found := _BRACKETED.match(label):
        asker = _bracketed(found["a"].strip(), found["b"].strip(), label, names)
        if asker:
            return asker
    if HAN.search(label):
        found = _ZH.match(label)
        if found:
            outlet = re.sub("[《》]", "", found["outlet"]).strip(" 的")  # 香港《文汇报》记者
            name = found["name"]
            return Asker(
                printed(outlet, names) if outlet else None,
                how if outlet else None,
                name,
                how if name else None,
            )
        return Asker(printed(label, names), how)
    before, comma, after = label.partition(",")
    if comma and _FREELANCE.fullmatch(before.strip()) and is_name(after.strip()):
        return Asker(None, None, strip_honorific(after.strip()), how)
    first, _, second = ("", "", "") if names.outlet(label) else label.partition("/")
    if second.strip() and " / " not in label and is_name(proper_case(first.strip()), 2):
        outlet = unshouted(second.strip(), names)  # "MELA ROE/HARBOUR TV"
        return Asker(printed(outlet, names), how, proper_case(first.strip()), how)
    name = strip_honorific(after.strip())
    if comma and is_media(before, names) and is_name(name) and not is_media(after, names):
        return Asker(printed(before.strip(), names), how, name, how)  # "Harbour Shimbun, Abe"
    if comma and names.outlet(before) and names.outlet(after.strip()):
        return Asker(printed(label, names), how)  # "China National Radio, CMG"
    if comma and is_name(strip_honorific(before), 1):
        outlet = _strip_words(after.strip())
        if is_office(before) or before.lower().endswith(" chief"):
            return Asker(printed(outlet, names), how)  # "Bureau Chief, Kyodo"
        if names.outlet(outlet) or MEDIA_WORDS.search(outlet) or not names.outlet(before):
            return Asker(printed(outlet, names), how, strip_honorific(before), how)
    if comma and names.outlet(before.strip()) and is_name(strip_honorific(after.strip())):
        return Asker(printed(before.strip(), names), how, strip_honorific(after.strip()), how)
    if (
        (found := _TRAILING.search(label))
        and found["name"]
        and is_name(found["name"].strip())
        and not names.outlet(label)
    ):
        outlet = label[: found.start()].strip(" ,")
        return Asker(printed(outlet, names), how, found["name"].strip(), how)
    outlet = _strip_words(label)
    if not outlet:
        return NOBODY
    if (
        (persons or _ENDS_IN_INITIAL.search(outlet))
        and not names.outlet(outlet)
        and not MEDIA_WORDS.search(outlet)
    ):
        return Asker(None, None, strip_honorific(outlet), how)
    return Asker(printed(outlet, names), how)


_ENDS_IN_INITIAL = re.compile(r"\w{3,} [A-Z]\.$")  # "Jo R.", whose family name is kept back
# "PERIODISTA ROSA ROE", "Reporter Jane Roe"
_REPORTER_NAMED = re.compile(
    r"(?:periodista|reporter[oa]?|journaliste?|jornalista|repórter|correspondent|corresponsal)\s+"
    r"(?P<name>(?!(?:of|from|with|for|de|del|du|da|do)\b)[^,()\d]+)$",
    re.IGNORECASE,
)
# "de la Cadena Costa", "del diario La Costa"
_LEADING_OF = re.compile(
    r"^(?:del?|du|des|d[ao]s?|para)\s+(?:(?:la|el|los|las|le|les)\s+)?"
    r"(?:(?:agencia|agência|agence|diario|periódico|cadena|jornal|journal|revista|canal)\s+(?=[A-ZÀ-Þ]))?"
)


def _asked_by(text: str, names: Names) -> Asker:
    """Read what stands behind "Pregunta": "de Onda Costa", "de Ana Roe, de Radio Costa"."""
    how = Attribution.PRINTED
    found = _BRACKETED.match(text)
    name = strip_honorific(_LEADING_OF.sub("", found["a"])) if found else ""
    if found and is_name(name, 2) and not is_media(name, names):
        return Asker(printed(found["b"], names), how, name, how)  # "Rob Roe (Harbour Sports)"
    first, comma, second = (_LEADING_OF.sub("", part.strip()) for part in text.partition(","))
    if comma and is_name(strip_honorific(first)) and not is_media(first, names):
        return Asker(printed(second, names), how, strip_honorific(first), how)
    if is_media(first, names) or not is_name(first, 2):
        return Asker(printed(first, names), how) if first[:1].isupper() else NOBODY
    return Asker(None, None, strip_honorific(first), how)


def _bracketed(first: str, second: str, label: str, names: Names) -> Asker | None:
    """ "Robin Roe (Reuters)" or "China News Service (CNS)", told apart by the person's name."""
    how = Attribution.PRINTED
    if role_key(first) in QUESTION_LABELS:
        return in_brackets(second, names)
    if names.outlet(first) or MEDIA_WORDS.search(first) or MEDIA_ZH.search(first):
        person = is_name(second, 2) and not second.isupper() and not _NO_PERSON.search(second)
        if person and not is_media(second, names):
            return Asker(printed(first, names), how, second, how)  # "Harbour Press (Jo Roe)"
        return Asker(printed(label, names), how)
    known = names.outlet(second) or MEDIA_WORDS.search(second) or MEDIA_ZH.search(second)
    if known and is_name(strip_honorific(first)):
        return Asker(printed(_strip_words(second), names), how, strip_honorific(first), how)
    return None


def in_brackets(text: str, names: Names) -> Asker:
    """Read "NHK, Okutani", "RIA Novosti, retranslated from Spanish", "Okutani, NHK"."""
    how = Attribution.PRINTED
    if _NO_OUTLET.match(text) or _NO_OUTLET_ZH.fullmatch(text):
        return NOBODY
    before, comma, after = (part.strip() for part in text.partition(","))
    if not comma:
        return Asker(printed(_strip_words(text), names), how)
    if is_media(after, names) and not is_media(before, names):
        before, after = after, before
    elif not is_media(before, names) and not is_name(strip_honorific(after)):
        person = strip_honorific(before)
        if is_name(person, 2) and after[:1].isupper() and not begins_with_title(after):
            return Asker(printed(after, names), how, person, how)  # "Ana Roe, El Faro de Costa"
        return Asker(printed(_strip_words(text), names), how)
    name = strip_honorific(after) if is_name(strip_honorific(after)) else None
    return Asker(printed(_strip_words(before), names), how, name, how if name else None)


def is_media(text: str, names: Names) -> bool:
    """Return whether a printed name is a known outlet's or has a word of the press in it."""
    return bool(names.outlet(text) or MEDIA_WORDS.search(text) or MEDIA_ZH.search(text))


def is_media_zh(text: str, names: Names) -> bool:
    """Return whether Chinese words name an outlet: 新加坡联合早报, and not 河南."""
    return bool(names.outlet(text) or MEDIA_ZH.search(text))


def unshouted(outlet: str, names: Names) -> str:
    """Return an outlet that is printed in capitals as it writes itself, as far as that is known."""
    if not outlet.isupper():
        return outlet
    if name := names.outlet(outlet):
        return name
    return " ".join(
        word if len(word) <= MAX_ACRONYM or not word.isalpha() else proper_case(word)
        for word in outlet.split()
    )


def _strip_words(label: str) -> str:
    """Take "reporter", "correspondent for" and the like from an outlet's label."""
    text = _LEADING.sub("", label).strip()
    shorter = _TRAILING.sub("", text).strip(" ,")
    return shorter or text
