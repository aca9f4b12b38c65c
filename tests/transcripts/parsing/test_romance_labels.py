"""Labels of Spanish, French and Portuguese documents: offices, courtesies, whose question it is."""

import pytest

from briefings.transcripts.parsing.known import Known
from briefings.transcripts.parsing.offices import split_office
from briefings.transcripts.parsing.outlets import from_label
from briefings.transcripts.parsing.roster import Roster
from tests.cases import names
from tests.transcripts.parsing.reading import read


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Ministra portavoz, Inés Roble", ("Ministra portavoz", "Inés Roble")),
        ("Primer ministro de Costa Norte", ("Primer ministro de Costa Norte", "")),
        ("Ministro de Sal, Mar y Faros, Luis Roe", ("Ministro de Sal, Mar y Faros", "Luis Roe")),
        ("Presidente, gracias", None),
        ("Presidente que no sabe", None),
        ("Presidente Roble", None),
    ],
)  # fmt: skip
def test_an_office_is_parted_from_its_holder(label: str, parts: tuple[str, str] | None) -> None:
    assert split_office(label) == parts


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ministra", "Carla Visa"),
        ("SRA. MINISTRA", "Carla Visa"),
        ("MINISTRA", "Carla Visa"),
        ("La ministra", "Carla Visa"),
        ("Sr. Roble", "Andrés Roble"),
        ("PREMIER", "Andrés Roble"),
        ("SR. VOCERO (Roble)", "Andrés Roble"),
        ("Secretario de Estado de Pesca", None),
        ("Portavoz", None),
    ],
)
def test_an_office_is_its_holders_and_never_anothers(label: str, name: str | None) -> None:
    header = (
        "CONFERENCIA DEL PRESIDENTE DEL CONSEJO DE MINISTROS, ANDRÉS ROBLE, Y DE LA MINISTRA DE "
        "SALUD, CARLA VISA"
    )
    assert Roster([], header, "").resolve(label).name == name


def test_an_office_with_an_adjective_stands_before_its_holder() -> None:
    header = "Conferencia del vocero presidencial Luis Roble desde Casa Costa"
    assert Roster([], header, "").resolve("VOCERO PRESIDENCIAL").name == "Luis Roble"


def test_an_office_that_two_hold_is_nobodys() -> None:
    header = "Comparecen la ministra de Salud, Carla Visa, y la ministra de Pesca, Ana Roble."
    assert Known([], header).by_office("Ministra") is not None
    assert Roster([], header, "").resolve("Ministra").name is None
    assert Roster([], header, "").resolve("Ministra de Pesca").name == "Ana Roble"


@pytest.mark.parametrize(
    ("label", "outlet", "reporter"),
    [
        ("Pregunta de la Cadena SER", "Cadena SER", None),
        ("Pregunta, Ana Roble, Heraldo de Costa", "Heraldo de Costa", "Ana Roble"),
        ("Pregunta, EFE", "EFE", None),
        ("Pregunta - Ana Roble, Faro de Costa", "Faro de Costa", "Ana Roble"),
        ("Pregunta (Ana Roble, El Faro de Costa)", "El Faro de Costa", "Ana Roble"),
        ("Pregunta de Ana Roble (El Faro)", "El Faro", "Ana Roble"),
        ("Periodista Ana Roble, de El Faro", "El Faro", "Ana Roble"),
        ("Periodista, Ana Roble, El Faro", "El Faro", "Ana Roble"),
        ("Pregunta de Ana Roble, de Radio Costa", "Radio Costa", "Ana Roble"),
        ("Pergunta do jornal Público", "Público", None),
        ("Periodista de Canal Sur", "Canal Sur", None),
        ("PERIODISTA ROSA ROBLE", None, "Rosa Roble"),
    ],
)
def test_a_label_says_whose_question_it_is(
    label: str, outlet: str | None, reporter: str | None
) -> None:
    asker = from_label(label, names())
    assert (asker.outlet, asker.reporter) == (outlet, reporter)


def test_a_stop_and_a_dash_end_a_label_with_a_courtesy_in_it() -> None:
    transcript = read(
        "Rueda de prensa de la ministra de Salud, Carla Visa\n\nMadrid, 3 de mayo de 2023\n\n"
        "Sra. Visa.- Buenas tardes.\n\nP.- ¿Cuántas llegaron?\n\nSra. Visa.- Dos millones.\n\n"
        "P.- ¿Y cuándo se aplican?\n\nSra. Visa.- Mañana. El resto.- el de junio- llega después."
    )
    assert [turn.label for turn in transcript.turns] == ["Sra. Visa", "P"] * 2 + ["Sra. Visa"]
    assert transcript.turns[-1].speaker == "Carla Visa"


