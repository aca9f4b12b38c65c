"""What goes into saying whose a label is, and what comes of it."""

import re
from dataclasses import dataclass

from briefings.transcripts.parsing.candidates import with_commas
from briefings.transcripts.parsing.vocabulary import role_key
from briefings.transcripts.types import Attribution

# "GOV. ANA ROE (R), SALT ISLES": of which party
_PARTY = re.compile(r"\s*\((?:R|D|I|L)(?:-[A-Z]{2,5})?\)(?=,|$)")
_BRACKETS = re.compile(r"\s*[\[(（][^\])）]*[\])）]\s*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label's words, what its last brackets hold, and its words as the vocabulary has them."""

    text: str
    bracket: str
    key: str

    @classmethod
    def of(cls, printed: str) -> "Label":
        """Part a label as printed ("MODERATOR (Deng Lan)")."""
        printed = _PARTY.sub("", with_commas(printed))
        text = _BRACKETS.sub("", printed).strip() or printed
        return cls(text, printed[len(text) :].strip(" []()（）"), role_key(text))


@dataclass
class Resolved:
    """The holder of a label: ``name`` None when only an office is known."""

    name: str | None
    attribution: Attribution | None = None
    title: str | None = None
