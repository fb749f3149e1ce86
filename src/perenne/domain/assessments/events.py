"""What this app announces to the journal."""

from perenne.domain.assessments.states import SubscriptionState
from perenne.kit.journal.telling import UNTOLD, Told, bare, choice, day, moment, organisation

THINGS = {
    "assessments.forecast": "Prévision",
    "assessments.statistics": "Statistiques publiques",
    "assessments.subscription": "Abonnement aux prévisions",
    "assessments.narrative": "Texte d’un bilan",
    "assessments.frozenbilan": "Bilan figé",
}
LABELS = {
    "bilan.fold": "Mettre à jour les chiffres des bilans",
    "forecast.publish": "Publier la prévision",
    "statistics.publish": "Publier les statistiques",
    "subscription.ask": "S’abonner aux prévisions",
    "subscription.end": "Se désabonner des prévisions",
    "bilan.write": "Écrire un texte du bilan",
    "bilan.freeze": "Figer et signer le bilan",
    "bilan.sign": "Signer le bilan",
}
FACTS = {"bilan.sign": {"quality": Told("En qualité de")}}
OF_SCOPE = {
    "scope_kind": UNTOLD,
    "scope_key": UNTOLD,
    "starts_on": Told("Du", day),
    "ends_on": Told("Jusqu’au (exclu)", day),
}
FIELDS = {
    "assessments.forecast": {"made_on": Told("Faite le", day), "content": Told("Chiffres", bare)},
    "assessments.statistics": {
        "quarter": Told("Trimestre"),
        "made_on": Told("Publiées le", day),
        "until": UNTOLD,
        "content": Told("Chiffres", bare),
        "behind": UNTOLD,
    },
    "assessments.subscription": {
        "person_id": UNTOLD,
        "segments": Told("Métiers", bare),
        "epcis": Told("Intercommunalités", bare),
        "state": Told("État", choice(SubscriptionState)),
        "asked_on": Told("Demandé le", day),
        "last_contact_on": Told("Dernier échange le", day),
        "told_id": UNTOLD,
    },
    "assessments.narrative": {
        **OF_SCOPE,
        "block": Told("Partie", bare),
        "number": Told("Version"),
        "written_by_id": UNTOLD,
        "organisation_id": Told("Écrit par", organisation),
        "written_at": Told("Écrit le", moment),
    },
    "assessments.frozenbilan": {
        **OF_SCOPE,
        "version": Told("Version"),
        "title": Told("Bilan"),
        "content": UNTOLD,
        "print": Told("Empreinte", bare),
        "known_on": Told("Chiffres connus le", day),
        "frozen_at": Told("Figé le", moment),
    },
}
