"""What a person is told of her data, before anybody says that she is eligible: with its versions.

GDPR, articles 13 and 14: who, why, on what ground, what, who reads it, how long, which rights.
Short sentences, plain words (FALC).
"""

from dataclasses import dataclass
from datetime import date

from perenne.domain.participants.models import NoticeMeans

MEANS = tuple(
    (one.value, one.label) for one in (NoticeMeans.PAPER, NoticeMeans.SPOKEN, NoticeMeans.MAIL)
)
"""How the facilitator may give it; she reads it online by herself."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`parts`: a title, and its sentences."""

    version: int
    since: date
    parts: tuple[tuple[str, tuple[str, ...]], ...]


NOTICES = (
    Notice(
        1,
        date(2026, 11, 26),
        (
            (
                "Pourquoi ces questions ?",
                (
                    "Des marchés publics réservent des heures de travail à des personnes qui "
                    "cherchent un emploi.",
                    "Pour que vos heures comptent, un facilitateur vérifie votre situation.",
                    "C’est une mission d’intérêt public. Vous pouvez refuser : vos heures ne "
                    "compteront pas dans le marché, et vous n’aurez aucune sanction.",
                ),
            ),
            (
                "Qu’est-ce qui est noté ?",
                (
                    "Votre nom, votre date de naissance, et comment vous joindre.",
                    "Votre situation, et la nature des papiers que vous montrez.",
                    "Vos contrats et vos heures de travail.",
                    "Jamais votre numéro de sécurité sociale. Aucune copie de vos papiers.",
                ),
            ),
            (
                "Qui lit cela ?",
                (
                    "Votre situation : le facilitateur seul.",
                    "Votre employeur lit oui ou non. Il ne sait jamais pourquoi.",
                    "Vos heures : votre employeur, le facilitateur et la coordination.",
                ),
            ),
            (
                "Combien de temps ?",
                (
                    "Deux ans après le dernier contact. Ensuite, votre nom est effacé.",
                    "Les heures, sans votre nom, restent dans les comptes du marché.",
                ),
            ),
            (
                "Quels sont vos droits ?",
                (
                    "Voir ce qui est noté. Le faire corriger. Le faire effacer.",
                    "Demander qu’on ne s’en serve plus, ou dire que vous n’êtes pas d’accord.",
                    "Le délégué à la protection des données vous répond en un mois.",
                    "Vous pouvez vous plaindre à la CNIL, sur cnil.fr ou au 01 53 73 22 22.",
                ),
            ),
        ),
    ),
)


def notice_in_use() -> Notice:
    return NOTICES[-1]
