"""How spoken English, Spanish and Chinese name a person and an outlet: shapes, and what is none."""

import re

from briefings.transcripts.names import Names
from briefings.transcripts.parsing.asker import Asker
from briefings.transcripts.parsing.outlets import printed
from briefings.transcripts.parsing.people import is_name, strip_honorific
from briefings.transcripts.parsing.places import PLACE_NOUNS, PLACES
from briefings.transcripts.parsing.vocabulary import (
    MEDIA_WORDS,
    NOT_LABEL_FIRST,
    OFFICE_NOUNS,
    TITLE_WORDS,
    word_set,
)
from briefings.transcripts.types import Attribution

CAP = r"(?:(?:[A-Z]\.){2,}|(?:Dr|Mr|Ms|Mrs|St|Jr|Sr|[A-Z])\.|[A-ZÀ-Þ](?:[\w’'-]|\.(?=[A-Z]))*)"
NAME = rf"{CAP}(?:\s+(?:de|la|van|von|bin|al|el|del)\b)?(?:\s+{CAP}){{0,3}}"
# One name or two, as people are called on: "Karen", "Meg Roe".
CALLED = rf"{CAP}(?:\s+{CAP})?"
# "NBC", "theHarbour", "the Post of Ostland", "Channel 4", "The 19th"; "dpa" writes itself small
OUTLET = (
    rf"(?:(?:\d+\w*\s+)?(?:{CAP}|[a-z]{{1,3}}[A-Z]\w+|\d+\w*\s{CAP}|(?:dpa|epd|taz)\b)"
    rf"(?:(?:\s+(?:of|and|for|the|de|del|la|&)){{0,2}}\s+(?:{CAP}|\d+))*"
    rf"(?:\s+(?:magazine|newspaper|radio|channel|television|news\s+agency|agency|TV\s+channel|[\"“][A-Z][^\"”]{{1,40}}[\"”]))?|The\s+\d+(?:st|nd|rd|th))"
)
LINK = r"(?:of|at|with|from|for)"
# "the Spanish news agency EFE", "the Post"
THE = (
    r"(?P<the>the\s+(?:(?:[A-Z]\w+\s+)?(?:news\s+agency|newspaper|daily|broadcaster|"
    r"television\s+channel)\s+)?)?"
)
# "the Daily Pier in Kenya": where the outlet is
IN_PLACE = rf"(?:,?\s+(?:in|from)\s+(?:the\s+)?{CAP}(?:\s+{CAP}){{0,2}})?"
END = (
    r"(?=\s*(?:[.,;:?!—–-]|$|\s(?:please|go|you|your|has|is|and|in|up\s+next|to\s+ask|joining)\b))"
)
# Where a sentence begins; "Welcome back, Dr. Roe." has but one.
SENTENCE = r"(?:^|(?<=[.?!—])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)\s+)"

