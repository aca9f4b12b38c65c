"""The editor's desk: uploading, looking up, deciding. One file a kind of row."""

from django.apps import apps
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from briefings.admin import (  # noqa: F401  (each registers its pages)
    briefings,
    decisions,
    documents,
    names,
    records,
    transcripts,
    turns,
)
from briefings.admin.labels import translate_names

translate_names(apps.get_app_config("briefings"))

admin.site.site_header = _("The editors' desk")
admin.site.site_title = _("Editors' desk")
admin.site.index_title = _("Documents, briefings, names")
