"""MHTML, a page saved whole in one file by a browser → the HTML page in it."""

import email
import email.policy

from briefings.transcripts.types import ExtractionError


def page_of(name: str, data: bytes) -> bytes:
    """Return the first HTML part, in the encoding that it declares."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return content
    raise ExtractionError(f"The saved page {name} holds no HTML.", "no-text")
