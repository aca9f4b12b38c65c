"""Daily briefings of the United States Department of State."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="state-department",
    host="United States Department of State",
    marks=forms(
        r"department\s+press\s+briefing",
        r"\bdepartment\s+spokesperson\b",
        r"senior\s+state\s+department\s+official",
        r"\boffice\s+of\s+the\s+spokesperson\b(?!\s+(?:for|of))",
        r"(?:u\.?s\.?\s+)?department\s+of\s+state\b.{0,80}briefing",
        r"daily\s+press\s+briefing\s*[-–—].{0,30}\d{4}",
    ),
    sites=("state.gov",),
)
