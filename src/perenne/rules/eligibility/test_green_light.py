from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.eligibility import Checked, Decision, GreenLight, State, green_light
from perenne.rules.eligibility.green_light import LATE_CHECK_REGULARISED
from perenne.rules.practice import USUAL

HIRED, LATE, NOTIFIED = date(2026, 9, 1), date(2026, 9, 10), date(2026, 7, 1)
ALREADY = (
    "Personne déjà en CDI chez le titulaire avant le marché\u00a0: elle n’est éligible que si une "
    "clause d’insertion l’a fait recruter\u202f; demandez-en la preuve."
)
IN_TIME = "Vérifiée avant l’embauche\u00a0: les heures comptent."


def decision(state=State.ELIGIBLE, on=HIRED):
    return Decision(state, on, None, (), ())


def light(*, state=State.ELIGIBLE, practice=USUAL, answered_on=HIRED, **facts):
    return green_light(Checked(HIRED, answered_on, **facts), decision(state), practice=practice)


@pytest.mark.parametrize("answered_on", [date(2026, 8, 31), HIRED])
def test_checked_before_hiring_or_that_day_every_hour_counts(answered_on):
    assert light(answered_on=answered_on) == GreenLight(HIRED, IN_TIME)


@pytest.mark.parametrize("reasons", ["", "  "])
def test_checked_late_hours_count_from_the_answer(reasons):
    assert light(answered_on=LATE, regularised_because=reasons) == GreenLight(
        LATE,
        "Vérifiée le 10\u00a0septembre 2026, après l’embauche\u00a0: les heures comptent de ce "
        "jour, sauf régularisation écrite et motivée du facilitateur.",
    )


def test_a_written_reason_gives_the_first_hours_back():
    assert light(answered_on=LATE, regularised_because="Panne du service") == GreenLight(
        HIRED,
        "Vérifiée le 10\u00a0septembre 2026, après l’embauche et régularisée par écrit\u00a0: les "
        "heures comptent depuis l’embauche, à laquelle la personne était éligible.",
    )


def test_a_committee_may_refuse_every_regularisation():
    strict = USUAL.choosing(LATE_CHECK_REGULARISED, False)
    assert light(answered_on=LATE, regularised_because="Panne", practice=strict) == GreenLight(
        LATE,
        "Vérifiée le 10\u00a0septembre 2026, après l’embauche\u00a0: le comité n’admet pas de "
        "régularisation, les heures comptent de ce jour.",
    )
    assert light(practice=strict).counts_from == HIRED


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (
            State.NOT_ELIGIBLE,
            "Personne non éligible à la date de l’embauche\u00a0: rien ne compte.",
        ),
        (
            State.INCOMPLETE,
            "Dossier incomplet\u00a0: rien ne compte avant la réponse du facilitateur.",
        ),
    ],
)
def test_without_a_favourable_answer_nothing_counts(state, reason):
    assert light(state=state, regularised_because="Panne") == GreenLight(None, reason)


@pytest.mark.parametrize(
    ("facts", "counts_from"),
    [
        ({"permanent_since": NOTIFIED, "notified_on": NOTIFIED}, None),
        ({"permanent_since": date(2026, 7, 2), "notified_on": NOTIFIED}, HIRED),
        ({"permanent_since": date(2026, 8, 31)}, None),
        ({"permanent_since": HIRED}, HIRED),
        ({"permanent_since": NOTIFIED, "notified_on": NOTIFIED, "under_clause": True}, HIRED),
        ({"permanent_since": date(2026, 8, 31), "under_clause": True}, HIRED),
        ({"notified_on": NOTIFIED}, HIRED),
    ],
)
def test_who_was_already_permanent_counts_only_if_a_clause_hired_them(facts, counts_from):
    found = light(**facts)
    assert found.counts_from == counts_from
    assert found.reason == (IN_TIME if counts_from else ALREADY)


def test_a_decision_for_another_day_is_refused():
    with pytest.raises(ValueError, match="au 2\u00a0septembre 2026 et l’embauche est du 1er"):
        green_light(Checked(HIRED, HIRED), decision(on=date(2026, 9, 2)))


@given(some.integers(-30, 30), some.sampled_from(State), some.sampled_from(["", "Panne"]))
def test_no_hour_counts_before_hiring_nor_without_an_answer(late, state, reasons):
    answered_on = HIRED + timedelta(late)
    found = light(state=state, answered_on=answered_on, regularised_because=reasons).counts_from
    assert (found is not None) == (state is State.ELIGIBLE)
    assert found is None or HIRED <= found <= max(HIRED, answered_on)
