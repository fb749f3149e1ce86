from dataclasses import replace

import pytest

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording.terms import ClauseTerms, Facilitator, Globalisation, Regime, ReservedTo
from perenne.values import Euros, Hours, Share

TERMS = ClauseTerms(
    buyer="Commune de Melun",
    contract="Réhabilitation de l’école Pasteur",
    segment="Bâtiment et travaux publics",
    basis=LegalBasis.PERFORMANCE_CONDITION,
    hours=Hours.of(833),
    facilitator=Facilitator("Nadia Belkacem", "Initiatives 77", "nadia@asso.example", "01 64"),
)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"buyer": " "}, "nom de l’acheteur"),
        ({"contract": ""}, "objet du marché"),
        ({"segment": ""}, "segment d’achat"),
        ({"hours": Hours(0)}, "supérieur à zéro"),
        ({"hours": Hours.of(-5)}, "supérieur à zéro"),
        ({"months": 0}, "au moins un mois"),
        ({"penalty": Tariff(formula=Formula.PER_HOUR, rate=Euros(0))}, "laissez-la vide"),
        ({"penalty": Tariff(formula=Formula.PER_DAY, rate=Euros(100))}, "laissez-la vide"),
        ({"late_day": Euros(0)}, "par jour de retard"),
        ({"absence": Euros(0)}, "par jour de retard ou par absence"),
        ({"globalisation": Globalisation.CAPPED}, "la part des heures qui peut venir"),
        ({"globalisation_cap": Share.percent(10)}, "la part des heures qui peut venir"),
        (
            {"globalisation": Globalisation.CAPPED, "globalisation_cap": Share.percent(100)},
            "entre 1 et 99",
        ),
        ({"ccap_article": 0}, "un entier à partir de 1"),
        ({"criterion_weight": Share(0)}, "entre 0 et 100"),
        ({"criterion_weight": Share.percent(101)}, "entre 0 et 100"),
        (
            {"regime": Regime.PRIVATE, "basis": LegalBasis.RESERVED_INCLUSION},
            "acheteur privé",
        ),
        ({"regime": Regime.CONCESSION, "basis": LegalBasis.SUBJECT_MATTER}, "concession"),
        (
            {"regime": Regime.CONCESSION, "basis": LegalBasis.RESERVED_SOCIAL_ECONOMY},
            "concession",
        ),
        (
            {
                "regime": Regime.CONCESSION,
                "basis": LegalBasis.RESERVED_INCLUSION,
                "reserved_to": ReservedTo.DISABILITY_AND_INCLUSION,
            },
            "choisissez l’un des deux",
        ),
    ],
)
def test_terms_that_cannot_be_written_say_what_to_do(wrong, told):
    with pytest.raises(ValueError, match=told):
        replace(TERMS, **wrong)


@pytest.mark.parametrize(
    "right",
    [
        {"months": 1},
        {"months": None},
        {"penalty": Tariff(formula=Formula.PER_HOUR, rate=Euros(1))},
        {"globalisation": Globalisation.CAPPED, "globalisation_cap": Share(1)},
        {"ccap_article": 1},
        {"criterion_weight": Share(1)},
        {"criterion_weight": Share.percent(100)},
        {"hours": Hours(1)},
        {"regime": Regime.CONCESSION, "basis": LegalBasis.CONDITION_AND_CRITERION},
        {
            "regime": Regime.CONCESSION,
            "basis": LegalBasis.RESERVED_INCLUSION,
            "reserved_to": ReservedTo.INCLUSION,
        },
    ],
)
def test_the_edges_of_what_can_be_written_are_accepted(right):
    changed = replace(TERMS, **right)
    assert all(getattr(changed, name) == value for name, value in right.items())
