"""The archive's one settings file, read from the environment.

Every variable has a default that suits one machine (SQLite and Whoosh under ``data/``); a value
that cannot be used raises ``ImproperlyConfigured`` with a sentence that says what to write instead.
``docs/operating.md`` lists them all.
"""

import logging
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

# The matrices of relating are small: threads of numpy's linear algebra would only wait for one
# another, many times as long as one thread takes where workers share the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
env = environ.Env()


def _text(name: str, default: str = "") -> str:
    """Read ``name`` as text; an empty value is as good as none (Compose passes such)."""
    return env.str(name, default="").strip() or default


def _names(name: str) -> list[str]:
    """Read ``name`` as texts with commas between."""
    return [text.strip() for text in _text(name).split(",") if text.strip()]


def _boolean(name: str, default: bool) -> bool:
    """Read ``name`` as a boolean; anything but a plain yes or no is refused."""
    text = _text(name, default="true" if default else "false").lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {text!r}; write true or false.")


def _directory(name: str, default: Path) -> Path:
    """Read ``name`` as a directory, made where it is missing and the software's to write in."""
    path = Path(_text(name, default=str(default))).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name} is {path}, which cannot be made ({error.strerror}); "
            "write a directory that this user may write in."
        ) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(
            f"{name} is {path}, which this user may not write in; write another directory."
        )
    return path


def _secret_key() -> str:
    """Read ``SECRET_KEY``, else what `manage.py serve` has made; empty where there is neither."""
    key = _text("SECRET_KEY", default="only-for-DEBUG" if DEBUG else "")
    if not key and os.access(SECRET_KEY_FILE, os.R_OK):
        key = SECRET_KEY_FILE.read_text(encoding="utf-8").strip()
    if key and not DEBUG and len(key) < SECRET_KEY_LENGTH:
        raise ImproperlyConfigured(
            f"SECRET_KEY has {len(key)} characters, too few to be safe; write at least "
            f"{SECRET_KEY_LENGTH} random ones."
        )
    return key


def _hosts() -> list[str]:
    """Read ``ALLOWED_HOSTS``; the machine itself is always one, for the health check."""
    hosts = _names("ALLOWED_HOSTS")
    for host in hosts:
        if "/" in host or re.search(r"[^:]:\d+$", host):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS has {host!r}; write names alone, without scheme, port or path: "
                "archive.example.org,www.example.org."
            )
    return list(dict.fromkeys([*hosts, "127.0.0.1", "localhost", "[::1]"]))


def _trusted_origins() -> list[str]:
    """Read ``CSRF_TRUSTED_ORIGINS``: each with its scheme."""
    origins = _names("CSRF_TRUSTED_ORIGINS")
    for origin in origins:
        if not origin.startswith(("http://", "https://")):
            raise ImproperlyConfigured(
                f"CSRF_TRUSTED_ORIGINS has {origin!r}; write it with its scheme: "
                "https://archive.example.org."
            )
    return origins


def _tag_authority() -> str:
    """Read ``TAG_AUTHORITY``, which names the archive in its feeds' ids (RFC 4151) for good."""
    host = ALLOWED_HOSTS[0].strip(".*[]") or "localhost"
    authority = _text("TAG_AUTHORITY", default=f"{host},2026")
    if not re.fullmatch(r"[A-Za-z0-9.:-]+,\d{4}(-\d\d(-\d\d)?)?", authority):
        raise ImproperlyConfigured(
            f"TAG_AUTHORITY is {authority!r}; write a host name and a day on which it was yours: "
            "archive.example.org,2026."
        )
    return authority


def _log_level() -> str:
    """Read ``LOG_LEVEL``."""
    level = _text("LOG_LEVEL", default="INFO").upper()
    if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise ImproperlyConfigured(f"LOG_LEVEL is {level!r}; write DEBUG, INFO, WARNING or ERROR.")
    return level


