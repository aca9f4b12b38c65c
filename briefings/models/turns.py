"""The words under one label, who they are attributed to, and the keys that cite them."""

import secrets
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from briefings.models.choices import Attribution, Kind
from briefings.models.documents import Transcript
from briefings.models.names import Outlet, Speaker
from briefings.querysets import TurnQuerySet

# 10 characters of this alphabet are 49 bits: a million turns meet a collision with odds of one in
# a thousand, and the unique constraint catches that one. No vowels, so no words; no look-alikes.
KEY_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
KEY_LENGTH = 10


def new_key() -> str:
    """Return a random public key for a turn."""
    return "".join(secrets.choice(KEY_ALPHABET) for _ in range(KEY_LENGTH))


def _known_how(value: str) -> list[models.CheckConstraint]:
    """Return what must hold of a turn's ``value``: one that is known says how, and from where.

    An editor may also have set that there is none.
    """
    how, source = f"{value}_attribution", f"{value}_source"
    absent = (
        models.Q(reporter="") if value == "reporter" else models.Q(**{f"{value}__isnull": True})
    )
    return [
        models.CheckConstraint(
            condition=(absent & models.Q(**{f"{how}__in": ["", Attribution.EDITOR]}))
            | (~absent & ~models.Q(**{how: ""})),
            name=f"{value}_says_how_it_is_known",
        ),
        models.CheckConstraint(
            condition=models.Q(**{how: Attribution.OTHER_VERSION, f"{source}__isnull": False})
            | (
                ~models.Q(**{how: Attribution.OTHER_VERSION})
                & models.Q(**{f"{source}__isnull": True})
            ),
            name=f"{value}_from_another_version_names_it",
        ),
    ]


class Turn(models.Model):
    """The words under one label. ``text`` holds the paragraphs, one a line."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="turns")
    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind)
    label = models.TextField(blank=True, help_text=_("The cue as printed."))
    text = models.TextField()
    words = models.PositiveIntegerField(default=0)
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    exchange = models.PositiveIntegerField(null=True, blank=True)
    question = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies"
    )
    speaker_name = models.CharField(
        max_length=250, blank=True, help_text=_("As the document gives it, before resolving.")
    )
    speaker = models.ForeignKey(
        Speaker, null=True, blank=True, on_delete=models.PROTECT, related_name="turns"
    )
    speaker_attribution = models.CharField(max_length=20, choices=Attribution, blank=True)
    speaker_source = models.ForeignKey(
        Transcript, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outlet_name = models.CharField(
        max_length=250, blank=True, help_text=_("As the document gives it, before resolving.")
    )
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="turns"
    )
    outlet_attribution = models.CharField(max_length=20, choices=Attribution, blank=True)
    outlet_source = models.ForeignKey(
        Transcript, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reporter = models.CharField(max_length=250, blank=True)
    reporter_attribution = models.CharField(max_length=20, choices=Attribution, blank=True)
    reporter_source = models.ForeignKey(
        Transcript, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The turn of the canonical transcript that says the same, and how alike (0 to 1).
    aligned = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="aligned_from"
    )
    alignment_score = models.FloatField(null=True, blank=True)

    objects: ClassVar = TurnQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["transcript_id", "sequence"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["transcript", "sequence"], name="one_turn_a_place"),
            models.CheckConstraint(
                condition=models.Q(kind__in=Kind.values), name="turn_has_a_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(first_line__lte=models.F("last_line")),
                name="turn_lines_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(alignment_score__isnull=True)
                | models.Q(alignment_score__gte=0, alignment_score__lte=1),
                name="alignment_score_from_0_to_1",
            ),
            *_known_how("speaker"),
            *_known_how("outlet"),
            *_known_how("reporter"),
        ]
        indexes: ClassVar = [models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return f"{self.label or self.kind}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        """Return the permalink, which leads to the turn in its place."""
        return reverse("briefings:turn", args=[self.key])

    @property
    def paragraphs(self) -> list[str]:
        """The turn's paragraphs in order."""
        return self.text.split("\n")


class KindManager(models.Manager["Turn"]):
    """Only the turns of one kind."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> models.QuerySet["Turn"]:
        """Return the turns of that kind."""
        return super().get_queryset().filter(kind=self.kind)


class Question(Turn):
    """A turn in which a reporter asks."""

    objects: ClassVar[models.Manager["Question"]] = KindManager(Kind.QUESTION)  # type: ignore[assignment]

    class Meta:
        proxy = True


class Answer(Turn):
    """A turn that answers a question."""

    objects: ClassVar[models.Manager["Answer"]] = KindManager(Kind.ANSWER)  # type: ignore[assignment]

    class Meta:
        proxy = True


class Statement(Turn):
    """A turn of opening or closing remarks."""

    objects: ClassVar[models.Manager["Statement"]] = KindManager(Kind.REMARKS)  # type: ignore[assignment]

    class Meta:
        proxy = True


class TurnRedirect(models.Model):
    """A key, or a paragraph of it, that was cited once and now lies elsewhere."""

    key = models.CharField(max_length=KEY_LENGTH)
    paragraph = models.PositiveIntegerField(default=0, help_text=_("From 1; 0 is the whole turn."))
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="redirects")
    to_paragraph = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "paragraph"], name="one_redirect_a_place")
        ]

    def __str__(self) -> str:
        return f"{self.key} → {self.turn_id}"
