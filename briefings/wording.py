"""Sentences that are written in English, in the interface's language.

``transcripts`` and ``ingest`` write in English what they could not place, why two documents are one
briefing, and why a file cannot be read; the rows keep those words. The index says in English why it
does not answer. Here each sentence is known by
its form, "%(name)s is empty.", and said again in the language of whoever reads it. What is not
known here is shown as it was written.
"""

import re
from collections.abc import Iterator
from functools import cache

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

SENTENCES = (
    # What could not be placed in a document.
    _("A question stands without the label of who asks."),
    _("Claimed by %(families)s; read as generic."),
    _("No label says who speaks; the text is kept as one turn."),
    _("Nothing is said under the label %(label)s."),
    _("The label %(label)s is taken for %(name)s, misspelt."),
    _("The reader failed here (%(error)s); the text is kept as one turn."),
    _("This line fits nowhere."),
    _("%(count)s control characters were replaced by �."),
    _("%(count)s places could not be decoded as %(encoding)s and show as �."),
    _("Bytes of Windows-1252 among those of UTF-8 were read as such."),
    _("The front matter is no valid YAML: %(reason)s."),
    _("“%(name)s…” is too long for a name; the archive does not guess."),
    _("“%(name)s” may be %(names)s; the archive does not guess."),
    _(
        "Exchange %(exchange)s: this document gives the %(what)s as “%(value)s”, %(document)s as "
        "“%(other)s”. Each keeps its own."
    ),
    _(
        "this document gives the %(what)s as “%(value)s”, %(document)s as “%(other)s”. "
        "Each keeps its own."
    ),
    _(
        "Exchange %(exchange)s: the %(what)s is not in this document; %(document)s gives "
        "“%(value)s”, %(second)s gives “%(other)s”. It stays open."
    ),
    _(
        "the %(what)s is not in this document; %(document)s gives “%(value)s”, "
        "%(second)s gives “%(other)s”. It stays open."
    ),
    # Why a transcript stands for its briefing.
    _("It is the only document of this briefing."),
    _("It is the only complete one."),
    _("It is complete."),
    _("It is the only one that says who speaks."),
    _("It says who speaks."),
    _("It is the only one that is the host's own text."),
    _("It is the host's own text."),
    _("It holds another one whole."),
    _("It holds the others whole."),
    _("It holds the most exchanges."),
    _("It was received first."),
    _("An editor chose it."),
    # Why two documents are one briefing, or are not.
    _("An editor joined the two."),
    _("Another document of the briefing joins the two."),
    _(
        "%(words)s words stand in both in the same order, %(share)s of the shorter side; "
        "%(same)s of them are the same words."
    ),
    _("One holds %(words)s words that the other lacks."),
    _(
        "%(number)s telling figures stand in both in the same order, %(share)s of those of the "
        "side that has fewer: %(figures)s."
    ),
    _(
        "%(number)s telling figures stand in both in the same order, %(share)s of those of the "
        "side that has fewer."
    ),
    _("Too little is shared for the wording alone to decide."),
    _("So few words may be a formula or a quotation."),
    _("One of them holds nothing but the moderator's formulas."),
    _("They print the same date."),
    _("They print different dates."),
    _("They print the same place."),
    _("They print different places."),
    _("They print different dates, but the words are the same throughout."),
    _("The wording is alike but most figures differ, as in two reports of one form."),
    _("No speaker of one is a speaker of the other."),
    _("Neither the words nor the figures agree enough."),
    _("Both are in one language, yet they share hardly any wording."),
    # Why a file cannot be taken in.
    _("%(name)s has %(size)s MB; documents over %(most)s MB are not read."),
    _("%(name)s is empty."),
    _("%(name)s holds no text."),
    _("%(name)s is an archive; unpack it first."),
    _("%(name)s cannot be opened: %(reason)s."),
    _("%(name)s holds archives in archives more than %(most)s deep; they are not unpacked."),
    _("The archive %(name)s holds more than %(most)s files; pack fewer into each."),
    _(
        "%(member)s in the archive %(name)s has %(size)s MB; documents over %(most)s MB "
        "are not read."
    ),
    _("The archive %(name)s holds no documents."),
    _("The archive %(name)s is protected by a password (%(member)s); pack it without one."),
    _(
        "The archive %(name)s is too large when unpacked (at %(member)s); up to %(most)s MB "
        "are unpacked."
    ),
    _("The archive %(name)s is damaged at %(member)s; pack it anew."),
    _(
        "The page %(name)s nests more than %(most)s elements in one another; such a page is "
        "not read."
    ),
    _("The page %(name)s has more than %(most)s elements; such a page is not read."),
    _(
        "The page %(name)s holds no text; a page that scripts fill must be saved from a browser "
        "after it is shown."
    ),
    _(
        "%(name)s is not the page that was wanted but a server's error or sign-in page "
        "(“%(title)s”)."
    ),
    _("The saved page %(name)s holds no HTML."),
    _("The Word document %(name)s holds no text; a scanned page in it is a picture."),
    _("The Word document %(name)s is too large when unpacked; up to %(most)s MB of text are read."),
    _("%(name)s is protected by a password; save it without one and send it again."),
    _("%(name)s is a damaged Word document and cannot be read."),
    _("The encoding of %(name)s could not be told; save it as UTF-8 and send it again."),
    _("%(name)s holds binary data, not text: no format that is read here was recognised."),
    _("The PDF %(name)s holds no text."),
    _(
        "The fonts of %(name)s do not tell which characters they print; its text cannot be had "
        "without text recognition."
    ),
    _("%(name)s has %(number)s pages; documents over %(most)s pages are not read."),
    _("%(name)s is protected in a way that is not read here; save it without protection."),
    _("%(name)s is a damaged PDF and cannot be read."),
    _(
        "%(name)s draws more than printed text needs (at page %(page)s); up to %(most)s MB a page "
        "and %(all)s MB in all are read."
    ),
    _(
        "%(name)s is scanned: its pages are pictures without a text layer. Run it through text "
        "recognition first."
    ),
    _("%(name)s has %(number)s lines; more than %(most)s are not read."),
    _("Line %(line)s of %(name)s is %(number)s characters long; lines over %(most)s are not read."),
    _("%(name)s is in an old format of Office (.doc, .xls or .ppt); save it as DOCX."),
    _("%(name)s is an OpenDocument or EPUB file; save it as DOCX."),
    _("%(name)s is %(what)s; text, Markdown, HTML, DOCX, PDF and ZIP are read here."),
    _("%(name)s is a damaged ZIP or DOCX file and cannot be opened."),
    _("%(name)s is %(what)s; save its text as DOCX."),
    _("It could not be taken in (%(error)s); nothing was kept."),
    _(
        "%(name)s can be read, but nobody speaks in it: none of its %(lines)s lines is a name "
        "followed by what that person said. Is it the transcript of a briefing, and the whole of "
        "it?"
    ),
    # Why the index does not answer a search.
    _("The search index has not been built. Run “manage.py rebuild_index” to build it."),
    _("The search index is damaged. Run “manage.py rebuild_index” to build it."),
    _(
        "The search index was made by another version or program. Run “manage.py rebuild_index” "
        "to build it."
    ),
    # Why names cannot be merged, or not be parted again.
    _("A merge needs two different speakers, or two different outlets."),
    _("This merge has been undone already."),
    _("%(name)s was put into a row that has itself been merged since; undo that merge first."),
)
# What stands for %(what)s above.
PHRASES = (
    *(_("a PNG picture"), _("a JPEG picture"), _("a GIF picture"), _("a TIFF picture")),
    *(_("an MP3 recording"), _("a recording"), _("a recording or picture")),
    *(_("a video"), _("a video or picture"), _("a program"), _("a database")),
    _("a Rich Text file; save it as DOCX or plain text"),
    *(_("a RAR archive; pack it as ZIP"), _("a 7z archive; pack it as ZIP")),
    _("a gzip archive; unpack it or pack it as ZIP"),
    _("a bzip2 archive; unpack it or pack it as ZIP"),
    _("an xz archive; unpack it or pack it as ZIP"),
    _("a PostScript file; save it as PDF"),
    _("a web archive of Safari; save the page as HTML"),
    *(_("an Excel sheet"), _("a PowerPoint file"), _("an XML file"), _("JSON data")),
    *(_("outlet"), _("reporter"), _("speaker"), _("date"), _("place")),
)
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def reword(sentence: str) -> str:
    """Return one of these sentences in the language in force, any other as it is."""
    if (get_language() or "en").startswith("en"):
        return sentence
    known = form_of(sentence)
    if known is None:
        return sentence
    form, parts = known
    return gettext(form) % {
        name: gettext(part) if part in PHRASES else part for name, part in parts.items()
    }


def form_of(sentence: str) -> tuple[str, dict[str, str]] | None:
    """Return the form of a sentence and what stands in its gaps, None where it is not known."""
    for form, pattern in _patterns():
        if match := pattern.fullmatch(sentence):
            return form, match.groupdict()
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the forms, those that leave least open first, with what recognises each."""
    ordered = sorted(SENTENCES, key=lambda form: -len(_PLACEHOLDER.sub("", form)))
    return tuple((form, re.compile("".join(_pieces(form)), re.DOTALL)) for form in ordered)


def _pieces(form: str) -> Iterator[str]:
    """Yield a form's words and gaps as parts of a regular expression."""
    for index, piece in enumerate(_PLACEHOLDER.split(form)):
        yield f"(?P<{piece}>.+?)" if index % 2 else re.escape(piece)
