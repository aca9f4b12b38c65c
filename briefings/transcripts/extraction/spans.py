"""Lines put together piece by piece, with the spans of those that are furniture."""

from collections import deque
from collections.abc import Iterable, Sequence

from briefings.transcripts.extraction.plain import LINE_END
from briefings.transcripts.types import Furniture


def leads_of(pieces: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """Return the words set apart that open the lines of a text; it comes in pieces, each marked."""
    leads = []
    lead: str | None = ""  # None below a line's first plain words
    for text, apart in pieces:
        for number, part in enumerate(text.split("\n")):
            if number:
                leads.append(lead or "")
                lead = ""
            if lead is not None and (apart or not part.strip()):
                lead += part
            elif lead is not None:
                leads.append(lead)
                lead = None
    leads.append(lead or "")
    return tuple(lead.strip() for lead in leads if lead.strip())


class Assembly:
    """A text under way: pieces go in, lines are counted, furniture remembers where it lies."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.spans: list[tuple[int, int, str]] = []
        self.headings: set[int] = set()
        self.emphasised: set[int] = set()
        self.leads: dict[int, str] = {}
        self.blank = 0  # empty lines since the last line of text

    def add_gap(self, count: int) -> None:
        """Set what comes next apart by empty lines; none at the top.

        Furniture between two paragraphs makes the gap no wider: a wider gap says something of the
        text, a page number between them does not.
        """
        if self.lines:
            more = max(0, count - self.blank)
            self.lines.extend([""] * more)
            self.blank += more

    def add(
        self,
        text: str,
        reason: str | None = None,
        *,
        heading: bool = False,
        leads: Sequence[str] = (),
    ) -> None:
        """Add a piece's lines; with a reason they are furniture.

        ``leads`` are the words set apart that open some of them, or are a whole line, in order.
        """
        first = len(self.lines) + 1
        self.lines.extend(LINE_END.split(text))
        if heading:
            self.headings.update(range(first, len(self.lines) + 1))
        if leads:
            self._set_apart(first, leads)
        if not reason:
            self.blank = 0
            return
        if self.spans:
            start, end, last_reason = self.spans[-1]
            if last_reason == reason and not any(self.lines[end : first - 1]):
                self.spans[-1] = (start, len(self.lines), reason)
                return
        self.spans.append((first, len(self.lines), reason))

    def _set_apart(self, first: int, leads: Sequence[str]) -> None:
        waiting = deque(leads)
        for number in range(first, len(self.lines) + 1):
            line = self.lines[number - 1].strip()
            if waiting and line.startswith(waiting[0]):
                lead = waiting.popleft()
                if lead == line:
                    self.emphasised.add(number)
                else:
                    self.leads[number] = lead

    @property
    def text(self) -> str:
        """The whole text, one line end a line."""
        return "\n".join(self.lines)

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The spans of furniture, in order."""
        return tuple(Furniture(first, last, reason) for first, last, reason in self.spans)
