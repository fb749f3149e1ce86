"""A certificate says hours that change no more: those of a period that is over and settled.

Days are included on both sides. Hours are those of the ledger, by the month in which they were
worked; those that a globalisation brought from another contract are counted where they were owed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from perenne.rules.french import in_full, of_month, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025, CCAG_FOLLOW_UP
from perenne.values import Hours, Period

VERSION = 1
"""Of the way in which hours are counted for a certificate: kept with each of them."""
SHOWN = 3
"""Months named in a refusal; the others are counted."""


class CertificateKind(StrEnum):
    YEARLY = "yearly"
    FINAL = "final"

    @property
    def label(self) -> str:
        return {
            CertificateKind.YEARLY: "Attestation annuelle",
            CertificateKind.FINAL: "Attestation finale",
        }[self]


@dataclass(frozen=True, slots=True)
class MonthWaiting:
    """A month of the commitment that is not validated; `is_declared`: its company did its part."""

    month: date
    is_declared: bool


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What is known on the day of issue. `ended_on`: the last day of a contract that is over.

    `due_on_the_eve`: what was owed as known the day before, which nothing changes any more;
    `is_disputed`: a shortfall is followed, of which nothing is decided yet.
    """

    kind: CertificateKind
    on: date
    period: Period | None
    ended_on: date | None
    counted: Hours
    due: Hours
    due_on_the_eve: Hours
    waiting: tuple[MonthWaiting, ...] = ()
    is_disputed: bool = False


@cites(
    CCAG_FOLLOW_UP,
    AQUAREEL_2025,
    says="Quels jours une attestation d’heures couvre-t-elle ?",
    confidence=Confidence.VARIES,
)
def span_of(kind: CertificateKind, year: int, *, starts_on: date, ends_on: date) -> Period | None:
    """Those of the execution: all of them, or those of a calendar year; None if there is none."""
    first, last = starts_on, ends_on
    if kind is CertificateKind.YEARLY:
        first, last = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    return Period(first, last + timedelta(1)) if first <= last else None


@cites(
    CCAG_FOLLOW_UP,
    AQUAREEL_2025,
    says="Qu’est-ce qui empêche de délivrer une attestation ?",
    confidence=Confidence.VARIES,
)
def objections(facts: CertificateFacts) -> tuple[str, ...]:
    """Each one in French, with what to do; none when it may be issued."""
    return tuple(typeset(sentence) for sentence in _objections(facts))


def _objections(facts: CertificateFacts) -> Iterator[str]:
    if facts.period is None:
        yield "Le marché ne s'exécutait pas cette année-là : choisissez une autre année."
        return
    if facts.kind is CertificateKind.FINAL and (
        facts.ended_on is None or facts.ended_on >= facts.on
    ):
        yield (
            "Le marché n'est pas terminé : une attestation finale attend son dernier jour. "
            "Délivrez une attestation annuelle, ou terminez d'abord le marché."
        )
    elif facts.period.last_day >= facts.on:
        day = in_full(facts.period.end)
        yield f"La période n'est pas finie : revenez à partir du {day}."
    if facts.kind is CertificateKind.FINAL and facts.is_disputed:
        yield (
            "Un manquement est encore suivi sur ce marché : une attestation finale le solde. "
            "Attendez la décision de l'acheteur, ou clôturez d'abord le dossier."
        )
    yield from _waiting(facts.waiting)
    if facts.due != facts.due_on_the_eve:
        yield (
            "Le volume dû vient de changer : délivrez l'attestation demain, une fois ce changement "
            "relu."
        )
    if not facts.counted:
        yield "Aucune heure n'est comptée sur cette période : il n'y a rien à attester."


def _waiting(months: tuple[MonthWaiting, ...]) -> Iterator[str]:
    for is_declared, what, what_to_do in (
        (True, "Des heures attendent leur validation", "Validez-les d'abord."),
        (False, "Des relevés d'heures ne sont pas rendus", "Demandez-les à l'entreprise."),
    ):
        found = sorted({one.month for one in months if one.is_declared is is_declared})
        if found:
            named = ", ".join(of_month(month) for month in found[:SHOWN])
            more = f" et {len(found) - SHOWN} autres mois" if len(found) > SHOWN else ""
            yield f"{what} ({named}{more}). {what_to_do}"
