"""What a person types in the forms of contact."""

from time import time

from perenne.web.contact.writing import OPENED, opened_mark


def opened(seconds: float = 40) -> dict[str, str]:
    """The mark of a form that was shown so long ago."""
    return {OPENED: opened_mark(time() - seconds)}


SAID = {
    "object": "Une question sur la clause",
    "message": "Bonjour, pouvez-vous m’aider à calibrer un lot de nettoyage ?",
    "full_name": "Paul Petit",
    "email": "paul@exemple.test",
    "phone": "01 64 00 00 00",
    "organisation": "Ville de Lieusaint",
    "consent": "on",
}
REVIEW = SAID | {
    "buyer": "Ville de Meaux",
    "object": "Nettoyage des écoles",
    "place": "Meaux",
    "amount": "980 000",
    "launch_on": "01/03/2027",
    "closes_on": "15/01/2027",
}
PROBLEM = {
    "object": "Un problème d’accessibilité",
    "page": "https://clause.test/outils/",
    "message": "Au clavier, le bouton ne se voit pas.",
}
