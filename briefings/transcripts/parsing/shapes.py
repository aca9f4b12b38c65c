"""What a label's words look like: a question's, an outlet's, an office's, a person's, or none's."""

import re
from collections.abc import Collection

from briefings.transcripts.names import Names, normalize
from briefings.transcripts.parsing.candidates import (
    AFFILIATION,
    ASKER,
    MAX_BARE,
    MAX_LABEL,
    with_commas,
)
from briefings.transcripts.parsing.chinese_names import is_name_with_courtesy, surname_and_office
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.offices import OFFICE, split_office
from briefings.transcripts.parsing.people import (
    NAMES_THAT_ARE_WORDS,
    begins_with_title,
    has_honorific,
    is_capitalised,
    is_name,
    split_title,
    strip_honorific,
)
from briefings.transcripts.parsing.press_labels import (
    ASKED_BY,
    LEADS,
    abbreviates,
    is_name_and_acronym,
    is_name_and_outlet,
    is_name_slash_outlet,
    is_outlet_and_name,
)
from briefings.transcripts.parsing.scripts import either
from briefings.transcripts.parsing.vocabulary import (
    ANSWER_LABELS,
    EVENT,
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
    SPEAKER_FIELDS,
    TITLE_ZH,
    VOICE_LABELS,
    role_key,
    word_set,
)

SURNAMES_THAT_ARE_MEDIA = word_set("sun star post mail globe")
_KNOWN_WORDS = (
    ("question", QUESTION_LABELS),
    ("answer", ANSWER_LABELS),
    ("moderator", MODERATOR_LABELS),
    ("voice", VOICE_LABELS),
)
# Shapes that are sure to be a label's.
STRONG = frozenset(
    {"question", "answer", "moderator", "voice", "office", "honorific", "participant", "outlet"}
)


def shape_of(label: str, affiliation: str, names: Names, people: Collection[str]) -> str:
    """Return what a label's words look like, "" where they are no label's.

    ``affiliation`` is what stands in brackets behind them, ``people`` are the normal forms of the
    names listed in the header. "question", "answer", "moderator", "voice" and "office" are known
    words, "participant" is listed, "outlet" and "media" ask for certain and by their words,
    "honorific", "person" and "title" name somebody, "capitals" may be any of these.
    """
    if not label.strip():
        return ""  # "[\u00a0]": brackets around nothing
    if ASKER.search(label) or (ASKED_BY.match(label) and len(label) <= MAX_BARE):
        return "outlet"
    label = with_commas(label)
    bare = AFFILIATION.sub("", label) if affiliation else label
    key = role_key(bare)
    for shape, words in _KNOWN_WORDS:
        if key in words:
            return shape
    if name_of_host(bare):
        return "moderator"
    if _is_listed(bare, people):
        return "participant"
    if len(label) <= MAX_BARE + 40 and (names.outlet(label) or names.outlet(bare)):
        return "outlet"
    if affiliation and abbreviates(affiliation, bare):
        return "media"
    if affiliation and not MEDIA_WORDS.search(bare) and is_name(strip_honorific(bare), 2):
        return "honorific"  # "Oana Roe [NATO Spokesperson]", "Jane Roe (Reuters)"
    if affiliation and _is_courtesy_and_office(bare) and is_name(affiliation):
        return "honorific"  # "SR. PRESIDENTE (Roe)"
    if HAN.search(label):
        return _shape_chinese(label)
    if not (label[0].isupper() or label[0].isdigit() or SMALL_REPORTER.match(label)):
        return ""
    if is_name_and_outlet(bare, names) or is_name_slash_outlet(bare, names):
        return "outlet"
    if is_outlet_and_name(bare, names):
        return "outlet" if names.outlet(bare.partition(",")[0]) else "media"
    return _shape_latin(label, bare, key)


def _shape_latin(label: str, bare: str, key: str) -> str:
    """Tell by its words alone what a label is that no list and no table knows."""
    if ". " in label and not label.isupper() and _TWO_SENTENCES.search(label):
        return ""
    if EVENT.search(label) and not _ends_with_office(key):
        return ""  # "POST-CABINET PRESS CONFERENCE: MONDAY, 4 APRIL 2022"
    if is_name_and_acronym(bare):
        return "media"
    first = label.split(None, 1)[0].strip(",.'’").lower()
    asked = _ASKED.sub("", label)  # "Coast News reporter asked"
    if REPORTER_WORDS.search(asked) and len(label.split()) <= 12 and not _VERB.search(asked):
        return "outlet"
    if first.endswith("ing") and _TURNING.match(label):
        return ""
    if key in OFFICE_LABELS:
        return "office"  # "El gobernador", too
    if IN_CHARGE.match(label):
        return "office"
    if first in NOT_LABEL_FIRST:
        return "person" if first in NAMES_THAT_ARE_WORDS and is_name(label, 2) else ""
    if key.startswith(_OFFICE_FIRST) and is_capitalised(label):
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
        if office := split_office(label):  # "Ministra portavoz, Isabel Roe", "Primer ministro de …"
            return "honorific" if office[1] else "office"
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


