"""Hours are of people without an account: found by the address in their file."""

from datetime import date

from perenne.domain.hours.actions.importing.forgetting import forget_rows
from perenne.domain.hours.models import (
    Allocation,
    Balance,
    CheckSetting,
    DraftLine,
    HoursImport,
    ImportLine,
    Outlook,
    PersonDay,
    PersonMonth,
    Plan,
    PlanLine,
    RememberedLayout,
    RememberedPerson,
    Sheet,
    SheetMessage,
    Statement,
    StatementLink,
    Voice,
    Work,
    WorkDay,
)
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
)
from perenne.kit.privacy.classes import Rows
from perenne.rules.retention import RecordKind

HOURS = Processing(
    code="hours",
    title="Relevés d’heures et globalisation",
    purpose="Compter les heures travaillées au titre d’une clause, chacune une seule fois",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes embauchées au titre d’une clause",
    recipients=("Leur employeur", "Le facilitateur du marché", "La coordination"),
)
KEEPS = RecordKind.HOURS_STATEMENT
PROOF = "Ces heures justifient l’exécution du marché et, le cas échéant, un financement européen."
OF_THE_PERSON = same_address("participant__email")
OF_THE_WORK = same_address("work__participant__email")

nobody_in(Statement, plain=["id", "committee", "siret", "organisation", "month", "opened_at"])
classify(
    Sheet, "Relevés dont le motif vous nomme", processing=HOURS, keeps=KEEPS,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Correction demandée", why=PROOF)},
    plain=[
        "id", "committee", "statement", "commitment", "facilitator", "month", "state", "is_nil",
        "declared_at", "declared_minutes", "validated_at",
    ],
)  # fmt: skip
classify(
    SheetMessage, "Messages au sujet d’un mois d’heures qui vous nomment", processing=HOURS,
    keeps=KEEPS, found=[mentioning("text")],
    personal={"text": kept(Category.FREE_TEXT, "Message", why=PROOF)},
    plain=["id", "committee", "sheet", "organisation", "written_at"],
)  # fmt: skip
nobody_in(
    CheckSetting, plain=["id", "committee", "code", "severity", "since", "reason", "recorded_at"]
)
classify(
    Work, "Vos heures, par mois", processing=HOURS, keeps=KEEPS,
    found=[OF_THE_PERSON, mentioning("reason")],
    personal={
        "minutes": kept(Category.WORK, "Durée travaillée", why=PROOF),
        "reason": kept(Category.FREE_TEXT, "Explication ou motif de la correction", why=PROOF),
    },
    plain=[
        "id", "committee", "sheet", "hiring", "participant", "month", "kind", "corrects",
        "moved_from", "source", "external_id", "net_minutes", "allocated_minutes", "recorded_at",
    ],
)  # fmt: skip
classify(
    WorkDay, "Vos heures, par jour", processing=HOURS, keeps=KEEPS, found=[OF_THE_PERSON],
    personal={"minutes": kept(Category.WORK, "Durée travaillée ce jour-là", why=PROOF)},
    plain=["id", "committee", "work", "participant", "day"],
)  # fmt: skip
classify(
    Allocation, "Où vos heures sont comptées", processing=HOURS, keeps=KEEPS,
    found=[OF_THE_WORK, mentioning("reason")],
    personal={
        "minutes": kept(Category.WORK, "Durée comptée", why=PROOF),
        "reason": kept(Category.FREE_TEXT, "Motif du retrait", why=PROOF),
    },
    plain=["id", "committee", "work", "commitment", "plan", "made_at", "owed_minutes"],
)  # fmt: skip
classify(
    Plan, "Globalisations dont le motif vous nomme", processing=HOURS, keeps=KEEPS,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Motif de l’annulation", why=PROOF)},
    plain=["id", "committee", "facilitator", "siret", "made_on", "state"],
)  # fmt: skip
classify(
    PlanLine, "Propositions de compter vos heures", processing=HOURS, keeps=KEEPS,
    found=[OF_THE_WORK],
    personal={"sentence": kept(Category.WORK, "Explication, sous votre code", why=PROOF)},
    plain=["id", "committee", "plan", "work", "commitment", "minutes"],
)  # fmt: skip
classify(
    Balance, "Totaux de vos heures comptées", processing=HOURS, keeps=KEEPS, found=[OF_THE_WORK],
    personal={"minutes": kept(Category.WORK, "Durée comptée", why=PROOF)},
    plain=["id", "committee", "work", "commitment", "at_home"],
)  # fmt: skip
classify(
    PersonDay, "Totaux de vos journées", processing=HOURS, keeps=KEEPS, found=[OF_THE_PERSON],
    personal={"minutes": kept(Category.WORK, "Durée de la journée", why=PROOF)},
    plain=["id", "committee", "participant", "day"],
)  # fmt: skip
classify(
    PersonMonth, "Totaux de vos mois", processing=HOURS, keeps=KEEPS, found=[OF_THE_PERSON],
    personal={"minutes": kept(Category.WORK, "Durée du mois", why=PROOF)},
    plain=["id", "committee", "participant", "month"],
)  # fmt: skip
classify(
    DraftLine, "Vos heures, en cours de saisie", processing=HOURS, keeps=KEEPS,
    found=[same_address("hiring__participant__email")],
    personal={
        "typed": removed(Category.WORK, "Durée saisie"),
        "days": removed(Category.WORK, "Durée saisie de chaque jour"),
        "explained": removed(Category.FREE_TEXT, "Explications saisies"),
    },
    plain=["id", "committee", "sheet", "hiring", "kind"],
)  # fmt: skip
classify(
    StatementLink, "Liens qui vous ont été envoyés pour déclarer des heures", processing=HOURS,
    keeps=KEEPS, found=[same_address("email")],
    personal={"email": removed(Category.CONTACT, "Adresse à laquelle le lien est parti")},
    plain=[
        "id", "committee", "statement", "organisation", "seed", "token_print", "expires_at",
        "asked_on", "revoked_at", "made_at",
    ],
)  # fmt: skip
classify(
    Voice, "Ce que vous avez dit de vos heures", processing=HOURS, keeps=RecordKind.PERSON_FILE,
    found=[OF_THE_PERSON, same_address("participant__merged_into__email")],
    personal={
        "message": removed(Category.FREE_TEXT, "Votre message"),
        "answer": removed(Category.FREE_TEXT, "La réponse"),
        "agrees": removed(Category.CHOICE, "D’accord ou non"),
        "minutes": removed(Category.WORK, "Durée dont vous avez parlé"),
        "said_at": removed(Category.CHOICE, "Dit le"),
    },
    plain=["id", "committee", "participant", "sheet", "answered_at"],
    expires=Expires("last_contact", "said_at"),
)  # fmt: skip


