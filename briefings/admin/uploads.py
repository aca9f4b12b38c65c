"""The form that takes a transcript in: a file, or pasted text."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024
PASTED = "pasted.txt"


class UploadForm(forms.Form):
    """A file or a text, and where it is from."""

    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label=_("File"),
        help_text=format_lazy(
            _("Text, Markdown, HTML, DOCX, PDF, or a ZIP archive of these; up to {most} MB."),
            most=settings.MAX_UPLOAD_BYTES // MEGABYTE,
        ),
    )
    text = forms.CharField(
        required=False,
        strip=False,
        label=_("Or the text itself"),
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField"}),
    )
    source_url = forms.URLField(
        required=False,
        max_length=1000,
        assume_scheme="https",
        label=_("Where it is from"),
        help_text=_("The address of the page it was taken from, if there is one."),
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )

    def clean_file(self) -> UploadedFile | None:
        """Refuse a file that is too large before it is read."""
        file: UploadedFile | None = self.cleaned_data["file"]
        if file and file.size and file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _("%(name)s has %(size).1f MB; files up to %(most)d MB are taken in."),
                code="too-large",
                params={
                    "name": file.name,
                    "size": file.size / MEGABYTE,
                    "most": settings.MAX_UPLOAD_BYTES // MEGABYTE,
                },
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways."""
        cleaned = super().clean() or {}
        text = (cleaned.get("text") or "").strip()
        if cleaned.get("file") and text:
            raise forms.ValidationError(_("Give a file or a text, not both."), code="both")
        if not cleaned.get("file") and not text and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste a text."), code="neither")
        return cleaned

    def received(self) -> tuple[str, bytes]:
        """Return the name and the bytes of what was sent."""
        file = self.cleaned_data["file"]
        if file:
            return file.name, file.read()
        return PASTED, self.cleaned_data["text"].encode()
