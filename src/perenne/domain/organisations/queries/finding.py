"""Organisations, as they are searched: one’s own, and all of them by the coordination."""

from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.kit.actors import Actor
from perenne.kit.finding import Ground


def organisations_to_find(actor: Actor) -> tuple[Ground, ...]:
    rows = ORGANISATIONS.rows("organisation.view", actor)
    return (
        Ground(
            "organismes",
            "Organismes",
            "organisations:show",
            rows,
            title="name",
            more="siret",
            code="siret",
        ),
    )
