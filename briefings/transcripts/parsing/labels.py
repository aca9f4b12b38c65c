"""Which blocks open with a label: first every candidate, then the judgement of the whole document.

A colon alone says little ("as follows:", "On Haiti:"), so a candidate is judged by its words, by
how often they come, and by how the document sets its other labels.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from briefings.transcripts.names import Names, normalize
from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.people import (
    NAMES_THAT_ARE_WORDS,
    begins_with_title,
    has_honorific,
    is_capitalised,
    is_name,
    proper_case,
    split_title,
    strip_honorific,
)
from briefings.transcripts.parsing.vocabulary import (
    ANSWER_LABELS,
    MEDIA_WORDS,
    MEDIA_ZH,
    MODERATOR_LABELS,
    NOT_LABEL_FIRST,
    NOT_LABEL_ZH,
    OFFICE_LABELS,
    OFFICE_NOUNS,
    ORDINARY_ZH,
    QUESTION_LABELS,
    REPORTER_WORDS,
    TITLE_ZH,
    VOICE_LABELS,
    role_key,
    word_set,
)

MAX_LABEL = 200
MAX_BARE = 100

_HAN = re.compile(r"[\u3400-\u9fff]")
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
# Spain's and France's way: "P.- ¿Cuándo…?", "Ministra Portavoz.- Buenas tardes", "R - La France…"
_DASHED = re.compile(r"([^\W\d_][^:：.!?]{0,70}?)(?:\.\s?[-–—]{1,2}\s*|\.[-–—])(?=\S|$)")
_DASHED_LETTER = re.compile(r"([PR])\s[-–—]\s(?=\S)|([PR])\.\s(?=[¿A-ZÁÉÍÓÚ])")
_STAMP = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?[\])]?"
_STAMPED = re.compile(rf"(.{{2,80}}?)\s*[:：]?\s*{_STAMP}\s*[:：]?\s*$", re.IGNORECASE)
_STAMPED_INLINE = re.compile(r"(.{2,80}?)\s*[:：]?\s*[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s*[:：]?\s*")
_LEADING_STAMP = re.compile(rf"{_STAMP}\s+(?=\S)")
_AFFILIATION = re.compile(r"\s*[\[(（]([^\])）]{2,80})[\])）]\s*$")
_ENDS_SENTENCE = re.compile(r"[.?!。！？]['\"”’)]?$")
_BREAK = re.compile(r"[?!？！。；;\"“”]|\.\s+(?=[a-z])|…")
_TIME_END = re.compile(r"\b\d{1,2}$")
# The way of hearings and of central banks: "CHAIR PAWLEY.  Good afternoon."
_FULL_STOP = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\.\s+)?[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[A-ZÀ-Þ]\.?"
    r"(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[A-ZÀ-Þ]){0,5})\.\s{1,3}(?=[A-Z“\"(¿])"
)
# "II. The resilience of …", "MR. ROE: …", "U.S. officials": no labels
_NUMERAL = re.compile(r"[IVXLC]+|MR|MRS|MS|DR|ST|(?:[A-Z]\.)+[A-Z]?")
MIN_FULL_STOPS = 3  # labels so set in one document, before any is taken for one


def candidate(block: Block) -> Cue | None:
    """Return the label a block may open with, judged by its form alone."""
    head, text = block.head, block.text
    first = head[:1]
    if first in "*_>#":
        return _marked(block)
    if first in "([" and (stamp := _LEADING_STAMP.match(head)):
        cue = _colon(head, text, stamp.end()) or _other(head, text, stamp.end())
        if cue is not None and cue.style == "inline":
            cue.style = "stamped"  # "[00:00:05] Jane Roe: Good morning"
        return cue
    if first in "[【〔［" and (found := _BRACKET.match(head)):
        return Cue(found[2].strip(), found.end(), "bracket" if not found[3] else "bracket:")
    if first in "（(〈《○" and (found := _ROUND.match(head)):
        return Cue(found[1] or found[2], found.end(), "bracket:")
    if first in "QA" and (cue := _question_or_answer(text[:40], len(text))):
        return cue
    shift = 0
    if not first.isdigit() and first != "(" and (cue := _dashed(head, text)):
        return cue
    if first.isdigit() or first in "([":
        if not (stamp := _LEADING_STAMP.match(head)):
            return _colon(head, text, 0)
        shift = stamp.end()
    if (found := _FULL_STOP.match(head, shift)) and not _NUMERAL.fullmatch(found[1]):
        return Cue(found[1], found.end(), "full stop")
    return _colon(head, text, shift) or _other(head, text, shift)


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
    if stamp := re.match(rf"{_STAMP}\s*", head[start:]):
        start += stamp.end()
        return _with_affiliation(label, min(start, len(text)), "stamped")
    return _with_affiliation(_without_stamp(label), start, "inline")


def _other(head: str, text: str, shift: int) -> Cue | None:
    """Labels without a colon: time-stamped, dashed, in capitals, or a bare heading."""
    timed = ":" in head[:MAX_BARE]
    if timed and (found := _STAMPED_INLINE.match(head, shift)):
        return _with_affiliation(found[1], min(found.end(), len(text)), "stamped")
    if timed and len(text) <= MAX_BARE and (found := _STAMPED.match(head, shift)):
        return _with_affiliation(found[1], len(text), "stamped")
    if len(text) <= MAX_LABEL and text.isupper() and not _ENDS_SENTENCE.search(text.rstrip('”"')):
        return _with_affiliation(text, len(text), "capitals")
    if len(text) <= MAX_BARE and not _ENDS_SENTENCE.search(text) and not _BREAK.search(head):
        return _with_affiliation(text, len(text), "bare")
    return None


def _dashed(head: str, text: str) -> Cue | None:
    """ "P.- ¿Cuándo…?", "Ministra Portavoz.- Buenas tardes", "R - La France…"."""
    if not any(sign in head[:80] for sign in ".-–—"):
        return None
    if found := _DASHED_LETTER.match(head):
        return Cue(found[1] or found[2], found.end(), "inline")
    if found := _DASHED.match(head):
        style = "alone" if found.end() >= len(text) else "inline"
        return Cue(found[1].strip(), found.end(), style)
    return None


def _without_stamp(label: str) -> str:
    return re.sub(rf"\s*{_STAMP}$", "", label) or label


def _with_affiliation(label: str, start: int, style: str) -> Cue:
    """Part "Robin Emmott [Reuters]" into the label's words and what stands in brackets."""
    label = label.strip()
    found = _AFFILIATION.search(label) if label[-1:] in "])）" else None
    return Cue(label, start, style, affiliation=found[1].strip() if found else "")