def test_a_field_in_two_languages_is_a_field() -> None:
    transcript = read(
        "Minister holds a news conference\n\nDATE: June 8, 2023 / Le 8 juin 2023\n"
        "LOCATION / ENDROIT: National Press Theatre, Ottawa\nPRINCIPAL(S) / PRINCIPAUX:\n"
        "The Hon. Clara Wit, Minister of Harbours\n"
        "L'hon. Marc Tibo, ministre des Pêches\n\nModerator: Good afternoon, everyone.\n\n"
        "Hon. Clara Wit: Thank you. Merci.\n\nModerator: Follow-up, Mia?\n\nQuestion: How many?\n\n"
        "L'hon. Marc Tibo: Cent."
    )
    assert [person.name for person in transcript.header.participants] == ["Clara Wit", "Marc Tibo"]
    assert transcript.header.place == "National Press Theatre, Ottawa"
    question = next(turn for turn in transcript.turns if turn.label == "Question")
    assert (question.outlet, question.reporter) == (None, "Mia")
    assert transcript.turns[-1].speaker == "Marc Tibo"


def test_two_sentences_before_a_colon_are_no_label() -> None:
    transcript = read(
        "Rueda de prensa\n\n3 de mayo de 2023\n\nPortavoz: Buenas tardes.\n\n"
        "Pregunta: Luis Roble, Costa Press. Dos preguntas, gobernador. Primera: ¿cuántas?\n\n"
        "Portavoz: Dos.\n\nPregunta:\nLuis Sala, Costa Press. Otra, gobernador. Dos: ¿cuándo?\n\n"
        "Portavoz: En junio."
    )
    assert [turn.label for turn in transcript.turns] == ["Portavoz", "Pregunta"] * 2 + ["Portavoz"]


def test_dashes_before_labels_are_no_part_of_them() -> None:
    transcript = read(
        "Declaraciones del canciller Rodrigo Yáñez\n\nSantiago, 4 de junio de 2021\n\n"
        "- Periodista: ¿Qué le dijo al embajador?\n\n- Canciller Yáñez: Dos cosas.\n\n"
        "- Puertos: sin cambios.\n\n- Periodista: ¿Habrá reunión?\n\n- Canciller Yáñez: En junio."
    )
    assert [turn.label for turn in transcript.turns] == ["Periodista", "Canciller Yáñez"] * 2
    assert transcript.turns[1].paragraphs[-1] == "- Puertos: sin cambios."


def test_a_list_of_roles_names_nobody() -> None:
    transcript = read(
        "SPEAKERS\nMINISTRA PORTAVOZ, PREGUNTA\n\nJuly 19, 2022, 1:05PM\n\n"
        "MINISTRA PORTAVOZ  00:03\nBuenas tardes a todos.\n\nPREGUNTA  01:14\n¿Cuándo?\n\n"
        "MINISTRA PORTAVOZ  01:20\nEn junio.\n\nPREGUNTA  01:40\n¿Y el decreto?"
    )
    assert transcript.header.participants == ()
    assert str(transcript.header.date) == "2022-07-19"


def test_an_office_with_an_adjective_is_no_name() -> None:
    transcript = read(
        "Conferencia de prensa del vocero presidencial, Luis Roble, desde Casa Costa\n"
        "Miércoles 19 de junio de 2024\nVOCERO PRESIDENCIAL.- Buenos días.\n"
        "PERIODISTA.- Hola, ¿qué tal? De La Gaceta de Costa. ¿Hay fecha?\n"
        "VOCERO PRESIDENCIAL.- En julio.\nPERIODISTA.- (Inaudible)\n"
        "VOCERO PRESIDENCIAL.- Con micrófono, por favor, que no se escucha en la transmisión.\n"
        "PERIODISTA.- ¿Y el bono?\nVOCERO PRESIDENCIAL.- Sigue.\nPERIODISTA.- Gracias, Luis.\n"
        "VOCERO PRESIDENCIAL.- A vos."
    )
    assert {turn.speaker for turn in transcript.turns if turn.label != "PERIODISTA"} == {
        "Luis Roble"
    }
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert (len(questions), questions[0].outlet) == (2, "La Gaceta de Costa")


def test_a_counter_question_is_whose_the_question_was() -> None:
    transcript = read(
        "Rueda de prensa del ministro de Pesca, Luis Roble\n\n3 de mayo de 2023\n\n"
        "Moderadora: Buenas tardes.\n\nPregunta, Ana Visa, Radio Costa: ¿Cuándo?\n\n"
        "Ministro: En junio.\n\nContrapregunta: ¿Y antes?\n\nMinistro: No.\n\n"
        "Pregunta, Mar Sala, El Heraldo de Costa (virtual): ¿Y en julio?\n\nMinistro: Tampoco."
    )
    questions = [turn for turn in transcript.turns if turn.kind == "question"]
    assert [turn.outlet for turn in questions] == ["Radio Costa"] * 2 + ["El Heraldo de Costa"]
