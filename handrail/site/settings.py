"""Django's settings, all of them from handrail.site.environment or fixed here.

Public pages need no database, no session and no cookie, so the middleware is short. There is no Django admin and no
debug page: an error page shows a number to read out and nothing else (handrail.site.failures).
"""

import os
from typing import Any

from handrail.site.environment import read_environment
from handrail.site.prepared import DATABASE_NAME
from handrail.site.secrets_folder import secret_key
from handrail.site.values import CHECKOUT

ENVIRONMENT = read_environment(os.environ)

SECRET_KEY = secret_key(ENVIRONMENT)
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "handrail.site.urls"
WSGI_APPLICATION = "handrail.site.wsgi.application"

# Every room with pages is an app, so that its templates and static files are found.
INSTALLED_APPS = [f"handrail.{room}" for room in ("components", "accounts", "guide", "site")]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "handrail.site.middleware.access_log",
    "handrail.site.middleware.security_headers",
    "handrail.site.middleware.compress",
    "django.middleware.common.CommonMiddleware",  # refuses a Host that is not ours, and adds a missing last slash
    "handrail.site.middleware.refuse_cross_site",
]
APPEND_SLASH = True

# Pages are made with Jinja2 by handrail.components.pages, one environment for each language; Django's engine is not used.
TEMPLATES: list[dict[str, Any]] = []

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ENVIRONMENT.data / DATABASE_NAME,
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
        },
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# A guest's answers live in the form itself. They are never written to disk, not even for the length of an upload.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # bytes: the largest case file that is read
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000  # bytes, files not counted
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1

USE_TZ = True
TIME_ZONE = "Europe/London"
USE_I18N = True
LANGUAGE_CODE = ENVIRONMENT.language
LANGUAGES = [("en-gb", "English"), ("en-xa", "English, marked for tests")]
LOCALE_PATHS = [CHECKOUT / "handrail" / "site" / "locale"]
STATIC_URL = "/static/"

if not ENVIRONMENT.is_home:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

# Everything that Django itself would log names the path, the host or the exception's message, so it says nothing.
# What we log is in handrail.site.middleware (one line a request) and handrail.site.failures (one line an error).
LOGGING_CONFIG = None
LOGGING: dict[str, Any] = {}

# Mail to the host, where the host has given a server: notes from "Is this wrong?" and nothing else.
if ENVIRONMENT.mail_server:
    EMAIL_HOST, EMAIL_PORT = ENVIRONMENT.mail_server
EMAIL_USE_TLS = ENVIRONMENT.mail_security == "starttls"
EMAIL_USE_SSL = ENVIRONMENT.mail_security == "tls"
EMAIL_HOST_USER = ENVIRONMENT.mail_user
EMAIL_HOST_PASSWORD = ENVIRONMENT.mail_password_file.read_text(encoding="utf-8").strip() if ENVIRONMENT.mail_password_file else ""
EMAIL_TIMEOUT = 10  # seconds

# The address that /leave goes to, and whether templates are read again when they change.
LEAVE_TO = ENVIRONMENT.leave_to
RELOAD_TEMPLATES = ENVIRONMENT.reload_templates
CONTENT = ENVIRONMENT.content
