"""Labels of a role and a name: "Host Xu Ruiling", "Moderadora Ana Roe", "主持人 陈小娟"."""

import re

from briefings.transcripts.parsing.chinese_names import HAN_NAME
from briefings.transcripts.parsing.people import is_name, strip_honorific
from briefings.transcripts.parsing.scripts import either
from briefings.transcripts.parsing.vocabulary import MEDIA_WORDS, TITLE_WORDS

# "Chair Roe" is no host: who presides over a bank or a board answers.
_LATIN = re.compile(
    r"(?:the\s+)?(?:moderator|host|chairperson|facilitator|emcee|moderadora?|conductora?|"
    r"modérateur|modératrice|moderatorin)\s+(?P<name>\S.{2,60})$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    either(r"(?:主持人|主持|司仪)[\s：:]*(?P<name>[\u4e00-\u9fff·]\s?[\u4e00-\u9fff·]{1,4})$")
)


def name_of_host(label: str) -> str | None:
    """Return the name that stands behind the word for who leads, None where none does."""
    if found := _CHINESE.match(label):
        name = re.sub(r"\s", "", found["name"])
        return name if HAN_NAME.fullmatch(name) else None
    if not (found := _LATIN.match(label)):
        return None
    name = strip_honorific(found["name"])
    words = {word.strip(".").lower() for word in name.split()}
    if words & TITLE_WORDS or MEDIA_WORDS.search(name):
        return None  # "Host Minister", "Host News"
    return name if is_name(name, 1 if name != found["name"] else 2) else None
