"""Its own people keep what an organisation says of itself up to date."""

from django.db import transaction

from perenne.domain.organisations.actions.registering import (
    Identity,
    facts_of,
    save_unless_known,
)
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.domain.organisations.states import OrganisationState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def edit_organisation(*, organisation_id: int, identity: Identity, by: Actor) -> None:
    """Everything but a SIRET that the coordination has verified."""
    organisation = ORGANISATIONS.take("organisation.edit", by, organisation_id)
    facts = facts_of(identity)
    checked = organisation.state == OrganisationState.VERIFIED and organisation.siret
    if checked and facts["siret"] != organisation.siret:
        raise Refused(
            "Le SIRET d’un organisme vérifié ne change plus : écrivez à la coordination, "
            "ou ouvrez un espace pour le nouvel établissement."
        )
    changed = sorted(name for name, value in facts.items() if getattr(organisation, name) != value)
    for name, value in facts.items():
        setattr(organisation, name, value)
    save_unless_known(organisation)
    record("organisation.edit", organisation, by=by, changed=changed)
