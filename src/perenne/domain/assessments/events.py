"""What this app announces to the journal."""

from perenne.domain.assessments.states import SubscriptionState
from perenne.kit.journal.telling import UNTOLD, Told, bare, choice, day

THINGS = {
    "assessments.forecast": "Prévision",
    "assessments.statistics": "Statistiques publiques",
    "assessments.subscription": "Abonnement aux prévisions",
}
LABELS = {
    "bilan.fold": "Mettre à jour les chiffres des bilans",
    "forecast.publish": "Publier la prévision",
    "statistics.publish": "Publier les statistiques",
    "subscription.ask": "S’abonner aux prévisions",
    "subscription.end": "Se désabonner des prévisions",
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
}
