"""A contract of the committee, begun ten months ago, on which nothing was done: 50 € an hour."""

from datetime import timedelta

from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.compliance.actions import (
    Verdict,
    decide_shortfall,
    open_shortfall,
    propose_penalty,
    summon,
)
from perenne.domain.compliance.factories import heard
from perenne.domain.compliance.models import Letter, Shortfall
from perenne.domain.compliance.states import LetterKind, Outcome


class Late:
    """Each step takes the one before it for granted."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        self.commitment = self.another("Toiture du gymnase")

    def ago(self, days):
        return self.today - timedelta(days)

    def another(self, title):
        began = self.ago(300)
        return new_commitment(
            self.committee.facilitator, buyer=self.committee.buyer,
            company=self.committee.company, object=title, months=12, signed_on=began,
            notified_on=began, starts_on=began,
        )  # fmt: skip

    def alerted(self, commitment=None):
        pk = open_shortfall(
            commitment_id=(commitment or self.commitment).pk, by=self.committee.facilitator,
            on=self.ago(60),
        )  # fmt: skip
        return Shortfall.objects.get(pk=pk)

    def unread(self, commitment=None):
        """The letter that nobody said was received."""
        pk = summon(
            shortfall_id=self.alerted(commitment).pk, kind=LetterKind.HEARING,
            by=self.committee.buyer, on=self.ago(5),
        )  # fmt: skip
        return Letter.objects.get(pk=pk)

    def heard(self, commitment=None, *, days=40):
        """Both letters received so many days ago."""
        return heard(self.alerted(commitment), buyer=self.committee.buyer, on=self.ago(days))

    def proposed(self, commitment=None):
        row = self.heard(commitment)
        propose_penalty(shortfall_id=row.pk, by=self.committee.facilitator, on=self.today)
        return Shortfall.objects.get(pk=row.pk)

    def decided(self, commitment=None):
        """The whole amount is applied."""
        row = self.proposed(commitment)
        verdict = Verdict(Outcome.APPLIED, "Aucune embauche depuis l’alerte.")
        decide_shortfall(
            shortfall_id=row.pk, verdict=verdict, by=self.committee.buyer, on=self.today
        )
        return Shortfall.objects.get(pk=row.pk)
