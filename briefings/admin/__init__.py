"""The editor's desk: uploading, looking up, deciding. One file a kind of row."""

from briefings.admin import (  # noqa: F401  (each registers its pages)
    briefings,
    decisions,
    documents,
    names,
    records,
    transcripts,
    turns,
)
