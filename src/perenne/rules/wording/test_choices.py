"""What each choice of the facilitator and of the buyer writes in the pieces."""

from dataclasses import replace

import pytest

from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.criterion import CriterionGrid, Entry, SubCriterionCode
from perenne.rules.deadlines import Monitoring, Rhythm
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Bracket, Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, PieceCode, annexes_for, pieces_for
from perenne.rules.wording import test_terms as sample
from perenne.rules.wording.ccap_penalties import times
from perenne.values import Euros, Hours, Share

TERMS = replace(sample.TERMS, months=24)
SCHEME = Scheme(Euros.of(100_000), Hours.of(35))


def text_of(code, **choices):
    terms = replace(TERMS, **choices)
    pieces = (*pieces_for(terms), *annexes_for(terms))
    found = next(piece for piece in pieces if piece.code is code)
    return found.as_text().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("tariff", "said"),
    [
        (Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)), "forfaitaire de 50 € par heure"),
        (
            Tariff(formula=Formula.PER_HOUR_CEILING, times=Share.percent(400)),
            "à 4 fois le plafond horaire de la Sécurité sociale en vigueur",
        ),
        (
            Tariff(formula=Formula.PER_HOUR_WAGE, times=Share.percent(150)),
            "à 1,5 fois le SMIC horaire brut en vigueur",
        ),
        (
            Tariff(formula=Formula.PER_HOUR_COST, times=Share.percent(100)),
            "à 1 fois le coût horaire du calibrage, soit 30 €",
        ),
        (
            Tariff(formula=Formula.SHARE_OF_AMOUNT, part=Share.percent(5)),
            "égale à 5 % du montant hors taxes du marché, multipliée par le rapport",
        ),
        (
            Tariff(
                formula=Formula.PROGRESSIVE,
                rate=Euros.of(40),
                brackets=(
                    Bracket(Share.percent(10), Share.percent(100)),
                    Bracket(None, Share.percent(200)),
                ),
            ),
            "– jusqu’à 10 % des heures dues : 1 fois ce montant ;\n– au-delà : 2 fois ce montant.",
        ),
        (
            Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50), cap=Share.percent(10)),
            "ne dépasse pas 10 % du montant hors taxes du marché.",
        ),
    ],
)
def test_each_formula_has_its_words(tariff, said):
    text = text_of(PieceCode.CCAP, penalty=tariff, hourly_cost=Euros.of(30))
    assert said in text
    assert "pénalité" in text[text.index("Si la mise en demeure") :]


def test_what_is_unknown_stays_to_be_filled():
    cost = Tariff(formula=Formula.PER_HOUR_COST, times=Share.percent(100))
    assert "soit [à compléter]" in text_of(PieceCode.CCAP, penalty=cost)
    assert times(None) == "[à compléter] fois"


def test_what_costs_beside_the_hours_is_written_even_without_a_penalty_by_hour():
    beside = {"late_day": Euros.of(50), "absence": Euros.of(200)}
    text = text_of(PieceCode.CCAP, **beside)
    assert "une pénalité de 50 € par jour de retard et par document" in text
    assert "réunion de mise au point donne lieu à une pénalité de 200 €" in text
    assert "par jour de retard" not in text_of(PieceCode.CCAP)


def test_the_delays_are_those_of_the_clause():
    held = Monitoring(
        statement_day=5, rhythm=Rhythm.QUARTERLY, first_contact_days=10, kick_off_days=45,
        review_months=1, assessment_months=4, final_assessment_months=2, formal_notice_days=20,
        entitlement_months=36,
    )  # fmt: skip
    text = text_of(PieceCode.CCAP, monitoring=held)
    for said in (
        "Dans les 10 jours qui suivent la notification",
        "Dans les 45 jours qui suivent la notification",
        "Au plus tard le 5 du mois qui suit chaque trimestre civil",
        "Un point de suivi réunit l’acheteur, le titulaire et le facilitateur chaque mois.",
        "un bilan intermédiaire tous les 4 mois",
        "Dans les deux mois qui suivent la fin",
        "dans un délai d’au moins 20 jours",
        "pendant 36 mois à compter de son premier jour",
        "pendant 36 mois au plus",
    ):
        assert said in text
    annex = text_of(PieceCode.FOLLOW_UP, monitoring=held)
    assert "Relevé des heures | Titulaire | chaque trimestre, le 5 du mois suivant" in annex
    assert "Bilan final | Facilitateur | 2 mois après la fin" in annex
    assert "dans les 10 jours qui suivent" in text_of(PieceCode.AE, monitoring=held)


