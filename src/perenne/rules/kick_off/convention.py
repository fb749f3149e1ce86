"""The agreement between the buyer, the company and the facilitator on how the clause is done."""

from __future__ import annotations

from perenne.rules.deadlines import Monitoring
from perenne.rules.french import in_full, typeset
from perenne.rules.kick_off.terms import Kickoff, Paper
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import (
    AQUAREEL_2025,
    AQUAREEL_2025_DATA,
    CCAG_CLAUSE,
    SUBCONTRACTING,
)
from perenne.rules.wording import Globalisation, Publics
from perenne.rules.wording.pieces import Grid, Paragraph, listing, section

PUBLICS = {
    Publics.OPEN_LIST: "ceux de la liste du CCAG, complétée par le comité départemental",
    Publics.CLOSED_LIST: "ceux de la liste du CCAG, et eux seuls",
    Publics.URBAN_RENEWAL: "les habitants des quartiers prioritaires de la politique de la ville",
}
GLOBALISATION = {
    Globalisation.ACCEPTED: "L'acheteur accepte que les heures d'un même salarié soient "
    "réparties entre plusieurs marchés, sur proposition du facilitateur.",
    Globalisation.CAPPED: "L'acheteur accepte, dans la limite écrite au marché, que les heures "
    "d'un même salarié soient réparties entre plusieurs marchés.",
    Globalisation.REFUSED: "Les heures réalisées ailleurs ne comptent pas dans ce marché.",
    Globalisation.CASE_BY_CASE: "Les heures d'un même salarié ne se répartissent entre plusieurs "
    "marchés qu'avec l'accord de l'acheteur, donné au cas par cas.",
}


@cites(
    CCAG_CLAUSE,
    AQUAREEL_2025,
    AQUAREEL_2025_DATA,
    SUBCONTRACTING,
    says="Que conviennent l’acheteur, l’entreprise et le facilitateur au démarrage ?",
    confidence=Confidence.LIKELY,
)
def convention(said: Kickoff) -> Paper:
    """It carries out the contract and changes nothing of it: the contract prevails."""
    articles = (
        ("Objet", _object(said)),
        ("Volume d'heures", _volume(said)),
        ("Répartition entre les entreprises", _split(said)),
        ("Publics", _publics(said)),
        ("Relevés et suivi", _follow_up(said.monitoring)),
        ("Globalisation des heures", (GLOBALISATION[said.globalisation],)),
        ("Rôle du facilitateur", _facilitator()),
        ("Difficultés et pénalités", _troubles(said)),
        ("Données personnelles", _data()),
        ("Durée", _term(said)),
    )
    written = tuple(
        section(heading, *paragraphs, number=f"Article {number}")
        for number, (heading, paragraphs) in enumerate(articles, 1)
    )
    parties, signatures = section("Entre", *_parties(said)), section("Signatures", *_signatures())
    return Paper(
        typeset(f"Convention de mise en œuvre de la clause d'insertion – {said.contract}"),
        (parties, *written, signatures),
    )


def _parties(said: Kickoff) -> tuple[Paragraph, ...]:
    who = said.contractor
    return (
        listing(
            f"{said.buyer}, acheteur",
            f"{who.name}, SIRET {who.siret}, titulaire du marché",
            f"{said.facilitator.organisation}, facilitateur de la clause d'insertion",
        ),
    )


def _object(said: Kickoff) -> tuple[Paragraph, ...]:
    return (
        f"La présente convention organise la mise en œuvre de la clause sociale d'insertion du "
        f"marché « {said.contract} » ({said.reference}), notifié le {in_full(said.notified_on)}. "
        "Elle n'en modifie aucune stipulation : en cas d'écart, le marché l'emporte.",
    )


def _volume(said: Kickoff) -> tuple[Paragraph, ...]:
    if said.scheme is None:
        owed = f"Le titulaire réalise {said.hours} d'insertion."
    else:
        whole = ", par tranches entières," if said.scheme.by_whole_steps else ""
        owed = (
            f"Le titulaire réalise {said.scheme.hours_per_step} d'insertion par tranche de "
            f"{said.scheme.step} facturés{whole} au-delà de {said.scheme.trigger}."
        )
    return (
        owed,
        "Un avenant, une reconduction, une tranche affermie ou une suspension font varier ce "
        "volume ou sa date selon les règles du marché. Le facilitateur tient le volume à jour et "
        "le communique aux parties.",
    )


def _split(said: Kickoff) -> tuple[Paragraph, ...]:
    rows = tuple((it.name, it.role, str(it.hours)) for it in said.carriers)
    return (
        Grid(("Entreprise", "Rôle", "Heures"), rows),
        "Ce qu'une entreprise n'a pas accepté reste à celle qui le lui confiait. Le titulaire "
        "répond du volume entier envers l'acheteur.",
    )


def _publics(said: Kickoff) -> tuple[Paragraph, ...]:
    return (
        f"Les publics éligibles sont {PUBLICS[said.publics]}. Le facilitateur vérifie "
        "l'éligibilité de chaque personne avant son embauche et en informe l'entreprise, sans lui "
        "en dire le motif.",
    )


def _follow_up(held: Monitoring) -> tuple[Paragraph, ...]:
    return (
        f"L'entreprise envoie {held.rhythm.label} son relevé d'heures, avec ses preuves, au plus "
        f"tard le {held.statement_day} du mois suivant la période.",
        listing(
            f"réunion de mise au point : dans les {held.kick_off_days} jours de la notification",
            f"point de suivi : tous les {held.review_months} mois",
            f"bilan intermédiaire : tous les {held.assessment_months} mois",
            f"bilan final : dans les {held.final_assessment_months} mois de la fin du marché",
        ),
    )


def _facilitator() -> tuple[Paragraph, ...]:
    return (
        "Le facilitateur propose des candidats et des structures, vérifie l'éligibilité, valide "
        "les heures, alerte sur les écarts et rédige les bilans. Son service est gratuit pour "
        "l'entreprise.",
    )


def _troubles(said: Kickoff) -> tuple[Paragraph, ...]:
    if said.penalty_per_hour is None:
        owed = "Le marché n'écrit pas de pénalité par heure non réalisée."
    else:
        owed = (
            f"Le marché prévoit {said.penalty_per_hour} par heure non réalisée, après mise en "
            f"demeure restée sans effet pendant {said.monitoring.formal_notice_days} jours."
        )
    return (
        "L'entreprise signale toute difficulté au facilitateur dès qu'elle paraît. Les parties "
        "cherchent ensemble les moyens d'atteindre le volume.",
        f"{owed} L'acheteur seul décide, l'entreprise entendue.",
    )


def _data() -> tuple[Paragraph, ...]:
    return (
        "Chacun ne reçoit des personnes que ce que son rôle demande : l'entreprise un avis "
        "d'éligibilité, l'acheteur des chiffres sans nom. Les personnes sont informées et "
        "exercent leurs droits auprès du facilitateur.",
    )


def _term(said: Kickoff) -> tuple[Paragraph, ...]:
    return (
        f"La convention prend effet le {in_full(said.starts_on)} et s'achève avec la remise du "
        f"bilan final. La fin du marché est prévue le {in_full(said.ends_on)}.",
    )


def _signatures() -> tuple[Paragraph, ...]:
    header = ("Pour l'acheteur", "Pour le titulaire", "Pour le facilitateur")
    return (Grid(header, (("", "", ""),)),)
