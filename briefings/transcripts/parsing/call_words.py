"""What calls on somebody to ask are made of: the words around a name, and a form of them."""

import re
from dataclasses import dataclass

# What may follow a call without taking it back: "Your line is open.", "(Laughter.)"
AFTER = (
    r"(?:\s*(?:(?:(?:[Pp]lease|[Oo]kay,|OK,|[Ss]ure,|[Yy]es,)\s+)?[Gg]o\s+ahead|[Yy]ou[’']re\s+(?:open|up|on|unmuted)|"
    r"[Pp]lease(?:\s+unmute(?:\s+your\w+(?:\s+\w+)?)?)?|[Yy]our\s+line\s+is\s+(?:now\s+)?open|[Ww]here\s*(?:[’']s|is|are)\s+\w+\??|[Pp]lease\s+unmute\s+yourself|[Ll]ast\s+(?:one|"
    r"question)|\([A-Z][^()]{0,30}\)|\[[^\[\]]{0,40}\])[.?!]?)*\s*$"
)
# "Okay.", "And, with that," before a name
BEFORE = (
    r"(?:(?:(?:[Aa]nd\s+)?[Ww]ith\s+that|[Oo]kay|OK|[Aa]ll\s+right|[Ss]o|[Aa]nd|[Bb]ut|[Oo]h|[Yy]eah|"
    r"[Yy]es|[Nn]ow|[Ss]ure|[Rr]ight|[Pp]lease|[Gg]reat|[Ss]orry|[Tt]hen|[Hh]i|[Hh]ello|To|[Aa]delante|Bien|Merci|Gracias|Danke)[,.]?\s+)*"
)
# "Zeke over here from AP"
WHERE = (
    r"(?:\s+(?:over\s+here|over\s+there|right\s+here|right\s+there|up\s+front|here|there|"
    r"in\s+the\s+\w+))?"
)
# "First we’re going to go to", "Our next question will come from the line of", "Next up is"
TO = (
    r"(?:\b(?:go|turn|[Tt]urning|move|moving|went|going|got|back|over|up|start|begin|off)\s+(?:first\s+|next\s+|now\s+|"
    r"back\s+|over\s+|live\s+)?(?:to|with)\s+"
    r"|\b(?:questions?|one)\b[^.?!]{0,40}?\b(?:comes?|goes|go|from|is|to|be)\s+(?:from\s+|to\s+|with\s+|by\s+)?"
    r"(?:the\s+line\s+of\s+)?|\btake\s+(?:a\s+question\s+from\s+)?|\b(?:call\s+on|invite|recogni[sz]e)\s+|\bline\s+of\s+|"
    r"\b(?:[Nn]ext|[Ff]irst|[Tt]hen|[Ll]ast)\s+(?:up,?\s+)?(?:is|we\s+(?:will\s+)?have|"
    r"we[’']ll\s+go)\s+"
    r"|\b(?:hear|question)\s+from\s+|\b(?:have|do)\s+|\b[Nn]ext(?:\s+(?:question|up))?,?\s+|"
    r"\b[Ff]irst(?:\s+question|\s+up)?,?\s+|\b[Tt]hen,?\s+|\b(?:[Ff]inal|[Ll]ast)ly,?\s+|"
    r"\b(?:[Ll]ast|[Ff]inal)(?:\s+(?:question|one))?(?:\s+(?:for\s+)?(?:today|tonight|now|the\s+day))?"
    r"[,.]?\s+|"
    r"\b(?:[Pp]rochaine|[Dd]ernière|[Pp]remière)\s+question,?\s+|\b[Ss]iguiente\s+pregunta,?\s+|"
    r"\b(?:[Nn]ächste|[Ll]etzte)\s+Frage,?\s+)"
)
# "I’ll", "We’re going to" before "go to" and the like
WILL = (
    r"(?:(?:I|[Ww]e)\s+(?=start|begin|go\b|turn|move)|(?:I|[Ww]e)(?:[’']ll|\s+will|[’']m\s+going\s+to|[’']re\s+going\s+to)\s+(?:just\s+|now\s+)?|"
    r"[Ll]et(?:[’']s|\s+me|\s+us)\s+(?:just\s+|now\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to call on somebody.

    ``sure``: an outlet is meant whatever its name; ``known``:
    only one by its name ("from Jo Roe, Politica" and "from Politica, Jo Roe" look alike).
    """

    pattern: re.Pattern[str]
    sure: bool = False
    known: bool = False
    holds: bool = False  # stays a call whatever is promised to somebody after it
    opens: bool = False  # begins where a sentence does
    ends: bool = False  # a name or an outlet comes last, but for what may follow a call
    linked: bool = False  # holds a capital after a comma or after "at", "with" and the like
    hints: tuple[str, ...] = ()  # one of them stands in each call: looked for first, for speed

    def may_stand_in(self, text: str) -> bool:
        """Return whether a text has one of the hints; quick, for it is asked of every turn."""
        for hint in self.hints:  # a generator would cost as much as the search
            if hint in text:
                return True
        return not self.hints
