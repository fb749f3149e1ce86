"""Django's settings, one small file a subject."""

# ruff: noqa: F403 - Django reads its settings as the names of one module
from perenne.config.settings.apps import *
from perenne.config.settings.database import *
from perenne.config.settings.files import *
from perenne.config.settings.language import *
from perenne.config.settings.mail import *
from perenne.config.settings.maps import *
from perenne.config.settings.observability import *
from perenne.config.settings.privacy import *
from perenne.config.settings.security import *
from perenne.config.settings.sign_in import *
from perenne.config.settings.tasks import *
from perenne.config.settings.tenancy import *
