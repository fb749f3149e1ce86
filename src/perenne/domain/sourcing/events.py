"""What this app announces to the journal: never a person, never a word typed in an answer."""

from perenne.domain.sourcing.states import OpeningState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day, hours, organisation
from perenne.rules.segments import TRADES

LABELS = {
    "opening.open": "Demander des personnes",
    "opening.send_wave": "Envoyer une vague de sollicitations",
    "opening.propose": "Proposer une personne",
    "solicitation.resume": "Accepter d’être de nouveau sollicité",
}
SENSITIVE = frozenset({"opening.close"})
THINGS = {"sourcing.opening": "Besoin"}


def trade_label(code: str) -> str:
    return next((one.label for one in TRADES if one.code == code), code)


OF_AN_OFFER = {
    "structure": Told("Structure"),
    "persons": Told("Personnes"),
    "minutes": Told("Heures", hours),
}
FACTS = {
    "opening.send_wave": {"wave": Told("Vague"), "asked": Told("Organismes sollicités")},
    "solicitation.offer": OF_AN_OFFER,
    "solicitation.decline": {"structure": Told("Structure"), "because": Told("Motif")},
    "solicitation.resume": {"structure": Told("Structure")},
    "offer.keep": OF_AN_OFFER,
    "offer.leave": OF_AN_OFFER,
    "offer.withdraw": OF_AN_OFFER,
    "opening.propose": {"candidate": UNTOLD, "code": Told("Personne")},
    "candidate.hire": {"candidate": UNTOLD, "code": Told("Personne")},
    "candidate.leave": {"candidate": UNTOLD, "code": Told("Personne")},
    "candidate.withdraw": {"candidate": UNTOLD, "code": Told("Personne")},
}
FIELDS = {
    "sourcing.opening": {
        "commitment_id": UNTOLD,
        "party_id": UNTOLD,
        "facilitator_id": Told("Facilitateur", organisation),
        "trade": Told("Métier", trade_label),
        "job_title": Told("Poste"),
        "rome": Told("Code ROME"),
        "persons": Told("Personnes"),
        "minutes": Told("Heures", hours),
        "minutes_per_week": Told("Par semaine et par personne", hours),
        "starts_on": Told("Premier jour", day),
        "ends_on": Told("Dernier jour", day),
        "commune_id": Told("Commune (code INSEE)"),
        "wish": UNTOLD,
        "state": Told("État", choice(OpeningState)),
        "reason": Told("Motif"),
        "opened_on": Told("Ouvert le", day),
        "opened_at": UNTOLD,
        "ended_on": Told("Fini le", day),
        "exhausted_on": Told("Plus personne à solliciter depuis le", day),
    },
}
