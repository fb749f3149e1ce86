"""What this app announces to the journal."""

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
