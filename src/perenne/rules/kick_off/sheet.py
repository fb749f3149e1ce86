"""The sheet that a company takes away from the first meeting: all that it has to know and do."""

from __future__ import annotations

from itertools import islice

from perenne.rules.calibration import crews, in_people
from perenne.rules.deadlines import Milestone, MilestoneKind, monitoring_calendar
from perenne.rules.eligibility import PROOFS, grounds_open
from perenne.rules.french import in_full, typeset
from perenne.rules.hirings import MODALITIES
from perenne.rules.kick_off.terms import Kickoff, Paper
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import AQUAREEL_2025, CCAG_CLAUSE, CCAG_FOLLOW_UP, PRACTICE
from perenne.rules.wording.pieces import Blank, Grid, Paragraph, listing, section
from perenne.values import Hours

STATEMENTS_TOLD = 3
CHECKS = (
    "Le volume, ce qui le fait varier et les heures de chaque entreprise du marché",
    "Les métiers, les tâches accessibles et les dates où des postes s'ouvrent",
    "Les modalités choisies et les structures d'insertion à contacter",
    "Les publics et les justificatifs, vérifiés avant chaque embauche",
    "L'encadrement : tuteur, accueil, équipements, transport",
    "Le relevé d'heures : qui le remplit, quel jour, avec quelles preuves",
    "Les points de suivi et les bilans, avec leurs dates",
    "Ce qu'il faut faire et qui appeler en cas de difficulté",
)


@cites(
    CCAG_CLAUSE,
    AQUAREEL_2025,
    PRACTICE,
    says="Que remettre à l’entreprise à la mise au point ?",
    confidence=Confidence.LIKELY,
)
def company_sheet(said: Kickoff, *, practice: Practice = USUAL) -> Paper:
    """Contract, hours, crew, calendar, publics and proofs, ways, parties, contacts, check-list."""
    return Paper(
        typeset(f"Fiche entreprise – {said.contractor.name}"),
        (
            section("Le marché", _contract(said)),
            section("Les heures à réaliser", *_hours(said, practice)),
            section("Le calendrier", _calendar(said)),
            section("Qui réalise les heures", _carriers(said)),
            section("Qui compte, et ce qui le prouve", *_publics(said, practice)),
            section("Comment réaliser les heures", _ways()),
            section("Les interlocuteurs", *_contacts(said)),
            section("À voir ensemble", checklist()),
        ),
    )


@cites(
    CCAG_FOLLOW_UP,
    PRACTICE,
    says="Que voir ensemble à la réunion de mise au point ?",
    confidence=Confidence.VARIES,
)
def checklist() -> Grid:
    return Grid(("Point à voir", "Décision"), tuple((check, "") for check in CHECKS))


def _contract(said: Kickoff) -> Grid:
    return Grid(
        ("Marché", said.contract),
        (
            ("Référence", said.reference),
            ("Acheteur", said.buyer),
            ("Titulaire", f"{said.contractor.name} ({said.contractor.siret})"),
            ("Notifié le", in_full(said.notified_on)),
            ("Exécution", f"du {in_full(said.starts_on)} au {in_full(said.ends_on)}"),
        ),
    )


def _hours(said: Kickoff, practice: Practice) -> tuple[Paragraph, ...]:
    if said.scheme is not None:
        whole = ", par tranches entières" if said.scheme.by_whole_steps else ""
        follows = (
            f"Le volume suit les factures : {said.scheme.hours_per_step} par tranche de "
            f"{said.scheme.step} facturés{whole}. À ce jour, {said.hours} sont dues."
        )
        return (follows, *_crew(said.hours, said.months, practice))
    if not said.hours:
        return ("Aucune heure n'est due à ce jour.",)
    people = in_people(said.hours, said.months)
    return (f"{said.hours} d'insertion, {people}.", *_crew(said.hours, said.months, practice))


def _crew(hours: Hours, months: int, practice: Practice) -> tuple[Grid, ...]:
    found = crews(hours, months, practice=practice)
    if not found:
        return ()
    rows = tuple(
        (str(crew.persons), f"{crew.weeks} semaines", f"{crew.weeks_foreseen} semaines")
        for crew in found
    )
    header = ("Personnes", "À 35 h chaque semaine", "Avec les absences usuelles")
    return (Grid(header, rows, "L'équipe à prévoir"),)


def _calendar(said: Kickoff) -> Grid:
    """Every milestone but the statements, of which the first ones are enough to see the rhythm."""
    every = monitoring_calendar(
        said.monitoring, said.starts_on, said.months, notified_on=said.notified_on
    )
    statements = (one for one in every if one.kind is MilestoneKind.STATEMENT)
    first = set(islice(statements, STATEMENTS_TOLD))
    told = [one for one in every if one.kind is not MilestoneKind.STATEMENT or one in first]
    return Grid(("Échéance", "Au plus tard le", "Par"), tuple(map(_milestone, told)))


def _milestone(one: Milestone) -> tuple[str, str, str]:
    about = f" au {in_full(one.until)}" if one.kind is MilestoneKind.STATEMENT else ""
    return f"{one.kind.label}{about}", in_full(one.on), one.kind.actor.label


def _carriers(said: Kickoff) -> Grid:
    rows = tuple((it.name, it.role, str(it.hours)) for it in said.carriers)
    return Grid(("Entreprise", "Rôle", "Heures"), rows)


def _publics(said: Kickoff, practice: Practice) -> tuple[Paragraph, ...]:
    rows = tuple(
        (
            ground.label,
            " ; ".join(
                " ou ".join(PROOFS[kind].label.lower() for kind in one_of)
                for one_of in ground.proofs
            ),
        )
        for ground in grounds_open(said.publics, practice)
    )
    return (
        "Le facilitateur vérifie l'éligibilité avant chaque embauche. L'entreprise reçoit un "
        "oui ou un non : ne demandez pas à la personne pourquoi elle est éligible.",
        Grid(("Public", "Justificatif, remis au facilitateur"), rows),
    )


def _ways() -> Grid:
    rows = tuple((way.label, way.counts, " ; ".join(way.proofs)) for way in MODALITIES)
    return Grid(("Modalité", "Ce qui compte", "Preuves"), rows)


def _contacts(said: Kickoff) -> tuple[Paragraph, ...]:
    who = said.facilitator
    return (
        listing(
            f"Facilitateur : {who.name}, {who.organisation}, {who.email}, {who.phone}",
            f"Acheteur : {said.buyer}",
        ),
        Blank("Correspondant de l'entreprise"),
        Blank("Téléphone et courriel"),
        Blank("Tuteur"),
    )
