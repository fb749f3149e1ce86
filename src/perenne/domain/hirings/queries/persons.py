"""Whom one may hire: those that they presented or hired, or who were proposed to them; and who
performs the contract."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.domain.participants.policy import followed_by
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.sourcing.models import Candidate
from perenne.domain.sourcing.policy import CANDIDATES
from perenne.domain.sourcing.states import HIRED, PRESENTED
from perenne.kit.actors import Actor


def may_be_named(by: Actor) -> "QuerySet[Participant, Any]":
    """A company: those it asked about or hired, or who were proposed for its needs. A facilitator:
    those they answer for, or follow at work. Nobody tries numbers."""
    known = Participant.objects.filter(merged_into=None, erased_on=None)
    return known.filter(named(by) | Q(Exists(proposed_to(by))))


def named(by: Actor) -> Q:
    """On participants: those whose name they know."""
    hired = HIRINGS.rows("hiring.view", by).filter(participant=OuterRef("pk"))
    if by.role not in CARRYING_OUT:
        at_work = hired.filter(commitment__contract__facilitator_id=by.organisation_id or 0)
        return followed_by(by) | Q(Exists(at_work))
    asked = EligibilityFile.objects.filter(
        participant=OuterRef("pk"), asked_by_id=by.organisation_id or 0
    )
    return Q(Exists(asked)) | Q(Exists(hired))


def proposed_to(by: Actor) -> "QuerySet[Candidate, Any]":
    """Of each person: the proposals that stand, for needs that are theirs."""
    rows = CANDIDATES.rows("candidate.view", by).filter(state__in=[PRESENTED, HIRED])
    return rows.filter(file__participant=OuterRef("pk"))


def parties_for(contract_id: int, by: Actor) -> "QuerySet[Party, Any]":
    """Those who perform the contract; a company names none but itself."""
    found = Party.objects.filter(contract_id=contract_id)
    if by.role in CARRYING_OUT:
        found = found.filter(organisation_id=by.organisation_id or 0)
    return found


def hirings_of_person(participant_id: int, *, seen_by: Actor) -> "QuerySet[Hiring, Any]":
    """The latest first."""
    rows = HIRINGS.rows("hiring.view", seen_by).filter(participant_id=participant_id)
    return rows.order_by("-starts_on", "-pk")
