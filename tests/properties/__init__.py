"""What holds for any document: random ones, broken ones, huge ones, in every format.

Apart from ``tests/transcripts``, which takes a second or two; this takes longer.
"""
