"""The shapes in which one contract is written, brought back to that of the JSON of 2.0.

Old flat lists, tags of XML that repeat, single values where a list is due.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from perenne.kit.decp.items import Kind
from perenne.kit.decp.schema import DEFINITIONS, is_of, whole

GROUPS: Mapping[str, str] = {
    "titulaires": "titulaire",
    "concessionnaires": "concessionnaire",
    "modifications": "modification",
    "actesSousTraitance": "acteSousTraitance",
    "modificationsActesSousTraitance": "modificationActeSousTraitance",
    "donneesExecution": "donneesAnnuelles",
    "tarifs": "tarif",
}
VALUES: Mapping[str, str] = {
    "techniques": "technique",
    "modalitesExecution": "modaliteExecution",
    "typesPrix": "typePrix",
    "considerationsSociales": "considerationSociale",
    "considerationsEnvironnementales": "considerationEnvironnementale",
}
NEW = ("techniques", "modalitesExecution", "ccag", "considerationsSociales")
"""What appeared in 2024: none of them, and the contract is in the old format."""
TRUTHS = {"true": True, "false": False, "1": True, "0": False}


def kind_of(raw: Mapping[str, Any], listed: str) -> Kind:
    """The old format mixes them in one list."""
    if listed == Kind.CONCESSION or "autoriteConcedante" in raw:
        return Kind.CONCESSION
    return Kind.CONCESSION if "concession" in str(raw.get("_type", "")).lower() else Kind.CONTRACT


def is_old(raw: Mapping[str, Any], kind: Kind) -> bool:
    new = NEW if kind is Kind.CONTRACT else ("considerationsSociales",)
    return not any(name in raw for name in new)


def upright(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as lists of named groups, at any depth."""
    return {name: placed(name, value) for name, value in raw.items()}


def placed(name: str, value: Any) -> Any:
    if name in GROUPS:
        return [{GROUPS[name]: within(one)} for one in members(value, GROUPS[name])]
    if name in VALUES:
        return {VALUES[name]: members(value, VALUES[name])}
    return within(value)


def within(value: Any) -> Any:
    return upright(value) if isinstance(value, dict) else value


def members(value: Any, inner: str) -> list[Any]:
    """[{inner: x}], {inner: [x]}, {inner: x}, [x] or x: the list of the x."""
    if isinstance(value, dict):
        return members(value[inner], inner) if inner in value else [value] if value else []
    if not isinstance(value, list):
        return [] if value in (None, "") else [value]
    found: list[Any] = []
    for one in value:
        named = isinstance(one, dict) and inner in one
        found += members(one[inner], inner) if named else [one]
    return found


def typed(raw: Any, kind: Kind) -> Any:
    """XML holds texts only: numbers and truths as the schema wants them, when they can be."""
    return converted(raw, DEFINITIONS[kind])


def converted(value: Any, definition: Mapping[str, Any]) -> Any:
    definition = whole(definition)
    if isinstance(value, dict):
        known = definition.get("properties", {})
        kept = {name: converted(one, known.get(name, {})) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one != ""}
    if isinstance(value, list):
        return [converted(one, definition.get("items", {})) for one in value]
    return number_or(value, definition.get("type", "string"))


def number_or(value: Any, wanted: str) -> Any:
    if not isinstance(value, str) or wanted == "string":
        return value
    if wanted == "boolean":
        return TRUTHS.get(value.lower(), value)
    try:
        number = float(value)
    except ValueError:
        return value
    whole_number = int(number) if number.is_integer() else number
    return whole_number if is_of(whole_number, wanted) else value
