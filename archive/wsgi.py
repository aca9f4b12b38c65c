"""The WSGI entry point that gunicorn serves."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")

from archive import settings

if not settings.SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set; write a long random text, for example the output of "
        "`python -c 'import secrets; print(secrets.token_urlsafe(50))'`, or DEBUG=true on a "
        "machine of your own."
    )

application = get_wsgi_application()
