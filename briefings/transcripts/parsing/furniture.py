"""Blocks that belong to the page and not to the briefing: menus, pagers, credits, captions."""

import re
from collections.abc import Iterable

from briefings.transcripts.parsing.blocks import Block, Sheet, Taken

# (reason, pattern, longest block it may take). All are matched at the start of a block.
_FORMS: tuple[tuple[str, str, int], ...] = (
    ("rule", r"(?:[-_=*~#—–―─━.·•\s]{3,}|\*|\\)$", 320),
    ("page break", r"(?:_\w+_page_break_tag_\s*)+$|\[?(?:nextpage|page)\]?$", 80),
    # "/5    Xing Huina": the caption of a slide show
    ("photo caption", r"/\s*\d{1,2}\s+\S.{0,80}$|\d{1,2}\s*/\s*\d{1,2}\s+\S.{0,80}$", 100),
    ("photo caption", r"[\[(（【]?\s*(?:(?:file\s+)?photos?\s*(?:by|:|/|courtesy|credit)|"
     r"image(?:\s+credit)?\s*:|图片(?:来源|说明)?\s*[:：]|摄影\s*[:：]|foto(?:grafía)?\s*:)", 300),
    ("photo caption", r"group\s+photo\.?$|.{0,200}\[\s*photo\s*/.{0,80}\]$", 320),
    # "1  2  3  4  5  6  7  8  9  10  11  >", "< 1 2 3 >", "Page 3 of 12", "- 4 -"
    ("pager", r"(?:[<>«»‹›|\s]|prev(?:ious)?\b|next\b|上一页|下一页|首页|尾页|末页|\.{3}|…|"
     r"\b\d{1,3}\b)+$", 200),
    ("pager", r"(?:page|página|seite|第)\s*\d{1,4}\s*(?:页|頁)?"
     r"(?:\s*(?:of|/|de|von|共)\s*\d{1,4}\s*页?)?$"
     r"|[-–—]\s*\d{1,4}\s*[-–—]$|\(?more\)?$|-\s*more\s*-$", 60),
    ("comments", r"go\s+to\s+forum\b.*$", 160),
    ("page tools", r"(?:adjust\s+)?font\s+size\s*:?.{0,30}$|(?:print|e-?mail|share|download|save|"
     r"tweet|facebook|twitter|linkedin|whatsapp|wechat|weibo|copy\s+link|pdf|listen|subscribe|"
     r"back\s+to\s+top|top|compartir|imprimir|descargar|分享|打印|打印本页|关闭|关闭窗口|收藏|字号|"
     r"返回顶部|大\s*中\s*小)(?:[\s|/·,、:：]+(?:print|e-?mail|share|download|save|tweet|facebook|"
     r"twitter|linkedin|whatsapp|wechat|weibo|copy|link|pdf|page|this|article|to|on|"
     r"分享|打印|关闭|收藏|到|微信|微博|大|中|小))*\s*[:：]?$", 120),
    ("page tools", r"(?:follow|like|join|find|visit)\s+(?:us|[\w.]+)\s+on\s+\w+.{0,120}$"
     r"|follow\s+\S+\s+on\s+(?:twitter|facebook|x)\b.*$|扫一扫.{0,60}$|share\s+(?:this|on|"
     r"to)\b.{0,60}$"
     r"|(?:print|email)\s+this\b.{0,40}$|skip\s+to\s+(?:main\s+)?content.*$|字体\s*[:：].{0,40}$"
     r"|【?字体.{0,40}$|字号\s*[:：].{0,40}$|.{0,4}分享到.{0,60}$", 220),
    ("language link", r"(?:read\s+(?:this\s+)?in\s+\w+|\w+\s+version|(?:英文|中文)版?|english|中文|"
     r"français|español|русский|عربي|العربية|view\s+in\s+\w+|leer\s+en\s+\w+)$", 60),
    # "Home > News>Press Conference", "ㄑ Press Room ㄑ Transcripts", "当前位置: 首页 > …"
    ("breadcrumb", r"(?:当前位置|您(?:现在)?(?:所在|的)位置|您所在的位置|所在位置|位置|"
     r"you\s+are\s+here|"
     r"estás\s+en|ud\.?\s+está\s+aquí)\s*[:：].*$", 320),
    ("breadcrumb", r"(?:home|homepage|首页|inicio|accueil|startseite|main\s+page)\s*"
     r"(?:[>›»/|→:-]|&gt;|\s>).*$", 320),
    ("breadcrumb", r"[ㄑ>›»<‹].{0,120}[ㄑ>›»].*$", 320),
    ("credit", r"[(（]?\s*(?:translated|transcribed|compiled|written|edited|reported|interpreted)"
     r"(?:\s*(?:,|and|&)\s*(?:translated|edited|compiled|proofread|reviewed))*\s+by\b", 4000),
    ("credit", r"[(]\s*(?:transcripción|traducción)\s+(?:editada|realizada|elaborada|de)\b", 300),
    ("credit", r"[(（【]?\s*(?:责任编辑|責任編輯|责编|编辑|編輯|作者|"
     r"审核|校对|稿件来源|编审|监制)\s*[:：]", 200),
    ("credit", r"[(（\[]?\s*(?:source|editor|editors|web\s+editor|fuente|quelle|"
     r"来源|來源|文章来源|信息来源)\s*[:：]"
     r".{0,160}$", 200),
    ("disclaimer", r"[(（*\[]?\s*(?:all\s+information\s+published\s+on|in\s+case\s+of\s+any\s+"
     r"(?:discrepancy|difference)|disclaimer|copyright|©|版权所有|免责声明|声明\s*[:：]|"
     r"all\s+rights\s+reserved|this\s+(?:transcript|text)\s+(?:has\s+been|is|was)\s+"
     r"(?:edited|provided|translated|prepared|not)|note\s*:\s+(?:this|the)\s+transcript|"
     r"the\s+(?:chinese|english|original)\s+version\s+(?:shall|is|will)|"
     r"\(?this\s+is\s+an?\s+(?:unofficial|machine)\s+translation|京icp|沪icp|icp备)", 600),
    # "END    12:34 P.M. EST"
    ("end mark", r"\W*\bend\b\W*(?:of\s+(?:transcript|briefing|press\s+conference|recording|"
     r"document)\W*)?(?:\d{1,2}[:.]\d\d\s*[AaPp]\.?\s?[Mm]\.?"
     r"(?:\s*\(?[A-Za-z]{1,5}\)?)?)?\W*$", 100),
    ("end mark", r"[\[(【（]?\s*(?:ends|end|fin|完|全文完|结束|end\s+of\s+transcript|"
     r"recording\s+ends?|transcript\s+ends?|fin\s+de\s+la\s+transcripción|ooo|000|###|-30-)"
     r"\s*[\])】）.]?$", 60),
    ("end mark", r"[\[(]\s*(?:the\s+)?(?:briefing|press\s+conference|press\s+briefing|conference|"
     r"gaggle|meeting)\s+(?:was\s+)?(?:concluded|ended|adjourned|closed)\b.{0,60}[\])]$", 160),
    ("related links", r"(?:related\s+(?:links?|stories|news|articles|reading|content|video)|"
     r"most\s+(?:read|viewed|popular)|recommended|more\s+(?:from|on|stories)|read\s+more|"
     r"see\s+also|"
     r"相关(?:链接|新闻|阅读|报道|稿件|文章)|推荐阅读|延伸阅读|热门|往期|上一篇|下一篇|"
     r"enlaces\s+relacionados)"
     r"\s*[:：]?.{0,120}$", 160),
    ("related links", r"(?:to\s+(?:view|watch|listen|read|download|see)|for\s+(?:more|the\s+full)|"
     r"click|visit|watch|learn\s+more|subscribe)\b.{0,260}(?:https?://|www\.)|click\s+here\b", 700),
)  # fmt: skip
# Forms that may begin with any word cost too much to try on every line: each is tried only where a
# sign of it stands in the text.
_SIGNED: tuple[tuple[str, str, re.Pattern[str], int], ...] = (
    ("omment", "comments", re.compile(r".{0,20}\b\d*\s*comment\(?s\)?.*$", re.I), 160),
    (
        "ookies",
        "cookie notice",
        re.compile(r".{0,80}\b(?:we\s+use|uses|uso\s+de)\s+cookies\b", re.I),
        600,
    ),
    *(
        (
            sign,
            "breadcrumb",
            re.compile(rf"[\w &']{{2,40}}(?:\s*{sign}\s*[\w &']{{2,60}}){{2,}}$"),
            320,
        )
        for sign in ">›»"
    ),
)
_COMPILED = tuple((reason, re.compile(form, re.I), longest) for reason, form, longest in _FORMS)
# One look at all of them together; only what it lets through is tried one by one.
_ANY = re.compile("|".join(f"(?:{form})" for _, form, _ in _FORMS), re.I)
_LONGEST = max(longest for _, _, longest in _FORMS)
# Quick first look: a block that opens with a plain word of speech is no furniture. Only blocks that
# are short, or open with a word or sign the forms open with, are tried against them.
_SHORT = 90
_OPENINGS = re.compile(
    r"[\W_\dㄑ]|all |in case|translated|transcribed|compiled|written|edited|reported|interpreted|"
    r"copyright|disclaimer|this (?:transcript|text|is)|note|the (?:chinese|english|original)|home|"
    r"to (?:view|watch|listen|read)|for |click|visit|watch|learn|"
    r"follow|related|print|photo|source|editor|file photo|责|编|来源|版权|声明|作者|当前|您|首页|"
    r"图片",
    re.IGNORECASE,
)


