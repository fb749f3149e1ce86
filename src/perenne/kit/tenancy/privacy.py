"""A committee is a body, not a person."""

from perenne.kit.privacy import nobody_in
from perenne.kit.tenancy.models import Committee

nobody_in(Committee, plain=["code", "name", "carrier"])
