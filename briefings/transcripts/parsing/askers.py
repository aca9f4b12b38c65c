"""Who asks each question: the label, the question's own words, the floor given, or who had it."""

from collections.abc import Mapping, Sequence

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import addressing, asides, bilingual, floor, follow_ups
from briefings.transcripts.parsing.acquaintances import Acquaintances
from briefings.transcripts.parsing.asker import NOBODY, Asker
from briefings.transcripts.parsing.blocks import Cue
from briefings.transcripts.parsing.called import Calls, words_of
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.introductions import introduced
from briefings.transcripts.parsing.outlets import from_label, is_anonymous, is_media
from briefings.transcripts.parsing.people import is_name
from briefings.transcripts.parsing.resolved import Resolved
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Attribution, Kind, Participant

# "Follow-up:", "媒體追問："
_FOLLOW_UP_LABELS = (
    "follow",
    "追问",
    "继续追问",
    "媒体追问",
    "记者追问",
    "repregunta",
    "contrapregunta",
    "nachfrage",
)


def find(
    drafts: Sequence[Draft],
    kinds: Sequence[tuple[Kind, int | None]],
    participants: Sequence[Participant],
    evidence: Evidence,
    keys: Mapping[str, Resolved],
) -> list[Asker]:
    """Say of every question who asks: label, words, floor given, or who asked before."""
    return _Room(drafts, kinds, participants, evidence, keys).askers


