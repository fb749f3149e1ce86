"""People sign in by password and second factor, by passkey, or by ProConnect.

django-allauth is the engine; the pages are ours (`web/account`). Ceilings of ANSSI and ASVS 5:
see `docs/decisions/0007-allauths-adapter-now-its-journeys-later.md`.
"""

from datetime import timedelta

from perenne.config.environment import ENVIRONMENT

AUTH_USER_MODEL = "people.Person"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # an address is unique in its committee, and sees no other
LOGIN_URL = "account:login"
WITHOUT_SEAT_URL = "organisations:mine"
LOGIN_REDIRECT_URL = "desks:today"
LOGOUT_REDIRECT_URL = "site:home"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# Passwords: length, nothing common, nothing that everybody here would try; no rule of composition.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "perenne.kit.passwords.ContextValidator"},
]
PASSWORD_RESET_TIMEOUT = 3_600  # seconds that the link of a forgotten password lives

# Sessions of people who signed in (`config/watch.py`): the cookie dies with the browser, the rest
# after twelve hours or some idle time. A visitor keeps a draft for two weeks, as Django has it.
SESSION_AT_MOST = timedelta(hours=12)
SESSION_IDLE = timedelta(hours=2)
SESSION_IDLE_NEAR_PERSONS = timedelta(minutes=30)

ACCOUNT_ADAPTER = "perenne.web.account.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"  # what an account may do before: `people/README.md`
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ENVIRONMENT.production else "http"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "5/5m/key,30/5m/ip",  # the key holds the address AND the machine
    "reset_password": "20/m/ip,3/10m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
    "confirm_email": "1/1m/key",
    "link": "60/10m/ip",  # pages opened by the link of a person, wrong ones included
    "enquiry": "10/h/ip",  # messages sent by the public forms
    "enquiry_draft": "720/h/ip",  # a draft is kept at each pause
}

SECOND_FACTOR = ENVIRONMENT.second_factor
MFA_ADAPTER = "perenne.web.account.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1  # a code is spent once in the database: `people.actions.spend_code`
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # our own rule is stricter, and lets an address change

PROCONNECT = ENVIRONMENT.proconnect
SOCIALACCOUNT_ADAPTER = "perenne.web.account.proconnect.adapter.IdentityAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True
