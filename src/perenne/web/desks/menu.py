"""The menu of each role: data, with who sees what, under four headings."""

from collections.abc import Mapping

from django.urls import reverse_lazy

from perenne.kit.actors import Role
from perenne.web.design.menu import MenuItem, under

TODAY = MenuItem("Aujourd’hui", reverse_lazy("desks:today"))
PROGRAMMES = MenuItem("Programmations", reverse_lazy("programming:list"))
CLAUSES = MenuItem("Clauses", reverse_lazy("clauses:list"))
ESSENTIAL_DATA = MenuItem("Données essentielles", reverse_lazy("decp:gaps"))
CONSULTATIONS = MenuItem("Consultations", reverse_lazy("procurement:consultations"))
CONTRACTS = MenuItem("Marchés", reverse_lazy("procurement:contracts"))
COMMITMENTS = MenuItem("Engagements", reverse_lazy("clauses:commitments"))
OWN_COMMITMENTS = MenuItem("Mes engagements", reverse_lazy("clauses:commitments"))
PACE = MenuItem("Suivi", reverse_lazy("pace:list"))
DIRECTORY = MenuItem("Annuaire", reverse_lazy("directory:find"))
MY_OFFER = MenuItem("Mon offre", reverse_lazy("directory:own"))
MY_HOURS = MenuItem("Mes heures", reverse_lazy("hours:statements"))
HOURS = MenuItem("Heures", reverse_lazy("hours:sheets"))
ELIGIBILITY = MenuItem("Éligibilité", reverse_lazy("participants:list"))
HIRINGS = MenuItem("Embauches", reverse_lazy("hirings:list"))
GLOBALISATION = MenuItem("Globalisation", reverse_lazy("globalisation:list"))
MEETINGS = MenuItem("Réunions et attestations", reverse_lazy("reviews:list"))
SHORTFALLS = MenuItem("Manquements", reverse_lazy("compliance:list"))
MY_POINTS = MenuItem("Points sur mes heures", reverse_lazy("compliance:list"))
BILANS = MenuItem("Bilans", reverse_lazy("bilans:list"))
REMINDERS = MenuItem("Mes rappels", reverse_lazy("notices:mine"))
MY_DATA = MenuItem("Mes données", reverse_lazy("rights:mine"))
RIGHTS = MenuItem("Droits des personnes", reverse_lazy("rights:desk"))
JOURNAL = MenuItem("Journal", reverse_lazy("history:journal"))
RECEIVE = MenuItem("Déposer une programmation", reverse_lazy("programming:receive"))
TEXTS = MenuItem("Contenus du site", reverse_lazy("library:list"))
MY_AREA = MenuItem("Ma zone", reverse_lazy("coverage:mine"))
TERRITORY = MenuItem("Territoire", reverse_lazy("coverage:list"))
IMPORTS = MenuItem("Importer des structures", reverse_lazy("imports:list"))
OWN = MenuItem("Mon organisme", reverse_lazy("organisations:own"))
COMMITTEE = MenuItem("Le comité", reverse_lazy("membership:join"))
ORGANISATIONS = MenuItem("Organismes", reverse_lazy("organisations:list"))
MEMBERS = MenuItem("Membres", reverse_lazy("membership:list"))
MESSAGES = MenuItem("Messages", reverse_lazy("contact:list"))
SPACES = MenuItem("Mes espaces", reverse_lazy("organisations:mine"))

NEEDS = MenuItem("Besoins", reverse_lazy("sourcing:list"))
ASKED = MenuItem("Sollicitations", reverse_lazy("sourcing:asked"))
PROPOSALS = MenuItem("Mes propositions", reverse_lazy("sourcing:proposals"))
BOARDS = MenuItem("Tableaux de bord", reverse_lazy("boards:loads"))
OWN_BOARD = MenuItem("Où en sont mes marchés", reverse_lazy("boards:contracts"))

CONTRACTING, PERSONS = "Marchés", "Personnes et heures"
STEERING, HOUSE = "Suivi et bilans", "Organisation"
FOLLOWED = (CONSULTATIONS, CONTRACTS, COMMITMENTS, ESSENTIAL_DATA)
WORKED = (HOURS, NEEDS, ELIGIBILITY, HIRINGS, GLOBALISATION, DIRECTORY)
PACED = (PACE, MEETINGS, SHORTFALLS, BILANS)
ITS_OWN = under(HOUSE, OWN, COMMITTEE, SPACES, REMINDERS, MY_DATA)
CARRIED = under(CONTRACTING, OWN_COMMITMENTS, CONTRACTS)
STAFFED = (MY_HOURS, ELIGIBILITY, HIRINGS, DIRECTORY)
POINTED = under(STEERING, PACE, MEETINGS, MY_POINTS, BILANS)
MENUS: Mapping[Role, tuple[MenuItem, ...]] = {
    Role.BUYER: (
        TODAY,
        *under(CONTRACTING, RECEIVE, PROGRAMMES, CLAUSES, *FOLLOWED, DIRECTORY),
        *under(STEERING, OWN_BOARD, *PACED),
        *ITS_OWN,
    ),
    Role.FACILITATOR: (
        TODAY,
        *under(CONTRACTING, PROGRAMMES, CLAUSES, *FOLLOWED),
        *under(PERSONS, *WORKED),
        *under(STEERING, BOARDS, *PACED, MESSAGES),
        *under(HOUSE, MY_AREA),
        *ITS_OWN,
    ),
    Role.COMPANY: (TODAY, *CARRIED, *under(PERSONS, NEEDS, *STAFFED), *POINTED, *ITS_OWN),
    Role.INCLUSION_STRUCTURE: (
        TODAY,
        *CARRIED,
        *under(PERSONS, ASKED, *STAFFED, MY_OFFER),
        *POINTED,
        *ITS_OWN,
    ),
    Role.PRESCRIBER: (
        TODAY,
        *under(PERSONS, ASKED, PROPOSALS, ELIGIBILITY, DIRECTORY, MY_OFFER),
        *ITS_OWN,
    ),
    Role.COORDINATION: (
        TODAY,
        *under(CONTRACTING, PROGRAMMES, CLAUSES, *FOLLOWED),
        *under(PERSONS, *WORKED),
        *under(STEERING, BOARDS, *PACED, MESSAGES, RIGHTS, JOURNAL),
        *under(
            HOUSE,
            ORGANISATIONS,
            IMPORTS,
            MEMBERS,
            TERRITORY,
            TEXTS,
            OWN,
            SPACES,
            REMINDERS,
            MY_DATA,
        ),
    ),
}


def menu_of(role: Role) -> tuple[MenuItem, ...]:
    """Whoever waits has their own space for now."""
    return MENUS.get(role, (TODAY, *ITS_OWN))
