"""What readers should not see before an editor has: texts in which hardly anything was found."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.models import Briefing, Transcript

# The parser's issues that leave open who speaks, by their codes.
UNLABELLED = {
    "no-labels": _("No label in the document says who speaks."),
    "reader-failed": _("The archive’s reader failed on the document."),
}


def is_labelled(issues: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether a transcript with these issues, as its row keeps them, says who speaks."""
    return not any(issue["code"] in UNLABELLED for issue in issues)


def doubt(issues: Iterable[Mapping[str, Any]], title: str | None, day: date | None) -> str:
    """Return a sentence on why a text may be no transcript of a briefing; "" where nothing says so.

    ``title`` and ``day`` are what is known of the briefing, from whichever document.
    """
    for issue in issues:
        if issue["code"] in UNLABELLED:
            return str(UNLABELLED[issue["code"]])
    return "" if title or day else gettext("Neither a title nor a date was found.")


def why_held(transcript: Transcript) -> str:
    """Return why readers do not see a transcript's briefing before an editor has; "" if they do."""
    briefing = transcript.briefing
    if briefing.status != Briefing.Status.HELD:
        return ""
    title = transcript.edited_title or transcript.printed_header.get("title")
    return doubt(transcript.issues, title, briefing.date)
