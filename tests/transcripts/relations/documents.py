"""Transcripts for tests of relating: built without parsing, with invented people and words."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from briefings.transcripts.extraction import extract
from briefings.transcripts.names import Names
from briefings.transcripts.parsing import parse
from briefings.transcripts.types import Attribution, Header, Kind, Transcript, Turn

SEEDS = Path(__file__).parents[3] / "seeds"

_SYLLABLES = (
    "har",
    "bor",
    "pi",
    "er",
    "tide",
    "lo",
    "ca",
    "nal",
    "wa",
    "ket",
    "sel",
    "rum",
    "dan",
    "vo",
    "mi",
)


@cache
def seed(number: str) -> Transcript:
    """Return the shipped seed whose name begins with a number, as parsed."""
    path = next(SEEDS.glob(f"{number}_*.txt"))
    names = Names.load(SEEDS / "outlets.toml", SEEDS / "speakers.toml")
    return parse(extract(path.name, path.read_bytes()), names)


def words(key: str, count: int = 40) -> str:
    """Return a sentence of invented words, next to none of which another key gives."""
    chance = random.Random(key)
    return " ".join("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(count)) + "."


def transcript(
    exchanges: Sequence[tuple[str | None, str, str | None, str]] = (),
    *,
    remarks: Sequence[tuple[str | None, str]] = (),
    day: date | None = date(2023, 3, 3),
    place: str | None = None,
    title: str = "Briefing on the harbour",
    language: str = "en",
    complete: bool = True,
    name: str = "made.txt",
) -> Transcript:
    """Return a transcript; ``exchanges`` are (outlet, question, speaker, answer).

    The paragraphs of a text are its lines.
    """
    turns = [_turn(Kind.REMARKS, text, speaker=speaker) for speaker, text in remarks]
    for number, (outlet, question, speaker, answer) in enumerate(exchanges, 1):
        turns.append(_turn(Kind.QUESTION, question, outlet=outlet, exchange=number))
        turns.append(_turn(Kind.ANSWER, answer, speaker=speaker, exchange=number))
    placed = tuple(
        replace(turn, first_line=line, last_line=line) for line, turn in enumerate(turns, 1)
    )
    return Transcript(
        name=name,
        family="generic",
        language=language,
        header=Header(title=title, date=day, place=place),
        complete=complete,
        turns=placed,
        furniture=(),
        issues=(),
        uncovered_lines=0,
        parser_version="test",
    )


def _turn(
    kind: Kind,
    text: str,
    *,
    speaker: str | None = None,
    outlet: str | None = None,
    exchange: int | None = None,
) -> Turn:
    return Turn(
        first_line=1,
        last_line=1,
        kind=kind,
        paragraphs=tuple(text.split("\n")),
        label=speaker or outlet,
        speaker=speaker,
        speaker_attribution=Attribution.PRINTED if speaker else None,
        outlet=outlet,
        outlet_attribution=Attribution.PRINTED if outlet else None,
        exchange=exchange,
    )


def briefing(key: str, *, exchanges: int = 4, **fields: object) -> Transcript:
    """Return a briefing of its own words: remarks and exchanges of two paragraphs an answer."""
    return transcript(
        [
            (
                f"Outlet {number}",
                words(f"{key} question {number}", 20),
                "Ada Lindqvist" if number % 2 else "Bo Tanaka",
                words(f"{key} answer {number}") + "\n" + words(f"{key} more {number}"),
            )
            for number in range(1, exchanges + 1)
        ],
        remarks=[("Ada Lindqvist", words(f"{key} remarks", 80))],
        **fields,  # type: ignore[arg-type]
    )


# One briefing in two languages, written by hand as a translator would: word order, units and
# small counts differ, figures of any weight do not.
ENGLISH = transcript(
    [
        (
            "Harbour Daily",
            "How much cargo went through Lanport in the first half of the year?",
            "Ada Lindqvist",
            "Cargo reached 1.43 million tonnes, up 9.6 percent year on year, and container traffic "
            "was 286,000 units. Exports made up 34.3 percent of the total.\n"
            "Two new cranes, each lifting 125 tonnes, went into service on March 18.",
        ),
        (
            "Quayside Radio",
            "Shipping firms complain of waiting times. What is being done?",
            "Bo Tanaka",
            "The average wait fell from 41.5 to 27.8 hours. We have spent 3.2 billion crowns on "
            "the deep channel, which ships with a draught of 16.5 metres can now use.",
        ),
        (
            "The Tide Gazette",
            "And the 5G network on the quays?",
            "Bo Tanaka",
            "There are 1,854 base stations of 5G, 92.7 percent of the plan, and two thirds of the "
            "trucks drive themselves. GDP of the port district grew by 6.1 percent.",
        ),
        (
            "Canal Weekly",
            "Will fees rise?",
            "Ada Lindqvist",
            "No. Fees were cut by 12.5 percent, which saves firms 470 million crowns a year; small "
            "boats under 15 metres pay nothing.",
        ),
    ],
    name="english.txt",
)
CHINESE = transcript(
    [
        (
            "Harbour Daily",
            "请问今年上半年兰港的货物吞吐量是多少？谢谢。",
            "林达",
            "谢谢你的提问。货物吞吐量达到143万吨，同比增长9.6%，集装箱28.6万标箱，其中出口占34.3%。\n"
            "3月18日，两台起重量125吨的新起重机投入使用。",
        ),
        (
            "Quayside Radio",
            "航运企业反映等待时间长，采取了哪些措施？",
            "田波",
            "平均等待时间由41.5小时降至27.8小时。深水航道投入32亿元，吃水16.5米的船舶可以通行。",
        ),
        (
            None,
            "码头的5G网络建设情况如何？",
            "田波",
            "已建成5G基站1854个，完成计划的92.7%，三分之二的卡车实现自动驾驶。港区GDP增长6.1%。",
        ),
        (
            "Canal Weekly",
            "收费会上涨吗？",
            "林达",
            "不会。收费下调12.5%，每年为企业节省4.7亿元，15米以下的小船免费。",
        ),
    ],
    language="zh",
    name="chinese.txt",
)
