"""What this app announces to the journal, and what its acts are called in French."""

from perenne.domain.rights.states import RequestKind, RequestState
from perenne.kit.journal.telling import UNTOLD, Told, bare, choice, day, moment

LABELS = {
    "request.ask": "Faire une demande sur ses données",
    "data.view": "Voir ses données",
    "data.export": "Télécharger ses données",
    "consent.give": "Donner son accord",
    "consent.withdraw": "Retirer son accord",
    "request.lift": "Lever le gel",
    "person.freeze": "Geler un compte",
    "person.erase": "Effacer une personne",
}
THINGS = {
    "rights.datarequest": "Demande d’exercice de droits",
    "rights.consent": "Accord",
}
FIELDS = {
    "rights.datarequest": {
        "kind": Told("Demande", choice(RequestKind)),
        "state": Told("État", choice(RequestState)),
        "person_id": UNTOLD,
        "received_on": Told("Reçue le", day),
        "due_on": Told("À traiter avant le", day),
        "closed_on": Told("Close le", day),
    },
    "rights.consent": {
        "person_id": UNTOLD,
        "text": Told("Texte", bare),
        "version": Told("Version"),
        "means": Told("Moyen", bare),
        "given_at": Told("Donné le", moment),
        "withdrawn_at": Told("Retiré le", moment),
        "ended_on": Told("Jusqu’au", day),
    },
}
