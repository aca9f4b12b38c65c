"""Which blocks may open with a label, judged by their form alone."""

import re

from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import begins_with_title, has_honorific
from briefings.transcripts.parsing.vocabulary import (
    ANSWER_LABELS,
    EVENT,
    MODERATOR_LABELS,
    OFFICE_LABELS,
    QUESTION_LABELS,
    role_key,
)

MAX_LABEL = 200
MAX_BARE = 100

_COLON = re.compile(r"[:：](?!\d\d)(?!//)|(?<!\d)[:：](?!//)")
_BRACKET = re.compile(r"([\[【〔［])([^\[\]【】〔〕［］]{1,80})[\]】〕］]\s*([:：])?\s*")
_ROUND = re.compile(
    r"(?:[（(〈《]\s*(問|答|问|记者|記者|司会|Q|A|質問|回答)\s*[)）〉》]|○(記者|记者|問|答))\s*[:：]?\s*"
)
_QA = re.compile(
    r"([QA])(?:\s?\d{1,3})?(?:\s*[:：]\s*|\s*[.)]\s+|\s*\.\s?[-–—]+\s*|\s-\s+|\s{2,}|\t\s*)(?=\S)"
)
_QA_TIGHT = re.compile(r"Q\s(?=[A-Z(“\"¿—–-])")
_QA_ALONE = re.compile(r"([QA])(?:\s?\d{1,3})?\s*[.:：]?$")
# Spain's and France's way: "P.- ¿Cuándo…?", "Ministra Portavoz.- Buenas tardes", "R - La France…",
# "Sra. Ferrer.- Gracias", "SR. VOCERO (Roe).- Buen día"
_DASHED = re.compile(
    r"((?:(?:Sr|Sra|Srta|Sres|Dr|Dra|Dña|D|Lic|Ing|Gral|Excmo|Excma|M|Mme|Mr|Mrs|Ms|Prof|SR|SRA|SRTA|DR|"
    r"DRA|LIC|ING|GRAL|MR|MRS|MS)\.[ªº]?\s+){0,2}[^\W\d_][^:：.!?]{0,110}?)"
    r"(?:\.\s?[-–—]{1,2}\s*|\.[-–—])(?=\S|$)"
)
_STOP_AND_DASH = re.compile(r"\.\s?[-–—]")
_DASHED_LETTER = re.compile(r"([PR])\s[-–—]\s(?=\S)|([PR])\.\s(?=[¿A-ZÁÉÍÓÚ])")
# "PREGUNTA (Radio Costa). ¿Cuándo…?"; "LE PRÉSIDENT - Bonjour", "QUESTION – Monsieur …"
_BRACKET_STOP = re.compile(
    r"((?:PREGUNTA|RESPUESTA|Pregunta|Respuesta|P|R)\s*\([^()]{2,60}\))\.\s*[-–—]?\s*(?=[¿¡“\"A-ZÀ-Þ])"
)
_CAPITALS_DASH = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ'’ ]{3,30})\s[-–—]\s(?=\S)")
_WITH_A_DASH = QUESTION_LABELS | ANSWER_LABELS | MODERATOR_LABELS | OFFICE_LABELS
_BULLET = re.compile(r"[-–—•]\s?(?=[^\W\d_])")
MAX_WORDS_AFTER_DASH = 4
_STAMP = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?[\])]?"
_QA_STAMPED = re.compile(rf"([QA])[.:：]?\s+{_STAMP}$", re.IGNORECASE)  # "Q  01:14" alone
_ENDS_IN_YEAR = re.compile(r"\b(?:19|20)\d\d[.,]?$")  # "July 19, 2022, 1:05 PM": no label
_STAMPED = re.compile(rf"(.{{2,80}}?)\s*[:：]?\s*{_STAMP}\s*[:：]?\s*$", re.IGNORECASE)
_STAMPED_INLINE = re.compile(r"(.{2,80}?)\s*[:：]?\s*[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s*[:：]?\s*")
_STAMP_NEXT = re.compile(rf"{_STAMP}\s*")
_STAMP_BEHIND = re.compile(rf"{_STAMP}\s*[:：]\s*")  # "[向明] [10:01]：大家好"
_STAMP_LAST = re.compile(rf"\s*{_STAMP}$")
# "[00:00:05] Jane Roe: Good morning"; "[*] ROE: Good afternoon" where the words begin
_LEADING_STAMP = re.compile(rf"(?:{_STAMP}|\[\*\])\s+(?=\S)")
AFFILIATION = re.compile(r"\s*[\[(（]([^\])）]{2,80})[\])）]\s*$")
# "Jo Lund -- Harbour Master", "Tam Roe — Coast Daily": a dash as other labels have a comma
SET_OFF = re.compile(r"\s+(?:--|[–—])\s+")
# "Tam Roe -- Coast Capital -- Analyst", "Ann Poe -- Coast Daily -- Senior Space Editor" ask
ASKER = re.compile(
    r"(?<=\S)\s+(?:--|[–—])\s+(?=\S)(?P<whose>[^–—]+?)\s+(?:--|[–—])\s+(?:[^\W\d_]+\s+){0,4}"
    r"(?:analyst|reporter|journalist|correspondent|editor|columnist|writer|producer)$",
    re.IGNORECASE,
)
# "(Ms. Roe): Good afternoon."; "(Jo Roe, Harbour TV) My question …" beside such ones
_ROUND_LABEL = re.compile(r"[(（]\s*([^()（）\s][^()（）]{0,79})[)）](\s*[:：])?\s*")
_ENDS_SENTENCE = re.compile(r"[.?!。！？]['\"”’)]?$")
_BREAK = re.compile(r"[?!？！。；;\"“”]|\.\s+(?=[a-z])|…")
# The way of hearings and of central banks: "CHAIR PAWLEY.  Good afternoon."
_FULL_STOP = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\.\s+)?[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[A-ZÀ-Þ]\.?"
    r"(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[A-ZÀ-Þ]){0,5})\.\s{1,3}(?=[A-Z“\"(¿])"
)
# "II. The resilience of …", "MR. ROE: …", "U.S. officials": no labels
_NUMERAL = re.compile(
    r"[IVXLC]+|MR|MRS|MS|DR|ST|GEN|LT|COL|MAJ|CAPT|SGT|ADM|CMDR|SEN|REP|GOV|SEC|AMB|PROF|HON|REV|"
    r"PRES|SIR|(?:[A-Z]\.)+[A-Z]?"
)
# "GEN. RYKER: It is closing.": the colon tells where the label ends
_THEN_COLON = re.compile(r"[A-ZÀ-Þ.'’ -]{1,60}:")
# "Question (via translation):", "Laszlo Orbay (retranslated):": said of the speech, no affiliation
_STAGE = re.compile(
    r"(?:\d{1,2}:\d\d|(?:re)?translat|interpret|inaudible|off[\s-]?mic|speaking\b|via\b|remote|online|virtual|"
    r"(?:by|over)\s+(?:tele)?phone|through\s+(?:an?\s|the\s|interpret|translat)|in\s+\w+$|"
    r"cont(?:inu|[’'.]|d\b)|as\s+interpret|通过翻译)[^,]*$",
    re.IGNORECASE,
)

