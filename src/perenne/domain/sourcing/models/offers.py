"""What is answered to a need: people or hours from a structure, a person from who knows one."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.sourcing.models.openings import Opening, Solicitation
from perenne.domain.sourcing.states import (
    CANDIDATE_LIFE,
    KEPT,
    LEFT,
    OFFER_LIFE,
    PROPOSED,
    CandidateState,
    OfferState,
)
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Offer(Owned):
    """So many persons, so many hours per month, from a day on. A kept one is a promise:
    `kept_minutes` of the need, until its last day. `minutes_per_month` 0: as many as needed.
    """

    solicitation = models.OneToOneField(Solicitation, models.PROTECT, related_name="offer")
    persons = models.PositiveSmallIntegerField()
    minutes_per_month = models.PositiveIntegerField(default=0)
    starts_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    state = StateField(OFFER_LIFE)
    kept_minutes = models.PositiveBigIntegerField(default=0)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was not kept, or was withdrawn."""
    offered_at = models.DateTimeField(db_default=Now())
    settled_on = models.DateField(null=True)

    PRIVATE_FIELDS = ("note",)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "starts_on"])]
        constraints = [
            models.CheckConstraint(
                name="offer_state_is_known",
                condition=Q(state__in=[state.value for state in OfferState]),
            ),
            models.CheckConstraint(
                name="offer_is_of_somebody", condition=Q(persons__range=(1, 999))
            ),
            models.CheckConstraint(
                name="offer_kept_promises_hours",
                condition=~Q(state=KEPT.value) | Q(kept_minutes__gt=0),
            ),
            models.CheckConstraint(
                name="offer_not_kept_promises_nothing",
                condition=~Q(state__in=[PROPOSED.value, LEFT.value]) | Q(kept_minutes=0),
            ),
            models.CheckConstraint(
                name="offer_settled_has_its_day",
                condition=Q(state=PROPOSED.value) ^ Q(settled_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.solicitation_id}: {self.persons}"


class Candidate(Owned):
    """A person proposed for a need: the question whether they are eligible carries their name.

    `proposed_by` is the organisation that knows the person; the company reads a code and an
    answer, nothing more, until it hires.
    """

    opening = models.ForeignKey(Opening, models.PROTECT, related_name="candidates")
    offer = models.ForeignKey(Offer, models.PROTECT, null=True, related_name="candidates")
    file = models.ForeignKey("participants.EligibilityFile", models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    state = StateField(CANDIDATE_LIFE)
    reason = models.CharField(max_length=500, blank=True)
    """Why not, in words that say nothing of the person’s situation."""
    proposed_on = models.DateField()
    settled_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "opening", "file"],
                name="person_is_proposed_once_for_a_need",
            ),
            models.CheckConstraint(
                name="candidate_state_is_known",
                condition=Q(state__in=[state.value for state in CandidateState]),
            ),
            models.CheckConstraint(
                name="candidate_settled_has_its_day",
                condition=Q(state=CandidateState.PROPOSED.value) ^ Q(settled_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opening_id}: {self.file_id}"
