"""Speakers and outlets, all that they are printed as, and what editors merged."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from briefings.querysets import OutletQuerySet, SpeakerQuerySet


class Name(models.Model):
    """A person or an organisation, known under one name and any number of aliases."""

    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    confirmed = models.BooleanField(
        default=False, help_text=_("An editor or the shipped table vouches for this name.")
    )

    class Meta:
        abstract = True
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """A name as printed; ``normal`` is the form that look-ups compare.

    One printed name may belong to two people: it is then ambiguous, and nobody is guessed.
    """

    name = models.CharField(max_length=250)
    normal = models.CharField(max_length=250, db_index=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Speaker(Name):
    """One person who speaks at briefings."""

    objects: ClassVar = SpeakerQuerySet.as_manager()

    class Meta(Name.Meta):
        pass

    def get_absolute_url(self) -> str:
        """Return the address of the speaker's page."""
        return reverse("briefings:speaker", args=[self.slug])


class Outlet(Name):
    """One organisation whose reporters ask."""

    objects: ClassVar = OutletQuerySet.as_manager()

    class Meta(Name.Meta):
        pass

    def get_absolute_url(self) -> str:
        """Return the address of the outlet's page."""
        return reverse("briefings:outlet", args=[self.slug])


class SpeakerAlias(Alias):
    """A speaker's name as printed."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="aliases")

    class Meta(Alias.Meta):
        verbose_name_plural = "speaker aliases"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["speaker", "normal"], name="one_alias_a_speaker")
        ]


class OutletAlias(Alias):
    """An outlet's label as printed."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="aliases")

    class Meta(Alias.Meta):
        verbose_name_plural = "outlet aliases"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["outlet", "normal"], name="one_alias_an_outlet")
        ]


class Merge(models.Model):
    """Two rows that an editor found to be one speaker or one outlet; kept so it can be undone."""

    class Target(models.TextChoices):
        """What was merged."""

        SPEAKER = "speaker", _("speakers")
        OUTLET = "outlet", _("outlets")

    target = models.CharField(max_length=20, choices=Target)
    kept_id = models.BigIntegerField(help_text=_("The row that stayed."))
    merged_id = models.BigIntegerField(help_text=_("The number of the row that went."))
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=120, allow_unicode=True)
    confirmed = models.BooleanField()
    aliases = models.JSONField(help_text=_("The aliases there were: [name, normal, did it move?]"))
    old_slugs = models.JSONField(default=list, help_text=_("The old addresses that moved."))
    turns = models.JSONField(
        default=list,
        help_text=_("Keys of the turns that an editor had given to the row that went."),
    )
    merged = models.DateTimeField(auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    undone = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-merged", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(kept_id=models.F("merged_id")), name="merge_joins_two"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} → {self.get_target_display()} {self.kept_id}"
