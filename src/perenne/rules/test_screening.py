from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration.numbers import COMFORT_HOURS, FLOOR_HOURS, SHORTEST_WORKS
from perenne.rules.deadlines.spans import OPPORTUNITY_WORKING_DAYS
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.legal_bases.fitting import CRITERION_FROM
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.practice import USUAL
from perenne.rules.screening import Advice, screen
from perenne.rules.segments import trade
from perenne.rules.thresholds import DutyVerdict
from perenne.values import Euros, Hours, Share

TODAY = date(2026, 11, 23)


def verdict(object, amount, *, months=12, high=None, cpv=None, whole=None, practice=USUAL):
    def euros(number):
        return None if number is None else Euros.of(number)

    need = Need(
        object,
        cpv,
        euros(amount),
        euros(high),
        euros(whole),
        months,
        date(2027, 4, 1),
        BuyerKind.LOCAL_AUTHORITY,
        None,
    )
    return screen(need, today=TODAY, practice=practice)


def plain(sentence):
    return sentence.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("asked", "advice", "first"),
    [
        (
            {"object": "Nettoyage des locaux", "amount": 600_000, "months": 48},
            Advice.RECOMMENDED,
            "Part de main-d’œuvre estimée à 80 % et marché de 48 mois : le volume obtenu, "
            "2 182 h, permet un vrai parcours.",
        ),
        (
            {"object": "Nettoyage des locaux", "amount": 600_000, "months": None},
            Advice.RECOMMENDED,
            "Part de main-d’œuvre estimée à 80 % : le volume obtenu, 2 182 h, permet un vrai "
            "parcours.",
        ),
        (
            {"object": "Gros œuvre", "amount": 300_000},
            Advice.TO_STUDY,
            "Le volume obtenu, 250 h, est compris entre 150 h et 300 h : la clause vaut si ces "
            "heures s’ajoutent à d’autres marchés.",
        ),
        (
            {"object": "Gros œuvre", "amount": 100_000},
            Advice.NOT_ADVISED,
            "Le volume obtenu, 83 h, reste sous 150 h : une clause seule n’ouvrirait pas un vrai "
            "parcours.",
        ),
        (
            {"object": "Gros œuvre", "amount": 1_000_000, "months": 2},
            Advice.TO_STUDY,
            "Le volume obtenu est de 833 h, mais le marché ne dure que 2 mois : le temps manque "
            "pour recruter.",
        ),
        (
            {"object": "Maîtrise d’œuvre", "amount": 2_000_000},
            Advice.TO_STUDY,
            "Le volume obtenu est de 764 h, mais le métier est qualifié ou réglementé : visez "
            "l’alternance et les fonctions d’appui.",
        ),
        (
            {"object": "Déménagement", "amount": 600_000},
            Advice.TO_STUDY,
            "Le volume obtenu est de 650 h, mais ce métier est hors des quatorze segments : "
            "vérifiez l’offre d’insertion locale.",
        ),
        (
            {"object": "Travaux", "amount": 1_000_000},
            Advice.TO_STUDY,
            "Le volume obtenu est de 750 h, mais le métier est déduit d’un intitulé trop général "
            ": précisez l’objet.",
        ),
        (
            {"object": "Gros œuvre", "amount": None},
            Advice.UNDECIDED,
            "Le montant manque : donnez le montant estimé hors taxes pour calculer un volume.",
        ),
        (
            {"object": "Gros œuvre", "amount": 0},
            Advice.UNDECIDED,
            "Le montant indiqué (0 €) ne permet aucun calcul : donnez le montant estimé hors "
            "taxes.",
        ),
        (
            {"object": "Lot unique", "amount": 600_000},
            Advice.UNDECIDED,
            "L’objet n’a pas été reconnu : précisez le métier ou donnez le code CPV.",
        ),
        (
            {"object": "Fourniture de pain", "amount": None},
            Advice.NOT_ADVISED,
            "Une clause d’heures d’insertion n’est pas adaptée à cet achat : Achat de fournitures.",
        ),
    ],
)
def test_the_first_reason_names_what_decided(asked, advice, first):
    found = verdict(**asked)
    assert found.advice is advice
    assert plain(found.reasons[0]) == first


@pytest.mark.parametrize(
    ("asked", "basis"),
    [
        ({"object": "Nettoyage des locaux", "amount": 20_000}, LegalBasis.RESERVED_INCLUSION),
        ({"object": "Gestion de la crèche", "amount": 90_000}, LegalBasis.RESERVED_SOCIAL_ECONOMY),
        ({"object": "Chantier d’insertion", "amount": 90_000}, LegalBasis.SUBJECT_MATTER),
    ],
)
def test_another_possibility_than_a_condition_is_to_be_studied(asked, basis):
    found = verdict(**asked)
    assert found.advice is Advice.TO_STUDY
    assert found.basis is not None
    assert found.basis.proposed is basis
    assert found.reasons[0] == found.basis.reasons[0]


