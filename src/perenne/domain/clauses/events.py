"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.clauses.states import ClauseState, VolumeKind
from perenne.kit.journal.telling import (
    UNTOLD,
    Told,
    among,
    choice,
    day,
    euros,
    hours,
    months,
    organisation,
    share,
)
from perenne.rules.calibration.amendments import Recalculation
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo

LABELS = {"clause.open": "Ouvrir la clause"}
GLOBALISATION = {
    Globalisation.CASE_BY_CASE.value: "au cas par cas",
    Globalisation.ACCEPTED.value: "acceptée",
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

FIELDS = {
    "clauses.clause": {
        "purchase_id": UNTOLD,
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
        "ccag": Told("CCAG", among(CCAGS)),
        "publics": Told("Publics éligibles", among(PUBLICS)),
        "globalisation": Told("Globalisation des heures", among(GLOBALISATION)),
        "penalty_cents": Told("Pénalité par heure non réalisée", euros),
        "statement_day": Told("Jour limite des relevés"),
        "ccap_article": Told("Article du CCAP"),
        "volume_kind": Told("Nature du volume", choice(VolumeKind)),
        "step_cents": Told("Tranche facturée", euros),
        "step_minutes": Told("Heures par tranche", hours),
        "trigger_cents": Told("Seuil de facturation", euros),
        "by_whole_steps": Told("Par tranches entières"),
        "recalculation": Told("Recalcul en cas d’avenant", choice(Recalculation)),
        "covers_renewals": Told("Volume calculé reconductions comprises"),
    }
}
