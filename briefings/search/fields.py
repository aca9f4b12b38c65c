"""Haystack fields that say how our engines take a value in."""

from haystack import indexes


class StemsField(indexes.CharField):
    """A text found by its words in any form: stems with their frequencies, no places."""

    field_type = "stems"


class ExactField(indexes.CharField):
    """A text found by its words as written: words with their places."""

    field_type = "exact"


class NumberField(indexes.IntegerField):
    """A whole number to filter, count and sort by, kept as a column; 0 is unknown.

    Documents are found by it where it is ``indexed``.
    """

    field_type = "number"


class KeywordField(indexes.CharField):
    """A short value taken whole, kept as a column; "" is unknown.

    Documents are found by it where it is ``indexed``.
    """

    field_type = "keyword"
