"""Midday briefings and press conferences of the European Commission."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="european-commission",
    host="European Commission",
    marks=forms(
        r"european\s+commission\b.{0,80}(?:midday|press)\s+(?:briefing|conference)",
        r"midday\s+(?:express|briefing)",
        r"press\s+(?:conference|statement|remarks)\s+by\s+(?:president\s+von\s+der\s+leyen|"
        r"(?:executive\s+)?vice-president)",
    ),
    sites=("ec.europa.eu", "commission.europa.eu"),
)
