"""Briefings, gaggles and press calls of the White House of the United States."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="white-house",
    host="The White House",
    marks=forms(
        r"\bwhite\s+house\b.{0,60}(?:briefing|press|call|gaggle)",
        r"james\s+s\.\s+brady",
        r"press\s+(?:briefing|gaggle)\s+by\s+(?:\w+\s+){0,3}press\s+secretary",
        r"(?:background|on-the-record)\s+press\s+call\b",
        r"aboard\s+air\s+force\s+one",
    ),
    sites=("whitehouse.gov", "whitehouse.archives.gov"),
)
