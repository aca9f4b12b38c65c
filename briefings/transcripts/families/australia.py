"""Press conferences and doorstops of Australian ministers."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="australia",
    host="Government of Australia",
    marks=forms(
        r"\bE\s?&\s?OE\b",
        r"parliament\s+house,?\s+canberra",
        r"\bthe\s+hon\.?\s+[\w’'. -]{3,60}\bMP\b",
        r"\bdoorstop\b",
    ),
    sites=("pm.gov.au", "minister.gov.au", "ministers.gov.au", "foreignminister.gov.au"),
)