# --- judging ------------------------------------------------------------------------------------


@dataclass
class Evidence:
    """What the whole document says about its labels."""

    names: Names
    people: Collection[str]  # normal forms of the names listed in the header
    counts: Counter[str] = field(default_factory=Counter)
    shapes: dict[str, str] = field(default_factory=dict)
    alone: int = 0
    inline: int = 0
    questions: int = 0
    named: int = 0
    upper: int = 0  # of the named and the question labels, those in capitals
    capitals: Counter[str] = field(default_factory=Counter)
    lines_in_capitals: int = 0
    bare_questions: int = 0
    bare: Counter[str] = field(default_factory=Counter)  # names alone on a line, no colon
    full_stops: Counter[str] = field(default_factory=Counter)
    stamped: int = 0
    tight: int = 0
    header: str = ""  # what stands above the first words said, in proper case
    spaced: int = 0
    brackets: int = 0

    def shape(self, label: str, affiliation: str = "") -> str:
        """Return what a label's words look like, remembered from the first time."""
        found = self.shapes.get(label)
        if found is None:
            if len(self.shapes) >= MAX_DISTINCT:
                return ""
            found = self.shapes[label] = _shape(label, affiliation, self.names, self.people)
        return found


CAPITALS_SHARE = 0.9
SURNAMES_THAT_ARE_MEDIA = word_set("sun star post mail globe")
# Different labels looked at in one document. The longest briefing of the corpus has 40 different
# beginnings before a colon; a text with thousands is a list, and each look costs 50 µs.
MAX_DISTINCT = 5000
HEADER_SEEN = 20  # blocks in which a name printed in capitals is looked for in proper case

