"""What a company types before it declares, and its links to declare without an account."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.hours.models.statements import Sheet, Statement
from perenne.kit.tenancy.models import Owned
from perenne.rules.hours.facts import HourKind

LONGEST_TYPED = 20
"""Signs of a duration as it was typed: « 151,67 », « 7 h 30 »."""


class DraftLine(Owned):
    """A line as it was typed, right or wrong: nothing of it is believed until it is declared.

    `days`: what was typed for each day, by its ISO date. `explained`: what was answered, by the
    code of the doubt.
    """

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="drafts")
    hiring = models.ForeignKey("hirings.Hiring", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30, default=HourKind.WORK.value)
    typed = models.CharField(max_length=LONGEST_TYPED, blank=True)
    days = models.JSONField(default=dict)
    explained = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "hiring", "kind"], name="draft_has_one_line_a_kind"
            ),
            models.CheckConstraint(
                name="draft_is_of_a_known_kind",
                condition=Q(kind__in=[kind.value for kind in HourKind]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hiring_id} {self.kind} {self.typed}"


class StatementLink(Owned):
    """The link that a mail carried to one address, for one statement and nothing else.

    `organisation`: the space of which that address was a person then; without it, the address is
    the contact of a party that had no space. The token is not kept: its print alone, and the seed
    from which the secret of the house makes it again for the mail.
    """

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="links")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    email = models.EmailField()
    seed = models.CharField(max_length=64)
    token_print = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    asked_on = models.DateField()
    """The day of the last mail."""
    revoked_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(db_default=Now())

    PRIVATE_FIELDS = ("email", "seed", "token_print")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "email"], name="statement_has_one_link_an_address"
            ),
            models.UniqueConstraint(
                fields=["committee", "token_print"], name="statement_token_is_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.made_at:%Y-%m-%d}"
