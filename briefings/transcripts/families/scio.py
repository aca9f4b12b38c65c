"""Press conferences of China's State Council Information Office: scio.gov.cn, China.org.cn."""

from briefings.transcripts.families.family import Family, forms, furniture

FAMILY = Family(
    name="scio",
    host="State Council Information Office of China",
    marks=forms(
        r"\bSCIO\b",
        r"state\s+council\s+information\s+office",
        r"国新办|国务院新闻办公?室?",
    ),
    sites=("scio.gov.cn", "china.org.cn/china", "china.com.cn/zhibo"),
    furniture=furniture(
        ("publication line", r"0\s+comment\(s\).*china\.org\.cn"),
        ("page tools", r"(?:图片|文字|视频)直播$|(?:中国网|国新网)\s*(?:直播)?$"),
    ),
)
