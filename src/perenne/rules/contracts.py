"""A contract once signed: what its length, its amendments and its orders must not exceed.

What is found is a caution, and no refusal: the house records what happened, and the buyer answers
for it. Durations in months, amounts before tax.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.rules.texts import (
    FRAMEWORK_LENGTH,
    FRAMEWORK_MOST,
    LARGE_AMENDMENTS,
    SMALL_AMENDMENTS,
)
from perenne.values import Euros, Share

_CODE_SINCE = date(2019, 4, 1)
AUTHORITIES_MONTHS = Dated(
    {_CODE_SINCE: 48},
    FRAMEWORK_LENGTH,
    meaning="Durée la plus longue d’un accord-cadre d’un pouvoir adjudicateur",
    unit="mois",
)
NETWORKS_MONTHS = Dated(
    {_CODE_SINCE: 96},
    FRAMEWORK_LENGTH,
    meaning="Durée la plus longue d’un accord-cadre d’une entité adjudicatrice",
    unit="mois",
)
SMALL_FOR_WORKS = Dated(
    {_CODE_SINCE: Share.percent(15)},
    SMALL_AMENDMENTS,
    meaning="Modification de faible montant d’un marché de travaux, au plus",
)
SMALL_OTHERWISE = Dated(
    {_CODE_SINCE: Share.percent(10)},
    SMALL_AMENDMENTS,
    meaning="Modification de faible montant d’un marché de services ou de fournitures, au plus",
)
LARGEST = Dated(
    {_CODE_SINCE: Share.percent(50)},
    LARGE_AMENDMENTS,
    meaning="Modification pour prestations supplémentaires ou imprévues, au plus",
)


@dataclass(frozen=True, slots=True)
class Caution:
    """What to look at before the contract goes on; `source` is where it stands."""

    sentence: str
    source: str


@cites(
    FRAMEWORK_LENGTH,
    says="L’accord-cadre dure-t-il trop longtemps, reconductions comprises ?",
    confidence=Confidence.SURE,
)
def framework_length(months: int, *, buyer: BuyerKind | None, on: date) -> Caution | None:
    """`months`: with every renewal. A private buyer is not held to it."""
    if buyer is BuyerKind.PRIVATE:
        return None
    by_networks = buyer is BuyerKind.NETWORK_OPERATOR
    most = (NETWORKS_MONTHS if by_networks else AUTHORITIES_MONTHS).on(max(on, _CODE_SINCE))
    if months <= most:
        return None
    return Caution(
        typeset(
            f"Cet accord-cadre peut durer {months} mois et la loi en prévoit {most} au plus, sauf "
            "cas exceptionnel dûment justifié : gardez cette justification au dossier."
        ),
        str(FRAMEWORK_LENGTH),
    )


@cites(
    SMALL_AMENDMENTS,
    LARGE_AMENDMENTS,
    says="Les avenants changent-ils le montant au-delà de ce que la loi prévoit ?",
    confidence=Confidence.LIKELY,
)
def amended_amount(
    before: Euros, after: Euros, *, kind: ContractKind | None, on: date
) -> Caution | None:
    """All the amendments together, on the amount first signed; the lower bound when in doubt."""
    if before.cents <= 0:
        return None
    change = Fraction(abs(after.cents - before.cents) * 10_000, before.cents)
    day = max(on, _CODE_SINCE)
    small = (SMALL_FOR_WORKS if kind is ContractKind.WORKS else SMALL_OTHERWISE).on(day)
    largest = LARGEST.on(day)
    said = f"Les avenants portent le montant de {before} à {after}"
    if change > largest.basis_points:
        return Caution(
            typeset(
                f"{said}, plus de {largest} d'écart : au-delà, il faut un nouveau marché, ou une "
                "clause de réexamen qui l'avait prévu."
            ),
            str(LARGE_AMENDMENTS),
        )
    if change > small.basis_points:
        return Caution(
            typeset(
                f"{said}, plus de {small} d'écart : vérifiez le motif qui l'autorise (prestations "
                "devenues nécessaires, circonstances imprévues, clause de réexamen)."
            ),
            str(SMALL_AMENDMENTS),
        )
    return None


@cites(
    FRAMEWORK_MOST,
    says="Les bons de commande dépassent-ils le maximum de l’accord-cadre ?",
    confidence=Confidence.SURE,
)
def orders_within(most: Euros, ordered: Euros) -> Caution | None:
    """`most`: the maximum of the agreement, as amended."""
    if ordered <= most:
        return None
    return Caution(
        typeset(
            f"Les commandes font {ordered} et l'accord-cadre {most} au plus : une fois ce maximum "
            "atteint, il ne produit plus d'effet. Vérifiez les montants, ou passez un avenant."
        ),
        str(FRAMEWORK_MOST),
    )