STRONG = frozenset(
    {"question", "answer", "moderator", "voice", "office", "honorific", "participant", "outlet"}
)


def _shape(label: str, affiliation: str, names: Names, people: Collection[str]) -> str:
    bare = _AFFILIATION.sub("", label) if affiliation else label
    key = role_key(bare)
    if key in QUESTION_LABELS:
        return "question"
    if key in ANSWER_LABELS:
        return "answer"
    if key in MODERATOR_LABELS:
        return "moderator"
    if key in VOICE_LABELS:
        return "voice"
    if _is_listed(bare, people):
        return "participant"
    if len(label) <= MAX_BARE + 40 and (names.outlet(label) or names.outlet(bare)):
        return "outlet"
    if affiliation and _abbreviates(affiliation, bare):
        return "media"
    if affiliation and not MEDIA_WORDS.search(bare) and is_name(strip_honorific(bare), 2):
        return "honorific"  # "Oana Roe [NATO Spokesperson]", "Jane Roe (Reuters)"
    if _HAN.search(label):
        return _shape_chinese(label)
    if not (label[0].isupper() or label[0].isdigit()):
        return ""
    if _is_name_and_outlet(bare, names):
        return "outlet"
    if _NAME_AND_ACRONYM.fullmatch(bare) and not _POST_NOMINAL.search(bare):
        return "media"
    first = label.split(None, 1)[0].strip(",.'’").lower()
    if REPORTER_WORDS.search(label) and len(label.split()) <= 12 and not _VERB.search(label):
        return "outlet"
    if first.endswith("ing") and _TURNING.match(label):
        return ""
    if first in NOT_LABEL_FIRST:
        return "person" if first in NAMES_THAT_ARE_WORDS and is_name(label, 2) else ""
    if key in OFFICE_LABELS or (key.startswith(_OFFICE_FIRST) and is_capitalised(label)):
        return "office"
    if has_honorific(label) and is_name(strip_honorific(label)):
        return "honorific"
    if _ends_with_office(key) and is_capitalised(label):
        return "office"
    if label.isupper():
        return "capitals" if len(label) <= MAX_LABEL else ""
    if _is_name_and_title(label):
        return "honorific"
    if not is_capitalised(label):
        name, comma, _ = label.partition(",")
        return "person" if comma and is_name(strip_honorific(name), 2) else ""
    words = label.split()
    if first in SURNAMES_THAT_ARE_MEDIA and len(words) == 2 and is_name(label):
        return "person"  # "Sun Wei"
    if MEDIA_WORDS.search(label) and len(words) <= 10:
        return "media"
    if is_name(label):
        return "person"
    if begins_with_title(label) or split_title(label) or len(words) <= 8:
        return "title"
    return ""


def _is_name_and_outlet(label: str, names: Names) -> bool:
    """ "James Roe, Harbour Journal", "Sidhant Roe, WION": a reporter's name, then the outlet's."""
    name, comma, outlet = label.partition(",")
    outlet = outlet.strip()
    if not comma or "," in outlet or not is_name(strip_honorific(proper_case(name)), 2):
        return False
    if names.outlet(outlet):
        return True
    if begins_with_title(outlet) or split_title(proper_case(outlet)):
        return False
    return bool(MEDIA_WORDS.search(outlet)) and len(outlet.split()) <= 6


# "Sidhant Roe, WION": letters after a name are an outlet's where they are no degree or honour
_NAME_AND_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3},\s[A-Z]{2,8}")
_POST_NOMINAL = re.compile(
    r",\s(?:MP|MEP|MSP|MLA|MLC|MHA|MD|MPH|PHD|DDS|DVM|RN|JD|LLM|ESQ|JR|SR|II|III|IV|AC|AO|AM|KC|"
    r"QC|SC|CBE|OBE|MBE|USN|USA|USAF|USMC|USCG|CPA|CIA|FBI|CDC|FDA|NIH|WHO|UN|EU|NATO|UK|US)$"
)


