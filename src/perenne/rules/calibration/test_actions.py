import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.calibration import ActionCode, action_counts, actions_owed
from perenne.rules.calibration.actions import ACTIONS_A_YEAR
from perenne.rules.practice import USUAL
from perenne.values import Hours


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("qualitative_actions"))
def test_an_action_counts_when_it_lasts_long_enough(code, expected, case):
    found = action_counts(
        ActionCode(code), Hours.of(case["heures"]), is_agreed=case.get("accord") == "oui"
    )
    assert found.counts is expected
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("code", "hours", "said"),
    [
        ("hosting", 20, "Accueil en stage ou en immersion : 20 h sur les 35 h demandées."),
        ("hosting", 35, "Accueil en stage ou en immersion : l’action compte pour une."),
        ("agreed", 9, "demandez l’accord écrit du facilitateur avant de la mener."),
    ],
)
def test_the_reason_says_what_is_missing(code, hours, said):
    found = action_counts(ActionCode(code), Hours.of(hours)).reason
    assert said in found.replace("\u00a0", " ")


def test_agreement_does_not_make_up_for_a_short_action():
    assert not action_counts(ActionCode.SPONSORSHIP, Hours.of(5), is_agreed=True).counts


@pytest.mark.parametrize(
    ("months", "owed"), [(0, 0), (1, 1), (12, 1), (13, 2), (18, 2), (24, 2), (48, 4)]
)
def test_one_action_is_owed_for_each_year_begun(months, owed):
    assert actions_owed(months) == owed
    assert actions_owed(months, practice=USUAL.choosing(ACTIONS_A_YEAR, 3)) == 3 * owed


@given(some.integers(0, 600))
def test_a_year_more_owes_one_more_action(months):
    assert actions_owed(months + 12) == actions_owed(months) + 1
