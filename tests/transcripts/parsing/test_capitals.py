"""Names and titles printed in capitals."""

import pytest

from briefings.transcripts.parsing.capitals import in_capitals, proper_case, proper_case_title


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ANA ROE", "Ana Roe"),
        ("NUNEZ-SMITH", "Nunez-Smith"),
        ("J. ANA ROE", "J. Ana Roe"),
        ("O'ROE", "O'Roe"),
        ("ANA O’ROE-MCDOE", "Ana O’Roe-McDoe"),
        ("D'ANDORIA", "D'Andoria"),
        ("MCROE", "McRoe"),
        ("McROE", "McRoe"),
        ("MacROE", "MacRoe"),
        ("ANA DeROE", "Ana DeRoe"),
        ("LUIS DE LA ROE", "Luis de la Roe"),
        ("DE LA ROE", "De la Roe"),
        ("PIET VAN DER ROE", "Piet van der Roe"),
        ("MARK E ROE", "Mark E Roe"),
        ("MARÍA SILVA E COSTA", "María Silva e Costa"),
        ("SANTIAGO ROE Y CAJAL", "Santiago Roe y Cajal"),
        ("XU DI", "Xu Di"),
        ("KIM JONG UN", "Kim Jong Un"),
        ("CHARLES III", "Charles III"),
        ("ANA “NITA” ROE (JR.)", "Ana “Nita” Roe (Jr.)"),
        ("INÉS ÁLVAREZ-ROE", "Inés Álvarez-Roe"),
    ],
)
def test_a_name_in_capitals_is_set_as_it_is_written(printed: str, name: str) -> None:
    assert proper_case(printed) == name


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (
            "ATLETA Y LÍDER DEL PROYECTO “MÉXICO IMPARABLE”",
            "Atleta y Líder del Proyecto “México Imparable”",
        ),
        ("DIRECTORA DEL DIARIO «EL FARO»", "Directora del Diario «El Faro»"),
        ("TITULAR DE ¿QUÉ COMEMOS?", "Titular de ¿Qué Comemos?"),
        ("SECRETARIA DE ESTADO PARA LA PESCA", "Secretaria de Estado para la Pesca"),
        ("SECRETARIO DE PUERTOS (INTERINO)", "Secretario de Puertos (Interino)"),
        ("VOCERO/DIRECTOR DE PRENSA", "Vocero/Director de Prensa"),
        ("MINISTER FOR WOMEN'S AFFAIRS", "Minister for Women's Affairs"),
        ("VICE-PRESIDENT OF THE BANK", "Vice-President of the Bank"),
        ("COMMISSIONER—ACTING", "Commissioner—Acting"),
        ("NATO SECRETARY GENERAL ANA O'ROE", "NATO Secretary General Ana O'Roe"),
        ("COVID-19 RESPONSE COORDINATOR", "COVID-19 Response Coordinator"),
        ("U.S. AMBASSADOR TO ANDORIA", "U.S. Ambassador to Andoria"),
        ("COMMANDER OF THE 19TH FLEET", "Commander of the 19th Fleet"),
        ("HEAD OF 5G POLICY", "Head of 5G Policy"),
        ("CHAIRMAN KIM JONG UN", "Chairman Kim Jong Un"),
    ],
)
def test_a_title_in_capitals_has_its_small_words_small(printed: str, title: str) -> None:
    assert proper_case_title(printed) == title


@pytest.mark.parametrize(
    "printed",
    ["Ana Roe", "MOTOKI Toshi", "外交部发言人", "CGTN记者", "向明", "Xiang Ming / 向明", "", "19"],
)
def test_what_is_not_in_capitals_stays_as_printed(printed: str) -> None:
    assert not in_capitals(printed)
    assert proper_case(printed) == proper_case_title(printed) == printed
