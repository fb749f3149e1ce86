from datetime import date

import pytest

from perenne.rules.eligibility.conditions.rights import (
    draws,
    draws_rsa,
    is_boeth,
    is_recommended,
    meets,
    stays_as,
    works_in_ordinary_settings,
)
from perenne.rules.eligibility.facts import (
    Allowance,
    Difficulty,
    Disability,
    DisabilityTitle,
    Opinion,
    OpinionBody,
    Person,
    Stay,
    StayStatus,
)
from perenne.rules.eligibility.findings import FAR, MET, Case, near, unknown
from perenne.rules.eligibility.numbers import FACILITATOR_OPINION_COUNTS, RSA_HOUSEHOLD_COUNTS
from perenne.rules.practice import USUAL

ON = date(2026, 9, 1)
ONLY_RECIPIENT = near("ayant droit du RSA, seul le bénéficiaire est admis par le comité")


def case(*, on=ON, born_on=date(1985, 1, 1), practice=USUAL, **facts):
    return Case(Person(born_on, **facts), on, practice)


def child_of(born_on, on):
    disability = Disability(DisabilityTitle.CHILD_RIGHTS)
    return is_boeth(
        case(on=date.fromisoformat(on), born_on=date.fromisoformat(born_on), disability=disability)
    )


@pytest.mark.parametrize("allowance", Allowance)
def test_an_allowance_is_drawn_or_not(allowance):
    others = frozenset(Allowance) - {allowance}
    assert draws(allowance)(case(allowances=frozenset({allowance}))) == MET
    assert draws(allowance)(case(allowances=others)) == FAR


@pytest.mark.parametrize("difficulty", Difficulty)
def test_a_difficulty_is_met_or_not(difficulty):
    others = frozenset(Difficulty) - {difficulty}
    assert meets(difficulty)(case(difficulties=frozenset({difficulty}))) == MET
    assert meets(difficulty)(case(difficulties=others)) == FAR


@pytest.mark.parametrize(
    ("drawn", "admitted", "finding"),
    [
        ({Allowance.RSA}, False, MET),
        ({Allowance.RSA, Allowance.RSA_HOUSEHOLD}, False, MET),
        ({Allowance.RSA_HOUSEHOLD}, False, ONLY_RECIPIENT),
        ({Allowance.RSA_HOUSEHOLD}, True, MET),
        ({Allowance.ASS}, True, FAR),
    ],
)
def test_the_household_of_the_rsa_counts_where_the_committee_says_so(drawn, admitted, finding):
    practice = USUAL.choosing(RSA_HOUSEHOLD_COUNTS, admitted)
    assert draws_rsa(case(allowances=frozenset(drawn), practice=practice)) == finding


@pytest.mark.parametrize(
    ("until", "finding"),
    [
        (None, MET),
        (ON, MET),
        (
            date(2026, 8, 31),
            near("titre expiré le 31\u00a0août 2026, il doit être valable à l'embauche"),
        ),
    ],
)
@pytest.mark.parametrize("title", sorted(set(DisabilityTitle) - {DisabilityTitle.CHILD_RIGHTS}))
def test_a_title_holds_until_its_last_day(title, until, finding):
    assert is_boeth(case(disability=Disability(title, until))) == finding


def test_without_a_title_nobody_is_boeth():
    assert is_boeth(case()) == FAR


