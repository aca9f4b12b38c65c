"""A briefing at a podium and one by telephone, and who is read to ask in them."""

from briefings.transcripts.types import Attribution, Transcript
from tests.transcripts.parsing.reading import read

HEAD = """Press Briefing by Press Secretary Vera Dahl

1:05 P.M. EST

MS. DAHL:  Good afternoon, everyone.  The pier opens on Friday.  Jo, why don’t you kick us off?

"""


END = """
MS. DAHL:  That is what I have.  Thank you, everyone.

END 1:40 P.M. EST
"""
POLITICA = HEAD.replace("Jo, why don’t you kick us off?", "Jo Roe from Reuters.")


def askers(body: str, head: str = HEAD) -> list[tuple[str | None, Attribution | None]]:
    transcript = read(head + body.strip() + "\n" + END)
    return [
        (turn.reporter, turn.reporter_attribution)
        for turn in transcript.turns
        if turn.kind == "question"
    ]


def outlets(transcript: Transcript) -> list[str | None]:
    return [turn.outlet for turn in transcript.turns if turn.kind == "question"]


CALL = """Press Call on the Harbour

MODERATOR:  Welcome to this call.  We will go to questions.

MR. LUND:  Thank you.  The pier opens on Friday.

"""