_STOP_ZH = re.compile(r"[，。？！；]")


def candidate(block: Block) -> Cue | None:
    """Return the label a block may open with, judged by its form alone."""
    head, text = block.head, block.text
    first = head[:1]
    if first in "*_>#":
        return _marked(block)
    if first in "-–—•" and (found := _BULLET.match(head)):
        cue = _colon(head, text, found.end())
        return cue if cue is not None and _says_who(cue.label) else None
    if first in "([" and (stamp := _LEADING_STAMP.match(head)):
        cue = _colon(head, text, stamp.end()) or _other(head, text, stamp.end())
        if cue is not None and cue.style == "inline" and head[1] != "*":
            cue.style = "stamped"  # "[00:00:05] Jane Roe: Good morning"
        return cue
    if first in "[【〔［" and (found := _BRACKET.match(head)):
        stamp = _STAMP_BEHIND.match(head, found.end()) if not found[3] else None
        end = stamp.end() if stamp else found.end()
        return Cue(found[2].strip(), end, "bracket:" if stamp or found[3] else "bracket")
    if first in "（(〈《○" and (found := _ROUND.match(head)):
        return Cue(found[1] or found[2], found.end(), "bracket:")
    if first in "（(" and (found := _ROUND_LABEL.match(head)) and not _STAGE.match(found[1]):
        if found[2]:
            return Cue(found[1].strip(), found.end(), "round:")
        if found.end() < len(text) and not _COLON.search(head, found.end(), found.end() + 60):
            return Cue(found[1].strip(), found.end(), "round")
    if first in "QA" and (cue := _question_or_answer(text[:40], len(text))):
        return cue
    shift = 0
    if not first.isdigit() and first != "(" and (cue := _dashed(head, text)):
        return cue
    if first.isdigit() or first in "([":
        if not (stamp := _LEADING_STAMP.match(head)):
            return _colon(head, text, 0)
        shift = stamp.end()
    found = _FULL_STOP.match(head, shift)
    if found and not _NUMERAL.fullmatch(found[1]) and not _THEN_COLON.match(head, found.end()):
        return Cue(found[1], found.end(), "full stop")
    return _colon(head, text, shift) or _other(head, text, shift)


def _says_who(label: str) -> bool:
    """Tell "- Periodista: …", "- Canciller Roe: …" from the points of a list."""
    return role_key(label) in _WITH_A_DASH or (
        len(label.split()) <= MAX_WORDS_AFTER_DASH
        and (begins_with_title(label) or has_honorific(label))
    )


