"""A company of the committee that declares, on a contract that its facilitator follows."""

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import Line, declare_sheet
from perenne.domain.hours.factories import new_sheet
from perenne.domain.hours.states import OPEN
from perenne.domain.hours.tests.conftest import MONTH, NOW, Scene
from perenne.domain.participants.factories import new_participant


class Months(Scene):
    def __init__(self, committee, *, hours=1_000, people=2):
        self.committee = committee
        self.facilitator, self.company = committee.facilitator, committee.company
        self.commitment = self.new_commitment(hours)
        self.siret = whole_of(self.commitment).party.siret
        self.hirings = [self.hired(n) for n in range(people)]

    def new_commitment(self, hours, name="Groupe scolaire"):
        company, buyer = self.company, self.committee.buyer
        return new_commitment(
            self.facilitator, company=company, buyer=buyer, hours=hours, object=name
        )

    def hired(self, number, commitment=None):
        person = new_participant(first_name="Amina", last_name=f"Soler {'abcdefghijkl'[number]}")
        return new_hiring(person, commitment or self.commitment, facilitator=self.facilitator)

    def declared_by_others(self, number, minutes=600):
        """As many companies, each with a month to validate."""
        sheets = []
        for n in range(number):
            there = new_commitment(
                self.facilitator, company=self.company, object=f"Chantier {n:02d}"
            )
            hiring = new_hiring(commitment=there, facilitator=self.facilitator)
            sheet = new_sheet(hiring, state=OPEN)
            sheet.statement.organisation_id = self.company.organisation_id
            sheet.statement.save()
            lines = [Line(hiring.pk, minutes)]
            declare_sheet(sheet_id=sheet.pk, lines=lines, by=self.company, now=NOW)
            sheet.refresh_from_db()
            sheets.append(sheet)
        return sheets


@pytest.fixture
def months(committee):
    return Months(committee)


__all__ = ["MONTH", "Months", "months"]