def _abbreviates(short: str, words: str) -> bool:
    """Return whether "CNS" stands for "China News Service"."""
    initials = "".join(word[0] for word in words.split() if word[0].isupper())
    return len(short) >= 2 and short.upper() == initials


def _ends_with_office(key: str) -> bool:
    """ "nato secretary general", "european commission president": an office and whose it is."""
    words = key.split()
    return (
        2 <= len(words) <= 6
        and words[0] not in ("mr", "mister", "madam", "madame", "dear", "señor", "señora")
        and any(" ".join(words[start:]) in OFFICE_LABELS for start in range(1, len(words)))
    )


_OFFICE_FIRST = (
    "deputy ", "acting ", "associate ", "assistant ", "vice ", "minister for ", "minister of ",
    "ministra de ", "ministro de ", "secretario de ", "secretaria de ", "presidente de ",
    "presidenta de ", "portavoz de ", "director de ", "directora de ", "titular de ",
    "secretary of ", "spokesman for ", "spokesperson for ", "spokeswoman for ", "senior ",
)  # fmt: skip
# "Turning to Mozambique:  The cyclone has …"
_TURNING = re.compile(r"[A-Z][a-z]+ing\s+(?:to|on|at|for|from|back|into|about|ahead)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|asked|said|told|says)\b", re.I)


def _shape_chinese(label: str) -> str:
    if len(label) > 60:
        return ""
    if re.search(r"(?:记者|記者)(?:[\s:：]?[\u4e00-\u9fff·]{2,4})?$", label):
        return "" if re.search(r"[，。了吗]|各位|提问", label) else "outlet"
    if NOT_LABEL_ZH.match(label):
        return ""
    if TITLE_ZH.search(label) and split_title(label):
        return "title"
    if ORDINARY_ZH.search(label):
        return ""
    if MEDIA_ZH.search(label):
        return "media"
    if is_name(label):
        return "person"
    return "title" if TITLE_ZH.search(label) and len(label) <= 40 else ""


def _is_name_and_title(label: str) -> bool:
    """ "Mr. MOTOKI Toshi, Minister for Foreign Affairs", "Jane Roe, chief engineer of the port"."""
    name, comma, title = label.partition(",")
    if not comma or not is_name(strip_honorific(name), 2) or _VERB.search(title):
        return False
    words = [word.strip(",.()").lower() for word in title.split()]
    return any(word in OFFICE_NOUNS for word in words[:6]) and not MEDIA_WORDS.search(title)


def _is_listed(label: str, people: Collection[str]) -> bool:
    if not people:
        return False
    bare = normalize(strip_honorific(label))
    if bare in people:
        return True
    if _HAN.search(label):
        return any(bare.endswith(name) for name in people if _HAN.search(name))
    name = label.partition(",")[0]
    if normalize(strip_honorific(name)) in people:
        return True
    # "de Guinos:" of a listed "Luis de Guinos"; a surname that two of them bear is nobody's
    return len(bare) > 3 and sum(listed.endswith(" " + bare) for listed in people) == 1


