"""Headers, cookies, keys: strict everywhere, and HTTPS in production."""

from csp.constants import NONE, SELF

from perenne.config.environment import ENVIRONMENT
from perenne.config.settings.maps import MAP_ORIGIN

SECRET_KEY = ENVIRONMENT.secret_key
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.address]
CSRF_FAILURE_VIEW = "perenne.web.site.errors.view.forged"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *([MAP_ORIGIN, "data:"] if MAP_ORIGIN else [])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

_PREFIX = "__Host-" if ENVIRONMENT.production else ""
SESSION_COOKIE_NAME = f"{_PREFIX}perenne-session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENVIRONMENT.production
CSRF_COOKIE_NAME = f"{_PREFIX}perenne-csrf"
PLACE_COOKIE_NAME = f"{_PREFIX}perenne-place"
"""Set where reads go to replicas, and there alone (`config/reads.py`)."""
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = ENVIRONMENT.production

if ENVIRONMENT.production:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^sante/"]  # a watch on the same machine speaks no HTTPS
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
