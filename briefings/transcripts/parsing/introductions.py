"""How reporters say who they are, in the first words of a question."""

import re

from briefings.transcripts.names import Names
from briefings.transcripts.parsing import romance_introductions
from briefings.transcripts.parsing.asker import Asker
from briefings.transcripts.parsing.bare_introductions import MEDIUM, WORK, by_label, without_a_verb
from briefings.transcripts.parsing.naming import (
    CAP,
    END,
    IN_PLACE,
    LINK,
    NAME,
    OUTLET,
    THE,
    asker,
    is_outlet,
    is_person,
)
from briefings.transcripts.parsing.outlets import in_brackets, is_media, is_media_zh
from briefings.transcripts.parsing.scripts import compiled
from briefings.transcripts.types import Attribution

# "It’s Jane Roe with Politica." "My name is Jane Roe."
_SAYS = re.compile(
    rf"\b(?i:it[’']s|this\s+is(?:\s+actually)?|here\s+is|I[’']m|I\s+am|my\s+name\s+is|my\s+name[’']s)\s+"
    rf"(?P<name>{NAME})(?:\s+(?:here|calling|joining|speaking|standing|filling|sitting))?\s*"
    rf"(?:,\s*(?:and\s+)?(?:I[’']m\s+)?)?"
    rf"(?P<link>\b{LINK}\s+)?(?P<the>the\s+)?(?P<outlet>{OUTLET})?{END}"
)
# What "this is" follows where it introduces: nothing, or a greeting. "The other country reacting
# strongly to this is France" introduces nobody.
_IMPERSONAL = re.compile(r"(?:it|this|here)\b", re.IGNORECASE)
_BEFORE_IMPERSONAL = re.compile(
    r"(?:^|[.,;!?—–-]|\b(?:hi|hello|hey|yes|yeah|thanks|you|and|morning|afternoon|evening|everyone|"
    r"all|sir|ma[’']am|so|uh|um))\s*$",
    re.IGNORECASE,
)
# "I’m actually at The 19th", "I’m a reporter from Harbour News"
_FROM = re.compile(
    rf"\b(?i:I[’']m|I\s+am|we[’']re|I\s+(?:come|work|write|report)|a\s+(?:reporter|journalist|correspondent))\s+"
    rf"(?:(?:here|actually|now|currently|writing|reporting|calling)\s+)?(?:a\s+(?:reporter|journalist|correspondent)\s+)?"
    rf"(?P<link>{LINK})\s+{THE}(?P<outlet>{OUTLET}){IN_PLACE}{END}"
)
_REPRESENTS = re.compile(
    rf"\bI(?:[’']m)?\s+represent(?:ing)?\s+{THE}(?P<outlet>{OUTLET}){IN_PLACE}{END}"
)
_NAME_BEFORE = re.compile(
    rf"\b(?:I[’']m\s+|I\s+am\s+)?(?P<name>{CAP}(?:\s+{CAP}){{1,2}}),\s+(?:and\s+)?$"
)
# "(Inaudible) from CBS."
_UNHEARD = re.compile(
    rf"\W*[(\[](?i:inaudible|off[\s-]mic)\.?[)\]]\s*,?\s+(?P<link>{LINK})\s+{THE}(?P<outlet>{OUTLET}){END}"
)
_FREELANCE = re.compile(rf"(?P<name>{CAP}(?:\s+{CAP}){{1,2}}),\s+(?:an?\s+)?freelance\w*")
# "Q  (Jo Roe, Harbour News) Will …": printed, though after the label
MAX_BRACKET = 32  # characters of brackets that end a question
_BRACKETED = re.compile(r"\W{0,3}[(（](?P<inside>[^()（）]{2,60})[)）][:：]?\s")
_DASH = re.compile(r"\s+[–—-]+\s+")  # "(Jo Roe – Harbour News)"
# "（聯合報記者）有排定嗎？", "政策會不會調整？（中央社記者）"
_BRACKETED_ZH = compiled(
    r"(?:^\W?|(?<=[。？?！]))[（(](?P<outlet>[\u4e00-\u9fffA-Za-z《》\d]{2,20}?)的?记者"
    r"(?P<name>[\u4e00-\u9fff]{2,4})?[)）](?=\s*\S|$)"
)
_SAYS_ZH = compiled(
    r"(?:我是|我系|我来自)(?:来自)?(?P<outlet>[\u4e00-\u9fffA-Za-z《》“”\d]{2,24}?)(?:的)?(?:记者|"
    r"記者)(?P<name>[\u4e00-\u9fff]{2,4}(?=[，。,.]|$))?"
    r"|(?:我来自|我是来自)(?P<outlet2>[\u4e00-\u9fffA-Za-z《》\d]{2,16})(?=[，。,])"
    r"|^(?:\W|谢谢(?:主持人)?|你好|您好|主持人好)*(?P<outlet3>(?!我)[\u4e00-\u9fffA-Za-z\d]{2,16})(?:记者|"
    r"記者)(?P<name3>[\u4e00-\u9fff]{2,3})?(?=[，。,:：])"
    # "局长，海台记者。": a sentence of its own
    r"|^(?:早晨|早上好|你好|您好|[\s，,])*(?:特首|局长|司长|部长|主席|市长|发言人)[，,]\s?"
    r"(?P<outlet4>(?!我|有|问)[\u4e00-\u9fffA-Za-z\d]{2,10})记者(?=。)"
)
_OF = r"(?:del?|para|por|con|du|des|d[’']|pour|à|von|vom|für)"
# Looked for first, for speed
_ROMANCE = re.compile(
    r"\b(?:[Ss]oy|nombre|salud|habla|[Jj]e|[Ii]ch|mein|[Vv]engo|[Ss]omos|suis)(?=[\sa])"
)
_SAYS_ROMANCE = re.compile(
    rf"(?:\b(?i:soy|mi\s+nombre\s+es|les?\s+saluda|habla|je\s+suis|je\s+m[’']appelle|"
    rf"ich\s+bin|mein\s+Name\s+ist)\s+)(?P<name>{NAME})\s*,?\s*"
    rf"(?:(?:{WORK}\s+)?{_OF}\s*(?P<the>{MEDIUM})(?P<outlet>{OUTLET}))?{END}"
)
_FROM_ROMANCE = re.compile(
    rf"\b(?i:soy|vengo|somos|je\s+suis|je\s+viens)\s+(?:{WORK}\s+)?(?:de\s+parte\s+)?"
    rf"(?:del?|du|des|à|pour)\s+"
    rf"(?P<the>{MEDIUM})(?P<outlet>{OUTLET}){END}"
)
# "Hola, de El Faro.": a few places apart, an article in capitals is a newspaper's.
_GREETED_FROM = re.compile(
    rf"\W*(?i:(?:hola|buen[oa]s?|d[ií]as?|tardes|noches|gracias|muchas|bonjour|merci)\b\W*)+"
    rf"(?:de|del|pour)\s+(?P<outlet>(?:El|La|Los|Las|Le|Les)\s+"
    rf"(?!Paz|Salvador|Habana|Plata|Haya|Rioja|Mancha|Palmas|Vegas|Ángeles|Coruña|Havre){OUTLET})\."
)
# "Hi, with The Oregonian. Can you …?"
_GREETED_WITH = re.compile(
    rf"\W*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Yy]es|[Yy]eah|[Gg]ood\s+\w+)(?:\s+there)?\W+)+"
    rf"[Ww]ith\s+{THE}(?P<outlet>{OUTLET})\."
)
# "Question from Leila Roe of the Inquirer: Will …": read out for who is not there
_READ_OUT = re.compile(
    rf"(?:\b[Qq]uestions?\s+(?:(?:is|comes)\s+)?(?:from|by)|^\W*(?:(?:And|And\s+then|Next|Then),?\s+)?(?i:from))\s+"
    rf"(?P<name>{NAME})(?:,?\s+{LINK}\s+(?P<the>the\s+)?(?P<outlet>{OUTLET}(?:/{OUTLET})?){END}|"
    # "from Carlos Lind, Politica, Mexico: …"
    rf",\s+(?P<the2>the\s+)?(?P<outlet2>{OUTLET})(?:,\s+{CAP}(?:\s+{CAP})?)?:)"
)
# "One more from Reuters, please." called out, or "For Reuters."
_ONE_FROM = re.compile(
    rf"(?:\b[Oo]ne\s+(?:(?:more|last|quick)\s+)?(?:question\s+)?(?:from|for)|^\W*[Ff]or)\s+"
    rf"{THE}(?P<outlet>{OUTLET})[.,]"
)
MAX_INTRODUCTION = 260  # characters
_ITS = re.compile(r"it[’']s\b", re.IGNORECASE)
_NAMES_HIMSELF = re.compile(r"my\s+name|this\s+is", re.IGNORECASE)


