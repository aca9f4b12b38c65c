"""Regular press conferences of China's Ministry of Foreign Affairs, in English and Chinese."""

from briefings.transcripts.families.family import Family, forms, furniture

FAMILY = Family(
    name="mfa",
    host="Ministry of Foreign Affairs of China",
    marks=forms(
        r"foreign\s+ministry\s+spokes\w+\s+[\w'’ -]{2,40}\s+(?:regular\s+)?press\s+conference",
        r"外交部发言人[\u4e00-\u9fff]{2,4}(?:主持|举行|例行|就|答)",
        r"外交部例行记者会",
    ),
    sites=("fmprc.gov.cn", "mfa.gov.cn/eng", "mfa.gov.cn/web"),
    furniture=furniture(("page tools", r"(?:【中大小】|【打印】|推荐给朋友)")),
    prints_close=False,
)
