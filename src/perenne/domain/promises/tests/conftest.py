"""A structure that says what it has, needs of two facilitators, offers that are kept."""

from datetime import date, timedelta
from itertools import count

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import Capacity
from perenne.domain.organisations.factories import new_actor
from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.states import KEPT, OFFERED, PROPOSED
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.kit.actors import Role

MEAUX = OfficialCommune("77284", "Meaux", "77", ("77100",), "200072130", "CA du Pays de Meaux")
ON = date(2026, 11, 26)
START, END = date(2027, 1, 1), date(2027, 12, 31)
_number = count(1)


class Scene:
    """`paint`: a structure with 300 h a month of painting, 100 h of cleaning, an ETTI."""

    def __init__(self):
        load_communes([MEAUX])
        self.first, self.second = (new_actor(Role.FACILITATOR) for _ in range(2))
        self.company = new_actor(Role.COMPANY)
        self.one = new_commitment(self.first, company=self.company)
        self.other = new_commitment(self.second)
        self.space = new_actor(Role.INCLUSION_STRUCTURE)
        self.etti = new_structure(
            name="Tremplin Intérim", kind="etti", siret="99910002700013",
            organisation_id=self.space.organisation_id, commune_id=MEAUX.insee_code,
            trades={"painting": 300, "premises_cleaning": 100}, said_on=ON,
        )  # fmt: skip

    def opening(self, commitment, **facts):
        usual = {
            "commitment": commitment,
            "party": whole_of(commitment).party,
            "facilitator_id": commitment.contract.facilitator_id,
            "trade": "painting",
            "job_title": "Peintre",
            "persons": 2,
            "minutes": 2_400 * 60,
            "minutes_per_week": 35 * 60,
            "starts_on": START,
            "ends_on": END,
            "commune_id": MEAUX.insee_code,
            "opened_on": ON,
        }
        return Opening.objects.create(**{**usual, **facts})

    def asked(self, opening, structure=None, **facts):
        number = next(_number)
        usual = {
            "opening": opening, "structure": structure or self.etti, "wave": 1, "asked_on": ON,
            "answer_by": ON + timedelta(3), "because": "Le métier, tout près",
            "seed": f"s{number}", "token_print": f"{number:064}",
        }  # fmt: skip
        return Solicitation.objects.create(**{**usual, **facts})

    def offer(self, opening, hours, structure=None, *, is_kept=True, **facts):
        """`hours` of the whole need, kept or not."""
        asked = self.asked(opening, structure, state=OFFERED, answered_on=ON)
        kept = {"state": KEPT, "kept_minutes": hours * 60, "settled_on": ON} if is_kept else {}
        return Offer.objects.create(
            **{"solicitation": asked, "persons": 2, "starts_on": opening.starts_on,
               "state": PROPOSED, **kept, **facts}
        )  # fmt: skip

    def candidate(self, opening, file, **facts):
        usual = {"proposed_by_id": self.space.organisation_id, "proposed_on": ON}
        return Candidate.objects.create(opening=opening, file=file, **{**usual, **facts})

    def says(self, hours, trade="painting", on=ON):
        Capacity.objects.update_or_create(
            structure=self.etti, trade=trade,
            defaults={"minutes_per_month": hours * 60, "said_on": on},
        )  # fmt: skip


@pytest.fixture
def scene(db):
    return Scene()
