"""Contracts and awards as tests write them."""

from dataclasses import replace

from perenne.domain.procurement.actions import Award, ContractTerms, PartyFacts
from perenne.domain.procurement.factories import SIGNED_ON, new_siret
from perenne.values import Euros, Siret

TERMS = ContractTerms(
    reference="2026-GO", object="Gros œuvre", amount=Euros.of(1_000_000), months=18,
    signed_on=SIGNED_ON,
)  # fmt: skip


def company(name="Bâtir SA", amount=None, number=None):
    return PartyFacts(
        name=name,
        siret=Siret.read(new_siret(number)),
        amount=None if amount is None else Euros.of(amount),
    )


def award(reference="2026-GO", **said):
    """Of one company, unless told otherwise."""
    terms = replace(TERMS, reference=reference)
    return Award(**{"terms": terms, "lead": company()} | said)