def introduced(
    text: str,
    names: Names,
    people: frozenset[str] = frozenset(),
    label: str | None = None,
) -> Asker | None:
    """Read who the asker says to be in the first words of a question.

    ``people`` are the names of those who answer, lower case; ``label`` is the asker's name where
    it is printed: "SIMON ROE.  Simon Roe from Marketplace." leaves no doubt about Marketplace.
    """
    head = text[:MAX_INTRODUCTION]
    if found := _BRACKETED.match(head):
        inside = _DASH.sub(", ", found["inside"].strip(), count=1)
        name, comma, outlet = (part.strip() for part in inside.partition(","))
        told = comma and " " in name and is_person(name, people)
        if told and is_outlet(outlet, names, named=True) and outlet[0].isupper():
            return asker(name, outlet, None, names, Attribution.INTRODUCED)
        if any(is_media(part.strip(), names) for part in inside.split(",")):
            return in_brackets(inside, names)
    return (
        _in_brackets_zh(text, names)
        or _says_zh(head, names)
        or _says(head, names, people)
        or _says_outlet(head, names, people)
        or (by_label(head, label, names) if label else None)
        or romance_introductions.introduced(head, names, people)
        or without_a_verb(head, names, people, label)
    )


def _in_brackets_zh(text: str, names: Names) -> Asker | None:
    found = _BRACKETED_ZH.match(text) if text[:1] in "（(" else None
    if found is None and text[-1:] in "）)":
        found = _BRACKETED_ZH.search(text, max(0, len(text) - MAX_BRACKET))
        found = found if found and found.end() == len(text) else None
    if found is None:
        return None
    return asker(found["name"], found["outlet"], None, names, Attribution.PRINTED)


