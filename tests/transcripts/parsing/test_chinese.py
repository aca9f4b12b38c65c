"""Documents in Chinese: who leads, whose an office is, which lines are labels. Names invented."""

import pytest

from briefings.transcripts.parsing.chinese_names import (
    is_full_name,
    name_and_office,
    surname_and_office,
    without_courtesy,
)
from briefings.transcripts.parsing.hosts import name_of_host
from briefings.transcripts.types import Kind, Role, Transcript
from tests.transcripts.parsing.reading import read


def _people(found: Transcript) -> dict[str, tuple[Role, str | None]]:
    return {person.name: (person.role, person.title) for person in found.header.participants}


def _said(found: Transcript) -> list[tuple[Kind, str | None]]:
    return [(turn.kind, turn.speaker or turn.outlet) for turn in found.turns]


def test_it_parts_names_offices_and_courtesies() -> None:
    assert surname_and_office("梁副主委") == ("梁", "副主委")
    assert surname_and_office("詹主任秘書") == ("詹", "主任秘書")
    assert surname_and_office("發言人") is None
    assert name_and_office("法政處蘇美慧處長") == ("蘇美慧", "法政處處長")
    assert name_and_office("梁文柏副主任委員兼發言人") == ("梁文柏", "副主任委員兼發言人")
    assert without_courtesy("高慧芝醫生") == "高慧芝"
    assert without_courtesy("主任医师") == "主任医师"
    assert is_full_name("欧阳文") and not is_full_name("记者会")


HOST_AMONG_GUESTS = """某省新闻发布会
时间：2023年5月5日
嘉宾：
主持人：省政府新闻办副主任 陈小竹
省发改委主任 李大川
省财政厅副厅长 张国梁

陈小竹：大家好，请李主任介绍。

李大川：谢谢。三点情况。

陈小竹：请提问。

南方日报记者：目标是什么？

李大川：5%以上。

羊城晚报记者：资金呢？

陈小竹：请张国梁副厅长回答。

张国梁：有保障。
"""


def test_it_ends_a_host_s_field_with_its_line() -> None:
    found = read(HOST_AMONG_GUESTS)
    assert _people(found) == {
        "陈小竹": (Role.MODERATOR, "省政府新闻办副主任"),
        "李大川": (Role.SPEAKER, "省发改委主任"),
        "张国梁": (Role.SPEAKER, "省财政厅副厅长"),
    }
    assert (Kind.ANSWER, "张国梁") in _said(found)


def test_it_reads_the_fields_of_minutes_that_are_numbered() -> None:
    found = read(
        "某委员会新闻发布会文字实录\n一、时间：2023年12月24日（周日）15:00\n二、主题：冬季防护\n"
        "三、嘉宾：\n某委新闻发言人、宣传司副司长 米小川\n某医院呼吸中心主任 王青竹\n\n"
        "米小川\n大家下午好！欢迎参加今天的发布会。\n\n健康报记者\n近期会不会反弹？\n\n"
        "王青竹\n当前以流感为主。\n"
    )
    assert found.header.time is not None and found.header.time.hour == 15
    assert found.turns[0].label == "米小川"


def test_it_knows_surnames_with_offices_of_the_list_in_traditional_characters() -> None:
    found = read(
        "某委員會例行記者會紀要\n日期：113年5月16日（星期四）下午3時\n地點：本會會議室\n"
        "主持人：詹志川主任秘書\n發言人：梁文柏副主任委員\n列席：法政處蘇美慧處長\n紀錄：聯絡處\n\n"
        "詹主任秘書：各位媒體大家午安，先請梁副主委說明。\n\n梁副主委：大家好，今天有兩點說明。\n\n"
        "媒體提問（某某社）：政策會不會調整？\n\n梁副主委：沒有改變。\n\n"
        "媒體追問：有排定嗎？\n\n蘇處長：還沒有。\n\n更新日期：113-05-17　點閱次數：1532\n"
    )
    assert str(found.header.date) == "2024-05-16"
    assert found.header.title == "某委員會例行記者會紀要"
    assert _people(found) == {
        "詹志川": (Role.MODERATOR, "主任秘書"),
        "梁文柏": (Role.SPEAKER, "副主任委員"),
        "蘇美慧": (Role.SPEAKER, "法政處處長"),
    }
    assert _said(found) == [
        (Kind.MODERATION, "詹志川"),
        (Kind.REMARKS, "梁文柏"),
        (Kind.QUESTION, "某某社"),
        (Kind.ANSWER, "梁文柏"),
        (Kind.QUESTION, "某某社"),  # 追問: a follow-up
        (Kind.ANSWER, "蘇美慧"),
    ]


