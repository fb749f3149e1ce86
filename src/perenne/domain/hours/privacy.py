"""Hours are of people without an account: found by the address in their file."""

from perenne.domain.hours.models import (
    Allocation,
    Balance,
    Outlook,
    PersonDay,
    PersonMonth,
    Plan,
    PlanLine,
    Sheet,
    Statement,
    Work,
    WorkDay,
)
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    classify,
    kept,
    mentioning,
    nobody_in,
    same_address,
)
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
        "declared_at", "validated_at",
    ],
)  # fmt: skip
classify(
    Work, "Vos heures, par mois", processing=HOURS, keeps=KEEPS,
    found=[OF_THE_PERSON, mentioning("reason")],
    personal={
        "minutes": kept(Category.WORK, "Durée travaillée", why=PROOF),
        "reason": kept(Category.FREE_TEXT, "Explication ou motif de la correction", why=PROOF),
    },
    plain=[
        "id", "committee", "sheet", "hiring", "participant", "month", "kind", "corrects",
        "source", "external_id", "net_minutes", "allocated_minutes", "recorded_at",
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
    plain=["id", "committee", "work", "commitment", "plan", "made_at"],
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
    plain=["id", "committee", "work", "commitment"],
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
nobody_in(
    Outlook,
    plain=["id", "committee", "facilitator", "placeable_minutes", "excess_minutes", "seen_on"],
)
