"""Targets of plain contracts, and what happened to them in words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from perenne.rules.calibration import Recalculation
from perenne.rules.practice import USUAL
from perenne.rules.targets import (
    Bill,
    Change,
    End,
    Order,
    Part,
    Pause,
    Renewing,
    due_when_terminated,
    happenings,
    period_on,
    target_on,
    written_on,
)
from perenne.rules.targets.periods import SUSPENSION_PUSHES_END
from perenne.rules.targets.test_target import PLAIN, SCHEME, START
from perenne.values import Euros, Hours


@pytest.mark.parametrize(
    ("change", "on", "due"),
    [
        ({}, date(2025, 6, 1), 1200),
        ({"starts_on": None}, date(2025, 6, 1), 1200),
        ({"amount": Euros(0), "changes": (Change(1, START, Euros.of(5)),)}, START, 1200),
        ({"changes": (Change(1, START, months=24),)}, START, 1200),
        ({"parts": (Part("f", Euros(0), is_firm=True), Part("o", Euros(0)))}, START, 1200),
        ({"end": End(date(2025, 6, 30), is_termination=True)}, date(2025, 7, 1), 595),
        (
            {"end": End(date(2025, 6, 30), is_termination=True), "starts_on": None},
            date(2025, 7, 1),
            0,
        ),
        (
            {
                "end": End(date(2025, 6, 30), is_termination=True),
                "orders": (
                    Order("1", Euros.of(80_000), START, None, (Bill(Euros.of(25_000), START),)),
                ),
            },
            date(2025, 7, 1),
            300,
        ),
        (
            {
                "written": SCHEME,
                "end": End(date(2025, 6, 30), is_termination=True),
                "orders": (
                    Order("1", Euros.of(9000), START, None, (Bill(Euros.of(2000), START),)),
                ),
            },
            date(2025, 7, 1),
            20,
        ),
        ({"renewal_months": (12,), "covers_renewals": False}, START, 1200),
        ({"renewal_months": (12,)}, START, 600),
    ],
)
def test_plain_examples(change, on, due):
    """595 h: 181 days out of 365, 1 200 h x 181 / 365 = 595 h 04."""
    assert target_on(replace(PLAIN, **change), on).due.minutes // 60 == due


def test_a_committee_may_hold_that_a_suspension_does_not_push_the_end():
    paused = replace(PLAIN, pauses=(Pause(date(2025, 3, 1), date(2025, 3, 10)),))
    kept = USUAL.choosing(SUSPENSION_PUSHES_END, value=False)
    day = date(2025, 4, 1)
    assert period_on(paused, day).ends_on == date(2026, 1, 10)
    assert period_on(paused, day, practice=kept).ends_on == date(2025, 12, 31)
    assert "la fin ne change pas" in " ".join(period_on(paused, day, practice=kept).reasons)
    assert period_on(replace(PLAIN, starts_on=None), day, known_on=day) is None


def test_a_suspension_that_lasts_stops_the_pace_and_leaves_what_is_to_come():
    """59 days done of 365: 1 200 h x 59 / 365 = 193 h 58, as long as it lasts."""
    paused = replace(PLAIN, pauses=(Pause(date(2025, 3, 1)),))
    for day in (date(2025, 2, 28), date(2025, 3, 1), date(2025, 9, 30)):
        assert target_on(paused, day).paced == Hours(193 * 60 + 58)


def test_a_suspension_after_the_last_day_pushes_nothing():
    late = replace(PLAIN, pauses=(Pause(date(2026, 3, 1), date(2026, 3, 1)),))
    assert period_on(late, date(2026, 4, 1)).ends_on == date(2025, 12, 31)


def test_a_renewal_after_one_that_was_refused_does_not_count():
    renewed = (Renewing(1, START, START, takes_place=False), Renewing(2, START, START))
    facts = replace(PLAIN, renewal_months=(12, 12), renewals=renewed)
    found = target_on(facts, START)
    assert (found.due, found.conditional) == (Hours.of(400), Hours(0))


def test_what_is_written_names_each_amendment():
    amended = replace(
        PLAIN,
        recalculation=Recalculation.BEYOND_5,
        changes=(Change(1, START, Euros.of(103_000)), Change(2, START, Euros.of(110_000))),
    )
    found = written_on(amended, START)
    assert found.volume == Hours.of(1320)
    assert found.amount == Euros.of(110_000)
    assert [reason.split(",")[0] for reason in found.reasons[1:]] == [
        "Avenant n°\u00a01",
        "Avenant n°\u00a02",
    ]
    assert due_when_terminated(Hours(60), carried_out=Fraction(1, 2), acquired=Hours(0)) == Hours(
        30
    )


def test_what_happens_is_told_in_the_order_of_the_days():
    facts = replace(
        PLAIN,
        renewals=(Renewing(1, date(2025, 11, 2), date(2026, 1, 1)),),
        pauses=(Pause(date(2025, 3, 1), date(2025, 3, 10)), Pause(date(2025, 9, 1))),
        parts=(
            Part("ferme", Euros(1), is_firm=True),
            Part("un", Euros(1), affirmed_on=date(2025, 4, 1)),
            Part("deux", Euros(1), lapses_on=date(2025, 4, 30)),
        ),
        orders=(
            Order(
                "B1",
                Euros.of(10),
                date(2025, 5, 2),
                date(2025, 6, 2),
                (Bill(Euros.of(9), date(2025, 5, 9)), Bill(Euros.of(-1), date(2025, 5, 10))),
            ),
        ),
        end=End(date(2026, 5, 1)),
    )
    assert [
        (it.on.isoformat()[2:], it.label.replace("\u00a0", " ")) for it in happenings(facts)
    ] == [
        ("25-01-01", "Notification du marché"),
        ("25-01-01", "Début de l’exécution"),
        ("25-03-01", "Suspension de l’exécution"),
        ("25-03-11", "Reprise de l’exécution"),
        ("25-04-01", "Tranche affermie : un"),
        ("25-05-01", "Délai passé : deux"),
        ("25-05-02", "Commande B1 : 10 €"),
        ("25-05-09", "Facture sur B1 : 9 €"),
        ("25-05-10", "Avoir sur B1 : -1 €"),
        ("25-06-02", "Commande B1 soldée"),
        ("25-09-01", "Suspension de l’exécution"),
        ("25-11-02", "Reconduction n° 1 décidée"),
        ("26-01-01", "Début de la reconduction n° 1"),
        ("26-05-01", "Fin du marché"),
    ]
