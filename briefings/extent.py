"""How much of a briefing a partial document holds, as its own pager tells."""

import re

from django.utils.translation import gettext as _

from .models import Kind, Transcript

# The numbers of a pager are consecutive from 1, "1  2  3 … 11  >"; a lone "3" is a page's foot.
NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
FEWEST = 2


def extent(transcript: Transcript, first_kind: str | None) -> str:
    """Return in words which pages a partial document holds, "" where it does not tell.

    ``first_kind`` is the kind of its first turn: a document that begins with the moderator's or a
    speaker's opening is the first page.
    """
    lines = transcript.text.splitlines()
    pagers = [
        numbers
        for first, last, reason in transcript.furniture
        if reason == "pager"
        and len(numbers := [int(n) for n in NUMBER.findall(" ".join(lines[first - 1 : last]))])
        >= FEWEST
    ]
    if not pagers:
        return ""
    of = max(max(numbers) for numbers in pagers)
    held = len(pagers)
    if held >= of:
        return ""
    if held == 1 and 1 in pagers[0] and first_kind in {Kind.MODERATION, Kind.REMARKS}:
        return _("the first page of %(of)d only") % {"of": of}
    return _("%(held)d of %(of)d pages only") % {"held": held, "of": of}
