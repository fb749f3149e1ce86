"""A structure answers: people and hours, or why not; from its mail or from its space."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.sourcing.actions.opening import locked_opening
from perenne.domain.sourcing.models import Offer, Solicitation
from perenne.domain.sourcing.policy import SOLICITATIONS
from perenne.domain.sourcing.queries.links import Link, state_of_link
from perenne.domain.sourcing.queries.needs import covered_by, wanted_by
from perenne.domain.sourcing.states import SOLICITATION_LIFE, DeclineReason, SolicitationState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Hours, add_months

QUIET_MONTHS = (3, 6, 12)
"""For how long a structure may ask not to be asked."""
TOO_LATE = (
    "Le travail finit le {:%d/%m/%Y} : dites un premier jour qui vienne avant, ou déclinez pour "
    "les dates."
)


@dataclass(frozen=True, slots=True)
class Offering:
    """`monthly`: over all the persons; None: as many as the need asks."""

    persons: int
    starts_on: date
    monthly: Hours | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Declining:
    """`quiet_months`: and it asks to be left in peace for as long; with the reason QUIET alone."""

    reason: DeclineReason
    note: str = ""
    quiet_months: int = 0


@transaction.atomic
def answer_by_link(*, token: str, answer: Offering | Declining, by: Actor, on: date) -> int | None:
    """Without an account; the id of the offer. Refused when the link is used, over or unknown."""
    asked = Solicitation.objects.filter(token_print=print_of(token)).values_list("pk", "opening_id")
    found = asked.first()
    if found is None:
        raise Refused(Link.UNKNOWN.sentence)
    locked_opening(found[1])
    row = Solicitation.objects.select_related("opening").get(pk=found[0])
    link = state_of_link(row)  # read once locked: it may have been used meanwhile
    if link is not Link.OPEN:
        raise Refused(link.sentence)
    return _answer(row.pk, answer, replace(by, visitor_key=token), on)


@transaction.atomic
def answer_solicitation(
    *, solicitation_id: int, answer: Offering | Declining, by: Actor, on: date
) -> int | None:
    """In the space of the structure, or by the facilitator who was told on the telephone."""
    known = Solicitation.objects.filter(pk=solicitation_id).values_list("opening_id", flat=True)
    if opening_id := known.first():
        locked_opening(opening_id)
    return _answer(solicitation_id, answer, by, on)


def _answer(solicitation_id: int, answer: Offering | Declining, by: Actor, on: date) -> int | None:
    act = "solicitation.offer" if isinstance(answer, Offering) else "solicitation.decline"
    row = SOLICITATIONS.take(act, by, solicitation_id)
    opening = locked_opening(row.opening_id)
    facts: dict[str, Any] = {"structure": row.structure.name}
    row.state = SOLICITATION_LIFE.after(act, SolicitationState(row.state))
    row.answered_on = on
    offer = None
    if isinstance(answer, Offering):
        offer = _offer_of(row, answer)
        facts |= {"persons": offer.persons, "minutes": covered_by(wanted_by(opening), offer)}
    else:
        row.reason, row.note = answer.reason.value, answer.note.strip()[:500]
        row.quiet_until = _quiet_until(answer, on)
        facts |= {"because": answer.reason.label}
    row.save()
    if offer is not None:
        offer.save()
        enqueue("sourcing.tell_offer", offer_id=offer.pk)
    record(act, opening, by=replace(by, visitor_key=""), **_plain(facts))
    return offer.pk if offer else None


@transaction.atomic
def resume_questions(*, by: Actor, on: date) -> int:
    """The structure may be asked again; how many of its refusals had asked for peace."""
    rows = list(SOLICITATIONS.rows("solicitation.resume", by).filter(quiet_until__gt=on))
    for row in rows:
        row.quiet_until = None
        row.save(update_fields=["quiet_until"])
        record("solicitation.resume", row.opening, by=by, structure=row.structure.name)
    return len(rows)


def _quiet_until(answer: Declining, on: date) -> date | None:
    if not answer.quiet_months:
        return None
    if answer.reason is not DeclineReason.QUIET or answer.quiet_months not in QUIET_MONTHS:
        raise Refused("Choisissez une des durées proposées.")
    return add_months(on, answer.quiet_months)


def _offer_of(row: Solicitation, said: Offering) -> Offer:
    offer = Offer(
        solicitation=row,
        persons=said.persons,
        minutes_per_month=said.monthly.minutes if said.monthly else 0,
        starts_on=max(said.starts_on, row.opening.starts_on),
        note=said.note.strip()[:500],
    )
    if not 1 <= said.persons <= 999:
        raise Refused("Indiquez combien de personnes vous pouvez proposer.")
    if said.monthly is not None and said.monthly <= Hours(0):
        raise Refused("Indiquez combien d’heures par mois.")
    if not covered_by(wanted_by(row.opening), offer):
        raise Refused(TOO_LATE.format(row.opening.ends_on))
    return offer


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.minutes if isinstance(value, Hours) else value for name, value in facts.items()
    }
