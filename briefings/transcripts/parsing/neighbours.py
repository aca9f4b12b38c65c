"""Labels told by those around them: what stands between two turns of one speaker, and the like."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from briefings.transcripts.parsing.blocks import Block, Cue
from briefings.transcripts.parsing.chinese_names import ends_with_office, is_full_name
from briefings.transcripts.parsing.date_lines import is_mostly_date
from briefings.transcripts.parsing.dates import find_date
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.front import HEADER_BLOCKS, MAX_SHORT, SENTENCE_END
from briefings.transcripts.parsing.labels import in_capitals_here
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.people import begins_with_title, split_title
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.parsing.shapes import SMALL_REPORTER
from briefings.transcripts.parsing.vocabulary import QUESTION_LABELS, role_key

MAX_CHINESE = 40  # characters of a label: office and name
BLOCKS_ASKED = 4  # blocks of a turn in which its question is looked for
NEAR_END = 400  # characters of each


def between(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept candidates that the labels around them show to be labels; changes ``found``."""
    _between_turns(blocks, cues, found, evidence)
    _called_by_name(blocks, cues, found, evidence)
    if evidence.is_led_in_headings:
        _announced(blocks, cues, found, evidence)
    _headings(blocks, cues, found, evidence)
    _surnames(cues, found, evidence)
    _small_reporters(blocks, cues, found)
    _ending_with_another(cues, found)


