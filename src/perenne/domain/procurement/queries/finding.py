"""Consultations, contracts and their parties, as they are searched."""

from django.db.models import QuerySet

from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT, CONSULTATIONS, CONTRACTS, LOTS
from perenne.kit.actors import Actor
from perenne.kit.finding import Ground, beside


def contracts_to_find(actor: Actor) -> tuple[Ground, ...]:
    """A party opens its contract. A company sees its contracts, and not who else carries them."""
    contracts = CONTRACTS.rows("contract.view", actor)
    found = (
        Ground(
            "marches",
            "Marchés",
            "procurement:contract",
            contracts,
            title="object",
            more=beside("reference", "buyer__name"),
            code="reference",
        ),
        *_tendered(actor),
    )
    if actor.role in CARRYING_OUT:
        return found
    parties = Party.objects.filter(contract__in=contracts)
    return (*found, _carrying(parties))


def _tendered(actor: Actor) -> tuple[Ground, Ground]:
    return (
        Ground(
            "consultations",
            "Consultations",
            "procurement:consultation",
            CONSULTATIONS.rows("consultation.view", actor),
            title="object",
            more="buyer__name",
            code="reference",
        ),
        Ground(
            "lots",
            "Lots",
            "procurement:lot",
            LOTS.rows("lot.view", actor),
            title="object",
            more="consultation__object",
        ),
    )


def _carrying(parties: "QuerySet[Party, Party]") -> Ground:
    return Ground(
        "entreprises",
        "Entreprises des marchés",
        "procurement:contract",
        parties,
        title="name",
        more="contract__object",
        keys=("contract_id",),
        code="siret",
    )
