from datetime import date

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.actions import note_receipt, open_shortfall, summon
from perenne.domain.compliance.models import Decision, Proposal, Shortfall
from perenne.domain.compliance.states import LetterKind, Outcome
from perenne.kit.actors import Actor

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
        commitment=new_commitment(), opened_on=ALERTED, expected_minutes=60, counted_minutes=0
    )
    facts = {"due_minutes": 60, "validated_minutes": 0, "exonerated_minutes": 0}
    proposal = Proposal.objects.create(
        shortfall=shortfall, inputs={"facts": facts}, version=1, gross_cents=5_000,
        amount_cents=5_000, missing_minutes=60, reasons=[], proposed_by_id=proposer,
        proposed_on=SUMMONED,
    )  # fmt: skip
    return Decision.objects.create(
        proposal=proposal, proposer_id=proposer, proposed_cents=5_000, outcome=Outcome.WAIVED,
        amount_cents=0, motive="Le marché a été interrompu.", decided_by_id=decider,
        decided_on=SUMMONED,
    )  # fmt: skip
