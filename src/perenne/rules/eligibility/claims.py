"""A file as it was declared, and the questions of consistency that can be asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from perenne.rules.eligibility.categories import EligibilityCategory
from perenne.rules.eligibility.conditions.age_and_school import age_on
from perenne.rules.eligibility.facts import Allowance, Person, Scheme, Structure
from perenne.rules.eligibility.numbers import (
    LONG_TERM_MONTHS,
    QUALIFIED_LEVEL,
    SENIOR_AGE,
    VERY_LONG_TERM_MONTHS,
    YOUTH_AGE,
)
from perenne.rules.eligibility.passes import PassState, reads_pass
from perenne.rules.eligibility.proofs import Proof
from perenne.rules.law import Confidence, Dated
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import RSA_AGE, SCHOOL_AGE, YOUTH_COMMITMENT
from perenne.values import months_between

RSA_FROM = Dated(
    {date(2009, 6, 1): 25},
    RSA_AGE,
    Confidence.LIKELY,
    meaning="Âge dès lequel le RSA est ouvert sans autre condition",
    unit="ans",
)
CEJ_OPEN = Dated(
    {date(2022, 3, 1): True}, YOUTH_COMMITMENT, meaning="Le contrat d’engagement jeune existe"
)
WORKING_AGE = Dated(
    {date(1959, 1, 6): 16},
    SCHOOL_AGE,
    Confidence.LIKELY,
    meaning="Âge dès lequel une inscription comme demandeur d’emploi est ordinaire",
    unit="ans",
)
YOUTH_SCHEMES = frozenset({Scheme.PACEA, Scheme.CEJ, Scheme.YOUTH_GUARANTEE, Scheme.EPIDE})
YOUTH_GROUNDS = frozenset(
    {EligibilityCategory.UNQUALIFIED_YOUTH, EligibilityCategory.GRADUATE_YOUTH}
)
SEEKERS = {
    EligibilityCategory.DELD: LONG_TERM_MONTHS,
    EligibilityCategory.DETLD: VERY_LONG_TERM_MONTHS,
}


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a file says as a whole: the person, the proofs, and the grounds that were ticked.

    `employed_since` is another job that goes on, `permanent_since` a permanent contract with the
    contractor, `notified_on` the day on which the public contract was notified.
    """

    person: Person
    hired_on: date
    claimed: frozenset[EligibilityCategory] = frozenset()
    proofs: Sequence[Proof] = ()
    employed_since: date | None = None
    permanent_since: date | None = None
    notified_on: date | None = None
    practice: Practice = USUAL

    @property
    def age(self) -> int:
        return age_on(self.person.born_on, self.hired_on)

    @property
    def is_in_esat(self) -> bool:
        """Received by an ESAT on the day of hiring."""
        enrolment = self.person.enrolment
        return (
            enrolment is not None
            and enrolment.structure is Structure.ESAT
            and (enrolment.until is None or enrolment.until >= self.hired_on)
        )


def registered_late(said: Declaration) -> bool:
    registered_on = said.person.search.registered_on
    return registered_on is not None and registered_on > said.hired_on


def registered_as_a_child(said: Declaration) -> bool:
    registered_on = said.person.search.registered_on
    if registered_on is None:
        return False
    return age_on(said.person.born_on, registered_on) < WORKING_AGE.on(registered_on)


def young_and_senior(said: Declaration) -> bool:
    return EligibilityCategory.SENIOR in said.claimed and bool(YOUTH_GROUNDS & said.claimed)


def too_old_for_youth(said: Declaration) -> bool:
    return bool(YOUTH_GROUNDS & said.claimed) and said.age >= YOUTH_AGE.on(said.hired_on)


def too_young_for_senior(said: Declaration) -> bool:
    return EligibilityCategory.SENIOR in said.claimed and said.age < said.practice.of(SENIOR_AGE)


def qualified(said: Declaration) -> bool:
    level = said.person.schooling.diploma_level
    return (
        EligibilityCategory.UNQUALIFIED_YOUTH in said.claimed
        and level is not None
        and level >= QUALIFIED_LEVEL.on(said.hired_on)
    )


def left_school_late(said: Declaration) -> bool:
    left_on = said.person.schooling.left_on
    return left_on is not None and left_on > said.hired_on


def not_registered_long_enough(said: Declaration) -> bool:
    registered_on = said.person.search.registered_on
    if registered_on is None:
        return False
    held = months_between(registered_on, said.hired_on)
    return any(
        held < months.on(said.hired_on)
        for ground, months in SEEKERS.items()
        if ground in said.claimed
    )


def sheltered_and_employed(said: Declaration) -> bool:
    return (
        said.is_in_esat and said.employed_since is not None and said.employed_since <= said.hired_on
    )


def sheltered_and_ordinary(said: Declaration) -> bool:
    disability = said.person.disability
    return (
        EligibilityCategory.TH in said.claimed and disability is not None and disability.sheltered
    )


def proof_after_hire(said: Declaration) -> bool:
    return any(proof.dated > said.hired_on for proof in said.proofs)


def proof_not_yet_written(said: Declaration) -> bool:
    return any(proof.dated > proof.seen_on for proof in said.proofs)


def already_permanent(said: Declaration) -> bool:
    return (
        said.permanent_since is not None
        and said.notified_on is not None
        and said.permanent_since <= said.notified_on
    )


def pass_expired(said: Declaration) -> bool:
    enrolment = said.person.enrolment
    if enrolment is None or enrolment.iae_pass is None:
        return False
    return reads_pass(enrolment.iae_pass, on=said.hired_on).state is PassState.EXPIRED


def rsa_before_25(said: Declaration) -> bool:
    return Allowance.RSA in said.person.allowances and said.age < RSA_FROM.on(said.hired_on)


def too_old_for_scheme(said: Declaration) -> bool:
    return said.age >= YOUTH_AGE.on(said.hired_on) and any(
        follow_up.scheme in YOUTH_SCHEMES
        and (follow_up.until is None or follow_up.until >= said.hired_on)
        for follow_up in said.person.follow_ups
    )


def cej_before_its_day(said: Declaration) -> bool:
    first = min(CEJ_OPEN.values)
    return any(
        follow_up.scheme is Scheme.CEJ and follow_up.since < first
        for follow_up in said.person.follow_ups
    )
