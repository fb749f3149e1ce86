"""What this app announces to the journal."""

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
