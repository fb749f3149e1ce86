"""The exact amount, in cents, of each formula, before cap and exemption."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import TypeAlias

from perenne.rules.penalties.formulas import Formula
from perenne.rules.penalties.inputs import Facts, Tariff
from perenne.values import Hours, Share

HOUR = 60
UNIT = 10_000

Told: TypeAlias = tuple[Fraction, tuple[str, ...]]
Amount: TypeAlias = Callable[[Tariff, Facts], Told]


def _per_hour(tariff: Tariff, facts: Facts) -> Told:
    assert tariff.rate is not None
    return _hours(facts) * tariff.rate.cents, (
        f"Taux : {tariff.rate} par heure manquante, au prorata des fractions d'heure.",
    )


def _multiple(said: str, tariff: Tariff, facts: Facts) -> Told:
    assert tariff.times is not None
    assert facts.reference is not None
    return _hours(facts) * _fraction(tariff.times) * facts.reference.cents, (
        f"Taux : {_times(tariff.times)} fois {said} ({facts.reference}) par heure manquante.",
    )


def _share_of_amount(tariff: Tariff, facts: Facts) -> Told:
    assert tariff.part is not None
    assert facts.contract_amount is not None
    lacking = Fraction(facts.missing.minutes, max(1, facts.due.minutes))
    return facts.contract_amount.cents * _fraction(tariff.part) * lacking, (
        f"Taux : {tariff.part} du montant du marché ({facts.contract_amount}), au prorata des "
        "heures manquantes sur les heures dues.",
    )


def _progressive(tariff: Tariff, facts: Facts) -> Told:
    assert tariff.rate is not None
    total, low, lines = Fraction(0), Fraction(0), []
    for bracket in tariff.brackets:
        missing = Fraction(facts.missing.minutes)
        bound = missing if bracket.up_to is None else facts.due.minutes * _fraction(bracket.up_to)
        high = min(missing, bound)
        total += (high - low) * _fraction(bracket.times)
        until = "au-delà" if bracket.up_to is None else f"jusqu'à {bracket.up_to} des heures dues"
        lines.append(f"Tranche {until} : {_times(bracket.times)} fois {tariff.rate} par heure.")
        low = high
    return total / HOUR * tariff.rate.cents, tuple(lines)


def _per_action(tariff: Tariff, facts: Facts) -> Told:
    assert tariff.rate is not None
    return Fraction(facts.units * tariff.rate.cents), (
        f"Actions manquantes : {facts.units}.",
        f"Taux : {tariff.rate} par action manquante.",
    )


def _per_day(tariff: Tariff, facts: Facts) -> Told:
    assert tariff.rate is not None
    documents = facts.documents if tariff.per_document else 1
    days = "jours ouvrés" if tariff.working_days else "jours calendaires"
    each = " et par document" if tariff.per_document else ""
    return Fraction(facts.late_days * documents * tariff.rate.cents), (
        f"Retard, en {days} : {facts.late_days}.",
        *((f"Documents en retard : {documents}.",) if tariff.per_document else ()),
        f"Taux : {tariff.rate} par jour de retard{each}.",
    )


def _absence(tariff: Tariff, facts: Facts) -> Told:
    assert tariff.rate is not None
    return Fraction(facts.units * tariff.rate.cents), (
        f"Absences à la réunion de mise au point : {facts.units}.",
        f"Taux : {tariff.rate} par absence.",
    )


AMOUNTS: Mapping[Formula, Amount] = {
    Formula.PER_HOUR: _per_hour,
    Formula.PER_HOUR_CEILING: partial(_multiple, "le plafond horaire de la Sécurité sociale"),
    Formula.PER_HOUR_WAGE: partial(_multiple, "le SMIC horaire brut"),
    Formula.PER_HOUR_COST: partial(_multiple, "le coût horaire du calibrage"),
    Formula.SHARE_OF_AMOUNT: _share_of_amount,
    Formula.PROGRESSIVE: _progressive,
    Formula.PER_ACTION: _per_action,
    Formula.PER_DAY: _per_day,
    Formula.ABSENCE: _absence,
}


def hour_lines(facts: Facts) -> tuple[str, ...]:
    """How the missing hours are found, step by step."""
    return (
        f"Heures dues : {facts.due}.",
        f"Heures validées : {facts.validated}.",
        f"Heures exonérées : {facts.exonerated}.",
        f"Heures manquantes : {_found(facts.missing)}.",
    )


def _found(missing: Hours) -> str:
    return f"{missing}" if missing else "aucune"


def _hours(facts: Facts) -> Fraction:
    return Fraction(facts.missing.minutes, HOUR)


def _fraction(share: Share) -> Fraction:
    return Fraction(share.basis_points, UNIT)


def _times(share: Share) -> str:
    return f"{share.fraction.normalize():f}".replace(".", ",")
