"""The figures of a bilan: a scene counted by hand, read in three ways; who sees what."""

from datetime import date

import pytest

from perenne.domain.assessments.actions import fold, sum_large_scopes
from perenne.domain.assessments.models import Fact, Summed, SummedLine
from perenne.domain.assessments.queries.bilan_cards import Breakdown, Line
from perenne.domain.assessments.queries.bilans import Bilan, bilan_of, bilans_of, scopes_for
from perenne.domain.assessments.queries.discretion import together
from perenne.domain.assessments.queries.measures import MEASURES
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.tests.scene import AUTUMN, ON, Scene, new_scene
from perenne.domain.clauses.factories import whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_validated_work
from perenne.domain.hours.models import Allocation, Work
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role
from perenne.kit.refusals import NotFound
from perenne.values import Period

pytestmark = pytest.mark.django_db
KINDS = ScopeKind


@pytest.fixture(name="scene")
def _scene(db: None) -> Scene:
    return new_scene()


def waiting(scene: Scene) -> None:
    """Nothing is folded: all comes from the tables."""


def folded(scene: Scene) -> None:
    fold(by=HOUSE)
    assert Fact.objects.exists()


def summed(scene: Scene) -> None:
    folded(scene)
    assert sum_large_scopes(by=HOUSE, least=1) == Summed.objects.count() > 5
    assert SummedLine.objects.exists()


def half_folded(scene: Scene) -> None:
    """Lines are kept of what was true before; then something changes, and changes back."""
    summed(scene)
    given = Allocation.objects.filter(work=scene.globalised, commitment=scene.second).get()
    facts = {"work": given.work, "commitment": given.commitment, "reason": "Reprises puis rendues."}
    Allocation.objects.create(minutes=-given.minutes, **facts)
    fold(by=HOUSE)
    Allocation.objects.create(minutes=given.minutes, **facts)


def values(bilan: Bilan) -> dict[str, int | None]:
    return {one.code: one.value for one in bilan.measures}


def lines(bilan: Bilan, code: str) -> dict[str, tuple[int, int]]:
    return {
        one.code: (one.persons, one.minutes)
        for one in bilan.breakdown(code).lines
        if one.persons or one.minutes
    }


def contract_scope(commitment) -> Scope:
    return Scope(KINDS.CONTRACT, str(commitment.contract_id))


WHOLE = Scope(KINDS.DEPARTMENT, "77")


