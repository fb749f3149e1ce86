from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.hours import DeclaredBy, DuplicateKind, duplicate

MARCH = date(2026, 3, 1)
BUILDER = DeclaredBy("P1", "111111111", "Marché A", MARCH)
AGENCY = DeclaredBy("P1", "222222222", "Marché A", MARCH, provided_to="111111111")
FIRST, SECOND = frozenset({date(2026, 3, 2)}), frozenset({date(2026, 3, 3)})


def kind(new, *known):
    found = duplicate(new, known)
    return None if found is None else found.kind


def test_the_same_statement_is_not_taken_twice():
    found = duplicate(BUILDER, [AGENCY, BUILDER])
    assert found.kind is DuplicateKind.SAME_STATEMENT
    assert found.known is BUILDER
    assert found.reason == (
        "Cet employeur a déjà déclaré cette personne sur ce marché pour 03/2026\u00a0: modifiez la "
        "déclaration existante."
    )


@pytest.mark.parametrize(
    "other",
    [
        {"person": "P2"},
        {"employer": "333333333"},
        {"contract": "Marché B"},
        {"month": date(2026, 4, 1)},
    ],
)
def test_another_person_employer_contract_or_month_is_another_statement(other):
    assert kind(BUILDER, replace(BUILDER, **other)) is None


@pytest.mark.parametrize(("new", "known"), [(BUILDER, AGENCY), (AGENCY, BUILDER)])
def test_an_agency_and_its_client_do_not_both_declare(new, known):
    found = duplicate(new, [known])
    assert found.kind is DuplicateKind.SAME_HOURS
    assert found.known is known
    assert found.reason.startswith("L’agence et son entreprise cliente")
    assert "pour 03/2026\u00a0: ne gardez que la déclaration de l’employeur" in found.reason


def test_an_agency_and_its_client_do_not_share_hours_between_contracts_either():
    assert kind(replace(BUILDER, contract="Marché B"), AGENCY) is DuplicateKind.SAME_HOURS


@pytest.mark.parametrize(
    ("days", "others", "same"),
    [
        (FIRST, SECOND, None),
        (FIRST, FIRST | SECOND, DuplicateKind.SAME_HOURS),
        (FIRST, frozenset(), DuplicateKind.SAME_HOURS),
        (frozenset(), SECOND, DuplicateKind.SAME_HOURS),
    ],
)
def test_days_that_are_known_and_differ_clear_the_doubt(days, others, same):
    hired, provided = replace(BUILDER, days=days), replace(AGENCY, days=others)
    assert kind(hired, provided) is same
    assert kind(provided, hired) is same


@pytest.mark.parametrize(
    "other", [{"provided_to": "333333333"}, {"provided_to": None}, {"person": "P2"}]
)
def test_staff_provided_to_somebody_else_is_no_doubt(other):
    assert kind(BUILDER, replace(AGENCY, **other)) is None


def test_nothing_known_nothing_repeated():
    assert duplicate(BUILDER, []) is None


@given(some.permutations([BUILDER, AGENCY, replace(BUILDER, contract="Marché B")]))
def test_the_same_statement_is_told_first_whatever_the_order(known):
    assert kind(BUILDER, *known) is DuplicateKind.SAME_STATEMENT
