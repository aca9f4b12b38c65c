"""Which of a briefing's transcripts stands for it."""

from collections.abc import Sequence

from briefings.transcripts.relations.types import Version


def choose_canonical(versions: Sequence[Version]) -> tuple[int, str]:
    """Return the place of the canonical version and the reason, a sentence for readers.

    The rule: complete before partial, what says who speaks before what does not, the host's own
    text before a machine-made one, what holds another before what is part of it, more exchanges
    before fewer, and last the one received first.
    Raises ValueError when there are no versions.
    """
    if not versions:
        raise ValueError("A briefing has at least one transcript.")
    criteria = (
        ("It is the only complete one.", "It is complete.", lambda v: v.complete),
        ("It is the only one that says who speaks.", "It says who speaks.", lambda v: v.labelled),
        (
            "It is the only one that is the host's own text.",
            "It is the host's own text.",
            lambda v: {True: 2, None: 1, False: 0}[v.official],
        ),
        ("It holds another one whole.", "It holds the others whole.", lambda v: not v.part),
        ("It holds the most exchanges.", "It holds the most exchanges.", lambda v: v.exchanges),
        ("It was received first.", "It was received first.", lambda v: -v.received),
    )
    left = list(range(len(versions)))
    if len(left) == 1:
        return 0, "It is the only document of this briefing."
    reason = ""
    for alone, among, worth in criteria:
        best = max(worth(versions[place]) for place in left)
        kept = [place for place in left if worth(versions[place]) == best]
        if len(kept) < len(left):
            reason = alone if len(kept) == 1 and len(left) == len(versions) else among
        left = kept
        if len(left) == 1:
            break
    return left[0], reason
