"""Which transcripts may be one briefing: keys to find them by, decisions, open questions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.models.choices import Relation
from briefings.models.documents import SourceDocument, Transcript


class Fingerprint(models.Model):
    """One key of one transcript's fingerprint; transcripts that share keys may be one briefing."""

    class Scheme(models.TextChoices):
        """What the key was made from."""

        WORDS = "words", _("words")  # of runs of words: copies, excerpts and revisions share them
        FIGURES = "figures", _("figures")  # a figure that survives translation

    transcript = models.ForeignKey(
        Transcript, on_delete=models.CASCADE, related_name="fingerprints"
    )
    scheme = models.CharField(max_length=10, choices=Scheme)
    value = models.BigIntegerField(help_text=_("A 63-bit hash."))

    class Meta:
        indexes: ClassVar = [models.Index(fields=["scheme", "value", "transcript"])]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Decision(models.Model):
    """An editor's word on two documents, or on which one is canonical; it outlives re-reading."""

    class Verdict(models.TextChoices):
        """What was decided."""

        SAME = "same", _("one briefing")
        DIFFERENT = "different", _("not one briefing")
        CANONICAL = "canonical", _("this one is canonical")

    document = models.ForeignKey(SourceDocument, on_delete=models.CASCADE, related_name="decisions")
    other = models.ForeignKey(
        SourceDocument, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    verdict = models.CharField(max_length=20, choices=Verdict)
    note = models.TextField(blank=True)
    decided = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-decided", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                # A pair is written in one order, so that it cannot be decided twice.
                condition=models.Q(verdict="canonical", other__isnull=True)
                | models.Q(
                    verdict__in=["same", "different"],
                    other__isnull=False,
                    document_id__lt=models.F("other_id"),
                ),
                name="decision_fits_its_verdict",
            ),
            models.UniqueConstraint(
                fields=["document", "other"],
                condition=models.Q(withdrawn__isnull=True),
                name="one_decision_a_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.get_verdict_display()} {self.other or ''}".strip()


class Proposal(models.Model):
    """Two transcripts that may be one briefing: not sure enough to join, so an editor is asked."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="proposals")
    other = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="+")
    relation = models.CharField(max_length=20, choices=Relation)
    score = models.FloatField()
    evidence = models.JSONField(default=dict, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-score"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["transcript", "other"], name="one_proposal_a_pair"),
            models.CheckConstraint(
                condition=models.Q(transcript_id__gt=models.F("other_id")),
                name="proposal_puts_the_later_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.transcript} ~ {self.other}"
