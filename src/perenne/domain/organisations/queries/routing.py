"""Which facilitator answers for a place, and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from perenne.domain.organisations.models import Coverage, Kind, Organisation
from perenne.domain.territories.queries import CommuneCard, communes
from perenne.values import fold

POSTCODE = re.compile(r"\b\d{5}\b")
SHORTEST_NAME_INSIDE = 4  # letters: « Ury » inside a sentence proves nothing


@dataclass(frozen=True, slots=True)
class Responsible:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Who answers, for which commune, in a sentence; `facilitator` None: nobody yet."""

    facilitator: Responsible | None
    commune_code: str
    commune_name: str
    reason: str


@dataclass(frozen=True)
class Router:
    """Everything that routing needs, read once for a whole programme."""

    places: Mapping[str, CommuneCard]
    """By folded name, by postcode of a single commune, and by INSEE code."""
    by_commune: Mapping[str, Responsible]
    by_epci: Mapping[str, Responsible]
    by_department: Mapping[str, Responsible]
    coordination: Responsible | None

    def route(self, place: str, *, seat: str = "") -> Routing:
        """For a place as it was written; else for the commune of the buyer's seat (INSEE)."""
        found = self.commune_in(place)
        if found:
            return self._at(found, f"L’achat est situé à {found.name}")
        home = self.places.get(seat)
        said = f"« {place.strip()} » n’est pas une commune reconnue ici" if place.strip() else ""
        if home:
            why = said or "Aucun lieu n’est indiqué"
            return self._at(home, f"{why} : c’est le siège de l’acheteur, {home.name}, qui décide")
        why = said or "Aucun lieu n’est indiqué"
        return Routing(self.coordination, "", "", f"{why} : la coordination répartira.")

    def commune_in(self, place: str) -> CommuneCard | None:
        """The commune that a free text names, by its postcode, its name, or inside a sentence."""
        for code in POSTCODE.findall(place):
            if code in self.places:
                return self.places[code]
        text = self._plain(place)
        if text in self.places:
            return self.places[text]
        words = f" {text} "
        inside = [
            name
            for name in self.places
            if len(name) >= SHORTEST_NAME_INSIDE and not name.isdigit() and f" {name} " in words
        ]
        return self.places[max(inside, key=len)] if inside else None

    def _at(self, commune: CommuneCard, why: str) -> Routing:
        for level, who in (
            ("cette commune", self.by_commune.get(commune.insee_code)),
            (commune.epci_name, self.by_epci.get(commune.epci_code)),
            ("le département", self.by_department.get(commune.department_code)),
        ):
            if who:
                reason = f"{why} : {who.name} couvre {level}."
                return Routing(who, commune.insee_code, commune.name, reason)
        reason = (
            f"{why} : aucun facilitateur ne couvre encore cette commune, la coordination répond."
        )
        return Routing(self.coordination, commune.insee_code, commune.name, reason)

    @staticmethod
    def _plain(place: str) -> str:
        """Folded, with the usual abbreviations written out."""
        words = [
            "saint" if w == "st" else "sainte" if w == "ste" else w for w in fold(place).split()
        ]
        return " ".join(words)


def facilitator_router() -> Router:
    """Three queries, whatever the number of places to route."""
    known = communes()
    coverage = Coverage.objects.select_related("facilitator").order_by("-pk")
    answers = [(row, Responsible(row.facilitator_id, row.facilitator.name)) for row in coverage]
    at_the_top = Organisation.objects.filter(kind=Kind.COORDINATION).order_by("pk").first()
    return Router(
        places=_places(known),
        by_commune={row.commune_id: who for row, who in answers if row.commune_id},
        by_epci={row.epci_id: who for row, who in answers if row.epci_id},
        by_department={row.department_code: who for row, who in answers if row.department_code},
        coordination=Responsible(at_the_top.pk, at_the_top.name) if at_the_top else None,
    )


def _places(known: tuple[CommuneCard, ...]) -> dict[str, CommuneCard]:
    named: dict[str, CommuneCard] = {}
    shared: set[str] = set()
    for commune in known:
        names = {commune.folded, commune.insee_code, *commune.postcodes}
        shared |= names & named.keys()
        named |= dict.fromkeys(names, commune)
    return {name: commune for name, commune in named.items() if name not in shared}
