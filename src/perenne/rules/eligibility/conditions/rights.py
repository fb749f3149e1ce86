"""Allowances, difficulties, disability and stay: what a right, a title or a proof makes true."""

from datetime import date

from perenne.rules.eligibility.conditions.age_and_school import age_on
from perenne.rules.eligibility.facts import (
    Allowance,
    Difficulty,
    DisabilityTitle,
    OpinionBody,
    StayStatus,
)
from perenne.rules.eligibility.findings import (
    FAR,
    MET,
    Case,
    Condition,
    Finding,
    met_if,
    near,
    unknown,
)
from perenne.rules.eligibility.numbers import (
    CHILD_RIGHTS_FROM,
    CHILD_RIGHTS_TO,
    FACILITATOR_OPINION_COUNTS,
    RSA_HOUSEHOLD_COUNTS,
)
from perenne.rules.french import in_full


def draws(allowance: Allowance) -> Condition:
    return lambda case: met_if(allowance in case.person.allowances)


def draws_rsa(case: Case) -> Finding:
    """A recipient; or an entitled person of the household, where the committee says so."""
    drawn = case.person.allowances
    if Allowance.RSA in drawn:
        return MET
    if Allowance.RSA_HOUSEHOLD not in drawn:
        return FAR
    if case.practice.of(RSA_HOUSEHOLD_COUNTS):
        return MET
    return near("ayant droit du RSA, seul le bénéficiaire est admis par le comité")


def meets(difficulty: Difficulty) -> Condition:
    return lambda case: met_if(difficulty in case.person.difficulties)


def is_boeth(case: Case) -> Finding:
    """Has a title of article L5212-13 that holds that day; one without end always does."""
    disability = case.person.disability
    if disability is None:
        return FAR
    if disability.title is DisabilityTitle.CHILD_RIGHTS:
        finding = _of_age_for_child_rights(case)
        if finding is not MET:
            return finding
    return _holds(disability.until, case.on)


def works_in_ordinary_settings(case: Case) -> Finding:
    disability = case.person.disability
    if disability is not None and disability.sheltered:
        return near("orientée vers un ESAT, une orientation en milieu ordinaire est demandée")
    return MET


def stays_as(*statuses: StayStatus) -> Condition:
    def has_status(case: Case) -> Finding:
        stay = case.person.stay
        if stay is None or stay.status not in statuses:
            return FAR
        if stay.until is None:
            return unknown("Jusqu'à quel jour son titre de séjour est-il valable ?")
        return _holds(stay.until, case.on)

    return has_status


def is_recommended(case: Case) -> Finding:
    """A reasoned opinion: its author is named, its reasons are written, its body may give it."""
    opinion = case.person.opinion
    if opinion is None:
        return FAR
    is_own = opinion.body is OpinionBody.FACILITATOR
    if is_own and not case.practice.of(FACILITATOR_OPINION_COUNTS):
        return near("avis du facilitateur, celui d'un organisme de la liste est demandé")
    if not opinion.author.strip():
        return unknown("Qui a signé l'avis motivé ?")
    if not opinion.reasons.strip():
        return unknown("Quels motifs l'avis donne-t-il ?")
    return MET


def _of_age_for_child_rights(case: Case) -> Finding:
    if case.on < min(CHILD_RIGHTS_FROM.values):
        return FAR
    age = age_on(case.person.born_on, case.on)
    youngest, oldest = CHILD_RIGHTS_FROM.on(case.on), CHILD_RIGHTS_TO.on(case.on)
    if youngest <= age <= oldest:
        return MET
    return near(
        f"l'AEEH, la PCH ou un PPS valent reconnaissance de {youngest} à {oldest} ans, et elle en "
        f"a {age}"
    )


def _holds(until: date | None, on: date) -> Finding:
    if until is None or until >= on:
        return MET
    return near(f"titre expiré le {in_full(until)}, il doit être valable à l'embauche")
