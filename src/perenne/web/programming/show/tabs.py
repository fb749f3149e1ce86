"""The views of a programme: everything, what is doubtful, what is worth a clause."""

from perenne.domain.programming.queries import ProgrammeCard, Sieve
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import Actor, Role
from perenne.web.design.menu import MenuItem


def sieve_in(asked: str) -> Sieve:
    """The view asked for; else all of it."""
    return Sieve(asked) if asked in set(Sieve) else Sieve.ALL


def tabs_of(programme: ProgrammeCard, open_one: Sieve, actor: Actor) -> tuple[MenuItem, ...]:
    counts = programme.counts
    shown = [
        (Sieve.ALL, "Tous les achats", counts.purchases),
        (Sieve.DOUBTFUL, "À préciser", counts.doubtful),
        (Sieve.RECOMMENDED, "Clause recommandée", counts.recommended),
        (Sieve.UNDER_DUTY, "Obligation légale", counts.under_duty),
    ]
    if programme.state is ProgrammeState.SENT and actor.role is not Role.BUYER:
        shown.insert(1, (Sieve.TO_TREAT, "À étudier", counts.to_treat))
    for sieve, label, count in (
        (Sieve.COMPLIANT, "Conformes", counts.compliant),
        (Sieve.JUSTIFIED, "Motivées", counts.justified),
        (Sieve.SILENT, "Sans réponse", counts.silent),
    ):
        if sieve is open_one:
            shown.append((sieve, label, count))
    return tuple(
        MenuItem(label, f"?vue={sieve.value}", current=sieve is open_one, count=count)
        for sieve, label, count in shown
    )
