"""What this app announces to the journal."""

from perenne.domain.membership.states import MembershipState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day, moment, organisation

THINGS = {"membership.membership": "Adhésion"}
LABELS = {
    "membership.join": "Adhérer au comité",
    "membership.leave": "Quitter le comité",
    "membership.exclude": "Exclure du comité",
    "membership.pardon": "Lever l’exclusion",
}
FIELDS = {
    "membership.membership": {
        "organisation_id": Told("Organisme", organisation),
        "signed_by_id": UNTOLD,
        "charter_version": Told("Version de la charte"),
        "state": Told("État", choice(MembershipState)),
        "reason": Told("Motif"),
        "joined_at": Told("Membre depuis le", moment),
        "ended_on": Told("Jusqu’au", day),
    },
}
