"""What every page shows around its own content."""

from typing import Any

from django.http import HttpRequest

from .views.preferences import THEME_COOKIE, THEMES


def interface(request: HttpRequest) -> dict[str, Any]:
    """Return the theme this browser has chosen: auto, light or dark."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return {"theme": chosen if chosen in THEMES else THEMES[0]}
