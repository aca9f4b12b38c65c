"""One document being read: the passes in their order, and what comes of them."""

from briefings.transcripts.families import recognise
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import (
    askers,
    bilingual,
    furniture,
    header,
    initials,
    kinds,
    labels,
    neighbours,
    numbered,
    participants,
    parts,
    restoring,
    runon,
    set_apart,
    speaker_keys,
    spelling,
    turns,
)
from briefings.transcripts.parsing.blocks import Block, Cue, Sheet, Taken, plain
from briefings.transcripts.parsing.candidates import candidate
from briefings.transcripts.parsing.evidence import HEADER_TEXT, weigh
from briefings.transcripts.parsing.front import HEADER_BLOCKS
from briefings.transcripts.parsing.language import language
from briefings.transcripts.parsing.listing import lists
from briefings.transcripts.parsing.normalize import normalize
from briefings.transcripts.parsing.roster import Roster
from briefings.transcripts.parsing.turns import Part
from briefings.transcripts.parsing.vocabulary import GREETING
from briefings.transcripts.types import Extracted, Issue

# Full names are looked for in this much of what was said; people are introduced at the start.
INTRODUCTIONS = 60_000
FIRST_WORDS = 3000  # characters in which who opens says who the others are
OPENING = 6000  # characters of each turn
BLOCKS_OF_FAMILY = 60  # in which a family's own words are looked for


