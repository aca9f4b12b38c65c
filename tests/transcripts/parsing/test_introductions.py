"""Who askers say they are."""

import pytest

from briefings.transcripts.parsing.introductions import introduced
from tests.cases import names


def said(text: str, label: str | None = None) -> tuple[str | None, str | None] | None:
    asker = introduced(text, names(), frozenset({"vera", "dahl"}), label)
    return None if asker is None else (asker.reporter, asker.outlet)


@pytest.mark.parametrize(
    ("text", "reporter", "outlet"),
    [
        ("Hi, it’s Jo Roe with Reuters. Is it open?", "Jo Roe", "Reuters"),
        ("Thank you. Jo Roe, Harbour News. Is it open?", "Jo Roe", "Harbour News"),
        ("Hi. I’m actually at The 19th, but is it open?", None, "The 19th"),
        ("Thanks. I’m Janne Lind. Is it open?", "Janne Lind", None),
        ("Pavel Zhilin, Rossiya 1 TV channel. Is it open?", "Pavel Zhilin", "Rossiya 1 TV channel"),
        ("(Kim Lind, Harbour News) Is it open?", "Kim Lind", "Harbour News"),
        ("(NK News) Is it open?", None, "NK News"),
        ("One more from Reuters. Please, Jake.", None, "Reuters"),
        ("For Reuters. Thank you. Is it open?", None, "Reuters"),
        ("Jo Lund from Nordby Now here. Is it open?", "Jo Lund", "Nordby Now"),
        ("I’m Jo Lund, a reporter with Nordby Now. Is it open?", "Jo Lund", "Nordby Now"),
        ("My name is Jo Lund. I’m from Nordby Now. Is it open?", "Jo Lund", "Nordby Now"),
        ("My name is Jo Lund and I represent Nordby Now. Open?", "Jo Lund", "Nordby Now"),
        ("Jo Lund of Nordby Now, thank you for this. Is it open?", "Jo Lund", "Nordby Now"),
        ("Jo Lund – Nordby Now. Is it open?", "Jo Lund", "Nordby Now"),
        ("Jo Lund speaking from Nordby Now. Is it open?", "Jo Lund", "Nordby Now"),
        ("Jo Lund, Geneva correspondent for the Nordby Post. Open?", "Jo Lund", "Nordby Post"),
        ("Ibtisam here from Al-Araby Al-Nordby. Is it open?", "Ibtisam", "Al-Araby Al-Nordby"),
        ("Sharon from KNBD. Is it open?", "Sharon", "KNBD"),
        ("Good day. I’m writing for Nordby Wire from Lagos. Open?", None, "Nordby Wire"),
        ("I’m from Kass FM. Is it open?", None, "Kass FM"),
        ("Steffi Lund, I’m from Die Zeit, Germany. Is it open?", "Steffi Lund", "Die Zeit"),
        ("(Kim Lind-Hall – Harbour Races) Is it open?", "Kim Lind-Hall", "Harbour Races"),
        (
            "Buenos días. Mi nombre es Joaquín Prado, del periódico El Faro. ¿Abre?",
            "Joaquín Prado",
            "El Faro",
        ),
        ("Sandra Ibarra, reportera de Costa Noticias. ¿Abre?", "Sandra Ibarra", "Costa Noticias"),
        ("Buenas tardes, soy de Radio Costa. ¿Abre?", None, "Radio Costa"),
        ("Je suis Inès Walter, du journal La Côte. Est-ce ouvert ?", "Inès Walter", "La Côte"),
        ("Simon here, Today News Africa. Is it open?", "Simon", "Today News Africa"),
        ("This is Ann Roe calling from the Denver Post. Open?", "Ann Roe", "The Denver Post"),
        ("My name is Ann Roe and I'm from the Daily Pier in Kenya.", "Ann Roe", "Daily Pier"),
        ("(Inaudible) from CBS. Is it open?", None, "CBS"),
        ("Ann Roe, freelance. Is it open?", "Ann Roe", None),
        ("Question from Leila Roe of the Harbour Post: Is it open?", "Leila Roe", "Harbour Post"),
        ("And then a question from Voice of America. Is it open?", None, "Voice of America"),
        ("Hola, de El Farol. ¿Abre?", None, "El Farol"),
        ("This is actually Ann Lind with Politica. Open?", "Ann Lind", "Politica"),
        ("We have this question from Luz Lind, Politica, Mexico: “Open?”", "Luz Lind", "Politica"),
        ("From Leila Roe of Harbour Online: “Is it open?”", "Leila Roe", "Harbour Online"),
        ("(Through translation.) Taro Oda, from Kanalia. Open?", "Taro Oda", "Kanalia"),
        ("Jason from Newshub, Prime Minister. Is it open?", "Jason", "Newshub"),
        ("Sam from the Nordby Maverick in South Africa. Open?", "Sam", "Nordby Maverick"),
        ("Thank you. Lund, Harbour Globe. Is it open?", "Lund", "Harbour Globe"),
        ("Thanks. I’m from the Nordby Banner. Is it open?", None, "Nordby Banner"),
        ("Taro Oda, from Kanalia in Japan. Is it open?", "Taro Oda", "Kanalia"),
        ("Taro Oda from Kanalia. Is it open?", "Taro Oda", "Kanalia"),
        ("Good afternoon, Reuters, Alexei Lund. Is it open?", "Alexei Lund", "Reuters"),
        ("谢谢主持人。我是新华社记者。请问几点开门？", None, "新华社"),
        ("我是海港日报记者李明，请问几点开门？", "李明", "海港日报"),
    ],
)
def test_it_reads_who_asks(text: str, reporter: str | None, outlet: str | None) -> None:
    assert said(text) == (reporter, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "The other country reacting strongly to this is France. What now?",
        "It’s Alabama, Louisiana and Texas. What now?",
        "I’m Sorry to ask. What now?",
        "(Through interpreter.) What now?",
        "Thanks, Jen. Sha’Carri Lund, the U.S. track star, was suspended. What now?",
        "Hola, de La Paz. ¿Abre?",
        "I’m from Detroit, so what now?",
        "我来自河南。请问几点开门？",
        "Thank you, Vera. From Nordby, what now?",
        "I’m from the Bay Area. So what now?",
        "I’m with the Harbour Board’s Office of Media Relations. What now?",
        "Taro Oda from Osaka. What now?",
        "Sam from New Zealand. What now?",
    ],
)
def test_it_takes_other_words_for_no_introduction(text: str) -> None:
    assert said(text) is None


def test_it_believes_an_unknown_outlet_after_the_name_of_the_label() -> None:
    assert said("Srin, Moorland. What now?") is None
    assert said("Srin, Moorland. What now?", "Srin") == (None, "Moorland")
    assert said("Sir, Srin Roe from Moor9. What now?", "Srin") == ("Srin Roe", "Moor9")
    assert said("On that. Srin Roe, Moorland. What now?", "Srin") == ("Srin Roe", "Moorland")
    assert said("Sir Srin, Moorland India se. Sir, kya?", "Srin") == (None, "Moorland India")
    assert said("Simon Levy from Moorland. What now?", "SIMON LEVY") == (None, "Moorland")


def test_who_greets_and_is_with_an_outlet_has_told_it() -> None:
    assert said("Hi, with The Moorlander. What now?") == (None, "The Moorlander")
    assert said("Yes, with respect. What now?") is None
    assert said("Hello, with Germany. What now?") is None
