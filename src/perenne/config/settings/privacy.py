"""Who answers for personal data, and where the numbers of those erased are kept."""

from perenne.config.environment import ENVIRONMENT
from perenne.config.settings.files import STORAGES

DPO = ENVIRONMENT.dpo
CONTROLLER_IS_PUBLIC = ENVIRONMENT.controller_is_public
STORAGES["tombstones"] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {
        "location": ENVIRONMENT.home / "tombstones",
        "base_url": None,
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
    },
}
