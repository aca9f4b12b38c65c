"""Who is called on in the last words of a turn, and what only looks like a call."""

import pytest

from briefings.transcripts.parsing.floor import called_next, floor_given
from tests.cases import names

KNOWN = frozenset({"vera", "dahl", "karine"})


def given(text: str, **more: object) -> tuple[str | None, str | None] | None:
    asker = floor_given(text, names(), KNOWN, **more)  # type: ignore[arg-type]
    return None if asker is None else (asker.reporter, asker.outlet)


@pytest.mark.parametrize(
    ("text", "reporter", "outlet"),
    [
        ("Next, we’ll go to Jo Roe at the Harbour Daily.", "Jo Roe", "Harbour Daily"),
        (
            "Our next question is from the line of Jo Roe with CNN. Please go ahead.",
            "Jo Roe",
            "CNN",
        ),
        ("Jo Roe at Politico.", "Jo Roe", "Politico"),
        ("To Jo, at AP.", "Jo", "AP"),
        ("Great. Last question. Jo Roe. CNN.", "Jo Roe", "CNN"),
        ("Why don’t we start with Jo Roe with NPR.", "Jo Roe", "NPR"),
        ("Let’s go to Tam Harb at the Washington Times.", "Tam Harb", "The Washington Times"),
        ("We’ll go to Ann Lind with theHarbour.", "Ann Lind", "theHarbour"),
        ("Let’s go to Sheila Lund at The 19th.", "Sheila Lund", "The 19th"),
        ("Then, from TV Asahi, Mr. Chiba.", "Chiba", "TV Asahi"),
        ("We have a question from Asma Lind, NPR.", "Asma Lind", "NPR"),
        ("First, Jo Roe of Bloomberg. Jo, go ahead.", "Jo Roe", "Bloomberg"),
        (
            "OUR FIRST QUESTION COMES FROM JO ROE WITH REUTERS. YOUR LINE IS OPEN.",
            "Jo Roe",
            "Reuters",
        ),
        ("Empezamos con las preguntas. Silvia, de Radio Costa.", "Silvia", "Radio Costa"),
        ("Let’s start with Zeke over here from AP.", "Zeke", "AP"),
        ("I’ll start with Chris from the L.A. Times.", "Chris", "L.A. Times"),
        ("Next, we will go live to Pearl Roe of Harbour Web, Ostland.", "Pearl Roe", "Harbour Web"),
        ("Reuters, Ann.", "Ann", "Reuters"),
        ("Next up, Reuters’ Ann Roe.", "Ann Roe", "Reuters"),
        ("The first question goes to Ann Roe (Deutsche Welle).", "Ann Roe", "Deutsche Welle"),
        ("I see Tam Roe from NPR has her hand up.", "Tam Roe", "NPR"),
        ("Francisca from the Spanish news agency EFE, and then Brian.", "Francisca", "EFE"),
        ("Merci. Prochaine question, Louis Roy, Radio-Canada.", "Louis Roy", "Radio-Canada"),
        ("Over to the phone: Callum Reid with Global News.", "Callum Reid", "Global News"),
        ("Tiene la palabra Ana Ríos, de Telemundo.", "Ana Ríos", "Telemundo"),
        ("Next. Jordan Fabre of Bloomberg? Where’s Jordan?", "Jordan Fabre", "Bloomberg"),
        ("Can you open the line of Nick Lund from Bloomberg?", "Nick Lund", "Bloomberg"),
        ("Last question for today, Abu from Nordby Patra.", "Abu", "Nordby Patra"),
        ("One goes to Shoko Lund, NHK. Shoko, please unmute yourself.", "Shoko Lund", "NHK"),
        ("First question, Nancy Roe, Canadian Press.", "Nancy Roe", "The Canadian Press"),
        ("Last one today, Mark Roe from the Nordby Post.", "Mark Roe", "Nordby Post"),
        ("Jackie Lane, CNN, has our first question.", "Jackie Lane", "CNN"),
        ("The first one is from Zeke Lund of the AP.", "Zeke Lund", "AP"),
        ("Godfrey Lund of CNBC, please unmute.", "Godfrey Lund", "CNBC"),
        ("We start with Citizen TV, Ayub Lund.", "Ayub Lund", "Citizen TV"),
        ("We have Andrea Lund from Reuters up next.", "Andrea Lund", "Reuters"),
        ("The floor is yours, Andrea Lund of Reuters.", "Andrea Lund", "Reuters"),
        ("I’d like to invite Ann Lund from Nordby Now to ask.", "Ann Lund", "Nordby Now"),
        ("The next question is by Andrea Lund, Nordby Now.", "Andrea Lund", "Nordby Now"),
        ("Turning now to Andrea Lund at Nordby Now.", "Andrea Lund", "Nordby Now"),
        ("First up, Jo Lund, Nordby Now.", "Jo Lund", "Nordby Now"),
        ("Jo from Nordby Now, then Ann from Reuters.", "Jo", "Nordby Now"),
        ("Next is Gabriela Lund, Processo. Gabriela.", "Gabriela Lund", "Processo"),
        ("And finally, Andrew Roe from The Independent.", "Andrew Roe", "The Independent"),
    ],
)
def test_it_reads_a_call_with_an_outlet(text: str, reporter: str, outlet: str) -> None:
    assert given(text, leads=True) == (reporter, outlet)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Gentleman from Kyodo.", "Kyodo"),
        ("The lady from TASS.", "TASS"),
        ("For now we go to Voice of America.", "Voice of America"),
        ("BBC, you had your hand up.", "BBC"),
        ("Over there, Sky News.", "Sky News"),
        ("All right, the Guardian.", "The Guardian"),
        ("La última pregunta es de Reuters.", "Reuters"),
        ("下面请《人民日报》记者提问。", "人民日报"),
        ("请新加坡联合早报提问。", "新加坡联合早报"),
    ],
)
def test_it_reads_a_call_by_the_outlet_alone(text: str, outlet: str) -> None:
    assert given(text) == (None, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "We will see. Go ahead, Jo.",
        "Go ahead, Jo. I think we’re going to move on. Go ahead.",
        "With that, go ahead, Jo.",
        "Okay. Jo, go ahead.",
        "Jo, why don’t you kick us off?",
        "With that, Jo, kick us off.",
        "Take it away, Jo.",
        "Yes, Jo.",
        "Jo?",
        "Let’s go to Jo.",
        "We’ll do Jo. Last one.",
        "Last one for Jo.",
        "Jo is going to have to be the last one.",
        "Good afternoon. Hi, Jo.",
        "Jo, do you have a question today?",
        "Jo, then Ann.",
        "Jo in the back. And then I’ve got to wrap.",
        "Adelante, Jo.",
    ],
)
def test_it_reads_a_call_by_name(text: str) -> None:
    assert given(text) == ("Jo", None)


