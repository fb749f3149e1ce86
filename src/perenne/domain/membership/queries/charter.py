"""The charter of the committee. A version that somebody accepted is never rewritten: a new one is
added beside it, and becomes the one that newcomers read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charter:
    version: str
    since: date
    opening: str
    parts: tuple[Part, ...]


FIRST = Charter(
    version="2026-11",
    since=date(2026, 11, 26),
    opening=(
        "Le comité réunit ceux qui font vivre la clause sociale dans le département : acheteurs, "
        "entreprises, structures d’insertion, prescripteurs, facilitateurs. L’adhésion est "
        "gratuite, et chacun peut partir quand il veut."
    ),
    parts=(
        Part(
            "Ce que le comité apporte",
            (
                "Un facilitateur par territoire, qui conseille, calibre, met en relation et suit, "
                "sans rien facturer.",
                "Un espace de travail commun, où chacun voit ce qui le concerne et rien de ce qui "
                "concerne son voisin.",
                "Les mêmes règles de calcul pour tous, avec leurs sources, et des modèles de "
                "textes tenus à jour.",
                "Une réponse à chaque demande, même quand la réponse est non.",
            ),
        ),
        Part(
            "Ce à quoi chaque membre s’engage",
            (
                "Rechercher des emplois qui durent : la clause est un chemin vers un contrat "
                "stable, et non une ligne de plus au marché.",
                "Ouvrir les postes sans discrimination, et traiter avec respect les personnes "
                "accompagnées.",
                "Donner des informations exactes, en temps utile, et corriger ce qui ne l’est pas.",
                "Garder pour soi ce que l’on apprend des personnes et des projets d’achat, et "
                "n’en faire que l’usage prévu.",
                "Désigner une personne à qui parler, et dire quand elle change.",
            ),
        ),
        Part(
            "Selon la place de chacun",
            (
                "L’acheteur associe le facilitateur avant la consultation, et fait suivre "
                "l’exécution de la clause.",
                "L’entreprise fait vérifier l’éligibilité avant l’embauche, et déclare les heures "
                "chaque mois.",
                "La structure d’insertion dit ses places et ses métiers tels qu’ils sont, et "
                "accompagne les salariés pendant leur parcours.",
                "Le prescripteur oriente vers les offres ceux à qui elles conviennent, et donne "
                "suite.",
                "Le facilitateur reste neutre entre les entreprises et entre les structures.",
            ),
        ),
        Part(
            "Partir",
            (
                "Un membre quitte le comité depuis son espace, sans avoir à s’expliquer ; ce "
                "qu’il doit au titre d’un contrat reste dû.",
                "La coordination peut exclure un membre qui manque gravement à cette charte. Elle "
                "lui dit pourquoi, par écrit, et l’entend s’il le demande.",
            ),
        ),
    ),
)
VERSIONS: Mapping[str, Charter] = {FIRST.version: FIRST}
CURRENT = FIRST


def charter(version: str = "") -> Charter:
    """The one of this version, else the current one."""
    if not version:
        return CURRENT
    if version not in VERSIONS:
        raise NotFound(version)
    return VERSIONS[version]