class Reading:
    """The passes over one document. Each reads what those before it settled on the sheet."""

    def __init__(self, extracted: Extracted, names: Names) -> None:
        self.extracted = extracted
        self.names = names
        self.issues: list[Issue] = list(extracted.issues)
        given = tuple(extracted.furniture)
        skipped = frozenset(
            number for item in given for number in range(item.first_line, item.last_line + 1)
        )
        self.sheet = Sheet(runon.cut(normalize(extracted.lines, skipped), names))
        self.given = given
        furniture.find(self.sheet)
        furniture.running_heads(self.sheet)
        self.language = language(self.sheet.blocks)
        self.keys, key_blocks = speaker_keys.find(self.sheet)
        for index in key_blocks:
            self.sheet.take(index, Taken.HEADER, "header: speaker key")
        self.explained = bool(self.keys)
        self.keys = (
            {**self.keys, **initials.besides(self.sheet, self.keys)}
            if self.explained
            else initials.find(self.sheet)
        )
        self.front = lists(self.sheet)
        self.first_label = self._find_labels()
        self._drop_lists_below()
        self._find_furniture()
        self._recognise()
        self.speech = self._read_header()
        self.drafts = turns.build(self.sheet, self.speech, self.first_label)
        if "+" in self.language:
            self.drafts = bilingual.pair(self.drafts)
        self._settle_people()
        restoring.foot(self.drafts, self.sheet)
        self.kinds = kinds.settle(self.drafts)
        self.askers = askers.find(
            self.drafts, self.kinds, self.participants, self.evidence, self.keys
        )

    # --- passes ---------------------------------------------------------------------------------

    def _find_labels(self) -> int:
        """Judge every candidate; return the first label's index (the end when there is none)."""
        sheet, front = self.sheet, self.front
        people = front.people()
        in_lists = {item.index for item in front.listed}
        asked = numbered.find(sheet.blocks, self.names)
        cues = [
            asked.get(index) or self._initials(block) or candidate(block)
            if sheet.free(index) and index not in front.fields and index not in in_lists
            else None
            for index, block in enumerate(sheet.blocks)
        ]
        self.evidence = weigh(sheet.blocks, cues, self.names, people, self.keys)
        found = [
            cue
            if cue is not None and labels.judge(cue, sheet.blocks[index], self.evidence)
            else None
            for index, cue in enumerate(cues)
        ]
        listed = in_lists | front.fields.keys()
        set_apart.find(sheet, cues, found, self.extracted, self.evidence, listed)
        neighbours.between(sheet.blocks, cues, found, self.evidence)
        neighbours.above_the_day(sheet.blocks, found)
        for index in neighbours.listed_below(sheet.blocks, found):
            sheet.take(index, Taken.HEADER, "header: list below")
        sheet.cues[:] = found
        return next((i for i, cue in enumerate(found) if cue is not None), len(found))

    def _initials(self, block: Block) -> Cue | None:
        """Return the label of a block that opens with initials which are somebody's here."""
        if not self.keys:
            return None
        if self.explained:
            return speaker_keys.cue(block.head, self.keys)
        return initials.cue(block, self.keys)

    def _drop_lists_below(self) -> None:
        front = self.front
        front.listed = [item for item in front.listed if item.index < self.first_label]
        front.fields = {i: kind for i, kind in front.fields.items() if i < self.first_label}

    def _find_furniture(self) -> None:
        """Take what is told to be the page's by its place between and below the labels."""
        sheet, first = self.sheet, self.first_label
        furniture.stamps(sheet, first)
        furniture.related(sheet)
        furniture.after_end(sheet)
        furniture.foot(sheet, first)
        furniture.headings(sheet, first, self.extracted.headings)
        furniture.between_turns(sheet, first)
        furniture.repeats(sheet, first)

    def _recognise(self) -> None:
        """Tell the family by the header's words and the document's address."""
        metadata = self.extracted.metadata
        above = self.sheet.blocks[: min(self.first_label, BLOCKS_OF_FAMILY)]
        text = "\n".join([metadata.get("title", ""), *(block.text[:600] for block in above)])
        address = metadata.get("source_url", "") or metadata.get("url", "")
        self.family, claims = recognise(text, address)
        if len(claims) > 1:
            self.issue("two-families", f"Claimed by {' and '.join(claims)}; read as generic.")
        furniture.of_family(self.sheet, self.family.furniture)

    def _read_header(self) -> list[int]:
        sheet, front = self.sheet, self.front
        first = self.first_label
        if first == len(sheet.blocks):
            first = self._end_of_unlabelled_header()
        opening = self._opens_the_event(first)
        of_page = self.extracted.media_type == "text/html"
        speech = header.read(sheet, front, first, self.extracted.metadata, opening, of_page)
        if self.first_label == len(sheet.blocks):
            speech += [i for i in range(first, len(sheet.blocks)) if sheet.free(i)]
        return speech

    def _opens_the_event(self, first: int) -> bool:
        """Return whether the first label greets, so that nothing above it was said."""
        blocks = self.sheet.blocks
        cue = self.sheet.cues[first] if first < len(blocks) else None
        if cue is None or self.evidence.shape(cue.label, cue.affiliation) in ("question", "outlet"):
            return False
        said = plain(blocks[first].text[cue.start :][:80])
        if not said and first + 1 < len(blocks):
            said = blocks[first + 1].head
        # "Good afternoon. / Ministers met today. / Oana Roe: Thank you. We'll start with …"
        return GREETING.match(said) is not None and not any(
            self.sheet.free(index) and header.is_greeting(blocks[index]) for index in range(first)
        )

    def _end_of_unlabelled_header(self) -> int:
        """Without any label the header ends where the first sentence of speech begins."""
        for index, block in enumerate(self.sheet.blocks):
            if self.sheet.free(index) and (GREETING.match(block.head) or len(block.text) > 300):
                return index
        return min(len(self.sheet.blocks), 3)

    def _settle_people(self) -> None:
        listed = participants.listed(self.front)
        self.roster = Roster(listed, self._words_of_header(), self._first_words(), self.keys)
        if self.drafts and self.drafts[0].label:
            self.roster.opening = (self.drafts[0].label, self.drafts[0].opening(FIRST_WORDS))
        parts.assign_parts(self.drafts, self.evidence, self.roster)
        restoring.questions_in_bold(self.drafts, self.sheet, self.extracted.emphasised)
        restoring.answers(self.drafts, self.sheet)
        for line in restoring.questions(self.drafts, self.sheet):
            message = "A question stands without the label of who asks."
            self.issue("lost-heading", message, line)
        if len(self.drafts) == 1 and self.first_label == len(self.sheet.blocks):
            self.issue("no-labels", "No label says who speaks; the text is kept as one turn.")
        self._know_the_same()
        self._join_pieces()
        parts.assign_parts(self.drafts, self.evidence, self.roster)
        for draft in self.drafts:
            if draft.part in (Part.SPEAKER, Part.MODERATOR) and draft.label:
                draft.speaker = self.roster.resolve(draft.label).name
        self.participants, self.sole = participants.find(
            listed, self.drafts, self.roster, self.language
        )

    def _words_of_header(self) -> str:
        above = [
            block.text[:HEADER_TEXT]
            for index, block in enumerate(self.sheet.blocks[:HEADER_BLOCKS])
            if self.sheet.taken[index] is Taken.HEADER
        ]
        return "\n".join([self.front.title or "", *above])

    def _first_words(self) -> str:
        said, size = [], 0
        for draft in self.drafts:
            said.append(draft.text[:OPENING])
            size += len(said[-1])
            if size > INTRODUCTIONS:
                break
        return "\n".join(said)

    def _know_the_same(self) -> None:
        """Note which labels are misspelt, and the given names that only other speakers say."""
        self.roster.correct(spelling.misspelt(self.drafts), spelling.given_names(self.drafts))
        for draft in self.drafts:
            if right := self.roster.misspelt.get(draft.label or ""):
                message = f"The label {draft.label!r} is taken for {right!r}, misspelt."
                self.issue("misspelt-label", message, draft.first_line)

    def _join_pieces(self) -> None:
        """Join what one speaker says under a label printed again; a label alone is an issue."""
        self.drafts, empty = turns.join(self.drafts, self.evidence)
        for draft in empty:
            message = f"Nothing is said under the label {draft.label!r}."
            self.issue("empty-turn", message, draft.first_line)

    def issue(self, code: str, message: str, line: int | None = None) -> None:
        """Note what could not be placed."""
        self.issues.append(Issue(code, message, line))
