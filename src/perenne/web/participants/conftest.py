"""A company of the committee asks about a person, for its contract; the facilitator answers."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.participants.actions import Asked, open_file
from perenne.domain.procurement.factories import new_contract, new_party
from perenne.values import add_months
from perenne.web.tests.scenes import Committee

ASKED = Asked("Élodie", "Dupont-Martin", date(1990, 5, 12), date(2026, 1, 1))


@dataclass(frozen=True, slots=True)
class Asking:
    committee: Committee
    contract_id: int
    today: date

    @property
    def hire_on(self) -> date:
        return self.today + timedelta(7)

    def ask(self, by=None, **said) -> int:
        given = {"contract_id": self.contract_id, "hire_on": self.hire_on, **said}
        by = by or self.committee.company
        return open_file(asked=replace(ASKED, **given), by=by, today=self.today)

    def sheet(self, act: str, **said: object) -> dict[str, object]:
        """A long-term job seeker, and the proof of it."""
        return {
            "seeking": "yes",
            "registered_on": f"{add_months(self.hire_on, -14):%d/%m/%Y}",
            "months_worked": "2",
            "kind": "FRANCE_TRAVAIL",
            "dated_on": f"{self.today:%d/%m/%Y}",
            "notice": "paper",
            "course": "CDD",
            "act": act,
            **said,
        }


@pytest.fixture
def asking(committee):
    contract = new_contract(facilitator=committee.facilitator, buyer=committee.buyer)
    new_party(contract, company=committee.company)
    return Asking(committee, contract.pk, localdate())
