"""What this app announces to the journal, and how a line of its history is told.

What happens to a contract is recorded on the contract, whichever table keeps it: its history is
one.
"""

from perenne.domain.procurement.states import (
    ContractForm,
    ContractState,
    Liability,
    LotState,
    PartyRole,
)
from perenne.kit.journal.telling import (
    UNTOLD,
    Told,
    choice,
    day,
    euros,
    hours,
    months,
    organisation,
)
from perenne.rules.segments import Segment

THINGS = {
    "procurement.operation": "Opération",
    "procurement.decpfile": "Fichier de données essentielles",
}
LABELS = {
    "operation.open": "Ouvrir une opération",
    "consultation.open": "Préparer une consultation",
    "consultation.amend": "Modifier la consultation",
    "consultation.add_lot": "Ajouter un lot",
    "lot.edit": "Modifier le lot",
    "lot.remove": "Retirer le lot",
    "contract.record": "Enregistrer le marché",
    "contract.amend": "Enregistrer un avenant",
    "contract.renew": "Décider d’une reconduction",
    "contract.suspend": "Suspendre l’exécution",
    "contract.resume": "Reprendre l’exécution",
    "contract.declare_phase": "Déclarer une tranche",
    "lot.add_awardee": "Ajouter un attributaire",
    "contract.affirm_phase": "Affermir une tranche",
    "contract.order": "Enregistrer un bon de commande",
    "contract.invoice": "Enregistrer une facture ou un avoir",
    "contract.close_order": "Solder un bon de commande",
    "contract.call_from": "Conclure un marché subséquent",
    "contract.enrol": "Ajouter une entreprise au marché",
    "contract.remove_party": "Retirer une entreprise du marché",
    "contract.link_party": "Relier une entreprise à son espace",
    "contract.invite_party": "Inviter une entreprise à ouvrir son espace",
    "contract.import": "Reprendre les données publiées",
    "contract.complete": "Compléter les données à publier",
    "decp.receive": "Lire un fichier de données essentielles",
    "decp.apply": "Appliquer un fichier de données essentielles",
}
SENSITIVE = frozenset(
    {"lot.find_unsuccessful", "lot.drop", "contract.terminate", "contract.suspend"}
)

LOT_NAMED = {"lot": Told("Lot"), "object": Told("Objet")}
PARTY_NAMED = {
    "party": Told("Entreprise (SIRET)"),
    "role": Told("Rôle", choice(PartyRole)),
    "principal": Told("Pour le compte de (SIRET)"),
    "amount_cents": Told("Montant HT", euros),
}
FACTS = {
    "consultation.open": {"lots": Told("Lots")},
    "consultation.add_lot": LOT_NAMED,
    "lot.remove": LOT_NAMED,
    "lot.award": {"contracts": Told("Marchés conclus")},
    "contract.amend": {
        "number": Told("Avenant n°"),
        "effective_on": Told("Prend effet le", day),
        "amount_cents": Told("Nouveau montant HT", euros),
        "months": Told("Nouvelle durée", months),
        "due_minutes": Told("Nouveau volume d’heures", hours),
    },
    "contract.renew": {
        "number": Told("Reconduction n°"),
        "takes_place": Told("Reconduit"),
        "starts_on": Told("À compter du", day),
    },
    "contract.suspend": {"since": Told("À compter du", day), "until": Told("Jusqu’au", day)},
    "contract.resume": {"until": Told("Dernier jour suspendu", day)},
    "contract.declare_phase": {
        "number": Told("Tranche n°"),
        "label": Told("Intitulé"),
        "amount_cents": Told("Montant HT", euros),
        "is_firm": Told("Tranche ferme"),
        "lapses_on": Told("À affermir avant le", day),
    },
    "contract.affirm_phase": {
        "number": Told("Tranche n°"),
        "affirmed_on": Told("Affermie le", day),
    },
    "contract.order": {
        "order": Told("Bon de commande"),
        "ordered_cents": Told("Montant commandé HT", euros),
        "issued_on": Told("Émis le", day),
    },
    "contract.invoice": {
        "order": Told("Bon de commande"),
        "invoice": Told("Facture"),
        "amount_cents": Told("Montant HT", euros),
        "invoiced_on": Told("En date du", day),
    },
    "contract.close_order": {"order": Told("Bon de commande"), "closed_on": Told("Soldé le", day)},
    "contract.call_from": {"contract": Told("Marché subséquent")},
    "contract.enrol": PARTY_NAMED,
    "contract.remove_party": {**PARTY_NAMED, "until": Told("Dernier jour", day)},
    "contract.link_party": {"party": Told("Entreprise (SIRET)")},
    "contract.invite_party": {"party": Told("Entreprise (SIRET)")},
    "contract.import": {
        "amendments": Told("Avenants repris"),
        "parties": Told("Entreprises reprises"),
    },
    "contract.complete": {"fields": Told("Champs complétés")},
    "decp.receive": {"contracts": Told("Contrats lus")},
    "decp.apply": {
        "created": Told("Marchés créés"),
        "updated": Told("Marchés complétés"),
        "kept_aside": Told("Gardés de côté"),
    },
}
OF_ITS_PEOPLE = {
    "buyer_id": Told("Acheteur", organisation),
    "facilitator_id": Told("Facilitateur", organisation),
}
FIELDS = {
    "procurement.operation": {**OF_ITS_PEOPLE, "title": Told("Intitulé"), "opened_at": UNTOLD},
    "procurement.consultation": {
        **OF_ITS_PEOPLE,
        "operation_id": UNTOLD,
        "object": Told("Objet"),
        "reference": Told("Référence de l’acheteur"),
        "publish_on": Told("Publication", day),
        "bids_due_on": Told("Remise des offres", day),
        "award_on": Told("Attribution prévue", day),
        "opened_at": UNTOLD,
    },
    "procurement.lot": {
        "consultation_id": UNTOLD,
        "purchase_id": UNTOLD,
        "number": Told("Lot"),
        "object": Told("Objet"),
        "cpv": Told("Code CPV"),
        "segment": Told("Segment", choice(Segment)),
        "amount_cents": Told("Montant estimé HT", euros),
        "state": Told("État", choice(LotState)),
        "published_on": Told("Publié le", day),
        "reason": Told("Motif"),
    },
    "procurement.contract": {
        **OF_ITS_PEOPLE,
        "lot_id": UNTOLD,
        "framework_id": UNTOLD,
        "reference": Told("Référence"),
        "object": Told("Objet"),
        "cpv": Told("Code CPV"),
        "form": Told("Forme", choice(ContractForm)),
        "liability": Told("Groupement", choice(Liability)),
        "state": Told("État", choice(ContractState)),
        "amount_cents": Told("Montant HT", euros),
        "months": Told("Durée", months),
        "renewals": Told("Reconductions possibles"),
        "renewal_months": Told("Durée d’une reconduction", months),
        "signed_on": Told("Signé le", day),
        "notified_on": Told("Notifié le", day),
        "starts_on": Told("Début d’exécution", day),
        "ended_on": Told("Terminé le", day),
        "reason": Told("Motif"),
        "recorded_at": UNTOLD,
    },
    "procurement.decpfile": {
        "name": Told("Fichier"),
        "organisation_id": Told("Envoyé par", organisation),
        "file_id": UNTOLD,
        "sha256": UNTOLD,
        "size": UNTOLD,
        "contracts": Told("Contrats du fichier"),
        "notes": UNTOLD,
        "read_on": Told("Lu le", day),
        "read_at": UNTOLD,
        "applied_on": Told("Appliqué le", day),
    },
}
