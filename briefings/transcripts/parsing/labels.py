"""Which candidates are labels, judged by the whole document.

A colon alone says little ("as follows:", "On Haiti:"), so a candidate is judged by its words, by
how often they come, and by how the document sets its other labels.
"""

from collections.abc import Callable

from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.candidates import SET_OFF
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.numbered import NUMBERED
from briefings.transcripts.parsing.people import begins_with_title, is_name, split_title
from briefings.transcripts.parsing.shapes import REPORTER_ZH, STRONG
from briefings.transcripts.parsing.vocabulary import (
    EVENT,
    REPORTER_WORDS,
    role_key,
)

MIN_SET_OFF = 3  # headings with a dash in one document, before any is taken for a label
MIN_FULL_STOPS = 3  # labels so set in one document, before any is taken for one
CAPITALS_SHARE = 0.9

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


def _no_words_of_a_label(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    return False if not shape else None


def _a_title_with_a_colon(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Foreign Affairs Council: Press remarks by …": the event, named after a colon."""
    if cue.style != "inline" or shape in ("question", "answer", "moderator"):
        return None
    return False if cue.titled else None


def _explained_initials(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "TJ Hello to everyone" where a key above says who TJ is."""
    return True if cue.style == "key" else None


def _numbered_question(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "3. Harbour Post: Will it sail?" where questions are numbered through."""
    return True if cue.style == NUMBERED else None


def _a_heading_without_colon(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Xinhua news agency reporter" on a line of its own; a listed person's name likewise."""
    if cue.style != "bare":
        return None
    if shape == "moderator" and name_of_host(cue.label):  # "Host Xu Ruiling"
        return evidence.alone == 0
    if SET_OFF.search(cue.label) or shape == "moderator":  # "Operator" beside "Jo Lund -- Director"
        named = shape == "moderator" or is_name(SET_OFF.split(cue.label)[0], 2)
        led = shape == "moderator" and evidence.is_led_in_headings
        return led or (evidence.set_off >= MIN_SET_OFF and named)
    if EVENT.search(cue.label):  # "Unai Larra, en rueda de prensa" below a picture
        return False
    if shape == "outlet":
        return True if REPORTER_WORDS.search(cue.label) or REPORTER_ZH.search(cue.label) else (
            evidence.alone == 0 and evidence.questions == 0
        )  # fmt: skip
    if shape == "participant":
        often = evidence.bare[cue.label] >= 2  # beside "Host Xu Ruilan:" with a colon
        return (evidence.alone == 0 or often) and "," not in cue.label
    if shape in ("question", "answer"):
        return len(cue.label) > 1 and evidence.alone == 0 and evidence.inline == 0
    if shape in _NAMED_SHAPES and evidence.alone == 0 and evidence.named == 0:
        # "Oren Vale", "President Vale" above his words, again and again, where no label has a colon
        asked = evidence.questions + evidence.bare_questions  # "Red Coast News reporter", too
        return evidence.bare[cue.label] >= 2 and (asked > 0 or evidence.is_led_in_headings)
    return False


_NAMED_SHAPES = ("person", "title", "honorific")


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


def _a_full_stop(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "CHAIR PAWLEY.  Good afternoon.": where several are set so, and none with a colon."""
    if cue.style != "full stop":
        return None
    total = evidence.full_stops.total()
    if total < MIN_FULL_STOPS or evidence.alone + evidence.inline + evidence.questions > total:
        return False
    return shape in STRONG or evidence.full_stops[cue.label] >= 2 or is_name(cue.label, 2)


def _time_stamped(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Jane Roe (00:12)": a stamp after a name, where the document has several."""
    if cue.style != "stamped":
        return None
    return evidence.stamped >= 2 or shape in STRONG


_BRACKETED = frozenset(["person", "participant", "outlet", "media", "moderator", "honorific"])


def _bracketed(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "[Jane Roe]: text"; without the colon only what is sure to be one, or comes often."""
    if cue.style == "round":
        return evidence.press_in_round and shape in ("question", "outlet", "media")
    if not cue.style.startswith(("bracket", "round")):
        return None
    if cue.style in ("bracket:", "round:"):
        return shape in STRONG or evidence.brackets >= 2
    if not rest and HAN.search(cue.label):  # "【向明】" alone on its line
        return evidence.brackets >= 2 and (
            shape in _BRACKETED or (shape == "title" and split_title(cue.label) is not None)
        )
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
    if len(cue.label) == 1 and not cue.label.isupper() and not HAN.match(cue.label):
        return False
    own_lines = cue.style == "inline" and evidence.alone >= 2 and evidence.alone > evidence.inline
    if own_lines and (rest[:1].islower() or evidence.questions < 2):
        return False
    return not rest[:1].islower() or evidence.questions >= 3 or rest.startswith(("the ", "what "))


def _answer_label(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A, R, 答 mean an answer only in a document that has Q, P, 问."""
    if shape != "answer":
        return None
    if len(cue.label) == 1 and not cue.label.isupper() and not HAN.match(cue.label):
        return False
    return evidence.questions > 0


def _sure_words(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A listed person, a known outlet, an honorific with a name, an office, MODERATOR."""
    if shape not in STRONG:
        return None
    if not (cue.label[0].isupper() or cue.label[0].isdigit() or HAN.search(cue.label[:2])):
        # "The reporter: …" is a label, "reporter: …" in a sentence is not; an outlet may be "iNews"
        # and a listed "Luis de Roe" is "de Roe:" in his turns
        return shape == "participant" or (shape == "outlet" and cue.style == "alone")
    if shape == "voice" and " " not in cue.label and not cue.label.isupper():
        return evidence.counts[role_key(cue.label)] >= 2
    return not (shape == "office" and cue.style == "inline" and rest[:1].islower())


def in_capitals_here(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "On Sudan: …", "North Carolina: …" are no labels where those are in capitals."""
    labels = evidence.named + evidence.questions
    if cue.label.isupper() or HAN.search(cue.label) or labels < 6:
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
        return len(cue.label.split()) >= 2 or bool(HAN.search(cue.label)) or evidence.alone >= 2
    if rest[:1].islower():
        return False
    return len(cue.label.split()) >= 2 or bool(HAN.search(cue.label))


def _comes_again(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A name or office that opens several blocks, or stands above a greeting."""
    if cue.style == "alone" and cue.label in evidence.greeting:
        return True
    if cue.style == "inline" and evidence.own_lines:
        return False
    if evidence.counts[role_key(cue.label)] >= 2:
        return not (cue.style == "inline" and rest[:1].islower())
    return None


def _an_office_in_full(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "Deputy Director, Information Administration, Ministry of Industry:Thank you"."""
    if shape != "title" or HAN.search(cue.label):
        return None
    if begins_with_title(cue.label) and len(cue.label.split()) >= 3:
        return not rest[:1].islower()
    return None


def _chinese_title_and_name(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """ "国务院研究室副主任向明:" once, beside other labels."""
    if shape == "title" and HAN.search(cue.label):
        return bool(split_title(cue.label)) or evidence.named >= 2
    return None


def _fits_the_others(cue: Cue, shape: str, rest: str, evidence: Evidence) -> bool | None:
    """A name that comes once, set as the document sets its other labels."""
    if cue.style == "alone":
        return evidence.alone >= 1 and evidence.alone >= evidence.inline / 4
    if cue.style == "inline" and not rest[:1].islower():
        several = len(cue.label.split()) >= 2 or bool(HAN.search(cue.label))
        return several and evidence.inline + evidence.questions >= 3 and (
            evidence.inline + evidence.questions > evidence.alone
        )  # fmt: skip
    return False


RULES: tuple[tuple[str, Rule], ...] = (
    ("speaker key", _explained_initials),
    ("numbered question", _numbered_question),
    ("title with a colon", _a_title_with_a_colon),
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
    ("labels are in capitals here", in_capitals_here),
    ("capitals", _capitals_with_colon),
    ("words of an outlet", _words_of_an_outlet),
    ("comes again", _comes_again),
    ("office in full", _an_office_in_full),
    ("Chinese title and name", _chinese_title_and_name),
    ("fits the others", _fits_the_others),
)
