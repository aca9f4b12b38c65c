"""What holds for any document: random, broken and huge ones, in every format, and two by two.

Apart from ``tests/transcripts``, which takes a second or two; this takes longer.
"""
