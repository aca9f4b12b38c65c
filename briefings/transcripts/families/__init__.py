"""Whose briefing is it? One file a family; the generic family reads what none claims."""

from collections.abc import Mapping, Sequence

from briefings.transcripts.families import (
    australia,
    european_commission,
    generic,
    mexico,
    mfa,
    mofcom,
    nato,
    nhc,
    pentagon,
    scio,
    spain,
    state_department,
    united_kingdom,
    united_nations,
    white_house,
)
from briefings.transcripts.families.family import Family, named

__all__ = ["FAMILIES", "GENERIC", "Family", "recognise"]

GENERIC = generic.FAMILY
FAMILIES: Mapping[str, Family] = named(
    module.FAMILY
    for module in (
        scio, mfa, mofcom, nhc, white_house, state_department, pentagon, united_nations, nato,
        european_commission, united_kingdom, australia, mexico, spain, generic,
    )
)  # fmt: skip


def recognise(header: str, address: str = "") -> tuple[Family, Sequence[str]]:
    """Return the family a header names, and the names of all that claim it.

    ``header`` is the text above the first turn with the title, ``address`` where the document was
    published. The document's own words go before its address. More than one claim: generic, and
    the caller tells of it.
    """
    known = [family for family in FAMILIES.values() if family is not GENERIC]
    claims = [family for family in known if family.claims(header)]
    if len(claims) != 1 and address:
        published = [family for family in claims or known if family.publishes(address.lower())]
        claims = published if len(published) == 1 else claims
    if len(claims) == 1:
        return claims[0], (claims[0].name,)
    return GENERIC, tuple(family.name for family in claims)
