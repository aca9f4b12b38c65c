"""Regular press conferences of China's Ministry of Commerce."""

from briefings.transcripts.families.family import Family, forms

FAMILY = Family(
    name="mofcom",
    host="Ministry of Commerce of China",
    marks=forms(
        r"\bMOFCOM\b",
        r"ministry\s+of\s+commerce\b.{0,80}\bpress\s+conference",
        r"press\s+conference\s+of\s+(?:the\s+)?ministry\s+of\s+commerce",
        r"商务部.{0,12}(?:例行)?(?:新闻)?发布会",
    ),
    sites=("mofcom.gov.cn",),
)
