"""What a name, a title and a listed person look like in print."""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.transcripts.names import LABELS_KEPT
from briefings.transcripts.parsing.capitals import (
    CONNECTORS,
    PARTICLES,
    proper_case,
    proper_case_title,
)
from briefings.transcripts.parsing.chinese_names import (
    HAN_NAME,
    is_unit,
    name_and_office,
    surname_and_office,
    without_courtesy,
)
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.vocabulary import (
    HONORIFIC,
    NOT_LABEL_FIRST,
    TITLE_WORDS,
    TITLE_ZH,
)

# "He Ping", "Will Roe", "May Lin": first words of sentences and of names.
NAMES_THAT_ARE_WORDS = frozenset(["he", "an", "you", "will", "may", "mark", "long"])
_TOKEN = re.compile(r"\S+")
_SET_APART = re.compile(r"[\u4e00-\u9fff]\s[\u4e00-\u9fff]")  # "李 奕"
_SENTENCE = re.compile(
    r"\b(?:I|we|you|he|she|they|it|is|are|was|were|will|would|has|have|had|said|says)\b", re.I
)
MAX_TITLE = 500


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed, without courtesy words, and the title printed with it."""

    name: str
    title: str | None = None


@lru_cache(maxsize=LABELS_KEPT)
def is_name(text: str, least: int = 1) -> bool:
    """Return whether a text has the shape of a person's name (``least`` words or more)."""
    text = text.strip()
    if HAN_NAME.fullmatch(text) or _SET_APART.fullmatch(text):
        return True
    if len(text) > 60 or any(sign in text for sign in ',;:!?()[]"“”/|') or HAN.search(text):
        return False
    tokens = _TOKEN.findall(text)
    if not least <= len(tokens) <= 6:
        return False
    first = tokens[0].lower()
    if first in PARTICLES - {"al", "van", "de"}:
        return False
    if first in NOT_LABEL_FIRST and not (first in NAMES_THAT_ARE_WORDS and len(tokens) > 1):
        return False
    proper = 0
    for token in tokens:
        if token.lower() in PARTICLES:
            continue
        if not token[0].isupper() or any(c.isdigit() for c in token):
            return False
        if token.endswith(".") and len(token) > 3 and token.lower() not in ("ph.d.", "jr.", "sr."):
            return False
        proper += 1
    return proper >= least


def is_capitalised(text: str) -> bool:
    """Return whether every word but the small ones begins with a capital ("Ministry of Health")."""
    tokens = [token.strip(",.;()[]'’\"+&") for token in _TOKEN.findall(text)]
    big = [token for token in tokens if token and token.lower() not in CONNECTORS]
    return bool(big) and all(token[0].isupper() or token[0].isdigit() for token in big)


# "The Hon Jane Roe MP", "Ana Roe, PhD" (the comma gone): letters after a name
_POST_NOMINALS = re.compile(
    r"(?<=[a-zà-ÿ’'A-ZÀ-Þ])(?:,?\s+(?:MP|MEP|MSP|MLA|MLC|MHA|MS|TD|AC|AO|AM|KC|QC|SC|CBE|OBE|MBE|CVO|"
    r"LVO|DSC|CSC|PhD|Ph\.D\.|MD|M\.D\.|MPH|DDS))+$"
)


@lru_cache(maxsize=LABELS_KEPT)
def strip_honorific(text: str) -> str:
    """Return a name without Mr., Ms., Dr., 女士, MP and such; unchanged when nothing is left."""
    bare = without_courtesy(text.strip())
    bare = _POST_NOMINALS.sub("", bare) or bare
    while True:
        shorter = HONORIFIC.sub("", bare, count=1).strip()
        if shorter == bare or not shorter:
            return bare
        bare = shorter


def has_honorific(text: str) -> bool:
    """Return whether a text opens with a courtesy word or a rank, followed by a name."""
    found = HONORIFIC.match(text)
    return bool(found and found.end() < len(text) and found.group().strip())


def begins_with_title(text: str) -> bool:
    """Return whether the first word of a text is a word of office ("Deputy Director, …")."""
    first = text.split(None, 1)[0].strip(",.").lower() if text.strip() else ""
    return first in TITLE_WORDS


_HOST_FIRST = re.compile(r"(?:主持人|主持)[\s、：]+")  # "主持人 新闻办主任 陈小竹"


def split_title(text: str) -> Person | None:
    """Split "NATO Secretary General Jens Stoltenberg", "外交部发言人汪文斌" into title and name."""
    text = text.strip()
    if found := TITLE_ZH.search(text):
        last = list(TITLE_ZH.finditer(text))[-1]
        name = without_courtesy(text[last.end() :].strip(" 　、，"))
        if _SET_APART.fullmatch(name):
            name = name[0] + name[-1]
        if HAN_NAME.fullmatch(name):
            title = text[: last.end()].strip()
            title = _HOST_FIRST.sub("", title) or title
            if parted := surname_and_office(title):  # "薛部長瑞元"
                return Person(parted[0] + name, parted[1])
            return Person(name, title)
        head = text[: found.start()]
        if " " in text and HAN_NAME.fullmatch(text.split()[0]) and len(head) > 0:
            return Person(text.split()[0], text.split(None, 1)[1])
        return Person(*parted) if (parted := name_and_office(text)) else None
    tokens = text.split()
    office = 0
    for number, token in enumerate(tokens):
        if token.strip(",.").lower() in TITLE_WORDS:
            office = number + 1
    if office and office < len(tokens) and tokens[office].lower() in ("de", "del", "of", "for"):
        return None  # "Ministra de Pesca"
    if office and office < len(tokens) and is_name(" ".join(tokens[office:])):
        return Person(" ".join(tokens[office:]), " ".join(tokens[:office]))
    return None


