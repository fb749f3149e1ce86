from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.eligibility import PROOFS, Proof, ProofKind, accepts, lacking_proofs
from perenne.rules.eligibility.proof_kinds import EMPLOYMENT_MONTHS
from perenne.rules.practice import USUAL
from perenne.values import add_months

ON = date(2026, 9, 1)
FT, ML, CARD = ProofKind.FRANCE_TRAVAIL, ProofKind.MISSION_LOCALE, ProofKind.IDENTITY
days = some.dates(date(2020, 1, 1), date(2030, 1, 1))


def proof(kind, dated, until=None):
    return Proof(kind, date.fromisoformat(dated), ON, until and date.fromisoformat(until))


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("proofs"))
def test_a_lawyer_reads_what_a_proof_is_worth(code, expected, case):
    shown = Proof(ProofKind(case.get("pièce", code)), case["datée"], ON, case.get("jusqu'au"))
    assert (lacking_proofs(((ProofKind(code),),), (shown,), on=ON) == ()) is expected


def test_every_kind_of_proof_is_a_row():
    assert {rule.code for rule in PROOFS} == set(ProofKind)


@pytest.mark.parametrize(
    ("shown", "accepted", "reason"),
    [
        (
            proof(FT, "2026-06-01"),
            True,
            "Avis de situation France Travail avec l’historique d’inscription\u00a0: recevable.",
        ),
        (
            proof(ML, "2026-05-31"),
            False,
            "Attestation de la mission locale\u00a0: pièce datée du 31\u00a0mai 2026, plus de "
            "3\u00a0mois avant l’embauche\u202f; demandez-en une plus récente.",
        ),
        (
            proof(ML, "2026-09-02"),
            False,
            "Attestation de la mission locale\u00a0: pièce datée du 2\u00a0septembre 2026, après "
            "l’embauche\u202f; demandez-en une qui atteste de la situation ce jour-là.",
        ),
        (
            proof(ProofKind.STAY, "2022-01-01", "2026-08-31"),
            False,
            "Titre de séjour ou récépissé\u00a0: pièce expirée le 31\u00a0août 2026\u202f; "
            "demandez son renouvellement ou la preuve qu’il est demandé.",
        ),
        (proof(CARD, "2026-12-31", "2020-01-01"), True, "Pièce d’identité\u00a0: recevable."),
    ],
)
def test_a_refusal_says_what_to_ask_for(shown, accepted, reason):
    verdict = accepts(shown, on=ON)
    assert (verdict.accepted, verdict.reason) == (accepted, reason)


@pytest.mark.parametrize(("months", "accepted"), [(6, True), (5, False)])
def test_a_committee_sets_how_old_a_proof_may_be(months, accepted):
    practice = USUAL.choosing(EMPLOYMENT_MONTHS, months)
    shown = proof(FT, "2026-03-01")
    assert accepts(shown, on=ON, practice=practice).accepted is accepted
    assert (lacking_proofs(((FT,),), (shown,), on=ON, practice=practice) == ()) is accepted


def test_an_end_written_on_a_proof_that_ages_does_not_matter():
    assert accepts(proof(FT, "2026-08-01", "2026-08-15"), on=ON).accepted


def test_one_good_proof_of_a_choice_is_enough():
    shown = (proof(FT, "2020-01-01"), proof(ML, "2026-08-01"))
    assert lacking_proofs(((FT, ML),), shown, on=ON) == ()


def test_each_choice_that_lacks_has_its_sentence():
    shown = (proof(FT, "2026-05-31"), proof(ML, "2026-05-30"))
    assert lacking_proofs(((CARD,), (FT, ML)), shown, on=ON) == (
        "Demandez\u00a0: pièce d’identité.",
        "Avis de situation France Travail avec l’historique d’inscription\u00a0: pièce datée du "
        "31\u00a0mai 2026, plus de 3\u00a0mois avant l’embauche\u202f; demandez-en une plus "
        "récente. Attestation de la mission locale\u00a0: pièce datée du 30\u00a0mai 2026, plus de "
        "3\u00a0mois avant l’embauche\u202f; demandez-en une plus récente.",
    )
    assert lacking_proofs(((FT, ML),), (), on=ON) == (
        "Demandez\u00a0: avis de situation France Travail avec l’historique d’inscription ou "
        "attestation de la mission locale.",
    )


@given(some.sampled_from(ProofKind), days, days)
def test_a_proof_that_ages_is_good_from_its_date_to_its_age(kind, dated, on):
    months = PROOFS[kind].months
    if months is not None:
        good = dated <= on <= add_months(dated, months.value)
        assert accepts(Proof(kind, dated, on), on=on).accepted == good


@given(some.sampled_from(ProofKind), days, days, days)
def test_a_proof_that_runs_is_good_between_its_dates(kind, dated, until, on):
    if PROOFS[kind].runs:
        shown = Proof(kind, dated, on, until)
        assert accepts(shown, on=on).accepted == (dated <= on <= until)
