import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.eligibility_files import hired_on, person_of
from tests.golden import rows_of

from perenne.rules.eligibility import (
    PROOFS,
    PUBLICS,
    EligibilityCategory,
    Group,
    Sensitivity,
    grounds_open,
)
from perenne.rules.eligibility.categories import Examined, Ground, examine
from perenne.rules.eligibility.findings import FAR, MET, Case, Fit, near, unknown
from perenne.rules.law import Confidence
from perenne.rules.practice import USUAL
from perenne.rules.texts import PRACTICE
from perenne.rules.wording.terms import Publics

LOCAL = [ground for ground in PUBLICS if ground.group is Group.LOCAL]
OF_THE_CCAG = tuple(ground for ground in PUBLICS if ground.group is not Group.LOCAL)
HEALTH = {"STPA_EA", "STPA_EATT", "STPA_ESAT", "TH", "AAH", "INVALIDITE", "TIH"}
JUSTICE = {"PPSMJ", "PPSMJ_TRAVAIL"}
PRIVATE = {"ASE", "PARENT_ISOLE", "SANS_HEBERGEMENT"}
PRIORITIES = {
    1: (
        *("IAE_EI", "IAE_ACI", "IAE_ETTI", "IAE_AI", "STPA_EA", "STPA_EATT", "STPA_ESAT", "RQ"),
        *("EPIDE", "E2C", "GEIQ", "PPSMJ_TRAVAIL", "DETLD", "RSA", "TH", "ASS", "AAH"),
        *("JEUNE_NQ", "JEUNE_SUIVI", "REFUGIE", "IAE_EITI", "PLIE", "PPSMJ"),
        *("SANS_HEBERGEMENT", "EBE"),
    ),
    2: (
        *("DELD", "ALLOC_INSERTION", "VEUVAGE", "INVALIDITE", "SENIOR", "QPV", "DEROG"),
        *("IAE_SORTANT", "ASE", "PARENT_ISOLE", "PROT_TEMP", "TIH"),
    ),
    3: ("JEUNE_DIPLOME", "ZFRR", "FLE", "MOBILITE", "CSP"),
}
PROVED_BY = {
    "IAE_EI": "STRUCTURE + PASS_IAE",
    "IAE_ACI": "STRUCTURE + PASS_IAE",
    "IAE_ETTI": "STRUCTURE + PASS_IAE",
    "IAE_AI": "STRUCTURE + PASS_IAE",
    "STPA_EA": "STRUCTURE",
    "STPA_EATT": "STRUCTURE",
    "STPA_ESAT": "STRUCTURE",
    "RQ": "STRUCTURE",
    "EPIDE": "DISPOSITIF",
    "E2C": "DISPOSITIF",
    "GEIQ": "STRUCTURE",
    "PPSMJ_TRAVAIL": "STRUCTURE",
    "DETLD": "FRANCE_TRAVAIL",
    "DELD": "FRANCE_TRAVAIL",
    "RSA": "CAF_MSA",
    "TH": "BOETH",
    "ASS": "ORGANISME_PAYEUR ou FRANCE_TRAVAIL",
    "AAH": "CAF_MSA",
    "ALLOC_INSERTION": "ORGANISME_PAYEUR",
    "VEUVAGE": "ORGANISME_PAYEUR",
    "INVALIDITE": "PENSION",
    "JEUNE_NQ": "IDENTITE + MISSION_LOCALE ou HONNEUR",
    "JEUNE_DIPLOME": "IDENTITE + DIPLOME + FRANCE_TRAVAIL ou MISSION_LOCALE",
    "JEUNE_SUIVI": "DISPOSITIF ou FRANCE_TRAVAIL ou MISSION_LOCALE",
    "SENIOR": "IDENTITE + FRANCE_TRAVAIL",
    "QPV": "DOMICILE + CARTE_QPV + FRANCE_TRAVAIL ou MISSION_LOCALE",
    "REFUGIE": "TITRE_SEJOUR",
    "DEROG": "AVIS_MOTIVE",
    "IAE_EITI": "STRUCTURE + PASS_IAE",
    "PLIE": "DISPOSITIF",
    "IAE_SORTANT": "SORTIE_IAE",
    "ZFRR": "DOMICILE",
    "ASE": "SORTIE_ASE",
    "PPSMJ": "JUSTICE",
    "PARENT_ISOLE": "CAF_MSA",
    "SANS_HEBERGEMENT": "DOMICILIATION",
    "PROT_TEMP": "AUTORISATION_TRAVAIL",
    "FLE": "EVALUATION_FLE",
    "MOBILITE": "DIAGNOSTIC_MOBILITE",
    "TIH": "BOETH + SIRET",
    "CSP": "LICENCIEMENT",
    "EBE": "STRUCTURE",
}
FINDINGS = [MET, FAR, near("proche"), unknown("Combien ?"), near("presque"), unknown("Quand ?")]


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("publics"))
def test_a_lawyer_reads_who_is_eligible(code, expected, case):
    found = examine(PUBLICS[code], Case(person_of(case), hired_on(case)))
    assert (found.fit is Fit.MET) is expected


