from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.deadlines import Actor
from perenne.rules.deadlines.spans import FORMAL_NOTICE_DAYS, OBSERVATION_DAYS
from perenne.rules.penalties import (
    STEPS,
    PenaltyFile,
    Person,
    StepCode,
    may_decide,
    may_take,
)
from perenne.rules.penalties.steps import RISK_SHARE
from perenne.rules.practice import USUAL
from perenne.rules.working_days import Territory
from perenne.values import Hours, Share

ROLES = {
    "acheteur": Actor.BUYER,
    "facilitateur": Actor.FACILITATOR,
    "coordination": Actor.COORDINATION,
}
PROPOSER, DECIDER = "M. Proposant", "Mme Décidant"
BUYER = Person(Actor.BUYER, DECIDER)
days = some.dates(date(2022, 1, 1), date(2100, 1, 1))


def opened_file(**held):
    return PenaltyFile(
        **{
            "expected": Hours.of(100),
            "done": Hours.of(60),
            "formal_notice_on": date(2026, 11, 2),
            "observations_asked_on": date(2026, 10, 20),
            "proposed_on": date(2026, 11, 18),
            "proposed_by": PROPOSER,
            **held,
        }
    )


def spoken(opening):
    return [reason.replace("\u00a0", " ") for reason in opening.reasons]


@pytest.mark.parametrize(("code", "allowed", "case"), rows_of("penalty_steps"))
def test_each_step_opens_as_a_lawyer_reads(code, allowed, case):
    file = PenaltyFile(
        expected=Hours.of(case["attendues"]),
        done=Hours.of(case["réalisées"]),
        formal_notice_required=not case.get("dispense", False),
        hearing_required=not case.get("privé", False),
        private=case.get("privé", False),
        formal_notice_on=case.get("mise_en_demeure"),
        observations_asked_on=case.get("observations"),
        proposed_on=case.get("proposée"),
        proposed_by=PROPOSER if "proposée" in case else "",
    )
    opening = may_take(
        StepCode(code),
        case.get("le", date(2026, 11, 25)),
        file,
        by=Person(ROLES[case["par"]], case.get("nom", DECIDER)),
    )
    assert opening.allowed is allowed
    assert case.get("dit", "") in " ".join(opening.reasons)


def test_the_table_holds_every_step_in_its_order():
    assert [step.code for step in STEPS] == list(StepCode)
    assert STEPS["decision"].actor is Actor.BUYER
    assert STEPS["proposal"].actor is Actor.FACILITATOR


def test_a_decision_opens_the_day_after_the_longest_delay():
    file = opened_file(proposed_on=date(2026, 11, 10))
    before, after = (may_decide(date(2026, 11, day), file, by=BUYER) for day in (17, 18))
    assert (before.allowed, before.first_day) == (False, date(2026, 11, 18))
    assert (after.allowed, after.first_day) == (True, date(2026, 11, 18))
    assert spoken(before) == [
        "Remédier au manquement après la mise en demeure, réception de la mise en demeure le 2 "
        "novembre 2026 : 15 jours, soit le 17 novembre 2026. Attendez le lendemain."
    ]
    assert spoken(after) == ["Décider : appliquer, réduire ou remettre : cette étape est possible."]


def test_everything_that_lacks_is_told_at_once():
    opening = may_decide(
        date(2026, 11, 25),
        PenaltyFile(expected=Hours.of(100), done=Hours.of(60)),
        by=Person(Actor.FACILITATOR, PROPOSER),
    )
    assert (opening.allowed, opening.first_day) == (False, None)
    assert spoken(opening) == [
        "Décider : appliquer, réduire ou remettre : seul l’acheteur le peut. Transmettez-lui le "
        "dossier.",
        "La clause exige une mise en demeure : envoyez-la au titulaire.",
        "Le titulaire n’a pas été entendu : invitez-le à présenter ses observations.",
        "Aucune pénalité n’est proposée : demandez le décompte au facilitateur.",
    ]


def test_the_wrong_person_does_not_close_the_file_for_the_right_one():
    opening = may_decide(date(2026, 11, 25), opened_file(), by=Person(Actor.BUYER, PROPOSER))
    assert (opening.allowed, opening.first_day) == (False, date(2026, 11, 18))
    assert spoken(opening) == ["Qui propose ne décide pas : faites décider une autre personne."]