def test_the_conflict_between_words_and_code_is_a_reason():
    found = verdict("Travaux d’électrification rurale", 1_017_450, cpv="09310000")
    assert found.finding.conflict in found.reasons


def test_a_range_is_calibrated_on_its_low_end_and_its_high_end_is_told():
    found = verdict("Gros œuvre", 600_000, high=1_200_000)
    assert found.calibration is not None
    assert found.calibration.hours == Hours.of(500)
    assert "1 200 000 €, donnerait 1 000 h." in plain(" ".join(found.reasons))


def test_a_high_end_no_greater_than_the_amount_says_nothing():
    assert "fourchette" not in " ".join(verdict("Gros œuvre", 600_000, high=600_000).reasons)


def test_a_duty_outlives_a_clause_that_is_not_advised():
    found = verdict("Gros œuvre", 100_000, whole=6_000_000)
    assert (found.advice, found.duty.verdict) == (Advice.NOT_ADVISED, DutyVerdict.MUST)
    assert found.basis is None
    assert "formation, accueil d’apprentis, action qualitative" in found.reasons[-1]


def test_nothing_more_is_asked_when_there_is_no_duty():
    assert "tout de même" not in " ".join(verdict("Gros œuvre", 100_000).reasons)


@pytest.mark.parametrize(
    ("number", "value", "advice", "first"),
    [
        (FLOOR_HOURS, Hours.of(300), Advice.NOT_ADVISED, "reste sous 300 h"),
        (COMFORT_HOURS, Hours.of(200), Advice.RECOMMENDED, "permet un vrai parcours"),
        (COMFORT_HOURS, Hours.of(1_000), Advice.TO_STUDY, "entre 150 h et 1 000 h"),
        (
            trade("masonry").effort_rate,
            Share.percent(10),
            Advice.RECOMMENDED,
            "le volume obtenu, 500 h",
        ),
    ],
)
def test_the_advice_follows_what_the_committee_holds(number, value, advice, first):
    assert verdict("Gros œuvre", 300_000).advice is Advice.TO_STUDY
    found = verdict("Gros œuvre", 300_000, practice=USUAL.choosing(number, value))
    assert found.advice is advice
    assert first in plain(found.reasons[0])


def test_the_basis_the_doubts_and_the_next_step_follow_it_too():
    usual = verdict("Gros œuvre", 2_000_000, months=5)
    held = USUAL.choosing(CRITERION_FROM, Hours.of(500)).choosing(SHORTEST_WORKS, 6)
    found = verdict(
        "Gros œuvre",
        2_000_000,
        months=5,
        practice=held.choosing(OPPORTUNITY_WORKING_DAYS, OPPORTUNITY_WORKING_DAYS.high),
    )
    assert (usual.advice, found.advice) == (Advice.RECOMMENDED, Advice.TO_STUDY)
    assert found.basis.proposed is LegalBasis.CONDITION_AND_CRITERION
    assert usual.basis.proposed is LegalBasis.PERFORMANCE_CONDITION
    assert "le marché ne dure que 5 mois" in plain(found.reasons[0])
    assert found.next_step.on > usual.next_step.on


def test_every_advice_has_its_label():
    assert Advice.UNDECIDED.label == "Information manquante"
    assert len({advice.label for advice in Advice}) == len(Advice)


euros = some.none() | some.integers(-(10**6), 10**13).map(Euros)
needs = some.builds(
    Need,
    object=some.text(max_size=80)
    | some.sampled_from(["Nettoyage", "Peinture lot 2", "Fourniture de pain", "Crèche", "AMO"]),
    cpv=some.none() | some.text(max_size=12) | some.from_regex(r"[0-9]{8}", fullmatch=True),
    amount=euros,
    amount_high=euros,
    whole_amount=euros,
    months=some.none() | some.integers(-5, 10_000),
    consulted_on=some.none() | some.dates(),
    buyer=some.sampled_from(BuyerKind),
    kind=some.none() | some.sampled_from(ContractKind),
    defence=some.booleans(),
)


@given(needs, some.dates())
def test_any_purchase_gets_one_answer_always_the_same_with_reasons(need, today):
    found = screen(need, today=today)
    assert found == screen(need, today=today)
    assert found.reasons
    assert all(reason.endswith(".") for reason in found.reasons)
    assert (found.basis is None) == (found.advice in {Advice.NOT_ADVISED, Advice.UNDECIDED})


@given(needs, some.dates())
def test_a_purchase_that_owes_is_always_told_another_way(need, today):
    found = screen(need, today=today)
    if found.advice is Advice.NOT_ADVISED and found.duty.verdict.binds:
        assert "tout de même" in found.reasons[-1]


@given(some.integers(1, 10**7), some.integers(0, 10**7))
def test_a_greater_amount_never_worsens_the_advice(amount, more):
    order = [Advice.NOT_ADVISED, Advice.TO_STUDY, Advice.RECOMMENDED]
    poor, rich = (verdict("Gros œuvre", number).advice for number in (amount, amount + more))
    assert order.index(rich) >= order.index(poor)
