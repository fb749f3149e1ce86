"""The SPASER: who must adopt a scheme of responsible purchases, and what it publishes.

Source: L2111-3 and D2111-3. Amounts are those of a calendar year, before tax, without the
contracts of livre V; the threshold is passed when it is exceeded, not when it is reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, Source, cites
from perenne.rules.needs import BuyerKind
from perenne.rules.texts import (
    GREEN_INDUSTRY_LAW,
    PRIVATE_CONTRACT,
    SPASER,
    SPASER_OLD_DECREE,
    SPASER_THRESHOLD,
)
from perenne.rules.thresholds.stances import Stance
from perenne.values import Euros

SPASER_ABOVE = Dated(
    {date(2015, 2, 1): Euros.of(100_000_000), date(2023, 1, 1): Euros.of(50_000_000)},
    SPASER_THRESHOLD,
    meaning="Achats annuels au-delà desquels un SPASER est dû",
    unit="hors taxes",
)
SPASER_FOR_ALL = Dated(
    {date(2023, 10, 25): True},
    GREEN_INDUSTRY_LAW,
    meaning="SPASER dû par tous les acheteurs soumis au code, État et hôpitaux compris",
)
FIRST_DAY, FOR_ALL_DAY = min(SPASER_ABOVE.values), min(SPASER_FOR_ALL.values)
# Before: the local authorities, and the buyers « dont le statut est fixé par la loi ».
LEFT_OUT_BEFORE = frozenset({BuyerKind.STATE, BuyerKind.HOSPITAL})


@dataclass(frozen=True, slots=True)
class SpaserDuty:
    stance: Stance
    threshold: Euros | None
    reasons: tuple[str, ...]
    articles: tuple[Source, ...]


@cites(
    SPASER,
    SPASER_THRESHOLD,
    SPASER_OLD_DECREE,
    GREEN_INDUSTRY_LAW,
    says="L’acheteur doit-il adopter un SPASER ?",
    confidence=Confidence.SURE,
)
def spaser_duty(buyer: BuyerKind, yearly: Euros | None, *, on: date) -> SpaserDuty:
    """`yearly`: what the buyer spent on contracts in the calendar year; None when not known."""
    if buyer is BuyerKind.PRIVATE:
        reason = "Acheteur privé : le Code de la commande publique ne demande pas de SPASER."
        return _answer(Stance.MAY, None, [reason], (PRIVATE_CONTRACT,))
    outside = _outside(buyer, on)
    if outside is not None:
        return _answer(Stance.MAY, None, [outside, _voluntary()], (SPASER,))
    threshold = SPASER_ABOVE.on(on)
    if yearly is None:
        reason = (
            f"Achats de l'année inconnus : indiquez leur montant hors taxes, à comparer à "
            f"{threshold}."
        )
        return _answer(Stance.TO_CHECK, threshold, [reason], (SPASER, SPASER_THRESHOLD))
    if yearly <= threshold:
        reason = (
            f"Achats de {yearly} sur l'année, sans dépasser {threshold} : aucun SPASER n'est dû."
        )
        return _answer(Stance.MAY, threshold, [reason, _voluntary()], (SPASER, SPASER_THRESHOLD))
    return _above(buyer, yearly, threshold, on)


def _outside(buyer: BuyerKind, on: date) -> str | None:
    if on < FIRST_DAY:
        return f"Avant le {in_full(FIRST_DAY)}, aucun seuil n'était fixé : aucun SPASER n'était dû."
    if on < FOR_ALL_DAY and buyer in LEFT_OUT_BEFORE:
        return f"Avant le {in_full(FOR_ALL_DAY)}, ni l'État ni les hôpitaux ne devaient de SPASER."
    return None


def _above(buyer: BuyerKind, yearly: Euros, threshold: Euros, on: date) -> SpaserDuty:
    articles: tuple[Source, ...] = (SPASER, SPASER_THRESHOLD)
    found = f"Achats de {yearly} sur l'année, au-delà de {threshold}"
    if on < FOR_ALL_DAY and buyer is not BuyerKind.LOCAL_AUTHORITY:
        reason = (
            f"{found} : avant le {in_full(FOR_ALL_DAY)}, un SPASER n'était dû que si le statut de "
            "l'acheteur était fixé par la loi ; vérifiez-le."
        )
        return _answer(Stance.TO_CHECK, threshold, [reason], articles)
    reasons = [
        f"{found} : adoptez un SPASER et publiez-le, notamment en ligne.",
        "Publiez tous les deux ans les taux réels des achats responsables, en nombre ou en "
        "valeur, et fixez des objectifs à atteindre pour chaque catégorie.",
    ]
    if on >= FOR_ALL_DAY:
        reasons.append(
            "Le schéma peut être commun à plusieurs acheteurs : les indicateurs restent établis "
            "pour chacun."
        )
        articles = (*articles, GREEN_INDUSTRY_LAW)
    return _answer(Stance.MUST, threshold, reasons, articles)


def _voluntary() -> str:
    return "L'acheteur peut en adopter un de lui-même."


def _answer(
    stance: Stance, threshold: Euros | None, reasons: list[str], articles: tuple[Source, ...]
) -> SpaserDuty:
    return SpaserDuty(stance, threshold, tuple(map(typeset, reasons)), articles)
