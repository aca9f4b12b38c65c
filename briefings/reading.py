"""A transcript in reading order, ready to be shown: parts, turns, changes of voice, marked words.

``read`` makes the whole page's transcript from two queries, however many turns there are; the
templates below it only lay out what stands here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext as _

from .models import Appearance, Attribution, Kind, Outlet, Speaker, Transcript, Turn
from .paragraphs import Marker, Paragraph, marked, unmarked

# The names of these do not stand in the label itself.
NAMED_ELSEWHERE = {
    Attribution.INTRODUCED,
    Attribution.FLOOR_GIVEN,
    Attribution.ADDRESSED,
    Attribution.CONTINUED,
}


@dataclass(frozen=True, slots=True)
class Note:
    """How a name beside a turn came to be known, in words, and the version that says so."""

    text: str
    source: Transcript | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One turn as it is set: ``changed`` where another voice than before begins to speak.

    ``does`` is what the turn does, in words. ``outlet_url`` is of the outlet that asks, or that is
    answered. ``title`` is given where the person speaks for the first time, ``printed`` where the
    label differs from the name it was resolved to.
    """

    turn: Turn
    paragraphs: tuple[Paragraph, ...]
    changed: bool
    name: str
    does: str
    title: str = ""
    printed: str = ""
    notes: tuple[Note, ...] = ()
    speaker_url: str = ""
    outlet_url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The turns of one exchange, or those between two exchanges (``number`` is then None)."""

    number: int | None
    voices: tuple[Voice, ...]

    @property
    def question(self) -> Voice | None:
        """The question that opens the exchange, None outside an exchange."""
        return next((voice for voice in self.voices if voice.turn.kind == Kind.QUESTION), None)

    @property
    def answerers(self) -> tuple[str, ...]:
        """Who answers in this part, each once, in order."""
        named = (v.name for v in self.voices if v.turn.kind == Kind.ANSWER and v.name)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Reading:
    """A transcript as parts in order."""

    transcript: Transcript
    parts: tuple[Part, ...]
    language: str = ""
    words: int = 0

    @property
    def exchanges(self) -> tuple[Part, ...]:
        """The parts that hold a question: the page's contents."""
        return tuple(part for part in self.parts if part.question is not None)

    @property
    def empty(self) -> bool:
        """Whether there is no turn at all."""
        return not self.parts


@dataclass(slots=True)
class _State:
    """What has been said so far, while the turns are walked in order."""

    titles: Mapping[int, str]
    versions: Mapping[int, Transcript]
    voice: tuple[object, ...] | None = None
    met: set[object] = field(default_factory=set)
    addresses: dict[tuple[type, int], str] = field(default_factory=dict)
    asking: dict[int, Outlet | None] = field(default_factory=dict)
    does: Mapping[str, str] = field(
        default_factory=lambda: {kind.value: str(kind.label) for kind in Kind}
    )

    def address(self, holder: Speaker | Outlet | None) -> str:
        """Return the address of a person's or an outlet's page, made once for each."""
        if holder is None:
            return ""
        key = (type(holder), holder.pk)
        if key not in self.addresses:
            self.addresses[key] = holder.get_absolute_url()
        return self.addresses[key]

    def first(self, what: object) -> bool:
        """Return whether ``what`` has not been shown before, and remember it."""
        if what in self.met:
            return False
        self.met.add(what)
        return True


def read(
    transcript: Transcript,
    *,
    marker: Marker | None = None,
    appearances: Iterable[Appearance] = (),
    versions: Iterable[Transcript] = (),
) -> Reading:
    """Return ``transcript`` ready to be shown, with the words that ``marker`` finds marked.

    ``appearances`` give the titles, ``versions`` are the transcripts of the briefing that a note
    may name as its source.
    """
    turns = list(transcript.turns.with_names())
    state = _State(
        titles={a.speaker_id: a.title for a in appearances},
        versions={version.pk: version for version in versions},
    )
    language = "" if "+" in transcript.language else transcript.language
    mixed = "" if language else transcript.language
    marker = marker or unmarked
    parts = tuple(
        Part(number, tuple(_voice(turn, state, marker, mixed) for turn in group))
        for number, group in groupby(turns, key=lambda turn: turn.exchange)
    )
    return Reading(transcript, parts, language, sum(turn.words for turn in turns))


