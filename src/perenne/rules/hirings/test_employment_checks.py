from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.eligibility import Pass, Structure
from perenne.rules.hirings import EMPLOYMENT_CHECKS, Easing, Employment, Shape, employment_faults
from perenne.values import Hours, add_months

AUTUMN = date(2026, 9, 1)


def job_of(case):
    return Employment(
        Shape(case["contrat"]),
        case.get("début", AUTUMN),
        ends_on=case.get("fin"),
        structure=Structure(case["structure"]) if "structure" in case else None,
        weekly=Hours.of(str(case["semaine"])) if "semaine" in case else None,
        iae_pass=Pass(case["pass"]) if "pass" in case else None,
        born_on=case.get("née"),
        easings=frozenset({Easing(case["exception"])} if "exception" in case else ()),
        provided=Hours.of(str(case.get("faites", 0))),
        at_company=case.get("entreprise") != "non",
    )


def faults_of(case):
    return {fault.check.code: fault.reason for fault in employment_faults(job_of(case))}


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("employment_checks"))
def test_a_lawyer_reads_which_contracts_have_not_the_shape_of_the_law(code, expected, case):
    assert (EMPLOYMENT_CHECKS[code].finds(job_of(case)) is not None) is expected


@pytest.mark.parametrize(
    ("case", "code", "said"),
    [
        ({"contrat": "CDDI"}, "CDDI_EMPLOYEUR", "avec une EI, un ACI ou une AI"),
        (
            {"contrat": "CDDI", "structure": "EI", "fin": AUTUMN},
            "CDDI_DUREE",
            "Un CDDI dure au moins 4\u00a0mois",
        ),
        (
            {"contrat": "CDDI", "structure": "EI", "fin": date(2029, 1, 1)},
            "CDDI_DUREE",
            "Un CDDI dure au plus 24\u00a0mois",
        ),
        (
            {"contrat": "CDDI", "structure": "EI", "semaine": 10},
            "CDDI_HORAIRE",
            "Un CDDI prévoit au moins 20\u00a0h par semaine",
        ),
        (
            {"contrat": "CDI_INCLUSION", "structure": "EI", "née": date(1990, 1, 1)},
            "CDI_INCLUSION_AGE",
            "à partir de 57\u00a0ans",
        ),
        ({"contrat": "CDDI", "structure": "EI"}, "PASS_IAE", "Aucun PASS IAE n’est connu"),
        (
            {"contrat": "CDDI", "structure": "EI", "pass": date(2020, 1, 1)},
            "PASS_IAE",
            "a pris fin le 31\u00a0décembre 2021",
        ),
        (
            {"contrat": "CDD_USAGE", "structure": "AI", "faites": 500},
            "AI_480_HEURES",
            "pendant 500\u00a0h en 24\u00a0mois, plus de 480\u00a0h",
        ),
        (
            {"contrat": "APPRENTISSAGE", "née": date(2015, 1, 1)},
            "APPRENTI_AGE",
            "n’est pas ouvert avant 15\u00a0ans",
        ),
        (
            {"contrat": "APPRENTISSAGE", "née": date(1980, 1, 1)},
            "APPRENTI_AGE",
            "ouvert jusqu’à 29\u00a0ans révolus",
        ),
        (
            {"contrat": "APPRENTISSAGE", "née": date(1990, 1, 1), "début": date(2018, 9, 1)},
            "APPRENTI_AGE",
            "ouvert jusqu’à 25\u00a0ans révolus",
        ),
        (
            {"contrat": "APPRENTISSAGE", "fin": AUTUMN},
            "APPRENTI_DUREE",
            "Un contrat d’apprentissage dure au moins 6\u00a0mois",
        ),
        (
            {"contrat": "PROFESSIONNALISATION", "fin": date(2031, 1, 1)},
            "PROFESSIONNALISATION_DUREE",
            "Un contrat de professionnalisation dure au plus 36\u00a0mois",
        ),
        (
            {"contrat": "CDD", "fin": date(2031, 1, 1)},
            "CDD_DUREE",
            "Un CDD dure au plus 18\u00a0mois",
        ),
        (
            {"contrat": "MISSION", "structure": "EATT", "fin": date(2031, 1, 1)},
            "MISSION_DUREE",
            "Un contrat de mission dure au plus 24\u00a0mois",
        ),
        ({"contrat": "CDD_TREMPLIN"}, "TREMPLIN_EMPLOYEUR", "avec une entreprise adaptée"),
        (
            {"contrat": "CDD_TREMPLIN", "fin": AUTUMN},
            "TREMPLIN_DUREE",
            "Un CDD tremplin dure au moins 4\u00a0mois",
        ),
        (
            {"contrat": "CDD_TREMPLIN", "semaine": 19},
            "TREMPLIN_HORAIRE",
            "Un CDD tremplin prévoit au moins 20\u00a0h",
        ),
        (
            {"contrat": "CDI", "structure": "EATT"},
            "EATT_CONTRAT",
            "en mission ou en CDI intérimaire",
        ),
        ({"contrat": "CDI", "structure": "ESAT"}, "ESAT_STATUT", "n’est pas salarié"),
        ({"contrat": "SOUTIEN_ESAT"}, "ESAT_STATUT", "se signe avec un ESAT"),
        ({"contrat": "CDI", "structure": "TIH"}, "INDEPENDANT_STATUT", "convertissez sa facture"),
        ({"contrat": "INDEPENDANT"}, "INDEPENDANT_STATUT", "relève d’une EITI"),
    ],
)
def test_a_fault_says_what_to_do(case, code, said):
    reason = faults_of(case)[code]
    assert said in reason
    assert reason.endswith(".")
    assert "'" not in reason


