"""A contract that is followed: begun two years ago, hours of last year counted, meetings held."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localdate, now

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import RUNNING
from perenne.domain.compliance.actions import Minutes, Task, share_minutes, write_minutes
from perenne.domain.compliance.factories import hours_done, new_certificate, new_review
from perenne.domain.compliance.models import Certificate, Review
from perenne.domain.compliance.states import Attendee, ReviewState
from perenne.domain.procurement.factories import new_party
from perenne.values import add_months
from perenne.web.tests.scenes import Committee

SAID = "## Les heures\n\nLe chantier **avance**.\n\n- Deux embauches en cours\n- Une à venir"


class Followed:
    """The structure of the committee is a subcontractor: it reads nothing of all this."""

    def __init__(self, committee: Committee) -> None:
        self.committee, self.today = committee, localdate()
        self.year = self.today.year - 1
        begun = date(self.year, 1, 1)
        self.commitment = new_commitment(
            committee.facilitator, buyer=committee.buyer, company=committee.company,
            object="Réhabilitation de la résidence des Tilleuls", months=36, signed_on=begun,
            notified_on=begun, starts_on=begun,
        )  # fmt: skip
        Commitment.objects.filter(pk=self.commitment.pk).update(state=RUNNING, kicked_off_on=begun)
        self.lead = whole_of(self.commitment).party
        new_party(
            self.commitment.contract, under=self.lead, company=committee.structure, name="Relais 77"
        )

    def works(self, hours: int, month: int, year: int | None = None) -> None:
        hours_done(self.commitment, hours, date(year or self.year, month, 1))

    def review(self, state: ReviewState = ReviewState.PLANNED, **facts: Any) -> Review:
        day = (
            {"due_on": self.today + timedelta(10), "meets_at": None}
            if state is ReviewState.DUE
            else {}
        )
        why = {"reason": "Le chantier est arrêté."} if state is ReviewState.CANCELLED else {}
        return new_review(
            self.commitment, state=state, **{"meets_at": now(), **day, **why, **facts}
        )

    def held(self, *, shared: bool = False, text: str = SAID) -> Review:
        """With something to do for the contractor, and for the buyer."""
        review, by = self.review(), self.committee.facilitator
        acts = (
            Task(Attendee.COMPANY, "Envoyer les besoins de recrutement", add_months(self.today, 1)),
            Task(Attendee.BUYER, "Confirmer la date de reprise"),
        )
        said = Minutes(
            self.today, frozenset({Attendee.BUYER, Attendee.COMPANY}), text, acts, review.version
        )
        write_minutes(review_id=review.pk, minutes=said, by=by, on=self.today)
        if shared:
            share_minutes(review_id=review.pk, by=by, on=self.today)
        return Review.objects.get(pk=review.pk)

    def certificate(self) -> Certificate:
        """Of last year."""
        return new_certificate(
            self.commitment, by=self.committee.facilitator, year=self.year, on=self.today
        )
