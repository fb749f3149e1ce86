"""Whatever changes a figure says whose; what is kept is what the tables give, and is audited."""

from datetime import date
from random import Random

import pytest
from django.db.models import F

from perenne.domain.assessments.actions import (
    Drift,
    audit_summaries,
    audit_tonight,
    fold,
    sum_large_scopes,
)
from perenne.domain.assessments.models import Fact, Standing, Summed, SummedLine, Touched
from perenne.domain.assessments.queries.bilans import Bilan, bilans_of, scopes_for
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.tests.scene import (
    AUTUMN,
    NOVEMBER,
    OCTOBER,
    ON,
    Scene,
    new_scene,
    work,
)
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Clause, Commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.factories import new_sheet, new_work, validate
from perenne.domain.hours.models import Allocation, Work
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.domain.participants.factories import new_participant, new_verdict
from perenne.domain.participants.models import EligibilityFile, Exit, Participant, Verdict
from perenne.domain.procurement.models import Amendment, Contract, Lot, Party
from perenne.domain.programming.models import PlannedPurchase
from perenne.kit.actors import HOUSE, Role
from perenne.values import Period, add_months

pytestmark = pytest.mark.django_db
TRUE = Drift(0, 0, 0)


@pytest.fixture(name="scene")
def _scene(db: None) -> Scene:
    scene = new_scene()
    fold(by=HOUSE)
    sum_large_scopes(by=HOUSE, least=4)
    return scene


def every_bilan(scene: Scene) -> tuple[Bilan, ...]:
    scopes = [one.scope for one in scopes_for(scene.coordination)]
    return bilans_of(scopes, AUTUMN, seen_by=scene.coordination, on=ON)


def of_hours(scene: Scene) -> None:
    Allocation.objects.create(
        work=scene.globalised, commitment=scene.second, minutes=-60, reason="Une heure rendue."
    )


def of_a_correction(scene: Scene) -> None:
    line = Work.objects.get(participant__merged_into=scene.bob)
    Work.objects.create(
        sheet=line.sheet, hiring=line.hiring, participant=line.participant, month=NOVEMBER,
        corrects=line, minutes=-120, reason="Une erreur de saisie.",
    )  # fmt: skip


def of_a_new_month(scene: Scene) -> None:
    hiring = Hiring.objects.get(participant=scene.bob)
    work(hiring, NOVEMBER, {"TRAVAIL": 7}, on=scene.second)


def of_a_person(scene: Scene) -> None:
    Participant.objects.filter(pk=scene.bob.pk).update(sex="woman", commune_id="77288")


def of_a_merge(scene: Scene) -> None:
    Participant.objects.filter(merged_into=scene.bob).update(merged_into=None)


def of_a_situation(scene: Scene) -> None:
    EligibilityFile.objects.filter(participant=scene.ada).update(situation={})


def of_an_exit(scene: Scene) -> None:
    Exit.objects.filter(participant=scene.ada).update(situation="training")


def of_no_exit(scene: Scene) -> None:
    Exit.objects.filter(participant=scene.ada).delete()


def of_a_hiring(scene: Scene) -> None:
    Hiring.objects.filter(participant=scene.ada).update(ends_on=date(2027, 12, 15))


def of_a_party(scene: Scene) -> None:
    Party.objects.filter(contract=scene.first.contract, principal=None).update(
        siret="12345678900012"
    )


def of_an_amendment(scene: Scene) -> None:
    Amendment.objects.create(
        contract=scene.first.contract, number=1, signed_on=OCTOBER, effective_on=OCTOBER,
        due_minutes=60, subject="Volume réduit",
    )  # fmt: skip


def of_no_amendment(scene: Scene) -> None:
    Amendment.objects.filter(contract=scene.second.contract).delete()


def of_a_contract(scene: Scene) -> None:
    another = new_actor(Role.FACILITATOR)
    Contract.objects.filter(pk=scene.first.contract_id).update(
        facilitator_id=another.organisation_id
    )


def of_a_commitment(scene: Scene) -> None:
    Commitment.objects.filter(pk=scene.first.pk).update(opened_on=date(2027, 1, 1))


def of_a_lot(scene: Scene) -> None:
    Lot.objects.filter(pk=scene.second.contract.lot_id).update(segment="security")


def of_a_purchase(scene: Scene) -> None:
    clause = Clause.objects.get(pk=scene.first.clause_id)
    PlannedPurchase.objects.filter(pk=clause.purchase_id).update(
        segment="waste", commune_id="77288"
    )


def of_the_place_of_a_buyer(scene: Scene) -> None:
    Organisation.objects.filter(pk=scene.second.contract.buyer_id).update(commune="77288")


CHANGES = [
    of_hours, of_a_correction, of_a_new_month, of_a_person, of_a_merge, of_a_situation,
    of_an_exit, of_no_exit, of_a_hiring, of_a_party, of_an_amendment, of_no_amendment,
    of_a_contract, of_a_commitment, of_a_lot, of_a_purchase, of_the_place_of_a_buyer,
]  # fmt: skip


