"""Asking whoever can answer: the rows, the engine, or the plain walk while the engine cannot."""

import logging
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from haystack import connections

from briefings.models import IndexChange
from briefings.search.browse import browse, words_spoken
from briefings.search.engine import Answer, Engine, IndexUnusableError, Question
from briefings.search.plain import PlainEngine
from briefings.search.rows import has_rows
from briefings.search.tree import Column, has_text
from briefings.wording import reword

logger = logging.getLogger(__name__)
Given = TypeVar("Given")
# One walk over all rows at a time in a process: each holds the words of the whole archive.
_walking = Lock()


class Asker:
    """Answers the questions of one search; ``notices`` says what is wrong with the index.

    A search without words is answered by the rows. Once the engine has failed, the plain walk
    answers all that follows.
    """

    def __init__(self) -> None:
        self.notices: list[str] = []
        self._plain: PlainEngine | None = None

    @property
    def is_plain(self) -> bool:
        """Whether the index cannot be used, so that each question costs a walk over all rows."""
        return self._plain is not None

    def answer(self, question: Question) -> Answer:
        """Answer a question."""
        if not has_text(question.tree):
            return browse(question)
        answer = self._ask(lambda asked: asked.answer(question))
        if self._plain is None:
            self._say_what_waits()
        return answer

    def similar_words(self, word: str, limit: int = 3) -> list[str]:
        """Return words that are said and spelt like a word."""
        return self._ask(lambda asked: asked.similar_words(word, limit))

    def words_spoken(self, question: Question, column: Column) -> Mapping[int | str, int]:
        """Return the words spoken in all turns that a question's filters leave, by a column."""
        if self._plain is None:
            try:
                return engine().words_spoken(question, column)
            except IndexUnusableError as error:
                self._give_up(error)
        return words_spoken(question, column)

    def frequencies(self, wanted: Sequence[str]) -> tuple[Mapping[str, int], int]:
        """Return how often each word is said, and how many words are."""
        return self._ask(lambda asked: asked.frequencies(wanted))

    def _ask(self, ask: Callable[[Engine], Given]) -> Given:
        """Ask the engine, or the plain walk while the engine cannot answer."""
        if self._plain is None:
            try:
                return ask(engine())
            except IndexUnusableError as error:
                self._give_up(error)
        assert self._plain is not None  # noqa: S101  set by _give_up
        with _walking:
            return ask(self._plain)

    def _give_up(self, error: IndexUnusableError) -> None:
        if error.__cause__:
            logger.warning("%s (%s)", error, error.__cause__)
        self._plain = PlainEngine()
        self.notices.append(
            _("%(error)s Until then the search goes on over the database, slower.")
            % {"error": reword(str(error))}
        )

    def _say_what_waits(self) -> None:
        """Say once that changes have not come into the index yet."""
        if self.notices or not has_rows(IndexChange):
            return
        number = IndexChange.objects.values("briefing_id").distinct().count()
        self.notices.append(
            ngettext(
                "One changed briefing is not in the index yet.",
                "%(number)d changed briefings are not in the index yet.",
                number,
            )
            % {"number": number}
        )


def engine() -> Engine:
    """Return the engine of the index; it raises ``IndexUnusableError`` where it cannot answer."""
    found: Engine = connections["default"].get_backend()
    return found
