from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.calibration import as_fte, as_share, hours_of_fte, hours_of_production
from perenne.rules.calibration.fte_bases import FTE_BASE, FTE_BASES
from perenne.rules.practice import USUAL
from perenne.values import FteBase, Hours, Share


def held(base):
    return USUAL.choosing(FTE_BASE, base)


@pytest.mark.parametrize(
    ("hours", "production", "share"),
    [
        (3_600, 36_000, "10"),
        (833, 16_667, "5"),
        (0, 10, "0"),
        (10, 10, "100"),
        (1, 3, "33.33"),
        ("0.0167", "0.0167", "100"),
    ],
)
def test_a_volume_is_a_share_of_the_hours_worked(hours, production, share):
    assert as_share(Hours.of(hours), Hours.of(production)) == Share.percent(share)


@pytest.mark.parametrize("nothing", [0, -1])
def test_nothing_worked_has_no_share(nothing):
    with pytest.raises(
        ValueError,
        match=r"^Aucune heure n’est travaillée\u00a0: donnez les heures de production du marché\.$",
    ):
        as_share(Hours.of(1), Hours(nothing))


@given(some.integers(0, 10_000).map(Share), some.integers(600_000, 10**8).map(Hours))
def test_a_share_of_enough_hours_reads_back(share, production):
    assert as_share(hours_of_production(production, share), production) == share


@pytest.mark.parametrize(
    ("hours", "months", "base", "fte"),
    [
        (833, 12, FteBase.LEGAL, "0.52"),
        (833, 12, FteBase.PAID, "0.46"),
        (1_607, 24, FteBase.LEGAL, "0.50"),
        (1_600, 24, FteBase.NETWORK, "0.50"),
        (1_607, 1, FteBase.LEGAL, "12.00"),
        (0, 12, FteBase.LEGAL, "0.00"),
    ],
)
def test_a_volume_is_so_many_full_time_equivalents_during_so_many_months(hours, months, base, fte):
    found = as_fte(Hours.of(hours), months=months, practice=held(base))
    assert (str(found.equivalents), found.base) == (fte, base)


def test_the_base_is_written_beside_the_figure_and_is_the_legal_one_unless_held_otherwise():
    found = as_fte(Hours.of(833), months=12)
    assert str(found).replace("\u202f", " ").replace("\u00a0", " ") == "0,52 ETP (base 1 607 h)"


@pytest.mark.parametrize(("code", "expected", "hours"), rows_of("fte_bases"))
def test_a_full_time_equivalent_of_a_year_is_as_many_hours_as_its_base(code, expected, hours):
    base = FTE_BASES[code].base
    assert (hours_of_fte(Decimal(1), months=12, base=base) == Hours.of(hours)) is expected
    assert f"{int(base):,}".replace(",", " ") in FTE_BASES[code].label


def test_every_base_is_a_choice():
    assert {row.base for row in FTE_BASES} == set(FTE_BASE.choices) == set(FteBase)


@pytest.mark.parametrize("months", [0, -1])
def test_without_a_duration_there_is_no_full_time_equivalent(months):
    with pytest.raises(
        ValueError, match=r"^La durée manque\u00a0: donnez-la en mois, à partir de 1\.$"
    ):
        as_fte(Hours.of(1), months=months)


@given(
    some.integers(0, 1_000).map(lambda n: Decimal(n) / 4),
    some.integers(1, 60),
    some.sampled_from(FteBase),
)
def test_full_time_equivalents_read_back(fte, months, base):
    found = as_fte(hours_of_fte(fte, months=months, base=base), months=months, practice=held(base))
    assert found.equivalents == fte
