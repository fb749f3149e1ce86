import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Duration, spread_over_renewals
from perenne.values import Hours

durations = some.builds(
    Duration, some.integers(1, 60), some.lists(some.integers(1, 24), max_size=6).map(tuple)
)
FOUR_YEARS = Duration(12, (12, 12, 12))


def plain(said):
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def test_four_years_of_cleaning_owe_each_year_only_when_it_is_renewed():
    found = spread_over_renewals(Hours.of(2_181), FOUR_YEARS)
    assert found.firm == Hours.of("545.25")
    assert found.renewals == (Hours.of("545.25"),) * 3
    assert [found.owed(renewed) for renewed in range(4)] == [
        Hours.of("545.25"),
        Hours.of("1090.5"),
        Hours.of("1635.75"),
        Hours.of(2_181),
    ]
    assert found.most == Hours.of(2_181)


def test_a_longer_period_owes_more_and_the_last_minutes_are_shared():
    found = spread_over_renewals(Hours(100), Duration(24, (12, 1)))
    assert (found.firm, found.renewals) == (Hours(65), (Hours(32), Hours(3)))


def test_the_reason_tells_each_part_and_its_condition():
    found = spread_over_renewals(Hours.of(300), Duration(12, (12, 6)))
    assert plain(found.reason) == (
        "Volume calculé sur 30 mois : 120 h pour la période ferme, puis 120 h et 60 h à chaque "
        "reconduction. N’ajoutez ces heures que si la reconduction a lieu."
    )


def test_without_renewal_the_whole_is_owed():
    found = spread_over_renewals(Hours.of(300), Duration(12))
    assert (found.firm, found.renewals, found.most) == (Hours.of(300), (), Hours.of(300))
    assert plain(found.reason) == "Marché sans reconduction : 300 h sont dues."


@pytest.mark.parametrize("renewed", [-1, 4])
def test_a_contract_is_not_renewed_more_than_it_says(renewed):
    with pytest.raises(
        ValueError,
        match=r"^Ce marché se reconduit 3 fois au plus\u00a0: corrigez le nombre de reconduc",
    ):
        spread_over_renewals(Hours.of(1), FOUR_YEARS).owed(renewed)


@pytest.mark.parametrize(("firm", "renewals"), [(0, ()), (12, (0,)), (12, (12, -1))])
def test_a_period_lasts_at_least_a_month(firm, renewals):
    with pytest.raises(
        ValueError,
        match=r"^Une période dure au moins un mois\u00a0: corrigez la durée du marché\.$",
    ):
        Duration(firm, renewals)


@given(some.integers(0, 10**8).map(Hours), durations)
def test_the_parts_add_up_to_the_volume_and_follow_the_months(hours, duration):
    found = spread_over_renewals(hours, duration)
    assert found.most == hours
    assert duration.longest == duration.firm + sum(duration.renewals)
    for part, months in zip(
        (found.firm, *found.renewals), (duration.firm, *duration.renewals), strict=True
    ):
        assert abs(part.minutes * duration.longest - hours.minutes * months) < duration.longest
