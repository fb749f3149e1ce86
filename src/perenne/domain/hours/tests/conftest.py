from datetime import UTC, date, datetime

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import Line, declare_sheet, open_statement, validate_sheets
from perenne.domain.hours.models import Allocation, Sheet, Work
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role

MONTH, ON = date(2026, 10, 1), date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
WHY = "Erreur de saisie de l’entreprise."


class Scene:
    """A company with a commitment of so many hours, and people whose hours count."""

    def __init__(self, *, hours=1_000, people=2):
        self.facilitator = new_actor(Role.FACILITATOR)
        self.company = new_actor(Role.COMPANY)
        self.commitment = self.new_commitment(hours)
        self.siret = whole_of(self.commitment).party.siret
        self.hirings = [new_hiring(commitment=self.commitment) for _ in range(people)]

    def new_commitment(self, hours):
        return new_commitment(self.facilitator, company=self.company, hours=hours)

    def hired_again(self, commitment, hiring):
        """The same person for another commitment, on the one verdict they have."""
        verdict = hiring.verdict
        return new_hiring(
            hiring.participant, commitment, verdict=verdict, verified_on=verdict.verified_on
        )

    def opened(self, month=MONTH, commitment=None):
        statement = open_statement(siret=self.siret, month=month, by=self.company, on=ON)
        return Sheet.objects.get(statement_id=statement, commitment=commitment or self.commitment)

    def declared(self, *minutes, month=MONTH):
        sheet = self.opened(month)
        lines = [Line(one.pk, its) for one, its in zip(self.hirings, minutes, strict=False)]
        declare_sheet(sheet_id=sheet.pk, lines=lines, by=self.company, now=NOW)
        return sheet

    def validated(self, *minutes, month=MONTH):
        sheet = self.declared(*minutes, month=month)
        validate_sheets(sheet_ids=[sheet.pk], by=self.facilitator, now=NOW)
        return list(Work.objects.filter(sheet=sheet, corrects=None).order_by("pk"))


def counted_on(commitment):
    """From the lines themselves: not from what triggers keep."""
    return sum(Allocation.objects.filter(commitment=commitment).values_list("minutes", flat=True))


@pytest.fixture
def scene(db):
    return Scene()
