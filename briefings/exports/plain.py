"""Citations as running text: Chicago and APA, and a quotation with its source."""

from datetime import date

from .citation import Citation, long_date, one_line


def chicago(citation: Citation) -> str:
    """Return a bibliography entry after the Chicago Manual of Style (18th ed., 14.104)."""
    place_and_day = ", ".join(
        filter(None, [citation.place, long_date(citation.day) if citation.day else "n.d."])
    )
    part = f"Transcript, paragraph {citation.paragraph}" if citation.paragraph else "Transcript"
    return _sentences(
        citation.author,
        citation.heading,
        f"“{_closed(citation.briefing)}”",
        place_and_day,
        part,
        citation.archive,
        f"Accessed {long_date(citation.read)}",
        f"{citation.permalink} (SHA-256: {citation.sha256})",
    )


def apa(citation: Citation) -> str:
    """Return a reference after the APA manual (7th ed., 10.16), the name as the archive has it."""
    day = citation.day
    when = f"{day.year}, {long_date(day).rpartition(',')[0]}" if day else "n.d."
    inside = f"In {citation.briefing}"
    if citation.paragraph:
        inside += f" (para. {citation.paragraph})"
    # Without an author the title stands first and the date follows it.
    title = f"{citation.heading} [Press briefing transcript]"
    head = (citation.author, f"({when})", title) if citation.author else (title, f"({when})")
    return _sentences(
        *head,
        inside,
        citation.archive,
        f"Retrieved {long_date(citation.read)}, from {citation.permalink} "
        f"(SHA-256: {citation.sha256})",
    )


def quotation(citation: Citation) -> str:
    """Return the cited words in quotation marks, and who, when and where after them."""
    when = long_date(citation.day) if citation.day else "n.d."
    if when in citation.briefing:
        when = ""  # "Press Briefing by Press Secretary Jen Psaki, December 13, 2021"
    source = ", ".join(filter(None, [citation.author, citation.briefing, when]))
    return f"“{citation.text.strip()}”\n— {source}. {citation.permalink}"


def search_citation(query: str, total: int, address: str, read: date, archive: str) -> str:
    """Return the citation of a search: what was asked, how many were found, when, and where."""
    asked = one_line(query)
    turns = "1 turn" if total == 1 else f"{total:,} turns"
    return _sentences(
        archive,
        f"Search for “{asked}”" if asked else "Search for all turns",
        f"{turns} found on {long_date(read)}",
        address,
    )


def _closed(part: str) -> str:
    """Return the part with a full stop, unless it ends in a mark of its own."""
    return part if part.rstrip('”"').endswith((".", "?", "!", "。", "？", "！")) else part + "."


def _sentences(*parts: str) -> str:
    """Join the parts that are not empty, each closed once: no "?." and no "..".

    An address at the end stays open, so that what is copied from the text is the address alone.
    """
    kept = [part for part in parts if part]
    return " ".join([*map(_closed, kept[:-1]), *kept[-1:]])
