"""Contracts in the national format, valid unless told otherwise, and files of them."""

import json
from pathlib import Path
from typing import Any

from perenne.kit.decp.sandbox import PIECE

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.json"))
"""Official examples of 139bercy/format-commande-publique (public domain), unchanged."""
BUYER, HOLDER, OTHER = "21770284400010", "55204599900869", "35600000000048"


def contract(**said: Any) -> dict[str, Any]:
    """As the official schema wants it; None takes a field away."""
    usual = {
        "id": "2026-0001",
        "acheteur": {"id": BUYER},
        "nature": "Marché",
        "objet": "Nettoyage des écoles",
        "codeCPV": "90910000",
        "techniques": {"technique": ["Sans objet"]},
        "modalitesExecution": {"modaliteExecution": ["Sans objet"]},
        "marcheInnovant": False,
        "ccag": "Fournitures courantes et services",
        "offresRecues": 3,
        "attributionAvance": False,
        "typeGroupementOperateurs": "Pas de groupement",
        "procedure": "Appel d'offres ouvert",
        "lieuExecution": {"code": "77284", "typeCode": "Code commune"},
        "dureeMois": 48,
        "dateNotification": "2026-03-02",
        "datePublicationDonnees": "2026-03-20",
        "montant": 980000.5,
        "typesPrix": {"typePrix": ["Définitif révisable"]},
        "formePrix": "Mixte",
        "sousTraitanceDeclaree": False,
        "titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": HOLDER}}],
        "considerationsSociales": {"considerationSociale": ["Clause sociale"]},
        "considerationsEnvironnementales": {
            "considerationEnvironnementale": ["Pas de considération environnementale"]
        },
    }
    return {name: value for name, value in {**usual, **said}.items() if value is not None}


def change(number: int = 1, **said: Any) -> dict[str, Any]:
    usual = {
        "id": number,
        "dateNotificationModification": "2026-09-01",
        "datePublicationDonneesModification": "2026-09-10",
        "montant": 1200000,
    }
    return {"modification": {**usual, **said}}


def act(number: int = 1, **said: Any) -> dict[str, Any]:
    usual = {
        "id": number,
        "sousTraitant": {"typeIdentifiant": "SIRET", "id": OTHER},
        "dureeMois": 12,
        "dateNotification": "2026-05-04",
        "montant": 50000,
        "variationPrix": "Ferme",
        "datePublicationDonnees": "2026-05-20",
    }
    return {"acteSousTraitance": {**usual, **said}}


def file_of(*contracts: Any, **others: Any) -> bytes:
    return json.dumps({"marches": {"marche": list(contracts), **others}}).encode()


def in_pieces(content: bytes, size: int = PIECE) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


def as_xml(value: Any, name: str = "marches") -> str:
    """The XML of the same data: lists are repeated tags."""
    if isinstance(value, list):
        return "".join(as_xml(one, name) for one in value)
    if isinstance(value, dict):
        inside = "".join(as_xml(one, key) for key, one in value.items())
        return f"<{name}>{inside}</{name}>"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{text.replace('&', '&amp;').replace('<', '&lt;')}</{name}>"


def of_xml(one: dict[str, Any]) -> dict[str, Any]:
    """Lists of named groups become groups of repeated tags."""
    grouped = {}
    for name, value in one.items():
        if isinstance(value, list):
            (inner,) = {key for each in value for key in each}
            grouped[name] = {inner: [of_xml(each[inner]) for each in value]}
        else:
            grouped[name] = value
    return grouped
