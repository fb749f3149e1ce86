"""Whether a contract owes a social or employment condition (article L2112-2-1).

The duty is *a* social or employment condition: hours of insertion are the usual answer, never
the only one, and no sentence here says otherwise.
"""

from __future__ import annotations

from datetime import date

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Source, cites
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import SegmentFinding
from perenne.rules.texts import (
    CLIMATE_LAW,
    CONCESSION_CONDITION,
    CONCESSION_DUTY,
    CONDITION,
    DEFENCE,
    DUTY,
    EU_THRESHOLDS,
    PRIVATE_CONTRACT,
    SOCIAL_SERVICES_LIST,
)
from perenne.rules.thresholds.amounts import (
    DECREE_DAY,
    DUTY_DAY,
    NEXT_THRESHOLDS,
    SHORT_WORKS_MONTHS,
    STATE_PURCHASES,
    kind_of,
    thresholds,
)
from perenne.rules.thresholds.grounds import ExceptionGround, open_grounds
from perenne.rules.thresholds.verdicts import Duty, DutyVerdict
from perenne.values import Euros


@cites(
    DUTY,
    CONCESSION_DUTY,
    DEFENCE,
    EU_THRESHOLDS,
    CLIMATE_LAW,
    says="Le marché doit-il prévoir une condition sociale ou relative à l’emploi ?",
    confidence=Confidence.LIKELY,
)
def duty(need: Need, *, finding: SegmentFinding) -> Duty:
    """Does this contract owe a social or employment condition? Scope, date, value, exceptions."""
    kind = kind_of(need, finding)
    faculty = CONCESSION_CONDITION if kind is ContractKind.CONCESSION else CONDITION
    outside = _outside(need, faculty)
    if outside is not None:
        return outside
    bounds, amount = thresholds(need, finding=finding), need.compared
    if amount is None:
        return _unknown(
            need,
            bounds,
            [
                "Montant inconnu : indiquez le montant estimé hors taxes "
                "de tout le marché pour savoir si le seuil est atteint."
            ],
        )
    if amount < bounds[0]:
        return _below(need, bounds[0], amount, faculty)
    if amount < bounds[-1]:
        return _unknown(need, bounds, [_between(need, finding, bounds, amount)])
    return _due(need, kind, bounds[-1], amount)


def _outside(need: Need, faculty: Source) -> Duty | None:
    if need.buyer is BuyerKind.PRIVATE:
        reason = (
            "Acheteur privé : le Code de la commande publique ne s'applique pas, la clause est une "
            "stipulation du contrat."
        )
        return _duty(DutyVerdict.NOT_CONCERNED, None, [reason], (PRIVATE_CONTRACT,))
    if need.defence:
        reason = (
            "Marché de défense ou de sécurité : la condition sociale reste une faculté de "
            "l'acheteur (article L2312-1-1)."
        )
        return _duty(DutyVerdict.MAY, None, [reason], (DEFENCE,))
    if need.consulted_on is not None and need.consulted_on < DUTY_DAY:
        reasons = _too_early(need.consulted_on, faculty)
        return _duty(DutyVerdict.MAY, None, reasons, (faculty, CLIMATE_LAW))
    return None


def _too_early(day: date, faculty: Source) -> list[str]:
    reasons = [
        f"Consultation lancée le {in_full(day)}, avant le {in_full(DUTY_DAY)} : la condition "
        f"sociale est une faculté ({faculty.article})."
    ]
    if day >= DECREE_DAY:
        reasons.append(
            f"À un jour près : les critères d'attribution ont changé le {in_full(DECREE_DAY)} et "
            f"la condition sociale le {in_full(DUTY_DAY)} ; vérifiez la date d'envoi de l'avis."
        )
    return reasons


def _below(need: Need, threshold: Euros, amount: Euros, faculty: Source) -> Duty:
    reasons = [
        f"Montant de {amount}, inférieur au seuil européen de {threshold} : la condition sociale "
        f"est une faculté ({faculty.article}).",
        *_dates(need),
    ]
    of_the_state = STATE_PURCHASES.on(_day(need))
    if need.buyer is BuyerKind.PUBLIC_BODY and amount >= of_the_state:
        reasons.append(
            "Si l'établissement figure parmi les autorités publiques centrales, le seuil des "
            f"fournitures et services est de {of_the_state} : vérifiez-le."
        )
    return _duty(DutyVerdict.MAY, threshold, reasons, (faculty, EU_THRESHOLDS))


