"""The words that labels, headers and furniture are known by, in the languages of the families."""

import re
from functools import lru_cache

from briefings.transcripts.names import LABELS_KEPT
from briefings.transcripts.parsing.scripts import either, fold


def word_set(words: str, sign: str = " ") -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split(sign))


# --- labels -------------------------------------------------------------------------------------

# Labels under which reporters speak. Compared without numbers ("Reporter 2"), case, and brackets.
QUESTION_LABELS = word_set(
    "q|question|questions|questioner|reporter|journalist|correspondent|press|media|"
    "the press|follow-up|follow up|followup|follow-up question|another question|"
    "next question|audience question|inaudible question|question from the audience|"
    "unidentified reporter|unknown reporter|male reporter|female reporter|"
    "unidentified journalist|unidentified questioner|unidentified correspondent|"
    "photojournalist|photographer|member of the press|member of press|members of the press|"
    "member of the media|press question|media question|reporters|journalists|"
    "speaker from the floor|from the floor|pregunta|periodista|reportero|reportera|"
    "corresponsal|interlocutor|interlocutora|repregunta|contrapregunta|p|preg|prensa|periodistas|journaliste|"
    "journalistes|presse|"
    "la presse|question de la presse|frage|zusatzfrage|nachfrage|journalistin|pergunta|"
    "jornalista|jornalistas|repórter|imprensa|domanda|giornalista|记者|提问|问|记者问|记者提问|记者追问|媒体|媒体记者|"
    "媒体提问|媒体追问|媒体问|传媒|现场记者|现场提问|有记者问|网友|追问|继续追问|网友提问|质问|"
    "外国记者|境外记者|海外记者|外籍记者|外国媒体记者|境外媒体记者|女记者|男记者|一位记者|一名记者",
    "|",
)
# Labels under which the one who answers speaks; they mean something only beside a question label.
ANSWER_LABELS = word_set(
    "a answer r respuesta resp réponse antwort resposta risposta 答 答记者问 回答 答复"
)
# Labels of who leads the briefing, without a name.
MODERATOR_LABELS = word_set(
    "moderator|chairperson|chairman|chairwoman|chair|host|operator|facilitator|conference operator|"
    "mc|m.c|emcee|master of ceremonies|the moderator|conference moderator|presenter|"
    "event moderator|press officer|staff|aide|"
    "主持人|主持|司仪|moderador|moderadora|conductor|conductora|maestra de ceremonias|"
    "maestro de ceremonias|mediador|mediadora|modérateur|modératrice|animateur|animatrice|"
    "moderatorin|moderador a|moderatore|"
    "vorsitzender|vorsitzende|司会|사회자",
    "|",
)
# Voices that are nobody's in particular: neither a question nor an answer.
VOICE_LABELS = word_set(
    "intervención|intervencion|voz mujer|voz hombre|voz femenina|voz masculina|voz en off|video|"
    "audio|voces|voz|asistentes|participantes|participant|participants|audience|crowd|voice|voices|"
    "unidentified speaker|unidentified male|unidentified female|unknown speaker|unknown|"
    "unidentified participant|audience member|interpreter|the interpreter|translator|narrator|"
    "remark|intérprete|traductor|traductora|翻译|旁白|video voiceover|unidentified",
    "|",
)
# Offices that stand as a label without a name. Matched as whole labels, a "the" or "deputy" aside.
OFFICE_LABELS = word_set(
    "spokesman|spokesperson|spokeswoman|spokespersons|deputy spokesman|deputy spokesperson|"
    "deputy spokeswoman|associate spokesperson|acting spokesperson|press secretary|"
    "president|vice president|prime minister|deputy prime minister|premier|chief minister|"
    "first minister|treasurer|minister|chancellor|secretary|secretary-general|secretary general|"
    "deputy secretary|foreign minister|health minister|foreign secretary|health secretary|"
    "attorney general|attorney-general|governor|mayor|ambassador|director|director-general|"
    "director general|commissioner|president-elect|chief medical officer|chief health officer|"
    "senior administration official|senior administration officials|administration official|"
    "senior state department official|senior defense official|senior official|"
    "senior government official|senior white house official|senior nsc official|"
    "background briefer|briefer|official|speaker|host minister|king|queen|emperor|pope|"
    "assistant minister|acting prime minister|high representative|managing director|"
    "presidente|presidenta|vicepresidente|vicepresidenta|vocero|vocera|portavoz|ministro|ministra|"
    "primer ministro|primera ministra|ministra portavoz|ministro portavoz|"
    "portavoz del gobierno|presidente del gobierno|canciller|"
    "consejero|consejera|conseller|consellera|comisario|comisaria|rector|rectora|jefe de gabinete|"
    "premier|intendente|gerente|gerente general|primeiro-ministro|primeira-ministra|porta-voz|"
    "secretario|secretaria|jefe de gobierno|jefa de gobierno|gobernador|gobernadora|alcalde|"
    "alcaldesa|subsecretario|subsecretaria|directora general|coordinador|"
    "le président|président|premier ministre|première ministre|le premier ministre|porte-parole|"
    "le porte-parole|la porte-parole|le ministre|la ministre|ministre|bundeskanzler|"
    "bundeskanzlerin|regierungssprecher|"
    "发言人|新闻发言人|外交部发言人|国防部发言人|商务部发言人|部长|总理|主席|外长|"
    "王毅外长|大使|负责人|有关负责人|相关负责人|副部长|局长|主任|省长|市长|总统|司长|厅长|处长|"
    "院长|署长|行政长官|特首|主委|副主委|秘书长|指挥官",
    "|",
)

