"""The adhesion of an organisation to the committee, and the charter that it accepted."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.membership.states import EXCLUDED, JOINED, LEFT, MEMBERSHIP_LIFE
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Membership(Owned):
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    signed_by = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who accepted the charter for the organisation; nobody once their account is erased."""
    charter_version = models.CharField(max_length=20)
    state = StateField(MEMBERSHIP_LIFE, max_length=10)
    reason = models.CharField(max_length=500, blank=True)
    """Why the coordination excluded it, as its people read it."""
    joined_at = models.DateTimeField(db_default=Now())
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="membership_state_is_known",
                condition=Q(state__in=[JOINED.value, LEFT.value, EXCLUDED.value]),
            ),
            models.CheckConstraint(
                name="membership_excluded_is_told_why",
                condition=Q(state=EXCLUDED.value) ^ Q(reason=""),
            ),
            models.CheckConstraint(
                name="membership_ends_once_it_is_no_more",
                condition=Q(state=JOINED.value) ^ Q(ended_on__isnull=False),
            ),
            models.CheckConstraint(
                name="membership_says_which_charter", condition=~Q(charter_version="")
            ),
            models.UniqueConstraint(
                fields=["committee", "organisation"],
                condition=~Q(state=LEFT.value),
                name="one_membership_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.state}"
