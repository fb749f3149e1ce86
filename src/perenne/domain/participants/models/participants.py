"""One person, once: never their social security number."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned


class Sex(models.TextChoices):
    WOMAN = "woman", "Femme"
    MAN = "man", "Homme"
    UNSAID = "", "Non renseigné"


class Participant(Owned):
    """`code` is the pseudonym that companies’ statements and buyers’ figures may show."""

    code = models.CharField(max_length=12)
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    folded_name = models.CharField(max_length=201)
    """Last and first names without accents, case or hyphens: what duplicates are sought by."""
    born_on = models.DateField(null=True)
    """None once the person is erased; their hours stay."""
    sex = models.CharField(max_length=10, blank=True, choices=Sex)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    commune = models.ForeignKey("territories.Commune", models.PROTECT, null=True, related_name="+")
    prescriber = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    erased_on = models.DateField(null=True)
    opened_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            GinIndex(OpClass(F("folded_name"), "gin_trgm_ops"), name="participant_by_likeness"),
            models.Index(fields=["born_on"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "code"], name="participant_code_is_one_in_its_committee"
            ),
            models.CheckConstraint(
                name="participant_has_names_and_a_birthday_until_erased",
                condition=Q(erased_on__isnull=False)
                | (Q(born_on__isnull=False) & ~Q(first_name="") & ~Q(last_name="")),
            ),
            models.CheckConstraint(
                name="participant_sex_is_known", condition=Q(sex__in=["woman", "man", ""])
            ),
            models.CheckConstraint(
                name="participant_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PersonalLink(Owned):
    """The person’s own page, by a link that they or the facilitator may take back.

    The token is never kept: only its print, as for invitations.
    """

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    token_print = models.CharField(max_length=64)
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opens_file = models.BooleanField(default=False)
    """Whether the page also says her situation and proofs: only when it was handed to her by who
    reads them already. An address in a file may be that of whoever asked."""

    PRIVATE_FIELDS = ("token_print",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_print"], name="personal_link_is_unique"),
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(revoked_at__isnull=True),
                name="person_has_one_live_link",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}"


class NoticeMeans(models.TextChoices):
    PAPER = "paper", "Remise sur papier"
    SPOKEN = "spoken", "Expliquée à voix haute"
    MAIL = "mail", "Envoyée par courriel ou SMS"
    ONLINE = "online", "Lue en ligne par la personne"


class NoticeGiven(Owned):
    """The person was told what is done with her data (GDPR, articles 13 and 14): which version."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    version = models.PositiveSmallIntegerField()
    means = models.CharField(max_length=10, choices=NoticeMeans)
    given_on = models.DateField()
    given_by = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    """None: she read it herself, behind a link."""

    class Meta:
        indexes = [models.Index(fields=["participant", "given_on"])]
        constraints = [
            models.CheckConstraint(
                name="notice_is_given_by_a_known_means",
                condition=Q(means__in=NoticeMeans.values) & Q(version__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.version}"
