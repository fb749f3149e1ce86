"""A person asked about by a company, for its contract; the facilitator answers."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.actions import (
    Asked,
    SeenProof,
    note_proof,
    open_file,
    state_facts,
)
from perenne.domain.participants.factories import new_notice
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement.factories import new_contract, new_party
from perenne.kit.actors import Actor, Role
from perenne.rules.eligibility import ProofKind
from perenne.values import add_months

TODAY = date(2026, 11, 26)
HIRE_ON = TODAY + timedelta(7)
SEEKING = {"seeking": True, "registered_on": add_months(HIRE_ON, -14), "months_worked": 2}
PROOF = SeenProof(ProofKind.FRANCE_TRAVAIL, TODAY - timedelta(10))
ASKED = Asked("Élodie", "Dupont-Martin", date(1990, 5, 12), HIRE_ON)


@dataclass(frozen=True, slots=True)
class Scene:
    facilitator: Actor
    company: Actor
    contract_id: int

    def ask(
        self, by: Actor | None = None, *, is_informed: bool = True, **said: object
    ) -> EligibilityFile:
        asked = replace(ASKED, **{"contract_id": self.contract_id, **said})
        file_id = open_file(asked=asked, by=by or self.company, today=TODAY)
        file = EligibilityFile.objects.get(pk=file_id)
        if is_informed:
            new_notice(file.participant)
        return file

    def prove(self, file: EligibilityFile) -> None:
        """Registered for fourteen months, and the proof of it seen."""
        state_facts(file_id=file.pk, typed=SEEKING, claimed=[], by=self.facilitator)
        note_proof(file_id=file.pk, proof=PROOF, by=self.facilitator, today=TODAY)


@pytest.fixture
def scene(db):
    facilitator, company = new_actor(Role.FACILITATOR), new_actor(Role.COMPANY)
    contract = new_contract(facilitator=facilitator)
    new_party(contract, company=company)
    return Scene(facilitator, company, contract.pk)