_OFFICES = OFFICE_NOUNS | word_set("representatives senators ministers officials members doctors")
_PLACES = word_set(
    "u.s u.s. u.k u.k. d.c america britain canada china england europe france germany haiti india "
    "iran iraq ireland israel italy japan korea mexico poland russia spain syria taiwan turkey "
    "ukraine vietnam afghanistan washington beijing moscow california florida texas"
)
_NO_PERSON = _PLACES | word_set(
    "follow-up followup suivi repregunta complément "
    "the yep yup yeah nope hm hmm mm mm-hm mm-hmm huh uh-huh uh-oh oh wow true false terrific "
    "understood apologies welcome immigration january february july september october november "
    "december friday monday tuesday wednesday thursday saturday sunday happy agency fund hold wait "
    "stop listen come sir ma'am madam thanks thank please go ahead yes no okay ok sure right "
    "all next question questions well so and but you everyone everybody great good morning "
    "afternoon evening hi hello sorry first last final correct exactly absolutely obviously again "
    "here there now look anyone anything else excellent perfect fine wonderful over back way "
    "gentleman lady who what where why how when that this it he she they we i i'm i've i'd i'll "
    "it's that's laughter laughs inaudible crosstalk gracias adelante buenos buenas let's let done "
    "congress god one two three american americans republicans democrats just we'll "
    "today tomorrow yesterday tonight whatsapp facebook twitter google paris london berlin geneva "
    "brussels glasgow mr ms mrs dr drs do did is are can could will would"
)
# Words that are sentences of their own at the end of an answer: "We will do it.  Together."
_SENTENCES = word_set(
    "indeed together hopefully period never nothing nobody none always anytime anywhere clearly "
    "definitely certainly precisely probably maybe perhaps likely unlikely soon eventually "
    "gradually seriously literally simply frankly honestly immediately carefully quickly slowly "
    "forever everywhere everything enough both many several half most zero peace democracy freedom "
    "unity progress people children women workers science security prosperity dignity growth "
    "transparency accountability nations council amazing impossible possible necessary important "
    "critical crucial rising falling cheers end"
)
# "You’re", "It’ll", "Fran-": but "O’Neill" and "Sha’Carri" are names
_SHORTENED = re.compile(r"'(?:re|s|ll|ve|d|m|t)$|-$")
# Words of office that outlets are named after, too
_SUBJECTS = word_set("national house defense defence foreign health security finance state special")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?\.?")  # "the U.S. track star"
# "I’m with the Harbour Board’s Office of Media Relations": who holds briefings
_HOLDS_BRIEFINGS = re.compile(
    r"\b(?:(?:media|public|press)\s+(?:relations|affairs|office)|communications?$|"
    r"(?:office|department|ministry|embassy|university)\s+(?:of|for))\b",
    re.IGNORECASE,
)
_NO_OUTLET = word_set(
    "i we you he she it they the a an president mr mrs ms dr secretary minister my our your this "
    "that first second two one what how why when where can could would should is are do does did "
    "has have on in if thank thanks so and but as question follow yes no congress covid "
    "covid-19 delta omicron"
)


def asker(
    name: str | None, outlet: str | None, the: str | None, names: Names, how: Attribution
) -> Asker:
    """Return who asks, as printed, without courtesy words and the article of speech."""
    outlet = _trim(outlet) if outlet else None
    name = strip_honorific(name).strip(" .,").removesuffix("-san") if name else None
    if outlet:
        outlet = printed(outlet, names)
        if the and the.strip() == "the" and not outlet.lower().startswith("the "):
            full = names.outlet(outlet)
            outlet = full if full and full.lower() == f"the {outlet.lower()}" else outlet
    return Asker(outlet, how if outlet else None, name or None, how if name else None)


def is_person(name: str | None, people: frozenset[str] = frozenset()) -> bool:
    """Return whether capitalised words can name a reporter; ``people`` are those who answer."""
    if not name:
        return False
    bare = strip_honorific(name).strip(" .,")
    if not bare or bare == "White House" or (bare == bare.upper() and len(bare) > 4):
        return False
    words = bare.lower().replace("’", "'").split()
    if any(_SHORTENED.search(word) for word in words):
        return False
    if any(word in _NO_PERSON or word in NOT_LABEL_FIRST for word in words):
        return False
    if words[-1] in _SENTENCES or (len(words) > 1 and bare.lower() in PLACES):
        return False
    if words[-1] in people or any(word in _OFFICES for word in words):
        return False
    if words[0] in TITLE_WORDS or words[0].endswith("'s"):
        return False
    return is_name(bare)


def is_outlet(outlet: str | None, names: Names, named: bool) -> bool:
    """Return whether capitalised words name an outlet.

    ``named`` says that the words around them leave no doubt that an outlet is meant ("go to Jane
    Roe with Politica"); without it only known names and words of the press do.
    """
    if not outlet:
        return False
    text = _trim(outlet).removeprefix("The ")
    if names.outlet(text):
        return True
    words = text.lower().split()
    if not words or words[0] in _NO_OUTLET or words[0] in TITLE_WORDS - _SUBJECTS:
        return False
    if words[-1] in OFFICE_NOUNS:
        return False  # "Defense Secretary", and not "Defense Web"
    if len(words) == 1 and _INITIALS.fullmatch(words[0]):
        return False
    if _HOLDS_BRIEFINGS.search(text):
        return False
    media = bool(MEDIA_WORDS.search(text))
    if not media and (text.lower() in PLACES or words[-1] in PLACE_NOUNS):
        return False
    if words[0] in _PLACES:
        return media and len(words) > 1  # "the Washington Times"
    return media or named


def _trim(outlet: str) -> str:
    outlet = outlet.strip(" .,;:—–-")
    return re.sub(r"['’]s?$", "", outlet)