def listed(text: str, under_heading: bool = False) -> Person | None:
    """Read a line of a header's list: "Name, title", "Title Name", "title 姓名"; None if none.

    Without a heading above it a line must hold a word of office beside the name.
    """
    text = text.strip().strip("*•·-–— ").rstrip(";；,，")
    if text.count(" | ") + text.count(" › ") + text.count(" » ") > 1 or " > " in text:
        return None  # "European Service | Press and media | Press materials"
    if re.search(r"(?:来源|來源|字号|责任编辑|发布时间)\s*[:：]", text):
        return None
    if not text or len(text) > MAX_TITLE or text[-1] in "?!？！。：:":
        return None
    if HAN.search(text):
        return _listed_chinese(text, under_heading)
    if text[-1] == "." and not re.search(r"\b(?:Jr|Sr|Ph\.?D|M\.?D|Inc|D\.C|U\.S)\.$", text):
        return None
    name, sign, title = _split_once(text)
    bare = strip_honorific(name)
    title = title.strip(" ,")
    if sign and title and is_name(bare, 1 if under_heading or bare != name else 2):
        if _SENTENCE.search(title[:80]):
            return None
        if any(word.strip(",.").lower() in TITLE_WORDS for word in bare.split()):
            ranked = split_title(name)  # "Brigadier General Ana Roe, Press Secretary"
            if ranked is None or not is_name(ranked.name, 2):
                return None
            bare = ranked.name
        first = title.replace("-", " ").split()[:12]  # "Vice-President of the Bank"
        words = {word.strip(",.()").lower() for word in first}
        if under_heading or words & TITLE_WORDS or " in charge of " in f" {title[:80]} ":
            return Person(proper_case(bare), proper_case_title(title))
        return None
    if (
        sign
        and is_name(strip_honorific(title), 2)
        and begins_with_title(name)
        and (under_heading or not text.isupper())  # in capitals it is a label: "MINISTER, ANA ROE"
    ):
        return Person(strip_honorific(title), name)
    odd = name[:1].isupper() and len(name) <= 60 and ":" not in name
    if under_heading and sign.strip() == "," and title and odd:
        return Person(bare, title)  # the heading says what the line is, however odd the name
    if under_heading and not sign:
        if begins_with_title(text) and (person := split_title(text)):
            return person
        if is_name(bare, 2):
            return Person(bare)
    return None


def _split_once(text: str) -> tuple[str, str, str]:
    found = re.search(r"\s*,\s+|\s+[-–—|]\s+|\s*\((?=[A-Z])|\t+", text)
    if not found:
        return text, "", ""
    rest = text[found.end() :]
    if "(" in found.group():  # "Ana Roe (Minister of Harbours)"
        rest = rest.removesuffix(")")
    return text[: found.start()], found.group(), rest


_TITLE_AND_SET_APART = re.compile(f"(?:{TITLE_ZH.pattern})([\u4e00-\u9fff])\\s[\u4e00-\u9fff]$")


_THREE_SET_APART = re.compile(r"(?<!\S)(\S)\s(\S)\s(\S)$")  # "赵 军 川"


def _listed_chinese(text: str, under_heading: bool) -> Person | None:
    if "。" in text or "，" in text[12:]:
        return None
    text = _THREE_SET_APART.sub(r"\1\2\3", text)
    if found := _TITLE_AND_SET_APART.search(text):  # "新闻发言人李 奕"
        text = text[: found.start(1) + 1] + text[-1]
    parts = re.split(r"[\s，,：:]+", text)
    if len(parts) >= 2:
        first, last = without_courtesy(parts[0]), without_courtesy(parts[-1])
        joined_last = "".join(parts[-2:]) if len(parts[-1]) == 1 and len(parts[-2]) == 1 else ""
        dated = parts[0].isdecimal()  # "2022 年 8 月 3 日"
        if joined_last and len(parts) > 2 and not dated:  # "沈 梅": two characters set apart
            return Person(joined_last, " ".join(parts[:-2]))
        title = " ".join(parts[:-1])
        if HAN_NAME.fullmatch(last) and TITLE_ZH.search(title) and not TITLE_ZH.search(last):
            return Person(last, title)
        title = " ".join(parts[1:])
        named = HAN_NAME.fullmatch(first) and not is_unit(first)  # "立法會：…局長答問"
        if named and TITLE_ZH.search(title) and not TITLE_ZH.search(first):
            return Person(first, title)
        return None
    if TITLE_ZH.search(text) and (person := split_title(text)):
        return person if under_heading else None
    name = without_courtesy(text)
    return Person(name) if under_heading and HAN_NAME.fullmatch(name) else None
