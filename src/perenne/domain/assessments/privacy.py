"""Who is told of the forecast by mail; the forecast itself names nobody."""

from perenne.domain.assessments.models import Forecast, Statistics, Subscription
from perenne.domain.assessments.states import SubscriptionState
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    classify,
    nobody_in,
    removed,
    same_address,
    through,
)
from perenne.rules.retention import RecordKind

FORECASTS = Processing(
    code="forecasts",
    title="Abonnements aux prévisions d’heures",
    purpose="Prévenir les structures et les entreprises des heures d’insertion à venir",
    basis=Basis.CONSENT,
    people="Les personnes qui s’abonnent aux prévisions",
    recipients=("Personne d’autre que la plateforme",),
    security=("Double consentement par lien signé", "Retrait en un clic, effacé aussitôt"),
)

classify(
    Subscription,
    "Vos abonnements aux prévisions",
    processing=FORECASTS,
    keeps=RecordKind.PROGRAMME_CONTACT,
    found=[through("person"), same_address("email")],
    personal={
        "email": removed(Category.CONTACT, "Adresse électronique"),
        "segments": removed(Category.CHOICE, "Segments suivis"),
        "epcis": removed(Category.CHOICE, "Intercommunalités suivies"),
        "asked_on": removed(Category.CHOICE, "Demandé le"),
    },
    plain=["id", "committee", "person", "state", "last_contact_on", "told"],
    expires=[
        Expires("last_contact", "last_contact_on"),
        Expires(
            "last_change",
            "asked_on",
            kind=RecordKind.DRAFT,
            rows=lambda rows: rows.filter(state=SubscriptionState.ASKED),
        ),
    ],
)
nobody_in(Forecast, plain=["id", "committee", "made_on", "content"])
nobody_in(
    Statistics,
    plain=["id", "committee", "quarter", "made_on", "until", "content", "behind"],
)
