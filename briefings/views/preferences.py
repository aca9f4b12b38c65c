"""How this browser shows the archive: light or dark, and in which language.

Both are plain forms that work without JavaScript and set a cookie that says nothing of the reader.
They carry no CSRF token on purpose: a token would put a cookie on every reader of every page, and
all that a forged request could do is to switch the colours or the language.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

THEME_COOKIE = "theme"
THEMES = ("auto", "light", "dark")
YEAR = 60 * 60 * 24 * 365

language = csrf_exempt(set_language)


@csrf_exempt
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remember light, dark or auto (the system's), and go back to the page it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(
            THEME_COOKIE, chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure()
        )
    return response