def test_it_finds_the_holders_of_offices_in_a_hong_kong_lede() -> None:
    found = read(
        "新聞公報\n\n房屋局局長會見傳媒談話內容（附短片）\n**********\n\n"
        "　　以下是房屋局局長盧振川教授聯同公屋管理局總行政經理高慧芝醫生今日（十一月二十日）下午在"
        "海傍政府總部會見傳媒的談話內容：\n\n記者：收費會加到多少？\n\n房屋局局長：未有具體水平。\n\n"
        "記者：高醫生，時間表呢？\n\n高慧芝醫生：明年上半年。\n\n完\n\n2024年11月20日（星期三）\n"
    )
    assert str(found.header.date) == "2024-11-20"
    assert found.header.place == "海傍政府總部"
    assert (found.header.title or "").startswith("房屋局局長會見傳媒談話內容")
    assert _people(found) == {
        "盧振川": (Role.SPEAKER, "房屋局局長"),
        "高慧芝": (Role.SPEAKER, "公屋管理局總行政經理"),
    }
    assert [turn.speaker for turn in found.turns if turn.kind is Kind.ANSWER] == [
        "盧振川",
        "高慧芝",
    ]


@pytest.mark.parametrize("title", ["某司司长记者会答问全文", "某委员会例行记者会纪要"])
def test_it_takes_a_title_that_holds_the_word_reporter_for_a_title(title: str) -> None:
    found = read(
        f"{title}\n2015年2月25日\n\n记者：有两个问题。\n\n发言人：我先答。\n\n记者：还有吗？\n\n发言人：没有了。\n"
    )
    assert found.header.title == title
    assert not found.header.participants
    assert _said(found)[0] == (Kind.QUESTION, None)


def test_it_takes_what_a_reporter_says_of_himself_for_speech() -> None:
    found = read(
        "某局新闻发布会\n\n贾广川：\n\n大家好。\n\n海岸电视台记者：\n\n海岸记者想问：粮价会涨吗？谢谢。\n\n"
        "贾广川：\n\n不会。\n"
    )
    assert [turn.label for turn in found.turns] == ["贾广川", "海岸电视台记者", "贾广川"]


def test_it_lists_people_under_a_heading_of_any_name() -> None:
    found = read(
        "Press conference on tea\n\nTime: 10:00 a.m., August 26, 2022\n\n"
        "Publishers: Jing Yalan, Director of the Tea Office; Li Gao, Deputy Director of the Tea "
        "Office\n\nHost: Xu Ruilan, Deputy Director of the Information Office\n\n"
        "Jing Yalan\n\nTea does well.\n\nRed Coast News reporter\n\nWhat about the price?\n\n"
        "Li Gao\n\nIt is stable.\n\nHarbour Daily reporter\n\nAnd the export?\n\n"
        "Jing Yalan\n\nIt grows.\n"
    )
    assert _people(found)["Li Gao"] == (Role.SPEAKER, "Deputy Director of the Tea Office")
    assert [turn.speaker for turn in found.turns if turn.kind is Kind.ANSWER] == [
        "Li Gao",
        "Jing Yalan",
    ]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Host Xu Ruilan", "Xu Ruilan"),
        ("Moderator Ms. Roe", "Roe"),
        ("Moderadora Ana Roe", "Ana Roe"),
        ("主持人 陈小竹", "陈小竹"),
        ("主持人：邢 慧", "邢慧"),
        ("Host Minister", None),
        ("Chair Pawley", None),
        ("主持人", None),
    ],
)
def test_it_parts_the_word_for_who_leads_from_a_name(label: str, name: str | None) -> None:
    assert name_of_host(label) == name


