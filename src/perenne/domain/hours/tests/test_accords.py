"""What moves hours and what holds them: accords case by case, districts, basins, merged records."""

from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest
from django.db import IntegrityError, transaction

from perenne.domain.clauses import factories as clauses
from perenne.domain.clauses.actions import Answer, answer_consent
from perenne.domain.hours.actions import approve_plan, propose_plan
from perenne.domain.hours.models import Allocation, Plan
from perenne.domain.hours.queries.plans import plan_facts
from perenne.domain.hours.tests.conftest import ON, Scene, counted_on
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_participant
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement.models import Amendment
from perenne.domain.territories.models import Commune, Epci
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.rules.globalisation import Consent
from perenne.rules.globalisation.basins import BASIN, Basin
from perenne.rules.practice import USUAL
from perenne.rules.wording import Globalisation, Publics
from perenne.values import Share

WHY = "Public trop différent."


class CaseByCase(Scene):
    """The first contract owes one hundred hours; the other, four hundred, asks its buyer."""

    def __init__(self, **terms):
        super().__init__(hours=100)
        said = {"globalisation": Globalisation.CASE_BY_CASE, **terms}
        with patch.object(clauses, "TERMS", replace(clauses.TERMS, **said)):
            self.buyer = new_actor(Role.BUYER)
            self.other = clauses.new_commitment(
                self.facilitator, company=self.company, buyer=self.buyer, hours=400
            )
        self.other.contract.parties.update(siret=self.siret)

    def answer(self, consent, **said):
        answer_consent(
            commitment_id=self.other.pk, said=Answer(consent, **said), by=self.buyer, on=ON
        )

    def proposed(self):
        """Minutes of a new proposal; nothing when there is none."""
        try:
            plan_id = propose_plan(by=self.facilitator, on=ON)
        except Refused:
            return 0
        return sum(Plan.objects.get(pk=plan_id).lines.values_list("minutes", flat=True))

    def counted_by_hand(self, work, minutes):
        """Past every action: what the database itself lets through."""
        with transaction.atomic():
            Allocation.objects.create(work=work, commitment=self.other, minutes=minutes)


@pytest.fixture
def scene(db):
    return CaseByCase()


def test_an_answer_of_the_buyer_opens_caps_and_closes_here_and_in_the_database(scene):
    work = scene.validated(5_000, 5_000)[1]
    consents = "globalisation_has_two_consents"
    with pytest.raises(IntegrityError, match="refuses the globalisation") as refused:
        scene.counted_by_hand(work, 60)
    assert refused.value.__cause__.diag.constraint_name == consents
    assert scene.proposed() == 0

    scene.answer(Consent.OPEN, since=date(2026, 11, 1))  # the hours are of October
    assert scene.proposed() == 0
    with pytest.raises(IntegrityError, match="refuses"):
        scene.counted_by_hand(work, 60)
    scene.answer(Consent.OPEN, since=date(2026, 10, 31))
    assert scene.proposed() == 4_000

    scene.answer(Consent.CAPPED, cap=Share.percent(10))  # of 400 hours
    assert scene.proposed() == 2_400
    with pytest.raises(IntegrityError, match="2401 minutes from elsewhere, 10 % of 24000") as over:
        scene.counted_by_hand(work, 2_401)
    assert over.value.__cause__.diag.constraint_name == "globalisation_stays_in_its_limit"
    scene.counted_by_hand(work, 1_400)
    assert scene.proposed() == 1_000
    Amendment.objects.create(
        contract=scene.other.contract, number=1, signed_on=ON, effective_on=ON,
        due_minutes=36_000, subject="Volume",
    )  # fmt: skip
    assert scene.proposed() == 2_200

    scene.answer(Consent.REFUSED, reason=WHY)
    assert (scene.proposed(), counted_on(scene.other)) == (0, 1_400)
    with pytest.raises(IntegrityError, match="refuses"):
        scene.counted_by_hand(work, 60)
    assert broken() == {}


def test_a_proposal_made_before_a_refusal_is_refused(scene):
    scene.validated(5_000, 5_000)
    scene.answer(Consent.OPEN)
    plan_id = propose_plan(by=scene.facilitator, on=ON)
    scene.answer(Consent.REFUSED, reason=WHY)
    with pytest.raises(Refused, match="écartez-la"):
        approve_plan(plan_id=plan_id, by=scene.facilitator, on=ON)
    assert counted_on(scene.other) == 0


def test_a_record_merged_into_another_is_that_person_and_her_pathway_began_with_the_first(scene):
    scene.validated(5_000, 5_000)
    kept = new_participant()
    first = scene.hirings[1]
    type(first).objects.filter(pk=first.pk).update(starts_on=date(2026, 8, 3))
    for hiring in scene.hirings:
        person = hiring.participant
        person.merged_into = kept
        person.save()
    (work,) = plan_facts(seen_by=scene.facilitator, on=ON).works
    assert (work.person, work.pathway_start) == (kept.code, date(2026, 8, 3))


def test_only_residents_of_a_district_count_where_the_clause_says_so(db):
    scene = CaseByCase(globalisation=Globalisation.ACCEPTED, publics=Publics.URBAN_RENEWAL)
    scene.validated(5_000, 5_000)
    assert scene.proposed() == 0
    file = EligibilityFile.objects.filter(pk=scene.hirings[1].verdict.file_id)
    file.update(situation={"in_qpv": True, "qpv_checked_on": "2026-08-01"})
    assert scene.proposed() == 4_000


def test_a_basin_is_told_where_the_committee_holds_that_an_intercommunality_is_one(scene):
    epci = Epci.objects.create(code="200072130", name="CA du Pays de Meaux")
    commune = Commune.objects.create(
        insee_code="77284", name="Meaux", department_code="77", epci=epci
    )
    purchase = scene.other.clause.purchase
    purchase.commune = commune
    purchase.save()
    each = USUAL.choosing(BASIN, Basin.INTERCOMMUNALITY)
    for practice, basin in ((USUAL, ""), (each, epci.code)):
        facts = plan_facts(seen_by=scene.facilitator, on=ON, practice=practice)
        found = {it.clause_id: it.basin for it in facts.commitments}
        assert found == {scene.commitment.pk: "", scene.other.pk: basin}
