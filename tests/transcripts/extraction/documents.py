"""One invented briefing, written in each format as programs and sites write it."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

TITLE = "Ministry of Harbours briefing on ferry traffic"
PARAGRAPHS = (
    TITLE,
    "Port Amber | 10 a.m. July 19, 2022",
    "The Ministry of Harbours held a press conference on Tuesday about the ferries of the northern "
    "coast, the prices of their tickets and the new quay at Port Amber.",
    "Mara Quill:",
    "Ladies and gentlemen, good morning. Welcome to this press conference. Today we are joined by "
    "Mr. Oren Vale, director of the ferry bureau of the Ministry of Harbours.",
    "Oren Vale:",
    "Thank you. In the first half of the year 4.2 million people took a ferry, up 5.1% on the year "
    "before. The new quay opened in May, and the long-term plan foresees two more by 2025.",
    "We will keep the prices where they are. The crossing to Gull Island stays at 12 crowns, and "
    "children under six travel free of charge.",
    "Mara Quill:",
    "The floor is now open for questions. Please state your news outlet before asking.",
    "Harbour Daily:",
    "How many of the ferries run on electricity today, and when will the others follow? Thank you.",
    "Oren Vale:",
    "Thank you for your question. Nine of the forty ferries run on electricity. The others follow "
    "as the quays get their charging stations, the last of them in 2027.",
    "Amber Television:",
    "My question is about the winter timetable. Will the night crossing come back?",
    "Oren Vale:",
    "It will, from the first of November, on Fridays and Saturdays.",
    "Mara Quill:",
    "That brings us to the end of today's press conference. Thank you all.",
)


def as_text(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """Return the paragraphs as plain text, an empty line between them."""
    return "\n\n".join(paragraphs).encode()


def as_subtitles(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """Return what is said as a meeting program writes it: WebVTT, a cue of eight words each."""
    cues, speaker, at = ["WEBVTT"], "", 0
    for text in paragraphs:
        if text.endswith(":"):
            speaker = text[:-1]
        words = text.split() if speaker and text[:-1] != speaker else []
        for start in range(0, len(words), 8):
            span = f"00:{at // 60:02d}:{at % 60:02d}.000 --> 00:{at // 60:02d}:{at % 60:02d}.900"
            said = escape(" ".join(words[start : start + 8]))
            cues.append(f"{span}\n<v {speaker}>{said}</v>")
            at += 1
    return "\n\n".join(cues).encode()


def as_html(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """Return a page as a site publishes it: menus, scripts, share links, cookie notice, footer."""
    title, *rest = (escape(text) for text in paragraphs)
    body = "\n".join(f"<p>{text}</p>" for text in rest)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Ministry</title>
<meta property="og:site_name" content="Harbour Ministry">
<link rel="canonical" href="https://harbours.example/briefings/7">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Organization", "name": "Harbour Ministry"}},
 {{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2022-07-20T08:00:00Z"}}]}}
</script><script>document.write("<p>Oren Vale: not said by anyone</p>")</script>
<style>p {{ margin: 0 }}</style></head>
<body class="has-sidebar"><a class="skip-link" href="#main">Skip to content</a>
<header><div class="logo"><a href="/">Harbour Ministry</a></div>
<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Ferries</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/b">Briefings</a></div>
<div class="content"><h1>{title}</h1>
<div class="share-bar">Share: <a href="#">Mail</a> <a href="#">Print</a></div>
{body}
</div>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/1">Quay opened</a></li>
<li><a href="/2">Ferry week</a></li><li><a href="/3">Old lighthouse</a></li></ul></div>
<div id="cookie-notice"><p>We use cookies to make the site work and to count its visitors; by going
on you agree to their use as our policy sets out in detail.</p></div>
<footer><p>Copyright 2022 Ministry of Harbours. All rights reserved.</p></footer></body></html>
""".encode()


def as_zip(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of named files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
