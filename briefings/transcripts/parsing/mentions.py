"""People as running text names them: full names near a surname, offices beside names.

"I’m pleased to be joined by Surgeon General Vivek Roe", "Secretary of Energy Jane Roe", "by Ana
Roe, Spokesperson for the Secretary-General", "la ministra portavoz, Inés Roe",
"外交部发言人华兰主持例行记者会".
"""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.capitals import proper_case_title
from briefings.transcripts.parsing.chinese_names import ends_with_office, is_full_name
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import Person, has_honorific, is_name, strip_honorific
from briefings.transcripts.parsing.scripts import either
from briefings.transcripts.parsing.vocabulary import OFFICE_NOUNS, TITLE_WORDS, TITLE_ZH, word_set

_RUN = re.compile(
    r"[A-ZÀ-Þ][\w’'.&-]*(?:[ \xa0]+(?:(?:of|for|the|and|to|de|del|la|el|los|las|y|da|do|von|van|"
    r"bin|al)[ \xa0]+){0,3}[A-ZÀ-Þ][\w’'.&-]*)*"
)
# … and not on the next line
_AFTER_NAME = re.compile(r"[^\S\n]*,[^\S\n]+(?:the\s+|our\s+|a\s+)?((?:[\w’'&-]+[^\S\n]*){1,14})")
# "la presidenta Claudia Roe Pardo": an office in lower case before a name
_OFFICE_NAME = re.compile(
    r"\b((?:presidenta?|vicepresidenta?|ministr[oa]|secretari[oa]|portavoz|vocer[oa]|canciller|"
    r"spokes(?:man|woman|person)|minister|secretary|president|director|commissioner)"
    r"(?:\s+(?:de|del|of|for|la|the|general|presidencial|nacional|federal)(?:\s+[A-ZÀ-Þ][\w-]+)?)*)\s+"
    r"((?:[A-ZÀ-Þ][\w’'.-]+[^\S\n]+){1,4}[A-ZÀ-Þ][\w’'.-]+)"
)
# "la ministra portavoz del Gobierno, Inés Roe, y la ministra de Pesca, Ana Doe"
_OFFICE_COMMA_NAME = re.compile(
    r"\b((?i:presidenta?|vicepresidenta?|ministr[oa]|secretari[oa]|portavoz|vocer[oa]|director[a]?|"
    r"canciller|jef[ea])(?:\s+(?:de|del|la|las|los|el|y|e|[A-ZÀ-Þ]?[\w-]+)){0,8}?),\s+"
    r"([A-ZÀ-Þ][\w’'-]+(?:[^\S\n]+(?:(?:de|la|del)[^\S\n]+)*[A-ZÀ-Þ][\w’'-]+){1,4})(?=,|\s+y\s|[.;]|$)",
    re.MULTILINE,
)
# "外交部发言人华兰主持", "以下是局長盧振邦教授聯同總行政經理高慧琳醫生今日…"
_OFFICE_NAME_ZH = re.compile(
    TITLE_ZH.pattern
    + either(
        r"(?:[（(][^（）()]{1,30}[）)])?([\u4e00-\u9fff]{2,4}?)(?:女士|先生|教授|博士|院士|医生|医师|大校|少将)?"
        r"(?=主持|举行|召开|就|答|在|出席|：|:|$|\d|回答|于|的|和|与|及|以及|、|，|。|；|今|昨|日前|上午|下午|"
        r"联同|会同|连同|一同|等|（|[(]|会见|表示|介绍|[一二三四五六七八九十]{1,2}月|\s)"
    ),
    re.MULTILINE,
)
_BEFORE_OFFICE_ZH = re.compile(
    either(
        r"(?:以下(?:是|为)|联同|会同|连同|以及|(?:(?:新闻)?(?:发布|吹风|记者|招待)会|会议|活动)?并?由|并?邀?请|[和及与])*"
    )
)
_SENTENCE_ENDS = re.compile(r"(?<=[a-z]{3}\.)\s+")  # "… in September. Meng Weila, spokesperson"
_BODIES = word_set(
    "office committee bureau center centre department ministry commission council agency board "
    "administration authority institute group party division unit"
)
_CONNECTORS = word_set("of for the and to on de del la las los el y")
# Words of an event's name that a title's capitals run into ("Press Briefing by White House …").
_EVENT_WORDS = word_set(
    "Remarks Briefing Conference Transcript Gaggle Call Regular Daily Background Record Statement "
    "News Joint Readout Interview On Conferencia Versión"
)
_NOT_GIVEN = word_set(
    "i’m i'm it’s it's and the with by thank thanks from our your hi hey hello good morning "
    "afternoon today also as now so well but okay right yes jr sr joining joined welcome to for "
    "ask question what when where remarks briefing press call gaggle january february march april "
    "june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday q go over back next then doctors drs secretaries senators ministers "
    "presidents "
    "representatives us i we you he she they this that our if because since while both dear"
)
# A surname said often without a first name has none in this text.
MAX_MENTIONS = 60
WINDOW = 140


