from datetime import date
from decimal import Decimal

import pytest
from tests.golden import rows_of

from perenne.rules.penalties import (
    FORMULAS,
    Bracket,
    Facts,
    Formula,
    PenaltyInputs,
    Tariff,
    compute,
)
from perenne.values import Euros, Hours, Share

ON = date(2026, 11, 25)


def euros(written):
    return None if written is None else Euros.of(str(written))


def hours(written):
    return Hours.of(str(written or 0))


def times(written):
    return None if written is None else Share.percent(Decimal(str(written)) * 100)


def percent(written):
    return None if written is None else Share.percent(written)


def inputs(code, case):
    tariff = Tariff(
        formula=Formula(code),
        rate=euros(case.get("montant")),
        times=times(case.get("coefficient")),
        part=percent(case.get("part")),
        brackets=tuple(
            Bracket(percent(up_to), times(factor)) for up_to, factor in case.get("tranches", [])
        ),
        per_document=case.get("par_document", False),
        working_days=case.get("ouvrés", False),
        cap=percent(case.get("plafond")),
        exempt_up_to=euros(case.get("exonéré_jusqu_à")),
    )
    facts = Facts(
        on=ON,
        due=hours(case.get("dues")),
        validated=hours(case.get("validées")),
        exonerated=hours(case.get("exonérées")),
        units=case.get("manquants", 0),
        late_days=case.get("retard", 0),
        documents=case.get("documents", 1),
        reference=euros(case.get("référence")),
        contract_amount=euros(case.get("marché")),
    )
    return PenaltyInputs(tariff=tariff, facts=facts)


@pytest.mark.parametrize(("code", "is_due", "case"), rows_of("penalty_formulas"))
def test_each_formula_gives_the_amount_that_a_lawyer_reads(code, is_due, case):
    found = compute(inputs(code, case))
    assert (found.amount > Euros(0)) is is_due
    assert found.amount == euros(case.get("pénalité", 0))
    assert case.get("dit", "") in " ".join(found.reasons).replace("\u00a0", " ")


def test_the_table_holds_every_formula_once_with_its_expression():
    assert [row.code for row in FORMULAS] == list(Formula)
    assert len({row.expression for row in FORMULAS}) == len(Formula)
    assert len({row.label for row in FORMULAS}) == len(Formula)


def test_formulas_of_hours_are_told_from_the_others():
    assert {row.code for row in FORMULAS if not row.in_hours} == {
        Formula.PER_ACTION,
        Formula.PER_DAY,
        Formula.ABSENCE,
    }
