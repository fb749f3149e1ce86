"""What a volume owes on a day, once its phases and its renewals are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.calibration.call_offs import Scheme, standing
from perenne.rules.calibration.phases import Phase, volume_of_phases
from perenne.rules.calibration.renewals import Duration, RenewalPlan, spread_over_renewals
from perenne.rules.french import typeset
from perenne.rules.hours.apportioning import apportion
from perenne.rules.targets.facts import Facts
from perenne.rules.targets.periods import begun, decided, possible
from perenne.values import Hours

NOTHING = Hours(0)


@dataclass(frozen=True, slots=True)
class Owed:
    """`foreseen`: with what is already decided or ordered. `most`: if all that may come comes."""

    due: Hours
    foreseen: Hours
    most: Hours
    reasons: tuple[str, ...] = ()


def owed_on(facts: Facts, volume: Hours | Scheme, day: date) -> Owed:
    """Invoices for a scheme; else phases first, then renewals of what the phases owe."""
    if isinstance(volume, Scheme):
        now = standing([order.call_off for order in facts.orders], volume, on=day)
        return Owed(now.due, now.expected, now.expected, (now.reason,))
    owed, conditional, said = _phases(facts, volume, day)
    if not spreads(facts):
        return Owed(owed, owed, owed + conditional, said)
    plan = _spread(facts, owed)
    most = _spread(facts, owed + conditional).owed(possible(facts, day))
    due, foreseen = plan.owed(begun(facts, day)), plan.owed(decided(facts, day))
    told = f"Reconductions commencées : {begun(facts, day)} sur {len(facts.renewal_months)}."
    return Owed(due, foreseen, most, (*said, plan.reason, typeset(told)))


def spreads(facts: Facts) -> bool:
    """Whether renewals owe a part of the hours: never of a volume that followed the invoices."""
    return facts.covers_renewals and bool(facts.renewal_months) and isinstance(facts.written, Hours)


def stays_as_signed(facts: Facts) -> bool:
    """Whether what is expected, from the notification on, is the volume signed for ever."""
    return not (
        isinstance(facts.written, Scheme)
        or facts.changes
        or facts.parts
        or spreads(facts)
        or (facts.end is not None and facts.end.is_termination)
    )


def _spread(facts: Facts, hours: Hours) -> RenewalPlan:
    """By the months of the contract as signed: an amendment of the duration moves no hour."""
    return spread_over_renewals(hours, Duration(facts.months, facts.renewal_months))


def _phases(facts: Facts, volume: Hours, day: date) -> tuple[Hours, Hours, tuple[str, ...]]:
    if not facts.parts:
        return volume, NOTHING, ()
    weights = [part.amount.cents for part in facts.parts]
    if not any(weights):
        weights = [int(part.is_firm) for part in facts.parts]
    minutes = apportion(volume.minutes, weights)
    phases = [
        Phase(part.label, Hours(share), part.is_firm, part.affirmed_on, part.lapses_on)
        for part, share in zip(facts.parts, minutes, strict=True)
    ]
    found = volume_of_phases(phases, on=day)
    return found.owed, found.conditional, (found.reason,)
