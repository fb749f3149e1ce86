"""What the format asks of a contract beside our own tables, and where each answer comes from."""

from collections.abc import Mapping
from typing import Any

from perenne.kit.decp import Published
from perenne.kit.decp.items import Kind
from perenne.kit.decp.schema import faults_in, property_of, walk

ASKED = (
    "nature", "procedure", "techniques", "modalitesExecution", "ccag", "codeCPV",
    "lieuExecution", "typesPrix", "formePrix", "offresRecues", "marcheInnovant",
    "attributionAvance", "tauxAvance", "sousTraitanceDeclaree",
    "considerationsEnvironnementales", "considerationsSociales",
)  # fmt: skip
"""Fields of the format that only the buyer can answer."""
AS_PUBLISHED = (
    "typeGroupementOperateurs", "idAccordCadre", "origineUE", "origineFrance",
    "datePublicationDonnees", "titulaires", "modifications", "actesSousTraitance",
    "modificationsActesSousTraitance",
)  # fmt: skip
"""What was published once and may only be added to."""


def answers_of(published: Published) -> dict[str, Any]:
    """What a published contract answers, when the schema accepts it."""
    return {
        name: published.raw[name]
        for name in (*ASKED, *AS_PUBLISHED)
        if name in published.raw and is_right(name, published.raw[name])
    }


def is_right(name: str, value: Any) -> bool:
    return next(iter(walk(value, property_of(Kind.CONTRACT, name), name)), None) is None


def missing_in(contract: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields that keep a contract from being published, in the order of the schema."""
    tops = (
        fault.field.partition(".")[0].partition("[")[0]
        for fault in faults_in(contract, Kind.CONTRACT)
    )
    return tuple(dict.fromkeys(tops))