def reason_of(block: Block) -> str:
    """Return why a block is furniture, "" when nothing says so."""
    text = block.head
    length = len(block.text)
    if length > _LONGEST or (length > _SHORT and not _OPENINGS.match(text)):
        return ""
    for sign, reason, form, longest in _SIGNED:
        if sign in text and length <= longest and form.match(text):
            return reason
    if not _ANY.match(text):
        return ""
    for reason, form, longest in _COMPILED:
        if length <= longest and form.match(text):
            return reason
    return ""


def find(sheet: Sheet, extra: Iterable[tuple[str, re.Pattern[str]]] = ()) -> None:
    """Take every block that a general or a family's own pattern calls furniture."""
    own = tuple(extra)
    for index, block in enumerate(sheet.blocks):
        reason = reason_of(block)
        if not reason and own:
            reason = next((why for why, form in own if form.match(block.head)), "")
        if reason:
            sheet.take(index, Taken.FURNITURE, reason)


# "12:34 P.M. EST" after the last words, "2020-05-15 15:01:36" between the turns of a live page
_STAMP = re.compile(
    r"[\[(]?(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)?\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
    r"(?:\s*[ap]\.?\s?m\.?)?(?:\s*\(?[A-Z]{1,5}\)?)?[\])]?$",
    re.IGNORECASE,
)


