"""The words that columns hold, as the pure library has them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    ADDRESSED = "addressed", _("as the answer says")
    CONTINUED = "continued", _("a follow-up to the question before")
    OTHER_VERSION = "other-version", _("from another version")
    EDITOR = "editor", _("set by an editor")


class Relation(models.TextChoices):
    """What a transcript is to the canonical one of its briefing; the canonical one has none."""

    COPY = "copy", _("copy")
    EXCERPT = "excerpt", _("excerpt")
    REVISION = "revision", _("revision")
    TRANSLATION = "translation", _("translation")
