"""What this app announces to the journal: never a criterion, a proof nor a name."""

from perenne.domain.participants.states import FileState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day, organisation

LABELS = {
    "eligibility.ask": "Demander si une personne est éligible",
    "eligibility.state_facts": "Noter la situation",
    "eligibility.note_proof": "Noter un justificatif vu",
    "eligibility.inform": "Dire à la personne ce qui est fait de ses données",
    "eligibility.send_question": "Envoyer la question à qui connaît la situation",
    "eligibility.say_situation": "Dire la situation, par le lien reçu",
    "participant.merge": "Réunir deux fiches",
    "participant.give_link": "Donner à la personne le lien de sa page",
    "participant.revoke_link": "Reprendre le lien de sa page",
    "participant.note_exit": "Noter une sortie",
    "exit.give_news": "Donner des nouvelles après la sortie",
    "participant.forget": "Effacer une personne",
    "verdict.withdraw": "Retirer un avis d’éligibilité",
}
PRIVATE = (
    "first_name", "last_name", "folded_name", "born_on", "sex", "email", "phone", "commune_id",
)  # fmt: skip
"""Of a person: a chain cannot be erased, so the journal never holds them."""
FIELDS = {
    "participants.participant": {
        "code": Told("Code"),
        "prescriber_id": Told("Prescripteur", organisation),
        "merged_into_id": UNTOLD,
        **dict.fromkeys(PRIVATE, UNTOLD),
        "erased_on": Told("Effacée le", day),
        "opened_at": UNTOLD,
    },
    "participants.eligibilityfile": {
        "participant_id": UNTOLD,
        "asked_by_id": Told("Demandé par", organisation),
        "facilitator_id": Told("Facilitateur", organisation),
        "contract_id": UNTOLD,
        "hire_on": Told("Embauche prévue le", day),
        "state": Told("État", choice(FileState)),
        "asked_at": UNTOLD,
    },
}
