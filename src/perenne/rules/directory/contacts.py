"""Which addresses are those of an organisation: a directory holds no address of a person."""

from __future__ import annotations

import re

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import GDPR_MINIMUM
from perenne.values import fold

WORDS = """
accueil admin administratif administration agence antenne asso association atelier boutique
candidature candidatures ccas chantier clause clauses commercial compta comptabilite contact
courrier demande devis direction ea emploi ensemble entreprise equipe esat exploitation formation
geiq general gestion hello info information infos insertion interim job jobs logistique mail
mairie marches mission nettoyage offre offres paie planning plie pole prestation prestations
production projet projets recrutement relation responsable restauration rh secretariat service
services siae siege social structure support technique travaux
"""
SHARED_WORDS = frozenset(WORDS.split())
"""Words that an address of a service is made of."""
SHORTEST_WORD = 2
INITIAL_AND_NAME = re.compile(r"^[a-z]\.[a-z]{2,}$")
FIRST_AND_LAST_NAME = re.compile(r"^[a-z]{2,}(?:-[a-z]+)?[._][a-z]{2,}(?:-[a-z]+)?$")


@cites(
    GDPR_MINIMUM,
    says="Cette adresse électronique est-elle celle d’une personne ?",
    confidence=Confidence.LIKELY,
)
def is_of_a_person(address: str, organisation: str) -> bool:
    """True for « prenom.nom@ » and « p.nom@ », unless their words are those of a service, of the
    organisation or of its domain: « contact.meaux@ », « atelier.bois@atelierbois.fr ».
    """
    local, _, domain = address.casefold().partition("@")
    if not (INITIAL_AND_NAME.match(local) or FIRST_AND_LAST_NAME.match(local)):
        return False
    words = {word for word in fold(local).split() if len(word) > SHORTEST_WORD}
    known = {*fold(organisation).split(), *SHARED_WORDS}
    site = fold(domain).replace(" ", "")
    return not any(word in known or word in site for word in words)
