"""From the exact amount to the cents that are proposed: cap, one rounding half up, exemption."""

from __future__ import annotations

from fractions import Fraction

from perenne.rules.french import typeset
from perenne.rules.penalties.inputs import NO_EUROS, Facts, PenaltyInputs, Tariff
from perenne.rules.penalties.outcome import Reckoned
from perenne.rules.penalties.version_1.amounts import AMOUNTS, UNIT, hour_lines
from perenne.values import Euros


def reckon(inputs: PenaltyInputs) -> Reckoned:
    tariff, facts = inputs.tariff, inputs.facts
    counted = hour_lines(facts) if tariff.row.in_hours else ()
    if not tariff.is_written:
        silence = (
            "La clause n'écrit aucun montant pour ce manquement : aucune pénalité n'est due, car "
            "il n'existe pas de montant national."
        )
        return Reckoned(NO_EUROS, NO_EUROS, _typeset(*counted, silence))
    exact, rates = AMOUNTS[tariff.formula](tariff, facts)
    gross = _half_up(exact)
    lines = (*counted, *rates, f"Montant calculé : {gross}.")
    amount, capped = _capped(exact, tariff, facts)
    claimed, exempted = _claimed(amount, tariff, facts)
    told = f"Pénalité : {claimed}, hors du champ de la TVA."
    return Reckoned(gross, claimed, _typeset(*lines, *capped, *exempted, told))


def _capped(exact: Fraction, tariff: Tariff, facts: Facts) -> tuple[Euros, tuple[str, ...]]:
    if tariff.cap is None:
        return _half_up(exact), ()
    assert facts.contract_amount is not None
    ceiling = Fraction(facts.contract_amount.cents * tariff.cap.basis_points, UNIT)
    room = max(Fraction(0), ceiling - facts.earlier.cents)
    earlier = f", dont {facts.earlier} déjà encourus" if facts.earlier else ""
    return _half_up(min(exact, room)), (
        f"Plafond : {tariff.cap} du montant du marché, soit {_half_up(ceiling)}{earlier}.",
    )


def _claimed(amount: Euros, tariff: Tariff, facts: Facts) -> tuple[Euros, tuple[str, ...]]:
    exempt = tariff.exempt_up_to
    if not amount or exempt is None or amount + facts.earlier > exempt:
        return amount, ()
    return NO_EUROS, (
        f"Exonération : le total des pénalités du marché, {amount + facts.earlier}, ne dépasse "
        f"pas {exempt}.",
    )


def _half_up(exact: Fraction) -> Euros:
    return Euros((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))


def _typeset(*lines: str) -> tuple[str, ...]:
    return tuple(map(typeset, lines))
