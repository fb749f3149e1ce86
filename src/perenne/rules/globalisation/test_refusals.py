from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.globalisation import Commitment, Consent, Refusal, Work, refusals
from perenne.rules.globalisation.refusals import REFUSALS
from perenne.rules.globalisation.windows import LONGEST_MONTHS
from perenne.rules.practice import USUAL
from perenne.values import Hours, Period

SPRING = date(2026, 3, 1)
CONSENTS = {consent.label: consent for consent in Consent}
YES = {"oui": True, "non": False}
CLAUSE, ORIGIN = 1, 2


def period(days):
    return Period(*days)


def hours(case, name, usual):
    return (
        Hours(case[f"{name}_minutes"])
        if f"{name}_minutes" in case
        else Hours.of(case.get(name, usual))
    )


def clause_of(case):
    return Commitment(
        CLAUSE,
        "Marché B",
        owed=hours(case, "dû", 100),
        performance=period(case.get("marché", (date(2026, 1, 1), date(2027, 1, 1)))),
        companies=frozenset({"titulaire"}),
        consent=CONSENTS[case.get("accord", "acceptée")],
        cap=hours(case, "limite", 50),
        basin="Meaux",
        urban_renewal=YES[case.get("anru", "non")],
        accepted_from=case.get("depuis", date.min),
    )


def origin_of(case):
    consent = CONSENTS[case.get("origine", "acceptée")]
    whole = Period(date(2026, 1, 1), date(2027, 1, 1))
    return Commitment(
        ORIGIN, "Marché A", Hours(0), whole, frozenset({"titulaire"}), consent,
        accepted_from=case.get("origine_depuis", date.min),
    )  # fmt: skip


def work_of(case):
    home = CLAUSE if YES[case.get("chez_soi", "non")] else ORIGIN
    return Work(
        1,
        "P1",
        {"autre": "une autre"}.get(case.get("entreprise"), "titulaire"),
        SPRING,
        Hours.of(140),
        employment=period(case.get("contrat", (date(2026, 2, 1), date(2027, 2, 1)))),
        pathway_start=case.get("parcours", date(2026, 2, 1)),
        clause_id=None if case.get("origine") == "sans clause" else home,
        basin=case.get("bassin", "Meaux"),
        in_priority_district=YES[case.get("quartier", "oui")],
    )


def found_in(case):
    known = case.get("origine") not in {"inconnue", "sans clause"}
    practice = USUAL
    if "durée" in case:
        practice = practice.choosing(LONGEST_MONTHS, case["durée"])
    asked = [clause_of(case), *([origin_of(case)] if known else [])]
    return refusals(work_of(case), asked, practice=practice).get(CLAUSE)


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("globalisation_refusals"))
def test_each_ground_refuses_what_it_must_and_nothing_else(code, expected, case):
    found = found_in(case)
    assert (found == code) is expected, found
    assert expected or found is None or case.get("chez_soi") == "oui"


def test_the_first_ground_of_the_table_is_told():
    case = {"entreprise": "autre", "dû": 0, "accord": "refusée", "bassin": "Melun"}
    assert found_in(case) is Refusal.OTHER_COMPANY
    assert found_in(case | {"entreprise": "titulaire"}) is Refusal.NOTHING_OWED
    assert found_in(case | {"entreprise": "titulaire", "dû": 9}) is Refusal.BUYER_REFUSES


@pytest.mark.parametrize("code", Refusal)
def test_each_refusal_is_told_in_french(code):
    assert code.label == REFUSALS[code].label
    assert code.label.endswith(".")


@given(some.permutations(range(4)), some.integers(0, 3))
def test_a_clause_is_answered_the_same_whatever_stands_beside_it(order, refusing):
    others = [
        Commitment(
            number,
            "Marché",
            Hours.of(10),
            Period(date(2026, 1, 1), date(2027, 1, 1)),
            frozenset({"titulaire"}),
            Consent.REFUSED if number == refusing else Consent.OPEN,
            basin="Meaux",
        )
        for number in order
    ]
    work = work_of({"origine": "sans clause"})
    assert refusals(work, others) == {refusing: Refusal.BUYER_REFUSES}


def test_no_clause_no_answer():
    assert refusals(work_of({}), []) == {}