def _voice(turn: Turn, state: _State, marker: Marker, mixed: str) -> Voice:
    """Return one turn as it is set after those that ``state`` has seen."""
    asked = turn.kind == Kind.QUESTION
    holder = turn.outlet if asked else turn.speaker
    name = holder.name if holder else (turn.reporter if asked else turn.label)
    voice = (asked, turn.exchange if asked else None, turn.outlet_id, turn.speaker_id, turn.label)
    changed = asked or voice != state.voice
    state.voice = voice
    if asked:
        state.asking[turn.pk] = turn.outlet
    title = printed = ""
    if turn.speaker_id is not None and state.first(("title", turn.speaker_id)):
        title = state.titles.get(turn.speaker_id, "")
    if changed and _differs(turn, name) and state.first(("label", turn.label, name)):
        printed = turn.label
    return Voice(
        turn=turn,
        paragraphs=tuple(marked(turn.key, turn.paragraphs, marker, mixed)),
        changed=changed,
        name=name,
        does=state.does[turn.kind],
        title=title,
        printed=printed,
        notes=tuple(_notes(turn, state)) if changed else (),
        speaker_url=state.address(turn.speaker),
        outlet_url=state.address(turn.outlet or state.asking.get(turn.question_id or 0)),
    )


def _differs(turn: Turn, name: str) -> bool:
    """Return whether the label says something that ``name`` and the reporter do not.

    A label that names nobody ("Q", "Reporter") says nothing: the name was found elsewhere.
    """
    known = turn.outlet_attribution if turn.kind == Kind.QUESTION else turn.speaker_attribution
    if known in NAMED_ELSEWHERE or (turn.kind == Kind.QUESTION and not turn.outlet_id):
        return False
    shown = {name.casefold(), f"{name}, {turn.reporter}".casefold(), turn.reporter.casefold()}
    return bool(turn.label) and turn.label.casefold() not in shown


def _notes(turn: Turn, state: _State) -> Iterable[Note]:
    """Yield how the names beside a turn are known, where they are not simply printed there.

    A value from another version says so each time. The other ways are said where they belong to
    this one turn (an outlet's or a reporter's name), and once a person for speakers: "MS. LIN" is
    resolved by the header a hundred times in one briefing.
    """
    values = (
        ("outlet", turn.outlet_id, turn.outlet_attribution, turn.outlet_source_id),
        ("reporter", turn.reporter, turn.reporter_attribution, turn.reporter_source_id),
        ("speaker", turn.speaker_id, turn.speaker_attribution, turn.speaker_source_id),
    )
    said: set[str] = set()
    for what, value, attribution, source in values:
        if not value or attribution in {"", Attribution.PRINTED} or attribution in said:
            continue
        if what == "outlet" and turn.kind != Kind.QUESTION:
            continue
        if attribution == Attribution.OTHER_VERSION:
            said.add(attribution)
            yield Note(_("named in another version"), state.versions.get(source or 0))
        elif what != "speaker" or state.first((attribution, value)):
            said.add(attribution)
            yield Note(_WORDS[attribution]())


_WORDS: Mapping[str, Callable[[], str]] = {
    Attribution.HEADER: lambda: _("name from the header"),
    Attribution.INTRODUCED: lambda: _("as the reporter says"),
    Attribution.FLOOR_GIVEN: lambda: _("as the moderator says"),
    Attribution.ADDRESSED: lambda: _("as the answer says"),
    Attribution.CONTINUED: lambda: _("follow-up"),
    Attribution.EDITOR: lambda: _("set by an editor"),
}
