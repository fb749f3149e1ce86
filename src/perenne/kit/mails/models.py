"""The mails that left or should have: about what, to whom, which day. Never what they said."""

from django.db import models
from django.db.models import Q

from perenne.kit.mails.states import PLANNED, SENT, UNFINISHED, MailState
from perenne.kit.tenancy.models import Owned


class Mail(Owned):
    """One kind of mail about one thing leaves once a day for an address, whatever the retries."""

    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=160)
    """The key of the thing: « commitment/12 »."""
    address = models.EmailField(max_length=254, blank=True)
    """Empty for somebody who was erased: nothing keeps where their last mail went."""
    subject = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    """In Paris."""
    planned_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, default=PLANNED.value)
    reason = models.CharField(max_length=200, blank=True)
    """Why it did not leave: the name of the fault, never what the server said."""

    class Meta:
        indexes = [
            models.Index(fields=["address", "-day"]),
            models.Index(
                fields=["day"], name="mail_not_gone_yet", condition=Q(state__in=UNFINISHED)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "kind", "about", "address", "day"],
                name="mail_leaves_once_a_day",
            ),
            models.CheckConstraint(
                name="mail_state_is_known",
                condition=Q(state__in=[state.value for state in MailState]),
            ),
            models.CheckConstraint(
                name="mail_says_what_it_is_about", condition=~Q(kind="") & ~Q(about="")
            ),
            models.CheckConstraint(
                name="mail_gone_has_its_moment",
                condition=Q(state=SENT.value) ^ Q(sent_at__isnull=True),
            ),
            models.CheckConstraint(
                name="mail_not_gone_says_why",
                condition=Q(state__in=[PLANNED.value, SENT.value]) ^ ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about} {self.day}"
