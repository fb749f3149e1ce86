import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.eligibility import Structure
from perenne.rules.eligibility.publics_local import OPENS_EITI, OPENS_TIH
from perenne.rules.french import typeset
from perenne.rules.hirings import (
    MODALITIES,
    EligibleBy,
    Family,
    HiringFacts,
    ModalityCode,
    Shape,
    admissible,
)
from perenne.rules.hirings.staff_provision import OPENS_TEMP_AGENCY
from perenne.rules.practice import USUAL

YES = {"oui": True, "non": False}
OPENINGS = {"EITI": OPENS_EITI, "TIH": OPENS_TIH}
facts = some.builds(
    HiringFacts,
    some.none() | some.sampled_from(Structure),
    some.none() | some.sampled_from(Shape),
    some.none() | some.booleans(),
    some.booleans(),
    some.none() | some.frozensets(some.sampled_from(ModalityCode)),
    some.booleans(),
    some.booleans(),
)


def facts_of(case):
    listed = case.get("énumérées")
    return HiringFacts(
        structure=Structure(case["structure"]) if "structure" in case else None,
        shape=Shape(case["contrat"]) if "contrat" in case else None,
        is_eligible=YES[case["éligible"]] if "éligible" in case else None,
        counts_there=YES[case.get("reconnu", "oui")],
        allowed=None if listed is None else frozenset(map(ModalityCode, listed)),
        is_reserved=YES[case.get("réservé", "non")],
        admits_actions=YES[case.get("actions", "non")],
    )


def practice_of(case):
    practice = USUAL.choosing(OPENS_TEMP_AGENCY, YES[case.get("intérim", "oui")])
    if "ouvert" in case:
        practice = practice.choosing(OPENINGS[case["ouvert"]], True)
    return practice


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("modalities"))
def test_a_lawyer_reads_which_ways_are_admitted(code, expected, case):
    found = admissible(ModalityCode(code), facts_of(case), practice=practice_of(case))
    assert found.is_admitted is expected, found.reasons
    assert expected or len(found.reasons) == 1


@pytest.mark.parametrize("row", MODALITIES.rows, ids=lambda row: row.code)
def test_each_way_says_who_employs_what_counts_and_what_proves_it(row):
    assert row.employer
    assert row.counts
    assert row.proofs
    assert row.family.label


def test_every_way_has_its_row():
    assert [row.code for row in MODALITIES] == list(ModalityCode)


@pytest.mark.parametrize(
    ("family", "codes"),
    [
        (Family.DIRECT, "EMB_CDI EMB_CDD EMB_APP EMB_PRO"),
        (Family.STAFF_PROVISION, "MAD_ETTI MAD_AI MAD_GEIQ MAD_EATT MAD_ETT"),
        (Family.ENTRUSTED, "ST_EI ST_ACI ST_RQ ST_EITI_TIH ST_EA ST_ESAT"),
        (Family.RESERVED, "RESERVE"),
        (Family.ACTION, "QUALITATIF"),
    ],
)
def test_ways_stand_in_families(family, codes):
    assert [row.code for row in MODALITIES if row.family is family] == codes.split()


def test_the_person_is_checked_where_no_structure_answers_for_them():
    by_person = {row.code for row in MODALITIES if row.eligible_by is EligibleBy.PERSON}
    assert by_person == {row.code for row in MODALITIES if not row.structures}


def test_an_admitted_way_says_what_counts_and_what_to_ask():
    found = admissible(ModalityCode.AI, HiringFacts(Structure.AI))
    assert found.modality is MODALITIES[ModalityCode.AI]
    assert found.reasons == (
        "Mise à disposition par une association intermédiaire (AI)\u00a0: admise. "
        "Ce qui compte\u00a0: Heures facturées. "
        "Demandez\u00a0: contrat de mise à disposition et relevé d’heures de l’association.",
    )


@pytest.mark.parametrize(
    ("code", "case"),
    [
        (ModalityCode.TEMP_AGENCY, {"éligible": "oui"}),
        (ModalityCode.ACTION, {"actions": "oui"}),
        (ModalityCode.SELF_EMPLOYED, {"structure": "TIH", "ouvert": "TIH"}),
    ],
)
def test_a_way_that_the_ccag_does_not_name_is_to_be_written(code, case):
    found = admissible(code, facts_of(case), practice=practice_of(case))
    assert found.reasons[0].endswith("Le CCAG ne la cite pas\u00a0: écrivez-la dans la clause.")


@pytest.mark.parametrize(
    ("code", "case", "about", "said"),
    [
        (
            ModalityCode.AI,
            {"structure": "AI", "énumérées": []},
            "modality",
            "celles qu’elle énumère",
        ),
        (
            ModalityCode.TEMP_AGENCY,
            {"éligible": "oui", "intérim": "non"},
            "modality",
            "Le comité n’admet pas",
        ),
        (
            ModalityCode.PERMANENT,
            {"éligible": "oui", "structure": "EI"},
            "structure",
            "de cette structure",
        ),
        (ModalityCode.SELF_EMPLOYED, {}, "structure", "structure (EITI, TIH)\u00a0: indiquez-la"),
        (ModalityCode.PERMANENT, {}, "person", "demandez-la au facilitateur avant l’embauche"),
        (ModalityCode.PERMANENT, {"éligible": "non"}, "person", "ses heures ne comptent pas"),
        (ModalityCode.EI, {"structure": "EI", "reconnu": "non"}, "person", "n’est pas reconnue"),
        (
            ModalityCode.ACTION,
            {"actions": "oui", "contrat": "CDI"},
            "shape",
            "choisissez une embauche",
        ),
        (
            ModalityCode.EATT,
            {"structure": "EATT", "contrat": "CDI"},
            "shape",
            "est\u00a0: contrat de mission ou CDI intérimaire. Choisissez",
        ),
        (ModalityCode.RESERVED, {"structure": "EI"}, "modality", "n’est pas réservé"),
        (ModalityCode.ACTION, {}, "modality", "demandez au facilitateur"),
    ],
)
def test_a_refusal_says_what_to_do_and_what_it_speaks_of(code, case, about, said):
    found = admissible(code, facts_of(case), practice=practice_of(case))
    assert not found.is_admitted
    assert found.about == (about,)
    assert [said in reason for reason in found.reasons] == [True]


def test_every_reason_to_refuse_is_told_at_once():
    odd = HiringFacts(shape=Shape.FIXED_TERM, allowed=frozenset())
    assert len(admissible(ModalityCode.PERMANENT, odd).reasons) == 3


@given(some.sampled_from(ModalityCode), facts)
def test_a_way_is_admitted_or_refused_with_reasons_that_end(code, known):
    found = admissible(code, known)
    assert all(reason.endswith(".") and "'" not in reason for reason in found.reasons)
    admitted = typeset(f"{found.modality.label} : admise.")
    assert found.is_admitted is found.reasons[0].startswith(admitted)
    assert len(found.about) == (0 if found.is_admitted else len(found.reasons))


@given(some.sampled_from(ModalityCode), facts)
def test_a_shorter_list_never_admits_more(code, known):
    open_list = HiringFacts(
        known.structure,
        known.shape,
        known.is_eligible,
        known.counts_there,
        None,
        known.is_reserved,
        known.admits_actions,
    )
    assert admissible(code, open_list).is_admitted or not admissible(code, known).is_admitted


@pytest.mark.parametrize("shape", Shape)
def test_each_shape_is_told_in_french(shape):
    assert shape.label
    assert len({one.label for one in Shape}) == len(Shape)
