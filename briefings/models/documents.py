"""Received files, and what each says of one briefing."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.models.briefings import Briefing
from briefings.models.choices import Attribution, Relation
from briefings.querysets import TranscriptQuerySet


class SourceDocument(models.Model):
    """One file as received: never changed or deleted by the software."""

    name = models.CharField(max_length=250)
    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()
    source_url = models.URLField(max_length=1000, blank=True)
    received = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    received_from = models.CharField(
        max_length=250, blank=True, help_text=_("The container (an archive's name) it came in.")
    )

    class Meta:
        ordering: ClassVar = ["-received", "-pk"]

    def __str__(self) -> str:
        return self.name


class Transcript(models.Model):
    """What one document says of one briefing."""

    document = models.OneToOneField(
        SourceDocument, on_delete=models.PROTECT, related_name="transcript"
    )
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="transcripts")
    family = models.CharField(max_length=60)
    language = models.CharField(max_length=20)
    complete = models.BooleanField(default=False)
    relation = models.CharField(max_length=20, choices=Relation, blank=True)
    relation_score = models.FloatField(null=True, blank=True)
    relation_evidence = models.JSONField(default=dict, blank=True)
    # The header as this document prints it; the date and place in force, with how they are known,
    # stand beside it (an undated transcript takes its date from an aligned one).
    printed_header = models.JSONField(default=dict, blank=True)
    edited_title = models.CharField(
        max_length=500,
        blank=True,
        help_text=_("What an editor calls it; empty where the document's own title stands."),
    )
    date = models.DateField(null=True, blank=True)
    date_attribution = models.CharField(max_length=20, choices=Attribution, blank=True)
    date_source = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    place = models.CharField(max_length=250, blank=True)
    place_attribution = models.CharField(max_length=20, choices=Attribution, blank=True)
    place_source = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(help_text=_("The extracted text that line numbers count."))
    furniture = models.JSONField(default=list, blank=True)
    issues = models.JSONField(default=list, blank=True)
    parser_version = models.CharField(max_length=20)
    fingerprint_version = models.CharField(max_length=20, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    objects: ClassVar = TranscriptQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(relation__in=["", *Relation.values]), name="relation_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.briefing} ({self.document})"
