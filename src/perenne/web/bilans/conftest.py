"""A contract of Meaux with hours of two persons, and its bilan of this year."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, localtime, now

from perenne.domain.assessments.actions import Of, fold, freeze_bilan
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import validate_sheets
from perenne.domain.hours.factories import declare, new_sheet, new_work
from perenne.kit.actors import HOUSE
from perenne.values import Period
from perenne.web.bilans.addresses import slug_of, slug_of_months
from perenne.web.tests.browser import plain, tree_of

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


@dataclass
class Story:
    committee: Any
    commitment: Any

    @property
    def of(self) -> Of:
        return Of(Scope(ScopeKind.CONTRACT, str(self.commitment.contract_id)), self.months)

    @property
    def months(self) -> Period:
        return YEAR

    @property
    def now(self) -> datetime:
        return localtime()

    @property
    def slugs(self) -> tuple[str, str]:
        return slug_of(self.of.scope), slug_of_months(self.months)

    def url(self, name: str, *more: object) -> str:
        return reverse(f"bilans:{name}", args=[*self.slugs, *more])

    def works(self, *minutes: int, month: date = OCTOBER) -> None:
        """Somebody new for each."""
        hirings = [new_hiring(commitment=self.commitment) for _ in minutes]
        sheet = new_sheet(hirings[0], month=month)
        for hiring, its in zip(hirings, minutes, strict=True):
            new_work(hiring, sheet=sheet, minutes=its, month=month)
        declare(sheet)
        validate_sheets(sheet_ids=[sheet.pk], by=self.committee.facilitator, now=now())
        fold(by=HOUSE)

    def freeze(self, base: int = 0) -> int:
        return freeze_bilan(of=self.of, base=base, quality="Responsable du pôle clauses",
                            by=self.committee.facilitator, on=localdate())  # fmt: skip


def rows_in(page: Any, section: str = "") -> dict[str, list[str]]:
    """The lines of the tables of a section, or of the page, by their heading."""
    where = f"//section[@aria-labelledby='{section}']" if section else "//main"
    lines = tree_of(page).xpath(f"{where}//tbody/tr")
    return {
        plain(line.findtext("th") or line.find("th").text_content()): [
            plain(cell.text_content()) for cell in line.findall("td")
        ]
        for line in lines
    }


def new_story(committee: Any) -> Story:
    commitment = new_commitment(
        committee.facilitator, buyer=committee.buyer, company=committee.company,
        object="Gros œuvre du groupe scolaire",
    )  # fmt: skip
    return Story(committee, commitment)


@pytest.fixture(scope="module")
def story(standing, standing_committee) -> Story:
    with standing():
        found = new_story(standing_committee)
        found.works(6_000, 3_000)
        return found
