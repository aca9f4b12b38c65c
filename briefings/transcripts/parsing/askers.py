"""Who asks each question: the label, the question's own words, the floor given, or who had it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import addressing, bilingual, floor
from briefings.transcripts.parsing.blocks import Cue
from briefings.transcripts.parsing.evidence import Evidence
from briefings.transcripts.parsing.introductions import introduced
from briefings.transcripts.parsing.outlets import NOBODY, Asker, from_label, is_anonymous, is_media
from briefings.transcripts.parsing.turns import Draft, Part
from briefings.transcripts.parsing.vocabulary import role_key, word_set
from briefings.transcripts.types import Attribution, Kind, Participant

_FOLLOWS_UP = re.compile(
    r"\W*(?:and\b|but\b|so\b|just\b|sorry\b|then\b|also\b|okay\b|right\b|a?\s*follow|"
    r"one\s+(?:more|other|last|follow|quick)|(?:all\s+right|gotcha|got\s+it|no|yes|well)[,.]|"
    r"(?:first|second|third|two|three|secondly|thirdly|lastly|finally|separately)[,.]|"
    r"(?:can|could|may|if)\s+I\b|I\s+also\b|let\s+me\s+(?:ask|follow|just)|"
    r"thank(?:s|\s+you)[^.]{0,20}\.\s+(?:and|just|(?:as\s+)?a\s+follow|one\s+more)|to\s+follow|"
    r"quick|you\s+(?:said|mentioned)|"
    r"—|–|-|y\b|pero\b|entonces\b|et\b|mais\b|en\s+suivi|und\b|追问|另外|还有)",
    re.IGNORECASE,
)
# "— have one foreign policy question for you": the rest of a question that was cut off
_GOES_ON = re.compile(r"\W*?[—–]|\W*-")
# After these the same reporter goes on: "Sure.", a question asked back, an answer cut off, and at a
# podium anything as short.
_ASSENT = re.compile(
    r"(?:\W|\b(?:sure|yes|yeah|yep|yup|okay|ok|right|of\s+course|please|go|ahead|mm-hmm|uh-huh|"
    r"all|absolutely|great|good|hi|hello|thank|thanks|you|sorry|oh|i|i[’']m|sí|claro|adelante)\b)+",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"[—–]\W*$")
# "Thanks, Jen." after a full answer opens somebody else's question.
_GREETS_ANEW = re.compile(
    r"\W*(?:thanks|thank\s+you|hi|hello|hey|good\s+(?:morning|afternoon))\b", re.I
)
_OPEN_END = re.compile(r"[?—–]\W*$")
SHORT_ANSWER = 40  # characters
# "By when, though?" goes on; "Mr. President, will you debate?" is called out by anybody.
# In Mexico who asked under PREGUNTA goes on under INTERLOCUTOR or INTERLOCUTORA.
_CONTINUES = re.compile(r"interlocutora?$", re.IGNORECASE)
SHORT_QUESTION = 30  # characters; at a podium, where the floor stays, half as many again
_TO_WHOM = word_set("mr ms mrs dr sir madam ma'am president minister secretary")
# "I’ll come to you next." to who calls out while another has the floor
_PUT_OFF = re.compile(
    r"\b(?:come|get|go)\s+(?:back\s+)?to\s+you\b|\bmov(?:e|ing)\s+on\b|\bone\s+(?:at\s+a\s+time|second|"
    r"moment)\b|\bhold\s+on\b|\blet\s+(?:him|her|them)\s+(?:finish|go|ask)\b|\bI\s+called\s+on\b|"
    r"\b(?:s?he|they)(?:[’']s|[’']re|\s+is)\s+next\b|\b(?:your|his|her)\s+turn\b",
    re.IGNORECASE,
)
MAX_PUT_OFF = 80  # characters
_GREETS = re.compile(r"\W*(?:yes|yeah|hi|hello|hey|I\s+can|sure)\b", re.IGNORECASE)
# "I can hear you, Josh." speaks to who has the floor.
_SOUND = re.compile(
    r"\b(?:hear|(?:un)?mute[d]?|quiet|sound|line\s+is|audio|one\s+second|you[’']re\s+(?:on|open)|"
    r"are\s+you\s+there)\b",
    re.IGNORECASE,
)
# The least share of the turns before questions that call on somebody where the one who answers
# does so: in briefings from a podium two in five, in calls with a moderator hardly any.
PODIUM = 0.25
LED = 0.4  # the share of calls by a moderator from which on it is no podium


def find(
    drafts: Sequence[Draft],
    kinds: Sequence[tuple[Kind, int | None]],
    participants: Sequence[Participant],
    evidence: Evidence,
    keys: Mapping[str, str],
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
        keys: Mapping[str, str],
    ) -> None:
        self.drafts, self.kinds, self.evidence, self.keys = drafts, kinds, evidence, keys
        self.names = evidence.names
        self.people = _words(person.name for person in participants)
        self.persons = not any(
            evidence.shape(draft.label or "") in ("outlet", "media")
            for draft in drafts
            if draft.part is Part.QUESTIONER and draft.label
        )
        answering = [d for d in drafts if d.part in (Part.SPEAKER, Part.MODERATOR)]
        self.called = addressing.called(
            f"{draft.opening(300)}\n{draft.closing(200)}" for draft in answering
        )
        self.many = len({d.speaker or d.label for d in answering if d.part is Part.SPEAKER}) > 1
        self.calls = [self._call(number) for number in range(len(drafts))]
        self.podium = self._is_podium()
        self.outlets: dict[str, Asker] = {}  # of reporters whose names are printed
        self.current = NOBODY  # who holds the floor
        self.last: tuple[Draft, Asker] | None = None  # the last question
        self.given = NOBODY  # the call that the last question took up
        self.label: str | None = None  # the last question's; None when the floor was just given
        self.waiting: str | None = None  # called on, too, for after that one
        self.formal = False  # a moderator gave it, and takes it back
        self.askers: list[Asker] = []
        for number, draft in enumerate(drafts):
            if kinds[number][0] is Kind.QUESTION:
                asker = self._rest(draft)
                if asker is None:
                    asker = self._asks(number, draft)
                    self.label = draft.label or ""
                self.askers.append(asker)
                self.last = draft, asker
            else:
                self.askers.append(NOBODY)
                if draft.part not in (Part.QUESTIONER, Part.VOICE) and draft.text:
                    self._speaks(number, draft)

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
        return floor.floor_given(
            draft.closing(),
            self.names,
            self.people - _words([draft.speaker or ""]),  # nobody calls on herself
            self.called,
            leads=draft.part is Part.MODERATOR,
            bare=self._before_question(number)
            and before is not None
            and before.label != draft.label,
            asked=before.text if before and asked else "",
        )

    def _before_question(self, number: int) -> bool:
        following = self.drafts[number + 1] if number + 1 < len(self.drafts) else None
        return following is not None and following.part is Part.QUESTIONER

    def _is_podium(self) -> bool:
        """Return whether who answers calls on the reporters, who then keep the floor.

        Of the pairs of questions in such briefings of the White House of 2021 between which nobody
        is called on, 96 were asked by one reporter and 5 by two; of those in calls with a moderator
        8 and 27.
        """
        before = [number for number in range(len(self.drafts)) if self._before_question(number)]
        led = sum(self.drafts[number].part is Part.MODERATOR for number in before)
        if led > LED * len(before):
            return False
        calls = sum(
            self.calls[number] is not None
            or bool(_GO_AHEAD.search(self.drafts[number].closing(40)))
            for number in before
        )
        return calls >= PODIUM * max(1, len(before))

    def _speaks(self, number: int, draft: Draft) -> None:
        """Take the floor from one and give it to another, as a turn's last words say."""
        leads = draft.part is Part.MODERATOR
        given = self.calls[number]
        if given:
            self.waiting = floor.called_next(draft.text)
        if self._puts_off(number, draft, given):
            self.askers[number - 1] = NOBODY
            self.current, self.label = given or self.given, None
        elif given and (self._before_question(number) or leads or given.outlet):
            given = self._met(given)
            self.current, self.label = given, None
            self.formal = (leads or self.formal) and bool(given.outlet)
        elif leads and not (len(draft.text) <= MAX_PUT_OFF and _SOUND.search(draft.text)):
            self.current, self.formal, self.label = NOBODY, False, None
        elif not leads and not self.formal and self._passes_on(number, draft):
            self.current, self.label = NOBODY, None

    def _passes_on(self, number: int, draft: Draft) -> bool:
        """Return whether a speaker calls on somebody without a name."""
        end = draft.closing(40)
        if _NEXT.search(end) or (
            self._before_question(number) and floor.ends_in_a_name(draft.text)
        ):
            return True
        if self.kinds[number][0] is Kind.MODERATION:
            return number == 0 or self.drafts[number - 1].part is not Part.QUESTIONER
        found = _GO_AHEAD.search(end)
        # "Sure. Go ahead." and "You have another? Go ahead." leave it with who asked for it.
        said = draft.text[: len(draft.text) - len(end) + found.start()] if found else ""
        return bool(found) and "?" not in said[-60:] and not _ASSENT.fullmatch(said or ".")

    def _puts_off(self, number: int, draft: Draft, given: Asker | None) -> bool:
        """Return whether the question before was called out while another had the floor."""
        if self.given is NOBODY or number == 0 or self.askers[number - 1] is not self.given:
            return False
        if len(draft.text) > MAX_PUT_OFF or _GREETS.match(draft.text):
            return False
        again = given is not None and given.reporter == self.given.reporter
        return again or (given is None and bool(_PUT_OFF.search(draft.text)))

    def _rest(self, draft: Draft) -> Asker | None:
        """Return who asked before, where the rest of that question comes after the next call.

        "But doesn’t he —" "Go ahead, Karen." "— have to say so?": Karen is still to come.
        """
        if self.last is None or self.label is not None or self.current is NOBODY:
            return None
        last, asker = self.last
        if _CUT_OFF.search(last.closing(20)) and _GOES_ON.match(draft.opening(20)):
            return _continued(asker)
        return None

    def _asks(self, number: int, draft: Draft) -> Asker:
        asker = NOBODY
        if draft.cue:
            asker = _from_label(draft.cue, self.persons, self.names, self.keys)
        said = None
        if not asker.outlet or not is_media(asker.outlet, self.names):
            said = introduced(draft.opening(), self.names, self.people, asker.reporter)
        fresh = self.current if self.label is None else NOBODY
        self.given = NOBODY
        if asker.outlet and said and said.outlet and is_media(said.outlet, self.names):
            asker = said  # "USEC. ROE: Question from Ann Lind of the Inquirer: …"
        if asker.outlet or asker.reporter:
            asker = _joined(asker, said)
            if not asker.outlet and _same_person(asker, fresh):
                asker = _joined(asker, fresh)
            asker = self._known(asker)
        elif said:
            asker = _joined(said, fresh if _same_person(said, fresh) else None)
        elif fresh is not NOBODY:
            asker = self.given = fresh
        elif self.current is not NOBODY:
            asker = self._carried(number, draft)
            if asker is NOBODY and self.waiting:
                asker = Asker(None, None, self.waiting, Attribution.FLOOR_GIVEN)
                self.waiting = None
        if not asker.outlet and asker.reporter_how in (None, Attribution.CONTINUED):
            asker = self._addressed(number, draft) or asker
        if asker is not NOBODY:
            self.current = asker
        elif not self.formal and (not self.podium or self.current.outlet):
            self.current = NOBODY
        return asker

    def _met(self, given: Asker) -> Asker:
        """Return who is called on by a first name as who was called on in full before."""
        if not given.reporter or given.outlet:
            return given
        if self.current.reporter and _same_person(given, self.current):
            return _joined(given, self.current)  # "… Jo Roe at Politica." – "Hi, Jo."
        met = {
            (asker.outlet, asker.reporter): asker
            for asker in (*self.askers, *self.calls[: len(self.askers)])
            if asker and asker.outlet and asker.reporter and _same_person(given, asker)
        }
        return _joined(given, next(iter(met.values()))) if len(met) == 1 else given

    def _known(self, asker: Asker) -> Asker:
        """Give a reporter whose name is printed the outlet that was told the first time."""
        if asker.reporter_how not in (Attribution.PRINTED, Attribution.HEADER):
            return asker
        name = str(asker.reporter).casefold()
        if asker.outlet:
            self.outlets.setdefault(name, asker)
            return asker
        known = self.outlets.get(name)
        how = Attribution.CONTINUED
        return replace(asker, outlet=known.outlet, outlet_how=how) if known else asker

    def _carried(self, number: int, draft: Draft) -> Asker:
        """Return who had the floor before, where this is a follow-up."""
        formal = self.formal
        same = (draft.label or "") == self.label or _CONTINUES.match(draft.label or "")
        if role_key(draft.label or "").startswith(("follow", "追问", "repregunta", "nachfrage")):
            same = formal = True  # "Follow-up: Will there be a reciprocal step?"
        if not same or not (formal or self._follows_up(number, draft)):
            return NOBODY
        return _continued(self.current)

    def _follows_up(self, number: int, draft: Draft) -> bool:
        if _GOES_ON.match(draft.opening(20)):
            return True
        before = self.drafts[number - 1] if number else None
        if before is None or before.part is Part.QUESTIONER:
            return False  # two questions in a row are two people's
        size = len(before.text)
        little = (
            (self.podium and size <= SHORT_ANSWER)
            or (size <= SHORT_ANSWER and _ASSENT.fullmatch(before.text))
            or _OPEN_END.search(before.closing(20))
        )
        opening = draft.opening(120)
        if not little and _GREETS_ANEW.match(opening) and not _FOLLOWS_UP.match(opening):
            self.current = NOBODY
            return False
        short = len(draft.text) <= SHORT_QUESTION * (
            1.5 if self.podium else 1
        ) and draft.text.rstrip().endswith("?")
        calls_out = opening.split(None, 1)[0].strip(".,?—–-").lower() in self.people | _TO_WHOM
        return bool(little or _FOLLOWS_UP.match(opening) or (short and not calls_out))

    def _addressed(self, number: int, draft: Draft) -> Asker | None:
        """Return whom the answer to a question addresses by name."""
        if number + 1 == len(self.drafts):
            return None
        answer = self.drafts[number + 1]
        if answer.part not in (Part.SPEAKER, Part.ANSWERER):
            return None
        people = self.people | _words([answer.speaker or ""])
        name = addressing.addressed(
            answer.opening(500), draft.text, people, self.called, many=self.many
        )
        return Asker(reporter=name, reporter_how=Attribution.ADDRESSED) if name else None