@pytest.mark.parametrize(
    "text",
    [
        "I’m sorry, Jo, I’ll come to you next.",
        "Go ahead. Oh, Jo, I’m sorry. I’ll come back to you.",
        "And then I’ll go to Jo next.",
        "Welcome back, Dr. Harper.",
        "Travelers are planning on going to Japan for the Olympics. There are rules. They hold.",
        "But build — Build.gov.",
        "Okay, go ahead. You’re the last one.",
        "Let’s go to Fran-",
        "So, go ahead.",
        "Understood.",
        "I defer to Secretary Lund.",
        "Because of Title 42?",
        "Let’s go ahead, Vera.",
        "Absolutely. Next question, please.",
    ],
)
def test_it_takes_nobody_for_called(text: str) -> None:
    assert given(text) is None


def test_it_takes_a_name_asked_back_for_no_call() -> None:
    assert given("Nordby?", asked="What about the talks with Nordby?") is None
    assert given("Nordby?", asked="What about the talks?") == ("Nordby", None)


def test_it_takes_a_name_alone_for_a_call_only_between_others_words_and_a_question() -> None:
    assert given("Rachel.") is None
    assert given("Rachel.", bare=True) == ("Rachel", None)
    assert given("AP.", bare=True) == (None, "AP")
    assert given("Understood.", bare=True) is None
    alex = frozenset({"Alex"})
    call = "Alex.  Make it a good one, Alex.  No pressure."
    assert given(call, bare=True, addressed=alex) == ("Alex", None)
    assert given("Okay.  Make it a good one.", bare=True, addressed=alex) is None


def test_it_asks_for_a_known_outlet_where_whoever_answers_calls() -> None:
    assert given("We talked to them all. Jo Roe at Moorland.") is None
    assert given("We talked to them all. Jo Roe at Moorland.", leads=True) == ("Jo Roe", "Moorland")


