from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.eligibility import clock, outlook
from perenne.values import Period

RIGHT = Period(date(2026, 9, 1), date(2028, 9, 1))
days = some.dates(date(2026, 1, 1), date(2029, 12, 31))
jobs = some.lists(
    some.tuples(days, some.integers(1, 400)).map(
        lambda said: Period(said[0], said[0] + timedelta(said[1]))
    ),
    max_size=5,
)


@pytest.mark.parametrize(
    ("on", "left", "said"),
    [
        (date(2026, 1, 1), (24, 0), "reste 24 mois."),
        (date(2026, 11, 26), (21, 6), "reste 21 mois."),
        (date(2028, 8, 20), (0, 12), "reste 12 jours."),
        (date(2028, 8, 31), (0, 1), "reste 1 jour."),
        (date(2028, 9, 1), (0, 0), "Le droit a pris fin le 31 août 2028."),
    ],
)
def test_the_clock_says_what_is_left(on, left, said):
    found = clock(RIGHT, on=on)
    assert (found.months, found.days) == left
    assert found.sentence.replace("\u00a0", " ").endswith(said)
    assert found.is_over is (on >= RIGHT.end)


def period(first, last):
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("held", "on", "gaps", "said"),
    [
        ([], "2026-11-26", [], "Aucune embauche n’est prévue."),
        (
            [("2026-09-01", "2027-03-01")], "2026-11-26", [("2027-03-01", "2028-09-01")],
            "Rien de prévu après le 28 février 2027. Sans embauche avant le 28 août 2027, "
            "l’éligibilité se vérifie de nouveau.",
        ),
        (
            [("2026-09-01", "2027-03-01"), ("2027-02-01", "2028-06-01")], "2026-11-26",
            [("2028-06-01", "2028-09-01")], "Rien de prévu après le 31 mai 2028.",
        ),
        (
            [("2026-09-01", "2026-10-01")], "2027-06-01", [("2026-10-01", "2028-09-01")],
            "Rien depuis le 30 septembre 2026 : vérifiez de nouveau l’éligibilité avant "
            "d’embaucher.",
        ),
        (
            [("2028-01-01", "2029-01-01"), ("2026-01-01", "2026-12-01")], "2026-11-26",
            [("2026-12-01", "2028-01-01")], "Des embauches couvrent la suite du droit.",
        ),
        ([("2025-01-01", "2026-09-01")], "2026-11-26", [], "Aucune embauche n’est prévue."),
    ],
)  # fmt: skip
def test_what_is_left_to_foresee(held, on, gaps, said):
    found = outlook([period(*one) for one in held], RIGHT, on=date.fromisoformat(on))
    assert list(found.gaps) == [period(*one) for one in gaps]
    assert found.sentence.replace("\u00a0", " ") == said


@given(jobs, days)
def test_each_day_of_the_right_is_worked_or_in_a_gap_once_the_first_job_began(held, on):
    found = outlook(held, RIGHT, on=on)
    worked = {
        day
        for job in held
        for day in (RIGHT.start + timedelta(n) for n in range(731))
        if job.start <= day < job.end and day < RIGHT.end
    }
    idle = [
        gap.start + timedelta(n) for gap in found.gaps for n in range((gap.end - gap.start).days)
    ]
    assert not worked & set(idle)
    assert len(set(idle)) == len(idle)
    if worked:
        assert len(worked) + len(idle) == (RIGHT.end - min(worked)).days
