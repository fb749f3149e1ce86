"""What each figure of a bilan counts, in a sentence: told to whoever asks, and in every file."""

from perenne.domain.assessments.queries.bilans import Measure

MEANINGS = {
    "hours_due": "Heures que les marchés devaient à la fin de la période, selon leur calendrier.",
    "hours_done": "Heures validées qui comptent pour ces marchés, globalisation comprise.",
    "hours_globalised_in": "Heures faites sur d’autres marchés et comptées ici, avec l’accord des "
    "acheteurs.",
    "hours_globalised_out": "Heures faites ici et comptées sur d’autres marchés.",
    "hours_worked": "Heures réellement faites ici et validées, où qu’elles comptent.",
    "compliance_share": "Heures faites rapportées aux heures dues.",
    "persons": "Personnes différentes qui ont travaillé : chacune compte une fois, quel que soit "
    "son nombre de contrats.",
    "women": "Personnes déclarées femmes. À lire avec leurs heures.",
    "under_26": "Personnes de moins de 26 ans à leur embauche.",
    "over_50": "Personnes de plus de 50 ans à leur embauche.",
    "qpv": "Personnes qui habitent un quartier prioritaire de la politique de la ville.",
    "contracts": "Contrats de travail signés pour ces personnes.",
    "commitments": "Marchés dont la clause était en cours pendant la période.",
    "structures": "Structures d’insertion et du handicap qui ont employé ou mis à disposition.",
    "exits": "Personnes dont le parcours s’est terminé pendant la période.",
    "exits_to_work": "Parmi elles, celles qui ont un emploi, une alternance ou leur activité.",
    "training_hours": "Heures de formation comprises dans les heures faites.",
    "penalties_cents": "Pénalités décidées par les acheteurs pendant la période.",
    "diversification": "Plus les heures se répartissent entre métiers, plus il approche 100 %.",
}


def meaning_of(measure: Measure) -> str:
    """What the figures themselves say of it comes first."""
    return measure.note or MEANINGS.get(measure.code, "")
