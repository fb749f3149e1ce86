"""A need in Meaux, the structures and prescribers around it, and who may settle it."""

from datetime import UTC, datetime

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.directory.factories import new_structure
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Party
from perenne.domain.sourcing.actions import NeedFacts, open_opening
from perenne.domain.sourcing.factories import MEAUX, ON
from perenne.domain.sourcing.models import Opening
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.kit.actors import Role
from perenne.rules.working_days import working_days_after
from perenne.values import Hours

COMMUNE = OfficialCommune(MEAUX, "Meaux", "77", ("77100",), "200072130", "CA du Pays de Meaux")
NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)  # a Thursday


class Scene:
    def __init__(self):
        load_communes([COMMUNE])
        self.facilitator = new_actor(Role.FACILITATOR)
        self.company = new_actor(Role.COMPANY)
        self.commitment = new_commitment(self.facilitator, company=self.company)
        self.party = whole_of(self.commitment).party
        Party.objects.filter(pk=self.party.pk).update(email="clause@entreprise.fr")
        Organisation.objects.filter(pk=self.facilitator.organisation_id).update(
            email="facilitateur@territoire.fr"
        )
        self.space = new_actor(Role.INCLUSION_STRUCTURE)
        self.prescriber = new_actor(Role.PRESCRIBER)

    def structures(self, number, **facts):
        usual = {"commune_id": MEAUX, "trades": {"painting": 0}}
        return [
            new_structure(**{**usual, "email": f"s{one}@structures.fr", **facts})
            for one in range(number)
        ]

    def mission(self, **facts):
        usual = {
            "name": "Mission locale de Meaux", "kind": "mission_locale", "commune_id": MEAUX,
            "organisation_id": self.prescriber.organisation_id,
        }  # fmt: skip
        return new_structure(**{**usual, **facts})

    def facts(self, **facts):
        usual = {
            "trade": "painting", "job_title": "Peintre en bâtiment", "persons": 1,
            "hours": Hours.of(300), "weekly": Hours.of(35), "starts_on": working_days_after(ON, 2),
            "commune": MEAUX,
        }  # fmt: skip
        return NeedFacts(**{**usual, **facts})

    def opened(self, **facts):
        """By the company, today."""
        key = open_opening(
            commitment_id=self.commitment.pk, facts=self.facts(**facts), by=self.company, on=ON,
            now=NOON,
        )  # fmt: skip
        return Opening.objects.get(pk=key)


@pytest.fixture
def scene(db):
    return Scene()
