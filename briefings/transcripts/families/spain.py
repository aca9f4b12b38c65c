"""Press conferences of the government of Spain (La Moncloa)."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="spain",
    host="Gobierno de España",
    marks=forms(
        r"complejo\s+de\s+la\s+moncloa|\bla\s+moncloa\b",
        r"rueda\s+de\s+prensa\s+(?:posterior\s+al|tras\s+el|"
        r"después\s+del)\s+consejo\s+de\s+ministros",
        r"presidente\s+del\s+gobierno\b.{0,80}(?:rueda|conferencia)\s+de\s+prensa",
    ),
    sites=("lamoncloa.gob.es",),
)