def _says_zh(head: str, names: Names) -> Asker | None:
    found = _SAYS_ZH.search(head)
    if not found:
        return None
    outlet = found["outlet"] or found["outlet2"] or found["outlet3"] or found["outlet4"]
    sure = "记者" in found.group() or "記者" in found.group()  # and not "我来自河南"
    if is_media_zh(outlet, names) or (sure and (not found["outlet3"] or len(outlet) >= 3)):
        name = found["name"] or found["name3"]
        return asker(name, outlet, None, names, Attribution.INTRODUCED)
    return None


def _says(head: str, names: Names, people: frozenset[str]) -> Asker | None:
    """Read "It’s Jane Roe with Politica.", "Mi nombre es …" """
    how = Attribution.INTRODUCED
    for form in (_SAYS, _SAYS_ROMANCE) if _ROMANCE.search(head) else (_SAYS,):
        for found in form.finditer(head):
            outlet = found["outlet"]
            if not is_person(found["name"], people):
                continue
            if _IMPERSONAL.match(found.group()) and not _BEFORE_IMPERSONAL.search(
                head[: found.start()]
            ):
                continue
            link = "link" not in form.groupindex or found["link"] or "," in found.group()
            if _ITS.match(found.group()) and not found["link"] and not names.outlet(outlet or ""):
                continue  # "it’s Alabama, Louisiana": a list, not a name and an outlet
            if outlet and link and is_outlet(outlet, names, named=True):
                return asker(found["name"], outlet, found["the"], names, how)
            full = " " in found["name"] and found.end() < len(head) and head[found.end()] == "."
            if form is _SAYS and not (full or _NAMES_HIMSELF.match(found.group())):
                continue  # "I’m Sorry to say" – but "I’m Janne Roe."
            if not outlet or form is _SAYS_ROMANCE:
                rest = _is_from(head[found.start() :], names, told=bool(found["name"]))
                the, outlet = (rest["the"], rest["outlet"]) if rest else (None, None)
                return asker(found["name"], outlet, the, names, how)
    return None


def _says_outlet(head: str, names: Names, people: frozenset[str]) -> Asker | None:
    """Read "I’m with Politica", "Question from Leila Roe of Politica", "Hola, de El Faro." """
    how = Attribution.INTRODUCED
    if found := _is_from(head, names):
        before = _NAME_BEFORE.search(head[: found.start()])
        name = before["name"] if before and is_person(before["name"], people) else None
        return asker(name, found["outlet"], found["the"], names, how)
    found = _READ_OUT.search(head)
    outlet = (found["outlet"] or found["outlet2"]) if found else ""
    if found and names.outlet(f"{found['name']} of {outlet}"):  # "Voice of America"
        outlet = f"{found['name']} of {outlet}"
        return asker(None, outlet, None, names, how)
    if found and is_person(found["name"], people) and is_outlet(outlet, names, named=True):
        return asker(found["name"], outlet, found["the"] or found["the2"], names, how)
    found = _ONE_FROM.search(head[:80])
    if found and names.outlet(found["outlet"]):
        return asker(None, found["outlet"], found["the"], names, how)
    found = _GREETED_WITH.match(head) if "ith " in head[:40] else None
    if found and is_outlet(found["outlet"], names, named=True):
        return asker(None, found["outlet"], found["the"], names, how)
    if found := _GREETED_FROM.match(head):
        return asker(None, found["outlet"], None, names, how)
    found = _FREELANCE.search(head) if "reelance" in head else None
    if found and is_person(found["name"], people):
        return asker(found["name"], None, None, names, how)
    return None


def _is_from(head: str, names: Names, *, told: bool = False) -> re.Match[str] | None:
    """Find "I’m with Politica"; a place that one is from is no outlet ("I’m from Detroit").

    ``told``: who says so has just told the name.
    """
    found = _REPRESENTS.search(head) if "represent" in head else None
    if found and is_outlet(found["outlet"], names, named=True):
        return found
    for form in (_FROM, _UNHEARD, _FROM_ROMANCE) if _ROMANCE.search(head) else (_FROM, _UNHEARD):
        found = form.match(head) if form is _UNHEARD else form.search(head)
        if found:
            named = (
                told
                or found.groupdict().get("link") in ("with", "at", "for")
                or bool(
                    # "I’m from the Nordby Banner.", and not "I’m from Detroit"
                    form is _FROM
                    and found["the"]
                    and " " in found["outlet"]
                    and head[found.end() :][:1] == "."
                )
            )
            medium = form is _FROM_ROMANCE and len(found["the"].split()) > 1
            if is_outlet(found["outlet"], names, named=named or medium):
                return found
    return None
