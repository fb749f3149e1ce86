"""What this app announces to the journal, and what its acts are called in French."""

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
