from datetime import date

import pytest
from tests.eligibility_files import BORN_ON, hired_on, person_of
from tests.golden import rows_of

from perenne.rules.eligibility import (
    CONTRADICTIONS,
    Declaration,
    EligibilityCategory,
    Proof,
    ProofKind,
    contradictions,
)
from perenne.rules.eligibility.numbers import SENIOR_AGE
from perenne.rules.practice import USUAL

WORDS = {"déclaré", "autre emploi depuis", "CDI depuis", "notification", "pièce datée", "vue"}


def declaration_of(case, practice=USUAL):
    proofs = ()
    if "pièce datée" in case:
        proofs = (Proof(ProofKind.FAMILY_FUND, case["pièce datée"], case["vue"]),)
    return Declaration(
        person_of(case, also=WORDS),
        hired_on(case),
        frozenset(map(EligibilityCategory, case.get("déclaré", ()))),
        proofs,
        case.get("autre emploi depuis"),
        case.get("CDI depuis"),
        case.get("notification"),
        practice,
    )


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("contradictions"))
def test_a_lawyer_reads_what_does_not_go_together(code, expected, case):
    assert CONTRADICTIONS[code].holds(declaration_of(case)) is expected


@pytest.mark.parametrize("row", CONTRADICTIONS.rows, ids=lambda row: row.code)
def test_each_contradiction_asks_and_accuses_nobody(row):
    assert row.question.endswith("\u202f?")
    assert "'" not in row.question
    assert not any(word in row.question.lower() for word in ("faux", "fraude", "mensong"))


def test_a_file_without_anything_odd_raises_no_question():
    assert contradictions(declaration_of({"inscrite": date(2025, 1, 1), "déclaré": ["DELD"]})) == ()


def test_every_contradiction_of_a_file_is_told_in_the_order_of_the_table():
    odd = declaration_of(
        {
            "née": date(2002, 1, 1),
            "allocations": ["RSA"],
            "diplôme": 3,
            "déclaré": ["JEUNE_NQ", "SENIOR"],
        }
    )
    assert [row.code for row in contradictions(odd)] == [
        "JEUNE_ET_SENIOR",
        "SENIOR_TROP_JEUNE",
        "NON_QUALIFIE_DIPLOME",
        "RSA_AVANT_25_ANS",
    ]


def test_a_senior_is_as_old_as_the_committee_says():
    fifty = {"née": date(1976, 9, 1), "déclaré": ["SENIOR"]}
    strict = USUAL.choosing(SENIOR_AGE, 51)
    assert contradictions(declaration_of(fifty)) == ()
    assert [row.code for row in contradictions(declaration_of(fifty, strict))] == [
        "SENIOR_TROP_JEUNE"
    ]


def test_a_declaration_tells_the_age_at_hire():
    assert declaration_of({}).age == hired_on({}).year - BORN_ON.year