def weigh(
    blocks: Sequence[Block],
    cues: Sequence[Cue | None],
    names: Names,
    people: Collection[str],
    keys: Collection[str] = (),
) -> Evidence:
    """Count what the candidates are like; ``keys`` are initials that stand for people."""
    evidence = Evidence(names, people)
    evidence.shapes.update(dict.fromkeys(keys, "person"))
    evidence.header = "\n".join(block.text[:1500] for block in blocks[:HEADER_SEEN])
    for block, cue in zip(blocks, cues, strict=True):
        if cue is None:
            continue
        if cue.style == "tight":
            evidence.tight += 1
            continue
        if cue.style == "bare":  # looked at last: any short line may be one
            if len(blocks) <= MAX_DISTINCT and len(cue.label) <= 40:
                if is_name(cue.label, 2):
                    evidence.bare[cue.label] += 1
                evidence.bare_questions += role_key(cue.label) in QUESTION_LABELS
            continue
        shape = evidence.shape(cue.label, cue.affiliation)
        if not shape:
            continue
        if cue.style == "full stop":
            evidence.full_stops[cue.label] += 1
            continue
        evidence.counts[role_key(cue.label)] += 1
        evidence.stamped += cue.style == "stamped"
        evidence.brackets += cue.style.startswith("bracket")
        if cue.style == "capitals":
            evidence.capitals[cue.label] += 1
            evidence.lines_in_capitals += 1
            continue
        if shape == "question":
            evidence.questions += 1
            evidence.upper += cue.label.isupper()
            evidence.spaced += cue.label == "Q" and block.text[1:2] not in ":.)"
        elif shape in STRONG or shape in ("capitals", "media"):
            evidence.named += 1
            evidence.upper += cue.label.isupper()
            evidence.alone += cue.style == "alone"
            evidence.inline += cue.style == "inline"
    return evidence


