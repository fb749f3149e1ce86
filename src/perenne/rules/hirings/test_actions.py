import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration.actions import ActionCode
from perenne.rules.hirings import ActionsMet, DoneAction, actions_met
from perenne.values import Hours

SESSION = DoneAction(ActionCode.GROUP_SESSION, Hours.of(3), is_proved=True)
done = some.lists(
    some.builds(
        DoneAction,
        some.sampled_from(ActionCode),
        some.integers(0, 3_000).map(Hours),
        some.booleans(),
        some.booleans(),
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("action", "counts"),
    [
        (SESSION, True),
        (DoneAction(ActionCode.GROUP_SESSION, Hours(179), is_proved=True), False),
        (DoneAction(ActionCode.GROUP_SESSION, Hours.of(3), is_proved=False), False),
        (DoneAction(ActionCode.HOSTING, Hours.of(35), is_proved=True), True),
        (DoneAction(ActionCode.HOSTING, Hours(35 * 60 - 1), is_proved=True), False),
        (DoneAction(ActionCode.SPONSORSHIP, Hours.of(6), is_proved=True), True),
        (DoneAction(ActionCode.SPONSORSHIP, Hours(359), is_proved=True), False),
        (DoneAction(ActionCode.STAFF_TRAINING, Hours.of(3), is_proved=True), True),
        (DoneAction(ActionCode.STAFF_TRAINING, Hours(179), is_proved=True), False),
        (DoneAction(ActionCode.AGREED, Hours.of(1), is_proved=True, is_agreed=True), True),
        (DoneAction(ActionCode.AGREED, Hours.of(1), is_proved=True), False),
        (DoneAction(ActionCode.AGREED, Hours.of(1), is_proved=False, is_agreed=True), False),
    ],
)
def test_an_action_counts_once_when_it_lasted_and_is_proved(action, counts):
    assert actions_met([action], 1).counted == int(counts)


def test_what_is_left_to_do_is_told_after_each_action():
    unproved = DoneAction(ActionCode.GROUP_SESSION, Hours.of(3), is_proved=False)
    found = actions_met([SESSION, unproved], 3)
    assert found == ActionsMet(
        1,
        2,
        (
            found.reasons[0],
            "Action sans preuve\u00a0: joignez la convention ou la feuille d’émargement.",
            "Actions comptées\u00a0: 1 sur 3\u202f; il en reste 2 à mener.",
        ),
    )
    assert found.reasons[0].startswith("Information collective")
    assert not found.are_met


@pytest.mark.parametrize(("owed", "missing"), [(0, 0), (1, 0), (2, 1)])
def test_more_than_is_owed_leaves_nothing_to_do(owed, missing):
    found = actions_met([SESSION], owed)
    assert (found.missing, found.are_met) == (missing, not missing)
    assert found.reasons[-1].endswith("l’engagement est tenu.") is not missing


@given(done, some.integers(0, 8))
def test_each_action_counts_once_at_most(actions, owed):
    found = actions_met(actions, owed)
    assert found.counted == sum(actions_met([one], 1).counted for one in actions)
    assert found.missing == max(0, owed - found.counted)
    assert len(found.reasons) == len(actions) + 1