# Words that end or begin what a reporter's label says besides the outlet.
REPORTER_WORDS = re.compile(
    r"(?:^|(?<=\s)|(?<=的))(?:reporters?|correspondents?|journalists?|news reporter|editor|"
    r"corresponsal(?:a)?|periodista|reporter[oa]|journaliste|"
    r"journalist(?:in)?)(?=$|[\s,(])",
    re.IGNORECASE,
)

# Words in the names of outlets. Enough to call a label an outlet's when a question follows it.
MEDIA_WORDS = re.compile(
    r"\b(?:news(?:papers?|wire|week|hub|max|day|nation|talk|net|line|desk|asia)?|daily|times|post|heraldo?|tribune|gazette|gaceta|journal|"
    r"telegraph|guardian|chronicle|observer|mirror|globe|sun|star|mail|express|press|agency|"
    r"agence|agencia|agenzia|tv|television|televisión|télévision|radio|broadcast(?:ing|er)?|"
    r"network|channel|media|magazine|weekly|monthly|review|bulletin|courier|examiner|inquirer|"
    r"dispatch|standard|register|monitor|reuters|bloomberg|xinhua|app|online|"
    r"diario|periódico|noticias|prensa|canal|revista|semanario|emisora|cadena|"
    r"presse|quotidien|rádio|televisão|agência|zeitung|rundfunk|nachrichten|anzeiger|giornale|corriere|folha|jornal|wire|report|today|"
    r"business|economist|financial|information|newsroom|shimbun)\b"
    r"|(?<=\w )FM\b(?! [A-Z])"  # "Kass FM"
    r"|(?:\b|[a-z])(?:TV|News)\b|\.com\b|\.cn\b|\.org\b",
    re.IGNORECASE,
)
MEDIA_ZH = re.compile(
    either(
        r"(?:报|周刊|杂志|社|电视|广播|台|卫视|网|新闻|客户端|频道|央视|央广|传媒|财经|媒体)"
        r"(?:APP|客户端|记者)?$"
    ),
    re.IGNORECASE,
)