def _is_courtesy_and_office(label: str) -> bool:
    office = strip_honorific(label)
    return office != label and OFFICE.match(office) is not None


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
    "ministra de ", "ministro de ",
    "primer ministro de ", "primera ministra de ", "secretario de ", "secretaria de ",
    "presidente de ", "presidenta de ", "portavoz de ", "director de ", "directora de ",
    "titular de ",
    "secretary of ", "spokesman for ", "spokesperson for ", "spokeswoman for ", "senior ",
)  # fmt: skip
# "reporter from China News Service:" as machines translate it
SMALL_REPORTER = re.compile(r"(?:reporter|correspondent|journalist)s?\s+(?:from|of|with)\s+[A-Z]")
# How 有关负责人 and 负责同志 are rendered
IN_CHARGE = re.compile(
    r"(?:(?:a|the)\s+)?(?:(?:relevant|main|principal)\s+)?(?:"
    r"(?:persons?|people|comrades?|officials?|leaders?|staff)\s+in\s+charge\b|"
    r"(?:responsible|relevant)\s+(?:persons?|comrades?|officials?)\b)",
    re.IGNORECASE,
)
# "Luis Roe, Costa Press. Two questions, Governor. First: …"
_TWO_SENTENCES = re.compile(
    r"\b(?!(?:Prof|Capt|Dept|Supt|Comm|Cmdr|Brig|Atty|Asst|Sgto|Gral|Cnel|Lic|Usec|Asec|Engr|Assoc)\.)[^\W\d_]{4,}\.\s+[A-ZÀ-Þ¿]"
)
# "Turning to Mozambique:  The cyclone has …"
_TURNING = re.compile(r"[A-Z][a-z]+ing\s+(?:to|on|at|for|from|back|into|about|ahead)\b")
_ASKED = re.compile(r"\s+(?:asked|asks)$", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|asked|said|told|says)\b", re.I)
# "习近平总书记指出：“没有信息化就没有现代化。”": somebody is quoted
_REPORTED_ZH = re.compile(
    either(
        r"(?:指出|强调|要求|提出|认为|表明|显示|表示|说|提醒|如下|包括|其中|例如|行动|想问|想请问|"
        r"问题[一二三四五六七八九十])$"
    )
)


# "新华社记者", "羊城晚报记者 王小明": 记者会, 记者站, 记者想问 hold the word and name nobody
REPORTER_ZH = re.compile(
    either(
        r"(?<!答)记者(?:继续)?(?:追问|问|[\s:：]?(?!会|招|站|问|见|提|想|请|追|继续)[\u4e00-\u9fff·]{2,4})?$"
    )
)
# "财政司司长记者会答问全文": what a page is called
_TITLE_OF_PAGE = re.compile(
    either(
        r"(?:发布会|记者会|招待会|吹风会|见面会|纪要|实录|全文|答问|谈话内容)(?:[（(].{0,20}[)）])?$"
    )
)


def _shape_chinese(label: str) -> str:
    if len(label) > 60:
        return ""
    if REPORTER_ZH.search(label):
        return "" if re.search(either(r"[，。了吗]|各位|提问"), label) else "outlet"
    key = role_key(label)
    if NOT_LABEL_ZH.match(label) or _REPORTED_ZH.search(label) or key in SPEAKER_FIELDS:
        return "office" if key in OFFICE_LABELS else ""
    if _TITLE_OF_PAGE.search(label):
        return ""
    if key in OFFICE_LABELS:
        return "office"
    if is_name_with_courtesy(label) or surname_and_office(label):
        return "honorific"
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
    if LEADS.search(title):
        return True  # "Public Information Officer"
    if words and words[-1] in OFFICE_NOUNS and begins_with_title(title.strip()):
        return True  # "Chief Financial Officer", and not "Financial Review"
    return any(word in OFFICE_NOUNS for word in words[:6]) and not MEDIA_WORDS.search(title)


def _is_listed(label: str, people: Collection[str]) -> bool:
    if not people:
        return False
    bare = normalize(strip_honorific(label))
    if HAN.search(label):
        bare = bare.replace(" ", "")  # "李 奕"
    if bare in people:
        return True
    if HAN.search(label):
        return any(bare.endswith(name) for name in people if HAN.search(name))
    name = label.partition(",")[0]
    if normalize(strip_honorific(name)) in people:
        return True
    # "de Guinos:" of a listed "Luis de Guinos"; a surname that two of them bear is nobody's
    return len(bare) > 3 and sum(listed.endswith(" " + bare) for listed in people) == 1
