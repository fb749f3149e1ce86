"""What this app announces to the journal."""

from perenne.domain.organisations.states import (
    InvitationState,
    OrganisationState,
    PrescriberKind,
    RequestState,
    StructureKind,
)
from perenne.kit.actors import Role
from perenne.kit.journal.telling import UNTOLD, Told, among, choice, moment, organisation
from perenne.rules.needs import BuyerKind

THINGS = {
    "organisations.organisation": "Organisme",
    "organisations.seat": "Place",
    "organisations.invitation": "Invitation",
    "organisations.joinrequest": "Demande pour rejoindre",
}
LABELS = {
    "organisation.register": "Ouvrir l’espace de l’organisme",
    "organisation.declare": "Ouvrir l’espace de l’organisme",
    "organisation.represent": "Agir pour l’organisme",
    "organisation.edit": "Modifier la fiche de l’organisme",
    "organisation.verify": "Vérifier l’organisme",
    "organisation.refuse": "Refuser l’organisme",
    "organisation.suspend": "Suspendre l’organisme",
    "organisation.restore": "Rétablir l’organisme",
    "organisation.present_again": "Présenter de nouveau l’organisme",
    "organisation.close": "Fermer l’espace de l’organisme",
    "organisation.invite": "Inviter quelqu’un",
    "organisation.join": "Demander à rejoindre l’organisme",
    "invitation.resend": "Renvoyer l’invitation",
    "invitation.withdraw": "Retirer l’invitation",
    "invitation.accept": "Accepter l’invitation",
    "join_request.grant": "Accepter la demande",
    "join_request.decline": "Refuser la demande",
    "seat.name_admin": "Nommer un administrateur",
    "seat.withdraw_admin": "Retirer l’administration",
    "seat.remove": "Retirer quelqu’un de l’espace",
    "seat.leave": "Quitter l’organisme",
}
KINDS = {
    Role.BUYER.value: "Acheteur",
    Role.FACILITATOR.value: "Facilitateur",
    Role.COMPANY.value: "Entreprise",
    Role.INCLUSION_STRUCTURE.value: "Structure d’insertion",
    Role.PRESCRIBER.value: "Prescripteur",
    Role.COORDINATION.value: "Coordination",
}
ORGANISATION = Told("Organisme", organisation)
FIELDS = {
    "organisations.organisation": {
        "kind": Told("Nature", among(KINDS)),
        "name": Told("Nom"),
        "siret": Told("SIRET"),
        "buyer_kind": Told("Nature de l’acheteur", choice(BuyerKind)),
        "structure_kind": Told("Nature de la structure", choice(StructureKind)),
        "prescriber_kind": Told("Nature du prescripteur", choice(PrescriberKind)),
        "legal_nature": Told("Forme juridique"),
        "commune_id": Told("Commune (code INSEE)"),
        "state": Told("État", choice(OrganisationState)),
        "reason": Told("Motif"),
        "declared_at": Told("Déclaré le", moment),
    },
    "organisations.seat": {
        "person_id": UNTOLD,
        "organisation_id": ORGANISATION,
        "is_admin": Told("Administre l’espace"),
    },
    "organisations.invitation": {
        "organisation_id": ORGANISATION,
        "is_admin": Told("Administrera l’espace"),
        "expires_at": Told("Valable jusqu’au", moment),
        "state": Told("État", choice(InvitationState)),
    },
    "organisations.joinrequest": {
        "organisation_id": ORGANISATION,
        "person_id": UNTOLD,
        "state": Told("État", choice(RequestState)),
        "asked_at": Told("Demandé le", moment),
    },
}