def _marked(block: Block) -> Cue | None:
    """Read Markdown's bold labels: "**Jane Roe:** text", "**Q** text"."""
    marks = len(block.head) - len(block.head.lstrip("*_># "))
    inner = Block(block.first_line, block.last_line, block.text[marks:], block.gap)
    if not inner.text or inner.text[0] in "[*_>#":
        return None
    cue = candidate(inner)
    if cue is None:
        return None
    rest = block.text[marks + cue.start :]
    cue.start = marks + cue.start + len(rest) - len(rest.lstrip("*_ "))
    cue.label = cue.label.rstrip("*_ ")
    if cue.style == "inline" and cue.start >= len(block.text):
        cue.style = "alone"
    return cue


def _question_or_answer(start: str, length: int) -> Cue | None:
    if length <= 6 and (found := _QA_ALONE.match(start)):
        return Cue(found[1], length, "alone")
    if length <= 16 and (found := _QA_STAMPED.match(start)):
        return Cue(found[1], length, "stamped")
    if found := _QA.match(start):
        return Cue(found[1], found.end(), "inline")
    if found := _QA_TIGHT.match(start):
        return Cue("Q", found.end(), "tight")
    return None


def _colon(head: str, text: str, shift: int) -> Cue | None:
    found = _COLON.search(head, shift, shift + MAX_LABEL + 1)
    if not found:
        return None
    label = head[shift : found.start()].strip()
    if not label or _BREAK.search(label):
        return None
    start = found.end()
    rest = head[start:]
    start += len(rest) - len(rest.lstrip())
    if start >= len(text) or not rest.strip(" *_"):
        return _with_affiliation(label, len(text), "alone")
    if stamp := _STAMP_NEXT.match(head[start:]):
        start += stamp.end()
        return _with_affiliation(label, min(start, len(text)), "stamped")
    cue = _with_affiliation(_without_stamp(label), start, "inline")
    short = len(text) <= MAX_LABEL and text[-1] not in ".?!"
    # "立法會：教育局局長會見傳媒": in Chinese the event ends a title
    event = EVENT.match(head, start) or (
        HAN.search(label) and not _STOP_ZH.search(text) and EVENT.search(head, start)
    )
    cue.titled = short and bool(event)
    return cue


def _other(head: str, text: str, shift: int) -> Cue | None:
    """Labels without a colon: time-stamped, dashed, in capitals, or a bare heading."""
    timed = ":" in head[:MAX_BARE]
    if timed and (found := _STAMPED_INLINE.match(head, shift)):
        return _with_affiliation(found[1], min(found.end(), len(text)), "stamped")
    if timed and len(text) <= MAX_BARE and (found := _STAMPED.match(head, shift)):
        if _ENDS_IN_YEAR.search(found[1]):
            return None
        return _with_affiliation(found[1], len(text), "stamped")
    if len(text) <= MAX_LABEL and text.isupper() and not _ENDS_SENTENCE.search(text.rstrip('”"')):
        return _with_affiliation(text, len(text), "capitals")
    if len(text) <= MAX_BARE and not _ENDS_SENTENCE.search(text) and not _BREAK.search(head):
        return _with_affiliation(text, len(text), "bare")
    return None


def _dashed(head: str, text: str) -> Cue | None:
    """ "P.- ¿Cuándo…?", "Ministra Portavoz.- Buenas tardes", "R - La France…"."""
    if head[:1] in "PR" and (found := _DASHED_LETTER.match(head)):
        return Cue(found[1] or found[2], found.end(), "inline")
    if _STOP_AND_DASH.search(head, 0, 160) and (found := _DASHED.match(head)):
        style = "alone" if found.end() >= len(text) else "inline"
        return _with_affiliation(found[1], found.end(), style)
    found = _BRACKET_STOP.match(head) if head[:1] in "PR" else None
    if found or ((found := _CAPITALS_DASH.match(head)) and role_key(found[1]) in _WITH_A_DASH):
        return _with_affiliation(found[1], found.end(), "inline")
    return None


def with_commas(label: str) -> str:
    """Return "Jo Lund -- Harbour Master" as "Jo Lund, Harbour Master", as labels are mostly set."""
    return SET_OFF.sub(", ", ASKER.sub(r", \g<whose>", label))


def _without_stamp(label: str) -> str:
    return _STAMP_LAST.sub("", label) or label


def _with_affiliation(label: str, start: int, style: str) -> Cue:
    """Part "Robin Emmott [Reuters]" into the label's words and what stands in brackets."""
    label = label.strip()
    found = AFFILIATION.search(label) if label[-1:] in "])）" else None
    if found and _STAGE.match(found[1]):
        return Cue(label[: found.start()], start, style)
    return Cue(label, start, style, affiliation=found[1].strip() if found else "")
