"""Subtitles (WebVTT, SubRip) → lines, one for what a speaker says without a pause.

Meeting programs write transcripts so: Teams names the speaker in a voice tag (``<v Jane Roe>``),
Zoom before the words of every cue ("Jane Roe: …"), captioners where the speaker changes
(">> MS. ROE: …"). Cues are cut to what fits on a screen; here they are joined again. WebVTT is
described by the W3C; SubRip by nobody, and read as players read it.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefings.transcripts.extraction.paragraphs import UNSPACED
from briefings.transcripts.extraction.plain import LINE_END, number_lines
from briefings.transcripts.extraction.printed_text import SENTENCE_END
from briefings.transcripts.extraction.spans import Assembly
from briefings.transcripts.types import Extracted, Issue

VTT = "text/vtt"
SRT = "application/x-subrip"

# A transcript may quote one cue; a file of subtitles has a time for every two or three lines.
MIN_CUES = 3
MIN_CUE_SHARE = 0.12
LOOKED_AT = 200_000
# Speakers pause less within a thought.
PAUSE = 2.0  # seconds
# Of the cues: those that open with "Jane Roe:" in a file that names the speaker in each ...
NAMED_SHARE = 0.8
# ... and those that say again what stood above in one whose lines roll up the screen.
ROLLING_SHARE = 0.5

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].{{0,300}})?$")
_ANY_TIMES = re.compile(rf"^{_TIMES.pattern}", re.MULTILINE)
_BLOCK = re.compile(r"(NOTE|STYLE|REGION)(?=\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,60})?[ \t]+([^<>]{1,120})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,120}>|<\d[\d:.]{4,12}>|\{\\[^{}]{1,60}\}")
_SPACES = re.compile(r"[ \t\u00a0]+")
_LABEL = re.compile(r"([^\W\d_][^:：\n]{0,59}?)\s*(?::\s+|：\s*)(?=\S)")
_CHANGE = re.compile(r"(?:>{1,3}|＞{1,3})\s*(?=\S)")
_DASH = re.compile(r"[-–—]\s?(?=\S)")
_HALF_WORD = re.compile(r"[^\W\d_]-$")


@dataclass(slots=True)
class _Cue:
    start: float
    end: float
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Said:
    """A piece of speech: whose, where that is known; whether it is another's than the one above."""

    speaker: str
    text: str
    start: float
    end: float
    changes: bool = False


def are_subtitles(text: str) -> bool:
    """Return whether a text is a file of subtitles, by its times."""
    if "-->" not in text[:LOOKED_AT]:
        return False
    head = LINE_END.sub("\n", text[:LOOKED_AT])
    cues = len(_ANY_TIMES.findall(head))
    if head.lstrip("\ufeff").startswith("WEBVTT"):
        return cues > 0
    return cues >= MIN_CUES and cues >= MIN_CUE_SHARE * (head.count("\n") + 1)


def read_subtitles(name: str, text: str, encoding: str, issues: Sequence[Issue]) -> Extracted:
    """Return what is said as lines, each with its speaker's name where one is given."""
    number_lines(name, text)  # refuses what is too long
    lines = LINE_END.split(text.lstrip("\ufeff"))
    is_vtt = lines[0].startswith("WEBVTT")
    above, cues, metadata = _cues(lines, is_vtt)
    assembly = Assembly()
    for line in above:
        assembly.add(line)
    speaker = ""
    for said in _joined(_named(list(_pieces(cues)))):
        assembly.add_gap(1)
        if said.speaker != speaker and (speaker := said.speaker):
            label = said.speaker + ("：" if UNSPACED.match(said.speaker[-1]) else ":")
            assembly.add(f"{label} {said.text}", leads=(label,))
        else:
            assembly.add(said.text)
    return Extracted(
        name=name,
        media_type=VTT if is_vtt else SRT,
        lines=number_lines(name, assembly.text),
        encoding=encoding,
        metadata=metadata,
        issues=tuple(issues),
        leads=assembly.leads,
    )


