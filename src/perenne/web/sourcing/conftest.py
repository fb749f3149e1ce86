"""A need of the committee’s company, in Meaux: its structure and its prescriber may be asked."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.directory.factories import new_structure
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.factories import new_file, new_verdict
from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.queries.links import token_of
from perenne.domain.sourcing.states import FILLED, OFFERED


class Needing:
    """300 hours of painting for one person, from next week on."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        started = self.today - timedelta(30)
        self.commitment = new_commitment(
            committee.facilitator, buyer=committee.buyer, company=committee.company,
            object="Ravalement de la maison de quartier", months=12, signed_on=started,
            notified_on=started, starts_on=started,
        )  # fmt: skip
        self.party = whole_of(self.commitment).party
        self.filled = {"state": FILLED, "ended_on": self.today}
        self.structure = new_structure(
            name="Les Peintres solidaires", kind="etti", phone="01 60 00 00 22",
            organisation_id=committee.structure.organisation_id, commune_id="77288",
        )  # fmt: skip
        self.prescriber = new_structure(
            name="Mission locale de Meaux", kind="mission_locale", phone="01 60 00 00 23",
            organisation_id=committee.prescriber.organisation_id, commune_id="77284",
        )  # fmt: skip

    def opening(self, **facts):
        usual = {
            "commitment": self.commitment, "party": self.party,
            "facilitator_id": self.committee.facilitator.organisation_id, "trade": "painting",
            "job_title": "Peintre en bâtiment", "persons": 1, "minutes": 300 * 60,
            "minutes_per_week": 35 * 60, "starts_on": self.today + timedelta(7),
            "ends_on": self.today + timedelta(70), "commune_id": "77284", "opened_on": self.today,
        }  # fmt: skip
        return Opening.objects.create(**{**usual, **facts})

    def asked(self, opening, structure=None, **facts):
        """Its link is that of the seed « graine »."""
        seed = f"graine-{opening.pk}-{(structure or self.structure).pk}"
        usual = {
            "opening": opening, "structure": structure or self.structure, "wave": 1,
            "asked_on": self.today, "answer_by": self.today + timedelta(7), "seed": seed,
            "because": "Jamais sollicité en douze mois", "token_print": print_of(token_of(seed)),
        }  # fmt: skip
        return Solicitation.objects.create(**{**usual, **facts})

    @staticmethod
    def token(asked):
        return token_of(asked.seed)

    def offer(self, asked, **facts):
        Solicitation.objects.filter(pk=asked.pk).update(state=OFFERED, answered_on=self.today)
        usual = {
            "solicitation": asked, "persons": 1, "minutes_per_month": 120 * 60,
            "starts_on": asked.opening.starts_on,
        }  # fmt: skip
        return Offer.objects.create(**{**usual, **facts})

    def candidate(self, opening, *, is_eligible=True, **facts):
        """Proposed by the prescriber."""
        by = self.committee.prescriber.organisation_id
        said = {"facilitator": self.committee.facilitator}
        file = new_verdict(**said).file if is_eligible else new_file(**said)
        type(file).objects.filter(pk=file.pk).update(
            asked_by_id=by, contract=self.commitment.contract
        )
        return Candidate.objects.create(
            opening=opening, file=file, proposed_by_id=by, proposed_on=self.today, **facts
        )


@pytest.fixture
def needing(committee):
    return Needing(committee)