def test_a_sound_contract_has_no_fault():
    sound = {
        "contrat": "CDDI",
        "structure": "ACI",
        "fin": date(2027, 8, 31),
        "semaine": 26,
        "pass": AUTUMN,
        "née": date(1990, 1, 1),
    }
    assert faults_of(sound) == {}
    assert faults_of({"contrat": "CDI"}) == {}


def test_faults_are_told_in_the_order_of_the_table():
    assert list(faults_of({"contrat": "CDDI", "fin": AUTUMN, "semaine": 5})) == [
        "CDDI_EMPLOYEUR",
        "CDDI_DUREE",
        "CDDI_HORAIRE",
    ]


def test_a_scheme_is_not_guessed_before_its_law():
    trial = Employment(Shape.STEPPING_STONE, date(2024, 2, 11), structure=Structure.EA)
    with pytest.raises(LookupError, match="L5213-13-2"):
        employment_faults(trial)


@given(
    some.dates(date(2020, 1, 1), date(2030, 1, 1)),
    some.integers(1, 40),
    some.sampled_from([-1, 0, 1]),
)
def test_a_length_is_counted_from_day_to_day(begins_on, months, days):
    eve = add_months(begins_on, months) + timedelta(days - 1)
    job = Employment(Shape.FIXED_TERM, begins_on, ends_on=eve)
    assert job.is_shorter_than(months) is (days < 0)
    assert job.is_longer_than(months) is (days > 0)


def test_without_an_end_a_contract_is_neither_short_nor_long():
    job = Employment(Shape.PERMANENT, AUTUMN)
    assert not job.is_shorter_than(1)
    assert not job.is_longer_than(1)


@pytest.mark.parametrize(
    ("born_on", "age"),
    [(None, None), (date(2000, 9, 1), 26), (date(2000, 9, 2), 25), (date(2026, 9, 1), 0)],
)
def test_an_age_is_in_completed_years_on_the_first_day(born_on, age):
    assert Employment(Shape.PERMANENT, AUTUMN, born_on=born_on).age == age
