"""A need and its answers are of organisations; words typed in them could name somebody.

A person proposed is known by the question about them (`participants`): here is only a key.
"""

from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    classify,
    kept,
    mentioning,
    same_address,
)
from perenne.rules.retention import RecordKind

SOURCING = Processing(
    code="sourcing",
    title="Recherche de personnes et de structures",
    purpose="Faire connaître un besoin à qui peut y répondre, et savoir ce qui a été répondu",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes proposées, et celles qu’une réponse viendrait à nommer",
    recipients=(
        "L’entreprise du marché : une réponse, un code, jamais la situation",
        "Son facilitateur",
        "L’organisme qui a répondu : sa réponse seule",
    ),
)
OF_THE_FILE = "Le mot fait partie du suivi du marché ; il est demandé sans nom de personne."
COUNTED = "Sans nom, cela ne sert plus qu’à savoir combien de besoins ont trouvé quelqu’un."
FILE = RecordKind.CONTRACT_FILE

classify(
    Opening,
    "Besoins dont un mot vous nomme",
    processing=SOURCING,
    keeps=FILE,
    found=[mentioning("job_title", "wish", "reason")],
    personal={
        "job_title": kept(Category.WORK, "Poste", why=OF_THE_FILE),
        "wish": kept(Category.FREE_TEXT, "Précisions", why=OF_THE_FILE),
        "reason": kept(Category.FREE_TEXT, "Motif de la fermeture", why=OF_THE_FILE),
    },
    plain=[
        "id", "committee", "commitment", "party", "facilitator", "trade", "rome", "persons",
        "minutes", "minutes_per_week", "starts_on", "ends_on", "commune", "state", "opened_on",
        "opened_at", "ended_on", "exhausted_on",
    ],
)  # fmt: skip
classify(
    Solicitation,
    "Réponses à un besoin dont un mot vous nomme",
    processing=SOURCING,
    keeps=FILE,
    found=[mentioning("note")],
    personal={"note": kept(Category.FREE_TEXT, "Mot de qui décline", why=OF_THE_FILE)},
    plain=[
        "id", "committee", "opening", "structure", "wave", "asked_on", "answer_by", "because",
        "seed", "token_print", "state", "answered_on", "reason", "quiet_until",
    ],
)  # fmt: skip
classify(
    Offer,
    "Offres dont un mot vous nomme",
    processing=SOURCING,
    keeps=FILE,
    found=[mentioning("note", "reason")],
    personal={
        "note": kept(Category.FREE_TEXT, "Mot de qui propose", why=OF_THE_FILE),
        "reason": kept(Category.FREE_TEXT, "Motif", why=OF_THE_FILE),
    },
    plain=[
        "id", "committee", "solicitation", "persons", "minutes_per_month", "starts_on", "state",
        "kept_minutes", "offered_at", "settled_on",
    ],
)  # fmt: skip
classify(
    Candidate,
    "Besoins pour lesquels vous avez été proposé",
    processing=SOURCING,
    keeps=RecordKind.PERSON_FILE,
    found=[same_address("file__participant__email"), mentioning("reason")],
    personal={
        "reason": kept(Category.FREE_TEXT, "Motif", why=COUNTED),
        "state": kept(Category.CHOICE, "Ce qu’il en est", why=COUNTED),
        "proposed_on": kept(Category.CHOICE, "Proposé le", why=COUNTED),
        "settled_on": kept(Category.CHOICE, "Réglé le", why=COUNTED),
    },
    plain=["id", "committee", "opening", "offer", "file", "proposed_by"],
)
