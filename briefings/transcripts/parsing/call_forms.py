"""The ways of calling on somebody to ask, as forms. ``floor.py`` looks for them."""

import re

from briefings.transcripts.parsing.call_names import BY_NAME
from briefings.transcripts.parsing.call_words import AFTER, BEFORE, TO, WHERE, WILL, Form
from briefings.transcripts.parsing.naming import CALLED, CAP, END, LINK, NAME, OUTLET, THE

# Each with a sample.
WITH_OUTLET = (
    # "… to Meg Roe at CNBC.", "… the line of Jo Roe with The Harbour Daily. Your line is open."
    Form(
        re.compile(
            rf"{TO}(?P<name>{NAME}){WHERE}\s*(?:,\s*)?(?P<link>{LINK})\s+{THE}"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        linked=True,
        sure=True,
    ),
    Form(
        re.compile(
            rf"(?:^|[.?!]\s+|\b(?:to|from|by)\s+)(?P<name>(?P<first>{CAP})(?:\s+{CAP}){{1,2}}),\s+(?:{LINK}\s+)?"
            rf"(?P<the>the\s+)?(?P<outlet>{OUTLET})\s*[.,?!]?\s*"
            r"(?:$|please|go ahead|your|you|(?P=first)\b)"
        ),
        linked=True,
        sure=True,
    ),
    # a sentence that is nothing but "Josh Roe at Politica.", "Weijia, at CBS."
    Form(
        re.compile(
            rf"{BEFORE}{WILL}(?P<to>{TO})?(?P<name>{NAME}){WHERE},?\s+"
            rf"(?P<link>at|with|from|of)\s+{THE}(?P<outlet>{OUTLET})"
            rf"(?:,?\s+(?:and\s+)?then\s+{CALLED}(?:\s+{LINK}\s+(?:the\s+)?{OUTLET})?)?[.,?]?{AFTER}"
        ),
        linked=True,
        opens=True,
    ),
    # "Zeke, AP.", "Last question.  Jeremy Roe.  CNN."
    Form(
        re.compile(
            rf"{BEFORE}{WILL}(?P<to>{TO})?(?P<name>{CALLED})(?P<joint>[,.]?)\s+(?P<the>the\s+)?"
            rf"(?P<outlet>{OUTLET})[.?!]?(?:\s+{CALLED}[.?!])?{AFTER}"
        ),
        opens=True,
        ends=True,
    ),
    # "I’ll start with the Harbour Post, Tara."
    Form(
        re.compile(
            rf"{BEFORE}{WILL}(?:{TO})?(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+"
            rf"(?P<name>{CALLED})[.?!]?{AFTER}"
        ),
        known=True,
        opens=True,
        ends=True,
    ),
    # "The floor is yours, Andrea Lund of Politica."
    Form(
        re.compile(
            rf"(?:[Tt]he\s+floor\s+is\s+yours|[Yy]ou\s+have\s+the\s+floor|[Oo]ver\s+to\s+you),\s+"
            rf"(?P<name>{NAME}),?\s+(?:(?P<link>{LINK})\s+)?{THE}(?P<outlet>{OUTLET})[.?!]"
        ),
        linked=True,
        sure=True,
        hints=("floor", "ver to you"),
    ),
    # "Jackie Lane, CNN, has our first question."
    Form(
        re.compile(
            rf"{BEFORE}(?P<name>{NAME}),?\s+(?:(?P<link>{LINK})\s+)?{THE}(?P<outlet>{OUTLET}),?\s+"
            rf"(?:has|is|will\s+(?:have|ask|be))\s+(?:\w+\s+){{0,3}}(?:question|next|first|last)\b"
        ),
        linked=True,
        opens=True,
        sure=True,
    ),
    # "Next up, Reuters’ Ann Roe.", "Ann Roe (Deutsche Welle)."
    Form(
        re.compile(
            rf"{BEFORE}(?:{TO})?(?P<outlet>{OUTLET})(?:(?<=[’'])|(?<=[’']s))\s+"
            rf"(?P<name>{CALLED})[.,?]?{AFTER}"
        ),
        known=True,
        hints=("’", "'"),
        opens=True,
        ends=True,
    ),
    Form(
        re.compile(rf"(?P<name>{NAME})\s+\((?P<outlet>{OUTLET})\)[.,?]?{AFTER}"),
        known=True,
        hints=("(",),
    ),
    # "I see Tam Roe from NPR has her hand up."
    Form(
        re.compile(
            rf"\bsee\s+(?P<name>{NAME}){WHERE}\s+(?P<link>at|with|from|of)\s+{THE}"
            rf"(?P<outlet>{OUTLET}){END}"
        ),
        hints=("see ",),
    ),
    # "Then, from TV Asahi, Mr. Chida.", "Kyodo News, Ms. Tajima, please."
    Form(
        re.compile(
            rf"\bfrom\s+(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+(?P<name>{NAME})[.,?]?{AFTER}"
        ),
        known=True,
        hints=("from ",),
        ends=True,
    ),
    Form(
        re.compile(
            rf"{BEFORE}(?:{TO})?(?P<the>the\s+)?(?P<outlet>{OUTLET}),\s+"
            rf"(?P<name>(?:Mr|Ms|Mrs|Dr)\.?\s+{CALLED})[.,?]?{AFTER}"
        ),
        sure=True,
        hints=(
            "Mr",
            "Ms",
            "Dr",
        ),
        opens=True,
        ends=True,
    ),
)
# The later in a turn one stands, the more it is meant.
FORMS = (*WITH_OUTLET, *BY_NAME)
