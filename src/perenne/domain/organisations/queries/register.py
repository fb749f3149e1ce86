"""What is known of an establishment before its people type anything: the Sirene register."""

import re
from dataclasses import dataclass

from perenne.domain.organisations.models import Organisation
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.territories.queries import CommuneCard, communes
from perenne.kit.sirene import Answer, Said, register
from perenne.values import Siret, fold

CODE = re.compile(r"\b[0-9][0-9AB][0-9]{3}\b")
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
    place = commune_named(found.commune_code) or commune_named(found.commune_name)
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
    """By its INSEE code, its name, or a postcode that tells one; None where one would guess."""
    code, name = _parted(text)
    if not code and not name:
        return None
    found = [one for one in communes() if _fits(one, code, name)]
    exact = [one for one in found if code == one.insee_code and name in {"", one.folded}]
    chosen = exact or found
    return chosen[0] if len(chosen) == 1 else None


def _parted(text: str) -> tuple[str, str]:
    """« 77100 Meaux » → its code and its folded name."""
    code = CODE.search(text)
    name = CODE.sub(" ", text, count=1) if code else text
    return (code[0] if code else "", fold(name))


def _fits(one: CommuneCard, code: str, name: str) -> bool:
    coded = not code or code == one.insee_code or code in one.postcodes
    return coded and (not name or name == one.folded)
