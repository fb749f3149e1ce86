"""Before any decision: the alert, which threatens nobody; the formal notice; the hearing."""

from __future__ import annotations

from perenne.rules.kick_off import Paper
from perenne.rules.law import Confidence, cites
from perenne.rules.letters.facts import (
    Reckoning,
    Shortage,
    computation,
    contract_in,
    hours_in,
    texts_in,
)
from perenne.rules.texts import CCAG_FOLLOW_UP, CCAG_HEARING, CCAG_PENALTIES, CCAG_PERIODS
from perenne.rules.wording.pieces import Section, listing, section

HELP = listing(
    "embaucher directement une personne éligible, en CDI, en CDD ou en alternance",
    "faire appel à une structure d'insertion, en sous-traitance ou par mise à disposition",
    "faire vérifier une personne que vous employez déjà : ses heures comptent peut-être",
)
REPORT = (
    "Si vous rencontrez une difficulté, signalez-la par écrit : les heures pour lesquelles ni "
    "l'acheteur ni le facilitateur ne trouvent de solution ne vous seront pas reprochées."
)


@cites(
    CCAG_FOLLOW_UP,
    says="Que dire à une entreprise dont les heures prennent du retard ?",
    confidence=Confidence.LIKELY,
)
def alert(said: Shortage) -> Paper:
    """No word of what it could cost: nothing lets it be said at this stage."""
    return Paper(
        "Point sur vos heures d’insertion",
        (
            contract_in(said),
            hours_in(said),
            section(
                "Ce que vous pouvez faire",
                "Vos heures sont en dessous du rythme prévu. Il est encore temps de les "
                "rattraper, et votre facilitateur peut vous y aider :",
                HELP,
                REPORT,
            ),
            section("Votre interlocuteur", f"{said.facilitator}, votre facilitateur."),
            *texts_in(said),
        ),
    )


@cites(
    CCAG_PENALTIES,
    CCAG_PERIODS,
    says="Que dit une mise en demeure de réaliser les heures d’insertion ?",
    confidence=Confidence.SURE,
)
def formal_notice(said: Shortage) -> Paper:
    return Paper(
        "Mise en demeure de réaliser vos heures d’insertion",
        (
            contract_in(said),
            hours_in(said),
            section(
                "Ce qui vous est demandé",
                f"{said.buyer} vous met en demeure de remplir vos obligations d'insertion dans un "
                f"délai de {said.days} jours à compter de la réception de cette lettre.",
                _delay(said),
                "Pour réaliser les heures qui manquent, vous pouvez :",
                HELP,
                REPORT,
            ),
            section(
                "Ce qui peut suivre",
                "Si des heures manquent encore à la fin de ce délai, l'acheteur pourra appliquer "
                "la pénalité prévue au contrat, après avoir recueilli vos observations.",
            ),
            *texts_in(said),
        ),
    )


@cites(
    CCAG_HEARING,
    CCAG_PERIODS,
    says="Comment inviter le titulaire à présenter ses observations ?",
    confidence=Confidence.SURE,
)
def hearing(said: Shortage, found: Reckoning | None = None) -> Paper:
    """`found`: the amount that is contemplated; None where the contract writes none."""
    return Paper(
        "Invitation à présenter vos observations",
        (
            contract_in(said),
            hours_in(said),
            *_contemplated(found),
            section(
                "Votre réponse",
                f"Vous avez {said.days} jours, à compter de la réception de cette lettre, pour "
                "présenter vos observations par écrit et joindre vos pièces, sur la plateforme ou "
                "par courrier.",
                _delay(said),
                "L'acheteur seul décide, après les avoir lues. Il peut appliquer la pénalité, la "
                "réduire, accepter un plan de rattrapage ou y renoncer.",
                REPORT,
            ),
            *texts_in(said),
        ),
    )


def _contemplated(found: Reckoning | None) -> tuple[Section, ...]:
    if found is None:
        return ()
    lines, version = computation(found)
    return (
        section(
            "Le montant envisagé",
            f"{found.amount}, hors du champ de la TVA, si aucune heure n'était rattrapée :",
            lines,
            version,
        ),
    )


def _delay(said: Shortage) -> str:
    return (
        "Le délai court du lendemain de la réception et finit avec son dernier jour ; si ce jour "
        "n'est pas ouvré, il va au premier jour ouvré qui suit."
    )
