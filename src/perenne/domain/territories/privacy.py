"""Places are nobody."""

from perenne.domain.territories.models import Commune, Epci
from perenne.kit.privacy import nobody_in

nobody_in(Epci, plain=["code", "name"])
nobody_in(Commune, plain=["insee_code", "name", "folded", "department_code", "postcodes", "epci"])
