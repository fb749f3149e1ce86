"""Subscribers of the forecast, what figures are made of, who writes and signs bilans."""

from perenne.domain.assessments.models import (
    Fact,
    Footing,
    Forecast,
    FrozenBilan,
    Narrative,
    SegmentTally,
    Signature,
    Standing,
    Statistics,
    Subscription,
    Summed,
    SummedLine,
    Touched,
)
from perenne.domain.assessments.states import SubscriptionState
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    classify,
    kept,
    mentioning,
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

FIGURES = Processing(
    code="figures",
    title="Chiffres des bilans",
    purpose="Compter les heures et les personnes des bilans, chacune une seule fois",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes embauchées au titre d’une clause",
    recipients=("Personne : seuls des totaux sont lus",),
    security=("Aucun nom, aucune date de naissance", "Motifs et diplômes cachés aux entreprises"),
)
AGAIN = "Refait dans la minute à partir de votre fiche : ce qui y est effacé l’est ici aussi."
classify(
    Fact,
    "Vos heures, telles que les bilans les comptent",
    processing=FIGURES,
    keeps=RecordKind.HOURS_STATEMENT,
    found=[same_address("person__email")],
    personal={
        "worked": kept(Category.WORK, "Minutes travaillées", why=AGAIN),
        "training": kept(Category.WORK, "Minutes de formation", why=AGAIN),
        "sex": kept(Category.IDENTITY, "Sexe", why=AGAIN),
        "age": kept(Category.IDENTITY, "Tranche d’âge", why=AGAIN),
        "qpv": kept(Category.SOCIAL, "Quartier prioritaire", why=AGAIN),
        "public": kept(Category.SOCIAL, "Motif d’éligibilité", why=AGAIN),
        "diploma": kept(Category.SOCIAL, "Niveau de diplôme", why=AGAIN),
        "home": kept(Category.SOCIAL, "Intercommunalité de résidence", why=AGAIN),
        "contract_type": kept(Category.WORK, "Type de contrat", why=AGAIN),
        "contract_length": kept(Category.WORK, "Durée du contrat", why=AGAIN),
        "employer": kept(Category.WORK, "Employeur", why=AGAIN),
        "exit": kept(Category.WORK, "Situation à la sortie", why=AGAIN),
    },
    plain=[
        "id", "committee", "person", "hiring_id", "commitment_id", "month", "counted", "received",
        "given", "contract_id", "buyer_id", "facilitator_id", "segment", "epci", "siren",
        "modality", "structure", "exit_id",
    ],
)  # fmt: skip
nobody_in(Summed, plain=["id", "committee", "kind", "key"])
nobody_in(
    SummedLine,
    plain=[
        "id", "committee", "kind", "key", "dimension", "code", "month", "previous", "persons",
        "minutes",
    ],
)  # fmt: skip
nobody_in(
    Standing,
    plain=[
        "id", "committee", "commitment", "contract_id", "buyer_id", "facilitator_id", "epci",
        "opened_on", "closed_on", "since", "until", "due", "counted",
    ],
)  # fmt: skip
classify(
    Touched,
    "Chiffres à refaire",
    processing=FIGURES,
    keeps=RecordKind.HOURS_STATEMENT,
    found=[same_address("person__email")],
    personal={"at": kept(Category.CONNECTION, "Depuis", why="Effacé dans la minute.")},
    plain=["id", "committee", "person", "commitment", "moved"],
)
nobody_in(
    Footing,
    plain=[
        "id", "committee", "commitment", "on", "buyer_id", "facilitator_id", "epci", "told",
        "level", "gap", "expected", "counted", "lacking", "is_late",
        "cents",
    ],
)  # fmt: skip

BILANS = Processing(
    code="bilans",
    title="Bilans figés et signés",
    purpose="Rendre compte des heures d’insertion, et garder ce qui a été signé tel quel",
    basis=Basis.OF_THE_CONTROLLER,
    people="Qui écrit et signe les bilans, les personnes qu’un texte viendrait à nommer",
    recipients=("Les facilitateurs", "La coordination", "Les acheteurs", "Les entreprises"),
    security=("Aucune personne en insertion n’est nommée", "Secret statistique des fichiers"),
)
WHY = "Un bilan signé fait foi : il se garde entier, avec qui l’a écrit et signé."
SCOPE = ["scope_kind", "scope_key", "starts_on", "ends_on"]

classify(
    Narrative,
    "Textes de bilans que vous avez écrits, ou qui vous nomment",
    processing=BILANS,
    keeps=RecordKind.CONTRACT_FILE,
    found=[through("written_by"), mentioning("text")],
    personal={
        "text": kept(Category.FREE_TEXT, "Texte", why=WHY),
        "written_by": kept(Category.WORK, "Écrit par", why=WHY),
        "written_at": kept(Category.WORK, "Écrit le", why=WHY),
    },
    plain=["id", "committee", "block", "number", "organisation", *SCOPE],
)
classify(
    FrozenBilan,
    "Bilans figés dont un texte vous nomme",
    processing=BILANS,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("content")],
    personal={"content": kept(Category.FREE_TEXT, "Chiffres et textes", why=WHY)},
    plain=["id", "committee", "version", "title", "print", "known_on", "frozen_at", *SCOPE],
)
classify(
    Signature,
    "Bilans que vous avez signés",
    processing=BILANS,
    keeps=RecordKind.CONTRACT_FILE,
    found=[through("person")],
    personal={
        "person": kept(Category.WORK, "Signataire", why=WHY),
        "name": kept(Category.IDENTITY, "Nom", why=WHY),
        "quality": kept(Category.WORK, "Qualité", why=WHY),
        "signed_at": kept(Category.WORK, "Signé le", why=WHY),
    },
    plain=["id", "committee", "bilan", "organisation"],
)
nobody_in(
    SegmentTally,
    plain=["id", "committee", "what", "facilitator_id", "segment", "number", "minutes"],
)
