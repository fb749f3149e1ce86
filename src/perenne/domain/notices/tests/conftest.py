"""A contract under way: its company with a space, its subcontractor without, a month to declare."""

from datetime import datetime, time, timedelta

import pytest
from django.utils.timezone import localtime, make_aware, now

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import open_ended_month
from perenne.domain.hours.factories import give_share, kick_off
from perenne.domain.notices.actions import remind
from perenne.domain.organisations.factories import new_actor
from perenne.domain.people.models import Person
from perenne.domain.procurement.factories import new_party
from perenne.kit.actors import HOUSE, Role
from perenne.rules.notices import opens_at
from perenne.rules.working_days import working_day_at_or_after
from perenne.values import add_months

SITE = "chantier@chape.test"
SCHOOL = "Groupe scolaire de Meaux"


class Scene:
    """`now`: eight o’clock of a working day, from today on: pages ask what time it really is."""

    def __init__(self):
        self.now = opens_at(localtime(now())).replace(hour=8, minute=5)
        self.day = self.now.date()
        self.month = add_months(self.day.replace(day=1), -1)
        self.began = add_months(self.month, -6)
        self.coordination = new_actor(Role.COORDINATION, email="coordination@exemple.test")
        self.facilitator = new_actor(Role.FACILITATOR, email="facilitateur@exemple.test")
        self.buyer = new_actor(Role.BUYER)
        self.company = new_actor(Role.COMPANY, name="Bâti Brie")
        self.school = self.commitment(SCHOOL)
        self.lead = whole_of(self.school).party
        self.hired(self.lead)
        self.sub = new_party(self.school.contract, under=self.lead, name="Chape Brie", email=SITE)
        give_share(self.school, self.sub, minutes=4_800, on=self.began)
        self.worker = self.hired(self.sub)
        open_ended_month(by=HOUSE, on=self.day)

    def commitment(self, name, *, is_met=True, **facts):
        days = dict.fromkeys(("signed_on", "notified_on", "starts_on"), self.began)
        made = new_commitment(
            self.facilitator, company=self.company, buyer=self.buyer, object=name, **days, **facts
        )
        if is_met:
            kick_off(made, self.began)
        return made

    def hired(self, party, **facts):
        began = {"starts_on": self.began, "counts_from": self.began}
        return new_hiring(
            commitment=self.school, facilitator=self.facilitator, party=party, **began, **facts
        )

    def address(self, actor):
        return Person.objects.get(pk=actor.person_id).email

    def at(self, days=0, hour=8):
        """So many days later, days off included."""
        day = self.day + timedelta(days)
        return make_aware(datetime.combine(day, time(hour, 5)))

    def round(self, days=0, hour=8):
        """How many digests left, so many days later or the next day that is worked."""
        day = working_day_at_or_after(self.day + timedelta(days))
        return remind(by=HOUSE, now=self.at((day - self.day).days, hour))

    def rounds(self, *days):
        return [self.round(number) for number in days]


@pytest.fixture
def scene(db):
    return Scene()
