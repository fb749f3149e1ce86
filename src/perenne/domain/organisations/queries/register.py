"""What is known of an establishment before its people type anything: the Sirene register."""

from dataclasses import dataclass

from perenne.domain.organisations.models import Organisation
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.territories.queries import CommuneCard, gazetteer
from perenne.kit.sirene import Answer, Said, register
from perenne.kit.tenancy import current_committee
from perenne.values import Siret

SENTENCES = {
    Said.FOUND: "Complété d’après le répertoire Sirene : vérifiez, et corrigez si besoin.",
    Said.CLOSED: "Le répertoire Sirene dit cet établissement fermé : vérifiez le numéro.",
    Said.UNKNOWN: "Le répertoire Sirene ne publie rien sous ce numéro : remplissez à la main.",
    Said.ABSENT: "Remplissez à la main : le répertoire Sirene n’est pas relié à ce site.",
    Said.SILENT: "Le répertoire Sirene ne répond pas pour le moment : remplissez à la main.",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the form may be filled with; `sentence` says where it comes from, or why it is not."""

    sentence: str
    name: str = ""
    address: str = ""
    commune: str = ""
    legal_nature: str = ""
    is_here: bool = False
    """Whether an organisation of this number has a space already."""


def proposal_for(siret: Siret) -> Proposal:
    answer: Answer = register().look_up(siret)
    is_here = has_space(siret)
    found = answer.establishment
    if found is None:
        return Proposal(SENTENCES[answer.said], is_here=is_here)
    places = gazetteer(current_committee().upper())
    place = places.by_insee.get(found.commune_code) or places.commune_in(found.commune_name)
    return Proposal(
        sentence=SENTENCES[answer.said],
        name=found.name,
        address=found.address,
        commune=place.name if place else "",
        legal_nature=found.legal_nature,
        is_here=is_here,
    )


def has_space(siret: Siret) -> bool:
    known = Organisation.objects.filter(siret=siret.digits)
    return known.exclude(state=OrganisationState.CLOSED).exists()


def commune_named(text: str) -> CommuneCard | None:
    """As the gazetteer of the département reads it: a name, a postcode, an INSEE code."""
    return gazetteer(current_committee().upper()).commune_in(text) if text.strip() else None
