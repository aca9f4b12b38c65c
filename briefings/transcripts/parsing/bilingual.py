"""Documents in which everything comes twice: label and paragraphs in Chinese and in English.

"向明:" and "Xiang Ming:" on two lines, then the words in both, are one turn in two languages. Names
are given in both, the Latin one first: "Xiang Ming / 向明".
"""

from collections.abc import Callable, Sequence

from briefings.transcripts.parsing.blocks import Cue
from briefings.transcripts.parsing.language import HAN
from briefings.transcripts.parsing.turns import Draft

SIGN = " / "
Test = Callable[[Draft, Draft], bool]


def pair(drafts: Sequence[Draft]) -> list[Draft]:
    """Join turns that are one turn in two languages.

    Either the labels stand together above the words, or the words of one language are said whole
    under the one label before the other follows; the latter only where it goes on all through.
    """
    together = _join(drafts, lambda first, second: not first.paragraphs)
    halves = sum(
        _one_script(a) and _one_script(b) and _other_scripts(a, b)
        for a, b in zip(together[::2], together[1::2], strict=False)
    )
    if len(together) >= 4 and halves * 2 >= 0.9 * (len(together) - 1):
        return _join(together, lambda first, second: _one_script(first) and _one_script(second))
    return together


def _join(drafts: Sequence[Draft], test: Test) -> list[Draft]:
    joined: list[Draft] = []
    waiting: Draft | None = None
    for draft in drafts:
        if waiting is not None and test(waiting, draft) and _other_scripts(waiting, draft):
            joined[-1] = _one(waiting, draft)
            waiting = None
        else:
            joined.append(draft)
            waiting = draft
    return joined


def _one(first: Draft, second: Draft) -> Draft:
    assert first.cue and second.cue  # noqa: S101 (narrowing; _other_scripts saw to it)
    label = f"{first.cue.label}{SIGN}{second.cue.label}"
    cue = Cue(label, second.cue.start, second.cue.style, "label in two languages")
    return Draft(
        cue,
        first.first_line,
        second.last_line,
        first.paragraphs + second.paragraphs,
        first.blocks + second.blocks,
    )


def _other_scripts(first: Draft, second: Draft) -> bool:
    if not first.label or not second.label:
        return False
    return bool(HAN.search(first.label)) != bool(HAN.search(second.label))


def _one_script(draft: Draft) -> bool:
    if not draft.label or SIGN in draft.label or not draft.paragraphs:
        return False
    chinese = bool(HAN.search(draft.label))
    return all(bool(HAN.search(text)) == chinese for text in draft.paragraphs)


def parts(label: str) -> list[str]:
    """Return the labels that one label in two languages is made of."""
    first, sign, second = label.partition(SIGN)
    if sign and bool(HAN.search(first)) != bool(HAN.search(second)):
        return [first, second]
    return [label]


def both(names: Sequence[str | None]) -> str | None:
    """Return a name in two languages, the Latin form first."""
    known = [name for name in names if name]
    known.sort(key=lambda name: bool(HAN.search(name)))
    return SIGN.join(dict.fromkeys(known)) or None
