"""Who follows the person, and which structure employs or receives them."""

from perenne.rules.eligibility.facts import FollowUp, Scheme, Structure
from perenne.rules.eligibility.findings import FAR, MET, Case, Condition, Finding, near, unknown
from perenne.rules.eligibility.numbers import PASS_FOR_EVERY_STRUCTURE
from perenne.rules.eligibility.passes import PassState, reads_pass
from perenne.rules.french import in_full
from perenne.rules.law import Default
from perenne.values import add_months


def followed_by(*schemes: Scheme) -> Condition:
    """That day, or out of it that very day."""

    def is_followed(case: Case) -> Finding:
        if any(_goes_on(follow_up, case) for follow_up in _by(schemes, case)):
            return MET
        return FAR

    return is_followed


def left(*schemes: Scheme, within: Default[int]) -> Condition:
    """Out of it for so many months at most."""

    def has_left(case: Case) -> Finding:
        ends = [
            follow_up.until
            for follow_up in _by(schemes, case)
            if follow_up.until is not None and follow_up.until < case.on
        ]
        if not ends:
            return FAR
        last, months = max(ends), case.practice.of(within)
        if case.on > add_months(last, months):
            return near(f"sortie le {in_full(last)}, {months} mois au plus sont demandés")
        return MET

    return has_left


def followed_or_left(*schemes: Scheme, within: Default[int]) -> Condition:
    now, before = followed_by(*schemes), left(*schemes, within=within)
    return lambda case: min(now(case), before(case), key=lambda finding: finding.fit)


def enrolled_in(structure: Structure) -> Condition:
    """On a pathway there that day: its permanent staff does not count."""

    def is_enrolled(case: Case) -> Finding:
        enrolment = case.person.enrolment
        if enrolment is None or enrolment.structure is not structure:
            return FAR
        if enrolment.since > case.on:
            return near(f"entrée dans la structure le {in_full(enrolment.since)} seulement")
        if enrolment.until is not None and enrolment.until < case.on:
            return near(f"sortie de la structure le {in_full(enrolment.until)}")
        if not enrolment.on_pathway:
            return near("salariée de la structure hors parcours, un parcours est demandé")
        return MET

    return is_enrolled


def holds_pass(case: Case) -> Finding:
    """A PASS IAE that runs, asked of every structure since December 2021."""
    if not PASS_FOR_EVERY_STRUCTURE.on(case.on):
        return MET
    enrolment = case.person.enrolment
    if enrolment is None or enrolment.iae_pass is None:
        return unknown("Quel est son PASS IAE, et quand a-t-il commencé ?")
    reading = reads_pass(enrolment.iae_pass, on=case.on)
    if reading.state is PassState.VALID:
        return MET
    return near(f"PASS IAE {reading.state.label}")


def _by(schemes: tuple[Scheme, ...], case: Case) -> list[FollowUp]:
    return [
        follow_up
        for follow_up in case.person.follow_ups
        if follow_up.scheme in schemes and follow_up.since <= case.on
    ]


def _goes_on(follow_up: FollowUp, case: Case) -> bool:
    return follow_up.until is None or follow_up.until >= case.on
