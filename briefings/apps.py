"""The application's configuration."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """Press briefings: reading, relating, searching and showing them."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "briefings"
