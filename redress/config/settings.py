"""Settings, all from the environment. `docs/reference/settings.md` lists the variables."""

from pathlib import Path

from redress.config import env

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env.text("REDRESS_VAR", str(BASE_DIR / "var")))
DATABASE_URL = env.text("REDRESS_DATABASE_URL")
EMBEDDED = not DATABASE_URL

DEBUG = env.flag("REDRESS_DEBUG")
ALLOWED_HOSTS = env.words("REDRESS_ALLOWED_HOSTS", "127.0.0.1,localhost")
HTTPS = env.flag("REDRESS_HTTPS")  # the site is reached over TLS

DATABASES = {"default": env.database(DATABASE_URL, VAR_DIR / "redress.sqlite3")}
SECRET_KEY = env.secret_key(VAR_DIR / "secret_key", EMBEDDED)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "redress.reports",
    "redress.people",
    "redress.cases",
    "redress.assessment",
    "redress.publishing",
    "redress.satisfaction",
    "redress.ombudsman",
    "redress.learning",
    "redress.privacy",
    "redress.web",
]
if not EMBEDDED:  # several nodes share the work
    INSTALLED_APPS.append("procrastinate.contrib.django")
MIDDLEWARE = [
    "redress.web.security.Headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "redress.web.language.Language",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "redress.config.urls"
WSGI_APPLICATION = "redress.config.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "redress" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_USER_MODEL = "people.User"
LOGIN_URL = "/sign-in"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]

PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # of the link in people.passwords

# Essential cookies only, so no banner: who you are, and that a form was ours.
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = env.words("REDRESS_TRUSTED_ORIGINS")
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# `redress.web.security` adds the headers that Django does not have.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# Not for us to say for every other site under the landlord's domain.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
BEHIND_PROXY = env.flag("REDRESS_BEHIND_PROXY")
if BEHIND_PROXY:  # only where the proxy sets this header itself
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 100  # of a request; one upload keeps MOST_FILES of them
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "redress.web.uploads.WholeRequest",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Files of cases: outside the web's reach. Several nodes share one folder.
MEDIA_ROOT = Path(env.text("REDRESS_FILES", str(VAR_DIR / "files")))
MOST_FILES = 25  # of one upload
MOST_FILE_BYTES = env.number("REDRESS_FILE_MB", 25) * 1024 * 1024
MOST_CASE_BYTES = env.number("REDRESS_CASE_MB", 500) * 1024 * 1024
MOST_REQUEST_BYTES = env.number("REDRESS_REQUEST_MB", 150) * 1024 * 1024
CLAMD = env.scanner("REDRESS_CLAMD")  # where the virus scanner listens, empty for none

# What CH02 is a percentage of: complaints received, or those responded to (decision 35).
CH02_OF = env.one_of("REDRESS_CH02_OF", "received", "responded")

# The resident's form. Over the first number it is taken all the same, and waits for a look.
FORMS_AN_HOUR = env.number("REDRESS_FORMS_AN_HOUR", 10)
LINKS_AN_HOUR = env.number("REDRESS_LINKS_AN_HOUR", 20)

LANGUAGE_CODE = "en-gb"
# Residents' pages in further languages: their names by code, and the folder of their words.
LOCALE_PATHS = [Path(folder) for folder in [env.text("REDRESS_WORDS")] if folder]
LANGUAGES = [(LANGUAGE_CODE, "English"), *env.languages("REDRESS_LANGUAGES", LOCALE_PATHS)]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
_static = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static},
}
WHITENOISE_USE_FINDERS = DEBUG
# Sending. What leaves is held for a while, so that it can be taken back.
SITE_ADDRESS = env.text("REDRESS_ADDRESS", "http://127.0.0.1:8000").rstrip("/")  # in messages
HOLD_SECONDS = env.number("REDRESS_HOLD_SECONDS", 60)
MAIL_HOST = env.text("REDRESS_MAIL_HOST")
MAIL_PORT = env.number("REDRESS_MAIL_PORT", 587)
MAIL_USER = env.text("REDRESS_MAIL_USER")
MAIL_PASSWORD = env.text("REDRESS_MAIL_PASSWORD")
MAIL_SECURITY = env.one_of("REDRESS_MAIL_SECURITY", "starttls", "tls", "none")
MAIL_SECONDS = env.number("REDRESS_MAIL_SECONDS", 30)
MAIL_FROM = env.by_landlord("REDRESS_MAIL_FROM")
MAIL_IN = env.by_landlord("REDRESS_MAIL_IN")
MAIL_IN_PASSWORD = env.by_landlord("REDRESS_MAIL_IN_PASSWORD")
MAIL_IN_DONE = env.text("REDRESS_MAIL_IN_DONE", "Redress")
MAIL_REPLY = env.by_landlord("REDRESS_MAIL_REPLY")
MAIL_STAFF = env.by_landlord("REDRESS_MAIL_STAFF")
BOUNCE_ADDRESS = env.text("REDRESS_BOUNCE_ADDRESS")
BOUNCE_FOLDER = env.text("REDRESS_BOUNCE_FOLDER")
NOTIFY_ADDRESS = env.text("REDRESS_NOTIFY_ADDRESS").rstrip("/")
NOTIFY_KEYS = env.by_landlord("REDRESS_NOTIFY_KEYS")
NOTIFY_TEMPLATES = env.by_landlord("REDRESS_NOTIFY_TEMPLATES")

# To standard error. Django names the path of a failed request, never what was sent with it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
