"""Settings: everything that differs between two installations comes from the environment; secrets are never in code."""

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from motcua.ops.home import home

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home()


def _flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in ("1", "true", "yes", "on")


def _secret() -> str:
    """From the environment, else a key of this installation's own, made once and readable by its owner only."""
    if given := os.environ.get("MOTCUA_SECRET_KEY"):
        return given
    path = HOME / "secret-key"
    if not path.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(50))
        except FileExistsError:
            # Two workers started at once: the other one wrote it.
            pass
    return path.read_text()


# Django switches prepared statements off; the store's cursor needs them on. Its commit is a dozen CTEs: parsing and
# planning it anew for each act costs three times what carrying it out does, and no value in it asks for another plan.
PREPARED = {"prepare_threshold": 5, "options": "-c plan_cache_mode=force_generic_plan"}


def _database() -> dict[str, object]:
    """`DATABASE_URL` as Django wants it; the command line sets it after it has found or started a server."""
    url = urlsplit(os.environ.get("DATABASE_URL", "postgresql:///motcua"))
    query = dict(part.split("=", 1) for part in url.query.split("&") if "=" in part)
    # Threads in one process share a pool: 3 to 6 times the throughput of a connection a request.
    pool = {"min_size": 1, "max_size": int(os.environ.get("MOTCUA_POOL", "12")), "timeout": 20}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")) or "motcua",
        "USER": unquote(url.username or query.get("user", "")),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or query.get("host", "")),
        "PORT": str(url.port or query.get("port", "")),
        "OPTIONS": PREPARED | ({} if TESTING else {"pool": pool}),
        "TEST": {"NAME": os.environ.get("MOTCUA_TEST_DATABASE", "test_motcua")},
    }


TESTING = "pytest" in sys.modules
DEBUG = _flag("MOTCUA_DEBUG")
DEMO = _flag("MOTCUA_DEMO")
MOTCUA_SHOW_UI = DEBUG or DEMO
SECRET_KEY = _secret()
ALLOWED_HOSTS = os.environ.get("MOTCUA_HOSTS", "127.0.0.1,localhost,[::1]").split(",") + (
    ["testserver"] if TESTING else []
)
PUBLIC_URL = os.environ.get("MOTCUA_PUBLIC_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip("/")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "ninja",
    "motcua.ui",
    "motcua.records.store",
    "motcua.records.directory",
    "motcua.records.calendars",
    "motcua.records.catalogue",
    "motcua.records.files",
    "motcua.records.drafts",
    "motcua.records.visits",
    "motcua.records.jobs",
    "motcua.projections.worklist",
    "motcua.projections.deadlines",
    "motcua.projections.kpi",
    "motcua.rooms.account",
    "motcua.rooms.citizen",
    "motcua.rooms.counter",
    "motcua.rooms.desk",
    "motcua.rooms.calendars",
    "motcua.rooms.api",
    "motcua.project",
]
MIDDLEWARE = [
    "motcua.project.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "motcua.project.middleware.UseCaseAnswers",
]
ROOT_URLCONF = "motcua.project.urls"
WSGI_APPLICATION = "motcua.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "motcua.project.context.site",
                "motcua.rooms.account.frame.officer",
            ],
        },
    }
]
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "records_directory.Officer"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    # NĐ 331/2026 level 3 asks for 14 characters where no second factor stands (domain.md §6).
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account:sign_in"
LOGIN_REDIRECT_URL = "account:first"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_URL.startswith("https://")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "project" / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
FILES_HOME = HOME / "files"
MAX_UPLOAD_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("MOTCUA_LOG", "WARNING")},
}
