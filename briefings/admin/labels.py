"""The names of models and columns, as the editor's desk shows them, in the interface's language.

Django makes these names of the code's own words; they are marked here, in one place, so that the
models need not repeat each column's name beside it.
"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

NAMES = (
    # Models.
    *(_("answer"), _("answers"), _("appearance"), _("appearances"), _("briefing"), _("briefings")),
    *(_("decision"), _("decisions"), _("fingerprint"), _("fingerprints"), _("index change")),
    *(_("index changes"), _("merge"), _("merges"), _("old slug"), _("old slugs"), _("outlet")),
    *(_("outlets"), _("outlet alias"), _("outlet aliases"), _("proposal"), _("proposals")),
    *(_("question"), _("questions"), _("series"), _("source document"), _("source documents")),
    *(_("speaker"), _("speakers"), _("speaker alias"), _("speaker aliases"), _("statement")),
    *(_("statements"), _("transcript"), _("transcripts"), _("turn"), _("turns")),
    *(_("turn redirect"), _("turn redirects")),
    # Columns.
    *(_("aliases"), _("aligned"), _("alignment score"), _("briefing id"), _("canonical")),
    *(_("canonical reason"), _("complete"), _("confirmed"), _("content"), _("created")),
    *(_("date"), _("date attribution"), _("date source"), _("decided"), _("decided by")),
    *(
        _("document"),
        _("edited title"),
        _("evidence"),
        _("exchange"),
        _("family"),
        _("fingerprint version"),
    ),
    *(_("first line"), _("furniture"), _("host"), _("issues"), _("kept id"), _("key"), _("kind")),
    *(_("label"), _("language"), _("last line"), _("media type"), _("merged"), _("merged by")),
    *(_("merged id"), _("name"), _("normal"), _("note"), _("other"), _("outlet attribution")),
    *(_("outlet name"), _("outlet source"), _("paragraph"), _("parser version"), _("place")),
    *(_("place attribution"), _("place source"), _("printed header"), _("received")),
    *(_("received by"), _("received from"), _("relation"), _("relation evidence")),
    *(_("relation score"), _("reporter"), _("reporter attribution"), _("reporter source")),
    *(_("role"), _("scheme"), _("score"), _("sequence"), _("sha256"), _("size"), _("slug")),
    *(_("source"), _("source url"), _("speaker attribution"), _("speaker name")),
    *(_("speaker source"), _("status"), _("target"), _("target id"), _("text"), _("time")),
    *(_("title"), _("to paragraph"), _("undone"), _("updated"), _("value"), _("verdict")),
    *(_("withdrawn"), _("words")),
)
# What the lines of a document are taken for, and what a document is to its briefing.
WORDS = (_("header"), _("version"))


def translate_names(config: AppConfig) -> None:
    """Let the names of an application's models and columns follow the interface's language.

    Only what is shown is changed: migrations hold what the models themselves say.
    """
    for model in config.get_models():
        options = model._meta
        options.verbose_name = gettext_lazy(str(options.verbose_name))
        options.verbose_name_plural = gettext_lazy(str(options.verbose_name_plural))
        for field in options.local_fields:
            field.verbose_name = gettext_lazy(str(field.verbose_name))
