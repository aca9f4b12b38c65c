"""Numbers written in words: ``twenty-five``, ``two hundred million``, ``三百二十``."""

from decimal import Decimal

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
UNITS = {word: value for value, word in enumerate(_UNITS.split())}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        strict=True,
    )
}
SCALES = {
    "hundred": Decimal(10) ** 2,
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
# Traditional characters are read as the simplified ones.
SIMPLIFIED = str.maketrans("萬億兩", "万亿两")
HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
HAN_SMALL = {"十": 10, "百": 100, "千": 1000}


def english(words: list[str]) -> Decimal | None:
    """Return the value of an English numeral's words, lower case, without "and"; else None.

    >>> english(["two", "hundred", "twenty", "five", "thousand"])
    Decimal('225000')
    """
    total = current = Decimal(0)
    for word in words:
        if word in UNITS:
            current += UNITS[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in SCALES:
            total += (current or Decimal(1)) * SCALES[word]
            current = Decimal(0)
        else:
            return None
    return total + current


def han(text: str) -> Decimal | None:
    """Return the value of a Chinese numeral (``三千二百万``, ``三点五``), or None when it is none.

    >>> han("一亿二千万")
    Decimal('120000000')
    """
    whole, point, decimals = text.translate(SIMPLIFIED).replace("點", "点").partition("点")
    if point and not (decimals and all(digit in HAN_DIGITS for digit in decimals)):
        return None
    total = Decimal(0)  # of the parts that have reached 亿
    below = section = digit = 0  # of the parts that have reached 万; under 万; the last digit
    for character in whole:
        if character in HAN_DIGITS:
            digit = digit * 10 + HAN_DIGITS[character]  # 二〇二二 is read digit by digit
        elif character in HAN_SMALL:
            section += (digit or 1) * HAN_SMALL[character]
            digit = 0
        elif character == "万":
            below += (section + digit or 1) * 10**4
            section = digit = 0
        elif character == "亿":
            total += (below + section + digit or 1) * 10**8
            below = section = digit = 0
        else:
            return None
    value = total + below + section + digit
    if point:
        value += Decimal("0." + "".join(str(HAN_DIGITS[digit]) for digit in decimals))
    return value
