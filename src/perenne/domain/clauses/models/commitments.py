"""What a contract owes under a clause, and who carries which part of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from perenne.domain.clauses.models.clauses import Clause
from perenne.domain.clauses.states import (
    COMMITMENT_LIFE,
    OPEN_SHARES,
    REFUSED,
    SHARE_LIFE,
    WITHDRAWN,
    CommitmentState,
    ShareState,
)
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Commitment(Owned):
    """One clause, one contract: a lot with several awardees gives one to each.

    `due_minutes` as signed; nothing where the volume follows the invoices. What it becomes in
    time is computed (`queries.targets`), never kept.
    """

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="commitments")
    contract = models.ForeignKey("procurement.Contract", models.PROTECT, related_name="+")
    state = StateField(COMMITMENT_LIFE)
    due_minutes = models.PositiveBigIntegerField()
    opened_on = models.DateField()
    kicked_off_on = models.DateField(null=True)
    """The day on which buyer, company and facilitator met."""
    closed_on = models.DateField(null=True)
    worked_months = ArrayField(models.PositiveSmallIntegerField(), default=list)
    """1 to 12: when the work is seasonal, the months in which hours are expected; none is all."""

    class Meta:
        indexes = [models.Index(fields=["state", "opened_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["clause", "contract"], name="commitment_is_one_of_its_clause_and_contract"
            ),
            models.CheckConstraint(
                name="commitment_state_is_known",
                condition=Q(state__in=[state.value for state in CommitmentState]),
            ),
            models.CheckConstraint(
                name="commitment_running_was_kicked_off",
                condition=~Q(state=CommitmentState.RUNNING.value) | Q(kicked_off_on__isnull=False),
            ),
            models.CheckConstraint(
                name="commitment_works_in_months_of_the_year",
                condition=Q(worked_months__contained_by=list(range(1, 13))),
            ),
            models.CheckConstraint(
                name="commitment_closed_has_its_day",
                condition=Q(state=CommitmentState.CLOSED.value) ^ Q(closed_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clause_id} × {self.contract_id}"


class CommitmentShare(Owned):
    """The hours that one party carries, taken from those of the share above; the first share is
    the whole. What is not accepted stays above.

    Triggers (migration 0008) keep the sum of what is entrusted within the share above, and a
    share where it was put. The token of its link is not kept: its print alone, and the seed from
    which the secret of the house makes it again for the mail.
    """

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="shares")
    party = models.ForeignKey("procurement.Party", models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    minutes = models.PositiveBigIntegerField()
    state = StateField(SHARE_LIFE)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was refused or taken back."""
    proposed_on = models.DateField()
    answered_on = models.DateField(null=True)
    seed = models.CharField(max_length=64, blank=True)
    token_print = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(null=True)

    PRIVATE_FIELDS = ("seed", "token_print")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(parent__isnull=True),
                name="commitment_has_one_whole",
            ),
            models.UniqueConstraint(
                fields=["parent", "party"],
                condition=Q(state__in=sorted(OPEN_SHARES)),
                name="party_has_one_open_share_of_another",
            ),
            models.UniqueConstraint(
                fields=["committee", "token_print"],
                condition=~Q(token_print=""),
                name="share_token_is_one",
            ),
            models.CheckConstraint(
                name="share_state_is_known",
                condition=Q(state__in=[state.value for state in ShareState]),
            ),
            models.CheckConstraint(
                name="share_not_taken_says_why",
                condition=~Q(state__in=[REFUSED.value, WITHDRAWN.value]) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="share_of_the_whole_is_accepted",
                condition=Q(parent__isnull=False) | Q(state=ShareState.ACCEPTED.value),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.party_id}"
