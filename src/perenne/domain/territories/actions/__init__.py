"""What one may do to places: load them from official nomenclatures. The only writers here."""

from perenne.domain.territories.actions.accounts import Account, SetAside
from perenne.domain.territories.actions.communes import (
    OfficialCommune,
    OfficialEpci,
    load_communes,
    load_epcis,
)
from perenne.domain.territories.actions.names import (
    OfficialDepartment,
    OfficialOldName,
    OfficialQpv,
    load_departments,
    load_old_names,
    load_qpvs,
)
from perenne.domain.territories.actions.outlines import OfficialOutline, load_outlines

__all__ = [
    "Account",
    "OfficialCommune",
    "OfficialDepartment",
    "OfficialEpci",
    "OfficialOldName",
    "OfficialOutline",
    "OfficialQpv",
    "SetAside",
    "load_communes",
    "load_departments",
    "load_epcis",
    "load_old_names",
    "load_outlines",
    "load_qpvs",
]