def full_name(surname: str, text: str) -> Person | None:
    """Return the first full name with a surname in a text, with the office set beside it."""
    if not text or not surname:
        return None
    form = re.compile(rf"(?<!\w){re.escape(surname)}(?!\w)", re.IGNORECASE)
    for number, found in enumerate(form.finditer(text)):
        if number > MAX_MENTIONS:
            return None
        said = found.group()
        if not said[0].isupper() or (said.isupper() and len(said) > 3):
            continue
        before = text[max(0, found.start() - WINDOW) : found.start()]
        run = _run_before(before.rpartition("\n")[2])
        person = office_and_name([*run, said])
        if person is None or " " not in person.name:
            given = _given(run)
            if not given:
                continue
            person = Person(" ".join([*given, said]))
        if person.title is None and (after := _AFTER_NAME.match(text, found.end())):
            phrase = after[1].split()
            if any(word.lower().strip(",") in OFFICE_NOUNS for word in phrase[:7]) and (
                phrase[0][0].isupper() or phrase[0].lower() in TITLE_WORDS
            ):
                person = Person(person.name, _cut_title(phrase) or None)
        return person
    return None


def mentioned(text: str) -> list[Person]:
    """Return the people a title or a lede names with their offices."""
    people: list[Person] = []
    text = "\n".join(proper_case_title(line) for line in text[:4000].split("\n"))
    for found in _RUN.finditer(text):
        run = re.split(r"['’]s?(?=\s|$)", found.group(), maxsplit=1)[0]
        for piece in re.split(r"\s+and\s+(?=[A-Z]\w+\s+[A-Z]\w+\s+[A-Z])", run):
            words = [word for word in piece.split() if word not in _EVENT_WORDS]
            if person := office_and_name(words):
                people.append(person)
        after = _AFTER_NAME.match(text, found.end())
        name = strip_honorific(_SENTENCE_ENDS.split(found.group())[-1])
        if people and name.endswith(f" {people[-1].name}"):
            name = people[-1].name  # "Senior Colonel Ana Roe, Director-General of …"
        if after and len(name.split()) <= 4 and is_name(name, 2):
            words = after[1].split()
            nobody = words[0].lower() in _NOBODY  # "Ana Roe, Unknown Speaker": names in a row
            if (
                not nobody
                and any(word.lower() in OFFICE_NOUNS for word in words[:4])
                and not any(word.lower().strip(".") in TITLE_WORDS for word in name.split())
            ):
                people.append(Person(name, _cut_title(words)))
    for form in (_OFFICE_COMMA_NAME, _OFFICE_NAME):
        for found in form.finditer(text):
            # "secretary of the Party Committee" names nobody
            if found[2].rpartition(" ")[2].lower() not in _BODIES:
                people.append(Person(found[2], found[1]))
    return [*people, *_mentioned_in_chinese(text)] if HAN.search(text) else people


def _mentioned_in_chinese(text: str) -> list[Person]:
    people: list[Person] = []
    end = 0
    for found in _OFFICE_NAME_ZH.finditer(text):
        if not is_full_name(found[1]):
            continue
        start = max(end, *(text.rfind(sign, 0, found.start()) + 1 for sign in "  ，。日；：:\n"))
        *others, _ = re.split(r"、", text[start : found.start(1)])
        for other in others:
            if not ends_with_office(other):  # "李大川、副局长…"; "发言人、综合司司长…" is one title
                start += len(other) + 1
        before = _BEFORE_OFFICE_ZH.match(text, start)
        people.append(Person(found[1], text[before.end() if before else start : found.start(1)]))
        end = found.end()
    return people


_NOBODY = word_set("unknown unidentified")
_SENTENCE_STOP = re.compile(r"(?<![A-Z])(?<!\bGen)(?<!\bAmb)(?<!\bSec)(?<!\bDr)(?<!\bSt)\.$")


