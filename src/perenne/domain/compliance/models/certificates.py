"""Hours that a party did, said once for whoever asks; everybody may check it by its code."""

from django.db import models
from django.db.models import F, Q

from perenne.domain.compliance.states import CERTIFICATE_LIFE, ISSUED, CertificateState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned
from perenne.rules.certificates import CertificateKind


class Certificate(Owned):
    """What it says is written once: a trigger asks that its minutes are those of the ledger.

    `counted_minutes`: worked in the months of its period; `total_minutes`: since the contract
    began, up to its last day; `due_minutes`: owed in all on that day. `ledger_line` is the last
    line of the ledger of this commitment that day: the same lines give the same minutes for ever.
    """

    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    party = models.ForeignKey("procurement.Party", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    state = StateField(CERTIFICATE_LIFE)
    code = models.CharField(max_length=24)
    """Twenty characters at random: who has not read it does not find it."""
    since = models.DateField()
    until = models.DateField()
    due_minutes = models.PositiveBigIntegerField()
    counted_minutes = models.PositiveBigIntegerField()
    total_minutes = models.PositiveBigIntegerField()
    ledger_line = models.PositiveBigIntegerField()
    rule_version = models.PositiveSmallIntegerField()
    said = models.JSONField()
    """The names that it prints, as they were: party, buyer, contract, facilitator."""
    issued_on = models.DateField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    closed_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was revoked or replaced."""

    PRIVATE_FIELDS = ("code",)

    class Meta:
        indexes = [models.Index(fields=["committee", "-issued_on"], name="certificate_by_its_day")]
        constraints = [
            models.UniqueConstraint(fields=["committee", "code"], name="certificate_code_is_one"),
            models.UniqueConstraint(
                fields=["committee", "commitment", "kind", "since"],
                condition=Q(state=ISSUED.value),
                name="certificate_of_a_period_is_one",
            ),
            models.CheckConstraint(
                name="certificate_state_and_kind_are_known",
                condition=Q(state__in=[state.value for state in CertificateState])
                & Q(kind__in=[kind.value for kind in CertificateKind]),
            ),
            models.CheckConstraint(
                name="certificate_is_of_a_period_that_is_over",
                condition=Q(since__lte=F("until")) & Q(issued_on__gt=F("until")),
            ),
            models.CheckConstraint(
                name="certificate_says_some_hours",
                condition=Q(counted_minutes__gt=0) & Q(counted_minutes__lte=F("total_minutes")),
            ),
            models.CheckConstraint(
                name="certificate_closed_has_its_day_and_says_why",
                condition=Q(state=ISSUED.value, closed_on__isnull=True)
                | (Q(closed_on__isnull=False) & Q(reason__regex=r"\S.{3,}\S")),
            ),
            models.CheckConstraint(
                name="certificate_code_is_long",
                condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{20}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.kind} {self.since}"
