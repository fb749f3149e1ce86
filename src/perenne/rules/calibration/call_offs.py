"""Framework agreements: what is due follows the invoices, what is expected follows the orders.

Sources: CCAP 21_BAM_048 (whole steps above a trigger), CCAP TMA AQUAREEL (pro rata). Amounts
before tax. The volume of an agreement without a firm amount is written as a scheme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

from perenne.rules.calibration.formulas import hours_by_step, hours_pro_rata
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, CALL_OFFS
from perenne.values import Euros, Hours

FROM_THE_FIRST_EURO = Euros(0)


@dataclass(frozen=True, slots=True)
class Scheme:
    """So many hours for each step invoiced above a trigger, by whole steps or pro rata.

    ValueError, in French, when a figure is impossible.
    """

    step: Euros
    hours_per_step: Hours
    trigger: Euros = FROM_THE_FIRST_EURO
    by_whole_steps: bool = False

    def __post_init__(self) -> None:
        if self.step.cents <= 0:
            raise ValueError(typeset("La tranche facturée doit dépasser zéro : corrigez-la."))
        if self.hours_per_step.minutes <= 0:
            raise ValueError(typeset("Le volume par tranche doit dépasser zéro : corrigez-le."))
        if self.trigger.cents < 0:
            raise ValueError(typeset("Le seuil ne peut pas être négatif : corrigez-le."))

    def hours_of(self, invoiced: Euros) -> Hours:
        """The hours that the whole amount invoiced gives."""
        if self.by_whole_steps:
            return hours_by_step(
                invoiced, trigger=self.trigger, step=self.step, hours_per_step=self.hours_per_step
            )
        above = Euros(max(0, invoiced.cents - self.trigger.cents))
        return hours_pro_rata(above, step=self.step, hours_per_step=self.hours_per_step)


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice; a credit note when the amount is negative."""

    amount: Euros
    on: date


@dataclass(frozen=True, slots=True)
class CallOff:
    """An order under the agreement. After `closed_on` nothing more will be invoiced."""

    code: str
    ordered: Euros
    issued_on: date
    invoices: tuple[Invoice, ...] = ()
    closed_on: date | None = None

    def invoiced(self, on: date) -> Euros:
        """Invoices less credit notes up to that day, never less than nothing."""
        net = sum(invoice.amount.cents for invoice in self.invoices if invoice.on <= on)
        return Euros(max(0, net))

    def expected(self, on: date) -> Euros:
        """What it will have cost in the end, as known that day."""
        if self.closed_on is not None and self.closed_on <= on:
            return self.invoiced(on)
        return max(self.ordered, self.invoiced(on))


@dataclass(frozen=True, slots=True)
class CallOffHours:
    """The part of the hours that one call-off adds to those before it."""

    code: str
    due: Hours
    expected: Hours


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an agreement stands on a day. The parts of the call-offs add up to the whole."""

    due: Hours
    expected: Hours
    by_call_off: tuple[CallOffHours, ...]
    reason: str

    @property
    def to_come(self) -> Hours:
        """What the orders already issued will still add."""
        return self.expected - self.due


@cites(
    BAM_2021,
    AQUAREEL_2025,
    CALL_OFFS,
    says="Combien d’heures un accord-cadre doit-il à ce jour ?",
    confidence=Confidence.SURE,
)
def due_to_date(call_offs: Sequence[CallOff], scheme: Scheme, *, on: date) -> Hours:
    """On all that has been invoiced, once: begun steps of several call-offs are put together."""
    return scheme.hours_of(_total([call_off.invoiced(on) for call_off in call_offs]))


@cites(
    BAM_2021,
    AQUAREEL_2025,
    CALL_OFFS,
    says="Où en est l’accord-cadre : heures dues, heures attendues, part de chaque commande ?",
    confidence=Confidence.LIKELY,
)
def standing(call_offs: Sequence[CallOff], scheme: Scheme, *, on: date) -> Standing:
    """Call-offs issued or invoiced that day or before, in the order of their issue."""
    issued = sorted(
        (it for it in call_offs if it.issued_on <= on or it.invoiced(on)),
        key=lambda it: it.issued_on,
    )
    invoiced = [call_off.invoiced(on) for call_off in issued]
    expected = [call_off.expected(on) for call_off in issued]
    parts = zip(issued, _added(invoiced, scheme), _added(expected, scheme), strict=True)
    due, foreseen = scheme.hours_of(_total(invoiced)), scheme.hours_of(_total(expected))
    return Standing(
        due,
        foreseen,
        tuple(CallOffHours(call_off.code, now, then) for call_off, now, then in parts),
        typeset(
            f"Au {in_full(on)}, {_total(invoiced)} facturés : {due} dues. Les commandes émises "
            f"porteront le volume à {foreseen} : prévoyez les embauches sur cette base."
        ),
    )


def _added(amounts: Sequence[Euros], scheme: Scheme) -> list[Hours]:
    """What each amount adds to the hours of those before it: never negative."""
    totals = accumulate((amount.cents for amount in amounts), initial=0)
    reached = [scheme.hours_of(Euros(total)) for total in totals]
    return [after - before for before, after in pairwise(reached)]


def _total(amounts: Sequence[Euros]) -> Euros:
    return sum(amounts, Euros(0))