# First contract. Ada (woman, 20, QPV): 100 h in September, of which 10 h of training, and 80 h in
# October less 5 h corrected; all count at home, but 20 h of October on the second one. Bob (man,
# 56): 40 h in November, on a record that was merged; validated, counted nowhere.
OF_THE_FIRST = {
    "hours_due": 700 * 60, "hours_done": 155 * 60, "hours_globalised_in": 0,
    "hours_globalised_out": 20 * 60, "hours_worked": 215 * 60, "done_share": 2_214,
    "persons": 2, "women": 1, "under_26": 1, "over_50": 1, "qpv": 1,
    "hours_per_person": 77 * 60 + 30, "lasting_share": 0, "training_hours": 10 * 60,
    "segments": 1, "diversification": 0, "contracts": 1, "commitments": 1,
    "compliance_share": None, "penalties_cents": 0, "structures": 0, "exits": 1,
    "exits_to_work": 1,
}  # fmt: skip
# Second one, amended to 150 h in October: 20 h of Ada; 130 h of Bob under his other record, in a
# permanent contract of an ETTI. It was closed in November with all its hours.
OF_THE_SECOND = {
    "hours_due": 150 * 60, "hours_done": 150 * 60, "hours_globalised_in": 20 * 60,
    "hours_globalised_out": 0, "hours_worked": 130 * 60, "done_share": 10_000,
    "persons": 2, "women": 1, "under_26": 1, "over_50": 1, "qpv": 1,
    "hours_per_person": 75 * 60, "lasting_share": 8_667, "training_hours": 0,
    "segments": 1, "diversification": 0, "contracts": 1, "commitments": 1,
    "compliance_share": 10_000, "penalties_cents": 0, "structures": 1, "exits": 1,
    "exits_to_work": 1,
}  # fmt: skip
# Together: two persons, not four; what one received the other gave.
OF_BOTH = {
    "hours_due": 850 * 60, "hours_done": 305 * 60, "hours_globalised_in": 20 * 60,
    "hours_globalised_out": 20 * 60, "hours_worked": 345 * 60, "done_share": 3_588,
    "persons": 2, "women": 1, "under_26": 1, "over_50": 1, "qpv": 1,
    "hours_per_person": 152 * 60 + 30, "lasting_share": 4_262, "training_hours": 10 * 60,
    "segments": 2, "diversification": 4_918, "contracts": 2, "commitments": 2,
    "compliance_share": 10_000, "penalties_cents": 0, "structures": 1, "exits": 1,
    "exits_to_work": 1,
}  # fmt: skip
LINES_OF_BOTH = {
    "sex": {"woman": (1, 175 * 60), "man": (1, 130 * 60)},
    "age": {"under_26": (1, 175 * 60), "over_50": (1, 130 * 60)},
    "qpv": {"yes": (1, 175 * 60), "?": (1, 130 * 60)},
    "public": {"QPV": (1, 175 * 60), "DELD": (1, 130 * 60)},
    "diploma": {"cap": (1, 175 * 60), "?": (1, 130 * 60)},
    "modality": {"EMB_CDD": (2, 175 * 60), "MAD_ETTI": (1, 130 * 60)},
    "contract_type": {"CDD": (2, 175 * 60), "CDI": (1, 130 * 60)},
    "contract_length": {"months_3": (1, 175 * 60), "?": (1, 0), "open": (1, 130 * 60)},
    "structure": {"none": (2, 175 * 60), "ETTI": (1, 130 * 60)},
    "segment": {"cleaning": (2, 155 * 60), "works": (2, 150 * 60)},
    "epci": {"247700057": (1, 175 * 60), "?": (1, 130 * 60)},
    "exit": {"permanent": (1, 0)},
    "month": {"2026-09": (1, 100 * 60), "2026-10": (2, 205 * 60), "2026-11": (1, 0)},
}


@pytest.mark.parametrize("state", [waiting, folded, summed, half_folded])
def test_every_figure_of_the_scene_is_the_one_counted_by_hand(scene, state):
    state(scene)
    first, second, whole = bilans_of(
        [contract_scope(scene.first), contract_scope(scene.second), WHOLE],
        AUTUMN, seen_by=scene.coordination, on=ON,
    )  # fmt: skip
    assert values(first) == OF_THE_FIRST
    assert values(second) == OF_THE_SECOND
    assert values(whole) == OF_BOTH
    assert OF_BOTH.keys() == MEASURES.keys()
    assert {one.code: lines(whole, one.code) for one in whole.breakdowns} == LINES_OF_BOTH
    assert lines(first, "sex") == {"woman": (1, 155 * 60), "man": (1, 0)}


@pytest.mark.parametrize("state", [waiting, summed])
def test_a_company_a_buyer_a_facilitator_and_an_epci_have_their_own(scene, state):
    state(scene)
    asked = [
        Scope(KINDS.COMPANY, scene.company_siren),
        Scope(KINDS.BUYER, str(scene.buyer.organisation_id)),
        Scope(KINDS.FACILITATOR, str(scene.facilitator.organisation_id)),
        Scope(KINDS.EPCI, "247700057"),
    ]
    company, buyer, facilitator, epci = bilans_of(asked, AUTUMN, seen_by=scene.coordination, on=ON)
    # The company is the lead of the first contract, and has entrusted 100 of its 700 h.
    assert (company.value("hours_due"), company.value("hours_done")) == (600 * 60, 175 * 60)
    assert (company.value("persons"), company.value("contracts")) == (2, 1)
    # The buyer of the first one is at Meaux, which is of this EPCI.
    for one in (buyer, epci):
        assert (one.value("hours_due"), one.value("persons")) == (700 * 60, 2)
    assert facilitator.value("hours_done") == 305 * 60
    assert [one.title for one in (buyer, epci)] == [scene.buyer_name, "CA du Pays de Meaux"]


