"""What this app announces to the journal."""

from perenne.domain.enquiries.states import EnquiryKind, EnquiryState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day, euros, organisation

THINGS = {"enquiries.enquiry": "Message reçu"}
LABELS = {
    "enquiry.write": "Commencer un message",
    "enquiry.edit": "Joindre ou retirer un fichier",
    "enquiry.send": "Envoyer un message",
    "enquiry.hold": "Mettre un message de côté pour relecture",
    "enquiry.release": "Remettre le message à son destinataire",
    "enquiry.answer": "Répondre à un message",
    "enquiry.hand_over": "Passer un message à un autre organisme",
    "enquiry.close": "Classer un message",
    "enquiry.forget": "Effacer un message",
    "enquiry.withdraw": "Effacer son message",
}
FIELDS = {
    "enquiries.enquiry": {
        "kind": Told("Nature", choice(EnquiryKind)),
        "state": Told("État", choice(EnquiryState)),
        "person_id": UNTOLD,
        "amount_cents": Told("Montant HT", euros),
        "launch_on": Told("Lancement prévu le", day),
        "closes_on": Told("Remise des offres le", day),
        "commune_id": Told("Commune (code INSEE)"),
        "recipient_id": Told("Destinataire", organisation),
        "routing_reason": Told("Pourquoi ce destinataire"),
        "consent_version": Told("Version de l’accord"),
        "started_on": Told("Commencé le", day),
        "last_on": Told("Dernier échange le", day),
    },
}
