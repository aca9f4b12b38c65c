"""What a path may hold."""

from django.urls.converters import IntConverter, StringConverter


class RowNumber(IntConverter):
    """A row's number that every database can hold: a longer one is no address at all."""

    regex = "[0-9]{1,18}"


class Word(StringConverter):
    """A slug or a key: any letters, but no control characters, which PostgreSQL refuses."""

    regex = r"[^/\x00-\x1f\x7f]+"
