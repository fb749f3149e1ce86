import pytest
from tests.golden import rows_of

from perenne.rules.legal_bases import (
    LEGAL_BASES,
    LegalBasis,
    Regime,
    Scored,
    essential_data,
    founding_articles,
    regime_of,
)
from perenne.rules.needs import BuyerKind, ContractKind

REGIMES = {
    "marché": Regime.PUBLIC_CONTRACT,
    "concession": Regime.CONCESSION,
    "privé": Regime.PRIVATE,
}
CONDITION, RESERVED = LegalBasis.PERFORMANCE_CONDITION, LegalBasis.RESERVED_INCLUSION
ESS, OBJECT = LegalBasis.RESERVED_SOCIAL_ECONOMY, LegalBasis.SUBJECT_MATTER
BOTH = LegalBasis.CONDITION_AND_CRITERION


@pytest.mark.parametrize(("code", "exists", "case"), rows_of("legal_bases"))
def test_a_possibility_exists_where_the_lawyer_wrote_it(code, exists, case):
    articles = founding_articles(LegalBasis(code), REGIMES[case["contrat"]])
    noted = case.get("notée") == "oui" and LEGAL_BASES[code].scored is Scored.NEVER
    assert (bool(articles) and not noted) is exists
    if "article" in case:
        assert case["article"] in [source.article for source in articles]


def test_each_possibility_has_its_cases():
    assert {case.values[0] for case in rows_of("legal_bases")} == set(LegalBasis)


@pytest.mark.parametrize(
    ("basis", "scored", "followed", "code"),
    [
        (CONDITION, Scored.NEVER, True, "none"),
        (BOTH, Scored.ALWAYS, True, "none"),
        (OBJECT, Scored.IF_A_CRITERION, True, "none"),
        (RESERVED, Scored.IF_A_CRITERION, True, "res-ws"),
        (ESS, Scored.IF_A_CRITERION, False, "res-pub-ser"),
    ],
)
def test_what_each_possibility_entails(basis, scored, followed, code):
    row = LEGAL_BASES[basis]
    assert (row.scored, row.followed, row.reserved_code) == (scored, followed, code)
    assert row.source is row.of_contracts[0]
    assert basis.label == row.label
    assert basis.articles == row.of_contracts


@pytest.mark.parametrize(
    ("basis", "regime", "values"),
    [
        (CONDITION, Regime.PUBLIC_CONTRACT, ("Clause sociale",)),
        (BOTH, Regime.PUBLIC_CONTRACT, ("Clause sociale", "Critère social")),
        (BOTH, Regime.CONCESSION, ("Clause sociale", "Critère social")),
        (OBJECT, Regime.PUBLIC_CONTRACT, ("Clause sociale",)),
        (RESERVED, Regime.PUBLIC_CONTRACT, ("Marché réservé",)),
        (RESERVED, Regime.CONCESSION, ("Concession réservée",)),
        (ESS, Regime.PUBLIC_CONTRACT, ("Marché réservé",)),
        (None, Regime.PUBLIC_CONTRACT, ("Pas de considération sociale",)),
        (None, Regime.CONCESSION, ("Pas de considération sociale",)),
        (CONDITION, Regime.PRIVATE, ()),
        (None, Regime.PRIVATE, ()),
    ],
)
def test_essential_data_bear_the_values_of_their_schema(basis, regime, values):
    assert essential_data(basis, regime) == values


@pytest.mark.parametrize(
    ("buyer", "kind", "regime"),
    [
        (BuyerKind.PRIVATE, ContractKind.WORKS, Regime.PRIVATE),
        (BuyerKind.PRIVATE, ContractKind.CONCESSION, Regime.PRIVATE),
        (BuyerKind.STATE, ContractKind.CONCESSION, Regime.CONCESSION),
        (BuyerKind.STATE, ContractKind.SERVICES, Regime.PUBLIC_CONTRACT),
        (BuyerKind.SOCIAL_LANDLORD, None, Regime.PUBLIC_CONTRACT),
    ],
)
def test_the_law_of_a_contract_is_that_of_its_buyer_and_kind(buyer, kind, regime):
    assert regime_of(buyer, kind) is regime


@pytest.mark.parametrize("scored", Scored)
def test_how_insertion_is_noted_is_told_in_french(scored):
    assert scored.label.startswith(("Oui", "Non"))