def _between(need: Need, finding: SegmentFinding, bounds: tuple[Euros, ...], amount: Euros) -> str:
    if kind_of(need, finding) is None:
        return (
            f"Montant de {amount}, entre le seuil des fournitures et services ({bounds[0]}) et "
            f"celui des travaux ({bounds[-1]}) : précisez la nature du marché."
        )
    return (
        f"Service social ou spécifique de {amount} : les commentaires divergent entre le seuil de "
        f"{bounds[0]} et celui de {bounds[-1]} ; faites trancher par un juriste."
    )


def _unknown(need: Need, bounds: tuple[Euros, ...], reasons: list[str]) -> Duty:
    threshold = bounds[0] if len(bounds) == 1 else None
    sources = (DUTY, EU_THRESHOLDS, SOCIAL_SERVICES_LIST)
    return _duty(DutyVerdict.UNKNOWN, threshold, [*reasons, *_dates(need)], sources)


def _due(need: Need, kind: ContractKind | None, threshold: Euros, amount: Euros) -> Duty:
    concession = kind is ContractKind.CONCESSION
    article = CONCESSION_DUTY if concession else DUTY
    reasons = [
        f"Montant de {amount}, au moins égal au seuil européen de {threshold} : le marché doit "
        f"prévoir une condition sociale ou relative à l'emploi ({article.article}).",
        "L'insertion en est la réponse habituelle ; la formation, l'apprentissage, l'égalité "
        "ou l'accessibilité y répondent aussi.",
        *_dates(need),
        *_whole_contract(need, amount),
    ]
    exceptions = open_grounds(kind, months=need.lasting, on=_day(need))
    verdict = DutyVerdict.MUST
    if ExceptionGround.SHORT_WORKS in exceptions:
        verdict, said = _short_works(need)
        reasons.append(said)
    if kind is ContractKind.SUPPLIES:
        reasons.append(
            "Achat de fournitures : examinez d'abord si une solution est immédiatement disponible "
            "ou si le lien avec l'objet manque, et motivez-le par écrit."
        )
    texts = (article, CONCESSION_CONDITION if concession else CONDITION, EU_THRESHOLDS, CLIMATE_LAW)
    return Duty(verdict, threshold, tuple(map(typeset, reasons)), exceptions, texts)


def _short_works(need: Need) -> tuple[DutyVerdict, str]:
    limit, months = SHORT_WORKS_MONTHS.on(_day(need)), need.lasting
    if months is None:
        return DutyVerdict.MUST, (
            f"Durée inconnue : des travaux de moins de {limit} mois peuvent en être dispensés."
        )
    return DutyVerdict.MUST_UNLESS_MOTIVATED, (
        f"Travaux de {months} mois, moins de {limit} : l'acheteur peut s'en dispenser "
        "par un motif écrit."
    )


def _day(need: Need) -> date:
    """An unknown day is read as one under the duty."""
    return need.consulted_on or DUTY_DAY


def _whole_contract(need: Need, amount: Euros) -> list[str]:
    if need.priced is None or need.priced == amount:
        return []
    return [
        f"Le seuil se compare au marché entier ({amount}), non au seul montant de {need.priced} : "
        "l'acheteur choisit le ou les lots qui portent la condition."
    ]


def _dates(need: Need) -> list[str]:
    if need.consulted_on is None:
        return [
            "Date de lancement inconnue : l'obligation est examinée pour une consultation lancée "
            f"après le {in_full(DUTY_DAY)}."
        ]
    if need.consulted_on >= NEXT_THRESHOLDS:
        return [
            f"Les seuils changent le {in_full(NEXT_THRESHOLDS)} : ceux de 2026-2027 sont utilisés "
            "ici, vérifiez les nouveaux."
        ]
    return []


def _duty(
    verdict: DutyVerdict, threshold: Euros | None, reasons: list[str], texts: tuple[Source, ...]
) -> Duty:
    return Duty(verdict, threshold, tuple(map(typeset, reasons)), (), texts)
