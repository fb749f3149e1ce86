"""What buyers publish of their contracts (DECP): the files read, each contract in them."""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.procurement.models.contracts import Contract
from perenne.kit.tenancy.models import Owned


class Fate(StrEnum):
    """What becomes of a published contract; every one of a file has exactly one."""

    NEW = "new"
    UPDATED = "updated"
    KNOWN = "known"
    CONCESSION = "concession"
    ELSEWHERE = "elsewhere"
    OUTSIDE = "outside"
    TWICE = "twice"
    BAD = "bad"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def done(self) -> str:
        """The same, once its file is applied."""
        return {Fate.NEW: "Créé", Fate.UPDATED: "Complété"}.get(self, self.label)


LABELS = {
    Fate.NEW: "À créer",
    Fate.UPDATED: "À compléter",
    Fate.KNOWN: "Déjà à jour",
    Fate.CONCESSION: "Concession, gardée pour le croisement",
    Fate.ELSEWHERE: "Du territoire, acheteur sans espace ici",
    Fate.OUTSIDE: "Hors de votre périmètre",
    Fate.TWICE: "En double dans le fichier",
    Fate.BAD: "Inexploitable",
}
APPLIED = (Fate.NEW, Fate.UPDATED)
CURRENT = (Fate.NEW, Fate.UPDATED, Fate.KNOWN, Fate.CONCESSION, Fate.ELSEWHERE)
"""Those that become the last word on a contract when their file is applied."""


class DecpFile(Owned):
    """A file of published contracts. Nothing changes outside of it until it is applied."""

    name = models.CharField(max_length=255)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    """Who sent it; nobody when it was read by a command."""
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    """As it was received; a file read by a command is not kept."""
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    contracts = models.PositiveIntegerField()
    notes = models.JSONField(default=list)
    read_on = models.DateField()
    read_at = models.DateTimeField(db_default=Now())
    applied_on = models.DateField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="decp_file_is_applied_once_read",
                condition=Q(applied_on__isnull=True) | Q(applied_on__gte=F("read_on")),
            ),
            models.CheckConstraint(
                name="decp_file_sha256_is_whole", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DecpRecord(Owned):
    """One contract of a file. `raw` is kept but for contracts outside, which are counted only.

    `is_current`: the last word published on this contract, among the files that were applied.
    Amounts before tax; `last_…`: after the last modification published.
    """

    file = models.ForeignKey(DecpFile, models.CASCADE, related_name="records")
    position = models.PositiveIntegerField()
    """In the file, from 1."""
    kind = models.CharField(max_length=20)
    fate = models.CharField(max_length=12)
    reason = models.CharField(max_length=500, blank=True)
    """Why it is bad, twice or outside."""
    buyer = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, related_name="+")
    buyer_siret = models.CharField(max_length=14, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    year = models.PositiveSmallIntegerField(default=0)
    notified_on = models.DateField(null=True)
    published_on = models.DateField(null=True)
    object = models.TextField(blank=True)
    amount_cents = models.BigIntegerField(null=True)
    last_amount_cents = models.BigIntegerField(null=True)
    months = models.PositiveIntegerField(null=True)
    last_months = models.PositiveIntegerField(null=True)
    social = models.JSONField(default=list)
    is_social = models.BooleanField(default=False)
    holders = models.JSONField(default=list)
    """SIRETs, or other numbers, in the order of the file."""
    place = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    anomalies = models.JSONField(default=list)
    """[field, value, sentence], each."""
    raw = models.JSONField(null=True)
    is_current = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        indexes = [
            models.Index(fields=["file", "fate", "position"], name="decp_record_of_a_fate"),
            models.Index(
                fields=["buyer_siret", "reference"],
                name="decp_record_current",
                condition=Q(is_current=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "position"], name="decp_record_has_its_place_in_its_file"
            ),
            models.UniqueConstraint(
                fields=["committee", "buyer_siret", "reference", "year"],
                condition=Q(is_current=True),
                name="one_decp_record_is_current",
            ),
            models.CheckConstraint(
                name="decp_record_fate_is_known",
                condition=Q(fate__in=[fate.value for fate in Fate]),
            ),
            models.CheckConstraint(
                name="decp_record_set_aside_says_why",
                condition=~Q(fate__in=[Fate.BAD.value, Fate.TWICE.value]) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="decp_record_current_says_which_contract",
                condition=Q(is_current=False) | (~Q(buyer_siret="") & ~Q(reference="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.buyer_siret} {self.reference}"


class DecpComplement(Owned):
    """What the format asks of a contract and our tables do not know.

    `answers`: field of the format → value in its shape. Filled by an import, or by the buyer.
    """

    contract = models.OneToOneField(Contract, models.CASCADE, related_name="+")
    answers = models.JSONField(default=dict)
    is_imported = models.BooleanField(default=False)
    """The contract itself was made from what is published."""

    def __str__(self) -> str:
        return str(self.contract_id)
