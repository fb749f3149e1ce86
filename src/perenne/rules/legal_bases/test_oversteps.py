import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.legal_bases import CLAUSE_LIMITS, Draft, Effect, oversteps
from perenne.rules.thresholds import DutyVerdict
from perenne.values import Euros, Hours

DUTIES = {
    "obligatoire": DutyVerdict.MUST,
    "obligatoire sauf motif": DutyVerdict.MUST_UNLESS_MOTIVATED,
    "facultative": DutyVerdict.MAY,
    "sans objet": DutyVerdict.NOT_CONCERNED,
    "à vérifier": DutyVerdict.UNKNOWN,
}
ALL = ["périmètre", "facilitateur", "publics"]


def draft_of(case):
    said, mentions = case.get("dit", []), case.get("mentions", ALL)
    return Draft(
        asks_residence="résidence" in said,
        in_zone_programme="opération ANRU" in said,
        is_linked="sans lien" not in said,
        notes_company_policy="politique de l'entreprise" in said,
        asks_sex="sexe" in said,
        asks_origin="origine" in said,
        names_structure="structure nommée" in said,
        prefers_local_firms="entreprises locales" in said,
        said_compulsory="condition imposée" in said,
        hours_said_compulsory="heures imposées" in said,
        duty=DUTIES[case.get("obligation", "à vérifier")],
        criterion="critère" in said,
        criterion_announced="critère non annoncé" not in said,
        condition_announced="condition non annoncée" not in said,
        reserved="réservation" in said,
        reservation_announced="réservation non annoncée" not in said,
        penalised="pénalité" in said,
        penalty=Euros.of(str(case["pénalité"])) if "pénalité" in case else None,
        hours=Hours.of(str(case.get("heures", 500))) if "heures" in said else None,
        says_perimeter="périmètre" in mentions,
        has_facilitator="sans facilitateur" not in said,
        says_facilitator="facilitateur" in mentions,
        says_publics="publics" in mentions,
    )


@pytest.mark.parametrize(("code", "crossed", "case"), rows_of("clause_limits"))
def test_a_limit_is_crossed_where_the_lawyer_wrote_it(code, crossed, case):
    found = [over.code for over in oversteps(draft_of(case))]
    assert found == ([code] if crossed else [])


def test_each_limit_has_its_cases():
    assert {case.values[0] for case in rows_of("clause_limits")} == {
        row.code for row in CLAUSE_LIMITS
    }


def test_a_clean_draft_crosses_nothing():
    assert oversteps(Draft()) == ()


def test_every_fault_is_told_at_once_in_the_order_of_the_table():
    found = oversteps(
        Draft(asks_residence=True, is_linked=False, penalised=True, hours=Hours.of(0))
    )
    assert [(over.code, over.effect) for over in found] == [
        ("RESIDENCE", Effect.UNLAWFUL),
        ("SANS_LIEN", Effect.UNLAWFUL),
        ("PENALITE_SANS_MONTANT", Effect.UNENFORCEABLE),
        ("SANS_VOLUME", Effect.INCOMPLETE),
    ]
    assert "motif de discrimination à l’embauche" in found[0].reason
    assert found[0].instead.startswith("Visez la situation des personnes")
    assert found[0].label == CLAUSE_LIMITS["RESIDENCE"].label
    assert found[0].source.article == "article L1132-1"


def test_the_facts_that_are_wrongly_said_are_to_be_corrected():
    found = oversteps(Draft(said_compulsory=True, hours_said_compulsory=True, duty=DutyVerdict.MAY))
    assert [over.effect for over in found] == [Effect.INCORRECT, Effect.INCORRECT]


@given(
    some.builds(
        Draft,
        asks_residence=some.booleans(),
        in_zone_programme=some.booleans(),
        duty=some.sampled_from(DutyVerdict),
        said_compulsory=some.booleans(),
        penalised=some.booleans(),
        penalty=some.none() | some.integers(-100, 100).map(Euros),
        hours=some.none() | some.integers(-60, 60).map(Hours),
    )
)
def test_each_fault_is_told_once_with_what_to_write_instead(draft):
    found = oversteps(draft)
    codes = [over.code for over in found]
    assert len(codes) == len(set(codes))
    assert all(over.reason.endswith(".") and over.instead.endswith(".") for over in found)
    fined_for_nothing = draft.penalised and (draft.penalty is None or draft.penalty.cents <= 0)
    assert ("PENALITE_SANS_MONTANT" in codes) is fined_for_nothing


@pytest.mark.parametrize("effect", Effect)
def test_an_effect_says_what_to_do(effect):
    assert " : à " in effect.label
