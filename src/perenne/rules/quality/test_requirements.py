import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.practice import USUAL
from perenne.rules.quality import REQUIREMENTS, Asked, RequirementKind, excesses
from perenne.rules.quality.numbers import LEAST_PER_PERSON
from perenne.values import Hours


def asked_by(code, case):
    months = case.get("mois", 12)
    quantities = {"persons": case["personnes"]} if "personnes" in case else {}
    return Asked(
        Hours.of(case.get("heures", 833)),
        None if months == "inconnue" else months,
        quantities | {code: case["demande"]},
    )


@pytest.mark.parametrize(("code", "is_too_much", "case"), rows_of("requirements"))
def test_what_is_too_much_is_what_was_written(code, is_too_much, case):
    found = [excess.code for excess in excesses(asked_by(code, case))]
    assert (code in found) is is_too_much


def test_nothing_asked_is_in_excess_of_nothing():
    assert excesses(Asked(Hours.of(10), 1)) == ()


def test_an_excess_says_the_figures_and_what_to_do():
    (found,) = excesses(Asked(Hours.of(300), 12, {"persons": 3}))
    assert found.label == "Nombre de personnes différentes"
    assert found.sentence == (
        "3 personnes pour 300\u00a0h\u202f: moins de 150\u00a0h chacune, le parcours est trop "
        "court. Demandez moins de personnes."
    ).replace("\u202f:", "\u00a0:")
    assert not found.is_impossible


def test_what_cannot_be_done_at_all_is_told_apart():
    found = excesses(Asked(Hours.of(833), 8, {"contract_months": 12, "lasting_jobs": 80}))
    assert [(one.code, one.is_impossible) for one in found] == [
        ("contract_months", True),
        ("lasting_jobs", False),
    ]


def test_a_committee_may_hold_another_bound():
    practice = USUAL.choosing(LEAST_PER_PERSON, Hours.of(100))
    assert excesses(Asked(Hours.of(300), 12, {"persons": 3}, practice)) == ()


@pytest.mark.parametrize("kind", RequirementKind)
@pytest.mark.parametrize("quantity", [1, 2, 17])
def test_a_requirement_has_its_words_for_the_contract(kind, quantity):
    said = REQUIREMENTS[kind].sentence(quantity)
    assert said[0].islower()
    assert not said.endswith(".")


@given(
    some.integers(60, 600_000).map(Hours),
    some.none() | some.integers(1, 60),
    some.dictionaries(some.sampled_from(RequirementKind), some.integers(1, 2_000)),
    some.sampled_from(RequirementKind),
)
def test_asking_for_more_hours_of_work_never_makes_a_requirement_heavier(
    hours, months, quantities, kind
):
    told = {one.code for one in excesses(Asked(hours, months, quantities))}
    eased = {one.code for one in excesses(Asked(Hours(hours.minutes * 2), months, quantities))}
    assert eased <= told <= set(quantities)
    without = {code: n for code, n in quantities.items() if code is not kind}
    assert kind not in {one.code for one in excesses(Asked(hours, months, without))}
