"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.clauses.states import ClauseState, CommitmentState, VolumeKind
from perenne.kit.journal.telling import (
    UNTOLD,
    Told,
    among,
    bare,
    choice,
    day,
    euros,
    hours,
    months,
    organisation,
    share,
)
from perenne.rules.calibration.amendments import Recalculation
from perenne.rules.deadlines import Rhythm
from perenne.rules.globalisation.facts import Consent
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import FORMULAS
from perenne.rules.quality import REQUIREMENTS
from perenne.rules.targets import Season
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo

LABELS = {
    "clause.open": "Ouvrir la clause",
    "clause.comment": "Commenter",
    "clause.resolve": "Clore un commentaire",
    "commitment.open": "Ouvrir l’engagement",
    "commitment.schedule": "Dire les mois travaillés",
    "consent.ask": "Demander l’accord de globalisation",
    "consent.answer": "Répondre sur la globalisation",
    "share.propose": "Confier des heures",
    "share.resend": "Renvoyer le lien de réponse",
}
SENSITIVE = frozenset({"clause.send_back", "clause.drop", "share.refuse", "share.withdraw"})
GLOBALISATION = {
    Globalisation.CASE_BY_CASE.value: "au cas par cas",
    Globalisation.ACCEPTED.value: "acceptée",
    Globalisation.CAPPED.value: "acceptée dans une limite",
    Globalisation.REFUSED.value: "refusée",
}
PUBLICS = {
    Publics.OPEN_LIST.value: "liste ouverte du CCAG",
    Publics.CLOSED_LIST.value: "liste du CCAG, fermée",
    Publics.URBAN_RENEWAL.value: "habitants des quartiers prioritaires",
}
RESERVED_TO = {
    ReservedTo.DISABILITY_AND_INCLUSION.value: "structures du handicap et de l’insertion",
    ReservedTo.INCLUSION.value: "structures d’insertion",
    ReservedTo.DISABILITY.value: "structures du handicap",
    ReservedTo.PRISON.value: "production en établissement pénitentiaire",
}
CCAGS = {ccag.value: f"CCAG-{ccag.value.upper()}" for ccag in Ccag} | {
    Ccag.TRAVAUX.value: "CCAG-Travaux"
}


def requirements(asked: dict[str, int]) -> str:
    """« Heures de formation par personne : 70 h »."""
    return ", ".join(
        f"{REQUIREMENTS[kind].label} : {number} {REQUIREMENTS[kind].unit}"
        for kind, number in asked.items()
    )


def worked_months(numbers: list[int]) -> str:
    """« mars, avril et mai »."""
    return Season.of_months(numbers).said


PENALTIES = {row.code.value: row.label for row in FORMULAS}

