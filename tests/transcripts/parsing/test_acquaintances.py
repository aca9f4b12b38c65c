"""A reporter once named is known again: by the name alone, and under an outlet's label."""

from tests.transcripts.parsing.podium import outlets
from tests.transcripts.parsing.reading import read


def test_it_gives_a_printed_name_the_outlet_that_was_said_the_first_time() -> None:
    transcript = read(
        """Transcript of Chair Lund’s Press Conference

CHAIR LUND.  Good afternoon.  Rates stay where they are.

JO ROE.  Hi.  Jo Roe from Marketplace.  When will they fall?

CHAIR LUND.  We will see.

ANN DAHL.  Thank you.  Ann Dahl, Harbour News.  And prices?

CHAIR LUND.  They fall.

JO ROE.  In the spring, as you have said before?

CHAIR LUND.  In the spring.  Thank you all.
"""
    )
    assert outlets(transcript) == ["Marketplace", "Harbour News", "Marketplace"]


def test_it_knows_a_reporter_again_by_the_name_alone() -> None:
    transcript = read(
        """Press conference by Secretary Vera Dahl

Moderator: We start with Harbour News.

Harbour News: Is there a toll on the pier?

Vera Dahl: There is.

Dana Michel (Nordby Street Journal): And who pays it?

Vera Dahl: Whoever uses it.

Dana Michel: Does that go for lorries, too?

Vera Dahl: It does.

Sean: Sean Gull from the Nordby Maverick. When does it open?

Vera Dahl: On Friday.

Sean: In the morning?

Vera Dahl: At noon. Thank you all.
"""
    )
    assert [(t.reporter, t.outlet) for t in transcript.turns if t.kind == "question"] == [
        (None, "Harbour News"),
        ("Dana Michel", "Nordby Street Journal"),
        ("Dana Michel", "Nordby Street Journal"),
        ("Sean Gull", "Nordby Maverick"),
        ("Sean Gull", "Nordby Maverick"),
    ]


def test_it_takes_anybodys_label_for_no_name() -> None:
    transcript = read(
        """Press conference with Mayor Vera Dahl

Mayor Vera Dahl: Good morning. The pier opens on Friday. Let's go to Sam from the Harbour Echo.

Unidentified Speaker: Is there a toll on the pier?

Mayor Vera Dahl: There is. Thank you all.
"""
    )
    question = next(turn for turn in transcript.turns if turn.kind == "question")
    assert (question.reporter, question.outlet) == ("Sam", "Harbour Echo")


def test_it_reads_the_reporters_name_under_the_outlets_label() -> None:
    transcript = read(
        """Press conference by Secretary Vera Dahl

AFP: Thank you, Max from AFP. Is there a toll on the pier?

Vera Dahl: There is.

Reuters: And who pays it?

Vera Dahl: Whoever uses it. Thank you all.
"""
    )
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [(turn.reporter, turn.outlet) for turn in questions] == [
        ("Max", "AFP"),
        (None, "Reuters"),
    ]