# Words a title begins with (or holds) in English and Spanish, lower case.
TITLE_WORDS = word_set(
    "president vice prime minister deputy chief director general secretary spokesperson spokesman "
    "spokeswoman chairman chairwoman chair chairperson commissioner ambassador governor mayor "
    "senator representative congressman congresswoman administrator acting senior assistant "
    "associate executive head member officer official surgeon attorney treasurer chancellor "
    "premier king queen adviser advisor coordinator inspector counsel counselor envoy special "
    "national security press under undersecretary state foreign health defense defence finance "
    "adm vadm radm gen lt brig cmdr ceo cfo coo cto superintendent investigator "
    "sheriff constable coroner detective "
    "investigator-in-charge commander-in-chief editor-in-chief "
    "vice-president secretary-general director-general "
    "admiral colonel major captain lieutenant brigadier commander sergeant professor doctor "
    "supervisor manager principal managing high staff economist scientist "
    "epidemiologist physician engineer editor speaker leader czar white house covid "
    "covid-19 response homeland dg sg nsc omb cea fema cdc nih nasa nato un eu us u.s. "
    "presidente presidenta secretario secretaria ministro ministra directora subsecretario "
    "subsecretaria vicepresidente vicepresidenta gerente intendente "
    "gobernador gobernadora comisionado comisionada fiscal jefe jefa titular "
    "coordinador coordinadora vocero vocera portavoz ministre porte-parole présidente président "
    "directeur directrice gouverneur secrétaire governador governadora secretário secretária "
    "almirante comandante procurador canciller "
    "atleta senador senadora diputado diputada alcalde alcaldesa embajador embajadora",
    " ",
)
# Those of them that are what a person is, and not what the office is about.
OFFICE_NOUNS = TITLE_WORDS - word_set(
    "vice deputy acting senior assistant associate executive press state foreign health "
    "defense "
    "defence finance national security high staff white house covid covid-19 response homeland "
    "nsc omb cea fema cdc nih nasa nato un eu us u.s. chief under principal managing surgeon "
    "atleta titular official"
)
TITLE_ZH = re.compile(
    either(
        r"(?:主任|局长|部长|司长|处长|厅长|省长|市长|县长|区长|州长|书记|委员|发言人|"
        r"主席|会长|院长|院士|教授|研究员|主持人|总工程师|总经济师|总规划师|总设计师|总统计师|负责人|"
        r"署长|关长|行长|总裁|董事长|总经理|总[\u4e00-\u9fff]{1,3}师|"
        r"秘书长|参赞|大使|总理|外长|巡视员|组长|专家|医师|理事长|副总|审计长|检察官|检察长|庭长|队长|"
        r"司令员|工程师|大臣|长官|报道官|首相|总统|校长|秘书|指挥官|次长|主委|专员|行政经理|总监|"
        r"特首|协调员|警司|总领事|馆长|所长|社长|台长|科长|司令|政委|参谋长)"
    )
)

HONORIFIC = re.compile(
    r"^(?:(?:lic|ing|mtr[oa]|dña|excm[oa]|gral|cnel)\.\s*|(?:"
    r"(?:the\s+|l['’])?(?:rt\.?\s+|right\s+)?hon(?:ou?rable)?\.?|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|"
    r"lord|lady|sen|rep|gen|general|lt|maj|col|capt|adm|admiral|amb|u?sec|asec|gov|rev|"
    r"shri|smt|sri|sr|sra|srta|dra|don|doña|m|mme|mlle|herr|frau|mr\s+dr)\b\.?\s*)",
    re.IGNORECASE,
)

# First words that no name begins with: what follows is a sentence or a list, not a label.
NOT_LABEL_FIRST = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth firstly secondly thirdly "
    "lastly finally next then also again now well so and but or yet nor because since if when "
    "while where what who whom whose which why how is are was were be been being do does did has "
    "have had can could will would shall should may might must i we you he she it they me us him "
    "them my our your his its their this that these those there here on in at by for from to with "
    "of about into over under after before during between through against among within without "
    "regarding concerning as like than yes no not never okay ok oh ah sure right good great thank "
    "thanks please sorry hello hi hey dear remember look listen note notes see example examples "
    "source sources editor editors author authors photo photos image images caption credit credits "
    "subject subjects topic topics title date time place venue location updated published posted "
    "summary background transcript transcription translation contents content tags tag share "
    "related read more link links url email tel phone fax address website contact contacts "
    "http https www step number point points part item option case figure table chapter section "
    "page pages volume question's key main another other others some any all both each every "
    "one two three four five six seven eight nine ten only just let lets let's here's there's "
    "that's it's what's who's today tomorrow yesterday tonight re ps nb eg ie namely including "
    "such conclusion result results reason reasons answer's warning update correction copyright "
    "across around along despite beyond throughout toward towards "
    "until upon via inside outside near off "
    "out per primero segundo tercero cuarto quinto además también pero porque cuando donde como "
    "que si "
    "entonces ahora bueno y o el los las un una unos unas es son está están hay por para con sin "
    "sobre entre desde hasta en de del al a sí gracias fuente foto fecha hora lugar tema "
    "primera segunda tercera finalmente monday tuesday wednesday thursday friday saturday sunday "
    "lunes martes miércoles jueves viernes sábado domingo",
    " ",
)
NOT_LABEL_ZH = re.compile(
    either(
        r"^(?:第[一二三四五六七八九十]|[一二三四五六七八九十]+[是、方]|其[一二三四次中]|首先|然后|"
        r"最后|此外|另外|"
        r"同时|比如|例如|来源|责任编辑|编辑|作者|时间|日期|地点|标题|主题|题目|注|图|表|附|有|是|我|"
        r"你|他|她|它|这|那|"
        r"今天|目前|现在|所以|因为|但是|如果|关于|对于|根据|为了|通过|以下|如下|包括|主要|具体|下面|"
        r"(?:发布|发表|更新|上架|张贴)(?:时间|日期)|点阅|[记纪]录[:：]?$|记录人|列席|现在位置|主办|承办|协办|网站|浏览|点击|联系|地址|邮编|备案|电话|传真|"
        r"摄影|责编|声明|版权|分享|打印|字号|大家都|一个|两个|几个|什么|为什么|怎么|如何)"
    )
)
ORDINARY_ZH = re.compile(either(r"[，。！？；的了吗呢吧着过很都也就]|[一-鿿]是[一-鿿]"))

