"""Citations as records that reference managers read: BibTeX, RIS, CSL JSON.

Each format is a dozen lines to write and its libraries (pybtex, rispy) escape too little on the way
out: pybtex leaves ``$`` and ``\\`` to TeX, rispy lets a line break start a new field. So they are
written here, and the libraries read them in the tests.
"""

import json
import re
from datetime import date
from typing import Any

from .citation import Citation

# What TeX would take for a command, and how it is said to be meant as printed.
TEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not \{ and \}: BibTeX counts these too when it looks for the end of a field.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
BIBTEX_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(citation: Citation) -> str:
    """Return a BibTeX entry; names and titles in double braces keep their order and capitals."""
    part = f", paragraph {citation.paragraph}" if citation.paragraph else ""
    where = ", ".join(filter(None, [citation.briefing, citation.place]))
    fields = {
        "author": _braced(citation.author),
        "title": _braced(citation.heading),
        "howpublished": f"{{{_tex(where)}. Press briefing transcript{part}}}",
        "organization": f"{{{_tex(citation.host)}}}" if citation.host else "",
        "year": f"{{{citation.day.year}}}" if citation.day else "",
        "month": BIBTEX_MONTHS[citation.day.month - 1] if citation.day else "",
        "day": f"{{{citation.day.day}}}" if citation.day else "",
        # Verbatim, as \url and biblatex take it; a permalink holds nothing that could end a brace.
        "url": f"{{{citation.permalink}}}",
        "urldate": f"{{{citation.read.isoformat()}}}",
        "note": f"{{{_tex(citation.archive)}. SHA-256: {citation.sha256}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation.identifier},", *lines, "}", ""])


def ris(citation: Citation) -> str:
    """Return an RIS record (web page), lines ended as the format asks."""
    day = citation.day
    fields = [
        ("TY", "ELEC"),
        ("ID", citation.identifier),
        ("AU", citation.author),
        ("TI", citation.heading),
        ("T2", citation.briefing),
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day:%Y/%m/%d}/" if day else ""),
        ("CY", citation.place),
        ("PB", citation.host),
        ("LA", citation.language),
        ("M3", "Press briefing transcript"),
        ("SE", f"paragraph {citation.paragraph}" if citation.paragraph else ""),
        ("DB", citation.archive),
        ("UR", citation.permalink),
        ("Y2", f"{citation.read:%Y/%m/%d}/"),
        ("N1", f"SHA-256: {citation.sha256}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value or tag == "ER")


def csl(citation: Citation) -> dict[str, Any]:
    """Return a CSL JSON item (schema 1.0.2) of type speech."""
    item: dict[str, Any] = {
        "id": citation.identifier,
        "type": "speech",
        "title": citation.heading,
        "genre": "Press briefing transcript",
        "event": citation.briefing,
        "container-title": citation.briefing,
        "event-place": citation.place,
        "publisher": citation.host,
        "section": f"paragraph {citation.paragraph}" if citation.paragraph else "",
        "language": citation.language,
        "archive": citation.archive,
        "URL": citation.permalink,
        "note": f"SHA-256: {citation.sha256}",
    }
    item = {name: value for name, value in item.items() if value}
    if citation.author:
        item["author"] = [{"literal": citation.author}]
    if citation.day:
        item["issued"] = item["event-date"] = _date_parts(citation.day)
    item["accessed"] = _date_parts(citation.read)
    return item


def csl_json(citation: Citation) -> str:
    """Return the item as a CSL JSON document, which is a list."""
    text = json.dumps([csl(citation)], ensure_ascii=False, indent=2)
    # A day on one line, as people write it by hand.
    return re.sub(r"\[\s+\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]\s+\]", r"[[\1, \2, \3]]", text) + "\n"


def _date_parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _tex(text: str) -> str:
    return text.translate(TEX_ESCAPES)


def _braced(text: str) -> str:
    return f"{{{{{_tex(text)}}}}}" if text else ""
