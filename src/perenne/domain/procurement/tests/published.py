"""A committee whose buyers publish: what was read of it, applied, or still to be."""

from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate

from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.actions.decp_receiving import read_decp
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Actor
from perenne.kit.decp.tests.makers import BUYER, OTHER, change, contract, file_of

STRANGER = "21750001600019"


@dataclass(frozen=True, slots=True)
class Scene:
    """`applied` and `fresh` are files read by the facilitator of Meaux."""

    applied: int
    fresh: int
    contract: int


def read_as(by: Actor, *contracts: Any) -> int:
    return read_decp([file_of(*contracts)], name="decp-2026.json", by=by, today=localdate())


def new_published(committee: Any) -> Scene:
    """Of web.tests.scenes: one contract of the buyer, one of a stranger in Meaux, and bad ones."""
    for actor, siret in ((committee.buyer, BUYER), (committee.other_buyer, OTHER)):
        Organisation.objects.filter(pk=actor.organisation_id).update(siret=siret)
    by = committee.facilitator
    stranger = {"acheteur": {"id": STRANGER}}
    applied = read_as(
        by,
        contract(modifications=[change()]),
        contract(id="ailleurs", objet="Entretien des berges", **stranger),
        contract(id="mauvais", dureeMois="NC", montant=None),
        contract(id=None),
    )
    apply_decp(file_id=applied, by=by, today=localdate())
    fresh = read_as(by, contract(id="neuf", ccag=None), contract())
    made = Contract.objects.get(reference="2026-0001")
    return Scene(applied, fresh, made.pk)
