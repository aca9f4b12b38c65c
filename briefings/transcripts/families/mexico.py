"""Morning press conferences of the President of Mexico."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="mexico",
    host="Presidencia de la República (México)",
    marks=forms(
        r"versión\s+estenográfica",
        r"conferencia\s+de\s+prensa\s+matutina",
        r"conferencia\s+de\s+prensa\s+(?:del\s+presidente|de\s+la\s+presidenta)\b.{0,80}\bméxico\b",
    ),
    sites=("gob.mx", "lopezobrador.org.mx"),
)