def _cues(lines: Sequence[str], is_vtt: bool) -> tuple[list[str], list[_Cue], dict[str, str]]:
    """Part a file into the lines above its cues, the cues, and what its head says of it.

    Lines that belong to no cue go with the one before: a cue of SubRip may hold an empty line.
    """
    above: list[str] = []
    cues: list[_Cue] = []
    metadata: dict[str, str] = {}
    waiting: list[str] = []  # since the last empty line
    in_head, in_note = is_vtt, False

    def give(into: list[str]) -> None:
        into.extend(line for line in waiting if line)
        waiting.clear()

    for line in lines:
        stripped = line.strip()
        if found := _TIMES.match(line):
            if waiting and (is_vtt or waiting[-1].isdigit()):
                waiting.pop()  # the cue's own name or number
            give(cues[-1].lines if cues else above)
            cues.append(_Cue(_seconds(found.groups()[:4]), _seconds(found.groups()[4:])))
            in_head = in_note = False
        elif not stripped:
            if not in_note:
                give(cues[-1].lines if cues else above)
            in_head = in_note = False
        elif in_head:
            key, colon, value = stripped.partition(":")
            if stripped.startswith("WEBVTT"):
                key, colon, value = "title", ":", stripped.removeprefix("WEBVTT").lstrip(" \t-")
            if colon and value.strip() and key.lower() in ("title", "language"):
                metadata[key.lower()] = value.strip()
        elif in_note or (is_vtt and not waiting and _BLOCK.match(stripped)):
            in_note = True
        else:
            waiting.append(stripped)
    give(cues[-1].lines if cues else above)
    return above, cues, metadata


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _pieces(cues: Sequence[_Cue]) -> Iterator[_Said]:
    """Yield what is said in each cue, parted where its speaker changes."""
    again = sum(bool(a.lines and b.lines and a.lines[-1] == b.lines[0]) for a, b in pairwise(cues))
    rolling = again > ROLLING_SHARE * len(cues)
    last = ""
    for cue in cues:
        lines = cue.lines
        if rolling:
            lines = [line for n, line in enumerate(lines) if n or line != last]
            last = cue.lines[-1] if cue.lines else last
        dashed = sum(bool(_DASH.match(line)) for line in lines) > 1
        speaker = ""
        for line in lines:
            parts = _VOICE.split(line)
            for number, part in enumerate(parts):
                if number % 2:
                    speaker = _plain(part)
                    continue
                words = _plain(part)
                changes = _CHANGE.match(words) or (_DASH.match(words) if dashed else None)
                words = words[changes.end() :] if changes else words
                if words:
                    yield _Said(speaker, words, cue.start, cue.end, bool(changes))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", html.unescape(_TAG.sub("", text))).strip()


def _named(pieces: list[_Said]) -> list[_Said]:
    """Take the speaker from words that open with a name: in every cue, or where it changes."""
    labels = [None if piece.speaker else _LABEL.match(piece.text) for piece in pieces]
    starts = [
        number == 0 or piece.start != pieces[number - 1].start
        for number, piece in enumerate(pieces)
    ]
    named = sum(bool(label) for label, start in zip(labels, starts, strict=True) if start)
    in_every = named >= NAMED_SHARE * sum(starts)
    ended = True
    for piece, label, start in zip(pieces, labels, starts, strict=True):
        if label and start and in_every:
            piece.speaker, piece.text = label[1], piece.text[label.end() :]
        elif label and (ended or piece.changes):
            # "as follows: …" goes on in mid-sentence or begins with a small letter
            piece.changes = piece.changes or not piece.text[0].islower()
        ended = bool(SENTENCE_END.search(piece.text))
    if in_every:
        for before, piece, start in zip(pieces, pieces[1:], starts[1:], strict=False):
            if not start and not piece.speaker:
                piece.speaker = before.speaker
    return pieces


def _joined(pieces: Sequence[_Said]) -> Iterator[_Said]:
    """Yield in one piece what one speaker says without a pause."""
    current: list[_Said] = []
    for piece in pieces:
        last = current[-1] if current else None
        if last is not None:
            other = piece.changes or piece.speaker != last.speaker
            pause = piece.start - last.end >= PAUSE and SENTENCE_END.search(last.text)
            if other or pause:
                yield _as_one(current)
                current = []
        current.append(piece)
    if current:
        yield _as_one(current)


def _as_one(pieces: Sequence[_Said]) -> _Said:
    texts = [pieces[0].text]
    for piece in pieces[1:]:
        half = _HALF_WORD.search(texts[-1]) and piece.text[0].islower()
        unspaced = UNSPACED.match(texts[-1][-1]) or UNSPACED.match(piece.text[0])
        texts.append(piece.text if half or unspaced else f" {piece.text}")
    return _Said(pieces[0].speaker, "".join(texts), pieces[0].start, pieces[-1].end)
