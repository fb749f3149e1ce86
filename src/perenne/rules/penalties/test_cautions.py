from datetime import date

import pytest

from perenne.rules.penalties import Facts, Formula, PenaltyInputs, Tariff, compute
from perenne.values import Euros, Hours, Share

ON = date(2026, 11, 25)


def told(
    *, hours=100, rate=50, contract=None, earlier=0, cap=None, exempt=None, ccag=True, private=False
):
    """Cautions on so many missing hours, 5 000 € unless told otherwise."""
    tariff = Tariff(
        formula=Formula.PER_HOUR,
        rate=Euros.of(rate),
        cap=cap,
        exempt_up_to=exempt,
        under_ccag=ccag,
        private=private,
    )
    facts = Facts(on=ON, due=Hours.of(hours), contract_amount=contract, earlier=Euros.of(earlier))
    found = compute(PenaltyInputs(tariff=tariff, facts=facts)).cautions
    return [sentence.replace("\u00a0", " ") for sentence in found]


def test_an_ordinary_penalty_calls_for_no_caution():
    assert told() == []
    assert told(contract=Euros.of(50_000)) == []


@pytest.mark.parametrize(
    ("contract", "earlier"),
    [(Euros.of("49999.99"), 0), (Euros.of(50_000), "0.01"), (Euros.of(0), 0)],
)
def test_beyond_ten_percent_the_cap_of_the_ccag_is_debated(contract, earlier):
    (said,) = told(contract=contract, earlier=earlier)
    assert said == (
        "La pénalité et celles qui la précèdent dépassent 10 % du montant du marché. Le CCAG "
        "plafonne les pénalités de retard à cette part ; qu’il s’applique à l’insertion est "
        "discuté : l’acheteur tranche et le motive."
    ).replace(" ;", "\u202f;")


@pytest.mark.parametrize("written", [{"ccag": False}, {"cap": Share.percent(50)}])
def test_beyond_ten_percent_the_judge_may_reduce(written):
    (said,) = told(contract=Euros.of(40_000), **written)
    assert said == (
        "La pénalité et celles qui la précèdent dépassent 10 % du montant du marché : le juge "
        "peut la réduire si elle est manifestement excessive. Motivez le montant."
    )


def test_a_penalty_brought_down_by_its_own_cap_is_not_beyond_it():
    assert told(contract=Euros.of(40_000), cap=Share.percent(10)) == []


def test_in_a_private_contract_only_the_penal_clause_is_recalled():
    (said,) = told(contract=Euros.of(1_000), private=True, ccag=False)
    assert said == (
        "Contrat privé : cette pénalité est une clause pénale. Le juge peut, même d’office, la "
        "réduire si elle est manifestement excessive (Code civil, article 1231-5)."
    )
    assert told(hours=0, private=True, ccag=False) == []


@pytest.mark.parametrize(
    ("hours", "earlier", "is_small"), [(20, 0, True), (20, "0.01", False), (10, 500, True)]
)
def test_a_small_total_recalls_the_exemption_of_the_ccag(hours, earlier, is_small):
    said = told(hours=hours, earlier=earlier)
    expected = (
        "Le total des pénalités ne dépasse pas 1\u202f000 € : le CCAG en exonère le titulaire en "
        "cas de retard\u202f; qu’il s’applique à l’insertion est discuté : l’acheteur tranche et "
        "le motive."
    )
    assert said == ([expected] if is_small else [])


@pytest.mark.parametrize("written", [{"ccag": False}, {"exempt": Euros.of(100)}, {"hours": 0}])
def test_that_exemption_is_not_recalled_when_it_cannot_matter(written):
    assert told(**{"hours": 10, **written}) == []


@pytest.mark.parametrize(
    ("earlier", "revived"), [(0, False), (400, True), (1_000, True), ("1000.01", False)]
)
def test_penalties_exempted_before_become_due_when_the_total_passes_the_bound(earlier, revived):
    said = told(earlier=earlier, exempt=Euros.of(1_000))
    assert any(sentence.startswith("Le total dépasse 1\u202f000 €") for sentence in said) is revived
    assert ("deviennent exigibles. Reprenez-les" in " ".join(said)) is revived


def test_nothing_revives_what_was_exempted_when_nothing_is_due():
    assert told(hours=0, earlier=400, exempt=Euros.of(1_000)) == []
