"""A clause: its volume, its legal basis, its terms, its calendar, its penalties."""

from django.db import models
from django.db.models import DecimalField, F, Q
from django.db.models.functions import Cast, Now, Round

from perenne.domain.clauses.states import DROPPED, LIFE, WITHOUT_A_BASIS, ClauseState, VolumeKind
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned
from perenne.rules.calibration.amendments import Recalculation
from perenne.rules.deadlines import Rhythm
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo

EXACT = DecimalField(max_digits=40, decimal_places=10)

# Amount x labour share x effort rate / hourly cost, in minutes, rounded half up: the same
# arithmetic as rules.calibration, written once more where no program can go round it.
HOURS_OF_THE_HYPOTHESES = Round(
    Cast(F("amount_cents"), EXACT)
    * Cast(F("labour_share_bp"), EXACT)
    * Cast(F("effort_rate_bp"), EXACT)
    * 60
    / (Cast(F("hourly_cost_cents"), EXACT) * 100_000_000)
)


class Clause(Owned):
    """Opened on a planned purchase, on a lot, or on both. Frozen while its buyer reads it, and
    for good once published: a trigger refuses any change of its terms (migration 0007)."""

    purchase = models.OneToOneField(
        "programming.PlannedPurchase", models.PROTECT, null=True, related_name="+"
    )
    lot = models.OneToOneField("procurement.Lot", models.PROTECT, null=True, related_name="+")
    buyer = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    state = StateField(LIFE)
    opened_at = models.DateTimeField(db_default=Now())

    amount_cents = models.BigIntegerField()
    labour_share_bp = models.PositiveIntegerField()
    effort_rate_bp = models.PositiveIntegerField()
    hourly_cost_cents = models.PositiveIntegerField()
    months = models.PositiveIntegerField(null=True)
    computed_minutes = models.PositiveBigIntegerField()
    due_minutes = models.PositiveBigIntegerField()
    """What the contract will ask for; the facilitator rounds what the hypotheses give."""
    reason = models.CharField(max_length=1000, blank=True)
    """Why the volume or a hypothesis departs from what the rules proposed."""
    calibrated_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)
    """Counts every change of its volume or of its terms: what a form was filled in upon."""
    approved_on = models.DateField(null=True)
    drop_reason = models.CharField(max_length=500, blank=True)

    basis = models.CharField(max_length=40, blank=True)
    reserved_to = models.CharField(max_length=40, blank=True)
    criterion_weight_bp = models.PositiveIntegerField(null=True)
    ccag = models.CharField(max_length=20, blank=True)
    publics = models.CharField(max_length=20, default=Publics.OPEN_LIST)
    globalisation = models.CharField(max_length=20, default=Globalisation.CASE_BY_CASE)
    criterion = models.JSONField(default=list)
    """The grid announced: [{"code", "points", "label"}]; empty: the usual one."""
    globalisation_cap_bp = models.PositiveIntegerField(null=True)
    """The share of its hours that may come from other contracts, when consent is capped."""
    consent_on = models.DateField(null=True)
    consent_by = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    consent_function = models.CharField(max_length=120, blank=True)
    """Of whoever signs for the buyer: a function, never a name."""

    penalty_formula = models.CharField(max_length=20, default=Formula.PER_HOUR.value)
    penalty_cents = models.PositiveIntegerField(null=True)
    penalty_times_bp = models.PositiveIntegerField(null=True)
    penalty_part_bp = models.PositiveIntegerField(null=True)
    penalty_brackets = models.JSONField(default=list)
    """[[up to this share of the hours due, or null; so many times the rate]], basis points."""
    penalty_cap_bp = models.PositiveIntegerField(null=True)
    late_day_cents = models.PositiveIntegerField(null=True)
    absence_cents = models.PositiveIntegerField(null=True)

    statement_rhythm = models.CharField(max_length=10, default=Rhythm.MONTHLY.value)
    statement_day = models.PositiveSmallIntegerField(default=12)
    ccap_article = models.PositiveSmallIntegerField(default=10)
    """The number that the clause takes in the CCAP of the buyer."""
    first_contact_days = models.PositiveSmallIntegerField(default=14)
    kick_off_days = models.PositiveSmallIntegerField(default=30)
    review_months = models.PositiveSmallIntegerField(default=6)
    assessment_months = models.PositiveSmallIntegerField(default=6)
    final_assessment_months = models.PositiveSmallIntegerField(default=3)
    formal_notice_days = models.PositiveSmallIntegerField(default=15)
    entitlement_months = models.PositiveSmallIntegerField(default=24)
    """How long a person counts once hired under a clause."""

    volume_kind = models.CharField(max_length=20, default=VolumeKind.FIXED.value)
    step_cents = models.BigIntegerField(null=True)
    step_minutes = models.PositiveIntegerField(null=True)
    trigger_cents = models.BigIntegerField(default=0)
    by_whole_steps = models.BooleanField(default=False)
    """So many minutes by step invoiced above a trigger: rules.calibration.call_offs.Scheme."""
    recalculation = models.CharField(max_length=20, default=Recalculation.NEVER.value)
    covers_renewals = models.BooleanField(default=True)
    """Calibrated over the longest duration: a renewal owes its part when it comes."""

    class Meta:
        indexes = [models.Index(fields=["facilitator", "state"])]
        constraints = [
            models.CheckConstraint(
                name="clause_state_is_known",
                condition=Q(state__in=[state.value for state in ClauseState]),
            ),
            models.CheckConstraint(
                name="clause_hypotheses_are_possible",
                condition=Q(
                    amount_cents__gte=0,
                    labour_share_bp__lte=10_000,
                    effort_rate_bp__lte=10_000,
                    hourly_cost_cents__gt=0,
                ),
            ),
            models.CheckConstraint(
                name="clause_hours_follow_from_its_hypotheses",
                condition=Q(computed_minutes=HOURS_OF_THE_HYPOTHESES),
            ),
            models.CheckConstraint(
                name="clause_past_draft_has_hours_a_day_and_a_version",
                condition=Q(state__in=[ClauseState.DRAFT.value, DROPPED.value])
                | Q(due_minutes__gt=0, calibrated_on__isnull=False, version__gt=0),
            ),
            models.CheckConstraint(
                name="clause_worded_stands_on_a_basis",
                condition=Q(basis="", state__in=sorted(WITHOUT_A_BASIS))
                | Q(basis__in=[basis.value for basis in LegalBasis]),
            ),
            models.CheckConstraint(
                name="clause_terms_are_known",
                condition=Q(ccag__in=["", *Ccag])
                & Q(publics__in=Publics)
                & Q(globalisation__in=[one.value for one in Globalisation])
                & Q(reserved_to__in=["", *ReservedTo])
                & Q(statement_day__range=(1, 28), ccap_article__gte=1),
            ),
            models.CheckConstraint(
                name="clause_stands_on_a_purchase_or_a_lot",
                condition=Q(purchase__isnull=False) | Q(lot__isnull=False),
            ),
            models.CheckConstraint(
                name="clause_dropped_says_why", condition=Q(state=DROPPED.value) ^ Q(drop_reason="")
            ),
            models.CheckConstraint(
                name="clause_consent_is_capped_or_is_not",
                condition=Q(globalisation=Globalisation.CAPPED.value)
                ^ Q(globalisation_cap_bp__isnull=True),
            ),
            models.CheckConstraint(
                name="clause_penalty_is_known",
                condition=Q(penalty_formula__in=[one.value for one in Formula]),
            ),
            models.CheckConstraint(
                name="clause_calendar_is_possible",
                condition=Q(
                    statement_rhythm__in=[one.value for one in Rhythm],
                    review_months__gte=1,
                    assessment_months__gte=1,
                    final_assessment_months__gte=1,
                    entitlement_months__gte=1,
                ),
            ),
            models.CheckConstraint(
                name="clause_volume_is_fixed_or_follows_the_invoices",
                condition=Q(
                    volume_kind=VolumeKind.FIXED.value,
                    step_cents__isnull=True,
                    step_minutes__isnull=True,
                )
                | Q(
                    volume_kind=VolumeKind.PER_INVOICE.value,
                    step_cents__gt=0,
                    step_minutes__gt=0,
                ),
            ),
            models.CheckConstraint(
                name="clause_says_what_an_amendment_does",
                condition=Q(recalculation__in=[one.value for one in Recalculation])
                & Q(trigger_cents__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"Clause {self.pk}"
