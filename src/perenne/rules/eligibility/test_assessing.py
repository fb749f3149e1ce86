from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.eligibility_files import HIRED_ON, person_of

from perenne.rules.eligibility import (
    EligibilityCategory,
    Proof,
    ProofKind,
    State,
    assess,
    said_outside,
)
from perenne.rules.eligibility.numbers import SENIOR_AGE
from perenne.rules.eligibility.proof_kinds import PAYER_MONTHS
from perenne.rules.eligibility.publics_local import OPENS_PLIE
from perenne.rules.practice import USUAL
from perenne.rules.wording.terms import Publics

CAF = Proof(ProofKind.FAMILY_FUND, date(2026, 8, 1), date(2026, 8, 20))
FT = Proof(ProofKind.FRANCE_TRAVAIL, date(2026, 8, 1), date(2026, 8, 20))
HOME = Proof(ProofKind.ADDRESS, date(2026, 8, 1), date(2026, 8, 20))
LOOKED_UP = Proof(ProofKind.URBAN_MAP, date(2026, 8, 1), date(2026, 8, 20))
BOETH = Proof(ProofKind.BOETH, date(2020, 1, 1), date(2026, 8, 20))
CARD = Proof(ProofKind.IDENTITY, date(2020, 1, 1), date(2026, 8, 20))
RSA = {"allocations": ["RSA"], "cherche": "oui"}
IN_QPV = {"QPV": "oui", "adresse cherchée": date(2026, 8, 1)}
ENOUGH = "Une situation prouvée suffit\u00a0: ne demandez aucun autre justificatif."
WAY_OUT = (
    "Un avis motivé de France Travail, d’une mission locale, de Cap emploi, d’un PLIE, d’une "
    "maison de l’emploi ou de la MDPH peut encore ouvrir la clause\u00a0: proposez-le."
)
COMPLETE = "Répondez une fois le dossier complet\u00a0: les heures ne comptent pas avant."
MISSING = "Des renseignements manquent\u00a0: posez les questions avant de conclure."
NOT_HOME = (
    "La clause est réservée aux habitants d’un quartier prioritaire\u00a0: vérifiez l’adresse à "
    "la date de l’embauche."
)
days = some.dates(date(2021, 12, 1), date(2030, 1, 1))


def decide(case, *proofs, on=HIRED_ON, publics=Publics.OPEN_LIST, practice=USUAL):
    return assess(person_of(case), proofs, on=on, publics=publics, practice=practice)


def test_one_situation_met_and_proved_is_enough():
    found = decide(RSA, CAF)
    assert found.state is State.ELIGIBLE
    assert found.on == HIRED_ON
    assert found.main is EligibilityCategory.RSA
    assert found.grounds == (EligibilityCategory.RSA,)
    assert found.reasons == (
        "Éligible au 1er\u00a0septembre 2026 au titre suivant\u00a0: Bénéficiaire du RSA en "
        "recherche d’emploi.",
        ENOUGH,
    )
    assert found.questions == ()


def test_every_situation_met_is_told_the_main_one_first():
    long = {**RSA, "inscrite": date(2025, 1, 1), "mois travaillés": 2, "née": date(1970, 1, 1)}
    found = decide(long, CAF, FT)
    assert found.main is EligibilityCategory.RSA
    assert found.grounds == (
        EligibilityCategory.RSA,
        EligibilityCategory.DELD,
        EligibilityCategory.SENIOR,
    )
    assert found.reasons[1:] == (
        "Autres situations remplies\u00a0: Demandeur d’emploi de longue durée\u202f; Demandeur "
        "d’emploi de plus de 50\u00a0ans.",
        ENOUGH,
    )


def test_of_two_situations_as_far_from_a_job_the_one_that_reveals_least_is_kept():
    both = {**RSA, "titre": "RQTH"}
    assert decide(both, CAF, BOETH).main is EligibilityCategory.RSA
    assert decide(both, BOETH).main is EligibilityCategory.TH


def test_what_is_proved_is_kept_before_what_is_farther_from_a_job():
    case = {**RSA, "inscrite": date(2025, 1, 1), "mois travaillés": 2}
    found = decide(case, FT)
    assert (found.state, found.main) == (State.ELIGIBLE, EligibilityCategory.DELD)
    assert found.grounds == (EligibilityCategory.DELD, EligibilityCategory.RSA)


