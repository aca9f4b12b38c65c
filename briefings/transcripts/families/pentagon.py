"""Briefings of the United States Department of Defense."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="pentagon",
    host="United States Department of Defense",
    marks=forms(
        r"pentagon\s+press\s+secretary.{0,120}(?:briefing|conference)",
        r"(?:department\s+of\s+defen[sc]e|\bDOD\b|\bpentagon\b).{0,80}(?:press|media|"
        r"news)\s+(?:briefing|conference)",
    ),
    sites=("defense.gov", "war.gov"),
)
