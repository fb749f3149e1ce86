"""What happens to a contract, day after day, in a few French words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.french import typeset
from perenne.rules.targets.facts import Facts, Order

DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Happening:
    on: date
    label: str


def happenings(facts: Facts) -> tuple[Happening, ...]:
    """All that may change the target or the period, in the order of the days."""
    told = (*_of_the_contract(facts), *_of_its_phases(facts), *_of_its_orders(facts))
    known = [Happening(day, typeset(label)) for day, label in told if day is not None]
    return tuple(sorted(known, key=lambda it: it.on))


def days_of_change(facts: Facts) -> tuple[date, ...]:
    """The days on which the target or the period may change, in order."""
    return tuple(dict.fromkeys(it.on for it in happenings(facts)))


def _of_the_contract(facts: Facts) -> Iterator[tuple[date | None, str]]:
    yield facts.notified_on, "Notification du marché"
    yield facts.starts_on, "Début de l'exécution"
    for change in facts.changes:
        yield change.effective_on, f"Avenant n° {change.number}"
    for renewal in facts.renewals:
        said = "décidée" if renewal.takes_place else "refusée"
        yield renewal.decided_on, f"Reconduction n° {renewal.number} {said}"
        if renewal.takes_place:
            yield renewal.starts_on, f"Début de la reconduction n° {renewal.number}"
    for pause in facts.pauses:
        yield pause.since, "Suspension de l'exécution"
        yield pause.until and pause.until + DAY, "Reprise de l'exécution"
    if facts.end is not None:
        yield facts.end.on, "Résiliation" if facts.end.is_termination else "Fin du marché"


def _of_its_phases(facts: Facts) -> Iterator[tuple[date | None, str]]:
    for part in facts.parts:
        yield part.affirmed_on, f"Tranche affermie : {part.label}"
        if part.affirmed_on is None:
            yield part.lapses_on and part.lapses_on + DAY, f"Délai passé : {part.label}"


def _of_its_orders(facts: Facts) -> Iterator[tuple[date | None, str]]:
    for order in facts.orders:
        yield order.issued_on, f"Commande {order.code} : {order.ordered}"
        yield order.closed_on, f"Commande {order.code} soldée"
        yield from _of_its_bills(order)


def _of_its_bills(order: Order) -> Iterator[tuple[date, str]]:
    for bill in order.bills:
        said = "Facture" if bill.amount.cents >= 0 else "Avoir"
        yield bill.on, f"{said} sur {order.code} : {bill.amount}"
