"""The Whoosh engine."""

from haystack.backends.whoosh_backend import WhooshEngine as HaystackWhooshEngine


class WhooshEngine(HaystackWhooshEngine):
    """Haystack's Whoosh engine, to be extended with the column executor."""
