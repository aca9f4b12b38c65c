"""The events: briefings, their series, their old addresses, who appeared at them."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from briefings.models.choices import Role
from briefings.models.names import Speaker
from briefings.querysets import AppearanceQuerySet, BriefingQuerySet, SeriesQuerySet


class Series(models.Model):
    """Briefings of one host in one style."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    host = models.CharField(max_length=250, blank=True)
    family = models.CharField(max_length=60, blank=True)

    objects: ClassVar = SeriesQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the series' page."""
        return reverse("briefings:series", args=[self.slug])


class Briefing(models.Model):
    """One event. Its facts are those of the canonical transcript, gaps filled from the others."""

    class Status(models.TextChoices):
        """Whether readers see the briefing."""

        HELD = "held", _("waits for an editor")  # the archive is in doubt: ingest/doubting.py
        DRAFT = "draft", _("draft")  # an editor keeps it from readers
        PUBLISHED = "published", _("published")

    slug = models.SlugField(max_length=160, unique=True, allow_unicode=True)
    title = models.CharField(max_length=500)
    date = models.DateField(null=True, blank=True, db_index=True)
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=250, blank=True)
    host = models.CharField(max_length=250, blank=True)
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="briefings"
    )
    canonical = models.OneToOneField(
        "Transcript", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    canonical_reason = models.CharField(max_length=250, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.PUBLISHED)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    objects: ClassVar = BriefingQuerySet.as_manager()

    class Meta:
        # Databases differ in where they put what has no date; the archive puts it last.
        ordering: ClassVar = [models.F("date").desc(nulls_last=True), "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status__in=["held", "draft", "published"]),
                name="briefing_has_a_status",
            )
        ]

    def __str__(self) -> str:
        return f"{self.date or _('undated')}: {self.title}"

    def get_absolute_url(self) -> str:
        """Return the address of the briefing's page."""
        return reverse("briefings:briefing", args=[self.slug])


class OldSlug(models.Model):
    """An address that a briefing, a speaker or an outlet had once; it redirects for good."""

    class Target(models.TextChoices):
        """Which kind of page the slug belonged to."""

        BRIEFING = "briefing", _("briefing")
        SPEAKER = "speaker", _("speaker")
        OUTLET = "outlet", _("outlet")

    target = models.CharField(max_length=20, choices=Target)
    slug = models.SlugField(max_length=160, allow_unicode=True)
    target_id = models.BigIntegerField()
    # A briefing's address goes with the transcript that stood for it when briefings come apart.
    transcript = models.ForeignKey(
        "Transcript", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["target", "slug"], name="one_old_slug_a_target")
        ]

    def __str__(self) -> str:
        return f"{self.target}/{self.slug}"


class Appearance(models.Model):
    """A speaker's role and title at one briefing (titles change over the years)."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="appearances")
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="appearances")
    role = models.CharField(max_length=20, choices=Role)
    title = models.TextField(blank=True)
    source = models.ForeignKey(
        "Transcript", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects: ClassVar = AppearanceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["briefing", "speaker"], name="one_appearance_a_briefing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.speaker} ({self.title})"