def test_months_count_what_was_worked_in_them_and_each_person_once(scene):
    summed(scene)
    september = Period(date(2026, 9, 1), date(2026, 10, 1))
    october = Period(september.end, date(2026, 11, 1))
    told = [
        bilan_of(WHOLE, months, seen_by=scene.coordination, on=ON)
        for months in (september, october)
    ]
    assert [one.value("persons") for one in told] == [1, 2]
    assert [one.value("hours_done") for one in told] == [100 * 60, 205 * 60]


def test_the_number_of_queries_is_that_of_the_kinds_and_of_nothing_else(
    scene, django_assert_num_queries
):
    summed(scene)
    one = [contract_scope(scene.first), WHOLE]
    many = [*one, contract_scope(scene.second), contract_scope(_another(scene).sheet.commitment)]
    fold(by=HOUSE)
    for scopes in (one, many):
        with django_assert_num_queries(10):
            bilans_of(scopes, AUTUMN, seen_by=scene.coordination, on=ON)


def _another(scene: Scene) -> Work:
    return new_validated_work(new_hiring(facilitator=scene.facilitator))


def test_everybody_sees_their_own_and_nothing_of_the_others(scene):
    other = new_actor(Role.FACILITATOR)
    first, second = contract_scope(scene.first), contract_scope(scene.second)
    company = Scope(KINDS.COMPANY, scene.company_siren)
    theirs = Scope(KINDS.COMPANY, whole_of(scene.second).party.siret[:9])
    buyer = Scope(KINDS.BUYER, str(scene.buyer.organisation_id))
    body = Scope(KINDS.FACILITATOR, str(scene.facilitator.organisation_id))
    epci = Scope(KINDS.EPCI, "247700057")
    every = {first, second, company, theirs, buyer, body, epci, WHOLE}
    seen = {
        scene.coordination: every,
        HOUSE: every,
        scene.facilitator: every,
        other: {epci, WHOLE},
        scene.buyer: {first, buyer},
        new_actor(Role.BUYER): set(),
        scene.company: {first, company},
        new_actor(Role.COMPANY): set(),
        new_actor(Role.INCLUSION_STRUCTURE): set(),
        new_actor(Role.PRESCRIBER): set(),
        Actor(Role.WAITING, 1, scene.buyer.organisation_id): set(),
        VISITOR: set(),
    }
    for actor, allowed in seen.items():
        assert {one.scope for one in scopes_for(actor)} & every == allowed, actor
        for scope in every - allowed:
            with pytest.raises(NotFound):
                bilan_of(scope, AUTUMN, seen_by=actor, on=ON)
        for scope in allowed:
            assert bilan_of(scope, AUTUMN, seen_by=actor, on=ON).scope == scope
    for wrong in (Scope(KINDS.DEPARTMENT, "91"), Scope(KINDS.CONTRACT, "1' OR 1=1")):
        with pytest.raises(NotFound):
            bilan_of(wrong, AUTUMN, seen_by=scene.coordination, on=ON)


def test_a_company_and_a_buyer_never_learn_why_somebody_is_eligible(scene):
    scope = contract_scope(scene.first)
    for actor in (scene.company, scene.buyer):
        told = bilan_of(scope, AUTUMN, seen_by=actor, on=ON)
        for code in ("public", "qpv", "diploma", "exit"):
            assert told.breakdown(code).lines == ()
            assert "Moins de 11 personnes" in told.breakdown(code).note
        assert told.value("qpv") is told.value("exits_to_work") is None
        assert (told.value("persons"), told.value("women")) == (2, 1)


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ({"a": 20, "b": 15, "?": 0}, {"a": 20, "b": 15, "?": 0}),
        ({"a": 20, "b": 6, "c": 5, "?": 0}, {"a": 20, "?": 0, "others": 11}),
        ({"a": 20, "b": 15, "c": 2}, {"a": 20, "others": 17}),
        ({"a": 6, "b": 2}, {}),
        ({"a": 12, "b": 2}, {"others": 14}),
    ],
)
def test_lines_of_few_persons_are_put_together(held, shown):
    told = Breakdown("public", "Public", tuple(Line(it, it, n, n) for it, n in held.items()))
    found = together(told, 11)
    assert {one.code: one.persons for one in found.lines} == shown
    assert bool(found.note) == (held != shown)
