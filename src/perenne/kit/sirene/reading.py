"""From the JSON of strangers to an establishment: every value is doubted."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from perenne.kit.sirene.natures import NATURES
from perenne.kit.sirene.port import Answer, Establishment, Said
from perenne.values import Siret

LONGEST = 200
INSEE_CODE = re.compile(r"[0-9][0-9AB][0-9]{3}")
NOT_PUBLISHED = ("NON-DIFFUSIBLE", "[ND]")
OPEN = "A"


def read_answer(payload: object, siret: Siret) -> Answer:
    """The establishment of this very number among those of the answer; UNKNOWN without it.

    ValueError when it is no answer of this API.
    """
    if not isinstance(payload, dict) or not isinstance(payload.get("results"), list):
        raise ValueError("no list of results")
    for unit in payload["results"]:
        for place in _places_of(unit):
            if place.get("siret") == siret.digits:
                found = _establishment(siret, unit, place)
                return Answer(Said.FOUND if found.is_open else Said.CLOSED, found)
    return Answer(Said.UNKNOWN)


def _places_of(unit: object) -> Iterator[dict[str, Any]]:
    if not isinstance(unit, dict):
        return
    matching = unit.get("matching_etablissements")
    for place in [*(matching if isinstance(matching, list) else []), unit.get("siege")]:
        if isinstance(place, dict):
            yield place


def _establishment(siret: Siret, unit: dict[str, Any], place: dict[str, Any]) -> Establishment:
    code = _text(place.get("commune"))
    nature = _text(unit.get("nature_juridique"))
    return Establishment(
        siret=siret,
        name=_text(unit.get("nom_raison_sociale")) or _text(unit.get("nom_complet")),
        address=_text(place.get("adresse")),
        commune_code=code if INSEE_CODE.fullmatch(code) else "",
        commune_name=_text(place.get("libelle_commune")),
        legal_nature=nature if nature in NATURES else "",
        is_open=place.get("etat_administratif") == OPEN,
    )


def _text(value: object) -> str:
    """One short line of visible characters; "" for anything else."""
    if not isinstance(value, str) or any(mark in value.upper() for mark in NOT_PUBLISHED):
        return ""
    visible = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in value)
    return " ".join(visible.split())[:LONGEST].strip()
