"""Press conferences of China's health commission and of the joint prevention mechanism."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="nhc",
    host="National Health Commission of China",
    marks=forms(
        r"国务院联防联控机制.{0,20}(?:发布会|新闻发布)",
        r"国家卫生健康委.{0,20}(?:发布会|新闻发布)",
        r"press\s+conference\b.{0,40}\bjoint\s+prevention\s+and\s+control\s+mechanism",
        r"joint\s+prevention\s+and\s+control\s+mechanism.{0,60}press\s+conference",
    ),
    sites=("nhc.gov.cn",),
)
