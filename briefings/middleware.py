"""What is refused before any page is asked."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse


def refuse_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 404 to an address with a NUL character, ``/t/%00/``.

    No row can have it in its address: PostgreSQL refuses it in any text, and the look-up would end
    in a ValueError instead of in nothing found.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404("An address holds no NUL character.")
        return get_response(request)

    return middleware
