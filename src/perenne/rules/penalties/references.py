"""The values that tariffs refer to, and the days late: asked once, then stored with the inputs.

Mayotte has a minimum wage of its own, which is not held here: it is given by hand.
"""

from __future__ import annotations

from datetime import date

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.penalties.formulas import Formula
from perenne.rules.texts import (
    CCAG_PENALTY_DAYS,
    CCAG_PERIODS,
    PENALTIES_GUIDE,
    SOCIAL_SECURITY_CEILING,
)
from perenne.rules.texts import (
    MINIMUM_WAGE as MINIMUM_WAGE_TEXT,
)
from perenne.rules.working_days import Territory, working_days_between
from perenne.values import Euros

HOURLY_CEILING = Dated(
    {
        date(2018, 1, 1): Euros.of(25),
        date(2020, 1, 1): Euros.of(26),
        date(2023, 1, 1): Euros.of(27),
        date(2024, 1, 1): Euros.of(29),
        date(2026, 1, 1): Euros.of(30),
    },
    SOCIAL_SECURITY_CEILING,
    meaning="Plafond horaire de la Sécurité sociale",
)
MINIMUM_WAGE = Dated(
    {
        date(2018, 1, 1): Euros.of("9.88"),
        date(2019, 1, 1): Euros.of("10.03"),
        date(2020, 1, 1): Euros.of("10.15"),
        date(2021, 1, 1): Euros.of("10.25"),
        date(2021, 10, 1): Euros.of("10.48"),
        date(2022, 1, 1): Euros.of("10.57"),
        date(2022, 5, 1): Euros.of("10.85"),
        date(2022, 8, 1): Euros.of("11.07"),
        date(2023, 1, 1): Euros.of("11.27"),
        date(2023, 5, 1): Euros.of("11.52"),
        date(2024, 1, 1): Euros.of("11.65"),
        date(2024, 11, 1): Euros.of("11.88"),
        date(2026, 1, 1): Euros.of("12.02"),
    },
    MINIMUM_WAGE_TEXT,
    Confidence.LIKELY,
    meaning="SMIC horaire brut, hors Mayotte (une hausse en cours d’année 2026 reste à vérifier)",
)


@cites(
    SOCIAL_SECURITY_CEILING,
    MINIMUM_WAGE_TEXT,
    says="À quelle valeur de référence une pénalité se rapporte-t-elle ?",
    confidence=Confidence.LIKELY,
)
def reference_for(formula: Formula, on: date, hourly_cost: Euros | None = None) -> Euros | None:
    """The ceiling or the wage of that day, the cost of the calibration, None for other formulas.

    LookupError, in French, before the first known value; ValueError without the cost asked for.
    """
    if formula is Formula.PER_HOUR_CEILING:
        return HOURLY_CEILING.on(on)
    if formula is Formula.PER_HOUR_WAGE:
        return MINIMUM_WAGE.on(on)
    if formula is Formula.PER_HOUR_COST and hourly_cost is None:
        raise ValueError(typeset("Indiquez le coût horaire retenu par la note de calibrage."))
    return hourly_cost if formula is Formula.PER_HOUR_COST else None


@cites(
    CCAG_PENALTY_DAYS,
    PENALTIES_GUIDE,
    CCAG_PERIODS,
    says="Combien de jours de retard compte une pénalité ?",
    confidence=Confidence.SURE,
)
def late_days(
    expected_on: date,
    sent_on: date,
    *,
    working_days: bool = False,
    territory: Territory = Territory.METROPOLE,
) -> int:
    """From the day after the last one in time, up to the day of sending included.

    Every day counts, weekends and holidays too, unless the clause writes working days. When the
    clause counts from the formal notice, `expected_on` is the day on which it was received.
    """
    if working_days:
        return working_days_between(expected_on, sent_on, territory)
    return max(0, (sent_on - expected_on).days)