OF_A_SHARE = {
    "share": UNTOLD,
    "party": Told("Entreprise (SIRET)"),
    "minutes": Told("Heures", hours),
}
FACTS = {
    "clause.word": {"requirements": Told("Exigences de qualité", requirements)},
    "clause.submit": {"number": Told("Version")},
    "clause.approve": {"number": Told("Version")},
    "clause.comment": {"comment": UNTOLD},
    "clause.resolve": {"comment": UNTOLD},
    "commitment.open": {"party": Told("Titulaire (SIRET)")},
    "commitment.split_again": {
        "before": Told("Volume réparti jusqu’ici", hours),
        "after": Told("Volume à répartir", hours),
    },
    "consent.ask": {"minutes": Told("Heures en jeu", hours)},
    "consent.answer": {
        "answer": Told("Globalisation des heures", choice(Consent)),
        "cap_bp": Told("Limite de la globalisation", share),
        "since": Told("Heures travaillées depuis le", day),
        "letter_on": Told("Lettre de l’acheteur du", day),
    },
    "share.propose": OF_A_SHARE,
    "share.accept": OF_A_SHARE,
    "share.refuse": OF_A_SHARE,
    "share.withdraw": OF_A_SHARE,
    "share.resend": OF_A_SHARE,
}
FIELDS = {
    "clauses.clause": {
        "purchase_id": UNTOLD,
        "lot_id": UNTOLD,
        "buyer_id": Told("Acheteur", organisation),
        "facilitator_id": Told("Facilitateur", organisation),
        "state": Told("État", choice(ClauseState)),
        "opened_at": UNTOLD,
        "amount_cents": Told("Montant HT", euros),
        "labour_share_bp": Told("Part de main-d’œuvre", share),
        "effort_rate_bp": Told("Taux d’effort d’insertion", share),
        "hourly_cost_cents": Told("Coût horaire chargé", euros),
        "months": Told("Durée du marché", months),
        "computed_minutes": Told("Heures calculées", hours),
        "due_minutes": Told("Volume dû", hours),
        "reason": Told("Motif de l’écart"),
        "calibrated_on": Told("Calibrée le", day),
        "version": Told("Version"),
        "basis": Told("Fondement juridique", choice(LegalBasis)),
        "reserved_to": Told("Réservé aux", among(RESERVED_TO)),
        "criterion_weight_bp": Told("Pondération du critère", share),
        "criterion": Told("Grille du critère", bare),
        "ccag": Told("CCAG", among(CCAGS)),
        "publics": Told("Publics éligibles", among(PUBLICS)),
        "globalisation": Told("Globalisation des heures", among(GLOBALISATION)),
        "globalisation_cap_bp": Told("Limite de la globalisation", share),
        "consent_on": Told("Accord de l’acheteur sur la globalisation", day),
        "consent_by_id": Told("Accord donné par", organisation),
        "consent_function": Told("Fonction du signataire"),
        "penalty_formula": Told("Formule de la pénalité", among(PENALTIES)),
        "penalty_cents": Told("Pénalité par heure non réalisée", euros),
        "penalty_times_bp": Told("Coefficient de la pénalité", share),
        "penalty_part_bp": Told("Part du montant du marché", share),
        "penalty_brackets": Told("Tranches de la pénalité", bare),
        "penalty_cap_bp": Told("Plafond des pénalités", share),
        "late_day_cents": Told("Pénalité par jour de retard", euros),
        "absence_cents": Told("Pénalité par absence", euros),
        "statement_rhythm": Told("Rythme des relevés", choice(Rhythm)),
        "statement_day": Told("Jour limite des relevés"),
        "ccap_article": Told("Article du CCAP"),
        "first_contact_days": Told("Premier contact, en jours"),
        "kick_off_days": Told("Réunion de mise au point, en jours"),
        "review_months": Told("Point de suivi tous les", months),
        "assessment_months": Told("Bilan intermédiaire tous les", months),
        "final_assessment_months": Told("Bilan final dans les", months),
        "formal_notice_days": Told("Délai de la mise en demeure, en jours"),
        "entitlement_months": Told("Durée de l’éligibilité", months),
        "approved_on": Told("Validée le", day),
        "drop_reason": Told("Motif de l’abandon"),
        "volume_kind": Told("Nature du volume", choice(VolumeKind)),
        "step_cents": Told("Tranche facturée", euros),
        "step_minutes": Told("Heures par tranche", hours),
        "trigger_cents": Told("Seuil de facturation", euros),
        "by_whole_steps": Told("Par tranches entières"),
        "recalculation": Told("Recalcul en cas d’avenant", choice(Recalculation)),
        "covers_renewals": Told("Volume calculé reconductions comprises"),
    },
    "clauses.clauseversion": {
        "clause_id": UNTOLD,
        "number": Told("Version"),
        "terms": UNTOLD,
        "texts": UNTOLD,
        "organisation_id": Told("Soumise par", organisation),
        "made_on": Told("Soumise le", day),
        "made_at": UNTOLD,
    },
    "clauses.clausecomment": {
        "clause_id": UNTOLD,
        "thread_id": UNTOLD,
        "piece": Told("Pièce"),
        "text": Told("Commentaire", bare),
        "organisation_id": Told("Écrit par", organisation),
        "written_at": UNTOLD,
        "resolved_on": Told("Clos le", day),
    },
    "clauses.commitment": {
        "clause_id": UNTOLD,
        "contract_id": UNTOLD,
        "state": Told("État", choice(CommitmentState)),
        "due_minutes": Told("Heures à la signature", hours),
        "opened_on": Told("Ouvert le", day),
        "kicked_off_on": Told("Mise au point le", day),
        "closed_on": Told("Clos le", day),
        "worked_months": Told("Mois travaillés", worked_months),
    },
}
