"""Press conferences at NATO."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="nato",
    host="NATO",
    marks=forms(
        r"press\s+conference\b.{0,40}\bby\s+(?:the\s+)?NATO\s+secretary\s+general",
        r"\bNATO\s+secretary\s+general\b.{0,120}press\s+(?:conference|point|briefing)",
    ),
    sites=("nato.int",),
)
