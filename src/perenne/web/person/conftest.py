"""A person hired by the company of the committee, with a month declared and one validated."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localdate, now

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_validated_work, new_work
from perenne.domain.hours.states import DECLARED
from perenne.domain.participants.factories import new_file, new_link, new_participant
from perenne.kit.actors import Actor
from perenne.values import add_months
from perenne.web.tests.scenes import Committee

CRITERION = "Demandeur d’emploi de longue durée"


@dataclass(frozen=True, slots=True)
class Scene:
    """She was presented by the prescriber; another company employs her too."""

    committee: Committee
    person: Any
    hiring: Any
    elsewhere: Any
    declared: Any
    validated: Any

    @property
    def everybody(self) -> tuple[Actor, ...]:
        return (self.committee.facilitator, self.committee.prescriber, self.committee.coordination)

    def work(self, ago: int) -> None:
        """Another month, validated."""
        sheet = new_sheet(self.hiring, month=month(ago))
        new_validated_work(self.hiring, minutes=600, sheet=sheet, month=month(ago))

    def link(self, **facts: object) -> str:
        return new_link(self.person, now=now(), **facts)


def month(ago: int) -> date:
    return add_months(localdate().replace(day=1), -ago)


@pytest.fixture
def scene(committee) -> Scene:
    person = new_participant(
        first_name="Maïa", last_name="Le Goff", email="maia@exemple.test", code="P-MAIA2222"
    )
    commitment = new_commitment(committee.facilitator, company=committee.company)
    hiring = new_hiring(
        person, commitment, facilitator=committee.facilitator, employer_name="Gros Œuvre 77",
        starts_on=month(7), counts_from=month(7), ends_on=month(-2),
    )  # fmt: skip
    new_file(
        person, facilitator=committee.facilitator,
        asked_by_id=committee.prescriber.organisation_id,
    )  # fmt: skip
    elsewhere = new_hiring(
        person, new_commitment(committee.other_facilitator), verdict=hiring.verdict,
        verified_on=hiring.verified_on, employer_name="Espaces verts 91", job_title="Jardinière",
        starts_on=month(3), counts_from=month(3), ends_on=month(2),
    )  # fmt: skip
    validated = new_sheet(hiring, month=month(2))
    new_validated_work(hiring, minutes=9_090, sheet=validated, month=month(2))
    new_validated_work(
        elsewhere, minutes=600, sheet=new_sheet(elsewhere, month=month(3)), month=month(3)
    )
    declared = new_sheet(hiring, month=month(1), state=DECLARED)
    new_work(hiring, minutes=6_000, sheet=declared, month=month(1))
    return Scene(committee, person, hiring, elsewhere, declared, validated)
