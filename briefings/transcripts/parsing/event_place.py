"""The place of the event: as the lede says, or a line of the header that can only be one."""

import re
from collections.abc import Sequence

from briefings.transcripts.parsing.blocks import Sheet
from briefings.transcripts.parsing.capitals import proper_case
from briefings.transcripts.parsing.dates import MONTHS
from briefings.transcripts.parsing.front import MAX_CITY, Front
from briefings.transcripts.parsing.people import is_capitalised
from briefings.transcripts.parsing.places import PLACES
from briefings.transcripts.parsing.scripts import either
from briefings.transcripts.parsing.vocabulary import EVENT, OFFICE_NOUNS, TITLE_WORDS, word_set

_PLACE_IN = re.compile(
    r"\b(?:held|conference|briefing|reporters|journalists|invited|press)\b[^.]{0,120}?"
    r"\bin\s+((?:[A-Z][\w'’-]+)(?:[ ,]+[A-Z][\w'’.-]+){0,3}?)(?=,?\s+(?:on|to|about|at|this|with|"
    r"by)\b|[.,])"
)
_PLACE_AFTERNOON = re.compile(
    r"^On\s+\w+\s+(?:morning|afternoon|evening)?\s*in\s+([A-Z]\w+),|\breporters\s+in\s+([A-Z]\w+)\b"
)
_PLACE_ZH = re.compile(
    either(
        r"在(?!此|这|今|这里|会上)([\u4e00-\u9fff]{2,12}?)(?:举行|召开|举办|会见(?:传媒|媒体|记者))"
    )
)
# "WASHINGTON, D.C.", "PARLIAMENT HOUSE, CANBERRA", "Aboard Air Force One", "Via Teleconference"
PLACE_LINE = re.compile(
    r"(?-i:(?:[A-ZÀ-Þ][\w.'’-]*)(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|of|the|de|la|del|and|at)){0,6}"
    r",\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,3}$)|"
    r"(?-i:(?:Palacio|Palácio|Palais|Salón|Salão|Sala|Salle|Casa|Residencia|Auditorio|Embajada|Hotel|Hôtel)\s"
    r"(?:(?:de|del|de\s+la|de\s+los|du|des|da|do)\s)?[A-ZÀ-Þ][\w .'’-]{2,60}$)|"
    r"(?:Aboard|Via|En\s+Route|Online|At\s+the)\s+[A-Z]"
    r"[\w .,'’-]{2,80}$|[\w .'’-]{0,60}\b(?:Room|Hotel|Hall|Palace|Airport|Building|Embassy|Base|"
    r"Headquarters|(?:Press|Community|Convention|Operations)\s+Cent(?:er|re)|House|Auditorium|Lobby|"
    r"Tarmac|Lawn|Garden|Gymnasium|Stadium|Arena|Fairgrounds|Library|Museum|Theat(?:er|re))$",
    re.IGNORECASE,
)
# "James S. Brady Press Briefing Room": where the event is, not what it is
_VENUE = re.compile(
    r"(?:press|media|news)?[\s-]*(?:briefing|conference|interview)\s+(?:room|hall|cent(?:er|re)|theat(?:er|re)|area)\b",
    re.IGNORECASE,
)
_CITY = re.compile(r"[A-ZÀ-Þ](?:[^\W\d_]|['’-])+(?:\s[A-ZÀ-Þ](?:[^\W\d_]|['’-])+){0,2}")
_NO_CITY = word_set(
    "transcript remarks opening statement speech speeches news media press release summary photo "
    "video audio english briefings conferences home archive participants presenters attendees"
)


def names_event(text: str) -> bool:
    """Return whether a line says what the event is; "Press Briefing Room" does not."""
    return bool(EVENT.search(_VENUE.sub(" ", text)))


def may_be_place(text: str) -> bool:
    """Return whether a line names no event, no office and no part of a page."""
    words = [word.strip(",.()").lower() for word in _VENUE.sub(" ", text).split()]
    if words and words[0] in _BODIES:
        return False  # "Presidencia de la República | 14 de febrero de 2023"
    return not names_event(text) and not set(words) & (OFFICE_NOUNS | _NO_CITY)


def is_city(text: str) -> bool:
    """Return whether a line has the shape of a city's name, and names nothing else."""
    return len(text) <= MAX_CITY and bool(_CITY.fullmatch(text)) and may_be_place(text)


_BODIES = word_set(
    "presidencia ministerio secretaría gobierno gabinete consejo jefatura dirección comunicado "
    "boletín noticias transcripción ministère gouvernement présidence conseil communiqué "
    "presidência ministério governo secretaria"
)


def settle_place(sheet: Sheet, front: Front, titles: Sequence[int], ledes: Sequence[str]) -> None:
    """Choose the place: as the lede says, a line that can only be one, a city beside the day."""
    if front.place:
        return
    for lede in ledes:
        for form in (_PLACE_IN, _PLACE_AFTERNOON, _PLACE_ZH):
            for found in form.finditer(lede):
                place = next(group for group in found.groups() if group).strip(" ,")
                if place.lower().rstrip(".") not in MONTHS:  # "a press conference in September"
                    front.place = place
                    return
    speakers = {cue.label.casefold() for cue in sheet.cues if cue is not None}
    lines = [(index, sheet.blocks[index].head.strip()) for index in titles]
    lines = [
        (i, text)
        for i, text in lines
        if text not in (front.title, "") and (text.casefold() not in speakers)
    ]
    for _, text in lines:
        if (PLACE_LINE.match(text) or _ends_in_place(text)) and not names_event(text):
            words = {word.strip(",.").lower() for word in text.split()[:-1]}
            if not words & (TITLE_WORDS - {"house", "white", "state", "national", "high"}):
                front.place = proper_case(text.strip(" ,"))
                return
    for index, text in lines:  # "14 March 2023" / "Madrid"
        if _CITY.fullmatch(text) and _beside_day(sheet, index):
            words = {word.lower() for word in text.split()}
            if not EVENT.search(text) and not words & (TITLE_WORDS | _NO_CITY):
                front.place = text
                return


def _beside_day(sheet: Sheet, index: int) -> bool:
    return any(
        0 <= other < len(sheet.blocks) and sheet.rules[other] in ("header: date", "header: time")
        for other in (index - 1, index + 1)
    )


def _ends_in_place(text: str) -> bool:
    """ "San Sereno, California, USA"."""
    parts = text.split(", ")
    return 3 <= len(parts) <= 4 and parts[-1].lower() in PLACES and is_capitalised(text)