def test_it_reads_who_is_called_on_second() -> None:
    assert called_next("Francisca from EFE, and then Brian.") == "Brian"
    assert called_next("And then, go ahead.") is None


@pytest.mark.parametrize(
    ("text", "reporter", "outlet"),
    [
        ("I’ll start with AP, Tara.", "Tara", "AP"),
        ("We will begin with the Harbour Post, Tara.", "Tara", "Harbour Post"),
        ("We’ll go to AP. Tara, go ahead.", "Tara", "AP"),
        ("One more. Let’s go to the phone. Heather from Navia.", "Heather", "Navia"),
        ("You have had my answer. And finally, Jo Roe from Politica.", "Jo Roe", "Politica"),
    ],
)
def test_it_reads_a_speakers_call_at_the_end_of_an_answer(
    text: str, reporter: str, outlet: str
) -> None:
    assert given(text) == (reporter, outlet)
    assert given("Who wrote it? Heather from Navia.") is None


def test_it_takes_two_names_without_a_comma_for_one_person() -> None:
    assert given("Next is Matt Lund.", leads=True) == ("Matt Lund", None)
    assert given("Let’s go to Sheryl Lund, New York.", leads=True) == ("Sheryl Lund", None)


def test_it_believes_a_name_alone_where_the_floor_is_given() -> None:
    assert given("It is safe. Said.") is None
    assert given("It is safe. Said.", greeted=True) == ("Said", None)
    assert given("OK, I’ll come to the side. Tova.") == ("Tova", None)
    assert given("We can do a few more. April.") == ("April", None)
    assert given("It is under embargo until 5:00 a.m. Eastern.", greeted=True) is None
    assert given("OK. Idrees, and then we’ll go to Chris.") == ("Idrees", None)
    assert called_next("OK. Idrees, and then we’ll go to Chris.") == "Chris"


def test_it_believes_the_outlet_of_a_call_whose_bearer_is_the_next_label() -> None:
    assert given("Thanks, Jason. Alan Lund from Globo.") is None
    assert given("Thanks, Jason. Alan Lund from Globo.", label="Alan Lund") == (
        "Alan Lund",
        "Globo",
    )


def test_it_takes_an_article_for_no_name() -> None:
    assert given("The final question, sir.", leads=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "Over to you, Andrea.",
        "Andrea, over to you.",
        "Good. Andrea, you have the floor.",
        "Andrea, over here.",
        "And Andrea has a question.",
    ],
)
def test_it_reads_a_floor_handed_over(text: str) -> None:
    assert given(text) == ("Andrea", None)


def test_it_takes_the_words_of_one_outlet_for_no_name_and_outlet() -> None:
    assert given("Next question, Financial Times.", leads=True) == (None, "Financial Times")


def test_it_takes_who_comes_after_for_nobody_yet() -> None:
    assert given("Jo from Nordby Now, then Ann from Reuters.") is None


@pytest.mark.parametrize(
    "text",
    [
        "We will do it. Together.",
        "We will do it. Period.",
        "It was for the United Nations.",
        "We will go to New York.",
        "That was Senator Lund from Ohio.",
        "We work with Jake Lund from NSC.",
        "I spoke to Angela Lund of Ostland.",
        "I told Jo Lund of Reuters.",
    ],
)
def test_it_takes_the_end_of_an_answer_for_no_call(text: str) -> None:
    assert given(text, greeted=True) is None


def test_it_takes_a_name_and_an_office_that_answer_for_no_call() -> None:
    assert given("It is safe. Jo Lund from Nordby Board.", greeted=True) == (
        "Jo Lund",
        "Nordby Board",
    )
    assert given("Jo Lund from Nordby Board.", greeted=True, asked="Who leads it?") is None


def test_an_outlet_of_the_press_in_the_back_of_the_room_is_called() -> None:
    assert given("A couple more. In the back, the Bend River Bulletin.") == (
        None,
        "Bend River Bulletin",
    )
    assert given("In the back, the Bend River Valley.") is None


def test_an_outlet_that_is_tried_again_is_that_of_who_is_called_then() -> None:
    said = "We'll try Reuters again. Lyn Aucoin, are you on the line?"
    assert given(said, leads=True) == ("Lyn Aucoin", "Reuters")
