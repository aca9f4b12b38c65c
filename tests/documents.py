"""Documents made for tests: invented people, outlets and words, the same for the same seed."""

import random
import re
from collections.abc import Sequence
from datetime import date

_NOUNS = """harbour pier crane dredger lighthouse ferry tide pilot anchor cargo quay rope barge lock
canal warehouse customs beacon mooring channel estuary breakwater slipway chandler stevedore tonnage
berth jetty wharf buoy hull keel rudder mast sail galley cabin deck bridge engine boiler"""
_VERBS = """repaired widened surveyed inspected deepened painted extended measured opened closed
leased dredged lit staffed funded audited rebuilt moved tested planned"""
_PLACES = "northern southern eastern western upper lower inner outer old new"
NOUNS, VERBS, PLACES = _NOUNS.split(), _VERBS.split(), _PLACES.split()

SPEAKERS = (("Ada Lindqvist", "director of the Harbour Office"), ("Bo Tanaka", "chief engineer"))
MODERATOR = ("Cora Wendell", "deputy head of the Press Bureau")
OUTLETS = ("Harbour Daily", "The Tide Gazette", "Quayside Radio", "Canal Weekly")


def passage(seed: str, sentences: int = 5) -> str:
    """Return a paragraph of its own words and figures."""
    words = random.Random(seed)
    return " ".join(
        f"In the {words.choice(PLACES)} {words.choice(NOUNS)} we {words.choice(VERBS)} "
        f"{words.randint(1100, 9899)} {words.choice(NOUNS)}s and {words.choice(VERBS)} the "
        f"{words.choice(PLACES)} {words.choice(NOUNS)}, up {words.randint(11, 98)}."
        f"{words.randint(1, 9)} percent on the {words.choice(NOUNS)} of the "
        f"{words.choice(PLACES)} {words.choice(NOUNS)}."
        for _ in range(sentences)
    )


def document(
    seed: str,
    *,
    day: date | None = date(2023, 3, 3),
    title: str = "",
    outlets: Sequence[str] = OUTLETS[:3],
    answers: int = 2,
    close: bool = True,
) -> str:
    """Return the text of a briefing in the layout of a press office: header, remarks, exchanges.

    ``outlets`` ask one question each; "" leaves a question's outlet out. ``answers`` counts the
    paragraphs of each answer.
    """
    lines = [title or f"Briefing on the {seed} works in the harbour"]
    if day:
        lines += [f"Lanport | 10 a.m. {day:%B} {day.day}, {day.year}"]
    lines += ["", *(f"{name}, {office}" for name, office in SPEAKERS), ""]
    lines += [", ".join(MODERATOR), ""]
    if day:
        lines += [f"{day:%B} {day.day}, {day.year}", ""]
    lines += [
        f"{MODERATOR[0]}:",
        "Ladies and gentlemen, good morning. Welcome to this press conference. Today we have with "
        f"us Ms. Ada Lindqvist and Mr. Bo Tanaka. Now, I give the floor to {SPEAKERS[0][0]}.",
        "",
        f"{SPEAKERS[0][0]}:",
        *(passage(f"{seed} remarks {n}") for n in range(3)),
        "",
        f"{MODERATOR[0]}:",
        "The floor is now open for questions. Please identify your news outlets.",
        "",
    ]
    for number, outlet in enumerate(outlets, 1):
        lines += [
            *([f"{outlet}:"] if outlet else []),
            f"{passage(f'{seed} question {number}', 1)} What is planned for it? Thank you.",
            "",
            f"{SPEAKERS[number % 2][0]}:",
            "Thank you for your question.",
            *(passage(f"{seed} answer {number} {n}") for n in range(answers)),
            "",
        ]
    if close:
        lines += [f"{MODERATOR[0]}:", "That is all for today. Thank you, everyone. Goodbye."]
    return "\n".join(lines) + "\n"


def first_page(text: str, share: float = 0.5) -> str:
    """Return the first part of a document, cut between lines, with a pager below."""
    lines = text.split("\n")
    return "\n".join([*lines[: int(len(lines) * share)], "1 2 Next >"]) + "\n"


_FIGURE = re.compile(r"\d{4}|\d\d\.\d")
_HEADER_LINES = 9


def reworded(text: str, words: str, share: float) -> str:
    """Return ``words`` with a ``share`` of its figures set to those of ``text``, in order.

    As another rendering of ``text`` is: other words, and the figures that it kept.
    """
    figures = _FIGURE.findall("\n".join(text.split("\n")[_HEADER_LINES:]))
    number = iter(range(len(figures)))

    def kept(found: re.Match[str]) -> str:
        place = next(number, None)
        if place is None or len(figures[place]) != len(found.group()):
            return found.group()
        return figures[place] if random.Random(place).random() < share else found.group()

    lines = words.split("\n")
    return "\n".join(
        lines[:_HEADER_LINES] + [_FIGURE.sub(kept, line) for line in lines[_HEADER_LINES:]]
    )
