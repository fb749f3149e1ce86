"""The limits of a contract reserved to the social and solidarity economy (ESS).

Source: L2113-15 and L2113-16, which transpose article 77 of directive 2014/24/UE. Durations are
whole months. There is none for concessions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.legal_bases.regimes import Regime
from perenne.rules.legal_bases.reservations import CODE_DAY, Access, refused
from perenne.rules.needs import BuyerKind
from perenne.rules.texts import RESERVED_ESS, RESERVED_ESS_LIMITS
from perenne.values import add_months

ESS_LONGEST_MONTHS = Dated(
    {CODE_DAY: 36},
    RESERVED_ESS_LIMITS,
    Confidence.LIKELY,
    meaning="Durée la plus longue d’un marché réservé à l’économie sociale et solidaire",
    unit="mois",
)
ESS_WAITING_MONTHS = Dated(
    {CODE_DAY: 36},
    RESERVED_ESS_LIMITS,
    Confidence.LIKELY,
    meaning="Attente d’une entreprise avant un second marché réservé du même acheteur",
    unit="mois",
)


@dataclass(frozen=True, slots=True)
class SocialEconomyLot:
    """`listed`: the lot holds only services of the notice annexed to the code, in health, social
    work or culture. `months`: None when the duration is not known."""

    buyer: BuyerKind
    regime: Regime
    listed: bool
    months: int | None


@cites(
    RESERVED_ESS,
    RESERVED_ESS_LIMITS,
    says="Ce lot peut-il être réservé à l’économie sociale et solidaire ?",
    confidence=Confidence.LIKELY,
)
def may_reserve_to_social_economy(lot: SocialEconomyLot, *, on: date) -> Access:
    """For a consultation launched that day; the first obstacle is told."""
    if lot.regime is not Regime.PUBLIC_CONTRACT:
        return refused("Cette réservation n'existe que pour un marché public.")
    if on < CODE_DAY:
        return refused(
            f"Avant le {in_full(CODE_DAY)}, lisez l'article 37 de l'ordonnance n° 2015-899."
        )
    if not lot.listed:
        return refused(
            "Le lot ne porte pas exclusivement sur des services de santé, sociaux ou culturels de "
            "la liste annexée au code (article L2113-15)."
        )
    longest = ESS_LONGEST_MONTHS.on(on)
    if lot.months is not None and lot.months > longest:
        return refused(
            f"La réservation est limitée à {longest} mois et le marché en dure {lot.months} : "
            "ramenez-le à trois ans (article L2113-16)."
        )
    said = (
        f"Le lot peut être réservé, pour {longest} mois au plus, aux entreprises qui assument une "
        "mission de service public liée à ces services : citez l'article L2113-15 dans l'avis."
    )
    if lot.buyer is BuyerKind.NETWORK_OPERATOR:
        said += " Vérifiez que l'opérateur est aussi un pouvoir adjudicateur : lui seul le peut."
    return Access(True, typeset(said), (RESERVED_ESS, RESERVED_ESS_LIMITS))


@cites(
    RESERVED_ESS_LIMITS,
    says="Cette entreprise de l’économie sociale et solidaire peut-elle de nouveau être retenue ?",
    confidence=Confidence.LIKELY,
)
def may_be_awarded_again(awarded_on: date | None, *, on: date) -> Access:
    """`awarded_on`: its last such contract, of the same buyer for the same services; None if none.

    `on`: the day of the new award. LookupError before the code was in force.
    """
    waiting = ESS_WAITING_MONTHS.on(on)
    if awarded_on is None:
        return _may_be_awarded("L'entreprise n'a tenu aucun marché de ce type du même acheteur.")
    free_on = add_months(awarded_on, waiting)
    if on < free_on:
        return refused(
            f"L'entreprise s'est vu attribuer un marché de ce type le {in_full(awarded_on)} : elle "
            f"ne peut être retenue de nouveau avant le {in_full(free_on)} (article L2113-16)."
        )
    return _may_be_awarded(
        f"Son dernier marché de ce type, du {in_full(awarded_on)}, remonte à {waiting} mois ou "
        "plus."
    )


def _may_be_awarded(reason: str) -> Access:
    return Access(True, typeset(reason), (RESERVED_ESS_LIMITS,))
