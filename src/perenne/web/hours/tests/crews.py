"""A company with a crew under two contracts, last month; and a subcontractor without a space."""

import pytest
from django.utils.timezone import localdate, now

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.states import PLANNED
from perenne.domain.hours.actions import open_ended_month
from perenne.domain.hours.factories import (
    give_share,
    kick_off,
    let_links_expire,
    new_sheet,
    new_work,
    said_on,
    sheet_of,
    token_for,
)
from perenne.domain.participants.factories import new_participant
from perenne.domain.procurement.factories import new_party
from perenne.kit.actors import HOUSE
from perenne.values import add_months

NAMES = ("Karim Diallo", "Ana Costa", "Lucie Morel")
MAIL = "chantier@chape.test"


class Crew:
    """Three of the school, one of the crèche, and one without green light at the crèche."""

    def __init__(self, committee):
        self.committee, self.today, self.now = committee, localdate(), now()
        self.month = add_months(self.today.replace(day=1), -1)
        self.began = add_months(self.month, -6)
        self.school = self.commitment("Groupe scolaire")
        self.nursery = self.commitment("Crèche", siret=self.siret)
        self.people = [self.hired(name, self.school) for name in NAMES]
        self.elsewhere = self.hired("Zoé Petit", self.nursery)
        self.dark = self.hired(
            "Noé Sombre", self.nursery, state=PLANNED, counts_from=None, verdict=None,
            regularised_because="",
        )  # fmt: skip

    @property
    def siret(self):
        return whole_of(self.school).party.siret

    def commitment(self, name, *, siret=None, company=None, **facts):
        people = {"facilitator": self.committee.facilitator, "buyer": self.committee.buyer}
        days = dict.fromkeys(("signed_on", "notified_on", "starts_on"), self.began)
        made = new_commitment(
            company=company or self.committee.company, object=name, **people, **days, **facts
        )
        kick_off(made, self.began)
        if siret:
            made.contract.parties.update(siret=siret)
        return made

    def hired(self, name, commitment, party=None, **facts):
        first, last = name.split()
        person = new_participant(first_name=first, last_name=last)
        given = {"starts_on": self.began, "counts_from": self.began, **facts}
        if party:
            given["party"] = party
        return new_hiring(person, commitment, facilitator=self.committee.facilitator, **given)

    def many(self, number):
        for n in range(number):
            self.hired(f"Prénom{n} Nom{n:03d}", self.school)

    def opened(self):
        return self.sheet().statement

    def sheet(self, commitment=None):
        open_ended_month(by=HOUSE, on=self.today)
        return sheet_of(commitment or self.school, self.month, self.siret)

    def worked_before(self, *minutes):
        """The month before the last one, of the people of the school."""
        for hiring, its in zip(self.people, minutes, strict=False):
            month = add_months(self.month, -1)
            sheet = sheet_of(self.school, month, self.siret) or new_sheet(hiring, month=month)
            new_work(hiring, sheet=sheet, month=month, minutes=its)

    def subcontractor(self):
        """80 hours of the school, accepted by a company that has no space; its only worker."""
        lead = whole_of(self.school).party
        party = new_party(self.school.contract, under=lead, name="Chape Brie", email=MAIL)
        give_share(self.school, party, minutes=4_800, on=self.began)
        return party, self.hired("Idris Benali", self.school, party)

    def mailed(self, party):
        """The token of the link that its mail carries, asked for on a working day."""
        self.opened()
        return self.asked(party.siret, MAIL)

    def asked(self, siret, email):
        """The token that a reminder of the month carries to this address; "" when it may not."""
        return token_for(siret, self.month, email)

    def said(self, commitment=None):
        """Who worked how many minutes, of what kind."""
        return said_on(self.sheet(commitment))


def box(hiring, kind="work"):
    return f"h-{hiring.pk}-{kind}"


def late(token):
    """As if the mail had left long ago."""
    let_links_expire()
    return token


@pytest.fixture(scope="module")
def crew(standing, standing_committee):
    with standing():
        return Crew(standing_committee)


__all__ = ["MAIL", "Crew", "box", "crew", "late"]
