"""Static files served by the application itself, and files received kept out of reach.

Files received lie in a folder of this machine, or in a private S3 bucket when one is named; their
addresses are given to nobody: `kit.files.serving` alone gives them out.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from botocore.config import Config

from perenne.config.environment import ENVIRONMENT

_LEAFLET = find_spec("leaflet")
LEAFLET_FOLDER = Path(str(_LEAFLET and _LEAFLET.origin)).parent / "static" / "leaflet"
_FONT = find_spec("font_source_sans_pro")
FONT_FOLDER = Path(str(_FONT and _FONT.origin)).parent / "files"


def folder(place: Path) -> dict[str, Any]:
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": place,
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }


def bucket(name: str, endpoint: str, region: str, key: str, secret: str) -> dict[str, Any]:
    """A server that does not answer is given up after a few seconds: the person is told."""
    client = Config(
        connect_timeout=3,
        read_timeout=15,
        retries={"max_attempts": 1},
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    return {
        "BACKEND": "perenne.kit.files.s3.PrivateBucket",
        "OPTIONS": {
            "bucket_name": name,
            "endpoint_url": endpoint or None,
            "region_name": region or None,
            "access_key": key or None,
            "secret_key": secret or None,
            "default_acl": "private",
            "file_overwrite": True,  # names are random: looking for another one is a question more
            "client_config": client,
        },
    }


STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.home / "static"
STATICFILES_DIRS = [("leaflet", LEAFLET_FOLDER)]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "perenne.web.design.made.MadeFiles",
]
MADE_FILES_FOLDER = ENVIRONMENT.home / "made"
_S3 = ENVIRONMENT.bucket
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": bucket(_S3["bucket"], _S3["endpoint"], _S3["region"], _S3["key"], _S3["secret"])
    if _S3
    else folder(ENVIRONMENT.home / "files"),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SCANNER = ENVIRONMENT.clamd
FILE_KEYS = ENVIRONMENT.file_keys
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
