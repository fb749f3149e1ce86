"""A need of people for the hours of a commitment, and who is asked to answer it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.sourcing.states import (
    CLOSED,
    DECLINED,
    OFFERED,
    OPEN,
    OPENING_LIFE,
    SOLICITATION_LIFE,
    DeclineReason,
    OpeningState,
    SolicitationState,
)
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned

SAYS_WHY = r"\S.{3,}\S"


class Opening(Owned):
    """« 1 peintre, 300 h, dès lundi, à Meaux », under one commitment.

    Its company is the party, whose space may be linked later; `facilitator`, of the contract.
    `minutes` over all the persons; `minutes_per_week` of each. `exhausted_on`: since when nobody
    is left to ask.
    """

    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    party = models.ForeignKey("procurement.Party", models.PROTECT, related_name="+")
    """The company for which one works."""
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    trade = models.CharField(max_length=30)
    """The code of a trade of `rules.segments`."""
    job_title = models.CharField(max_length=200)
    rome = models.CharField(max_length=5, blank=True)
    persons = models.PositiveSmallIntegerField()
    minutes = models.PositiveBigIntegerField()
    minutes_per_week = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    commune = models.ForeignKey("territories.Commune", models.PROTECT, related_name="+")
    wish = models.CharField(max_length=500, blank=True)
    """What helps to answer, never about a person."""
    state = StateField(OPENING_LIFE)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was closed, as those who were asked read it."""
    opened_on = models.DateField()
    opened_at = models.DateTimeField(db_default=Now())
    ended_on = models.DateField(null=True)
    exhausted_on = models.DateField(null=True)

    PRIVATE_FIELDS = ("wish",)

    class Meta:
        indexes = [
            models.Index(fields=["state", "starts_on"]),
            models.Index(fields=["commitment", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="opening_state_is_known",
                condition=Q(state__in=[state.value for state in OpeningState]),
            ),
            models.CheckConstraint(
                name="opening_says_what_is_needed",
                condition=~Q(trade="")
                & ~Q(job_title="")
                & (Q(rome="") | Q(rome__regex=r"^[A-Z][0-9]{4}$"))
                & Q(persons__range=(1, 999), minutes__gt=0, minutes_per_week__range=(60, 2_880)),
            ),
            models.CheckConstraint(
                name="opening_ends_after_it_begins", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="opening_closed_says_why",
                condition=Q(state=CLOSED.value, reason__regex=SAYS_WHY)
                | ~Q(state=CLOSED.value) & Q(reason=""),
            ),
            models.CheckConstraint(
                name="opening_over_has_its_day",
                condition=Q(state=OPEN.value) ^ Q(ended_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_title} × {self.persons}"


class Solicitation(Owned):
    """The question of a need to one structure, once; it answers by a link, without an account.

    The token of the link is not kept: its print alone, and the seed from which the secret of the
    house makes it again for the mail. `because`: why it was chosen for this wave, in French.
    """

    opening = models.ForeignKey(Opening, models.PROTECT, related_name="solicitations")
    structure = models.ForeignKey("directory.Structure", models.PROTECT, related_name="+")
    wave = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    answer_by = models.DateField()
    """The last day on which an answer is waited for; it is taken later too."""
    because = models.CharField(max_length=200)
    seed = models.CharField(max_length=64)
    token_print = models.CharField(max_length=64)
    state = StateField(SOLICITATION_LIFE)
    answered_on = models.DateField(null=True)
    reason = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=500, blank=True)
    quiet_until = models.DateField(null=True)
    """It asked to be left in peace until that day, whatever the need."""

    PRIVATE_FIELDS = ("seed", "token_print", "note")

    class Meta:
        indexes = [models.Index(fields=["structure", "asked_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "opening", "structure"],
                name="structure_is_asked_once_about_a_need",
            ),
            models.UniqueConstraint(
                fields=["committee", "token_print"], name="solicitation_token_is_one"
            ),
            models.CheckConstraint(
                name="solicitation_state_is_known",
                condition=Q(state__in=[state.value for state in SolicitationState]),
            ),
            models.CheckConstraint(
                name="solicitation_has_a_wave_a_time_and_a_print",
                condition=Q(wave__gte=1, answer_by__gte=F("asked_on"))
                & ~Q(token_print="")
                & ~Q(because=""),
            ),
            models.CheckConstraint(
                name="solicitation_declined_says_why",
                condition=Q(
                    state=DECLINED.value, reason__in=[reason.value for reason in DeclineReason]
                )
                | ~Q(state=DECLINED.value) & Q(reason=""),
            ),
            models.CheckConstraint(
                name="solicitation_quiet_is_declined_for_it",
                condition=Q(quiet_until=None)
                | Q(reason=DeclineReason.QUIET.value, quiet_until__gt=F("answered_on")),
            ),
            models.CheckConstraint(
                name="solicitation_answered_has_its_day",
                condition=Q(state__in=[OFFERED.value, DECLINED.value])
                ^ Q(answered_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opening_id} → {self.structure_id}"
