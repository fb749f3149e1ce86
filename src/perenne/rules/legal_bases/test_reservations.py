from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.legal_bases import RESERVATIONS, Regime, ReservedTo, may_answer, may_reserve
from perenne.values import Share

REGIMES = {
    "marché": Regime.PUBLIC_CONTRACT,
    "concession": Regime.CONCESSION,
    "privé": Regime.PRIVATE,
}
TODAY = date(2026, 11, 25)
BOTH = ReservedTo.DISABILITY_AND_INCLUSION


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("code", "open_", "case"), rows_of("reservations"))
def test_a_structure_may_answer_where_the_lawyer_wrote_it(code, open_, case):
    found = may_answer(
        ReservedTo(code),
        Share.percent(str(case["part"])),
        on=case.get("consultation", date(2026, 9, 1)),
        regime=REGIMES[case.get("contrat", "marché")],
    )
    assert found.is_open is open_
    assert bool(found.articles) is open_
    assert case.get("dit", "") in plain(found.reason)


def test_each_reservation_has_its_cases():
    assert {case.values[0] for case in rows_of("reservations")} == set(ReservedTo)


@pytest.mark.parametrize(
    ("reserved_to", "regime", "articles"),
    [
        (ReservedTo.DISABILITY, Regime.PUBLIC_CONTRACT, ["L2113-12", "R2113-7"]),
        (ReservedTo.INCLUSION, Regime.PUBLIC_CONTRACT, ["L2113-13", "R2113-7"]),
        (BOTH, Regime.PUBLIC_CONTRACT, ["L2113-14", "L2113-12", "L2113-13", "R2113-7"]),
        (ReservedTo.PRISON, Regime.PUBLIC_CONTRACT, ["L2113-13-1", "R2113-7"]),
        (ReservedTo.DISABILITY, Regime.CONCESSION, ["L3113-1", "R3113-1"]),
        (ReservedTo.INCLUSION, Regime.CONCESSION, ["L3113-2", "R3113-1"]),
        (ReservedTo.PRISON, Regime.CONCESSION, ["L3113-2-1", "R3113-1"]),
    ],
)
def test_the_notice_names_the_article_used(reserved_to, regime, articles):
    found = may_reserve(reserved_to, on=TODAY, regime=regime)
    assert [source.article.removeprefix("article ") for source in found.articles] == articles
    assert "mentionnez-le dans l’avis" in found.reason
    assert articles[0] in found.reason


def test_a_reason_says_both_the_share_and_the_least_one():
    assert plain(may_answer(ReservedTo.INCLUSION, Share.percent(60), on=TODAY).reason) == (
        "La structure emploie 60 % de travailleurs défavorisés, pour 50 % demandés."
    )


@given(
    some.sampled_from(ReservedTo),
    some.integers(0, 10_000).map(Share),
    some.integers(0, 10_000).map(Share),
    some.dates(date(2010, 1, 1), date(2040, 1, 1)),
    some.sampled_from(Regime),
)
def test_more_workers_never_close_a_reservation(reserved_to, share, more, day, regime):
    low, high = sorted((share, more))
    if may_answer(reserved_to, low, on=day, regime=regime).is_open:
        assert may_answer(reserved_to, high, on=day, regime=regime).is_open
        assert may_reserve(reserved_to, on=day, regime=regime).is_open


@given(some.sampled_from(ReservedTo), some.dates(), some.integers(0, 10_000).map(Share))
def test_a_private_buyer_reserves_nothing(reserved_to, day, share):
    assert not may_answer(reserved_to, share, on=day, regime=Regime.PRIVATE).is_open


@given(some.dates(), some.integers(0, 10_000).map(Share))
def test_a_concession_is_never_reserved_to_both(day, share):
    assert not may_answer(BOTH, share, on=day, regime=Regime.CONCESSION).is_open


@pytest.mark.parametrize("row", RESERVATIONS.rows)
def test_a_reservation_has_a_name_and_its_first_article(row):
    assert row.code.label == row.label
    assert row.source is row.of_contracts[0]
