"""The archive's one settings file, read from the environment.

Every variable has a default that suits one machine (SQLite and Whoosh under ``data/``); a value
that cannot be used raises ``ImproperlyConfigured`` with a sentence that says what to write instead.
``docs/operating.md`` lists them all.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def _boolean(name: str, default: bool) -> bool:
    """Read ``name`` as a boolean; anything but a plain yes or no is refused."""
    text = env.str(name, default="true" if default else "false").strip().lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is {text!r}; write true or false.")


def _database() -> dict[str, object]:
    """Read ``DATABASE_URL``: SQLite in WAL mode by default, PostgreSQL by its address."""
    default = f"sqlite:///{DATA_DIR / 'archive.sqlite3'}"
    url = env.str("DATABASE_URL", default=default)
    try:
        config = env.db_url_config(url)
    except (ImproperlyConfigured, ValueError) as error:
        config = {}
        reason = str(error)
    else:
        reason = "its scheme is not known"
    engine = config.get("ENGINE", "")
    if engine == "django.db.backends.sqlite3":
        return {
            **config,
            "OPTIONS": {
                # Readers go on while one writer writes; a writer that finds the database busy waits
                # its turn from the start instead of failing when it upgrades a read lock.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
            },
        }
    if engine == "django.db.backends.postgresql":
        return {**config, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured(
        f"DATABASE_URL cannot be used ({reason}); write sqlite:////path/to/archive.sqlite3 "
        "or postgres://user:password@host:5432/name."
    )


DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data"))).resolve()
DEBUG = _boolean("DEBUG", default=False)
# Commands such as parse and ingest sign nothing and need none; archive/wsgi.py refuses to serve
# without one.
SECRET_KEY: str = env.str("SECRET_KEY", default="only-for-DEBUG" if DEBUG else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
for _origin in CSRF_TRUSTED_ORIGINS:
    if "://" not in _origin:
        raise ImproperlyConfigured(
            f"CSRF_TRUSTED_ORIGINS has {_origin!r}; write it with its scheme, https://{_origin}."
        )

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "haystack",
    "briefings",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
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
            ],
        },
    },
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": "briefings.search.backends.whoosh.WhooshEngine",
        "PATH": str(DATA_DIR / "whoosh"),
        "INCLUDE_SPELLING": True,
    },
}

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
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO").upper()},
}
if LOGGING["root"]["level"] not in {"DEBUG", "INFO", "WARNING", "ERROR"}:  # type: ignore[index]
    raise ImproperlyConfigured("LOG_LEVEL is not known; write DEBUG, INFO, WARNING or ERROR.")

DATA_DIR.mkdir(parents=True, exist_ok=True)
