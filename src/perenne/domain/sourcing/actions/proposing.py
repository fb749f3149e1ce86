"""A person is proposed for a need by who knows them; the company reads a code and an answer."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from perenne.domain.participants.actions import Asked, open_file
from perenne.domain.participants.policy import FILES
from perenne.domain.sourcing.actions.opening import fill_when_found, locked_opening
from perenne.domain.sourcing.models import Candidate, Offer, Opening
from perenne.domain.sourcing.policy import CANDIDATES, OPENINGS, asked_of
from perenne.domain.sourcing.states import CANDIDATE_LIFE, KEPT, OPEN, PROPOSED, CandidateState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

NOT_YOURS = "Proposez une personne pour qui vous avez demandé la vérification de l’éligibilité."
ALREADY = "Cette personne est déjà proposée pour ce besoin."


@transaction.atomic
def propose_person(*, opening_id: int, asked: Asked, by: Actor, today: date) -> int:
    """The question whether she is eligible goes to the facilitator of the need, for its contract
    and its first day; the id of the candidate."""
    opening = OPENINGS.take("opening.propose", by, opening_id)
    wanted = replace(asked, contract_id=opening.commitment.contract_id)
    file_id = open_file(asked=wanted, by=by, today=today, facilitator_id=opening.facilitator_id)
    return propose_candidate(opening_id=opening_id, file_id=file_id, by=by, on=today)


@transaction.atomic
def propose_candidate(*, opening_id: int, file_id: int, by: Actor, on: date) -> int:
    """Somebody of whom they asked already; attached to their offer when they made one."""
    opening = OPENINGS.take("opening.propose", by, opening_id)
    theirs = FILES.rows("eligibility.read_answer", by).filter(
        pk=file_id, asked_by_id=by.organisation_id or 0
    )
    file = theirs.select_related("participant").first()
    if file is None:
        raise Refused(NOT_YOURS)
    same = Candidate.objects.filter(opening=opening, file__participant=file.participant_id)
    if same.filter(state=CandidateState.PROPOSED).exists() or same.filter(file=file).exists():
        raise Refused(ALREADY)
    candidate = Candidate(
        opening=opening,
        offer=_offer_of(opening, by),
        file=file,
        proposed_by_id=by.organisation_id or 0,
        proposed_on=on,
    )
    candidate.save()
    code = file.participant.code
    record("opening.propose", opening, by=by, candidate=candidate.pk, code=code)
    enqueue("sourcing.tell_proposed", candidate_id=candidate.pk)
    return candidate.pk


@transaction.atomic
def hire_candidate(*, candidate_id: int, by: Actor, on: date) -> None:
    """Called by the act that plans the hiring; the last person of a need fills it."""
    opening = _settle("candidate.hire", candidate_id, by, on)
    if opening.state == OPEN:
        fill_when_found(opening, by=by, on=on)


@transaction.atomic
def leave_candidate(*, candidate_id: int, by: Actor, on: date, reason: str = "") -> None:
    """Who proposed the person is told; `reason` says nothing of the person’s situation."""
    _settle("candidate.leave", candidate_id, by, on, reason)


@transaction.atomic
def withdraw_candidate(*, candidate_id: int, by: Actor, on: date) -> None:
    """By who proposed the person."""
    _settle("candidate.withdraw", candidate_id, by, on)


def _offer_of(opening: Opening, by: Actor) -> Offer | None:
    offers = Offer.objects.filter(
        asked_of(by, "solicitation__"),
        solicitation__opening=opening,
        state__in=[PROPOSED, KEPT],
    )
    return offers.first()


def _settle(act: str, candidate_id: int, by: Actor, on: date, reason: str = "") -> Opening:
    """The need first, then the person proposed."""
    known = Candidate.objects.filter(pk=candidate_id).values_list("opening_id", flat=True).first()
    if known is None:
        raise Refused("Cette proposition n’existe plus : rechargez la page.")
    opening = locked_opening(known)
    row = CANDIDATES.take(act, by, candidate_id)
    row.state = CANDIDATE_LIFE.after(act, CandidateState(row.state))
    row.reason, row.settled_on = reason.strip()[:500], on
    row.save()
    code = row.file.participant.code
    record(act, opening, by=by, candidate=row.pk, code=code)
    enqueue("sourcing.tell_candidate", candidate_id=row.pk)
    return opening
