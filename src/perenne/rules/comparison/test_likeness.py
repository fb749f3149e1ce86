from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from perenne.rules.comparison import PlannedLine, Sureness, changes_between, likeness
from perenne.rules.comparison.test_matching import lines
from perenne.values import Euros

SCHOOLS = PlannedLine(
    1, "Nettoyage des écoles", "24-012", "", "", Euros.of(980_000), 48, date(2027, 3, 1), "Meaux"
)
SURE, LIKELY = Sureness


@pytest.mark.parametrize(
    ("facts", "points", "sureness", "reason"),
    [
        ({}, 100, SURE, "Même référence de l’acheteur : 24-012."),
        ({"reference": ""}, 80, SURE, "Même intitulé."),
        ({"reference": "", "object": "NETTOYAGE  de l'école"}, 80, SURE, "Même intitulé."),
        ({"reference": "", "amount": Euros.of(560_000)}, 75, SURE, "Montants du même ordre."),
        ({"reference": "", "amount": Euros.of(300_000)}, 70, LIKELY, "Même lieu."),
        ({"reference": "", "amount": Euros.of(100_000)}, 60, LIKELY, "Montants sans rapport."),
        ({"reference": "", "amount": None, "place": "Melun"}, 50, LIKELY, "Lieux différents."),
        ({"reference": "", "object": "Entretien d’écoles", "launch_on": None}, 45, LIKELY,
         "Intitulés proches : 50 % de mots communs."),
        ({"object": "Marché 2027 d’hygiène", "amount": None}, 50, LIKELY, "Même lieu."),
        ({"object": "Peinture", "reference": ""}, 20, None, "Montants égaux, à un dixième près."),
    ],
)  # fmt: skip
def test_each_clue_counts_and_is_told(facts, points, sureness, reason):
    found = likeness(SCHOOLS, replace(SCHOOLS, key=2, **facts))
    assert (found.points, found.sureness) == (points, sureness), found.reasons
    assert reason in [said.replace("\u00a0", " ").replace("\u202f", " ") for said in found.reasons]


def test_two_sectors_and_two_lots_are_two_purchases():
    one = PlannedLine(1, "Nettoyage, secteur 1", lot="Lot 1")
    assert likeness(one, PlannedLine(2, "Nettoyage, secteur 2", lot="Lot 1")).points == 30
    assert likeness(one, PlannedLine(2, "Nettoyage, secteur 1", lot="Lot 2")).points == 30
    assert likeness(one, PlannedLine(2, "Nettoyage, secteur 1", lot="LOT 1")).points == 70
    assert likeness(PlannedLine(1, ""), PlannedLine(2, "")).points == 0


@given(lines(), lines())
def test_which_came_first_changes_nothing(one, other):
    assert likeness(one, other) == likeness(other, one)


def test_what_changed_is_told_in_words_and_spelling_is_no_change():
    after = replace(
        SCHOOLS, object="NETTOYAGE DES ÉCOLES", amount=Euros.of(1_200_000), months=None,
        launch_on=date(2028, 4, 1), place="",
    )  # fmt: skip
    assert [(it.label, it.before, it.after) for it in changes_between(SCHOOLS, after)] == [
        ("Montant", str(Euros.of(980_000)), str(Euros.of(1_200_000))),
        ("Durée", "48\u00a0mois", "non indiqué"),
        ("Lancement", "1er\u00a0mars 2027", "1er\u00a0avril 2028"),
        ("Lieu", "Meaux", "non indiqué"),
    ]
    assert changes_between(SCHOOLS, SCHOOLS) == ()
    (removed,) = changes_between(SCHOOLS, replace(SCHOOLS, amount=None))
    (dated,) = changes_between(replace(SCHOOLS, launch_on=None), SCHOOLS)
    assert (removed.after, dated.before) == ("non indiqué", "non indiqué")


def test_labels_are_french():
    assert [it.label for it in Sureness] == ["Sûr", "À vérifier"]
