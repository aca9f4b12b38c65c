"""The archive's rows: briefings, the documents about them, and what was said.

A ``Briefing`` is the event; a ``SourceDocument`` is one received file, kept as received; a
``Transcript`` is what one document says of one briefing; a ``Turn`` is the words under one label.
Rows of the last two are written by ``ingest`` alone.
"""

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .querysets import (
    AppearanceQuerySet,
    BriefingQuerySet,
    OutletQuerySet,
    SeriesQuerySet,
    SpeakerQuerySet,
    TranscriptQuerySet,
    TurnQuerySet,
)

# 10 characters of this alphabet are 49 bits: a million turns meet a collision with odds of one in
# a thousand, and the unique constraint catches that one. No vowels, so no words; no look-alikes.
KEY_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
KEY_LENGTH = 10


def new_key() -> str:
    """Return a random public key for a turn."""
    return "".join(secrets.choice(KEY_ALPHABET) for _ in range(KEY_LENGTH))


class Kind(models.TextChoices):
    """What a turn does in a briefing."""

    MODERATION = "moderation", _("moderation")
    REMARKS = "remarks", _("remarks")
    QUESTION = "question", _("question")
    ANSWER = "answer", _("answer")
    HANDOFF = "handoff", _("hand-over")


class Role(models.TextChoices):
    """What a person is at a briefing."""

    SPEAKER = "speaker", _("speaker")
    MODERATOR = "moderator", _("moderator")


class Attribution(models.TextChoices):
    """How a value came to be known."""

    PRINTED = "printed", _("printed")
    HEADER = "header", _("from the header")
    INTRODUCED = "introduced", _("as the reporter says")
    FLOOR_GIVEN = "floor-given", _("as the moderator says")
    CONTINUED = "continued", _("a follow-up to the question before")
    OTHER_VERSION = "other-version", _("from another version")
    EDITOR = "editor", _("set by an editor")


class Relation(models.TextChoices):
    """What a transcript is to the canonical one of its briefing; the canonical one has none."""

    COPY = "copy", _("copy")
    EXCERPT = "excerpt", _("excerpt")
    REVISION = "revision", _("revision")
    TRANSLATION = "translation", _("translation")


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
        return f"{self.name} → {self.target} {self.kept_id}"


class Briefing(models.Model):
    """One event. Its facts are those of the canonical transcript, gaps filled from the others."""

    class Status(models.TextChoices):
        """Whether readers see the briefing."""

        DRAFT = "draft", _("draft")
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
                condition=models.Q(status__in=["draft", "published"]), name="briefing_has_a_status"
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

        BRIEFING = "briefing"
        SPEAKER = "speaker"
        OUTLET = "outlet"

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


class KindManager(models.Manager["Turn"]):
    """Only the turns of one kind."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> models.QuerySet["Turn"]:
        """Return the turns of that kind."""
        return super().get_queryset().filter(kind=self.kind)


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


class Appearance(models.Model):
    """A speaker's role and title at one briefing (titles change over the years)."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="appearances")
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="appearances")
    role = models.CharField(max_length=20, choices=Role)
    title = models.TextField(blank=True)
    source = models.ForeignKey(
        Transcript, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
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


class Fingerprint(models.Model):
    """One key of one transcript's fingerprint; transcripts that share keys may be one briefing."""

    class Scheme(models.TextChoices):
        """What the key was made from."""

        WORDS = "words"  # a run of words: copies, excerpts and revisions share it
        FIGURES = "figures"  # a figure that survives translation

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
        return f"{self.document} {self.verdict} {self.other or ''}".strip()


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
