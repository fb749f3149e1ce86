from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.legal_bases import COMBINATIONS, Device, Outcome, Regime, combine

REGIMES = {
    "marché": Regime.PUBLIC_CONTRACT,
    "concession": Regime.CONCESSION,
    "privé": Regime.PRIVATE,
}
DEVICES = {
    "condition": Device.CONDITION,
    "critère": Device.CRITERION,
    "objet": Device.SUBJECT_MATTER,
    "handicap": Device.RESERVED_DISABILITY,
    "insertion": Device.RESERVED_INCLUSION,
    "prison": Device.RESERVED_PRISON,
    "ess": Device.RESERVED_SOCIAL_ECONOMY,
}
OUTCOMES = {
    "permis": Outcome.ALLOWED,
    "à surveiller": Outcome.WATCHED,
    "interdit": Outcome.FORBIDDEN,
}
TODAY = date(2026, 9, 1)
RISING = [Outcome.ALLOWED, Outcome.WATCHED, Outcome.FORBIDDEN]
some_devices = some.frozensets(some.sampled_from(Device), min_size=1)
days = some.dates(date(2015, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(("code", "told", "case"), rows_of("combinations"))
def test_devices_combine_as_the_lawyer_wrote(code, told, case):
    found = combine(
        frozenset(DEVICES[name] for name in case["dispositifs"]),
        on=case.get("consultation", TODAY),
        regime=REGIMES[case.get("contrat", "marché")],
    )
    assert (code in [note.code for note in found.notes]) is told
    assert found.outcome is OUTCOMES[case["issue"]]


def test_each_pair_has_its_row_and_each_row_its_cases():
    pairs = {row.devices for row in COMBINATIONS if len(row.devices) == 2}
    assert pairs == set(map(frozenset, combinations(Device, 2)))
    assert {case.values[0] for case in rows_of("combinations")} == {
        row.code for row in COMBINATIONS
    }


def test_the_gravest_remark_comes_first():
    found = combine(
        frozenset({Device.CONDITION, Device.RESERVED_INCLUSION, Device.RESERVED_PRISON}), on=TODAY
    )
    assert [note.outcome for note in found.notes] == [
        Outcome.FORBIDDEN,
        Outcome.WATCHED,
        Outcome.WATCHED,
    ]
    assert found.notes[0].code == "reserved_inclusion+reserved_prison"


def test_a_refused_pair_names_the_text_that_refuses_it():
    both = frozenset({Device.RESERVED_DISABILITY, Device.RESERVED_INCLUSION})
    (concession,) = combine(both, on=TODAY, regime=Regime.CONCESSION).notes
    (contract,) = combine(both, on=date(2020, 12, 8)).notes
    assert concession.source.article == "article L3113-3"
    assert contract.source.article == "article L2113-14"
    assert "depuis le 9\u00a0décembre 2020" in contract.reason


def test_a_device_that_does_not_exist_says_so():
    (note,) = combine(frozenset({Device.SUBJECT_MATTER}), on=TODAY, regime=Regime.CONCESSION).notes
    assert (note.code, note.source.article) == (Device.SUBJECT_MATTER, "article L3")
    assert "n’existe pas pour ce contrat" in note.reason
    assert note.reason.endswith("insertion, objet du marché.")


def test_a_reservation_of_prison_waits_for_its_share():
    (note,) = combine(frozenset({Device.RESERVED_PRISON}), on=date(2022, 12, 31)).notes
    assert (note.code, note.outcome) == (Device.RESERVED_PRISON, Outcome.FORBIDDEN)
    assert note.source.article == "article R2113-7"


def test_nothing_chosen_is_nothing_to_combine():
    with pytest.raises(ValueError, match="Choisissez au moins un dispositif"):
        combine(frozenset(), on=TODAY)


@given(some_devices, days, some.sampled_from(Regime))
def test_the_outcome_is_that_of_the_gravest_remark(devices, day, regime):
    found = combine(devices, on=day, regime=regime)
    ranks = [RISING.index(note.outcome) for note in found.notes]
    assert ranks == sorted(ranks, reverse=True)
    assert RISING.index(found.outcome) == max(ranks, default=0)
    assert all(note.reason.endswith(".") for note in found.notes)


@given(some_devices, some.sampled_from(Device), days, some.sampled_from(Regime))
def test_what_is_forbidden_stays_so_with_one_more_device(devices, more, day, regime):
    if combine(devices, on=day, regime=regime).outcome is Outcome.FORBIDDEN:
        assert combine(devices | {more}, on=day, regime=regime).outcome is Outcome.FORBIDDEN


@given(some_devices, days)
def test_a_private_contract_has_only_its_condition(devices, day):
    found = combine(devices, on=day, regime=Regime.PRIVATE)
    assert (found.outcome is Outcome.FORBIDDEN) is (devices != {Device.CONDITION})


@pytest.mark.parametrize("word", [*Device, *Outcome])
def test_devices_and_outcomes_have_a_french_label(word):
    assert word.label
    assert word.label != word.value
