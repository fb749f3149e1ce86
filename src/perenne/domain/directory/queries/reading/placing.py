"""Where a row of a file stands: its commune of today, and whether its département is wanted."""

from collections.abc import Iterable
from dataclasses import dataclass

from perenne.domain.directory.queries.reading.facts import Facts, Unfit
from perenne.domain.territories.queries import CommuneCard, Gazetteer, gazetteer
from perenne.kit.tenancy import current_committee

OVERSEAS = ("97", "98")
CORSICA = "20"
CORSICAN = ("2A", "2B")


@dataclass(frozen=True, slots=True)
class Place:
    """`commune_id` "" where the département alone is known."""

    commune_id: str
    department: str


class Places:
    def __init__(self, departments: Iterable[str]) -> None:
        """Three queries, whatever the number of rows to place."""
        self.wanted = frozenset(departments)
        self.known: Gazetteer = gazetteer(current_committee().upper())

    def of(self, facts: Facts) -> Place:
        """Unfit, in French, for a row of no place, or of one that is not wanted."""
        commune = self._commune(facts)
        if commune is not None:
            place = Place(commune.insee_code, commune.department_code)
        elif facts.insee or facts.postcode:
            place = Place("", self._department(facts))
        else:
            raise Unfit("Ni commune ni code postal : on ne sait pas où elle est.")
        if place.department not in self.wanted:
            where = f"{facts.city or facts.postcode or facts.insee} ({place.department})"
            raise Unfit(f"Hors des départements choisis : {where[:80]}.")
        return place

    def _commune(self, facts: Facts) -> CommuneCard | None:
        if facts.insee in self.known.by_insee:
            return self.known.by_insee[facts.insee]
        found = self.known.commune_in(f"{facts.postcode} {facts.city}".strip())
        if found is None or not facts.postcode:
            return found
        # A name inside a longer one proves nothing where the postcode says another département.
        near = found.department_code in _departments_of(facts.postcode)
        return found if near else None

    def _department(self, facts: Facts) -> str:
        if facts.insee:
            long = facts.insee.startswith(OVERSEAS)
            return facts.insee[: 3 if long else 2]
        return next(
            (one for one in _departments_of(facts.postcode) if one in self.wanted),
            _departments_of(facts.postcode)[0],
        )


def _departments_of(postcode: str) -> tuple[str, ...]:
    if postcode.startswith(OVERSEAS):
        return (postcode[:3],)
    return CORSICAN if postcode.startswith(CORSICA) else (postcode[:2],)
