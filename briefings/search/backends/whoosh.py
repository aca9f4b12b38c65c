"""The Whoosh engine."""

from haystack.backends.whoosh_backend import WhooshEngine as HaystackWhooshEngine
from haystack.backends.whoosh_backend import WhooshSearchBackend

from briefings.search.engine import Answer, Question
from briefings.search.plain import PlainEngine


class WhooshBackend(WhooshSearchBackend):
    """Haystack's Whoosh backend with the engine's contract."""

    def answer(self, question: Question) -> Answer:
        """Answer a question."""
        return PlainEngine().answer(question)

    def similar_words(self, word: str, limit: int = 5) -> list[str]:
        """Return words of the index spelt like a word."""
        return PlainEngine().similar_words(word, limit)


class WhooshEngine(HaystackWhooshEngine):
    """Haystack's Whoosh engine with our backend."""

    backend = WhooshBackend
