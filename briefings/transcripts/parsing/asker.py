"""Who asks a question, as far as known, and how it is known."""

from dataclasses import dataclass, replace

from briefings.transcripts.types import Attribution


@dataclass(frozen=True, slots=True)
class Asker:
    """An outlet and a reporter, each with how it is known, or None."""

    outlet: str | None = None
    outlet_how: Attribution | None = None
    reporter: str | None = None
    reporter_how: Attribution | None = None

    def continued(self) -> "Asker":
        """Return the asker of a question as that of a follow-up."""
        how = Attribution.CONTINUED
        return Asker(
            self.outlet,
            how if self.outlet else None,
            self.reporter,
            how if self.reporter else None,
        )

    def joined(self, other: "Asker | None") -> "Asker":
        """Return an asker with what another finding of the same person adds.

        A first name becomes the whole one.
        """
        if other is None:
            return self
        result = self
        if not self.outlet and other.outlet:
            result = replace(result, outlet=other.outlet, outlet_how=other.outlet_how)
        if not self.reporter and other.reporter:
            result = replace(result, reporter=other.reporter, reporter_how=other.reporter_how)
        elif self.reporter and set(self.reporter.split()) < set((other.reporter or "").split()):
            result = replace(result, reporter=other.reporter)
        return result

    def may_be(self, other: "Asker") -> bool:
        """Return whether two findings can be of one reporter ("Dan Roe" and "Dan")."""
        if not self.reporter or not other.reporter:
            return True
        mine, theirs = self.reporter.casefold().split(), other.reporter.casefold().split()
        return bool(set(mine) & set(theirs))


NOBODY = Asker()
