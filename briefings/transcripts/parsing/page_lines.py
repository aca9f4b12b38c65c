"""The lines of pages, known by what stands in them: menus, pagers, credits, captions, notices."""

import re
from functools import cache

from briefings.transcripts.parsing.blocks import Block

_FORMS: tuple[tuple[str, str, int], ...] = (
    ("rule", r"(?:[-_=*~#—–―─━.·•\s]{3,}|\*|\\|:{3}|[—–])$", 320),  # ":::" tops Taiwan's pages
    ("page break", r"(?:_\w+_page_break_tag_\s*)+$|\[?(?:nextpage|page)\]?$", 80),
    # "/5    Xing Huina": the caption of a slide show
    ("photo caption", r"/\s*\d{1,2}\s+\S.{0,80}$|\d{1,2}\s*/\s*\d{1,2}\s+\S.{0,80}$", 100),
    ("photo caption", r"[\[(（【]?\s*(?:(?:file\s+)?photos?\s*(?:by|:|/|courtesy|credit)|"
     r"image(?:\s+credit)?\s*:|图片(?:来源|说明)?\s*[:：]|摄影\s*[:：]|foto(?:grafía)?\s*:)", 300),
    # "农业农村部总农艺师 郑海涛（徐想 摄）"
    ("photo caption", r".{0,80}[（(][^（）()]{1,16}[摄攝][)）]$", 120),
    ("photo caption", r"group\s+photo\.?$|.{0,200}\[\s*photo\s*/.{0,80}\]$", 320),
    # "1  2  3  4  5  6  7  8  9  10  11  >", "< 1 2 3 >", "Page 3 of 12", "- 4 -"
    ("pager", r"(?:[<>«»‹›|\s]|prev(?:ious)?\b|next\b|上一页|下一页|首页|尾页|末页|\.{3}|…|"
     r"\b\d{1,3}\b)+$", 200),
    ("pager", r"(?:page|página|seite|第)\s*\d{1,4}\s*(?:页|頁)?"
     r"(?:\s*(?:of|/|de|von|共)\s*\d{1,4}\s*页?)?$"
     r"|[-–—]\s*\d{1,4}\s*[-–—]$|\(?more\)?$|-\s*more\s*-$", 60),
    # "Página 1 de 4 www.example.es CALLE MAYOR 1 28071 - MADRID", "Page 1 of 2    Next >>"
    ("pager", r"(?:page|página|pág\.?|seite|pagina)\s*\d{1,4}\s*(?:of|/|de|von|di)\s*\d{1,4}\b"
     r"(?!.*[.?!]$).{0,200}$", 240),
    ("pager", r"[\[(]\s*page\s+\d{1,4}\s*[\])]$|\d{1,3}\s?/\s?\d{1,3}$|"
     r"previous\s+page\b[\s\d]*next\s+page$", 60),
    # "[1] [2] [3] << Previous page Next page >> Last page"
    ("pager", r"(?:\[\d{1,3}\]|[<>«»|\s]|\b(?:first|last|next|previous)\s+page\b)+$", 120),
    ("contact", r"(?:https?://\S+|www\.[\w.-]+\S*)$", 200),
    ("contact", r"(?:media\s+|press\s+)?(?:contacts?|contacto|tel|phone|dirección|address|地址|"
     r"联系电话|电话)"
     r"\s*[:：].{0,140}$", 160),
    # "(Please also refer to the Chinese portion of the remarks.)": Hong Kong's pages
    ("disclaimer", r"[(（]\s*please\s+(?:also\s+)?refer\s+to\s+the\s+\w+\s+"
     r"(?:portion|version|text)\b[^()]{0,80}[)）]$", 160),
    # "PRESS OFFICER: Jane Roe" at the foot of a page
    ("contact", r"(?:press|media|communications?)\s+(?:officer|relations|office)\s*:\s*"
     r"(?-i:[A-ZÀ-Þ])[\w’'.-]+(?:\s(?-i:[A-ZÀ-Þ])[\w’'.-]+){1,3}$", 90),
    ("contact", r"for\s+(?:more|further)\s+information,?\s+(?:please\s+)?(?:contact|"
     r"visit)\b.{0,120}$", 180),
    ("advertisement", r"(?:advertisement|publicidad|广告|story\s+continues\s+below.{0,30})$", 60),
    ("contact", r"(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", 100),
    ("comments", r"go\s+to\s+forum\b.*$", 160),
    ("comments", r"(?:leave\s+(?:a|your)\s+|your\s+|post\s+(?:a\s+|your\s+)?)comments?\W*$|"
     r"user\s*name(?:\s+required)?\W*$|enter\s+the\s+words\s+you\s+see\W*$", 60),
    ("page tools", r"(?:was\s+this\s+(?:page\s+)?(?:helpful|useful)|"
     r"is\s+this\s+page\s+(?:helpful|useful)|"
     r"did\s+you\s+find\s+this\b.{0,30})\?$|sign\s+up\s+for\s+our\s+newsletters?.{0,20}$|"
     r"download\s+(?:the\s+)?\w{2,5}$|(?:cookie|privacy)\s+settings$|(?:volver\s+arriba|"
     r"back\s+to\s+(?:top|press\s+\w+))$|(?:扫码|扫描二维码)关注.{0,20}$|点击查看更多.{0,10}$|"
     r"app\s*下载$|scan\s+the\s+(?:qr\s+)?code\b.{0,60}$|"
     r"(?:compartir|síganos|seguir)\s+en\s+\w+.{0,40}$", 90),
    ("page tools", r"(?:privacy\s+policy|terms\s+(?:of\s+use|(?:&|and)\s+conditions)|contact\s+us|"
     r"site\s?map|términos\s+y\s+condiciones|aviso\s+legal|联系我们|网站地图|关于我们|网站声明)"
     r"(?:\s*[|·/]\s*.{2,40}){0,6}$", 160),
    ("page tools", r"(?:tags?|filed\s+under|keywords?|etiquetas|关键词|关键字|"
     r"next\s+article|previous\s+article|leer\s+más|主办单位|承办单位|网站标识码)"
     r"\s*[:：].{0,160}$", 200),
    ("related links", r"(?:you\s+may\s+also\s+like|noticias\s+relacionadas)\W*$", 60),
    ("page tools", r"(?:\[(?:close\s+window|print(?:\s+this\s+page)?|top)\]\s*){1,3}$", 60),
    # "（請同時參閱談話內容的英文部分。）": the end of every release of Hong Kong's
    ("language link", r"[（(]\s*[请請]同[时時][参參][阅閱].{0,40}[)）]$", 60),
    ("page tools", r"(?:suggest|recommend|send)\s+(?:this\s+)?to\s+a\s+friend\W*$|"
     r".{0,30}\bapp\s+download$|.{0,30}\be-?mail\s+subscription$|"
     r"(?:imprim[ei]r?|descargar?)\s+(?:la\s+)?(?:página|nota|versión|documento)\b.{0,30}$", 80),
    ("page tools", r"(?:adjust\s+)?font\s+size\s*:?.{0,30}$|(?:print|e-?mail|share|download|save|"
     r"tweet|facebook|twitter|linkedin|whatsapp|wechat|weibo|copy\s+link|pdf|listen|subscribe|"
     r"back\s+to\s+top|top|compartir|imprimir|descargar|分享|打印本页|打印|关闭窗口|关闭|收藏|字号|"
     r"返回顶部|大\s*中\s*小)(?:[\s|/·,、:：]+(?:print|e-?mail|share|download|save|tweet|facebook|"
     r"twitter|linkedin|whatsapp|wechat|weibo|copy|link|pdf|page|this|article|to|on|bookmark|and|"
     r"分享|打印本页|打印|关闭窗口|关闭|收藏|到|微信|微博|大|中|小))*\s*[:：]?$", 120),
    ("page tools", r"(?:follow|like|join|find|visit)\s+(?:us|[\w.]+)\s+on\s+\w+.{0,120}$"
     r"|follow\s+\S+\s+on\s+(?:twitter|facebook|x)\b.*$|扫一扫.{0,60}$|share\s+(?:this|on|"
     r"to)\b.{0,60}$"
     r"|(?:print|email)\s+this\b.{0,40}$|skip\s+to\s+(?:main\s+)?content.*$|字体\s*[:：].{0,40}$"
     r"|【?字体.{0,40}$|字号\s*[:：].{0,40}$|.{0,4}分享到.{0,60}$", 220),
    ("language link", r"(?:read\s+(?:this\s+)?in\s+\w+|\w+\s+version|(?:英文|中文)版?|english|中文|"
     r"français|español|русский|japanese|日本語|other\s+languages|عربي|العربية|view\s+in\s+\w+|"
     r"leer\s+en\s+\w+)$", 60),
    # "Home > News>Press Conference", "ㄑ Press Room ㄑ Transcripts", "当前位置: 首页 > …"
    ("breadcrumb", r"(?:当前位置|您(?:现在)?(?:所在|的)位置|您所在的位置|所在位置|位置|"
     r"you\s+are\s+here|"
     r"estás\s+en|ud\.?\s+está\s+aquí)\s*[:：].*$", 320),
    ("breadcrumb", r"(?:home|homepage|首页|inicio|accueil|startseite|main\s+page)\s*"
     r"(?:[>›»/|→:-]|&gt;|\s>).*$", 320),
    ("breadcrumb", r"[ㄑ>›»<‹]\s*[^\s>].{0,120}[ㄑ>›»].*$", 320),
    ("credit", r"[(（]?\s*(?:translated|transcribed|compiled|written|edited|reported|interpreted)"
     r"(?:\s*(?:,|and|&)\s*(?:translated|edited|compiled|proofread|reviewed))*\s+by\b", 4000),
    ("credit", r"[(（\[]?\s*transcript(?:ion)?\s+(?:provided\s+)?by\b.{0,80}$", 120),
    ("credit", r"(?:edición|redacción)\s*[:：].{0,60}$", 90),
    ("photo caption", r".{0,60}\s[摄攝]$|[（(]\s*图\s*/.{1,20}[)）]$|图为.{1,60}[。）]?$", 100),
    ("credit", r"[(]\s*(?:transcripción|traducción)\s+(?:editada|realizada|elaborada|de)\b", 300),
    ("credit", r"[(（【\[]?\s*(?:责任编辑|責任編輯|责编|编辑|編輯|作者|"
     r"审核|校对|稿件来源|编审|监制)\s*[:：]", 200),
    ("credit", r"[(（\[]?\s*(?:source|editors?|web\s+editor|editors?\s+in\s+charge|fuente|quelle|"
     r"来源|來源|文章来源|信息来源)\s*[:：]"
     r".{0,160}$", 200),
    ("disclaimer", r"[(（*\[]?\s*(?:all\s+information\s+published\s+on|in\s+case\s+of\s+any\s+"
     r"(?:discrepancy|difference)|disclaimer\b|copyright\s*(?:©|\(c\)|\d|by\b|:|\|)|©|版权所有|"
     r"免责声明|声明\s*[:：]|"
     r"all\s+rights\s+reserved|this\s+(?:transcript|text)\s+(?:has\s+been|is|was)\s+"
     r"(?:(?:\w+\s+)?edited|provided|translated|prepared|not)|"
     r"(?:please\s+)?note\s*:\s*(?:this\s+transcript|the\s+(?:transcript|(?:english|chinese)\s+version))|"
     r"todos\s+los\s+derechos|"
     r"the\s+(?:chinese|english|original)\s+version\s+(?:shall|is|will)|"
     r"the\s+following\s+(?:english|chinese)\s+(?:text|translation|version)\s+is\b|"
     r"\(?this\s+is\s+an?\s+(?:unofficial|machine|provisional|courtesy|tentative)\s+translation|"
     r"京icp|沪icp|icp备|"
     r"for\s+information\s+media\W+not\s+an\s+official\s+record|"
     r"la\s+legalidad,?\s+veracidad\s+y\s+(?:la\s+)?calidad\s+de\s+la\s+información)", 600),
    # "The following question was raised after the press conference:" above a labelled question
    ("note", r"the\s+following\s+questions?\s+(?:was|were)\s+(?:raised|asked)\b.{0,60}[:：]$", 120),
    # "END    12:34 P.M. EST"
    ("end mark", r"\W*\bend\b\W*(?:of\s+(?:transcript|briefing|press\s+conference|recording|"
     r"document)\W*)?(?:\d{1,2}[:.]\d\d\s*[AaPp]\.?\s?[Mm]\.?"
     r"(?:\s*\(?[A-Za-z]{1,5}\)?)?)?\W*$", 100),
    ("end mark", r"[\[(【（]?\s*(?:ends|end|fin|完|全文完|结束|end\s+of\s+transcript|"
     r"recording\s+ends?|transcript\s+ends?|fin\s+de\s+la\s+transcripción|ooo|000|###|-30-)"
     r"\s*[\])】）.]?$", 60),
    # "完／2024年6月12日（星期三）"
    ("end mark", r"完\s*[／/]\s*\d.{0,30}$", 60),
    # "(Fin à 13 h 52)", "(Fin de la séance à 11 h 3)"
    ("end mark", r"\(\s*fin\s+(?:de\s+la\s+\w+\s+)?à\s+\d{1,2}\s*h\b.{0,10}\)\W*$", 60),
    ("end mark", r"(?:the\s+)?(?:end|conclusion)\s+of\s+(?:the\s+)?(?:press\s+conference|briefing|"
     r"press\s+briefing|transcript|interview)\W*$", 60),
    ("end mark", r"[\[(]\s*(?:whereupon\b[^)\]]{0,60}|the\s+)?(?:briefing|conference|"
     r"press\s+conference|press\s+briefing|gaggle|meeting)\s+(?:was\s+)?"
     r"(?:concluded|ended|adjourned|closed)\b.{0,60}[\])]$", 160),
    ("related links", r"(?:related\s+(?:links?|stories|news|articles|reading|content|video)|"
     r"most\s+(?:read|viewed|popular)|recommended|more\s+(?:from|on|stories)(?!.*[.!?]$)|"
     r"read\s+more|"
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
        re.compile(r".{0,80}\b(?:we\s+use(?:\s+\w+){0,3}|uses|uso\s+de)\s+cookies\b", re.I),
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
# One look at all of them together; only what it lets through is tried one by one, and only then is
# each compiled.
_ANY = re.compile("|".join(f"(?:{form})" for _, form, _ in _FORMS), re.I)
_LONGEST = max(longest for _, _, longest in _FORMS)
# Quick first look: a block that opens with a plain word of speech is no furniture. Only blocks that
# are short, or open with a word or sign the forms open with, are tried against them.
_SHORT = 90
_OPENINGS = re.compile(
    r"[\W_\dㄑ]|all |in case|translated|transcribed|compiled|written|edited|reported|interpreted|"
    r"copyright|disclaimer|this (?:transcript|text|is)|note|the (?:chinese|english|original)|home|"
    r"the following|"
    r"to (?:view|watch|listen|read)|for |click|visit|watch|learn|"
    r"follow|related|page|página|seite|pagina|la legalidad|user|enter|your|leave|print|photo|"
    r"source|editor|more|you may|was |is this|did you|sign |download|cookie|privacy|terms|"
    r"contact|media|"
    r"press |tags?|filed|keywords?|last |next |previous |https?:|www|story|transcript|edición|"
    r"contacto|todos|etiquetas|file photo|责|编|来源|版权|声明|作者|当前|您|首页|"
    r"图片",
    re.IGNORECASE,
)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


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
    for reason, shape, longest in _FORMS:
        if length <= longest and _compiled(shape).match(text):
            return reason
    return ""
