from datetime import date

import pytest

from perenne.rules.penalties import ENGINES, Facts, Formula, Penalty, PenaltyInputs, Tariff, compute
from perenne.rules.penalties.inputs import VERSION
from perenne.values import Euros, Hours

ON = date(2026, 11, 25)
FACTS = Facts(on=ON, due=Hours.of(63), validated=Hours.of(50))


def computed(**tariff):
    return compute(
        PenaltyInputs(
            tariff=Tariff(**{"formula": Formula.PER_HOUR, "rate": Euros.of(50), **tariff}),
            facts=FACTS,
        )
    )


def test_a_penalty_carries_its_amount_its_hours_and_its_version():
    found = computed()
    assert isinstance(found, Penalty)
    assert (found.amount, found.gross, found.missing) == (
        Euros.of(650),
        Euros.of(650),
        Hours.of(13),
    )
    assert found.version == VERSION
    assert found.reasons[-1].startswith("Pénalité")


def test_the_version_of_today_has_its_engine():
    assert max(ENGINES) == VERSION


@pytest.mark.parametrize("version", [0, 2])
def test_a_version_that_does_not_exist_is_refused(version):
    tariff = Tariff(formula=Formula.PER_HOUR)
    with pytest.raises(LookupError, match=f"La version {version} du calcul"):
        compute(PenaltyInputs(tariff=tariff, facts=FACTS, version=version))


@pytest.mark.parametrize(
    ("tariff", "articles"),
    [
        ({}, ()),
        ({"article": "CCAP, article 13"}, ("CCAP, article\u00a013",)),
        (
            {"article": "CCAP, article 13", "under_ccag": True},
            (
                "CCAP, article\u00a013",
                "CCAG de 2021, clause d’insertion sociale, point 5",
            ),
        ),
        ({"under_ccag": True, "formula": Formula.PER_ACTION}, ()),
        ({"private": True}, ("Code civil, article 1231-5",)),
        ({"private": True, "under_ccag": True}, ("Code civil, article 1231-5",)),
        ({"private": True, "formula": Formula.PER_ACTION}, ("Code civil, article 1231-5",)),
    ],
)
def test_the_article_of_the_clause_comes_first_then_the_text_that_governs_it(tariff, articles):
    assert computed(**tariff).articles == articles
