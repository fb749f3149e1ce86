import pytest
from django.conf import settings
from django.urls import reverse

from perenne.rules.segments import TRADES, Segment
from perenne.web.tests.browser import (
    error_on,
    facts_in,
    sql_for,
    summary_of,
    text_of,
    tree_of,
    typed_in,
)
from perenne.web.tools.picks import segment_choices, slug_of, trade_choices, trades

RESULT = "//*[@id='resultat']"


@pytest.fixture
def url():
    return reverse("tools:calibrate")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ({"montant": "1 000 000 €", "part": "50", "effort": "5", "cout": "30"}, "833"),
        ({"montant": "1 500 000", "part": "70", "effort": "10", "cout": "30"}, "3 500"),
        ({"montant": "1000000"}, "833"),
        ({"montant": "1500000", "segment": "peinture-revetements-muraux"}, "3 500"),
    ],
)
def test_the_published_examples(visitor, url, typed, hours):
    page = visitor.get(url, typed)
    (figure,) = tree_of(page).xpath(f"({RESULT}//*[contains(@class, 'tile__value')])[1]")
    assert "".join(figure.text_content().split()) == f"{hours}h".replace(" ", "")


def test_hours_are_told_as_people_weeks_full_time_and_shares(visitor, url):
    typed = {"montant": "1500000", "part": "70", "effort": "10", "cout": "30", "mois": "6"}
    said = text_of(visitor.get(url, typed), RESULT)
    assert "Soit quatre personnes à temps plein pendant six mois" in said
    assert "5 personnes20 semaines25 semaines" in said
    assert "2,18" in said
    assert "base 1 607 h" in said
    assert "4,36 ETP (base 1 607 h) pendant les 6 mois" in said
    assert "10 %" in said
    assert "7 % du marché" in said


def test_every_hypothesis_says_where_it_comes_from(visitor, url):
    facts = facts_in(visitor.get(url, {"montant": "1000000", "effort": "7"}))
    assert "Sud 77, exemple de calcul publié" in facts["Part de main-d’œuvre"]
    assert "valeur publiée localement, à confirmer" in facts["Part de main-d’œuvre"]
    assert "7 % Votre valeur. D’usage : 5 %, de 5 % à 10 %." in facts["Taux d’effort d’insertion"]
    assert "Pratique des facilitateurs" in facts["Coût horaire chargé"]
    assert "Votre estimation." in facts["Montant hors taxes"]


@pytest.mark.parametrize("segment", Segment)
def test_each_of_the_fourteen_segments_proposes_its_values_with_their_source(visitor, url, segment):
    trade = trades()[slug_of(segment.label)]
    page = visitor.get(url, {"montant": "800000", "segment": slug_of(segment.label)})
    facts = facts_in(page)
    for label, held in (
        ("Part de main-d’œuvre", trade.labour_share),
        ("Coût horaire chargé", trade.hourly_cost),
    ):
        value, source = " ".join(str(held.value).split()), " ".join(str(held.source).split())
        assert facts[label].startswith(f"{value} ")
        assert source in facts[label]


def test_the_choices_are_the_segments_and_their_trades_once_each():
    values = [
        value
        for choice in trade_choices()
        for value, _ in (choice[1] if isinstance(choice[1], tuple) else [choice])
    ]
    assert len(values) == len(set(values))
    assert {trades()[value] for value in values if value} == set(TRADES)
    assert len(segment_choices()) == 14


def test_the_least_sensible_size_and_what_may_be_contested_are_said(visitor, url):
    small = text_of(visitor.get(url, {"montant": "100000", "effort": "30"}), RESULT)
    assert "Sous 150 h, une clause seule est déconseillée" in small
    assert "il faut un marché d’au moins 30 000 €" in small
    assert "À corriger" in small
    assert "la proportionnalité peut être contestée" in small


def test_a_framework_agreement_is_told_in_hours_for_each_step_invoiced(visitor, url):
    said = text_of(visitor.get(url, {"montant": "1000000", "tranche": "100000"}), RESULT)
    assert "83 h 20 pour chaque tranche de 100 000 € facturés, soit une heure pour 1 200 €" in said
    without = text_of(visitor.get(url, {"montant": "1000000"}), RESULT)
    assert "Accord-cadre" not in without


def test_no_effort_gives_no_hour_and_no_harm(visitor, url):
    said = text_of(visitor.get(url, {"montant": "1000000", "effort": "0", "tranche": "1000"}))
    assert "0 h" in said
    assert "Ce volume, en personnes" not in said


def test_the_link_says_everything_again_and_nothing_more(visitor, url):
    typed = {"montant": "1 000 000 €", "part": "", "mois": " 6 ", "autre": "x"}
    (link,) = tree_of(visitor.get(url, typed)).xpath("//*[@id='lien']/@href")
    assert link.startswith(f"{settings.ADDRESS}{url}?montant=")
    again = visitor.get(link.removeprefix(settings.ADDRESS))
    assert typed_in(again)["mois"] == "6"
    assert set(link.partition("?")[2].split("&")) == {
        "montant=1+000+000+%E2%82%AC", "mois=6",
    }  # fmt: skip
    note = tree_of(again).xpath(f"//a[starts-with(@href, '{reverse('tools:note')}')]/@href")
    assert note[0].partition("?")[2] == link.partition("?")[2]


def test_a_link_may_fill_in_a_part_of_the_form(visitor, url):
    page = visitor.get(url, {"segment": "espaces-verts"})
    assert summary_of(page) == []
    assert typed_in(page)["segment"] == "espaces-verts"
    assert "Indiquez un montant" in text_of(page, RESULT)


def test_without_script_everything_is_there_and_with_it_only_the_result_moves(visitor, url):
    tree = tree_of(visitor.get(url))
    (form,) = tree.xpath("//main//form")
    assert form.get("method") == "get"
    assert form.get("hx-target") == "#resultat"
    assert form.xpath(".//button")
    assert len(tree.xpath(f"{RESULT}[@role='status']")) == 1


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("montant", "", "Indiquez le montant sur lequel calculer."),
        ("montant", "un million", "Écrivez un montant en euros, par exemple 1 200,50."),
        ("part", "120", "Indiquez un pourcentage d’au plus 100 %."),
        ("effort", "-1", "Indiquez un pourcentage d’au moins 0 %."),
        ("cout", "5000", "Indiquez un montant d’au plus 500 €."),
        ("mois", "6,5", "Écrivez un nombre entier, sans virgule."),
        ("mois", "0", "Indiquez un nombre supérieur ou égal à 1."),
        ("mois", "longtemps", "Écrivez un nombre entier en chiffres, par exemple 12."),
        ("segment", "boucherie", "Choisissez une réponse de la liste."),
        ("tranche", "0", "Indiquez un montant d’au moins 1 €."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_stays_typed(
    visitor, url, name, typed, sentence
):
    page = visitor.get(url, {"montant": "1000000"} | {name: typed})
    assert error_on(page, name) == sentence
    assert summary_of(page) == [sentence]
    if name != "segment":
        assert typed_in(page)[name] == typed
    assert sentence in text_of(page, RESULT)


def test_the_database_is_asked_only_for_the_questions_shown(visitor, url):
    assert sql_for(visitor, url) == 1
    assert sql_for(visitor, f"{url}?montant=1000000&tranche=5000&mois=6") == 1
