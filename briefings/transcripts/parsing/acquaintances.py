"""The reporters whom a document has named with an outlet; it shortens their names afterwards."""

from briefings.transcripts.parsing.asker import Asker


class Acquaintances:
    """Reporters met so far, found by any word of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[tuple[str, str], Asker]] = {}

    def meet(self, asker: Asker | None) -> None:
        """Remember a reporter who is known with an outlet."""
        if asker and asker.outlet and asker.reporter:
            for word in _words(asker.reporter):
                known = self._by_word.setdefault(word, {})
                known.setdefault((asker.outlet, asker.reporter), asker)

    def like(self, name: str) -> Asker | None:
        """Return the one reporter who shares a word with a name ("Jo", "Jo Roe")."""
        found = {
            key: asker
            for word in _words(name)
            for key, asker in self._by_word.get(word, {}).items()
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, name: str) -> Asker | None:
        """Return the first one met by exactly this name, or the one of whose name it is a part."""
        words = _words(name)
        found = [
            asker
            for asker in self._by_word.get(words[0], {}).values()
            if set(words) <= set(_words(str(asker.reporter)))
        ]
        for asker in found:
            if _words(str(asker.reporter)) == words:
                return asker
        return found[0] if len({asker.outlet for asker in found}) == 1 else None


def _words(name: str) -> list[str]:
    return name.casefold().split()
