"""Whatever no family claims: read by the general rules alone."""

from briefings.transcripts.families.family import Family

FAMILY = Family(name="generic", host="")
