"""Person × employer × commitment, and from which day the hours count."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.hirings.states import HIRING_LIFE, HiringState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned
from perenne.rules.eligibility import Structure
from perenne.rules.hirings.modality import ModalityCode
from perenne.rules.hirings.shapes import Shape

AFTER_THE_GREEN_LIGHT = [HiringState.CONFIRMED.value, HiringState.ENDED.value]


class Hiring(Owned):
    """`counts_from`: the first day whose hours count. `verified_on` goes with the verdict (I5).

    The composite key to the verdict (migration 0003) carries its person and its day; a trigger
    asks that the verdict says yes, still stands, and covers `counts_from`.
    """

    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    party = models.ForeignKey("procurement.Party", models.PROTECT, related_name="+")
    """The company that performs the contract, for which the person works."""
    candidate = models.ForeignKey("sourcing.Candidate", models.PROTECT, null=True, related_name="+")
    """Who was proposed for a need, where the hiring comes from one."""
    employer_name = models.CharField(max_length=200)
    employer_siret = models.CharField(max_length=14)
    """The company itself, or who provides the person (ETTI, GEIQ, AI…)."""
    modality = models.CharField(max_length=20)
    shape = models.CharField(max_length=30)
    structure = models.CharField(max_length=25, blank=True)
    """The kind of the one that employs; empty for an ordinary company."""
    job_title = models.CharField(max_length=200)
    rome = models.CharField(max_length=5, blank=True)
    tutor = models.CharField(max_length=200, blank=True)
    weekly_minutes = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    state = StateField(HIRING_LIFE)
    verdict = models.ForeignKey("participants.Verdict", models.PROTECT, null=True, related_name="+")
    verified_on = models.DateField(null=True)
    counts_from = models.DateField(null=True)
    regularised_because = models.CharField(max_length=500, blank=True)
    """Written by the facilitator when the verdict came after the hiring."""
    reason = models.CharField(max_length=500, blank=True)
    """Why it was cancelled, or ended before its day."""
    recorded_at = models.DateTimeField(db_default=Now())

    PRIVATE_FIELDS = ("tutor",)

    class Meta:
        indexes = [
            models.Index(fields=["participant", "starts_on"]),
            models.Index(fields=["commitment", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "candidate"],
                condition=~Q(state=HiringState.CANCELLED.value),
                name="candidate_is_hired_once",
            ),
            models.CheckConstraint(
                name="hiring_state_is_known",
                condition=Q(state__in=[state.value for state in HiringState]),
            ),
            models.CheckConstraint(
                name="hiring_is_of_a_known_modality_and_shape",
                condition=Q(modality__in=[one.value for one in ModalityCode])
                & Q(shape__in=[one.value for one in Shape]),
            ),
            models.CheckConstraint(
                name="hiring_structure_is_known",
                condition=Q(structure__in=["", *(one.value for one in Structure)]),
            ),
            models.CheckConstraint(
                name="hiring_ends_after_it_begins",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="hiring_has_an_employer_and_a_job",
                condition=~Q(employer_name="")
                & ~Q(job_title="")
                & Q(employer_siret__regex=r"^[0-9]{14}$")
                & (Q(rome="") | Q(rome__regex=r"^[A-Z][0-9]{4}$"))
                & Q(weekly_minutes__range=(60, 2_880)),
            ),
            models.CheckConstraint(
                name="hiring_confirmed_has_the_green_light",
                condition=~Q(state__in=AFTER_THE_GREEN_LIGHT)
                | Q(
                    verdict__isnull=False,
                    verified_on__isnull=False,
                    counts_from__gte=F("starts_on"),
                ),
            ),
            models.CheckConstraint(
                name="hours_count_from_the_green_light_on",
                condition=Q(counts_from__isnull=True)
                | Q(verified_on__lte=F("counts_from"))
                | Q(regularised_because__regex=r"\S.{3,}\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} @ {self.commitment_id}"