class _Room:
    """Who holds the floor, turn by turn."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        kinds: Sequence[tuple[Kind, int | None]],
        participants: Sequence[Participant],
        evidence: Evidence,
        keys: Mapping[str, Resolved],
    ) -> None:
        self.drafts, self.kinds, self.evidence, self.keys = drafts, kinds, evidence, keys
        self.names = evidence.names
        self.people = words_of(person.name for person in participants)
        self.persons = not any(
            evidence.shape(draft.label or "") in ("outlet", "media")
            for draft in drafts
            if draft.part is Part.QUESTIONER and draft.label
        )
        answering = [d for d in drafts if d.part in (Part.SPEAKER, Part.MODERATOR)]
        self.answering = {draft.label for draft in answering if draft.label}
        self.calls = Calls(drafts, kinds, self.names, self.people, answering)
        self.met = Acquaintances()
        self.current = NOBODY  # who holds the floor
        self.last: tuple[Draft, Asker] | None = None  # the last question
        self.given = NOBODY  # the call that the last question took up
        self.label: str | None = None  # the last question's; None when the floor was just given
        self.waiting: str | None = None  # called on, too, for after that one
        self.formal = False  # a moderator gave it, and takes it back
        self.nameless: list[int] = []  # the questions of this floor whose asker nobody has named
        self.askers: list[Asker] = []
        for number, draft in enumerate(drafts):
            if kinds[number][0] is Kind.QUESTION:
                asker = self._rest(draft)
                if asker is None:
                    asker = self._asks(number, draft)
                    self._names_those_before(number, draft, asker)
                    self.label = draft.label or ""
                self.askers.append(asker)
                self.met.meet(asker)
                self.last = draft, asker
            else:
                self.askers.append(NOBODY)
                thanks = draft.part is Part.QUESTIONER and follow_ups.greets(draft.text)
                if thanks or kinds[number][0] is Kind.MODERATION:
                    self.nameless = []
                done = thanks and self.label is not None and not self.formal
                if done and self.calls.before_question(number):
                    self.current = NOBODY  # "Q  Okay, thank you." "Q  On the budget —"
                if draft.part is Part.QUESTIONER and self.calls.checks_sound(number):
                    if self.label is not None and not self.formal:
                        self.current = NOBODY  # nobody was called on after the last question
                elif draft.part not in (Part.QUESTIONER, Part.VOICE) and draft.text:
                    self._speaks(number, draft)

    def _speaks(self, number: int, draft: Draft) -> None:
        """Take the floor from one and give it to another, as a turn's last words say."""
        leads = draft.part is Part.MODERATOR
        given = self.calls.given[number]
        self.met.meet(given)
        passes = not leads and self._passes_on(number, draft)
        if given or leads or passes:
            self.nameless = []
        if given:
            self.waiting = floor.called_next(draft.text)
        if self._puts_off(number, draft, given):
            self.askers[number - 1] = NOBODY
            self.current, self.label = given or self.given, None
        elif given and (self.calls.before_question(number) or leads or given.outlet):
            given = self._met(given)
            self.current, self.label = given, None
            self.formal = (leads or self.formal) and bool(given.outlet)
        elif leads and self.label is None and follow_ups.opens_line(draft.text):
            pass  # "OPERATOR: One moment.  Please go ahead.": who was called on still is
        elif leads and not (
            follow_ups.is_about_sound(draft.text)
            or (number and self.calls.checks_sound(number - 1))
        ):
            self.current, self.formal, self.label = NOBODY, False, None
        elif passes and not self.formal:
            self.current, self.label = NOBODY, None

    def _passes_on(self, number: int, draft: Draft) -> bool:
        """Return whether a speaker calls on somebody without a name."""
        if self.calls.before_question(number) and floor.ends_in_a_name(draft.text):
            return True
        if follow_ups.calls_for_the_next(draft.text):
            return True
        if self.kinds[number][0] is Kind.MODERATION:
            before = self.drafts[number - 1] if number else None
            if before is None or before.part is not Part.QUESTIONER:
                return True
            # "Q  Thanks, Vera." "Go ahead.": who has asked is done, who was just called on is not
            return self.label is not None and follow_ups.ends(before.text)
        return follow_ups.passes_on(draft.text)

    def _puts_off(self, number: int, draft: Draft, given: Asker | None) -> bool:
        """Return whether the question before was called out while another had the floor."""
        if self.given is NOBODY or number == 0 or self.askers[number - 1] is not self.given:
            return False
        again = given is not None and given.reporter == self.given.reporter
        return follow_ups.puts_off(draft.text, again=again) and (again or given is None)

    def _rest(self, draft: Draft) -> Asker | None:
        """Return who asked before, where the rest of that question comes after the next call.

        "But doesn’t he —" "Go ahead, Karen." "— have to say so?": Karen is still to come.
        """
        if self.last is None or self.label is not None or self.current is NOBODY:
            return None
        last, asker = self.last
        another = not asker.may_be(self.current)
        again = another and follow_ups.begins_again(draft.text, last.text)
        if again or follow_ups.is_rest(draft.text, last.text):
            return asker.continued()
        return None

    def _asks(self, number: int, draft: Draft) -> Asker:
        asker = NOBODY
        if draft.cue and draft.label not in self.answering:
            asker = _from_label(draft.cue, self.persons, self.names, self.keys)
        said = None
        if not asker.outlet or not is_media(asker.outlet, self.names):
            name = asker.reporter or (draft.label if asker.outlet else None)
            said = introduced(draft.opening(), self.names, self.people, name)
        elif not asker.reporter and asker.outlet in draft.opening(120):  # "AFP: Max from AFP. …"
            said = introduced(draft.opening(), self.names, self.people)
            said = said if said and said.outlet == asker.outlet else None
        reads_out = draft.label in self.answering  # and asks for whom the words may name
        fresh = self.current if self.label is None and not reads_out else NOBODY
        self.given = NOBODY
        if asker.outlet and said and said.outlet and said.outlet != asker.outlet:
            asker = self._not_of_the_label(asker, said, draft)
        if asker.outlet or asker.reporter:
            asker = asker.joined(said)
            if not asker.outlet and asker.may_be(fresh):
                asker = asker.joined(fresh)
            asker = self._known(asker, draft, fresh)
        elif said:
            other = said.outlet and self.current.outlet and said.outlet != self.current.outlet
            if fresh is NOBODY and (other or not said.may_be(self.current)):
                self.formal = False  # who was not called on asks: the floor is nobody's to give
                self._asked_leave(number, said)
            same = said.may_be(fresh) or follow_ups.stands_in(draft.text)
            asker = said.joined(fresh if same else None)
        elif fresh is not NOBODY:
            asker = self.given = fresh
        elif self.current is not NOBODY:
            asker = self._carried(number, draft)
            if asker is NOBODY and self.waiting:
                asker = Asker(None, None, self.waiting, Attribution.FLOOR_GIVEN)
                self.waiting = None
        if not asker.outlet and asker.reporter_how in (None, Attribution.CONTINUED):
            asker = self._addressed(number, draft) or asker
        if self.waiting and self.waiting in (asker.reporter or ""):
            self.waiting = None
        if asker is not NOBODY:
            self.current = asker
        elif not self.formal and (not self.calls.podium or self.current.outlet):
            self.current = NOBODY
        return asker

    def _asked_leave(self, number: int, said: Asker) -> None:
        """Give who says so late what he asked before: "Can I follow up?" "Sure." "Jo Roe, …" """
        before = number - 2
        if (
            before >= 0
            and self.askers[before].reporter_how is Attribution.CONTINUED
            and follow_ups.is_short(self.drafts[number - 1].text)
            and follow_ups.asks_leave(self.drafts[before].text)
        ):
            self.askers[before] = said

    def _not_of_the_label(self, asker: Asker, said: Asker, draft: Draft) -> Asker:
        """Return who asks where the label, read as an outlet's, is not: the words tell another.

        "USEC. ROE: Question from Ann Lind of the Inquirer: …", "Srin: Srin Roe, Harbour Now."
        """
        label = draft.label or ""
        if is_name(label) and label.casefold() in draft.opening(200).casefold():
            return Asker(reporter=label, reporter_how=Attribution.PRINTED).joined(said)
        return said if is_media(str(said.outlet), self.names) else asker

    def _names_those_before(self, number: int, draft: Draft, asker: Asker) -> None:
        """Give the questions before, asked on the same floor, the name that an answer tells late.

        "Q  What is in it?" "Roads." "Q  And who pays?" "Well, Ana, the fund does." Of 93 such runs
        in the White House's briefings of 2021, read one by one, none is wrong and one doubtful.
        """
        same = bool(self.nameless) and (draft.label or "") == self.label
        goes_on = (
            same
            and not follow_ups.greets(draft.text)
            and self._is_follow_up(number, draft)
            and not self.calls.many(number)
        )
        if goes_on and asker.reporter_how is Attribution.ADDRESSED:
            for place in self.nameless:
                self.askers[place] = asker
        if not goes_on or asker is not NOBODY or asides.UNHEARD.fullmatch(draft.text):
            self.nameless = []
        if asker is NOBODY and not asides.UNHEARD.fullmatch(draft.text):
            self.nameless.append(number)

    def _met(self, given: Asker) -> Asker:
        """Return who is called on by a first name as who was called on in full before."""
        if not given.reporter or given.outlet:
            return given
        if self.current.reporter and given.may_be(self.current):
            return given.joined(self.current)  # "… Jo Roe at Politica." – "Hi, Jo."
        known = self.met.like(given.reporter)
        return given.joined(known) if known and given.may_be(known) else given

    def _known(self, asker: Asker, draft: Draft, fresh: Asker) -> Asker:
        """Give a reporter whose name is printed the outlet that was told the first time.

        A name alone that nobody bears yet is read as an outlet's ("Foreign Policy"); the name of
        who has asked as "Jo Roe (Politica)", or was just called on, is hers.
        """
        name = asker.reporter or draft.label or ""
        printed = asker.reporter_how in (Attribution.PRINTED, Attribution.HEADER)
        if printed and asker.outlet:
            return asker
        if not printed and (is_media(asker.outlet or "", self.names) or not is_name(name)):
            return asker
        known = self.met.named(name)
        if known is None and not printed and set(name.split()) <= set(str(fresh.reporter).split()):
            known = fresh
        if known is None:
            return asker
        how = Attribution.CONTINUED if known.outlet else None
        name = max(name, str(known.reporter), key=len)
        return Asker(known.outlet, how, name, asker.reporter_how or Attribution.PRINTED)

    def _carried(self, number: int, draft: Draft) -> Asker:
        """Return who had the floor before, where this is a follow-up."""
        formal = self.formal
        same = (draft.label or "") == self.label or follow_ups.continues(draft.label or "")
        if role_key(draft.label or "").startswith(_FOLLOW_UP_LABELS):
            same = formal = True  # "Follow-up: Will there be a reciprocal step?"
        if not same or not (formal or self._follows_up(number, draft)):
            return NOBODY
        return self.current.continued()

    def _follows_up(self, number: int, draft: Draft) -> bool:
        if follow_ups.begins_anew(draft.text, self._answer_before(number), self.calls.podium):
            self.current = NOBODY
            return False
        return self._is_follow_up(number, draft)

    def _is_follow_up(self, number: int, draft: Draft) -> bool:
        answer = self._answer_before(number)
        return follow_ups.follows_up(draft.text, answer, self.people, self.calls.podium)

    def _answer_before(self, number: int) -> str | None:
        before = self.drafts[number - 1] if number else None
        return before.text if before and before.part is not Part.QUESTIONER else None

    def _addressed(self, number: int, draft: Draft) -> Asker | None:
        """Return whom the answer to a question addresses by name."""
        if number + 1 == len(self.drafts):
            return None
        answer = self.drafts[number + 1]
        if answer.part not in (Part.SPEAKER, Part.ANSWERER):
            return None
        people = self.people | words_of([answer.speaker or ""])
        name = addressing.addressed(
            answer.opening(500), draft.text, people, self.calls.called, many=self.calls.many(number)
        )
        return Asker(reporter=name, reporter_how=Attribution.ADDRESSED) if name else None


def _from_label(cue: Cue, persons: bool, names: Names, keys: Mapping[str, Resolved]) -> Asker:
    """Read the label, in both languages where it is printed in two."""
    if cue.style == "key":
        holder = keys[cue.label]
        if not holder.name or is_anonymous(holder.name):
            return NOBODY
        return Asker(None, None, holder.name, holder.attribution)
    askers = [from_label(label, names, persons) for label in bilingual.parts(cue.label)]
    if len(askers) == 1:
        return askers[0]
    outlet = bilingual.both([asker.outlet for asker in askers])
    reporter = bilingual.both([asker.reporter for asker in askers])
    how = Attribution.PRINTED
    return Asker(outlet, how if outlet else None, reporter, how if reporter else None)