def _a_full_stop(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "CHAIR PAWLEY.  Good afternoon.": where several are set so, and none with a colon."""
    if cue.style != "full stop":
        return None
    total = evidence.full_stops.total()
    if total < MIN_FULL_STOPS or evidence.alone + evidence.inline + evidence.questions > total:
        return False
    return shape in STRONG or evidence.full_stops[cue.label] >= 2 or is_name(cue.label, 2)


Rule = Callable[[Cue, str, str, Evidence], bool | None]


def judge(cue: Cue, block: Block, evidence: Evidence) -> bool:
    """Return whether a candidate is a label; the rule that decided is written on the cue."""
    shape = evidence.shape(cue.label, cue.affiliation)
    rest = block.head[cue.start : cue.start + 40].lstrip()
    for name, rule in RULES:
        answer = rule(cue, shape, rest, evidence)
        if answer is not None:
            cue.rule = name
            return answer
    return False


def between(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept what stands as a label between two turns of one speaker; changes ``found``.

    "Fan Shu: … / Harbourline: Will the fee be lifted? / Fan Shu: …": a label is printed again only
    when somebody else has spoken. In Chinese also a longer label that ends with another one
    ("国新办新闻局寿宁" beside "寿宁").
    """
    places = [index for index, cue in enumerate(found) if cue is not None]
    for index, cue in enumerate(cues):
        if cue is None or found[index] is not None or cue.style not in ("alone", "inline"):
            continue
        shape = evidence.shape(cue.label, cue.affiliation)
        rest = blocks[index].head[cue.start : cue.start + 8].lstrip()
        if shape not in ("person", "title", "media", "capitals") or rest[:1].islower():
            continue
        if _in_capitals_here(cue, shape, rest, evidence) is False:
            continue
        at = bisect(places, index)
        before = found[places[at - 1]] if at else None
        after = found[places[at]] if at < len(places) else None
        if before is not None and shape == "person" and _asks(before, evidence):
            asked = " ".join(block.text[-400:] for block in blocks[places[at - 1] : index][:4])
            if (
                ("?" in asked or "？" in asked)
                and before.style == cue.style
                and (" " in cue.label or _HAN.search(cue.label))
            ):
                cue.rule = "answers a question"
                found[index] = cue
                places.insert(at, index)
                continue
        if before is None or after is None or before.label != after.label:
            continue
        if before.label == cue.label or role_key(before.label) in QUESTION_LABELS:
            continue
        until = places[at] if at < len(places) else len(blocks)
        said = " ".join(block.text[-400:] for block in blocks[index:until][:4])
        if "?" in said or "？" in said:
            cue.rule = "between two turns of one speaker"
            found[index] = cue
    surnames = {
        cue.label.partition(",")[0].split()[-1].casefold() for cue in found if cue is not None
    }
    for index, cue in enumerate(cues):
        if cue is None or found[index] is not None or cue.style not in ("alone", "inline"):
            continue
        if evidence.shape(cue.label) == "capitals" and cue.label.casefold() in surnames:
            cue.rule = "surname of another label"
            found[index] = cue
    names = {cue.label for cue in found if cue is not None and _HAN.search(cue.label)}
    for index, cue in enumerate(cues):
        if cue is None or found[index] is not None or not _HAN.search(cue.label):
            continue
        if cue.style not in ("alone", "inline", "bracket:") or len(cue.label) > 40:
            continue
        if any(cue.label[-size:] in names for size in (2, 3, 4) if size < len(cue.label)):
            cue.rule = "ends with another label"
            found[index] = cue


def _asks(cue: Cue, evidence: Evidence) -> bool:
    return evidence.shape(cue.label, cue.affiliation) in ("question", "outlet", "media")


def _no_words_of_a_label(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    return False if not shape else None


def _explained_initials(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "TJ Hello to everyone" where a key above says who TJ is."""
    return True if cue.style == "key" else None


def _a_heading_without_colon(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Xinhua news agency reporter" on a line of its own; a listed person's name likewise."""
    if cue.style != "bare":
        return None
    if shape == "outlet":
        return True if REPORTER_WORDS.search(cue.label) or _ZH_REPORTER.search(cue.label) else (
            evidence.alone == 0 and evidence.questions == 0
        )  # fmt: skip
    if shape == "participant":
        return evidence.alone == 0 and "," not in cue.label
    if shape in ("question", "answer"):
        return len(cue.label) > 1 and evidence.alone == 0 and evidence.inline == 0
    if shape == "person" and evidence.alone == 0 and evidence.named == 0:
        # "Oren Vale" above his words, again and again, where no label has a colon
        asked = evidence.questions + evidence.bare_questions
        return evidence.bare[cue.label] >= 2 and asked > 0
    return False


_ZH_REPORTER = re.compile(r"(?:记者|記者)")


def _a_line_in_capitals(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "SECRETARIA DE TURISMO, JOSEFINA ROE" where the document sets its labels so."""
    if cue.style != "capitals":
        return None
    if evidence.alone + evidence.inline + evidence.questions >= 2:
        return False  # labels with colons: the lines in capitals are topics
    if evidence.lines_in_capitals < 2:
        return False
    if shape in STRONG:
        return True
    if is_name(cue.label, 2) and proper_case(cue.label) in evidence.header:
        return True
    name = cue.label.rpartition(",")[2]
    return evidence.capitals[cue.label] >= 2 or ("," in cue.label and is_name(name.strip(), 2))


def _time_stamped(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Jane Roe (00:12)": a stamp after a name, where the document has several."""
    if cue.style != "stamped":
        return None
    return evidence.stamped >= 2 or shape in STRONG


def _bracketed(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "[Jane Roe]: text"; without the colon only what is sure to be one, or comes often."""
    if not cue.style.startswith("bracket"):
        return None
    if cue.style == "bracket:":
        return shape in STRONG or evidence.brackets >= 2
    if shape in ("question", "answer", "moderator", "participant", "outlet"):
        return evidence.brackets >= 2
    return shape in ("title", "person", "office") and evidence.brackets >= 4


def _q_with_one_space(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Q Thank you": only where Q is seen to be a label ("Q  …", "Q: …") or opens many blocks."""
    if cue.style != "tight":
        return None
    return evidence.spaced > 0 or evidence.tight >= 3 or evidence.named >= 2


def _question_label(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Question: will this go on?" inside an answer is speech where labels have their own line."""
    if shape != "question":
        return None
    if len(cue.label) == 1 and not cue.label.isupper() and not _HAN.match(cue.label):
        return False
    own_lines = cue.style == "inline" and evidence.alone >= 2 and evidence.alone > evidence.inline
    if own_lines and (rest[:1].islower() or evidence.questions < 2):
        return False
    return not rest[:1].islower() or evidence.questions >= 3 or rest.startswith(("the ", "what "))


def _answer_label(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A, R, 答 mean an answer only in a document that has Q, P, 问."""
    if shape != "answer":
        return None
    if len(cue.label) == 1 and not cue.label.isupper() and not _HAN.match(cue.label):
        return False
    return evidence.questions > 0


def _sure_words(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A listed person, a known outlet, an honorific with a name, an office, MODERATOR."""
    if shape not in STRONG:
        return None
    if not (cue.label[0].isupper() or cue.label[0].isdigit() or _HAN.search(cue.label[:2])):
        # "The reporter: …" is a label, "reporter: …" in a sentence is not; an outlet may be "iNews"
        # and a listed "Luis de Roe" is "de Roe:" in his turns
        return shape == "participant" or (shape == "outlet" and cue.style == "alone")
    if shape == "voice" and " " not in cue.label and not cue.label.isupper():
        return evidence.counts[role_key(cue.label)] >= 2
    return not (shape == "office" and cue.style == "inline" and rest[:1].islower())


def _in_capitals_here(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "On Sudan: …", "North Carolina: …" are no labels where those are in capitals."""
    labels = evidence.named + evidence.questions
    if cue.label.isupper() or _HAN.search(cue.label) or labels < 6:
        return None
    return False if evidence.upper >= CAPITALS_SHARE * labels else None


def _capitals_with_colon(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "SENIOR OFFICIAL:", "ROE:": in capitals, in words or repeated."""
    if shape != "capitals":
        return None
    if len(cue.label) < 2:
        return False
    return (
        len(cue.label.split()) >= 2
        or evidence.counts[role_key(cue.label)] >= 2
        or (len(cue.label) > 4 and evidence.named >= 3)
    )


def _words_of_an_outlet(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Cover News:", "21st Century Business Herald: …": two words or more, or alone on a line."""
    if shape != "media":
        return None
    if cue.style == "alone":
        return len(cue.label.split()) >= 2 or bool(_HAN.search(cue.label)) or evidence.alone >= 2
    if rest[:1].islower():
        return False
    return len(cue.label.split()) >= 2 or bool(_HAN.search(cue.label))


def _comes_again(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A name or office that opens several blocks."""
    if evidence.counts[role_key(cue.label)] >= 2:
        return not (cue.style == "inline" and rest[:1].islower())
    return None


def _an_office_in_full(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Deputy Director, Information Administration, Ministry of Industry:Thank you"."""
    if shape != "title" or _HAN.search(cue.label):
        return None
    if begins_with_title(cue.label) and len(cue.label.split()) >= 3:
        return not rest[:1].islower()
    return None


def _chinese_title_and_name(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "国务院研究室副主任向明:" once, beside other labels."""
    if shape == "title" and _HAN.search(cue.label):
        return bool(split_title(cue.label)) or evidence.named >= 2
    return None


def _fits_the_others(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A name that comes once, set as the document sets its other labels."""
    if cue.style == "alone":
        return evidence.alone >= 1 and evidence.alone >= evidence.inline / 4
    if cue.style == "inline" and not rest[:1].islower():
        several = len(cue.label.split()) >= 2 or bool(_HAN.search(cue.label))
        return several and evidence.inline + evidence.questions >= 3 and (
            evidence.inline + evidence.questions > evidence.alone
        )  # fmt: skip
    return False


RULES: tuple[tuple[str, Rule], ...] = (
    ("speaker key", _explained_initials),
    ("no label's words", _no_words_of_a_label),
    ("heading without colon", _a_heading_without_colon),
    ("line in capitals", _a_line_in_capitals),
    ("capitals and a full stop", _a_full_stop),
    ("time stamp", _time_stamped),
    ("brackets", _bracketed),
    ("Q and one space", _q_with_one_space),
    ("question label", _question_label),
    ("answer label", _answer_label),
    ("sure words", _sure_words),
    ("labels are in capitals here", _in_capitals_here),
    ("capitals", _capitals_with_colon),
    ("words of an outlet", _words_of_an_outlet),
    ("comes again", _comes_again),
    ("office in full", _an_office_in_full),
    ("Chinese title and name", _chinese_title_and_name),
    ("fits the others", _fits_the_others),
)