def stamps(sheet: Sheet, first_label: int) -> None:
    """Take the lines below the first label that hold a time of day and nothing else."""
    for index in range(first_label, len(sheet.blocks)):
        block = sheet.blocks[index]
        if len(block.text) <= 40 and sheet.free(index) and _STAMP.match(block.head.strip()):
            sheet.take(index, Taken.FURNITURE, "time stamp")
            sheet.cues[index] = None


def headings(sheet: Sheet, first_label: int, lines: frozenset[int]) -> None:
    """Take the headings that a page sets between the turns ("Visit to Amberland")."""
    for index in range(first_label, len(sheet.blocks) if lines else first_label):
        block = sheet.blocks[index]
        heading = block.first_line in lines and len(block.text) <= 120
        speech = sheet.cues[index] is not None or block.text[-1] in ".?!。？！:："
        if heading and not speech and sheet.free(index):
            sheet.take(index, Taken.FURNITURE, "topic heading")


# Shorter blocks come again by chance ("Thank you.").
MIN_REPEATED = 12


def repeats(sheet: Sheet, first_label: int) -> None:
    """Take what stands in the header and comes again with every page.

    Pages saved one by one and joined repeat title, lede and publication line, also in mid-turn.
    Every such block but the first is furniture. Listed participants may be printed twice, in the
    summary and above the transcript: they stay header.
    """
    seen: set[str] = set()
    for index, block in enumerate(sheet.blocks):
        text = " ".join(block.head.split())
        if len(text) < MIN_REPEATED:
            continue
        if sheet.cues[index] is not None:
            continue
        if text in seen and sheet.taken[index] in (None, Taken.HEADER):
            sheet.take(index, Taken.FURNITURE, "repeated page header")
        elif index < first_label and sheet.taken[index] in (None, Taken.HEADER):
            seen.add(text)
