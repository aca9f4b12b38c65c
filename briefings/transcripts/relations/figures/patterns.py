"""How figures are printed, in English and in Chinese, with the Spanish and French words of scale.

A group's name ends in a digit where several alternatives hold the same part.
"""

import re
from decimal import Decimal

from briefings.transcripts.relations.figures import numerals

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_POWERS = {
    2: "hundred 百",
    3: "thousand k mil 千",
    4: "万",
    5: "十万",
    6: "million millions mn m millon millón millones 百万",
    7: "千万",
    8: "亿",
    9: "billion bn b milliard milliards 十亿",
    10: "百亿",
    11: "千亿",
    12: "trillion tn t 万亿",
}
SCALES = {
    **{word: Decimal(10) ** power for power, words in _POWERS.items() for word in words.split()},
    "十": Decimal(10),
    "hundred million": Decimal(10) ** 8,
    "mil millones": Decimal(10) ** 9,
}
# "$3.5m" is millions, "16.5m" and "5t" are metres and tonnes, "4K" is a name.
LETTERS = tuple("kmbtKMBT")
CURRENCY = tuple("$€£¥")
MOST_PARTS = 10  # "3/10" is a fraction, "9/11" a day
TIMES = ("times", "fold", "倍")
PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}

# "May" and "March" are words of other meanings too: a day or a year beside them tells.
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d\d"
DATES = re.compile(
    rf"""
    (?P<year1>\d{{4}})\ ?年
        (?:\ ?(?P<month1>\d{{1,2}})\ ?月(?:份|底|初|末)?(?:\ ?(?P<day1>\d{{1,2}})\ ?[日号])?)?
  | (?P<month2>\d{{1,2}})\ ?月(?:份)?(?:\ ?(?P<day2>\d{{1,2}})\ ?[日号])?
  | (?P<year3>\d{{4}})-(?P<month3>\d{{2}})-(?P<day3>\d{{2}})(?!\d)
  | \b(?P<month4>{_MONTH})\ (?P<day4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d{{3}}|\.\d|%)
        (?:\ ?(?:-|–|to)\ ?\d{{1,2}}(?![\d%]|[.,]\d))?
        (?:,?\ (?P<year4>{_YEAR})\b)?
  | \b(?P<day5>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month5>{_MONTH})\b
        (?:,?\ (?P<year5>{_YEAR})\b)?
  | \b(?P<month6>{_MONTH}),?\ (?:of\ )?(?P<year6>{_YEAR})\b
  | (?P<hour7>\d{{1,2}})[:：](?P<minute7>[0-5]\d)(?::\d\d)?
        (?:\ ?(?P<half7>[AaPp])\.?[Mm]\b\.?)?(?!\d)
  | (?P<hour9>\d{{1,2}})\ ?[时時](?:(?P<minute9>[0-5]?\d)分)?
  | \b(?P<hour8>\d{{1,2}})\ ?(?P<half8>[AaPp])\.?[Mm]\b\.?
    """,
    re.VERBOSE,
)

_NUM = r"(?:\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)*"
_LATIN_SCALE = (
    r"mil\ millones|millones|mill[oó]n|milliards?|hundred\ million|thousand|millions?|billion"
    r"|trillion|hundred|bn|mn|tn"
)
_HAN_SCALE = "[万萬][亿億]|[千百十]?[亿億]|[千百十]?[万萬]|千|百|十"
_PERCENT = r"percent(?:age\ points?)?|per\ cent(?:age\ points?)?|pct|por\ ciento|pour\ cent"
_ONES = "|".join((*numerals.TENS, *sorted(numerals.UNITS, key=len, reverse=True)))
_LARGE = "hundred|thousand|million|billion|trillion"
_HAN_DIGIT = "[零〇一二两兩三四五六七八九]"
_HAN_SIZE = "[十百千万萬亿億]"
_HAN = "[零〇一二两兩三四五六七八九十百千万萬亿億]"
# The longest numeral there is to say has 24 characters; bounded, a line of "一" takes no square of
# its length.
_HAN_RUN = f"{_HAN}{{1,24}}"
NUMBERS = re.compile(
    rf"""
    第\ ?(?P<han_ordinal>\d+|{_HAN_RUN})
  | (?P<han_below>{_HAN_RUN})分之(?P<han_above>{_HAN_RUN}(?:[点點]{_HAN_DIGIT}{{1,24}})?|{_NUM})
  | (?<![\w.,/])(?P<ordinal>\d+)(?:st|nd|rd|th)\b
  | (?<![A-Za-z0-9_.,/])(?<![A-Za-z]-)(?P<num>{_NUM})
    (?P<over>/\d+(?![\d/]))?
    (?P<scale>(?:\ ?(?:{_LATIN_SCALE})|[kmbt])(?![A-Za-z]) | \ ?(?:{_HAN_SCALE}))?
    (?P<unit>\ ?[%％] | [\ -](?:{_PERCENT}|times|fold)\b | \ ?[个個]?百分[点點] | \ ?倍)?
  | \bhalf\ an?\ (?P<half>{_LARGE})\b
  | \b(?P<words>
        (?:{_ONES}|an?(?=[ -](?:{_LARGE})))(?:[ -](?:and[ ])?(?:{_ONES}|{_LARGE})\b)*
    )\b
    (?P<words_unit>
        [\ -](?:{_PERCENT}|times|fold|thirds?|quarters?|fourths?|fifths?|tenths?)\b
    )?
  | (?P<han>[一二两兩三四五六七八九](?={_HAN_DIGIT}{{0,24}}{_HAN_SIZE}){_HAN_RUN}
      |十[一二三四五六七八九](?!{_HAN})|(?:十[一二三四五六七八九]?|百)[万萬亿億]{_HAN}{{0,24}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a text must hold for the patterns above to find anything in it: looked for first, because
# most paragraphs of speech hold no figure at all.
DIGIT = re.compile(r"\d")
NUMERAL = re.compile(rf"\b(?:{_ONES}|an?[ -](?:{_LARGE}))\b|{_HAN}", re.IGNORECASE)
# "90 to 95 percent", "3-5 million", "20～30万": the first takes the scale and unit of the second.
RANGE = re.compile(r"\ ?(?:-|–|—|~|～|至|到|to|or|或)\ ?", re.IGNORECASE)
# What may follow digits without a space and leaves them a number.
UNIT_OF_MEASURE = re.compile(r"(?:[kcmn]m|[kMG]Wh?|kg|mg|ha|[kMGT]B|[kMG]Hz|mph|mm|ft|s)\b")
