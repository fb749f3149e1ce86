"""A file of eligibility, from the French words of `rules/cases/*.yaml` to the facts of a rule."""

from datetime import date

from perenne.rules.eligibility import (
    Allowance,
    Difficulty,
    Disability,
    DisabilityTitle,
    Enrolment,
    FollowUp,
    JobSearch,
    Opinion,
    OpinionBody,
    Pass,
    Person,
    Residence,
    RuralZone,
    Scheme,
    Schooling,
    Stay,
    StayStatus,
    Structure,
)
from perenne.values import Period

HIRED_ON = date(2026, 9, 1)
BORN_ON = date(1985, 1, 1)
YES_OR_NO = {"oui": True, "non": False, None: None}
KNOWN = {
    *("cas", "embauche", "née", "cherche", "inscrite", "mois travaillés", "inactive depuis"),
    *("diplôme", "école quittée", "QPV", "adresse cherchée", "outre-mer", "zone rurale"),
    *("allocations", "difficultés", "titre", "titre jusqu'au", "orientation ESAT"),
    *("séjour", "séjour jusqu'au", "suivi", "suivi depuis", "suivi jusqu'au"),
    *("structure", "entrée", "sortie", "permanente", "PASS", "PASS jusqu'au", "PASS suspendu"),
    *("avis", "signé par", "motifs"),
}


def hired_on(case):
    return case.get("embauche", HIRED_ON)


def person_of(case, *, also=frozenset()):
    """`also` names the words that the table of the case adds to those of a person."""
    assert set(case) <= KNOWN | set(also), set(case) - KNOWN - set(also)
    return Person(
        born_on=case.get("née", BORN_ON),
        search=JobSearch(
            YES_OR_NO[case.get("cherche")],
            case.get("inscrite"),
            case.get("mois travaillés"),
            case.get("inactive depuis"),
        ),
        schooling=Schooling(case.get("diplôme"), case.get("école quittée")),
        residence=Residence(
            case.get("QPV") == "oui",
            case.get("adresse cherchée"),
            case.get("outre-mer") == "oui",
            RuralZone(case["zone rurale"]) if "zone rurale" in case else None,
        ),
        allowances=frozenset(map(Allowance, case.get("allocations", ()))),
        difficulties=frozenset(map(Difficulty, case.get("difficultés", ()))),
        disability=disability_of(case),
        stay=Stay(StayStatus(case["séjour"]), case.get("séjour jusqu'au"))
        if "séjour" in case
        else None,
        follow_ups=follow_ups_of(case),
        enrolment=enrolment_of(case),
        opinion=opinion_of(case),
    )


def disability_of(case):
    if "titre" not in case:
        return None
    return Disability(
        DisabilityTitle(case["titre"]),
        case.get("titre jusqu'au"),
        case.get("orientation ESAT") == "oui",
    )


def follow_ups_of(case):
    if "suivi" not in case:
        return ()
    return (FollowUp(Scheme(case["suivi"]), case["suivi depuis"], case.get("suivi jusqu'au")),)


def enrolment_of(case):
    if "structure" not in case:
        return None
    return Enrolment(
        Structure(case["structure"]),
        case["entrée"],
        case.get("sortie"),
        case.get("permanente") != "oui",
        pass_of(case),
    )


def pass_of(case):
    if "PASS" not in case:
        return None
    suspended = Period(*case["PASS suspendu"]) if "PASS suspendu" in case else None
    return Pass(case["PASS"], case.get("PASS jusqu'au"), suspended)


def opinion_of(case):
    if "avis" not in case:
        return None
    return Opinion(OpinionBody(case["avis"]), case["signé par"], case["motifs"])