def _continued(asker: Asker) -> Asker:
    """Return who asked as who goes on."""
    how = Attribution.CONTINUED
    return Asker(
        asker.outlet,
        how if asker.outlet else None,
        asker.reporter,
        how if asker.reporter else None,
    )


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower().replace("’", "'") for name in names for word in name.split())


def _from_label(cue: Cue, persons: bool, names: Names, keys: Mapping[str, str]) -> Asker:
    """Read the label, in both languages where it is printed in two."""
    if cue.style == "key":
        name = keys[cue.label]
        return NOBODY if is_anonymous(name) else Asker(None, None, name, Attribution.HEADER)
    askers = [
        from_label(label, cue.affiliation, names, persons) for label in bilingual.parts(cue.label)
    ]
    if len(askers) == 1:
        return askers[0]
    outlet = bilingual.both([asker.outlet for asker in askers])
    reporter = bilingual.both([asker.reporter for asker in askers])
    how = Attribution.PRINTED
    return Asker(outlet, how if outlet else None, reporter, how if reporter else None)


# "… the troops will be safe. Go ahead.": after an answer the floor goes to somebody else, whom only
# the room sees; after "Sure. Go ahead." it stays with who asked for it.
_GO_AHEAD = re.compile(r"\b(?:go\s+ahead|next|in\s+the\s+back)\s*[.?!—]*\s*$", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\s+question(?:,?\s+please)?\s*[.?!—]*\s*$", re.IGNORECASE)


def _joined(asker: Asker, other: Asker | None) -> Asker:
    """Fill what one source leaves open from another, a first name by the whole one."""
    if other is None:
        return asker
    result = asker
    if not asker.outlet and other.outlet:
        result = replace(result, outlet=other.outlet, outlet_how=other.outlet_how)
    if not asker.reporter and other.reporter:
        result = replace(result, reporter=other.reporter, reporter_how=other.reporter_how)
    elif asker.reporter and set(asker.reporter.split()) < set((other.reporter or "").split()):
        result = replace(result, reporter=other.reporter)
    return result


def _same_person(a: Asker, b: Asker) -> bool:
    """Return whether two findings can be of one reporter ("Dan Roe" and "Dan")."""
    if not a.reporter or not b.reporter:
        return True
    return bool(set(a.reporter.casefold().split()) & set(b.reporter.casefold().split()))