def _forget(rows: Rows, _today: date) -> int:
    """The file goes with its import: what was written on the sheets is the record."""
    return forget_rows(rows)


classify(
    HoursImport, "Fichiers d’heures qui vous nomment", processing=HOURS,
    keeps=RecordKind.DRAFT, found=[mentioning("found")],
    personal={"found": removed(Category.WORK, "Ce qui a été lu du fichier")},
    plain=[
        "id", "committee", "siret", "company", "organisation", "is_own", "file", "state",
        "received_on", "said", "sheets_done", "sheets_total",
    ],
    expires=Expires("last_change", "received_on", dispose=_forget),
    erase=forget_rows,
)  # fmt: skip
classify(
    ImportLine, "Lignes de fichier qui vous nomment", processing=HOURS, keeps=RecordKind.DRAFT,
    found=[mentioning("reason")],
    personal={"reason": removed(Category.FREE_TEXT, "Pourquoi la ligne n’a pas été prise")},
    plain=["id", "committee", "hours_import", "tab", "number"],
)  # fmt: skip
classify(
    RememberedPerson, "Comment un employeur vous nomme", processing=HOURS, keeps=KEEPS,
    found=[OF_THE_PERSON],
    personal={"mark": removed(Category.IDENTITY, "Empreinte de votre nom ou matricule")},
    plain=["id", "committee", "organisation", "participant"],
)  # fmt: skip
nobody_in(RememberedLayout, plain=["id", "committee", "organisation", "signature", "said"])
nobody_in(
    Outlook,
    plain=["id", "committee", "facilitator", "placeable_minutes", "excess_minutes", "seen_on"],
)
