"""The five possibilities as the clausier presents them: when, why, on which articles."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from perenne.rules.french import listed
from perenne.rules.legal_bases import LEGAL_BASES, LegalBasis
from perenne.rules.wording import ClauseTerms, Piece, notice_for, pieces_for


@dataclass(frozen=True, slots=True)
class DeviceCard:
    slug: str
    basis: LegalBasis
    why: str
    when: str

    @property
    def label(self) -> str:
        return self.basis.label

    @property
    def articles_said(self) -> str:
        """« Code de la commande publique, articles L2112-2 et R2152-7 »."""
        texts = self.basis.articles
        numbers = [source.article.removeprefix("article ") for source in texts]
        return f"{texts[0].text}, article{'s' if len(numbers) > 1 else ''} {listed(numbers)}"

    @property
    def scored(self) -> str:
        return LEGAL_BASES[self.basis].scored.label


DEVICES = (
    DeviceCard(
        "condition-d-execution",
        LegalBasis.PERFORMANCE_CONDITION,
        "Le titulaire réalise un volume d’heures pendant l’exécution. La clause s’impose à toutes "
        "les entreprises de la même façon : la concurrence reste entière.",
        "Le choix le plus courant, dès que l’exécution demande de la main-d’œuvre pendant "
        "plusieurs mois.",
    ),
    DeviceCard(
        "condition-et-critere",
        LegalBasis.CONDITION_AND_CRITERION,
        "Au volume minimal s’ajoute une note : l’action proposée départage les offres, et ce qui "
        "est proposé devient contractuel.",
        "Pour un gros volume, quand les entreprises peuvent se distinguer par l’accueil, la "
        "formation ou la durée de l’emploi.",
    ),
    DeviceCard(
        "insertion-objet-du-marche",
        LegalBasis.SUBJECT_MATTER,
        "L’acheteur achète l’insertion elle-même : des parcours qui associent travail, formation "
        "et accompagnement. L’activité n’en est que le support.",
        "Pour un besoin d’insertion de la collectivité, avec une activité support simple et "
        "régulière.",
    ),
    DeviceCard(
        "reserve-insertion-handicap",
        LegalBasis.RESERVED_INCLUSION,
        "Seules répondent les structures qui emploient une part minimale de personnes défavorisées "
        "ou handicapées : chaque heure du lot est une heure d’insertion.",
        "Pour un métier accessible, un petit volume ou un taux d’effort élevé, quand des "
        "structures du territoire peuvent répondre.",
    ),
    DeviceCard(
        "reserve-economie-sociale",
        LegalBasis.RESERVED_SOCIAL_ECONOMY,
        "Seules répondent les entreprises de l’économie sociale et solidaire. Des heures "
        "d’insertion peuvent s’y ajouter.",
        "Pour des services de santé, sociaux ou culturels, et pour trois ans au plus.",
    ),
)
BY_SLUG = {device.slug: device for device in DEVICES}


def device_of(slug: str) -> DeviceCard:
    if slug not in BY_SLUG:
        raise Http404(slug)
    return BY_SLUG[slug]


def pieces_of(terms: ClauseTerms) -> tuple[Piece, ...]:
    """The notice, where there is one, then the four documents."""
    notice = notice_for(terms)
    return (*((notice,) if notice else ()), *pieces_for(terms))
