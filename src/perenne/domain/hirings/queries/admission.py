"""What the rules say of a hiring: its way, the shape of its contract, and when its hours count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.participants.models import Verdict
from perenne.rules.eligibility import (
    Checked,
    Decision,
    EligibilityCategory,
    GreenLight,
    Pass,
    State,
    Structure,
    green_light,
)
from perenne.rules.hirings import (
    Easing,
    Employment,
    Fault,
    HiringFacts,
    ModalityCode,
    Shape,
    admissible,
    employment_faults,
)
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours

NONE = Hours(0)
SHOWN_FOR = {"PASS_IAE": "iae_pass", "AI_480_HEURES": "provided"}
"""What settles a fault of the contract, by its check; the others are of the contract itself."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the facilitator was shown, and nobody keeps: the PASS IAE, the exceptions of the law.

    `provided`: by an AI, hours with companies in 24 months.
    """

    iae_pass: Pass | None = None
    easings: frozenset[Easing] = frozenset()
    provided: Hours = NONE


NOTHING_SHOWN = Shown()


def way_objections(
    hiring: Hiring, *, is_eligible: bool, practice: Practice = USUAL
) -> dict[str, str]:
    """Why its modality cannot serve this clause, by the fact that it speaks of."""
    facts = HiringFacts(
        structure=_structure(hiring),
        shape=Shape(hiring.shape),
        is_eligible=is_eligible,
        is_reserved=bool(hiring.commitment.clause.reserved_to),
    )
    said = admissible(ModalityCode(hiring.modality), facts, practice=practice)
    return {} if said.is_admitted else _by_fact(zip(said.about, said.reasons, strict=True))


def shape_objections(hiring: Hiring, shown: Shown) -> dict[str, str]:
    """What the law finds wrong with the contract of employment, by what would settle it."""
    return _by_fact(
        (SHOWN_FOR.get(fault.check.code, "contract"), fault.reason)
        for fault in _faults(hiring, shown)
    )


def easings_for(hiring: Hiring) -> tuple[Easing, ...]:
    """The exceptions of the law that would settle a fault of its contract, were they shown.

    The hours of an association are not known yet: the prefect's is always offered to it.
    """
    most = len(_faults(hiring, NOTHING_SHOWN))
    return tuple(
        one
        for one in Easing
        if len(_faults(hiring, Shown(easings=frozenset({one})))) < most
        or (one is Easing.PREFECT and hiring.structure == Structure.AI)
    )


def _faults(hiring: Hiring, shown: Shown) -> tuple[Fault, ...]:
    job = Employment(
        Shape(hiring.shape),
        hiring.starts_on,
        ends_on=hiring.ends_on,
        structure=_structure(hiring),
        weekly=Hours(hiring.weekly_minutes),
        iae_pass=shown.iae_pass,
        born_on=hiring.participant.born_on,
        easings=shown.easings,
        provided=shown.provided,
    )
    return employment_faults(job)


def verdict_covering(participant_id: int, day: date) -> Verdict | None:
    """The yes that stands for that day; there is one at most (I6)."""
    return Verdict.objects.filter(
        participant_id=participant_id,
        is_eligible=True,
        withdrawn_at=None,
        starts_on__lte=day,
        ends_on__gte=day,
    ).first()


def light_for(
    hiring: Hiring, verdict: Verdict, *, regularised_because: str = "", practice: Practice = USUAL
) -> GreenLight:
    """From when its hours count, by what is known of that person and of the contract."""
    main = EligibilityCategory(verdict.ground)
    decision = Decision(State.ELIGIBLE, hiring.starts_on, main, (main,), ())
    permanent = hiring.shape == Shape.PERMANENT.value and hiring.employer_siret == (
        hiring.party.siret
    )
    checked = Checked(
        hired_on=hiring.starts_on,
        answered_on=verdict.verified_on,
        regularised_because=regularised_because,
        permanent_since=hiring.starts_on if permanent else None,
        notified_on=hiring.commitment.contract.notified_on,
        under_clause=_hired_before_under_a_clause(hiring),
    )
    return green_light(checked, decision, practice=practice)


def _hired_before_under_a_clause(hiring: Hiring) -> bool:
    before = Hiring.objects.filter(
        participant_id=hiring.participant_id,
        employer_siret=hiring.employer_siret,
        state__in=AFTER_THE_GREEN_LIGHT,
        starts_on__lte=hiring.starts_on,
    )
    return before.exclude(pk=hiring.pk).exists()


def _by_fact(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for fact, reason in said:
        found[fact] = f"{found[fact]} {reason}" if fact in found else reason
    return found


def _structure(hiring: Hiring) -> Structure | None:
    return Structure(hiring.structure) if hiring.structure else None
