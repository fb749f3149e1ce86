"""What a buyer answers, contract by contract, where its clause says « case by case »."""

from django.db import models
from django.db.models import Q

from perenne.domain.clauses.models.commitments import Commitment
from perenne.kit.tenancy.models import Owned
from perenne.rules.globalisation.facts import Consent

ONCE_ANSWERED = Q(since__isnull=False, answered_on__isnull=False, answered_by__isnull=False) & ~Q(
    answer=""
)
STILL_ASKED = Q(
    answer="",
    asked_on__isnull=False,
    since__isnull=True,
    answered_on__isnull=True,
    answered_by__isnull=True,
)


class GlobalisationAnswer(Owned):
    """Asked for, then answered once; the last answer of a commitment stands. A trigger keeps what
    was answered as it is.

    `since`: hours worked from the month of that day on may come from, or go to, other contracts.
    `cap_bp`: the share of its hours that may come from elsewhere. `letter_on`: the day of the
    letter, when the facilitator writes the answer for the buyer.
    """

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="answers")
    asked_on = models.DateField(null=True)
    asked_minutes = models.PositiveBigIntegerField(default=0)
    """The hours that would come, as they were known when the question was asked."""
    answer = models.CharField(max_length=10, blank=True)
    cap_bp = models.PositiveIntegerField(null=True)
    since = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    letter_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "commitment"],
                condition=Q(answer=""),
                name="globalisation_is_asked_once_at_a_time",
            ),
            models.CheckConstraint(
                name="globalisation_answer_is_known",
                condition=Q(answer__in=["", *(one.value for one in Consent)]),
            ),
            models.CheckConstraint(
                name="globalisation_is_asked_or_answered", condition=STILL_ASKED | ONCE_ANSWERED
            ),
            models.CheckConstraint(
                name="globalisation_capped_has_its_share",
                condition=Q(answer=Consent.CAPPED.value, cap_bp__range=(1, 9_999))
                | ~Q(answer=Consent.CAPPED.value) & Q(cap_bp__isnull=True),
            ),
            models.CheckConstraint(
                name="globalisation_refused_says_why",
                condition=~Q(answer=Consent.REFUSED.value) | Q(reason__regex=r"\S.{3,}\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.answer}"
