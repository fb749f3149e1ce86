"""The secret address of somebody’s calendar."""

from django.db import models
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned


class AgendaLink(Owned):
    """One a person, for all their seats. The token is made again from the seed and a key of the
    house: the table alone opens no calendar."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+")
    seed = models.CharField(max_length=64)
    token_print = models.CharField(max_length=64)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "token_print"], name="agenda_link_opens_one_calendar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}"
