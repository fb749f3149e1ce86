"""data·inclusion: the published schema of structures, as JSON, one object a line, or a table.

What the schema calls « réseaux porteurs » tells whether it is an inclusion structure, a
prescriber, or neither. The format says nothing of trades.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from perenne.domain.directory.queries.reading.facts import (
    Facts,
    Unfit,
    about_in,
    day_in,
    email_in,
    name_in,
    phone_in,
    place_in,
    siret_in,
    site_in,
)
from perenne.domain.directory.states import INCLUSION_KINDS, OTHER_PRESCRIBER
from perenne.domain.organisations.states import PrescriberKind, StructureKind

COLUMNS = (
    "source", "id", "nom", "date_maj", "siret", "description", "adresse", "complement_adresse",
    "code_postal", "code_insee", "commune", "latitude", "longitude", "courriel", "telephone",
    "site_web", "reseaux_porteurs",
)  # fmt: skip
TOLD_BY = frozenset({"source", "id", "nom", "date_maj"})
"""What the schema requires."""
KINDS: Mapping[str, str] = {
    **{kind.value: kind.value for kind in StructureKind if kind is not StructureKind.OTHER},
    "ressourceries": StructureKind.OTHER.value,
    "france-travail": PrescriberKind.FRANCE_TRAVAIL.value,
    "mission-locale": PrescriberKind.MISSION_LOCALE.value,
    "cap-emploi-reseau-cheops": PrescriberKind.CAP_EMPLOI.value,
    "plie": PrescriberKind.PLIE.value,
    "departements": PrescriberKind.DEPARTMENT.value,
    "delegataire-conseil-departemental": PrescriberKind.DEPARTMENT.value,
    "ccas-cias": PrescriberKind.CCAS.value,
    "spip": PrescriberKind.SPIP.value,
    "alliance-villes-emploi": OTHER_PRESCRIBER,
    "maisons-de-l-emploi": OTHER_PRESCRIBER,
    "ecoles-de-la-deuxieme-chance": OTHER_PRESCRIBER,
    "epide": OTHER_PRESCRIBER,
    "chrs": OTHER_PRESCRIBER,
    "cidff": OTHER_PRESCRIBER,
    "pjj": OTHER_PRESCRIBER,
}
NETWORK = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
INSEE = re.compile(r"^\d[\dAB]\d{3}$")
POSTCODE = re.compile(r"^\d{5}$")


def facts_of(said: Mapping[str, Any], *, dated_on: date, today: date) -> Facts:
    """Unfit, in French, when the row cannot be taken. Each row is dated: the file need not be."""
    name = name_in(_text(said, "nom"))
    networks = _networks(said.get("reseaux_porteurs"))
    key = _text(said, "id").strip()[:200]
    if not key:
        raise Unfit("L’identifiant manque.")
    email, notes = email_in(_text(said, "courriel"), name)
    latitude, longitude = place_in(_text(said, "latitude"), _text(said, "longitude"))
    street = f"{_text(said, 'adresse')} {_text(said, 'complement_adresse')}"
    insee, postcode = _text(said, "code_insee").strip(), _text(said, "code_postal").strip()
    return Facts(
        key=key,
        name=name,
        kind=_kind(networks),
        siret=siret_in(_text(said, "siret")),
        address=" ".join(street.split())[:200],
        postcode=postcode if POSTCODE.match(postcode) else "",
        city=_text(said, "commune").strip(),
        insee=insee if INSEE.match(insee) else "",
        latitude=latitude,
        longitude=longitude,
        about=about_in(_text(said, "description")),
        website=site_in(_text(said, "site_web")),
        email=email,
        phone=phone_in(_text(said, "telephone")),
        networks=networks,
        said_on=day_in(_text(said, "date_maj"), today),
        notes=notes,
    )


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return "" if value is None else str(value)


def _networks(said: Any) -> tuple[str, ...]:
    """A list, or the text that a table makes of it: « ["ei", "aci"] », « {ei,aci} »."""
    words = (
        [str(one) for one in said] if isinstance(said, list) else NETWORK.findall(str(said or ""))
    )
    return tuple(dict.fromkeys(word[:60] for word in words if word))


def _kind(networks: tuple[str, ...]) -> str:
    """That of an inclusion structure first: some are prescribers too."""
    if not networks:
        raise Unfit("Aucun réseau porteur : rien ne dit que c’est une structure d’insertion.")
    found = [KINDS[network] for network in networks if network in KINDS]
    if not found:
        raise Unfit(
            f"Ni structure d’insertion ni prescripteur : réseau {', '.join(networks)[:150]}."
        )
    return next((kind for kind in found if kind in INCLUSION_KINDS), found[0])
