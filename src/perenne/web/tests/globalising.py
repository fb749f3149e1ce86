"""A company with two contracts: the first owes 100 hours, of which people have done more."""

from dataclasses import replace
from datetime import date
from unittest.mock import patch

from django.utils.timezone import localdate, now

from perenne.domain.clauses import factories
from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import validate_sheets
from perenne.domain.hours.factories import declare, new_sheet, new_work
from perenne.domain.participants.factories import new_participant
from perenne.kit.actors import Actor
from perenne.rules.wording import Globalisation
from perenne.values import add_months

NAME = "Bâtisseurs de Brie"
SCHOOL, NURSERY = "Réhabilitation de l’école Pasteur", "Construction de la crèche"


class Surplus:
    """`month` is validated: 166 h 40 for the school, 66 h 40 of them wait. The nursery owes 400."""

    def __init__(
        self,
        facilitator: Actor,
        buyer: Actor,
        company: Actor,
        *,
        answer: Globalisation = Globalisation.ACCEPTED,
    ):
        """`answer`: what the clause of the nursery says."""
        self.facilitator, self.buyer, self.company = facilitator, buyer, company
        self.today = localdate()
        self.month = add_months(self.today.replace(day=1), -2)
        self.home = self.contract(SCHOOL, 100)
        with patch.object(factories, "TERMS", replace(factories.TERMS, globalisation=answer)):
            self.other = self.contract(NURSERY, 400)
        self.siret = whole_of(self.home).party.siret
        for one in (self.home, self.other):
            one.contract.parties.update(siret=self.siret, name=NAME)
        names = (("Amina", "Soler"), ("Bruno", "Petit"))
        begins = add_months(self.month, -2)
        self.hirings = [
            new_hiring(
                new_participant(first_name=first, last_name=last), self.home,
                starts_on=begins, counts_from=begins,
            )
            for first, last in names
        ]  # fmt: skip
        self.lines = self.works(5_000, 5_000)

    def next(self, months: int) -> date:
        return add_months(self.month, months)

    def contract(self, title: str, hours: int):
        starts = add_months(self.today.replace(day=1), -6)
        return new_commitment(
            self.facilitator, buyer=self.buyer, company=self.company, hours=hours, object=title,
            months=18, signed_on=starts, notified_on=starts, starts_on=starts,
        )  # fmt: skip

    def works(self, *minutes: int, month: date | None = None):
        """Declared and validated: what the school owes counts there at once."""
        month = month or self.month
        sheet = new_sheet(self.hirings[0], month=month)
        found = [
            new_work(hiring, minutes=its, sheet=sheet, month=month)
            for hiring, its in zip(self.hirings, minutes, strict=False)
        ]
        declare(sheet)
        validate_sheets(sheet_ids=[sheet.pk], by=self.facilitator, now=now())
        return found