# --- headers ------------------------------------------------------------------------------------

# Headings of the lists in a header, by the role of the people listed.
SPEAKER_FIELDS = word_set(
    "speaker|speakers|participants|participant|panelists|panelist|briefers|briefer|presenters|"
    "attendees|present|in attendance|on the panel|officials|guests|guest speakers|"
    "keynote speakers|featured speakers|featuring|with|"
    "publisher|publishers|announcer|announcers|issuers|principal|principals|principaux|participan|interviene|comparece|"
    "ponentes|participantes|intervienen|comparecen|oradores|asistentes|intervenants|teilnehmer|"
    "发言人|嘉宾|出席人员|出席人|出席嘉宾|发布人|介绍人|主讲人|发布会嘉宾|参加人员|出席|主讲嘉宾|"
    "发布嘉宾|出席领导|列席|列席人员|与会人员|参会人员|出席官员|发言嘉宾|主发布人",
    "|",
)
MODERATOR_FIELDS = word_set(
    "chairperson|chairman|chairwoman|chair|moderator|moderators|host|hosts|hosted by|"
    "moderated by|facilitator|presider|presided by|presenter|"
    "moderador|moderadora|modera|conduce|animateur|animatrice|mediador|mediadora|"
    "modérateur|moderation|moderatorin|主持人|主持",
    "|",
)
DATE_FIELDS = word_set(
    "date|dates|time|time and date|date and time|when|day|fecha|hora|día|fecha y hora|datum|"
    "时间|日期|发布时间安排|发布会时间|召开时间|举行时间|会议时间|日期时间",
    "|",
)
PLACE_FIELDS = word_set(
    "place venue location where site city lugar sede lieu endroit ciudad ort 地点 地址 发布会地点 "
    "召开地点 会场 会议地点"
)
TOPIC_FIELDS = word_set(
    "sujet|topic|topics|subject|subjects|theme|re|title|agenda|tema|temas|asunto|主题|议题|题目|内容|"
    "发布主题|标题|e&oe|issues|summary|index",
    "|",
)
# Fields of a page or of its minutes that say nothing of who speaks.
OTHER_FIELDS = word_set(
    "type|document type|category|"  # "Type: Transcript of press conference"
    "记录|纪录|记录人|整理|点阅次数|点阅数|点击率|minutes by|recorded by|rapporteur",
    "|",
)

