from dataclasses import replace

import pytest

from perenne.rules.eligibility import annex_on_publics
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording import Publics
from perenne.rules.wording.test_terms import TERMS


@pytest.mark.parametrize(
    ("choices", "said", "unsaid"),
    [
        ({}, "Au titre de la situation", "Chaque personne habite aussi"),
        ({"publics": Publics.URBAN_RENEWAL}, "Chaque personne habite aussi", "Situations ajoutées"),
        ({"publics": Publics.CLOSED_LIST}, "Bénéficiaire du RSA", "Situations ajoutées"),
        (
            {"basis": LegalBasis.RESERVED_INCLUSION},
            "Au titre de la structure",
            "Au titre de la situation",
        ),
    ],
)
def test_the_annex_on_publics_says_who_counts_and_by_which_proof(choices, said, unsaid):
    text = annex_on_publics(replace(TERMS, **choices)).as_text().replace("\u00a0", " ")
    assert said in text
    assert unsaid not in text
    assert "ne reçoit que la réponse « éligible » ou « non éligible »" in text
