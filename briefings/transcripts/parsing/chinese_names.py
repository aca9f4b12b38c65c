"""Chinese names, the courtesy behind them, and the offices before or behind them."""

import re

from briefings.transcripts.parsing.scripts import either, fold
from briefings.transcripts.parsing.vocabulary import TITLE_ZH

# The family names that all but a few in a hundred bear (the reports on names of the mainland's
# Ministry of Public Security and of Taiwan's Ministry of the Interior), and some of two characters.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃"
    "武戴莫孔向汤温常俞文牛葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦祝左柴梅宁苗童阮纪舒柯游"
    "祁路成华盛柳凌凡裴鲍喻骆尚涂辛符霍解柏卫翁娄季康施简连涂甘穆单房包沙司戚卓车项党曲冉池阎寿洪"
    "凤仲米宗靳冷荣晏初应区麦巫饶国桂杭刁屈蒙佟蔺封费邝岑敖冼禤丘瞿甄蓝边敬郎谷阳"
)
_TWO = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "司徒",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "令狐",
        "慕容",
        "东方",
        "端木",
    ]
)
# Names of traditional print fold to the table's by these, beyond what words of office need.
_NAMES = str.maketrans(
    "劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭袁蔣葉蘇魏呂瀋盧鍾譚陸範賈韋鄒邱龍顧賀龔萬錢嚴湯溫龐顏莊聶魯關蘭寧"
    "紀華連項黨閻鳳應區麥饒費鄺藍邊陽歐張齊喬衛單車國劉",
    "刘陈杨黄赵吴孙马罗郑许韩冯邓萧袁蒋叶苏魏吕沈卢钟谭陆范贾韦邹邱龙顾贺龚万钱严汤温庞颜庄聂鲁关兰宁"
    "纪华连项党阎凤应区麦饶费邝蓝边阳欧张齐乔卫单车国刘",
)
_COURTESY = re.compile(
    either(
        r"\s*(?:女士|先生|小姐|太太|同志|教授|博士|院士|医生|医师|大夫|律师|议员|"
        r"(?:大|上|中|少)(?:校|将))$"
    )
)
HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+$")
# "副主委", "主任秘書", "副主任委員兼發言人"
_OFFICE = rf"(?:代理|代|副|总|總)?{TITLE_ZH.pattern}+"
_OFFICE_BEHIND = re.compile(rf"{_OFFICE}(?:兼(?:任)?[\u4e00-\u9fff]{{0,8}}?{_OFFICE})*")
_ANSWERS = re.compile(r"(?:回答|答复|答)$")
_OFFICE_LAST = re.compile(f"{TITLE_ZH.pattern}$")
_UNIT_ENDS = frozenset("局部委会司处院厅办署省市县区科所组团室")
# Places that begin with a family name: nobody is called so
_PLACES = frozenset(["安哥拉", "卢旺达", "马拉维", "马耳他", "温哥华"])
# "法政處蘇美惠處長": a unit's name before the name
_UNIT = re.compile(either(r"[\u4e00-\u9fff]{1,12}(?:处|局|司|部|室|科|组|中心|院|厅|所|署|会|委)"))


def surname(name: str) -> str:
    """Return the family name that opens a Chinese name, "" where none that is known does."""
    folded = fold(name).translate(_NAMES)
    if folded[:2] in _TWO:
        return name[:2]
    return name[:1] if folded[:1] in SURNAMES else ""


def is_full_name(text: str) -> bool:
    """Return whether a text is a family name that is known and one given name or two."""
    family = surname(text)
    given = len(text) - len(family)
    if not family or not 1 <= given <= 2 or not HAN_NAME.fullmatch(text):
        return False
    return not is_unit(text) and text not in _PLACES


def is_unit(text: str) -> bool:
    """Return whether Chinese words end as a unit's name does ("房屋局", "安委会")."""
    return fold(text[-1]) in _UNIT_ENDS


def without_courtesy(text: str) -> str:
    """Return a text without the courtesy word or rank that ends it ("高慧琳醫生")."""
    bare = _COURTESY.sub("", text)
    return text if ends_with_office(bare) else bare  # "主任医师" is an office


def ends_with_office(text: str) -> bool:
    """Return whether Chinese words end with a word of office ("財政司司長")."""
    return bool(_OFFICE_LAST.search(text))


def is_name_with_courtesy(text: str) -> bool:
    """Return whether a text is a full name with a courtesy word or a rank ("吴文谦大校")."""
    bare = without_courtesy(text)
    return bare != text and is_full_name(bare)


def surname_and_office(text: str) -> tuple[str, str] | None:
    """Part "梁副主委" into family name and office; None where a text is anything else."""
    family = surname(text)
    office = text[len(family) :]
    if family and office and _OFFICE_BEHIND.fullmatch(office):
        return family, office
    return None


def without_verb(text: str) -> str:
    """Return a name without the verb of answering behind it ("赵军川答")."""
    name = _ANSWERS.sub("", text)
    return name if name != text and is_full_name(name) else text


def name_and_office(text: str) -> tuple[str, str] | None:
    """Part "梁文哲副主任委員", "法政處蘇美惠處長" into name and office; None where it has none."""
    for found in re.finditer(_OFFICE_BEHIND, text):
        if found.end() != len(text):
            continue
        before = text[: found.start()]
        for size in (3, 4):  # of two characters it may be a place or a field: "温州市长"
            name, unit = before[-size:], before[:-size]
            if len(name) == size and is_full_name(name) and (not unit or _UNIT.fullmatch(unit)):
                return name, unit + found.group()
    return None