def _run_before(text: str) -> list[str]:
    """Return the capitalised words, and the small ones between them, that end a text."""
    words: list[str] = []
    for word in reversed(text.split()):
        if word[-1] in ",;:!?—)(" or _SENTENCE_STOP.search(word):
            break
        small = word.lower() in _CONNECTORS
        if not word[0].isupper() and not small and word.lower() not in OFFICE_NOUNS:
            break
        words.insert(0, word)
    while words and words[0].lower() in _CONNECTORS:
        words.pop(0)
    return words


_COURTESY = word_set("Dr Mr Ms Mrs Prof Sr Sra")
_ENGLISH_OFFICES = word_set(
    "Commissioner Sheriff Secretary Governor Mayor Senator Minister Chief Officer Representative "
    "Congressman Sergeant Lieutenant Captain Colonel Major Chairman Administrator"
)


def _given(run: Sequence[str]) -> list[str]:
    """Return the given names that end a run of capitalised words, at most two."""
    given: list[str] = []
    for place, word in reversed(list(enumerate(run))):
        bare = word.lower().strip(".,")
        # "Commissioner Don Roe" has a first name, "Don Pedro Roe" a courtesy
        is_don = word == "Don" and not given and bool(place) and run[place - 1] in _ENGLISH_OFFICES
        if (
            not word[0].isupper()
            or bare in _NOT_GIVEN
            or bare in TITLE_WORDS
            or (has_honorific(f"{word} X") and not is_don)
            or len(given) == 2
        ):
            break
        given.insert(0, word)
    if given and all(len(word.strip(".")) < 2 for word in given):
        return []
    return given


def office_and_name(words: Sequence[str]) -> Person | None:
    """Part "Principal Deputy Press Secretary Jane Roe", "Secretary of Energy Jane Roe"."""
    words = _last_person(words)
    office = -1
    for number, word in enumerate(words):
        if word.strip(",.").lower() in OFFICE_NOUNS:
            office = number
    rest = list(words[office + 1 :])
    if office < 0 or not rest:
        return None
    if rest[0].lower() in _CONNECTORS:
        if len(rest) < 4:
            return None
        size = 3 if len(rest[-2].strip(".")) == 1 else 2  # "Jane L. Roe"
        if "Affairs" in rest[1:-2] and "and" not in rest:  # "of Foreign Affairs Lan Thuy Roe"
            size = min(4, len(rest) - 1 - rest.index("Affairs"))
        if rest[-size - 1].lower() in _CONNECTORS:
            return None  # "Minister of Health and Social Care"
        name, title = rest[-size:], [*words[: office + 1], *rest[:-size]]
    else:
        name, title = rest, list(words[: office + 1])
    while title and title[0].lower() in _CONNECTORS:
        title.pop(0)
    while title and title[-1].strip(".") in _COURTESY:
        title.pop()  # "Chief Medical Officer of Health Dr. Ana Roe"
    text = strip_honorific(" ".join(name))
    if not is_name(text) or any(word.lower() in TITLE_WORDS for word in name):
        return None
    return Person(text, _from_office(title))


def _last_person(words: Sequence[str]) -> Sequence[str]:
    """Return what names the last of several ("Secretary Jane Roe and Mayor Ann Doe")."""
    start = 0
    for number, word in enumerate(words):
        if word != "and":
            continue
        before = words[start:number]
        named = 0
        for other in reversed(before):
            if other.lower() in _CONNECTORS or other.strip(",.").lower() in OFFICE_NOUNS:
                named = named if other.strip(",.").lower() in OFFICE_NOUNS else 0
                break
            named += 1
        if named >= 2:
            start = number + 1
    return words[start:]


def _from_office(words: Sequence[str]) -> str:
    """Return a title without the words of a sentence before it ("joined by Surgeon General")."""
    start = 0
    for number, word in enumerate(words):
        if word in _EVENT_WORDS and words[number + 1 : number + 2][:1] in (
            ["of"],
            ["by"],
            ["with"],
        ):
            start = number + 2  # "Press Briefing of Presidential Spokesperson"
        if word[0].islower() and word.lower() not in _CONNECTORS | OFFICE_NOUNS:
            start = number + 1
    return " ".join(words[start:]).strip(" ,")


_ELIDED = re.compile(r"[ld]['’][A-ZÀ-Þ]")  # "ministre de l'Environnement"


def _cut_title(words: Sequence[str]) -> str:
    """Keep the capitalised words of a title and the small ones between them."""
    kept: list[str] = []
    for word in words:
        capital = word[0].isupper() or _ELIDED.match(word)
        if capital or word.lower() in TITLE_WORDS or word in _CONNECTORS or word == "&":
            kept.append(word)
        else:
            break
    while kept and kept[-1].lower() in _CONNECTORS:
        kept.pop()
    return " ".join(kept)
