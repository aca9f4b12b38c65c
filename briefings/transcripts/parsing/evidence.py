"""What a whole document says about its labels."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.candidates import AFFILIATION, SET_OFF
from briefings.transcripts.parsing.people import is_name
from briefings.transcripts.parsing.shapes import REPORTER_ZH, STRONG, shape_of
from briefings.transcripts.parsing.vocabulary import (
    GREETING,
    MODERATOR_LABELS,
    QUESTION_LABELS,
    REPORTER_WORDS,
    role_key,
)


@dataclass
class Evidence:
    """What the whole document says about its labels."""

    names: Names
    people: Collection[str]  # normal forms of the names listed in the header
    header: str = ""  # what stands above the first words said: names in proper case, perhaps
    shapes: dict[str, str] = field(default_factory=dict)  # by label
    counts: Counter[str] = field(default_factory=Counter)  # by the label as the vocabulary has it
    # How labels of somebody or of an outlet are set: so many in all, with a line of their own,
    # before speech, in capitals (questions' labels too).
    named: int = 0
    alone: int = 0
    inline: int = 0
    upper: int = 0
    # Labels of questions: with a colon, alone without one; "Q  And then?", "Q And then?"
    questions: int = 0
    bare_questions: int = 0
    spaced: int = 0
    tight: int = 0
    # Other ways to set a label: "JANE ROE" alone, "Jane Roe" alone, "JANE ROE.  Yes.",
    # "Jane Roe (00:12)", "[Jane Roe]", "Jane Roe -- Harbour Master" alone.
    lines_in_capitals: int = 0
    capitals: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)
    full_stops: Counter[str] = field(default_factory=Counter)
    stamped: int = 0
    brackets: int = 0
    round_press: int = 0  # "(Jo Roe, Harbour TV): …", less those in round brackets of other shapes
    set_off: int = 0
    bare_leads: int = 0  # "Operator" alone, without a colon
    greeting: set[str] = field(default_factory=set)  # names alone on a line above a greeting

    @property
    def own_lines(self) -> bool:
        """Whether labels stand on lines of their own here, so that "Goal: …" is speech."""
        return self.alone >= 4 and self.alone >= 4 * self.inline and not self.questions

    @property
    def press_in_round(self) -> bool:
        """Whether round brackets hold who asks here: "(Jo Roe, Harbour TV): When?"."""
        return self.round_press >= MIN_ROUND

    @property
    def is_led_in_headings(self) -> bool:
        """Whether an operator speaks under lines of his own, without a colon as all labels here."""
        return self.bare_leads >= MIN_LEADS and not (self.alone or self.inline or self.questions)

    def shape(self, label: str, affiliation: str = "") -> str:
        """Return what a label's words look like, remembered from the first time."""
        found = self.shapes.get(label)
        if found is None:
            if len(self.shapes) >= MAX_DISTINCT:
                return ""
            found = self.shapes[label] = shape_of(label, affiliation, self.names, self.people)
        return found


# Different labels looked at in one document. The longest briefing of the corpus has 40 different
# beginnings before a colon; a text with thousands is a list, and each look costs 50 µs.
MAX_DISTINCT = 5000
HEADER_TEXT = 1500  # characters of a block of the header that are looked at
MIN_ROUND = 2  # more reporters than others in round brackets
MIN_LEADS = 2  # "Operator" alone on a line: once, and he may be a part of the header
HEADER_SEEN = 20  # blocks in which a name printed in capitals is looked for in proper case


def _greets(blocks: Sequence[Block], index: int, cue: Cue) -> bool:
    """Return whether a name alone on its line stands above "Good afternoon, everyone." """
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        cue.style == "alone"
        and below is not None
        and is_name(cue.label, 2)
        and bool(GREETING.match(below.head))
    )


def is_question_heading(label: str) -> bool:
    """Return whether a line of its own is what a reporter speaks under."""
    return (
        role_key(AFFILIATION.sub("", label)) in QUESTION_LABELS  # "Question (Politico)"
        or REPORTER_ZH.search(label) is not None
        or REPORTER_WORDS.search(label) is not None
    )


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
    evidence.header = "\n".join(block.text[:HEADER_TEXT] for block in blocks[:HEADER_SEEN])
    for index, (block, cue) in enumerate(zip(blocks, cues, strict=True)):
        if cue is None:
            continue
        if cue.style == "tight":
            evidence.tight += 1
            continue
        if cue.style == "bare":  # looked at last: any short line may be one
            if SET_OFF.search(cue.label):
                evidence.set_off += is_name(SET_OFF.split(cue.label)[0], 2)
            elif len(blocks) <= MAX_DISTINCT and len(cue.label) <= 40:
                if is_name(cue.label, 2):
                    evidence.bare[cue.label] += 1
                evidence.bare_questions += is_question_heading(cue.label)
                evidence.bare_leads += role_key(cue.label) in MODERATOR_LABELS
            continue
        if cue.style == "round":
            continue  # judged by those with a colon: "(Laughter) And so …"
        shape = evidence.shape(cue.label, cue.affiliation)
        if not shape:
            continue
        if cue.style == "full stop":
            evidence.full_stops[cue.label] += 1
            continue
        evidence.counts[role_key(cue.label)] += 1
        evidence.stamped += cue.style == "stamped"
        evidence.brackets += cue.style.startswith(("bracket", "round"))
        if cue.style == "round:":
            evidence.round_press += 1 if shape in ("question", "outlet", "media") else -1
        if cue.style == "capitals":
            evidence.capitals[cue.label] += 1
            evidence.lines_in_capitals += 1
            continue
        if shape == "question":
            evidence.questions += 1
            evidence.upper += cue.label.isupper()
            evidence.spaced += cue.label == "Q" and block.text[1:2] not in ":.)"
        elif shape in STRONG or shape in ("capitals", "media") or _greets(blocks, index, cue):
            if shape == "person":
                evidence.greeting.add(cue.label)
            evidence.named += 1
            evidence.upper += cue.label.isupper()
            evidence.alone += cue.style == "alone"
            evidence.inline += cue.style == "inline"
    return evidence
