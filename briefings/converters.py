"""What a path may hold."""

from django.urls.converters import IntConverter


class RowNumber(IntConverter):
    """A row's number that every database can hold: a longer one is no address at all."""

    regex = "[0-9]{1,18}"
