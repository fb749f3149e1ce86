"""Places are nobody."""

from perenne.domain.territories.models import Commune, Department, Epci, OldName, Outline, Qpv
from perenne.kit.privacy import nobody_in

nobody_in(Department, plain=["code", "name", "liaison"])
nobody_in(Epci, plain=["code", "name"])
nobody_in(
    Commune,
    plain=["insee_code", "name", "folded", "department_code", "postcodes", "epci", "population"],
)
nobody_in(OldName, plain=["id", "code", "name", "folded", "commune"])
nobody_in(Qpv, plain=["code", "name", "generation", "communes"])
nobody_in(Outline, plain=["commune", "rings", "source"])