@pytest.mark.parametrize(
    ("born_on", "on", "finding"),
    [
        ("2010-01-01", "2026-01-01", MET),
        (
            "2008-12-31",
            "2023-12-31",
            near("l'AEEH, la PCH ou un PPS valent reconnaissance de 16 à 18 ans, et elle en a 15"),
        ),
        ("2007-12-31", "2023-12-31", MET),
        ("2005-01-01", "2023-12-31", MET),
        (
            "2004-12-31",
            "2023-12-31",
            near("l'AEEH, la PCH ou un PPS valent reconnaissance de 16 à 18 ans, et elle en a 19"),
        ),
        ("2004-12-31", "2024-01-01", MET),
        ("2009-01-01", "2024-01-01", MET),
        (
            "2009-01-02",
            "2024-01-01",
            near("l'AEEH, la PCH ou un PPS valent reconnaissance de 15 à 20 ans, et elle en a 14"),
        ),
        (
            "2003-01-01",
            "2024-01-01",
            near("l'AEEH, la PCH ou un PPS valent reconnaissance de 15 à 20 ans, et elle en a 21"),
        ),
        ("2005-02-22", "2022-02-22", FAR),
        ("2005-02-22", "2022-02-23", MET),
    ],
)
def test_the_rights_of_a_child_became_a_title_and_were_widened_in_2024(born_on, on, finding):
    assert child_of(born_on, on) == finding


def test_the_rights_of_a_child_end_too():
    disability = Disability(DisabilityTitle.CHILD_RIGHTS, date(2026, 8, 31))
    assert is_boeth(case(born_on=date(2008, 1, 1), disability=disability)) == near(
        "titre expiré le 31\u00a0août 2026, il doit être valable à l'embauche"
    )


@pytest.mark.parametrize(
    ("disability", "finding"),
    [
        (None, MET),
        (Disability(DisabilityTitle.RQTH), MET),
        (
            Disability(DisabilityTitle.RQTH, sheltered=True),
            near("orientée vers un ESAT, une orientation en milieu ordinaire est demandée"),
        ),
    ],
)
def test_an_orientation_to_an_esat_is_another_ground(disability, finding):
    assert works_in_ordinary_settings(case(disability=disability)) == finding


@pytest.mark.parametrize(
    ("stay", "finding"),
    [
        (None, FAR),
        (Stay(StayStatus.ASYLUM_SEEKER, ON), FAR),
        (
            Stay(StayStatus.REFUGEE),
            unknown("Jusqu'à quel jour son titre de séjour est-il valable ?"),
        ),
        (Stay(StayStatus.REFUGEE, ON), MET),
        (Stay(StayStatus.SUBSIDIARY_PROTECTION, ON), MET),
        (
            Stay(StayStatus.REFUGEE, date(2026, 8, 31)),
            near("titre expiré le 31\u00a0août 2026, il doit être valable à l'embauche"),
        ),
    ],
)
def test_a_title_of_stay_runs_on_the_day_of_hiring(stay, finding):
    asked = stays_as(StayStatus.REFUGEE, StayStatus.SUBSIDIARY_PROTECTION)
    assert asked(case(stay=stay)) == finding


@pytest.mark.parametrize("body", sorted(set(OpinionBody) - {OpinionBody.FACILITATOR}))
def test_the_bodies_of_the_ccag_may_recommend(body):
    assert is_recommended(case(opinion=Opinion(body, "A. Martin", "Rupture"))) == MET


@pytest.mark.parametrize(
    ("admitted", "finding"),
    [
        (False, near("avis du facilitateur, celui d'un organisme de la liste est demandé")),
        (True, MET),
    ],
)
def test_the_facilitator_recommends_where_the_committee_says_so(admitted, finding):
    practice = USUAL.choosing(FACILITATOR_OPINION_COUNTS, admitted)
    opinion = Opinion(OpinionBody.FACILITATOR, "B. Durand", "Rupture")
    assert is_recommended(case(opinion=opinion, practice=practice)) == finding


@pytest.mark.parametrize(
    ("author", "reasons", "finding"),
    [
        (" ", "Rupture", unknown("Qui a signé l'avis motivé ?")),
        ("A. Martin", " ", unknown("Quels motifs l'avis donne-t-il ?")),
    ],
)
def test_an_opinion_is_signed_and_reasoned(author, reasons, finding):
    opinion = Opinion(OpinionBody.MDPH, author, reasons)
    assert is_recommended(case(opinion=opinion)) == finding


def test_no_opinion_is_no_recommendation():
    assert is_recommended(case()) == FAR
