from django.db import models
from django.db.models import Q

from perenne.domain.rights.states import REQUEST_LIFE, RequestKind, RequestState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned

CLOSED = [RequestState.ANSWERED.value, RequestState.REFUSED.value]


class DataRequest(Owned):
    """What somebody asks about their own data, from their account or from an address alone."""

    kind = models.CharField(max_length=20)
    state = StateField(REQUEST_LIFE, default=models.NOT_PROVIDED)
    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    full_name = models.CharField(max_length=150)
    email = models.EmailField(max_length=254)
    message = models.TextField(blank=True)
    received_on = models.DateField()
    due_on = models.DateField()
    """The last day to answer; moved once, by an extension."""
    extension_reason = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="data_request_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in RequestKind]),
            ),
            models.CheckConstraint(
                name="data_request_state_is_known",
                condition=Q(state__in=[state.value for state in RequestState]),
            ),
            models.CheckConstraint(
                name="data_request_closed_has_its_day",
                condition=Q(state__in=CLOSED) ^ Q(closed_on__isnull=True),
            ),
            models.CheckConstraint(
                name="data_request_extended_says_why",
                condition=~Q(state=RequestState.EXTENDED) | ~Q(extension_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
