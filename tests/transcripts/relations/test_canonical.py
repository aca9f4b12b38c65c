"""Which of a briefing's transcripts stands for it."""

import pytest

from briefings.transcripts.relations import Version, choose_canonical


@pytest.mark.parametrize(
    ("versions", "chosen", "reason"),
    [
        ([Version(False, 1)], 0, "the only document"),
        ([Version(False, 1), Version(True, 2)], 1, "the only complete"),
        ([Version(True, 1, official=False), Version(True, 2)], 1, "host's own"),
        ([Version(True, 1), Version(True, 2, official=True)], 1, "host's own"),
        ([Version(False, 1, labelled=False), Version(False, 2, part=True)], 1, "says who speaks"),
        ([Version(True, 1, part=True), Version(True, 2)], 1, "holds"),
        ([Version(True, 1, exchanges=3), Version(True, 2, exchanges=9)], 1, "most exchanges"),
        ([Version(True, 2), Version(True, 1)], 1, "received first"),
        ([Version(False, 1, official=True), Version(True, 2, official=False)], 1, "complete"),
    ],
)
def test_it_follows_the_rule_and_says_so(versions: list[Version], chosen: int, reason: str) -> None:
    place, words = choose_canonical(versions)
    assert place == chosen
    assert reason in words


def test_the_order_in_which_versions_come_does_not_matter() -> None:
    first, second, third = Version(True, 1), Version(True, 2), Version(False, 3)
    assert choose_canonical([third, second, first])[0] == 2
    assert choose_canonical([first, second, third])[0] == 0


def test_a_briefing_without_documents_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        choose_canonical([])
