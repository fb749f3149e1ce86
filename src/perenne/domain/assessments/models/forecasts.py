"""What was published of the hours to come, and who asked to be told of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from perenne.domain.assessments.states import SUBSCRIPTION_LIFE, SubscriptionState
from perenne.kit.states.fields import StateField
from perenne.kit.tenancy.models import Owned
from perenne.rules.segments import Segment


class Forecast(Owned):
    """An edition, as it was published: protected figures only, never who stands behind them.

    `content`: quarters, then rows by segment and by EPCI, hours or null, and the consultations
    expected by quarter, segment and EPCI (see `queries.forecast`).
    """

    made_on = models.DateField()
    content = models.JSONField(default=dict)

    class Meta:
        ordering = ["-made_on"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "made_on"], name="one_forecast_a_day"),
        ]

    def __str__(self) -> str:
        return f"Forecast of {self.made_on}"


class Subscription(Owned):
    """An address that asked for the forecast by mail; no choice is every segment, every EPCI."""

    email = models.EmailField(max_length=254)
    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    segments = ArrayField(models.CharField(max_length=30), default=list)
    epcis = ArrayField(models.CharField(max_length=9), default=list)
    state = StateField(SUBSCRIPTION_LIFE)
    asked_on = models.DateField()
    last_contact_on = models.DateField()
    told = models.ForeignKey(Forecast, models.SET_NULL, null=True, related_name="+")
    """The edition that the last mail told of."""

    PRIVATE_FIELDS = ("email",)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="subscription_state_is_known",
                condition=Q(state__in=[one.value for one in SubscriptionState]),
            ),
            models.CheckConstraint(
                name="subscription_segments_are_known",
                condition=Q(segments__contained_by=[one.value for one in Segment]),
            ),
            models.UniqueConstraint(
                "committee", Lower("email"), name="one_subscription_for_an_address"
            ),
        ]

    def __str__(self) -> str:
        return f"Subscription {self.pk}: {self.state}"
