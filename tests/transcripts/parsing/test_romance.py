"""Who is called on, and who says to ask, in Spanish, French and Portuguese."""

import pytest

from briefings.transcripts.parsing.floor import floor_given
from briefings.transcripts.parsing.introductions import introduced
from tests.cases import names

ANSWERING = frozenset({"roble"})


@pytest.mark.parametrize(
    ("text", "reporter", "outlet"),
    [
        ("Empezamos por Alma Cid, de Televisión Española.", "Alma Cid", "Televisión Española"),
        ("Seguimos con Gonzalo Barrio, de La Voz de Costa.", "Gonzalo Barrio", "La Voz de Costa"),
        ("Última pregunta. Irene Castel, de lacosta.es.", "Irene Castel", "lacosta.es"),
        ("Ahora, la compañera de Onda Cero.", None, "Onda Cero"),
        ("Turno para Televisión Española, por favor.", None, "Televisión Española"),
        ("Vamos con EFE.", None, "EFE"),
        ("La siguiente la hace Juan de la Sal, de Radio Costa.", "Juan de la Sal", "Radio Costa"),
        ("No hay fecha. Sigue Jon Heredia, de Radio Ribera.", "Jon Heredia", "Radio Ribera"),
        ("El siguiente es Luis Ortega, de la agencia alemana DPA.", "Luis Ortega", "DPA"),
        ("Le damos el turno a Marta, de la Cadena SER, adelante.", "Marta", "Cadena SER"),
        ("Sí, Lucía, del diario La Costa, adelante.", "Lucía", "La Costa"),
        ("On commence avec Luc Belle, du Journal de Costa.", "Luc Belle", "Journal de Costa"),
        ("La parole est maintenant à Cathy Sénac, de CBC.", "Cathy Sénac", "CBC"),
        ("La prochaine question est de Louis Roy, Radio-Canada.", "Louis Roy", "Radio-Canada"),
        ("Vamos começar com a pergunta de Ana Horta, da TV Sol.", "Ana Horta", "TV Sol"),
        ("Próxima pergunta, Marcelo Ribas, do jornal Público.", "Marcelo Ribas", "Público"),
    ],
)  # fmt: skip
def test_it_reads_a_call_in_romance_languages(text: str, reporter: str | None, outlet: str) -> None:
    asker = floor_given(text, names(), ANSWERING, leads=True)
    assert asker is not None
    assert (asker.reporter, asker.outlet) == (reporter, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "Doy la palabra a la vicepresidenta primera.",
        "Doy la palabra a la ministra de Hacienda, María Roble.",
        "Vamos a trabajar con Francia, con Alemania y con Italia.",
        "Seguimos trabajando con Pedro Gómez, de Sevilla.",
        "La compañera de la segunda fila. Adelante.",
        "Gracias, Diego. La próxima pregunta, por favor.",
        "Le cedo la palabra a Pedro, de Economía.",
        "Después, Juan, de la Policía Nacional, dará los datos.",
    ],
)
def test_it_takes_no_place_and_no_office_for_an_outlet(text: str) -> None:
    asker = floor_given(text, names(), ANSWERING, leads=True)
    assert asker is None or asker.outlet is None


@pytest.mark.parametrize(
    ("text", "reporter", "outlet"),
    [
        ("Buenos días, del Financial Times. ¿Apoya el euro digital?", None, "Financial Times"),
        ("Gracias, presidente. De la agencia Reuters. ¿Qué opina?", None, "Reuters"),
        ("Del País, presidente. ¿Cuántos casos hay?", None, "El País"),
        ("Hola, de la Cadena SER. El alquiler. ¿El límite afecta a todos?", None, "Cadena SER"),
        ("Presidente, de Costa Televisión, buenos días. ¿Va a ir?", None, "Costa Televisión"),
        ("Premier, del diario Ribera. ¿Cuántos casos van?", None, "Ribera"),
        ("Jorge Zuleta, del diario Ribera. ¿Cuál es?", "Jorge Zuleta", "Ribera"),
        ("Ana Braga, da Folha de S.Paulo. Quem vai indicar?", "Ana Braga", "Folha de S.Paulo"),
        ("Bom dia. Aqui é a Ana Paula, do jornal Público. E o acordo?", "Ana Paula", "Público"),
        ("Soy corresponsal de la Agência Lusa en Madrid. ¿Teme el veto?", None, "Agência Lusa"),
    ],
)  # fmt: skip
def test_it_reads_who_says_to_ask(text: str, reporter: str | None, outlet: str) -> None:
    asker = introduced(text, names(), ANSWERING)
    assert asker is not None
    assert (asker.reporter, asker.outlet) == (reporter, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "De Ucrania, ¿qué opina?",
        "Soy de Sevilla y quería saber cuándo llega.",
        "De acuerdo con Pedro Sáez, de Costa Libre, ¿qué opina?",
        "Para el ministro: ¿apoya usted que la tasa siga tan alta?",
        "Por el Día de la Mujer, ¿qué se hará?",
        "Pedro Lope, de Zaragoza. ¿Cuándo?",
        "Ana Ruiz, del PSOE, dijo ayer que no. ¿Qué opina?",
        "Buenos días. Puertos del Estado. ¿Qué pasa?",
    ],
)
def test_it_finds_nobody_where_nobody_is_named(text: str) -> None:
    assert introduced(text, names(), ANSWERING) is None
