"""What is installed, what each request passes through, where templates are."""

from perenne.config.environment import ENVIRONMENT, ROOT

DEBUG = False
ROOT_URLCONF = "perenne.config.urls"
WSGI_APPLICATION = "perenne.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
    "perenne.kit.tenancy",
    "perenne.kit.journal",
    "perenne.kit.files",
    "perenne.kit.mails",
    "perenne.domain.territories",
    "perenne.domain.people",
    "perenne.domain.organisations",
    "perenne.domain.rights",
    "perenne.domain.coverage",
    "perenne.domain.directory",
    "perenne.domain.library",
    "perenne.domain.membership",
    "perenne.domain.enquiries",
    "perenne.domain.programming",
    "perenne.domain.procurement",
    "perenne.domain.clauses",
    "perenne.domain.participants",
    "perenne.domain.sourcing",
    "perenne.domain.hirings",
    "perenne.domain.promises",
    "perenne.domain.hours",
    "perenne.domain.compliance",
    "perenne.domain.assessments",
    "perenne.domain.notices",
    "perenne.domain.history",
    "perenne.web.design",
    "perenne.ops",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "perenne.config.compressing.TextCompressed",
    "perenne.kit.metrics.timed",
    "perenne.config.reads.Reads",
    "perenne.config.door.committee",
    "perenne.kit.journal.correlation.of_request",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "perenne.config.door.door",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src" / "perenne" / "web"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "perenne.config.surroundings.surroundings",
            ],
            "libraries": {
                "history": "perenne.web.history.tags",
                "doubts": "perenne.web.library.tags",
            },
            "builtins": ["perenne.web.design.templatetags.ui"],
        },
    }
]

COMMITTEE = ENVIRONMENT.committee
CARRIER = ENVIRONMENT.carrier
ADDRESS = ENVIRONMENT.address
SIRENE_ADDRESS = ENVIRONMENT.sirene_address
SIRENE_HOSTS = ENVIRONMENT.sirene_hosts
