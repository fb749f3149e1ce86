"""What this app announces to the journal."""

THINGS = {
    "assessments.forecast": "Prévision",
    "assessments.subscription": "Abonnement aux prévisions",
}
LABELS = {
    "forecast.publish": "Publier la prévision",
    "subscription.ask": "S’abonner aux prévisions",
    "subscription.end": "Se désabonner des prévisions",
}