def test_without_its_proof_a_situation_waits():
    found = decide(RSA)
    assert (found.state, found.main) == (State.INCOMPLETE, None)
    assert found.grounds == (EligibilityCategory.RSA,)
    assert found.reasons == (
        "Situation remplie, à prouver\u00a0: Bénéficiaire du RSA en recherche d’emploi.",
        COMPLETE,
    )
    assert found.questions == ("Demandez\u00a0: attestation de la CAF ou de la MSA.",)


def test_an_old_proof_is_asked_for_again():
    old = Proof(ProofKind.FAMILY_FUND, date(2026, 5, 31), date(2026, 8, 20))
    found = decide(RSA, old)
    assert found.state is State.INCOMPLETE
    assert found.questions == (
        "Attestation de la CAF ou de la MSA\u00a0: pièce datée du 31\u00a0mai 2026, plus de "
        "3\u00a0mois avant l’embauche\u202f; demandez-en une plus récente.",
    )
    patient = USUAL.choosing(PAYER_MONTHS, 4)
    assert decide(RSA, old, practice=patient).state is State.ELIGIBLE


def test_the_situation_with_the_fewest_proofs_to_ask_for_is_asked_for():
    case = {"née": date(1970, 1, 1), "cherche": "oui", "allocations": ["VEUVAGE"]}
    assert decide(case).questions == ("Demandez\u00a0: attestation de l’organisme payeur.",)
    found = decide({**case, **IN_QPV}, HOME, LOOKED_UP, CARD)
    assert found.grounds[0] is EligibilityCategory.WIDOWHOOD
    assert found.state is State.INCOMPLETE


def test_what_is_not_known_is_asked_once():
    found = decide({"née": date(2004, 1, 1), "cherche": "oui"})
    assert found.state is State.INCOMPLETE
    assert (found.main, found.grounds) == (None, ())
    assert found.reasons == (MISSING,)
    assert found.questions == (
        "Quel est son diplôme le plus élevé\u202f?",
        "Quel jour a-t-elle quitté l’école\u202f?",
        "Depuis quel jour n’a-t-elle ni étudié ni travaillé\u202f?",
    )


def test_a_near_miss_says_what_lacks():
    found = decide({"inscrite": date(2025, 9, 2), "mois travaillés": 7, "cherche": "oui"})
    assert (found.state, found.main, found.grounds) == (State.NOT_ELIGIBLE, None, ())
    assert found.reasons == (
        "Demandeur d’emploi de très longue durée – inscrite depuis 11\u00a0mois, 24 sont "
        "demandés\u202f; a travaillé 7\u00a0mois sur les 12 derniers, moins de 6 sont demandés.",
        "Demandeur d’emploi de longue durée – inscrite depuis 11\u00a0mois, 12 sont "
        "demandés\u202f; a travaillé 7\u00a0mois sur les 12 derniers, moins de 6 sont demandés.",
        WAY_OUT,
    )
    assert found.questions == ()


def test_when_nothing_is_near_the_way_out_is_told():
    found = decide({"cherche": "oui"})
    assert found.state is State.NOT_ELIGIBLE
    assert found.reasons == (
        "Aucune situation de la liste n’est remplie à la date de l’embauche.",
        WAY_OUT,
    )


def test_urban_renewal_asks_for_the_address_and_a_situation():
    everywhere = decide({**RSA, **IN_QPV}, CAF, HOME, LOOKED_UP, publics=Publics.URBAN_RENEWAL)
    assert (everywhere.state, everywhere.main) == (State.ELIGIBLE, EligibilityCategory.RSA)
    unproved = decide({**RSA, **IN_QPV}, CAF, publics=Publics.URBAN_RENEWAL)
    assert unproved.state is State.INCOMPLETE
    assert unproved.questions == (
        "Demandez\u00a0: justificatif de domicile.",
        "Demandez\u00a0: résultat daté de la recherche sur sig.ville.gouv.fr.",
    )
    assert decide({**RSA, **IN_QPV}, CAF).state is State.ELIGIBLE


def test_urban_renewal_takes_nobody_from_elsewhere():
    found = decide(RSA, CAF, HOME, LOOKED_UP, publics=Publics.URBAN_RENEWAL)
    assert (found.state, found.main, found.grounds) == (State.NOT_ELIGIBLE, None, ())
    assert found.reasons == (NOT_HOME,)