@pytest.mark.parametrize("host", ["主持人 陈小竹", "[主持人陈小竹]"])
def test_it_takes_a_role_and_a_name_above_words_for_who_leads(host: str) -> None:
    guest, asker = ("[李大川]", "[海岸日报记者]") if host[0] == "[" else ("李大川", "海岸日报记者")
    found = read(
        f"某省新闻发布会实录\n2024年3月8日\n\n{host}\n大家上午好！下面请李厅长介绍情况。\n\n"
        f"{guest}\n谢谢主持人。我介绍三点情况。\n\n{host}\n下面请记者提问。\n\n"
        f"{asker}\n请问今年的目标是什么？\n\n{guest}\n目标是增长5%以上。\n\n{host}\n今天的发布会到此结束。\n"
    )
    assert {name: role for name, (role, _) in _people(found).items()} == {
        "陈小竹": Role.MODERATOR,
        "李大川": Role.SPEAKER,
    }
    assert [kind for kind, _ in _said(found)] == [
        Kind.MODERATION,
        Kind.REMARKS,
        Kind.MODERATION,
        Kind.QUESTION,
        Kind.ANSWER,
        Kind.MODERATION,
    ]


def test_it_counts_the_host_s_hand_over_to_the_exchange() -> None:
    handed = [turn for turn in read(HOST_AMONG_GUESTS).turns if turn.kind is Kind.HANDOFF]
    assert [(turn.speaker, turn.exchange) for turn in handed] == [("陈小竹", 2)]


def test_it_gives_an_opening_without_a_label_to_nobody_who_is_labelled_only_below_it() -> None:
    found = read(
        "某部发布会\n2023年5月5日\n\n大家好，欢迎出席今天的发布会。\n\n王文川：谢谢主持人。\n\n"
        "海岸日报记者：请问下一步？\n\n王文川：继续努力。\n"
    )
    assert found.turns[0].label is None and found.turns[0].speaker is None


def test_it_keeps_a_printed_title_that_holds_the_topic_s_field() -> None:
    found = read(
        "某省“稳就业”政策新闻发布会\n\n时间：2023年8月17日（星期四）15:00\n地点：新闻发布厅\n"
        "主题：“稳就业”政策新闻发布会\n\n李大川：大家好。\n\n海岸日报记者：有何措施？\n\n李大川：有三条。\n"
    )
    assert found.header.title == "某省“稳就业”政策新闻发布会"


def test_it_knows_the_end_of_a_press_release_by_its_mark() -> None:
    found = read(
        "房屋局局長會見傳媒談話內容\n\n以下是房屋局局長盧振川今日（十一月二十日）會見傳媒的談話內容：\n\n"
        "房屋局局長：各位午安。\n\n記者：何時公布？\n\n房屋局局長：明年。\n\n完\n\n"
        "2024年11月20日（星期三）\n香港時間18時05分\n\n列印此頁\n"
    )
    assert found.complete


@pytest.mark.parametrize(
    ("question", "outlet"),
    [("政策會不會調整？（海岸社記者）", "海岸社"), ("（海岸報記者王大川）有排定嗎？", "海岸報")],
)
def test_it_reads_the_outlet_in_brackets_at_either_end(question: str, outlet: str) -> None:
    found = read(
        f"某會記者會紀要\n2024年5月16日\n\n問：{question}\n答：沒有改變。\n\n問：何時？\n答：下週。\n"
    )
    assert found.turns[0].outlet == outlet


@pytest.mark.parametrize(
    "question",
    [
        "I'm from Lagoon TV. The port is an important window. Will more firms moor there?",
        "I am a reporter with Red Coast News. My question is about the islands. Thank you.",
        'I am a reporter from Coast Radio and Television Station "Moving News". What has changed?',
    ],
)
def test_it_finds_a_question_without_a_heading_whose_asker_says_who_asks(question: str) -> None:
    found = read(
        "Press conference on tea\n\nMay 5, 2023\n\nXing Hui:\n\nGood morning. Questions, please."
        "\n\nHarbour Daily:\n\nWhat about the price?\n\nZhang Yulan:\n\nIt is stable.\n\n"
        f"{question}\n\nLi Gao:\n\nThere is much to say.\n"
    )
    asked = [turn for turn in found.turns if turn.kind is Kind.QUESTION]
    assert len(asked) == 2 and asked[1].outlet is not None
    assert found.turns[-1].speaker == "Li Gao"


