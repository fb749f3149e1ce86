"""The question whether a person counts, and the proofs that somebody saw."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.participants.models.participants import Participant
from perenne.domain.participants.states import FILE_LIFE, FileState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned
from perenne.rules.eligibility import EligibilityCategory, ProofKind


class EligibilityFile(Owned):
    """Asked for a hiring day; `situation` and `claimed` are never shown to a company."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    contract = models.ForeignKey(
        "procurement.Contract", models.PROTECT, null=True, related_name="+"
    )
    """For which the question is asked, when it is known."""
    hire_on = models.DateField()
    state = StateField(FILE_LIFE)
    situation = models.JSONField(default=dict)
    """The facts of rules.eligibility.Person but the birthday, as they were said."""
    claimed = ArrayField(models.CharField(max_length=20), default=list)
    lacking = models.JSONField(default=list)
    """What was asked for: sentences."""
    reason = models.CharField(max_length=1000, blank=True)
    """Why it was refused."""
    asked_at = models.DateTimeField(db_default=Now())
    PRIVATE_FIELDS = ("situation", "claimed", "lacking", "reason")

    class Meta:
        indexes = [models.Index(fields=["facilitator", "state"])]
        constraints = [
            models.CheckConstraint(
                name="eligibility_file_state_is_known",
                condition=Q(state__in=[state.value for state in FileState]),
            ),
            models.CheckConstraint(
                name="eligibility_file_claims_known_grounds",
                condition=Q(claimed__contained_by=[one.value for one in EligibilityCategory]),
            ),
            models.CheckConstraint(
                name="eligibility_refused_says_why",
                condition=~Q(state=FileState.REFUSED.value) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class ProofSeen(Owned):
    """What was seen, by whom: a copy is kept only where the committee’s practice asks for one."""

    file = models.ForeignKey(EligibilityFile, models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=40)
    ground = models.CharField(max_length=20)
    dated_on = models.DateField()
    valid_until = models.DateField(null=True)
    seen_on = models.DateField()
    seen_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    copy = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    PRIVATE_FIELDS = ("kind", "ground")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="proof_is_of_a_known_kind_and_ground",
                condition=Q(kind__in=[one.value for one in ProofKind])
                & Q(ground__in=[one.value for one in EligibilityCategory]),
            ),
            models.CheckConstraint(
                name="proof_is_seen_once_written", condition=Q(seen_on__gte=F("dated_on"))
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Knower(models.TextChoices):
    """Who knows the situation, when who asks does not."""

    PERSON = "person", "La personne elle-même"
    PRESCRIBER = "prescriber", "L’organisme qui l’accompagne"


class FileLink(Owned):
    """The question of the situation, sent to who knows it; answered once, without an account.

    Its token is made when the mail leaves: the print alone is kept. What is answered is read by
    the facilitator, and by nobody who holds a link.
    """

    file = models.ForeignKey(EligibilityFile, models.CASCADE, related_name="+")
    knower = models.CharField(max_length=10, choices=Knower)
    email = models.EmailField(blank=True)
    token_print = models.CharField(max_length=64, blank=True)
    asked_on = models.DateField()
    expires_at = models.DateTimeField()
    said = models.JSONField(default=dict)
    answered_at = models.DateTimeField(null=True)

    PRIVATE_FIELDS = ("email", "token_print", "said")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "token_print"],
                condition=~Q(token_print=""),
                name="file_link_is_one",
            ),
            models.CheckConstraint(
                name="file_link_goes_to_who_knows", condition=Q(knower__in=Knower.values)
            ),
            models.CheckConstraint(
                name="file_link_says_nothing_until_answered",
                condition=Q(answered_at__isnull=False) | Q(said={}),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.knower}"
