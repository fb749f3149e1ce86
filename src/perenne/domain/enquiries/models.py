"""An enquiry, the files that came with it, and what was answered."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.enquiries.states import (
    CLOSED,
    DRAFT,
    ENQUIRY_LIFE,
    HELD,
    EnquiryKind,
    EnquiryState,
)
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned

MOST_FILES = 5


class Enquiry(Owned):
    """What somebody writes to the committee: theirs by their account, or by the key of a session.

    While it is a draft, `typed` holds what was typed, right or wrong; then the columns say it.
    """

    kind = models.CharField(max_length=20)
    state = StateField(ENQUIRY_LIFE)
    person = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    visitor_key = models.CharField(max_length=64, blank=True)
    typed = models.JSONField(default=dict, blank=True)
    full_name = models.CharField(max_length=150, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    message = models.TextField(blank=True)
    object = models.CharField(max_length=300, blank=True)
    """What it is about: of a review, the object of the contract; of a problem, its nature."""
    buyer = models.CharField(max_length=200, blank=True)
    amount_cents = models.BigIntegerField(null=True, blank=True)
    launch_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    page = models.CharField(max_length=500, blank=True)
    """The address of the page on which something went wrong."""
    commune = models.ForeignKey(
        "territories.Commune", models.PROTECT, null=True, blank=True, related_name="+"
    )
    recipient = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    routing_reason = models.CharField(max_length=500, blank=True)
    suspicion = models.CharField(max_length=500, blank=True)
    """Why it was held, in French; it stays when the message is released."""
    fingerprint = models.CharField(max_length=64, blank=True)
    consent_version = models.PositiveSmallIntegerField(default=0)
    """Of the text agreed to; 0 where the basis is not consent."""
    started_on = models.DateField()
    received_at = models.DateTimeField(null=True, blank=True)
    last_on = models.DateField()
    """The day of the last exchange: what keeping is counted from."""

    PRIVATE_FIELDS = frozenset(
        {"visitor_key", "typed", "full_name", "email", "phone", "organisation", "message",
         "object", "buyer", "page", "suspicion", "fingerprint"}
    )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["fingerprint", "received_at"], name="enquiry_said_again"),
            models.Index(fields=["state", "recipient"], name="enquiry_of_a_desk"),
        ]
        constraints = [
            models.CheckConstraint(
                name="enquiry_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in EnquiryKind]),
            ),
            models.CheckConstraint(
                name="enquiry_state_is_known",
                condition=Q(state__in=[state.value for state in EnquiryState]),
            ),
            models.CheckConstraint(
                name="enquiry_received_is_no_draft",
                condition=Q(state=DRAFT.value) ^ Q(received_at__isnull=False),
            ),
            models.CheckConstraint(
                name="enquiry_received_says_something",
                condition=Q(state=DRAFT.value) | ~Q(message=""),
            ),
            models.CheckConstraint(
                name="enquiry_held_says_why", condition=~Q(state=HELD.value) | ~Q(suspicion="")
            ),
            models.CheckConstraint(
                name="enquiry_agreed_to_be_answered",
                condition=Q(state=DRAFT.value)
                | Q(kind=EnquiryKind.PROBLEM.value)
                | Q(consent_version__gt=0),
            ),
            models.CheckConstraint(
                name="enquiry_draft_has_no_recipient",
                condition=~Q(state=DRAFT.value) | Q(recipient__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["committee", "kind", "visitor_key"],
                condition=Q(state=DRAFT.value, person__isnull=True),
                name="one_draft_of_a_kind_in_a_session",
            ),
            models.UniqueConstraint(
                fields=["committee", "kind", "person"],
                condition=Q(state=DRAFT.value),
                name="one_draft_of_a_kind_for_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_closed(self) -> bool:
        return self.state == CLOSED


class EnquiryFile(Owned):
    """A file that came with an enquiry; the database counts to five."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="files")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "enquiry", "position"], name="enquiry_file_has_its_place"
            ),
            models.CheckConstraint(
                name="enquiry_has_five_files_at_most",
                condition=Q(position__gte=1, position__lte=MOST_FILES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enquiry_id}: {self.position}"


class Reply(Owned):
    """A line of the thread: an answer sent by mail, or a word to the body that takes over."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="replies")
    author = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    author_body = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    body = models.TextField()
    to_sender = models.BooleanField(default=True)
    """False: between bodies, and never shown to who wrote."""
    written_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="reply_says_something", condition=~Q(body="")),
        ]

    def __str__(self) -> str:
        return f"{self.enquiry_id}: {self.pk}"
