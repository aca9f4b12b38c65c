"""The application's configuration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class BriefingsConfig(AppConfig):
    """Press briefings: reading, relating, searching and showing them."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "briefings"
    verbose_name = _("Press briefings")

    def ready(self) -> None:
        """Have the group of editors made when the tables are."""
        from briefings.editors import make_editors

        post_migrate.connect(make_editors, sender=self)
