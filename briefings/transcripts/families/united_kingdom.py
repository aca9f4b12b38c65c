"""Press conferences of the British government."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="united-kingdom",
    host="Government of the United Kingdom",
    marks=forms(
        r"downing\s+street.{0,80}(?:press\s+conference|briefing)",
        r"prime\s+minister.{0,30}statement\s+(?:on|at)\s+coronavirus",
    ),
    sites=("gov.uk",),
)
