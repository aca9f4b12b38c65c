"""What the search index has still to take in."""

from typing import ClassVar

from django.db import models


class IndexChange(models.Model):
    """The outbox of the search index: a briefing whose entries are out of date.

    Written in the transaction that changes the rows, removed when the index has taken it in.
    """

    briefing_id = models.BigIntegerField(db_index=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"briefing {self.briefing_id}"
