"""One document being read: the passes in their order, and what comes of them."""

import re

from briefings.transcripts.families import recognise
from briefings.transcripts.names import Names
from briefings.transcripts.names import normalize as normal_form
from briefings.transcripts.parsing import (
    askers,
    bilingual,
    furniture,
    header,
    kinds,
    labels,
    neighbours,
    parts,
    restoring,
    runon,
    speaker_keys,
    spelling,
    turns,
)
from briefings.transcripts.parsing.blocks import Sheet, Taken, plain
from briefings.transcripts.parsing.candidates import candidate
from briefings.transcripts.parsing.evidence import weigh
from briefings.transcripts.parsing.front import HEADER_BLOCKS, lists, participants
from briefings.transcripts.parsing.language import language
from briefings.transcripts.parsing.normalize import normalize
from briefings.transcripts.parsing.presenting import presented
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.parsing.roster import Roster, from_labels
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import GREETING, role_key
from briefings.transcripts.types import (
    Attribution,
    Extracted,
    Issue,
    Participant,
    Role,
)

# Full names are looked for in this much of what was said; people are introduced at the start.
INTRODUCTIONS = 60_000


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
        self.front = lists(self.sheet)
        self.first_label = self._find_labels()
        self._drop_lists_below()
        furniture.stamps(self.sheet, self.first_label)
        furniture.related(self.sheet)
        furniture.after_end(self.sheet)
        furniture.foot(self.sheet, self.first_label)
        furniture.headings(self.sheet, self.first_label, extracted.headings)
        furniture.between_turns(self.sheet, self.first_label)
        furniture.repeats(self.sheet, self.first_label)
        self._recognise()
        self.speech = self._read_header()
        self.drafts = turns.build(self.sheet, self.speech, self.first_label)
        if "+" in self.language:
            self.drafts = bilingual.pair(self.drafts)
        self._settle_people()
        restoring.foot(self.drafts, self.sheet)
        self.kinds = kinds.settle(self.drafts, self.roster)
        self.askers = askers.find(
            self.drafts, self.kinds, self.participants, self.evidence, self.keys
        )

    # --- passes ---------------------------------------------------------------------------------

    def _find_labels(self) -> int:
        """Judge every candidate; return the first label's index (the end when there is none)."""
        sheet, front = self.sheet, self.front
        people = front.people()
        in_lists = {item.index for item in front.listed}
        cues = [
            (speaker_keys.cue(block.head, self.keys) if self.keys else None) or candidate(block)
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
        neighbours.between(sheet.blocks, cues, found, self.evidence)
        sheet.cues[:] = found
        return next((i for i, cue in enumerate(found) if cue is not None), len(found))

    def _drop_lists_below(self) -> None:
        front = self.front
        front.listed = [item for item in front.listed if item.index < self.first_label]
        front.fields = {i: kind for i, kind in front.fields.items() if i < self.first_label}

    def _recognise(self) -> None:
        above = self.sheet.blocks[: min(self.first_label, HEADER_BLOCKS)]
        metadata = self.extracted.metadata
        text = "\n".join([metadata.get("title", ""), *(block.text[:600] for block in above[:60])])
        address = metadata.get("source_url", "") or metadata.get("url", "")
        self.family, claims = recognise(text, address)
        if len(claims) > 1:
            self.issue("two-families", f"Claimed by {' and '.join(claims)}; read as generic.")
        for index, block in enumerate(self.sheet.blocks):
            if self.sheet.free(index) and self.family.furniture:
                for reason, form in self.family.furniture:
                    if form.match(block.head):
                        self.sheet.take(index, Taken.FURNITURE, reason)
                        self.sheet.cues[index] = None

    def _read_header(self) -> list[int]:
        sheet, front = self.sheet, self.front
        first = self.first_label
        if first == len(sheet.blocks):
            first = self._end_of_unlabelled_header()
            self.issue("no-labels", "No label says who speaks; the text is kept as one turn.")
        cue = sheet.cues[first] if first < len(sheet.blocks) else None
        asked = cue is not None and self.evidence.shape(cue.label, cue.affiliation) in (
            "question",
            "outlet",
        )
        opening = (
            cue is not None
            and not asked
            and bool(
                GREETING.match(plain(sheet.blocks[first].text[cue.start :][:80]) or "")
                or (
                    cue.start >= len(sheet.blocks[first].text)
                    and first + 1 < len(sheet.blocks)
                    and GREETING.match(sheet.blocks[first + 1].head)
                )
            )
        )
        # "Good afternoon. / Ministers met today. / Oana Roe: Thank you. We'll start with …"
        opening = opening and not any(
            sheet.free(index) and header.is_greeting(sheet.blocks[index]) for index in range(first)
        )
        of_page = self.extracted.media_type == "text/html"
        speech = header.read(sheet, front, first, self.extracted.metadata, opening, of_page)
        if self.first_label == len(sheet.blocks):
            speech += [i for i in range(first, len(sheet.blocks)) if sheet.free(i)]
        return speech

    def _end_of_unlabelled_header(self) -> int:
        """Without any label the header ends where the first sentence of speech begins."""
        for index, block in enumerate(self.sheet.blocks):
            if self.sheet.free(index) and (GREETING.match(block.head) or len(block.text) > 300):
                return index
        return min(len(self.sheet.blocks), 3)

    def _settle_people(self) -> None:
        listed = participants(self.front, self.family.host_titles)
        above = "\n".join(
            [
                self.front.title or "",
                *(
                    block.text[:1500]
                    for index, block in enumerate(self.sheet.blocks[:HEADER_BLOCKS])
                    if self.sheet.taken[index] is Taken.HEADER
                ),
            ]
        )
        said, size = [], 0
        for draft in self.drafts:
            said.append(draft.text[:6000])
            size += len(said[-1])
            if size > INTRODUCTIONS:
                break
        self.roster = Roster(listed, above, "\n".join(said), self.keys)
        parts.assign_parts(self.drafts, self.evidence, self.roster)
        restoring.questions_in_bold(self.drafts, self.sheet, self.extracted.emphasised)
        restoring.answers(self.drafts, self.sheet)
        for line in restoring.questions(self.drafts, self.sheet):
            message = "A question stands without the label of who asks."
            self.issue("lost-heading", message, line)
        self._know_the_same()
        self._join_pieces()
        parts.assign_parts(self.drafts, self.evidence, self.roster)
        for draft in self.drafts:
            if draft.part in (Part.SPEAKER, Part.MODERATOR) and draft.label:
                draft.speaker = self.roster.resolve(draft.label).name
        self.participants = self._participants(listed)

    def _know_the_same(self) -> None:
        """Note which labels are misspelt, and the given names that only other speakers say."""
        self.roster.correct(spelling.misspelt(self.drafts), spelling.given_names(self.drafts))
        for draft in self.drafts:
            if right := self.roster.misspelt.get(draft.label or ""):
                message = f"The label {draft.label!r} is taken for {right!r}, misspelt."
                self.issue("misspelt-label", message, draft.first_line)

    def _join_pieces(self) -> None:
        """Join what one speaker says under a label printed again."""
        joined: list[Draft] = []
        for draft in self.drafts:
            last = joined[-1] if joined else None
            if (
                last is not None
                and last.label is not None
                and last.label == draft.label
                and not last.lost_heading
                and draft.part in (Part.SPEAKER, Part.MODERATOR)
                and draft.cue is not None
                and self.evidence.shape(draft.cue.label) not in ("moderator", "voice")
                and "official" not in draft.cue.label.lower()  # several speak under one label
            ):
                last.paragraphs += draft.paragraphs
                last.blocks += draft.blocks
                last.last_line = draft.last_line
            else:
                joined.append(draft)
        self.drafts = []
        for draft in joined:
            if draft.paragraphs or not self.drafts:
                self.drafts.append(draft)
            else:  # the line of a label with nothing under it stays with the turn before
                self.drafts[-1].last_line = max(self.drafts[-1].last_line, draft.last_line)
                message = f"Nothing is said under the label {draft.label!r}."
                self.issue("empty-turn", message, draft.first_line)

    def _participants(self, listed: list[Participant]) -> list[Participant]:
        """The listed people, then those whose labels or whose header's words name them."""
        holders = []
        for draft in self.drafts:
            if draft.part in (Part.SPEAKER, Part.MODERATOR) and draft.label:
                role = Role.MODERATOR if draft.part is Part.MODERATOR else Role.SPEAKER
                holders.append((self.roster.resolve(draft.label), role))
        people = list(listed)
        known = {normal_form(person.name) for person in people}
        for person in from_labels(holders):
            if normal_form(person.name) not in known:
                people.append(person)
                known.add(normal_form(person.name))
        for person in self._presented():
            if normal_form(person.name) not in known and not any(p.title for p in listed):
                people.append(person)
                known.add(normal_form(person.name))
        sole = self._sole_speaker(people)
        if sole and normal_form(sole.name) not in known:
            people.append(sole)
        self.sole = sole.name if sole else None
        return people

    def _presented(self) -> list[Participant]:
        """Those the host presents when opening, in both languages where the document has two."""
        opening = next((d for d in self.drafts if d.part in (Part.MODERATOR, Part.SPEAKER)), None)
        if opening is None or opening.part is not Part.MODERATOR:
            return []
        latin, chinese = presented(opening.text[:4000])
        if "+" in self.language and len(latin) == len(chinese):
            pairs = zip(latin, chinese, strict=True)
            people = [
                (bilingual.both([a.name, b.name]) or a.name, a.title or b.title) for a, b in pairs
            ]
        else:
            people = [(p.name, p.title) for p in (chinese if self.language == "zh" else latin)]
        return [Participant(name, Role.SPEAKER, title) for name, title in people]

    def _sole_speaker(self, people: list[Participant]) -> Participant | None:
        """The one person an "A:" or words without a label can be of."""
        speakers = [person for person in people if person.role is Role.SPEAKER]
        if len(speakers) == 1:
            return speakers[0]
        if speakers:
            return None
        if not any(
            draft.part is Part.ANSWERER or draft.cue is None or self._is_spokes(draft.label or "")
            for draft in self.drafts
        ):
            return None
        said = self.roster.header.lower()
        named = {
            normal_form(person.name): person
            for person in self.roster.in_header()
            if _SPEAKS_FOR.search(person.title or "")
            or f"by {person.title} {person.name}".lower() in said
            or re.search(rf"\bby\s[^.]{{0,80}}{re.escape(person.name.lower())}", said)
            or re.search(rf"{re.escape(person.name.lower())}\b[^.]{{0,200}}\b{_HELD}", said)
        }
        if len(named) == 1:
            person = next(iter(named.values()))
            return Participant(person.name, Role.SPEAKER, person.title)
        return None

    def holder(self, draft: Draft) -> Resolved:
        """Return who speaks in a turn: the label's holder, or the one speaker there is."""
        if draft.part is Part.QUESTIONER or draft.part is Part.VOICE:
            return Resolved(None)
        if draft.label and draft.part is not Part.ANSWERER:
            found = self.roster.resolve(draft.label)
            if found.name or draft.part is Part.MODERATOR or not self._is_spokes(draft.label):
                return found
        return Resolved(self.sole, Attribution.HEADER) if self.sole else Resolved(None)

    def _is_spokes(self, label: str) -> bool:
        """A label that can only be the sole speaker's ("Spokesman", "发言人")."""
        return role_key(label).startswith(
            ("spokes", "发言人", "portavoz", "vocer", "press secretary")
        )

    def issue(self, code: str, message: str, line: int | None = None) -> None:
        """Note what could not be placed."""
        self.issues.append(Issue(code, message, line))


# "Jane Roe, Minister of Harbours, held a press conference"
_HELD = (
    r"(?:held|holds|gave|gives|hosted|hosts|briefed|briefs|addressed|answered|answers)\s+"
    r"(?:\w+\s+){0,4}(?:press|news|media|questions|reporters|journalists|briefing)"
)
_SPEAKS_FOR = re.compile(
    r"spokes|press\s+secretary|portavoz|vocer|porte-parole|发言人|發言人", re.IGNORECASE
)
