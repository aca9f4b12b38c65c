"""Lines put together piece by piece, with the spans of those that are furniture."""

from briefings.transcripts.extraction.plain import LINE_END
from briefings.transcripts.types import Furniture


class Assembly:
    """A text under way: pieces go in, lines are counted, furniture remembers where it lies."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.spans: list[tuple[int, int, str]] = []
        self.headings: set[int] = set()
        self.emphasised: set[int] = set()
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
        emphasised: bool = False,
    ) -> None:
        """Add a piece's lines; with a reason they are furniture."""
        first = len(self.lines) + 1
        self.lines.extend(LINE_END.split(text))
        if heading:
            self.headings.update(range(first, len(self.lines) + 1))
        if emphasised:
            self.emphasised.update(range(first, len(self.lines) + 1))
        if not reason:
            self.blank = 0
            return
        if self.spans:
            start, end, last_reason = self.spans[-1]
            if last_reason == reason and not any(self.lines[end : first - 1]):
                self.spans[-1] = (start, len(self.lines), reason)
                return
        self.spans.append((first, len(self.lines), reason))

    @property
    def text(self) -> str:
        """The whole text, one line end a line."""
        return "\n".join(self.lines)

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The spans of furniture, in order."""
        return tuple(Furniture(first, last, reason) for first, last, reason in self.spans)
