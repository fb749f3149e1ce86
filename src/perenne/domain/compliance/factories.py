from datetime import date
from typing import Any

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.actions import (
    Wanted,
    issue_certificate,
    note_receipt,
    open_shortfall,
    summon,
)
from perenne.domain.compliance.models import Certificate, Decision, Proposal, Review, Shortfall
from perenne.domain.compliance.states import PLANNED, LetterKind, Outcome, ReviewState
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_validated_work
from perenne.domain.hours.models import Allocation, Work
from perenne.domain.participants.factories import new_verdict
from perenne.kit.actors import Actor
from perenne.rules.certificates import CertificateKind

ALERTED, SUMMONED = date(2026, 9, 1), date(2026, 9, 15)


def new_shortfall(commitment: Commitment, *, by: Actor, on: date = ALERTED) -> Shortfall:
    """The party is alerted that day."""
    pk = open_shortfall(commitment_id=commitment.pk, by=by, on=on)
    return Shortfall.objects.get(pk=pk)


def heard(shortfall: Shortfall, *, buyer: Actor, on: date = SUMMONED) -> Shortfall:
    """Both letters sent and received that day: only the delays remain."""
    for kind in (LetterKind.FORMAL_NOTICE, LetterKind.HEARING):
        letter = summon(shortfall_id=shortfall.pk, kind=kind, by=buyer, on=on)
        note_receipt(letter_id=letter, received_on=on, by=buyer, on=on)
    return shortfall


def new_decision(*, proposer: int, decider: int) -> Decision:
    """An hour lacked on a commitment of nobody in particular; the penalty was waived."""
    shortfall = Shortfall.objects.create(
        commitment=new_commitment(),
        opened_on=ALERTED,
        expected_minutes=60,
        counted_minutes=0,
        measured_on=ALERTED,
    )
    facts = {"due_minutes": 60, "validated_minutes": 0, "exonerated_minutes": 0}
    proposal = Proposal.objects.create(
        shortfall=shortfall, inputs={"facts": facts}, version=1, gross_cents=5_000,
        amount_cents=5_000, missing_minutes=60, measured_on=ALERTED, reasons=[],
        proposed_by_id=proposer, proposed_on=SUMMONED,
    )  # fmt: skip
    return Decision.objects.create(
        proposal=proposal, proposer_id=proposer, proposed_cents=5_000, outcome=Outcome.WAIVED,
        amount_cents=0, motive="Le marché a été interrompu.", decided_by_id=decider,
        decided_on=SUMMONED,
    )  # fmt: skip


def hours_done(
    commitment: Commitment, hours: int, month: date, *, counted: int | None = None
) -> Work:
    """Worked by somebody that month, validated, counted here: all of it, or so many minutes."""
    verdict = new_verdict(starts_on=month)
    hiring = new_hiring(
        verdict.participant, commitment, verdict=verdict, verified_on=verdict.verified_on,
        starts_on=month, counts_from=month,
    )  # fmt: skip
    sheet = new_sheet(hiring, month=month)
    work = new_validated_work(hiring, minutes=hours * 60, month=month, sheet=sheet)
    minutes = hours * 60 if counted is None else counted
    Allocation.objects.create(work=work, commitment=commitment, minutes=minutes)
    return work


def new_review(commitment: Commitment, *, state: ReviewState = PLANNED, **facts: Any) -> Review:
    """On site, that day at ten, with the buyer and the contractor once it is held."""
    usual: dict[str, Any] = {
        "commitment": commitment, "state": state, "meets_at": "2026-11-20T09:00:00Z",
        "place": "Base vie du chantier",
    }  # fmt: skip
    if state in {ReviewState.HELD, ReviewState.SHARED}:
        usual |= {"held_on": "2026-11-20", "attendees": ["buyer", "company"], "version": 1}
    if state is ReviewState.SHARED:
        usual |= {"minutes": "Le chantier avance.", "shared_on": "2026-11-21"}
    return Review.objects.create(**{**usual, **facts})


def new_certificate(commitment: Commitment, *, by: Actor, year: int, on: date) -> Certificate:
    """Of a year."""
    wanted = Wanted(CertificateKind.YEARLY, year)
    pk = issue_certificate(commitment_id=commitment.pk, wanted=wanted, by=by, on=on)
    return Certificate.objects.get(pk=pk)
