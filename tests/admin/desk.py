"""What the tests of the editor's desk share: documents taken in, addresses, answers."""

from typing import Any

from django.urls import reverse

from briefings.ingest import ingest
from briefings.models import Transcript
from tests.documents import document

WHOLE = document("northern")
UPLOAD = "admin:briefings_sourcedocument_add"


def bring(text: str = WHOLE, name: str = "northern.txt") -> Transcript:
    """Take a document in, and return what was read in it."""
    return ingest(text.encode(), name).transcript


def page_of(row: Any, part: str = "change") -> str:
    """Return the address of a row's admin page, or of a button on it."""
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{part}", args=[row.pk])


def text_of(response: Any) -> str:
    """Return the HTML of an answer."""
    return str(response.content.decode())