def _database() -> dict[str, object]:
    """Read ``DATABASE_URL``: SQLite in WAL mode by default, PostgreSQL by its address."""
    url = _text("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'archive.sqlite3'}")
    scheme, _separator, rest = url.partition("://")
    if scheme == "sqlite" and rest.startswith("/"):
        return {
            **env.db_url_config(url),
            "OPTIONS": {
                # Readers go on while one writer writes; a writer that finds the database busy waits
                # its turn from the start instead of failing when it upgrades a read lock.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
            },
        }
    if scheme in {"postgres", "postgresql"} and urlsplit(url).path.strip("/"):
        return {**env.db_url_config(url), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured(
        "DATABASE_URL cannot be used; write sqlite:////path/to/archive.sqlite3 or "
        "postgres://user:password@host:5432/name."
    )


# The search engines by the schemes of their addresses; docs/search.md says how to add one.
_ENGINES = {"whoosh": "briefings.search.backends.whoosh.WhooshEngine"}
# What lies in the directory of an index (MAIN_q318jbc3jswiot4m.seg, _MAIN_12.toc), or may lie in
# any (lost+found, .snapshot).
_INDEX_FILE = re.compile(r"_?MAIN_|\.|lost\+found$")


def _search() -> dict[str, object]:
    """Read ``SEARCH_URL``: a Whoosh index in ``DATA_DIR`` by default."""
    url = _text("SEARCH_URL", default=f"whoosh:///{DATA_DIR / 'whoosh'}")
    scheme, _separator, rest = url.partition("://")
    # As with SQLite's, three slashes come before the path: whoosh:////srv/index
    path = rest.removeprefix("/")
    if scheme in _ENGINES and path.startswith("/"):
        _refuse_other_files(Path(path))
        return {"ENGINE": _ENGINES[scheme], "PATH": path, "INCLUDE_SPELLING": True}
    raise ImproperlyConfigured("SEARCH_URL cannot be used; write whoosh:////path/to/index.")


def _refuse_other_files(path: Path) -> None:
    """Refuse a directory of something else: building an index there would litter it."""
    inside = path.iterdir() if path.is_dir() and os.access(path, os.R_OK) else ()
    if path.is_file() or not all(_INDEX_FILE.match(file.name) for file in inside):
        raise ImproperlyConfigured(
            f"SEARCH_URL names {path}, which holds something else; write a directory for the index "
            "alone (it is made where it is missing)."
        )


DATA_DIR = _directory("DATA_DIR", default=BASE_DIR / "data")
DEBUG = _boolean("DEBUG", default=False)
# Django's own check (security.W009) asks for as many.
SECRET_KEY_LENGTH = 50
SECRET_KEY_FILE = DATA_DIR / "secret-key"
# Commands such as parse and ingest sign nothing and need none; archive/wsgi.py refuses to serve
# without one.
SECRET_KEY = _secret_key()
HAS_SECRET_KEY = bool(SECRET_KEY)  # Django's own settings.SECRET_KEY raises where it is empty
# Whether `manage.py serve` puts the five seed documents into an archive that lacks them.
SEEDS = _boolean("SEEDS", default=True)
ALLOWED_HOSTS = _hosts()
# Feed readers tell entries by it: it must stay when the host name changes, so write it down then.
TAG_AUTHORITY = _tag_authority()
CSRF_TRUSTED_ORIGINS = _trusted_origins()

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "briefings",  # before haystack: its rebuild_index never leaves the index empty
    "haystack",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A long transcript is 400 kB of HTML and a fifth of that compressed.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "briefings.middleware.refuse_nul",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "briefings.context_processors.interface",
            ],
        },
    },
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HAYSTACK_CONNECTIONS = {"default": _search()}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [BASE_DIR / "briefings" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# A larger upload is refused before it is read; the extraction limits are finer and live in
# briefings/transcripts/extraction. The margin above the document limit is for the form around it.
MAX_UPLOAD_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_UPLOAD_BYTES + 1024 * 1024

# HTTPS: on behind a proxy that ends TLS and sets X-Forwarded-Proto.
HTTPS = _boolean("HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30 if HTTPS else 0
# Whether the whole domain and its neighbours speak HTTPS only is for its owner to say, not for
# one site on it: no includeSubDomains, no preload.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Everything a page needs comes from the archive itself; nothing is inline, so markup in a
# transcript could run nothing even if it reached a page unescaped.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let a line of the log go through without where in the code it comes from."""
    record.exc_info = None
    return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "filters": {"brief": {"()": "django.utils.log.CallbackFilter", "callback": _without_traceback}},
    "loggers": {
        # gunicorn drops the body of an answer to HEAD, as it should, but warns each time.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        # "Invalid HTTP_HOST header: 'www.example.org'. You may need to add it …" says all; whoever
        # scans the network for hosts would fill the log.
        "django.security.DisallowedHost": {"filters": ["brief"]},
    },
    "root": {"handlers": ["console"], "level": _log_level()},
}