def test_whatever_changes_a_figure_says_so_at_once_and_drifts_nowhere(scene):
    """One change after another on the same scene: each one is seen before it is folded."""
    for change in CHANGES:
        before = every_bilan(scene)
        change(scene)
        assert Touched.objects.exists(), change
        living = every_bilan(scene)
        assert living != before, change
        assert fold(by=HOUSE) > 0
        assert every_bilan(scene) == living, change
        assert audit_summaries(by=HOUSE) == TRUE, change


def test_the_audit_finds_what_is_false_and_puts_it_right(scene):
    truth = every_bilan(scene)
    assert audit_summaries(by=HOUSE) == TRUE
    Fact.objects.filter(person=scene.ada).update(sex="man")
    SummedLine.objects.filter(kind="department", dimension="age").update(persons=F("persons") + 1)
    Standing.objects.filter(commitment=scene.second).update(due=1)
    assert every_bilan(scene) != truth
    found = audit_summaries(by=HOUSE)
    assert (found.persons, found.commitments, found.scopes > 0) == (1, 1, True)
    fold(by=HOUSE)
    assert audit_summaries(by=HOUSE) == TRUE
    assert every_bilan(scene) == truth


def test_each_large_scope_is_audited_once_a_week(scene):
    SummedLine.objects.filter(dimension="all").update(persons=F("persons") + 1)
    nights = [audit_tonight(by=HOUSE, on=date(2026, 11, day)) for day in range(23, 30)]
    assert sum(night.scopes for night in nights) == Summed.objects.count()
    assert audit_summaries(by=HOUSE) == TRUE


def test_a_ledger_at_random_is_added_up_as_by_the_simplest_program(scene):
    """Hours, corrections and allocations drawn; persons counted by sets, in Python alone."""
    chance = Random(77)
    verdicts = [new_verdict(new_participant(sex=sex)) for sex in ("woman", "woman", "man", "")]
    verdicts += Verdict.objects.filter(participant__in=[scene.ada, scene.bob])
    months = [date(2027, month, 1) for month in range(1, 7)]
    for commitment in (scene.first, new_commitment(scene.facilitator)):
        crew = [
            new_hiring(it.participant, commitment, verdict=it, verified_on=it.verified_on)
            for it in verdicts
        ]
        for month in months:
            _drawn(chance, chance.sample(crew, 3), month, scene.first)
    asked = [
        Scope(ScopeKind.CONTRACT, str(scene.first.contract_id)), Scope(ScopeKind.DEPARTMENT, "77"),
    ]  # fmt: skip
    for state in (None, 3, 1):  # all of it waits, then some scopes are summed, then all
        if state:
            fold(by=HOUSE)
            sum_large_scopes(by=HOUSE, least=state * 5)
        for start, end in ((0, 6), (1, 3), (4, 5)):
            span = Period(months[start], add_months(months[0], end))
            told = bilans_of(asked, span, seen_by=scene.coordination, on=ON)
            assert [seen(one) for one in told] == [by_sets(span, scene.first), by_sets(span, None)]


def _drawn(chance: Random, crew: list[Hiring], month: date, other: Commitment) -> None:
    """A month of some of them, then what is corrected, counted and taken back."""
    sheet = new_sheet(crew[0], month=month)
    facts = {"sheet": sheet, "month": month}
    for hiring in crew:
        new_work(hiring, minutes=60 * chance.randint(2, 90), **facts)
    validate(sheet)
    for line in Work.objects.filter(sheet=sheet):
        if chance.random() < 0.4:
            Work.objects.create(
                hiring=line.hiring, participant=line.participant, corrects=line, minutes=-60,
                reason="Une heure de trop.", **facts,
            )  # fmt: skip
        for commitment in {sheet.commitment, other}:
            told = {"work": line, "commitment": commitment}
            Allocation.objects.create(minutes=20, **told)
            if chance.random() < 0.4:
                Allocation.objects.create(minutes=-20, reason="Rendues.", **told)


def seen(bilan: Bilan) -> tuple[object, ...]:
    women = next(one for one in bilan.breakdown("sex").lines if one.code == "woman")
    codes = ("hours_worked", "hours_done", "hours_globalised_in", "hours_globalised_out", "persons")
    return (*(bilan.value(code) for code in codes), women.persons, women.minutes)


def by_sets(span: Period, at: Commitment | None) -> tuple[object, ...]:
    worked = done = received = given = minutes = 0
    persons, women = set(), set()
    for line in Work.objects.select_related("participant", "sheet").filter(
        sheet__state="validated"
    ):
        if line.month not in span:
            continue
        person = line.participant.merged_into or line.participant
        here = at is None or line.sheet.commitment_id == at.pk
        worked += here * line.minutes
        counted = 0
        for one in Allocation.objects.filter(work=line):
            away = one.commitment_id != line.sheet.commitment_id
            is_its = at is None or one.commitment_id == at.pk
            given += here * away * one.minutes
            received += is_its * away * one.minutes
            counted += is_its * one.minutes
        done += counted
        if here or counted:
            persons.add(person.pk)
            if person.sex == "woman":
                women.add(person.pk)
                minutes += counted
    return worked, done, received, given, len(persons), len(women), minutes
