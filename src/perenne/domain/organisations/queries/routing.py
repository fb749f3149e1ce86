"""Which facilitator answers for a place, and why."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from perenne.domain.organisations.models import Coverage, Kind, Organisation
from perenne.domain.territories.queries import CommuneCard, communes
from perenne.values import fold

CODE = re.compile(r"\b\d[\dAB]\d{3}\b")
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

    by_name: Mapping[str, CommuneCard]
    """Folded name → the one commune that bears it; homonyms are told apart by their postcode."""
    by_postcode: Mapping[str, tuple[CommuneCard, ...]]
    by_insee: Mapping[str, CommuneCard]
    by_commune: Mapping[str, Responsible]
    by_epci: Mapping[str, Responsible]
    by_department: Mapping[str, Responsible]
    coordination: Responsible | None

    def route(self, place: str, *, seat: str = "") -> Routing:
        """For a place as it was written; else for the commune of the buyer's seat (INSEE)."""
        found = self.commune_in(place)
        if found:
            return self._at(found, f"L’achat est situé à {found.name}")
        home = self.by_insee.get(seat)
        said = f"« {place.strip()} » n’est pas une commune reconnue ici" if place.strip() else ""
        if home:
            why = said or "Aucun lieu n’est indiqué"
            return self._at(home, f"{why} : c’est le siège de l’acheteur, {home.name}, qui décide")
        why = said or "Aucun lieu n’est indiqué"
        return Routing(self.coordination, "", "", f"{why} : la coordination répartira.")

    def commune_in(self, place: str) -> CommuneCard | None:
        """The commune that a free text names: by a code, by its name, by a name inside."""
        text = self._plain(place)
        for code in CODE.findall(place.upper()):
            coded = self._coded(code, f" {text} ")
            if coded:
                return coded
        if text in self.by_name:
            return self.by_name[text]
        inside = [
            name
            for name in self.by_name
            if len(name) >= SHORTEST_NAME_INSIDE and f" {name} " in f" {text} "
        ]
        return self.by_name[max(inside, key=len)] if inside else None

    def _coded(self, code: str, words: str) -> CommuneCard | None:
        """Several communes share a postcode, which may be the INSEE code of yet another one:

        the name written beside it decides; a code alone is read as a postcode first.
        """
        sharing = self.by_postcode.get(code, ())
        numbered = self.by_insee.get(code)
        bearers = (*sharing, numbered) if numbered else sharing
        named = [commune for commune in bearers if f" {commune.folded} " in words]
        if named:
            return max(named, key=lambda commune: len(commune.folded))
        if len(sharing) == 1:
            return sharing[0]
        return None if sharing else numbered

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
        by_name=_told_apart(known),
        by_postcode=_by_postcode(known),
        by_insee={commune.insee_code: commune for commune in known},
        by_commune={row.commune_id: who for row, who in answers if row.commune_id},
        by_epci={row.epci_id: who for row, who in answers if row.epci_id},
        by_department={row.department_code: who for row, who in answers if row.department_code},
        coordination=Responsible(at_the_top.pk, at_the_top.name) if at_the_top else None,
    )


def _told_apart(known: tuple[CommuneCard, ...]) -> dict[str, CommuneCard]:
    borne = Counter(commune.folded for commune in known)
    return {commune.folded: commune for commune in known if borne[commune.folded] == 1}


def _by_postcode(known: tuple[CommuneCard, ...]) -> dict[str, tuple[CommuneCard, ...]]:
    sharing: dict[str, tuple[CommuneCard, ...]] = {}
    for commune in known:
        for postcode in commune.postcodes:
            sharing[postcode] = (*sharing.get(postcode, ()), commune)
    return sharing