def _between_turns(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept what stands as a label between two turns of one speaker, or answers a question.

    "Fan Shu: … / Harbourline: Will the fee be lifted? / Fan Shu: …": a label is printed again only
    when somebody else has spoken.
    """
    places = [index for index, cue in enumerate(found) if cue is not None]
    for index, cue in _left(cues, found):
        shape = evidence.shape(cue.label, cue.affiliation)
        rest = blocks[index].head[cue.start : cue.start + 8].lstrip()
        if shape not in ("person", "title", "media", "capitals") or rest[:1].islower():
            continue
        if cue.style == "inline" and evidence.own_lines:
            continue
        if in_capitals_here(cue, shape, rest, evidence) is False:
            continue
        at = bisect(places, index)
        before = found[places[at - 1]] if at else None
        after = found[places[at]] if at < len(places) else None
        if (
            before is not None
            and _asks(before, evidence)
            and (before.style == cue.style or not _set_apart(blocks[index], cue))
            and (
                # "財政司司長：我先答。" answers whatever the question ends with
                ends_with_office(cue.label)
                if shape == "title"
                else shape == "person"
                and _asked(blocks[places[at - 1] : index])
                and (" " in cue.label or HAN.search(cue.label))
            )
        ):
            cue.rule = "answers a question"
            found[index] = cue
            places.insert(at, index)
            continue
        if before is None or after is None or before.label != after.label:
            continue
        if before.label == cue.label or role_key(before.label) in QUESTION_LABELS:
            continue
        if _asked(blocks[index : places[at]]):
            cue.rule = "between two turns of one speaker"
            found[index] = cue


def _called_by_name(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept a label, used once, whose bearer the words above it call on.

    "… Let me start with Harun." / "Harun: Sir, on the ferry. …?", "Dr. Roe, anything from the
    hospitals?" / "President and CEO Ana Roe, Harbour Hospitals: We're ready."
    """
    places = [index for index, cue in enumerate(found) if cue is not None]
    for index, cue in _left(cues, found):
        at = bisect(places, index)
        if not 0 < at < len(places) or evidence.own_lines:
            continue  # nobody has spoken above, or nobody does below
        shape = evidence.shape(cue.label, cue.affiliation)
        rest = blocks[index].head[cue.start : cue.start + 8].lstrip()
        if shape not in ("person", "title") or rest[:1].islower():
            continue
        if in_capitals_here(cue, shape, rest, evidence) is False:
            continue
        name = cue.label.partition(",")[0].split()[-1]
        above = blocks[index - 1].text[-MAX_CALLED:]
        if name not in above or not re.search(_CALL.format(re.escape(name)), above):
            continue
        if " " in cue.label or _asked(blocks[index : places[at]]):
            cue.rule = "called by name above"
            found[index] = cue
            places.insert(at, index)


def _announced(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept a name alone on a line, whom the operator has announced in the words above it.

    "Our next question comes from Jo Roe with Reuters." / "Jo Roe" / "How much?"
    """
    for index, cue in _left(cues, found, ("bare",)):
        if index and evidence.shape(cue.label) == "person" and cue.label in blocks[index - 1].text:
            cue.rule = "announced above"
            found[index] = cue


# "… Let me start with Harun.", "Dr. Roe, anything from the hospitals?": the last sentence
_CALL = r"(?:^|[.?!…]\s)[^.?!…]{{0,60}}\b{}\b(?:,[^.?!]{{0,60}})?[.?!]\W*$"
MAX_CALLED = 140  # characters in which somebody is called on


def _headings(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence
) -> None:
    """Accept a heading that comes once, where labels are headings without a colon.

    "张国梁" above a sentence; below a reporter's question "Director of the Tea Office", too.
    """
    if sum(cue is not None and cue.style == "bare" for cue in found) < MIN_HEADINGS:
        return
    last: Cue | None = None
    for index, cue in enumerate(cues[:-1]):
        if found[index] is None and cue is not None and cue.style == "bare":
            office = (
                last is not None
                and _asks(last, evidence)
                and begins_with_title(cue.label)
                and evidence.shape(cue.label) in ("title", "office")
                and _asked(blocks[index - 1 : index])
            )
            said = SENTENCE_END.search(blocks[index + 1].text)
            listed = evidence.shape(cue.label) == "participant"
            if said and (office or listed or is_full_name(cue.label)):
                cue.rule = "heading among headings"
                found[index] = cue
        last = found[index] or last


MIN_HEADINGS = 2


def _surnames(cues: Sequence[Cue | None], found: list[Cue | None], evidence: Evidence) -> None:
    """Accept a surname in capitals that ends another label ("ROE" beside "ANA ROE, MAYOR")."""
    surnames = {
        word.casefold()
        for cue in found
        if cue is not None
        for word in cue.label.partition(",")[0].split()[-1:]
    }
    for index, cue in _left(cues, found):
        if evidence.shape(cue.label) == "capitals" and cue.label.casefold() in surnames:
            cue.rule = "surname of another label"
            found[index] = cue


def _small_reporters(
    blocks: Sequence[Block], cues: Sequence[Cue | None], found: list[Cue | None]
) -> None:
    """Accept "reporter from Red Coast News: How …?" where the block above ends its sentence."""
    for index, cue in _left(cues, found):
        if cue.label[:1] not in "rcj" or not SMALL_REPORTER.match(cue.label):
            continue
        rest = blocks[index].head[cue.start : cue.start + 8].lstrip()
        if rest[:1].isupper() and index and SENTENCE_END.search(blocks[index - 1].text):
            cue.rule = "reporter in small letters"
            found[index] = cue


def _ending_with_another(cues: Sequence[Cue | None], found: list[Cue | None]) -> None:
    """Accept a Chinese label that ends with another one ("国新办新闻局寿宁" beside "寿宁").

    Any label with "replied" behind it, where it stands without as well; and an office before a name
    that is one ("Director Rao Yan:" beside "Rao Yan:").
    """
    names = {cue.label for cue in found if cue is not None}
    for index, cue in _left(cues, found, ("alone", "inline", "bracket:")):
        if len(cue.label) > MAX_CHINESE:
            continue
        said = _SAID.sub("", cue.label)
        if said in names and said != cue.label:
            cue.rule, cue.label = "label and 'said'", said
            found[index] = cue
        elif HAN.search(cue.label) and any(
            cue.label[-size:] in names for size in (2, 3, 4) if size < len(cue.label)
        ):
            cue.rule = "ends with another label"
            found[index] = cue
        elif (
            cue.label.count(" ") > 1
            and begins_with_title(cue.label)
            and (person := split_title(cue.label)) is not None
            and person.name in names
        ):
            cue.rule = "office before another label"
            found[index] = cue


def _left(
    cues: Sequence[Cue | None],
    found: Sequence[Cue | None],
    styles: tuple[str, ...] = ("alone", "inline"),
) -> Iterator[tuple[int, Cue]]:
    """Yield the candidates of these styles that are no labels yet, with their places."""
    for index, cue in enumerate(cues):
        if cue is not None and found[index] is None and cue.style in styles:
            yield index, cue


def _asked(blocks: Sequence[Block]) -> bool:
    """Return whether the first of these blocks end with a question, or near to one."""
    ends = [block.text[-NEAR_END:] for block in blocks[:BLOCKS_ASKED]]
    return any("?" in end or "？" in end for end in ends)


# "秦小禾表示：", "秦小禾答："
_SAID = compiled(r"(?:表示|回答|答道|答|说|指出|\s+(?:replied|answered|responded))$")


def _set_apart(block: Block, cue: Cue) -> bool:
    """Return whether white space stands between a label's colon and what is said."""
    return block.head[cue.start - 1 : cue.start].isspace()


def _asks(cue: Cue, evidence: Evidence) -> bool:
    return evidence.shape(cue.label, cue.affiliation) in ("question", "outlet", "media")


def above_the_day(blocks: Sequence[Block], found: list[Cue | None]) -> None:
    """Take back what looked like labels above the day's own line; changes ``found``.

    "Answers to questions from Andorian journalists" / "July 4, 2024" / "Salthaven": nobody speaks
    before the day is printed. "HARBOUR FINALS: GULLS v TERNS" is a title, "Editor / Li Wei / Time"
    of the page.
    """
    for index, cue in enumerate(found[:HEADER_BLOCKS]):
        if cue is None:
            continue
        below = index + 1
        while below < min(len(found), index + MAX_ABOVE_DAY) and found[below] is None:
            below += 1
        days = [
            place
            for place in range(index + 1, below)
            if len(blocks[place].text) <= MAX_SHORT
            and find_date(blocks[place].head)
            and is_mostly_date(blocks[place].head)
        ]
        if not days or any(
            _is_said(blocks[place].text[cue.start if place == index else 0 :])
            for place in range(index, days[-1])
        ):
            return
        found[index] = None


def listed_below(blocks: Sequence[Block], found: list[Cue | None]) -> list[int]:
    """Take back the labels of a list at the end, "Call participants:"; return where they stand.

    One below the other, with nothing said under them, by those who have spoken above.
    """
    places = [index for index, cue in enumerate(found) if cue is not None]
    listed: list[int] = []
    for index in reversed(places):
        cue = found[index]
        alone = cue is not None and cue.start >= len(blocks[index].text)
        if not alone or (listed and listed[-1] != index + 1):
            break
        listed.append(index)
    spoken = {cue.label for cue in found[: listed[-1]] if cue is not None} if listed else set()
    again = sum(cue.label in spoken for index in listed if (cue := found[index]))
    if len(listed) < MIN_LISTED_BELOW or 2 * again < len(listed):
        return []
    for index in listed:
        found[index] = None
    return listed


MIN_LISTED_BELOW = 3
MAX_ABOVE_DAY = 8  # blocks between a title and the day below it
MAX_TOLD = 300
_SAYS_I = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)


def _is_said(text: str) -> bool:
    """Tell speech from what a page prints of the event: "He answered questions from the press." """
    if not SENTENCE_END.search(text):
        return False
    return len(text) > MAX_TOLD or "?" in text or bool(HAN.search(text) or _SAYS_I.search(text))
