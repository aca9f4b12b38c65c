"""What sites call the parts of a page that are not its text: elements, ARIA roles, classes, ids."""

import re
from collections.abc import Iterator

BY_TAG = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "sidebar",
    "header": "page header",
    "button": "control",
    "select": "control",
    "dialog": "dialog",
    "form": "form",
    "menu": "navigation",
    "noscript": "page without scripts",
}
BY_ROLE = {
    "navigation": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "sidebar",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "control",
    "button": "control",
}
BY_NAME = {
    "navigation": "nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs "
    "pagination pager paging topbar skip skiplink mbx",
    "share links": "share sharing social addthis addtoany sharethis sharedaddy bdshare jiathis "
    "sns weixin wechat qrcode",
    "dialog": "cookie cookies consent gdpr onetrust popup modal overlay lightbox",
    "related links": "related recommend recommended recommendation recommendations readmore "
    "morenews hotnews latest trending tags",
    "sidebar": "sidebar widget widgets rail",
    "page footer": "footer foot colophon copyright copyrights",
    "page header": "masthead",
    "comments": "comments respond disqus",
    "advertisement": "ad ads advert advertisement promo sponsored",
    "form": "newsletter subscribe subscription login signin signup searchform searchbox",
    "control": "toolbar toolbox fontsize print printfriendly",
}
_NAMED = {word: reason for reason, words in BY_NAME.items() for word in words.split()}
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def furniture_words(names: str) -> Iterator[tuple[str, str]]:
    """Yield each word of classes and ids that names furniture, with the reason.

    Words are parted at hyphens, underscores and capitals: "shareBar" and "share-bar" say "share".
    """
    for word in _WORDS.findall(names):
        if reason := _NAMED.get(word.lower()):
            yield word.lower(), reason
