import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import read

from perenne.rules.penalties import (
    Bracket,
    Facts,
    Formula,
    PenaltyInputs,
    Tariff,
    compute,
    from_plain,
    recompute,
    to_plain,
)
from perenne.rules.penalties.inputs import VERSION
from perenne.values import Euros, Hours, Share

DECIDED = [pytest.param(case, id=case["cas"]) for case in read("penalty_version_1")]

amounts = some.integers(0, 10**9).map(Euros)
hours = some.integers(0, 10**6).map(Hours)
shares = some.integers(0, 10_000).map(Share)
multiples = some.integers(0, 60_000).map(Share)
counts = some.integers(0, 400)
brackets = some.lists(some.integers(1, 9_999), unique=True, max_size=3).flatmap(
    lambda bounds: some.lists(multiples, min_size=len(bounds) + 1, max_size=len(bounds) + 1).map(
        lambda factors: tuple(
            Bracket(None if bound is None else Share(bound), factor)
            for bound, factor in zip([*sorted(bounds), None], factors, strict=True)
        )
    )
)
tariffs = some.builds(
    Tariff,
    formula=some.sampled_from(Formula),
    article=some.text(max_size=30),
    rate=some.none() | amounts,
    times=some.none() | multiples,
    part=some.none() | shares,
    brackets=some.just(()) | brackets,
    per_document=some.booleans(),
    working_days=some.booleans(),
    cap=some.none() | shares,
    exempt_up_to=some.none() | amounts,
    under_ccag=some.booleans(),
    private=some.booleans(),
)
facts = some.builds(
    Facts,
    on=some.dates(),
    due=hours,
    validated=hours,
    exonerated=hours,
    units=counts,
    late_days=counts,
    documents=counts,
    reference=amounts,
    contract_amount=amounts,
    earlier=amounts,
)
inputs = some.builds(PenaltyInputs, tariff=tariffs, facts=facts)


@pytest.mark.parametrize("case", DECIDED)
def test_a_penalty_decided_long_ago_comes_out_to_the_same_cent(case):
    assert recompute(case["conservé"]).amount.cents == case["centimes"]
    assert to_plain(from_plain(case["conservé"])) == case["conservé"]


def test_the_penalties_kept_are_of_every_formula():
    kept = {case.values[0]["conservé"]["tariff"]["formula"] for case in DECIDED}
    assert kept == set(Formula)


@given(inputs)
def test_what_is_kept_reads_back_exactly_through_json(given_inputs):
    plain = to_plain(given_inputs)
    assert from_plain(json.loads(json.dumps(plain))) == given_inputs
    assert recompute(plain) == compute(given_inputs)


@given(inputs)
def test_only_plain_types_are_kept(given_inputs):
    def is_plain(value):
        if type(value) is dict:
            return all(type(key) is str and is_plain(held) for key, held in value.items())
        if type(value) is list:
            return all(map(is_plain, value))
        return value is None or type(value) in {str, int, bool}

    assert is_plain(to_plain(given_inputs))


def test_what_is_kept_names_its_units():
    plain = to_plain(
        PenaltyInputs(
            tariff=Tariff(
                formula=Formula.PROGRESSIVE,
                rate=Euros.of(50),
                brackets=(
                    Bracket(Share.percent(10), Share.percent(100)),
                    Bracket(None, Share.percent(200)),
                ),
            ),
            facts=Facts(on=date(2026, 11, 25), due=Hours.of(10)),
        )
    )
    assert plain["version"] == VERSION
    assert plain["tariff"]["rate_cents"] == 5_000
    assert plain["tariff"]["cap_basis_points"] is None
    assert plain["tariff"]["brackets"] == [
        {"up_to_basis_points": 1_000, "times_basis_points": 10_000},
        {"up_to_basis_points": None, "times_basis_points": 20_000},
    ]
    assert plain["facts"]["on"] == "2026-11-25"
    assert plain["facts"]["due_minutes"] == 600


@pytest.mark.parametrize("lacking", ["tariff", "facts", "version"])
def test_nothing_is_supposed_about_what_was_not_kept(lacking):
    plain = dict(read("penalty_version_1")[0]["conservé"])
    del plain[lacking]
    with pytest.raises(KeyError, match=lacking):
        from_plain(plain)
