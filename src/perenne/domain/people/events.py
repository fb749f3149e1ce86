"""What accounts announce to the journal."""

THINGS = {"people.person": "Compte"}
LABELS = {
    "account.manage": "Modifier son compte",
    "account.close": "Fermer le compte",
}
