"""Pages that machines have translated and joined: pagers, stamps, labels set in many ways."""

import datetime

from tests.transcripts.parsing.reading import read, turns

_TITLE = '"Bright Coast" press conference (second session): harbours\n\n'
_STAMP = "Time: 2023-08-30 08:41:07 Source: Coast Information Office Views: 93 times\n\n"
_LEDE = (
    "On August 29, the Information Office held a press conference. Hou Lian, deputy director of "
    "the Harbour Department, and Rao Yan, director of the Salt Office, attended and answered "
    "reporters' questions. Fan Jun, deputy director of the Press Division, presided over.\n\n"
)


def test_labels_of_one_person_and_of_reporters_are_set_in_many_ways() -> None:
    transcript = read(
        _TITLE + _STAMP + _LEDE + "Host Fan Jun:\n\nGood morning. Director Hou first, please.\n\n"
        "Hou Lian:\n\nFriends from the media, good morning. We have 46 harbours and\n\n"
        "[1] [2] [3] Next page >> Last page\n\n" + _TITLE + _STAMP + "more to come. Thank you.\n\n"
        "Host Fan Jun:\n\nThank you. Now it is time to ask questions.\n\n"
        "Coast Daily reporter:\n\nHow many piers are planned?\n\nHou Lian:\n\nTwelve.\n\n"
        "reporter from Red Coast News: How do you deal with scalpers?\n\n"
        "Director Rao Yan: Our attitude is zero tolerance.\n\n"
        "Host:\n\nPlease continue to ask questions.\n\n"
        "Our readers worry about the salt. May I ask Director Rao, will it last?\n\n"
        "Rao Yan:\n\nIt will.\n\nHost:\n\nThat is all for today, goodbye.\n\n"
        "Editor in charge: Xiao Q. Review: Ma\n\n"
        "Scan the QR code to open on your mobile phone [Print] [Close]"
    )
    assert transcript.header.date == datetime.date(2023, 8, 29)
    asked = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [turn.outlet for turn in asked] == ["Coast Daily", "Red Coast News", None]
    answers = [turn.speaker for turn in transcript.turns if turn.kind == "answer"]
    assert answers == ["Hou Lian", "Rao Yan", "Rao Yan"]
    titles = {person.name: person.title for person in transcript.header.participants}
    assert titles["Rao Yan"] == "director of the Salt Office"  # labelled "Director Rao Yan"
    leads = {turn.speaker for turn in transcript.turns if turn.kind == "moderation"}
    assert leads == {"Fan Jun"}  # "Host" is whom "Host Fan Jun" names
    assert turns(transcript)[-1][2] == "That is all for today, g"
    assert not any("page" in text for turn in transcript.turns for text in turn.paragraphs)


def test_reporter_in_mid_sentence_is_no_label() -> None:
    transcript = read(
        "Press conference\n\n4 May 2023\n\nModerator: Welcome.\n\nQuestion: Who asked?\n\n"
        "Minister Roe: I was told by the\n\nreporter from Red Coast News: Nobody knows.\n\n"
        "Question: And then?\n\nMinister Roe: Nothing."
    )
    assert len(transcript.turns) == 5