def test_it_takes_a_full_name_that_comes_once_for_a_heading_where_labels_are_headings() -> None:
    found = read(
        "某省新闻发布会实录\n2024年3月8日\n\n主持人 陈小竹\n大家上午好！\n\n"
        "海岸日报记者\n资金怎么保障？\n\n主持人 陈小竹\n请财政厅张副厅长回答。\n\n"
        "张国梁\n资金有保障。\n\n主持人 陈小竹\n今天的发布会到此结束。\n"
    )
    assert (Kind.ANSWER, "张国梁") in _said(found)


def test_it_knows_who_is_in_charge_of_a_body_that_the_lede_names() -> None:
    found = read(
        "The commission held a press conference in September\n\n"
        "On the morning of September 19, 2022, it held a regular press conference in September. "
        "Meng Weila, spokesperson of the Commission, and Zhao Chenglan, secretary of the Party "
        "Committee of the Price Centre, attended.\n\n"
        "Meng Weila:\nGood morning.\n\nHarbour News reporter:\nHow are prices?\n\n"
        "Person in charge of the Price Centre:\nStable and calm.\n\n"
        "Coast Daily reporter:\nAnd grain?\n\n"
        "The relevant person in charge of the Grain Bureau:\nEnough grain for all.\n"
    )
    assert found.header.place is None
    assert [turn.speaker for turn in found.turns if turn.kind is Kind.ANSWER] == [
        "Zhao Chenglan",
        None,
    ]
    assert _people(found)["Meng Weila"] == (Role.SPEAKER, "spokesperson of the Commission")


def test_it_takes_asked_and_replied_behind_a_label_for_no_part_of_it() -> None:
    found = read(
        "Regular press conference\n\nJune 8, 2023\n\nShu Juelan: Good afternoon.\n\n"
        "Lagoon TV reporter asked: What is your comment?\n\nShu Juelan replied: We oppose it.\n\n"
        "Coast Herald reporter: And the fair?\n\nShu Juelan: It will be held in June.\n"
    )
    assert _said(found) == [
        (Kind.REMARKS, "Shu Juelan"),
        (Kind.QUESTION, "Lagoon TV"),
        (Kind.ANSWER, "Shu Juelan"),
        (Kind.QUESTION, "Coast Herald"),
        (Kind.ANSWER, "Shu Juelan"),
    ]


def test_it_takes_an_event_named_after_a_colon_for_the_title() -> None:
    found = read(
        "立法會：渡輪局局長會見傳媒答問內容\n\n以下是渡輪局局長蔡若帆今日會見傳媒的答問內容：\n\n"
        "記者：會否加班？\n\n蔡若帆：會按機制處理。\n\n記者（英文）：When?\n\n"
        "渡輪局局長：In due course.\n\n"
        "完／2024年6月12日（星期三）\n"
    )
    assert found.header.title == "立法會：渡輪局局長會見傳媒答問內容"
    assert found.header.date is not None
    assert list(_people(found)) == ["蔡若帆"]
    assert [turn.outlet for turn in found.turns if turn.kind is Kind.QUESTION] == [None, None]


def test_it_knows_a_host_of_machine_translation_by_what_opens_the_questions() -> None:
    found = read(
        "The commission held a press conference on January 14, 2023\n\n"
        "Mi Fen:\nDear media friends, welcome to the press conference.\n\n"
        "Jiao Yalan:\nThank you, moderator. I will introduce the situation.\n\n"
        "Mi Fen:\nThank you. Let's enter the question session. Please report your news outlet.\n\n"
        "Coast News reporter:\nHow many are there?\n\nJiao Yalan:\nFewer than before.\n\n"
        "Mi Fen:\nOne last question.\n\nHarbour Daily reporter:\nAnd then?\n\n"
        "Jiao Yalan:\nWe shall see.\n\n"
        "Mi Fen:\nThank you. Today's press conference is over.\n"
    )
    assert _people(found)["Mi Fen"][0] is Role.MODERATOR


