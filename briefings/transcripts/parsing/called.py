"""Whom each turn calls on, and who does so in a briefing, before anybody is said to ask."""

from collections.abc import Iterable, Sequence

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import addressing, asides, floor, follow_ups
from briefings.transcripts.parsing.asker import Asker
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.types import Attribution, Kind

# The least share of the turns before questions that call on somebody where the one who answers
# does so: in briefings from a podium two in five, in calls with a moderator hardly any.
PODIUM = 0.2
LEAST_CALLS = 3  # fewer say nothing of the way of a briefing
NEAR = 8  # turns; a guest who has been let go is not addressed any more
LED = 0.4  # the share of calls by a moderator from which on it is no podium


class Calls:
    """Whom each turn calls on: ``given``, turn by turn.

    ``called`` are the words of the names that reporters are called by; ``podium`` says that the one
    who answers calls on them.
    """

    def __init__(
        self,
        drafts: Sequence[Draft],
        kinds: Sequence[tuple[Kind, int | None]],
        names: Names,
        people: frozenset[str],
        answering: Sequence[Draft],
    ) -> None:
        self.drafts, self.kinds, self.names, self.people = drafts, kinds, names, people
        self.called = addressing.called(
            f"{draft.opening(300)}\n{draft.closing(200)}" for draft in answering
        )
        self._answer = [
            (d.speaker or d.label or "") if d.part is Part.SPEAKER else None for d in drafts
        ]
        self.given = [self._call(number) for number in range(len(drafts))]
        self.podium = self._is_podium()

    def checks_sound(self, number: int) -> bool:
        """Return whether a turn asks no more than whether it can be heard."""
        draft = self.drafts[number]
        return (
            draft.part is Part.QUESTIONER
            and self.kinds[number][0] is Kind.REMARKS
            and asides.checks_sound(draft.text, self.people)
        )

    def before_question(self, number: int) -> bool:
        """Return whether a reporter speaks after a turn."""
        following = self.drafts[number + 1] if number + 1 < len(self.drafts) else None
        return following is not None and following.part is Part.QUESTIONER

    def many(self, number: int) -> bool:
        """Return whether several people answer hereabouts, who may address one another."""
        near = self._answer[max(0, number - NEAR) : number + NEAR + 1]
        return len({*near} - {None}) > 1

    def _call(self, number: int) -> Asker | None:
        """Return whom the last words of a turn call on."""
        draft = self.drafts[number]
        if (
            self.kinds[number][0] is Kind.QUESTION
            or draft.part in (Part.QUESTIONER, Part.VOICE)
            or not draft.text
        ):
            return None
        before = self.drafts[number - 1] if number else None
        asked = before is not None and before.part is Part.QUESTIONER
        if asked and self.checks_sound(number - 1):
            name = addressing.addressed(draft.text, "", self.people, self.called, many=False)
            if name:  # "Thanks, Ann.  I can hear you fine."
                return Asker(reporter=name, reporter_how=Attribution.FLOOR_GIVEN)
        return floor.floor_given(
            draft.closing(),
            self.names,
            self.people - words_of([draft.speaker or ""]),  # nobody calls on herself
            self.called,
            leads=draft.part is Part.MODERATOR,
            bare=self.before_question(number)
            and before is not None
            and before.label != draft.label,
            asked=before.text if before and asked else "",
            greeted=self._greeted(number),
            label=self.drafts[number + 1].label or "" if self.before_question(number) else "",
        )

    def _greeted(self, number: int) -> bool:
        """Return whether the question after a turn begins as by somebody just called on."""
        following = number + 1
        return (
            self.before_question(number)
            and self.kinds[following][0] is Kind.QUESTION
            and follow_ups.greets_first(self.drafts[following].text)
        )

    def _is_podium(self) -> bool:
        """Return whether who answers calls on the reporters, who then keep the floor.

        Of the pairs of questions in such briefings of the White House of 2021 between which nobody
        is called on, 96 were asked by one reporter and 5 by two; of those in calls with a moderator
        8 and 27. "Mm-hmm." and what reporters say to one another could call on nobody.
        """
        before = [number for number in range(len(self.drafts)) if self.before_question(number)]
        led = sum(self.drafts[number].part is Part.MODERATOR for number in before)
        if led > LED * len(before):
            return False
        calls = silent = 0
        for number in before:
            draft = self.drafts[number]
            if self.given[number] is not None or follow_ups.calls(draft.text):
                calls += 1
            elif draft.part is Part.QUESTIONER or follow_ups.is_short(draft.text):
                silent += 1
        return calls >= max(LEAST_CALLS, PODIUM * (len(before) - silent))


def words_of(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names, in small letters."""
    return frozenset(word.lower().replace("’", "'") for name in names for word in name.split())
