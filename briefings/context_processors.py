"""What every page shows around its own content."""

from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from .views.preferences import THEME_COOKIE, THEMES


def interface(request: HttpRequest) -> dict[str, Any]:
    """Return the theme this browser has chosen, and the archive's own ``origin`` and ``host``.

    ``seeds`` says whether the seeds are in the archive, of which the examples find something.
    """
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    try:
        host = request.get_host()
    except DisallowedHost:
        host = ""  # the page that says so is rendered with this, too
    return {
        "theme": chosen if chosen in THEMES else THEMES[0],
        "origin": f"{request.scheme}://{host}",
        "host": host,
        "seeds": settings.SEEDS,
    }