def test_it_joins_what_is_set_apart_and_leaves_out_the_verb_of_answering() -> None:
    found = read(
        "某省新闻发布会实录\n\n时 间：2023年6月5日\n发布人：省生态厅副厅长 赵 军 川\n"
        "　　　　省生态厅处长 刘 炳\n\n河口日报记者问：\n\n目标是多少？\n\n"
        "赵军川答：\n\n继续改善。\n\n"
        "长滩网记者问：\n\n秋冬季怎么办？\n\n刘炳答：\n\n强化减排。\n"
    )
    assert list(_people(found)) == ["赵军川", "刘炳"]
    assert [turn.speaker for turn in found.turns if turn.kind is Kind.ANSWER] == ["赵军川", "刘炳"]


def test_it_lists_once_who_is_listed_in_each_language() -> None:
    found = read(
        "Press conference on trade\n贸易情况新闻发布会\n\n"
        "Lyu Dalan, spokesperson of the Customs Office\n海关新闻发言人 吕大兰\n\n"
        "Shou Xiao:\n寿小：\n\nGood afternoon. Welcome.\n大家下午好，欢迎。\n\n"
        "Lyu Dalan:\n吕大兰：\n\nThank you.\n谢谢。\n\nHarbour TV:\n海港电视台记者：\n\n"
        "How was trade?\n外贸怎么样？\n\nLyu Dalan:\n吕大兰：\n\nIt grew by 2%.\n增长2%。\n"
    )
    assert sorted(_people(found)) == ["Lyu Dalan / 吕大兰", "Shou Xiao / 寿小"]


def test_a_lede_without_a_year_takes_that_of_the_page_s_own_stamp() -> None:
    found = read(
        "海州举行防汛工作新闻发布会\n\n6月21日，海州市人民政府新闻办公室举行新闻发布会，介绍防汛工作情况。"
        "市应急管理局副局长温小恒出席并答记者问。发布会由市政府新闻办新闻发布处处长江小岚主持。\n\n"
        "主持人 江小岚：各位记者朋友，下午好！请提问。\n\n海州日报记者：供电何时恢复？\n\n"
        "市应急管理局副局长 温小恒：今天。\n\n外国记者：明天呢？\n\n温小恒：也有电。\n\n"
        "主持人：谢谢大家，再见！\n",
        pubdate="2024-06-22 09:12",
    )
    assert str(found.header.date) == "2024-06-21"
    assert _people(found)["江小岚"] == (Role.MODERATOR, "市政府新闻办新闻发布处处长")
    asked = [turn for turn in found.turns if turn.kind is Kind.QUESTION]
    assert [turn.outlet for turn in asked] == ["海州日报", None]


def test_labels_in_english_are_of_those_whom_the_lede_names_in_chinese() -> None:
    found = read(
        "行政長官會見傳媒談話內容\n\n以下是行政長官梁小衡今日（十一月十二日）會見傳媒的談話內容：\n\n"
        "行政長官：各位早晨。\n\n記者：特首，海台記者。會否延長？\n\n行政長官：不會。\n\n"
        "Reporter: Will you meet them?\n\nChief Executive: Yes.\n\n"
        "記者：特首你好，我係灣報記者。會唔會延長呀，請你講多啲？\n\n行政長官：會。\n\n2024年11月12日\n"
    )
    answers = [turn.speaker for turn in found.turns if turn.kind is Kind.ANSWER]
    assert answers == ["梁小衡"] * 3
    asked = [turn.outlet for turn in found.turns if turn.kind is Kind.QUESTION]
    assert asked == ["海台", None, "灣報"]


def test_a_stamp_behind_a_name_in_brackets_is_no_part_of_what_is_said() -> None:
    found = read(
        "某办2023年11月15日新闻发布会文字实录\n\n[陈小行] [10:01]：各位朋友，上午好！\n"
        "[海州日报记者] [10:03]：有何进展？\n[陈小行] [10:05]：谢谢。有三件事。\n"
        "[海州日报记者] [10:06]：何时完成？\n[陈小行] [10:07]：明年。\n"
    )
    assert [turn.paragraphs[0] for turn in found.turns][1:3] == ["有何进展？", "谢谢。有三件事。"]
