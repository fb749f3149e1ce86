"""Everything a penalty is computed from: what the clause writes, what was measured.

Nothing else is looked up while computing: the reference (ceiling, minimum wage, hourly cost) and
the days late are stored as numbers, so that the same cents come out years later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from perenne.rules.french import typeset
from perenne.rules.penalties.formulas import FORMULAS, Formula, PenaltyFormula
from perenne.values import Euros, Hours, Share

VERSION = 1
NO_HOURS = Hours(0)
NO_EUROS = Euros(0)
NOTHING = Share(0)
WHOLE = Share.percent(100)


@dataclass(frozen=True, slots=True)
class Bracket:
    """Up to that part of the hours due, so many times the rate; None reaches to the end."""

    up_to: Share | None
    times: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """What the clause writes. None or nothing: it is silent, and nothing is supposed.

    `rate` is for one hour, action, day or absence; `times` is a multiple (4 times is 400 %);
    `cap` is a part of the amount of the contract, `exempt_up_to` a total that is not claimed.
    ValueError, in French, when it cannot be applied.
    """

    formula: Formula
    article: str = ""
    rate: Euros | None = None
    times: Share | None = None
    part: Share | None = None
    brackets: tuple[Bracket, ...] = ()
    per_document: bool = False
    working_days: bool = False
    cap: Share | None = None
    exempt_up_to: Euros | None = None
    under_ccag: bool = False
    private: bool = False

    def __post_init__(self) -> None:
        _refuse(self, OBJECTIONS_TO_A_TARIFF)

    @property
    def row(self) -> PenaltyFormula:
        return FORMULAS[self.formula]

    @property
    def is_written(self) -> bool:
        """Whether the clause says enough for a penalty to exist."""
        return all(getattr(self, name) for name in self.row.written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was measured on the day `on`.

    `units` counts actions not done or absences. `earlier` is what was already incurred under the
    same contract, exempted or not: caps and exemptions look at the total.
    """

    on: date
    due: Hours = NO_HOURS
    validated: Hours = NO_HOURS
    exonerated: Hours = NO_HOURS
    units: int = 0
    late_days: int = 0
    documents: int = 1
    reference: Euros | None = None
    contract_amount: Euros | None = None
    earlier: Euros = NO_EUROS

    def __post_init__(self) -> None:
        _refuse(self, OBJECTIONS_TO_FACTS)

    @property
    def missing(self) -> Hours:
        """Hours due, less those validated and those exonerated; never below zero."""
        return max(NO_HOURS, self.due - self.validated - self.exonerated)


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyInputs:
    """Tariff, facts, and the version of the rule that computes them."""

    tariff: Tariff
    facts: Facts
    version: int = VERSION

    def __post_init__(self) -> None:
        tariff, facts = self.tariff, self.facts
        known = tariff.row.known
        if known and tariff.is_written and getattr(facts, known) is None:
            raise ValueError(typeset(MISSING[known]))
        if tariff.cap is not None and facts.contract_amount is None:
            raise ValueError(typeset(MISSING["contract_amount"]))


MISSING = {
    "reference": "Indiquez la valeur de référence : plafond horaire, SMIC ou coût horaire.",
    "contract_amount": "Indiquez le montant hors taxes du marché.",
}


def _rising(brackets: Sequence[Bracket]) -> bool:
    """Whether each bound is above the one before, the last one alone being open."""
    *bounds, last = [bracket.up_to for bracket in brackets]
    known = [bound for bound in bounds if bound is not None]
    return last is None and len(known) == len(bounds) and known == sorted(set(known))


Objection: TypeAlias = tuple[Callable[..., bool], str]
OBJECTIONS_TO_A_TARIFF: tuple[Objection, ...] = (
    (
        lambda tariff: any(
            amount is not None and amount < NO_EUROS
            for amount in (tariff.rate, tariff.exempt_up_to)
        ),
        "Un montant de pénalité ne peut pas être négatif : corrigez-le.",
    ),
    (
        lambda tariff: any(
            share is not None and not NOTHING <= share <= WHOLE
            for share in (tariff.part, tariff.cap)
        ),
        "Une part du montant du marché va de 0 à 100 % : corrigez-la.",
    ),
    (
        lambda tariff: any(
            times is not None and times < NOTHING
            for times in (tariff.times, *(bracket.times for bracket in tariff.brackets))
        ),
        "Un coefficient ne peut pas être négatif : corrigez-le.",
    ),
    (
        lambda tariff: bool(tariff.brackets) and not _rising(tariff.brackets),
        "Rangez les tranches par bornes croissantes ; seule la dernière n'a pas de borne.",
    ),
)
OBJECTIONS_TO_FACTS: tuple[Objection, ...] = (
    (
        lambda facts: min(facts.due, facts.validated, facts.exonerated) < NO_HOURS,
        "Un nombre d'heures ne peut pas être négatif : corrigez-le.",
    ),
    (
        lambda facts: min(facts.units, facts.late_days, facts.documents) < 0,
        "Un nombre d'actions, de jours ou de documents ne peut pas être négatif : corrigez-le.",
    ),
    (
        lambda facts: any(
            amount is not None and amount < NO_EUROS
            for amount in (facts.reference, facts.contract_amount, facts.earlier)
        ),
        "Un montant ne peut pas être négatif : corrigez-le.",
    ),
)


def _refuse(given: Tariff | Facts, objections: tuple[Objection, ...]) -> None:
    for is_wrong, sentence in objections:
        if is_wrong(given):
            raise ValueError(typeset(sentence))
