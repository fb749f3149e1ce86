"""The menu of each role: data, with who sees what."""

from collections.abc import Mapping

from django.urls import reverse_lazy

from perenne.kit.actors import Role
from perenne.web.design.menu import MenuItem

TODAY = MenuItem("Aujourd’hui", reverse_lazy("desks:today"))
PROGRAMMES = MenuItem("Programmations", reverse_lazy("programming:list"))
CLAUSES = MenuItem("Clauses", reverse_lazy("clauses:list"))
ESSENTIAL_DATA = MenuItem("Données essentielles", reverse_lazy("decp:gaps"))
CONSULTATIONS = MenuItem("Consultations", reverse_lazy("procurement:consultations"))
CONTRACTS = MenuItem("Marchés", reverse_lazy("procurement:contracts"))
COMMITMENTS = MenuItem("Engagements", reverse_lazy("clauses:commitments"))
OWN_COMMITMENTS = MenuItem("Mes engagements", reverse_lazy("clauses:commitments"))
PACE = MenuItem("Suivi", reverse_lazy("pace:list"))
MY_HOURS = MenuItem("Mes heures", reverse_lazy("hours:statements"))
HOURS = MenuItem("Heures", reverse_lazy("hours:sheets"))
ELIGIBILITY = MenuItem("Éligibilité", reverse_lazy("participants:list"))
HIRINGS = MenuItem("Embauches", reverse_lazy("hirings:list"))
GLOBALISATION = MenuItem("Globalisation", reverse_lazy("globalisation:list"))
MEETINGS = MenuItem("Réunions et attestations", reverse_lazy("reviews:list"))
SHORTFALLS = MenuItem("Manquements", reverse_lazy("compliance:list"))
BILANS = MenuItem("Bilans", reverse_lazy("bilans:list"))
MY_DATA = MenuItem("Mes données", reverse_lazy("rights:mine"))
RIGHTS = MenuItem("Droits des personnes", reverse_lazy("rights:desk"))
JOURNAL = MenuItem("Journal", reverse_lazy("history:journal"))
RECEIVE = MenuItem("Déposer une programmation", reverse_lazy("programming:receive"))
TEXTS = MenuItem("Contenus du site", reverse_lazy("library:list"))
MY_AREA = MenuItem("Ma zone", reverse_lazy("coverage:mine"))
TERRITORY = MenuItem("Territoire", reverse_lazy("coverage:list"))
OWN = MenuItem("Mon organisme", reverse_lazy("organisations:own"))
COMMITTEE = MenuItem("Le comité", reverse_lazy("membership:join"))
ORGANISATIONS = MenuItem("Organismes", reverse_lazy("organisations:list"))
MEMBERS = MenuItem("Membres", reverse_lazy("membership:list"))
MESSAGES = MenuItem("Messages", reverse_lazy("contact:list"))
SPACES = MenuItem("Mes espaces", reverse_lazy("organisations:mine"))

FOLLOWED = (CONSULTATIONS, CONTRACTS, COMMITMENTS, PACE, MEETINGS, ESSENTIAL_DATA)
ITS_OWN = (OWN, COMMITTEE, SPACES, MY_DATA)
MENUS: Mapping[Role, tuple[MenuItem, ...]] = {
    Role.BUYER: (TODAY, RECEIVE, PROGRAMMES, CLAUSES, *FOLLOWED, SHORTFALLS, BILANS, *ITS_OWN),
    Role.FACILITATOR: (
        TODAY,
        PROGRAMMES,
        CLAUSES,
        *FOLLOWED,
        HOURS,
        ELIGIBILITY,
        HIRINGS,
        GLOBALISATION,
        SHORTFALLS,
        BILANS,
        MESSAGES,
        MY_AREA,
        *ITS_OWN,
    ),
    Role.COMPANY: (
        TODAY,
        MY_HOURS,
        OWN_COMMITMENTS,
        MEETINGS,
        ELIGIBILITY,
        HIRINGS,
        CONTRACTS,
        BILANS,
        *ITS_OWN,
    ),
    Role.INCLUSION_STRUCTURE: (
        TODAY,
        MY_HOURS,
        OWN_COMMITMENTS,
        MEETINGS,
        ELIGIBILITY,
        HIRINGS,
        CONTRACTS,
        BILANS,
        *ITS_OWN,
    ),
    Role.PRESCRIBER: (TODAY, ELIGIBILITY, *ITS_OWN),
    Role.COORDINATION: (
        TODAY,
        PROGRAMMES,
        CLAUSES,
        *FOLLOWED,
        HOURS,
        ELIGIBILITY,
        HIRINGS,
        GLOBALISATION,
        SHORTFALLS,
        BILANS,
        MESSAGES,
        TEXTS,
        TERRITORY,
        ORGANISATIONS,
        MEMBERS,
        RIGHTS,
        JOURNAL,
        OWN,
        SPACES,
        MY_DATA,
    ),
}


def menu_of(role: Role) -> tuple[MenuItem, ...]:
    """Whoever waits has their own space for now."""
    return MENUS.get(role, (TODAY, *ITS_OWN))