def test_urban_renewal_waits_for_the_address_to_be_looked_up():
    question = "Quel jour l’adresse a-t-elle été cherchée sur sig.ville.gouv.fr\u202f?"
    met = decide({**RSA, "QPV": "oui"}, CAF, HOME, LOOKED_UP, publics=Publics.URBAN_RENEWAL)
    assert (met.state, met.questions) == (State.INCOMPLETE, (question,))
    assert met.reasons[0].startswith("Situation remplie, à prouver\u00a0: Bénéficiaire du RSA")
    asked = decide({"née": date(2004, 1, 1), "QPV": "oui"}, publics=Publics.URBAN_RENEWAL)
    assert asked.state is State.INCOMPLETE
    assert asked.questions[0] == question
    assert len(asked.questions) == len(set(asked.questions)) > 1
    unmet = decide({"cherche": "non", "QPV": "oui"}, publics=Publics.URBAN_RENEWAL)
    assert unmet.state is State.NOT_ELIGIBLE


def test_the_address_is_proved_once_even_when_it_is_the_ground_too():
    found = decide({"cherche": "oui", **IN_QPV}, publics=Publics.URBAN_RENEWAL)
    assert found.grounds == (EligibilityCategory.QPV,)
    assert len(found.questions) == 3


@pytest.mark.parametrize(
    ("publics", "state"),
    [
        (Publics.OPEN_LIST, State.ELIGIBLE),
        (Publics.CLOSED_LIST, State.NOT_ELIGIBLE),
    ],
)
def test_a_closed_list_leaves_out_what_the_committee_adds(publics, state):
    case = {"suivi": "PLIE", "suivi depuis": date(2026, 1, 1), "cherche": "oui"}
    shown = Proof(ProofKind.SCHEME, date(2026, 8, 1), date(2026, 8, 20))
    practice = USUAL.choosing(OPENS_PLIE, True)
    assert decide(case, shown, publics=publics, practice=practice).state is state
    assert decide(case, shown, publics=publics).state is State.NOT_ELIGIBLE


def test_the_practice_of_the_committee_reaches_the_conditions():
    case = {"née": date(1976, 9, 1), "cherche": "oui"}
    assert decide(case, CARD, FT).main is EligibilityCategory.SENIOR
    strict = USUAL.choosing(SENIOR_AGE, 51)
    assert decide(case, CARD, FT, practice=strict).state is State.NOT_ELIGIBLE


def test_before_2025_registration_was_enough_and_after_it_is_not():
    case = {"inscrite": date(2023, 6, 1), "cherche": "oui"}
    eve, day = date(2024, 12, 31), date(2025, 1, 1)
    shown = Proof(ProofKind.FRANCE_TRAVAIL, date(2024, 12, 1), date(2024, 12, 10))
    assert decide(case, shown, on=eve).main is EligibilityCategory.DELD
    assert decide(case, shown, on=day).questions == (
        "Combien de mois a-t-elle travaillé au cours des 12 derniers\u202f?",
    )


def test_before_the_ccag_of_2021_nobody_is_judged():
    with pytest.raises(LookupError, match="31/03/2021"):
        decide(RSA, CAF, on=date(2021, 3, 31))


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (decide(RSA, CAF), "La personne est éligible."),
        (decide(RSA), "Vérification en cours\u00a0: attendez la réponse avant d’embaucher."),
        (decide({"cherche": "oui"}), "La personne n’est pas éligible."),
    ],
)
def test_outside_only_the_answer_is_told(decision, said):
    assert said_outside(decision) == said


@given(
    some.sets(some.sampled_from(["RSA", "ASS", "AAH", "VEUVAGE", "INVALIDITE"])),
    some.sets(some.sampled_from([CAF, FT, BOETH, HOME, LOOKED_UP, CARD])),
    some.sampled_from(Publics),
    some.booleans(),
)
def test_a_state_agrees_with_what_is_said(drawn, proofs, publics, at_home):
    case = {"allocations": sorted(drawn), "cherche": "oui", **(IN_QPV if at_home else {})}
    found = decide(case, *proofs, publics=publics)
    assert (found.main is not None) == (found.state is State.ELIGIBLE)
    assert bool(found.questions) == (found.state is State.INCOMPLETE)
    assert found.main is None or found.grounds[0] is found.main
    assert (found.state is State.NOT_ELIGIBLE) <= (found.grounds == ())
    assert all(reason.endswith(".") and "'" not in reason for reason in found.reasons)


@given(days, some.integers(0, 400))
def test_more_time_registered_never_takes_eligibility_away(registered_on, later):
    on = registered_on + timedelta(later)
    shown = Proof(ProofKind.FRANCE_TRAVAIL, on, on)
    case = {"inscrite": registered_on, "mois travaillés": 0, "cherche": "oui"}
    first = decide(case, shown, on=on).state is State.ELIGIBLE
    again = decide({**case, "inscrite": registered_on - timedelta(31)}, shown, on=on)
    assert first <= (again.state is State.ELIGIBLE)
