"""Chinese in its two scripts: the vocabulary is written in one, and read in both.

Hong Kong's, Macao's and Taiwan's pages print 發言人, 記者, 時間 where the mainland's print 发言人,
记者, 时间. Not a converter of texts: only the characters that words of offices, fields, the press
and the floor are made of.
"""

import re

# The simplified character first, then the traditional ones that stand for it.
_FORMS = (
    "专專 业業 两兩 个個 为為爲 举舉 么麼 书書 于於 产產 仅僅 们們 众眾衆 会會 传傳 体體 来來 "
    "党黨 关關 内內 农農 军軍 决決 况況 准準 几幾 击擊 则則 创創 别別 办辦 务務 动動 劳勞 区區 "
    "医醫 华華 协協 单單 卫衛衞 厅廳 历歷 县縣 参參 双雙 发發 变變 号號 台臺 后後 吗嗎 听聽 "
    "员員 响響 团團 园園 国國 图圖 场場 坛壇 声聲 处處 备備 复復覆 头頭 学學 宁寧 实實 审審 "
    "对對 导導 将將 尔爾 层層 属屬 师師 带帶 广廣 庆慶 应應 开開 张張 强強 归歸 当當 录錄録 "
    "总總 态態 愿願 战戰 户戶 执執 扫掃 报報 护護 拟擬 据據 摄攝 数數 断斷 无無 时時 显顯 术術 "
    "机機 权權 条條 构構 标標 栏欄 样樣 档檔 检檢 欢歡 气氣 汇匯彙 没沒 济濟 测測 浏瀏 湾灣 "
    "点點 热熱 状狀 环環 现現 电電 画畫 监監 码碼 确確 离離 称稱 稳穩 竞競 笔筆 签簽 简簡 类類 "
    "紧緊 纪紀 约約 级級 组組 细細 织織 终終 经經 结結 给給 络絡 统統 继繼 续續 维維 综綜 网網 "
    "编編 罚罰 职職 联聯 节節 范範 荐薦 营營 获獲 补補 见見 规規 视視 览覽 觉覺 计計 订訂 认認 "
    "讨討 让讓 训訓 议議 讯訊 记記 讲講 许許 论論 设設 访訪 证證 评評 识識 词詞 试試 诚誠 话話 "
    "询詢 该該 详詳 语語 误誤 说說 请請 读讀 课課 谁誰 调調 谈談 谢謝 负負 财財 责責 质質 贸貿 "
    "费費 资資 赞贊讚 转轉 辑輯 达達 过過 运運 还還 这這 进進 远遠 连連 选選 适適 递遞 邮郵 "
    "释釋 里裡裏 针針 银銀 链鏈 长長 门門 闭閉 问問 间間 闻聞 阅閱 队隊 阶階 际際 陆陸 随隨 "
    "难難 顶頂 项項 顾顧 预預 领領 频頻 题題 额額 风風 馆館 驻駐 验驗 周週 制製 注註 布佈 志誌 "
    "采採 并並併 系係 绍紹 仪儀 译譯 挥揮 杂雜 谋謀 贴貼 着著 宾賓 页頁 载載 键鍵"
)
_TRADITIONAL = {form[0]: form[1:] for form in _FORMS.split()}
_FOLD = str.maketrans({sign: form[0] for form in _FORMS.split() for sign in form[1:]})


def fold(text: str) -> str:
    """Return a text of the vocabulary in simplified characters; the length stays."""
    return text if text.isascii() else text.translate(_FOLD)


def either(pattern: str) -> str:
    """Return a regular expression, written in simplified characters, that finds both scripts."""
    parts = []
    in_class = escaped = False
    for sign in pattern:
        more = _TRADITIONAL.get(sign, "")
        parts.append(f"[{sign}{more}]" if more and not in_class else sign + more)
        if not escaped and sign in "[]":
            in_class = sign == "["
        escaped = sign == "\\" and not escaped
    return "".join(parts)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a regular expression that finds both scripts."""
    return re.compile(either(pattern), flags)