def test_a_capped_consent_is_a_departure_from_the_ccag():
    text = text_of(
        PieceCode.CCAP,
        ccag=Ccag.FCS,
        globalisation=Globalisation.CAPPED,
        globalisation_cap=Share.percent(40),
    )
    assert "L’acheteur accepte dès à présent, dans la limite de 40 % du volume, que" in text
    assert "la globalisation des heures est limitée à une part du volume" in text


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({}, "ne le change que si l’acte qui la constate"),
        ({"recalculation": Recalculation.BEYOND_10}, "du marché de plus de 10 %, le volume est"),
        ({}, "une reconduction qui n’a pas lieu n’en doit pas sa part"),
        ({"covers_renewals": False}, "une reconduction n’y ajoute rien"),
        ({"scheme": SCHEME}, "35 heures d’insertion par tranche de 100 000 € hors taxes facturés,"),
        (
            {"scheme": replace(SCHEME, trigger=Euros.of(2_700_000), by_whole_steps=True)},
            "par tranche entière de 100 000 € hors taxes facturés au-delà de 2 700 000 €.",
        ),
        ({"scheme": SCHEME}, "ce volume est estimé à 833 heures"),
    ],
)
def test_the_volume_follows_the_life_of_the_contract_as_it_is_written(choices, said):
    assert said in text_of(PieceCode.CCAP, **choices)
    assert ("reconduction" in text_of(PieceCode.CCAP, **choices)) == ("scheme" not in choices)


@pytest.mark.parametrize("code", [PieceCode.RC, PieceCode.AE, PieceCode.CCTP])
def test_every_piece_says_that_the_volume_follows_the_invoices(code):
    text = text_of(code, scheme=SCHEME)
    assert "35 heures d’insertion par tranche de 100 000 €" in text
    assert "volume minimal" not in text


def test_requirements_are_an_article_only_where_there_are_some():
    asked = text_of(PieceCode.CCAP, requirements={"training": 35, "persons": 2, "tutoring": 0})
    assert "10.6 – Qualité de l’insertion" in asked
    assert "suit au moins 35 heures de formation" in asked
    assert "deux personnes différentes au moins." in asked
    assert "tutorat" not in asked
    assert "Qualité de l’insertion" not in text_of(PieceCode.CCAP, requirements={"training": 0})
    annex = text_of(PieceCode.FOLLOW_UP, requirements={"training": 35})
    assert "l’exigence suivante : heures de formation par personne" in annex


def test_the_frame_asks_every_tenderer_the_same():
    grid = CriterionGrid((Entry(SubCriterionCode.VOLUME, 60), Entry(SubCriterionCode.WELCOME, 40)))
    noted = {"basis": LegalBasis.CONDITION_AND_CRITERION, "criterion": grid}
    frame = text_of(PieceCode.CRITERION, **noted)
    assert "Combien d’heures d’insertion proposez-vous pour ce marché" in frame
    assert "Accueil et encadrement (40 points)" in frame
    rules = text_of(PieceCode.RC, **noted)
    assert "Volume | Heures d’insertion proposées" in rules
    assert "60 sur 100" in rules
    assert "par niveaux" in rules
    assert [piece.code for piece in annexes_for(TERMS)] == [PieceCode.FOLLOW_UP]