def test_every_category_is_a_row_and_every_row_a_category():
    assert {ground.code for ground in PUBLICS} == set(EligibilityCategory)


@pytest.mark.parametrize("ground", PUBLICS.rows, ids=lambda ground: ground.code)
def test_every_ground_can_be_met_proved_and_cited(ground):
    assert ground.needs
    assert all(PROOFS[kind].label for choice in ground.proofs for kind in choice)
    assert ground.label[0].isupper()
    assert "'" not in ground.label


def test_each_ground_has_its_distance_from_a_job():
    found = {ground.code: ground.priority for ground in PUBLICS}
    assert found == {code: rank for rank, codes in PRIORITIES.items() for code in codes}


def test_each_ground_has_its_proofs():
    found = {ground.code: " + ".join(map(" ou ".join, ground.proofs)) for ground in PUBLICS}
    assert found == PROVED_BY


@pytest.mark.parametrize(
    ("sensitivity", "codes"),
    [(Sensitivity.HEALTH, HEALTH), (Sensitivity.JUSTICE, JUSTICE), (Sensitivity.PRIVATE, PRIVATE)],
)
def test_what_reveals_health_justice_or_private_life_is_marked(sensitivity, codes):
    assert {ground.code for ground in PUBLICS if ground.sensitivity is sensitivity} == codes


def test_only_what_a_committee_adds_can_be_closed():
    assert all((ground.opening is not None) == (ground.group is Group.LOCAL) for ground in PUBLICS)
    assert len({ground.opening.code for ground in LOCAL}) == len(LOCAL)


@pytest.mark.parametrize("publics", Publics)
def test_the_list_of_the_ccag_is_always_open_and_nothing_else_by_default(publics):
    assert grounds_open(publics) == OF_THE_CCAG
    assert grounds_open() == OF_THE_CCAG


@pytest.mark.parametrize("ground", LOCAL, ids=lambda ground: ground.code)
def test_a_committee_opens_one_ground_at_a_time_and_in_open_lists_alone(ground):
    practice = USUAL.choosing(ground.opening, True)
    assert set(grounds_open(Publics.OPEN_LIST, practice)) == {*OF_THE_CCAG, ground}
    assert grounds_open(Publics.CLOSED_LIST, practice) == OF_THE_CCAG
    assert grounds_open(Publics.URBAN_RENEWAL, practice) == OF_THE_CCAG


@given(some.lists(some.sampled_from(FINDINGS), min_size=1, max_size=5))
def test_the_worst_finding_decides_and_only_its_sentences_are_told(findings):
    needs = tuple(lambda case, found=found: found for found in findings)
    ground = Ground(
        EligibilityCategory.RSA,
        "Titre",
        Group.SITUATION,
        needs,
        (),
        1,
        PRACTICE,
        Confidence.VARIES,
    )
    worst = max(found.fit for found in findings)
    said = tuple(found.said for found in findings if found.fit == worst and found.said)
    assert examine(ground, None) == Examined(ground, worst, said)


@pytest.mark.parametrize(
    ("first", "second"),
    [("RSA", "DELD"), ("RSA", "TH"), ("DELD", "JEUNE_DIPLOME"), ("AAH", "SENIOR")],
)
def test_the_farthest_from_a_job_comes_first_then_what_reveals_the_least(first, second):
    assert PUBLICS[first].rank < PUBLICS[second].rank
