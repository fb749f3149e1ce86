"""What became of a person: the exit, then the situation three, six and twelve months later."""

from django.db import models
from django.db.models import Q

from perenne.domain.participants.models.participants import Participant
from perenne.kit.tenancy.models import Owned


class Situation(models.TextChoices):
    PERMANENT = "permanent", "CDI"
    LONG_FIXED_TERM = "long_fixed_term", "CDD de six mois ou plus"
    SHORT_FIXED_TERM = "short_fixed_term", "CDD de moins de six mois, intérim"
    SUBSIDISED = "subsidised", "Contrat aidé ou en insertion"
    WORK_STUDY = "work_study", "Alternance"
    TRAINING = "training", "Formation"
    OWN_BUSINESS = "own_business", "Création d’activité"
    JOB_SEEKING = "job_seeking", "Recherche d’emploi"
    OTHER = "other", "Autre (retraite, santé, déménagement…)"
    UNKNOWN = "unknown", "Inconnue"


class Exit(Owned):
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    left_on = models.DateField()
    situation = models.CharField(max_length=20, choices=Situation)
    PRIVATE_FIELDS = ("situation",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "left_on"], name="exit_is_noted_once"),
            models.CheckConstraint(
                name="exit_situation_is_known", condition=Q(situation__in=Situation.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.left_on}"


class FollowUp(Owned):
    exit = models.ForeignKey(Exit, models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    situation = models.CharField(max_length=20, choices=Situation)
    PRIVATE_FIELDS = ("situation",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exit", "months"], name="follow_up_is_made_once"),
            models.CheckConstraint(
                name="follow_up_comes_at_three_six_or_twelve_months",
                condition=Q(months__in=[3, 6, 12]) & Q(situation__in=Situation.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exit_id}: {self.months} mois"