def test_the_proposer_may_take_the_other_steps():
    file = opened_file()
    opening = may_take(
        StepCode.PROPOSAL, date(2026, 11, 18), file, by=Person(Actor.FACILITATOR, PROPOSER)
    )
    assert opening.allowed


def test_a_delay_is_carried_by_the_holidays_of_the_place():
    file = opened_file(formal_notice_on=date(2028, 12, 11), proposed_on=date(2028, 12, 12))
    day = date(2028, 12, 27)
    assert may_decide(day, file, by=BUYER).allowed
    moselle = may_decide(day, file, by=BUYER, territory=Territory.ALSACE_MOSELLE)
    assert (moselle.allowed, moselle.first_day) == (False, date(2028, 12, 28))


def test_a_clause_may_leave_another_delay():
    held = USUAL.choosing(FORMAL_NOTICE_DAYS, 8)
    file = opened_file(proposed_on=date(2026, 11, 3))
    assert may_decide(date(2026, 11, 11), file, by=BUYER, practice=held).allowed
    heard = USUAL.choosing(OBSERVATION_DAYS, 30)
    assert may_decide(date(2026, 11, 25), file, by=BUYER, practice=heard).allowed
    late = opened_file(observations_asked_on=date(2026, 11, 2))
    opening = may_decide(date(2026, 11, 25), late, by=BUYER, practice=heard)
    assert opening.first_day == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({}, []),
        (
            {"formal_notice_required": False},
            [
                "La clause dispense de mise en demeure : vérifiez que le CCAP déclare cette "
                "dérogation au CCAG."
            ],
        ),
        (
            {"private": True, "formal_notice_required": False},
            [
                "Contrat privé : le juge peut, même d’office, réduire la pénalité si elle est "
                "manifestement excessive."
            ],
        ),
    ],
)
def test_what_must_be_known_besides_is_told_on_the_day_of_the_decision(written, told):
    file = opened_file(**written)
    assert spoken(may_decide(date(2026, 11, 25), file, by=BUYER))[1:] == told
    proposal = may_take(
        StepCode.PROPOSAL, date(2026, 11, 25), file, by=Person(Actor.FACILITATOR, PROPOSER)
    )
    assert len(proposal.reasons) == 1


def test_without_formal_notice_nor_hearing_only_the_proposal_counts():
    file = opened_file(
        formal_notice_required=False,
        hearing_required=False,
        formal_notice_on=None,
        observations_asked_on=None,
    )
    assert may_decide(date(2026, 11, 18), file, by=BUYER).first_day == date(2026, 11, 18)
    assert spoken(may_decide(date(2026, 11, 17), file, by=BUYER))[0] == (
        "La proposition date du 18 novembre 2026 : décidez à partir de ce jour."
    )


def test_a_committee_may_call_for_an_earlier_alert():
    held = USUAL.choosing(RISK_SHARE, Share.percent(90))
    file = PenaltyFile(expected=Hours.of(100), done=Hours.of(80))
    by = Person(Actor.FACILITATOR, PROPOSER)
    assert not may_take(StepCode.RISK, date(2026, 11, 25), file, by=by).allowed
    assert may_take(StepCode.RISK, date(2026, 11, 25), file, by=by, practice=held).allowed
    met = PenaltyFile(expected=Hours.of(100), done=Hours.of(95))
    closed = may_take(StepCode.RISK, date(2026, 11, 25), met, by=by, practice=held)
    assert spoken(closed) == [
        "Les heures réalisées (95 h) ne sont pas sous 90 % des heures attendues (100 h) : "
        "poursuivez le suivi."
    ]


def test_a_minute_under_the_share_is_a_risk():
    by = Person(Actor.FACILITATOR, PROPOSER)
    at, under = (
        PenaltyFile(expected=Hours(100_000), done=done) for done in (Hours(70_000), Hours(69_999))
    )
    assert not may_take(StepCode.RISK, date(2026, 11, 25), at, by=by).allowed
    assert may_take(StepCode.RISK, date(2026, 11, 25), under, by=by).allowed


@given(days, days, days, days)
def test_a_decision_is_open_from_its_first_day_on_and_never_before(notice, asked, proposed, on):
    file = opened_file(formal_notice_on=notice, observations_asked_on=asked, proposed_on=proposed)
    opening = may_decide(on, file, by=BUYER)
    assert opening.first_day is not None
    assert opening.allowed is (on >= opening.first_day)
    assert opening.first_day >= max(notice + timedelta(16), asked + timedelta(16), proposed)
    assert all(reason.endswith(".") for reason in opening.reasons)
