"""The table of refusals, and what is true of any certificate."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.certificates import (
    CertificateFacts,
    CertificateKind,
    MonthWaiting,
    objections,
    span_of,
)
from perenne.values import Hours, Period

YEARLY, FINAL = CertificateKind.YEARLY, CertificateKind.FINAL
STARTS, ENDS = date(2024, 3, 1), date(2026, 2, 28)
READY = CertificateFacts(
    kind=YEARLY, on=date(2026, 1, 15), period=Period(date(2025, 1, 1), date(2026, 1, 1)),
    ended_on=None, counted=Hours.of(812), due=Hours.of(1_000), due_on_the_eve=Hours.of(1_000),
)  # fmt: skip
OVER = replace(
    READY, kind=FINAL, on=date(2026, 4, 1), period=Period(STARTS, date(2026, 3, 1)), ended_on=ENDS
)
MONTHS = tuple(date(2025, number, 1) for number in range(2, 8))


def waiting(*months, is_declared):
    return {"waiting": tuple(MonthWaiting(month, is_declared) for month in months)}


@pytest.mark.parametrize(
    ("kind", "year", "days"),
    [
        (YEARLY, 2023, None),
        (YEARLY, 2024, (STARTS, date(2024, 12, 31))),
        (YEARLY, 2025, (date(2025, 1, 1), date(2025, 12, 31))),
        (YEARLY, 2026, (date(2026, 1, 1), ENDS)),
        (YEARLY, 2027, None),
        (FINAL, 2025, (STARTS, ENDS)),
    ],
)
def test_the_days_that_it_covers(kind, year, days):
    span = span_of(kind, year, starts_on=STARTS, ends_on=ENDS)
    assert (span and (span.start, span.last_day)) == days


@pytest.mark.parametrize(
    ("facts", "changed", "said"),
    [
        (READY, {}, []),
        (OVER, {}, []),
        (READY, {"period": None, "counted": Hours(0)}, ["ne s’exécutait pas cette année-là"]),
        (READY, {"on": date(2025, 12, 31)}, ["revenez à partir du 1er janvier 2026"]),
        (READY, {"on": date(2026, 1, 1)}, []),
        (OVER, {"ended_on": None}, ["n’est pas terminé"]),
        (OVER, {"on": ENDS}, ["n’est pas terminé"]),
        (READY, {"due": Hours.of(900)}, ["vient de changer"]),
        (OVER, {"is_disputed": True}, ["Un manquement est encore suivi"]),
        (READY, {"is_disputed": True}, []),
        (READY, {"counted": Hours(0)}, ["Aucune heure"]),
        (READY, waiting(MONTHS[0], is_declared=True), ["validation (de février 2025). Validez"]),
        (READY, waiting(*MONTHS, is_declared=False), ["avril 2025 et 3 autres mois). Demandez"]),
        (
            OVER,
            {**waiting(MONTHS[0], is_declared=True), "ended_on": None},
            ["n’est pas terminé", "leur validation"],
        ),
    ],
)
def test_what_keeps_it_from_being_issued(facts, changed, said):
    found = objections(replace(facts, **changed))
    assert len(found) == len(said)
    for words, sentence in zip(said, found, strict=True):
        assert words in sentence.replace("\u00a0", " ")


def test_each_kind_has_its_name():
    assert [kind.label for kind in CertificateKind] == [
        "Attestation annuelle",
        "Attestation finale",
    ]


days = some.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(days, some.integers(0, 2_000), some.integers(2019, 2032))
def test_the_years_of_a_contract_cover_its_days_once_each(start, length, year):
    end = start + timedelta(length)
    spans = [
        span_of(YEARLY, one, starts_on=start, ends_on=end)
        for one in range(start.year, end.year + 1)
    ]
    assert sum((span.end - span.start).days for span in spans if span) == length + 1
    alone = span_of(YEARLY, year, starts_on=start, ends_on=end)
    assert (alone is not None) == (start.year <= year <= end.year)


@given(days, days)
def test_nothing_is_certified_before_its_period_is_over(on, end):
    facts = replace(READY, on=on, period=Period(date(2019, 1, 1), end))
    assert (not objections(facts)) == (on >= end)
