"""Noon briefings and press encounters of the United Nations."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="united-nations",
    host="United Nations",
    marks=forms(
        r"spokes\w+\s+for\s+the\s+secretary-general",
        r"briefing\s+by\s+the\s+office\s+of\s+the\s+spokes",
        r"noon\s+briefing\s+by",
        r"secretary-general[’']s\s+press\s+(?:conference|encounter)",
    ),
    sites=("press.un.org", "un.org/sg", "un.org/press"),
)
