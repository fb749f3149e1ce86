"""Mail by SMTP where a server is given; else each mail is a file that one can open."""

from urllib.parse import unquote, urlsplit

from perenne.config.environment import ENVIRONMENT

JOURNAL_WITNESSES = ENVIRONMENT.journal_witnesses
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from

if ENVIRONMENT.mail_url:
    _given = urlsplit(ENVIRONMENT.mail_url)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _given.hostname or "localhost"
    EMAIL_PORT = _given.port or 25
    EMAIL_HOST_USER = unquote(_given.username or "")
    EMAIL_HOST_PASSWORD = unquote(_given.password or "")
    EMAIL_USE_TLS = _given.scheme == "smtp+tls"
    EMAIL_USE_SSL = _given.scheme == "smtps"
    EMAIL_TIMEOUT = 10
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(ENVIRONMENT.home / "mails")
