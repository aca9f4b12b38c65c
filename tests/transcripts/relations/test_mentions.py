"""Latin-script names, found by their form."""

from briefings.transcripts.relations.mentions import find_mentions


def test_it_takes_capitals_inside_a_sentence_and_none_at_its_start() -> None:
    assert find_mentions("Yesterday we met Lindqvist in Lanport. Nothing else.") == (
        "lindqvist",
        "lanport",
    )


def test_it_takes_acronyms_and_names_with_digits_anywhere() -> None:
    assert find_mentions("GDP rose. 5G and COVID-19 too.") == ("gdp", "5g", "covid-19")


def test_it_leaves_days_months_and_titles_out() -> None:
    assert find_mentions("on Monday, in March, said Mr Tanaka") == ("tanaka",)


def test_every_latin_word_counts_in_a_text_of_another_script() -> None:
    assert find_mentions("使用5G网络和app的GDP", foreign=True) == ("5g", "app", "gdp")