# What an event is called in a title.
EVENT = re.compile(
    either(
        r"press[\s-]+(?:conference|briefing|availability|stakeout|gaggle|call|encounter|remarks)"
        r"|(?:news|media)[\s-]+(?:conference|briefing|availability|encounter|call)"
        r"|(?:regular|daily|noon|midday|department|background|joint|policy|weekly|scio|special)\s+"
        r"(?:press\s+|news\s+|media\s+)?(?:briefing|conference)|\bbriefing\b|\bgaggle\b|doorst[eo]p"
        r"|\btele-?briefing\b|\bstakeouts?\b|comments\s+to\s+the\s+(?:media|press)|press\s+statement|\btranscript\s+of\b|\bremarks\s+(?:by|to)\b|question[\s-]and[\s-]answer"
        r"|conferencia\s+de\s+prensa|rueda\s+de\s+prensa|comparecencia|versión\s+estenográfica"
        r"|conférence\s+de\s+presse|point\s+de\s+presse|pressekonferenz|coletiva|conferenza\s+stampa"
        r"|发布会|吹风会|记者会|招待会|答记者问|新闻发布|通气会|见面会|会见(?:传媒|媒体|记者)|"
        r"谈话(?:内容|全文)|答问(?:内容|全文)|会見"
        r"|기자회견|브리핑"
    ),
    re.IGNORECASE,
)
# A sentence that tells of the event rather than being said at it.
LEDE = re.compile(
    either(
        r"\b(?:held|holds|hosted|hosts|invited|convened|gave|gives|conducted|briefed|met\s+with|"
        r"will\s+hold|organized|chaired|attended|organised)\b[^.]{0,160}\b(?:press|news|media|briefing|"
        r"reporters|journalists|conference)\b"
        r"|\bthe\s+following\s+(?:is|are)\b|\b(?:near-verbatim|verbatim|rush|unofficial|official|"
        r"edited|full|complete|partial)\s+(?:record|transcript|text)\b|\bthis\s+is\s+(?:a|"
        r"the)\b[^.]{0,80}"
        r"\b(?:transcript|record)\b|\btranscript\s+(?:of|follows|below)\b|\bpress\s+(?:conference|"
        r"briefing)\b[^.]{0,80}\bwas\s+held\b|\btook\s+place\b|\bbelow\s+is\b|"
        r"\bspoke\s+to\s+reporters\b|\bgave\s+a\s+statement\s+at\b|"
        r"\banswer(?:s|ed)\s+(?:\w+\s+){0,3}questions?\b[^.]{0,80}\b(?:conference|briefing)\b"
        r"|\bfull\s+text\b"
        r"|(?:举行|召开|举办|出席|主持|邀请|介绍)[^。]{0,80}(?:发布会|吹风会|记者会|招待会|记者提问|"
        r"有关情况|通气会|见面会)"
        r"|以下(?:是|为)[^。]{0,120}(?:实录|全文|内容|谈话)|文字实录|图文实录|答记者问"
        r"|\ba\s+(?:tenu|donné)\s+(?:le|un|une)\s+(?:point|conférence)\s+de\s+presse"
        r"|(?:ofreció|encabezó|dio|sostuvo|convocó)[^.]{0,100}(?:conferencia|rueda|prensa)"
    ),
    re.IGNORECASE,
)
# A line that tells when the page was put out, not when the event was.
PUBLISHED = re.compile(
    either(
        r"\b(?:updated|published|posted|last\s+modified|modified|last\s+update|publication\s+date|"
        r"release(?:d|\s+date)?|publicado|actualizado|mis\s+à\s+jour|veröffentlicht|source|"
        r"editor|by\s+staff)\b|"
        r"(?:发布|发表|更新)(?:时间|日期)|来源|浏览|阅读|点击|点阅|\d\s*次(?:$|\s)|责任编辑|作者"
        r"|\b(?:[\w-]+\.)+(?:cn|com|org|net|gov|int|eu|uk|mx|es)\b"
    ),
    re.IGNORECASE,
)
GREETING = re.compile(
    either(
        r"^(?:\W|\(as interpreted\.?\)|\(in \w+\))*(?:good\s+(?:morning|afternoon|evening|day)|"
        r"hello|hi\b|hey\b|welcome|ladies\s+and\s+gentlemen|friends|dear|thank(?:s|\s+you)|all\s+right|okay|"
        r"greetings|everyone|buen(?:os|as)\s+(?:días|tardes|noches)|muy\s+buen|hola|gracias|bienvenid|"
        r"bonjour|bonsoir|mesdames|guten\s+(?:tag|morgen|abend)|meine\s+damen|"
        r"女士们|各位|大家|同志们|朋友们|早上好|上午好|下午好|晚上好|你们好|您好|欢迎|先生们|记者朋友)"
    ),
    re.IGNORECASE,
)


@lru_cache(maxsize=LABELS_KEPT)
def role_key(label: str) -> str:
    """Return a label as the sets above hold it: lower case, no number, article or brackets."""
    if len(label) > len(_SHORTEST_NOTE) and _RAISED_LATER.match(label):
        return "question"
    key = _NUMBERED.sub("", label.strip(" \t\u3000*_[]【】()（）〔〕<>«»\"'“”").lower())
    key = fold(key.strip(" .:：-–—#"))
    if key[:3] in _ARTICLES and key not in QUESTION_LABELS:  # "La Modératrice", "El gobernador"
        return key[3:]
    if key.startswith(("l'", "l’")):
        return key[2:]  # "L'animatrice"
    return key[4:] if key.startswith("the ") and key != "the press" else key


_ARTICLES = ("el ", "la ", "le ")


# "The following question was raised after the press conference: It was reported that …"
_RAISED_LATER = re.compile(
    either(
        r"(?:the\s+following|another|an?)\s+questions?\s+(?:was|were)\s+(?:raised|asked)\b"
        r"|(?:例行)?(?:记者会|会)后[，,]?(?:有)?记者(?:提)?问"
    ),
    re.IGNORECASE,
)
_SHORTEST_NOTE = "会后记者问"[:-1]
_NUMBERED = re.compile(
    r"\s*(?:no\.?\s*|number\s*|#\s*)?\(?(?:\d{1,3}|one|two|three|four|five|six)\)?$"
)
