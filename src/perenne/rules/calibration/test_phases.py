from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Phase, volume_of_phases
from perenne.values import Hours

DAY = date(2027, 3, 1)
FIRM = Phase("Tranche ferme", Hours.of(500), is_firm=True)


def optional(hours=200, *, affirmed=None, lapses=None):
    return Phase("Tranche optionnelle", Hours.of(hours), affirmed_on=affirmed, lapses_on=lapses)


def plain(said):
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("phase", "owed", "conditional"),
    [
        (optional(), 500, 200),
        (optional(affirmed=date(2027, 2, 28)), 700, 0),
        (optional(affirmed=DAY), 700, 0),
        (optional(affirmed=date(2027, 3, 2)), 500, 200),
        (optional(lapses=DAY), 500, 200),
        (optional(lapses=date(2027, 2, 28)), 500, 0),
        (optional(affirmed=date(2027, 1, 1), lapses=date(2027, 2, 1)), 700, 0),
    ],
)
def test_an_optional_phase_is_owed_once_affirmed_and_lost_once_lapsed(phase, owed, conditional):
    found = volume_of_phases([FIRM, phase], on=DAY)
    assert (found.owed, found.conditional) == (Hours.of(owed), Hours.of(conditional))


def test_the_firm_phase_is_owed_whatever_the_day():
    found = volume_of_phases([FIRM], on=date(1900, 1, 1))
    assert found.owed == Hours.of(500)
    assert not FIRM.has_lapsed(date(2100, 1, 1))


@pytest.mark.parametrize(
    ("phases", "said"),
    [
        ([FIRM], "500 h dues au titre des tranches affermies."),
        (
            [FIRM, optional()],
            "500 h dues au titre des tranches affermies. 200 h de plus si l’acheteur affermit la "
            "tranche optionnelle : suivez ce volume à part.",
        ),
        (
            [optional(100), FIRM, optional()],
            "500 h dues au titre des tranches affermies. 300 h de plus si l’acheteur affermit les "
            "2 tranches optionnelles : suivez ce volume à part.",
        ),
    ],
)
def test_what_depends_on_the_buyer_is_told_apart(phases, said):
    assert plain(volume_of_phases(phases, on=DAY).reason) == said


@pytest.mark.parametrize("phases", [[], [optional()], [FIRM, FIRM]])
def test_there_is_one_firm_phase_and_one_only(phases):
    with pytest.raises(
        ValueError,
        match=r"^Un marché à tranches a une tranche ferme et une seule\u00a0: corrigez-les\.$",
    ):
        volume_of_phases(phases, on=DAY)


days = some.none() | some.dates(date(2026, 1, 1), date(2029, 1, 1))
phases = some.lists(
    some.builds(
        Phase,
        label=some.just("Tranche optionnelle"),
        hours=some.integers(0, 10**6).map(Hours),
        is_firm=some.just(False),
        affirmed_on=days,
        lapses_on=days,
    ),
    max_size=5,
)


@given(phases, some.dates(date(2026, 1, 1), date(2029, 1, 1)), some.integers(0, 400))
def test_what_is_owed_never_falls_and_stays_within_the_whole(optionals, day, later):
    now = volume_of_phases([FIRM, *optionals], on=day)
    then = volume_of_phases([FIRM, *optionals], on=date.fromordinal(day.toordinal() + later))
    whole = sum((phase.hours for phase in optionals), FIRM.hours)
    assert FIRM.hours <= now.owed <= then.owed <= whole
    assert now.owed + now.conditional <= whole
