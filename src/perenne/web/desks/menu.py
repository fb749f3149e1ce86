"""The menu of each role: data, with who sees what."""

from collections.abc import Mapping

from django.urls import reverse_lazy

from perenne.kit.actors import Role
from perenne.web.design.menu import MenuItem

TODAY = MenuItem("Aujourd’hui", reverse_lazy("desks:today"))
PROGRAMMES = MenuItem("Programmations", reverse_lazy("programming:list"))
CLAUSES = MenuItem("Clauses", reverse_lazy("clauses:list"))
JOURNAL = MenuItem("Journal", reverse_lazy("history:journal"))
RECEIVE = MenuItem("Déposer une programmation", reverse_lazy("programming:receive"))
MY_AREA = MenuItem("Ma zone", reverse_lazy("coverage:mine"))
TERRITORY = MenuItem("Territoire", reverse_lazy("coverage:list"))

MENUS: Mapping[Role, tuple[MenuItem, ...]] = {
    Role.BUYER: (TODAY, RECEIVE, PROGRAMMES, CLAUSES),
    Role.FACILITATOR: (TODAY, PROGRAMMES, CLAUSES, MY_AREA),
    Role.COORDINATION: (TODAY, PROGRAMMES, CLAUSES, TERRITORY, JOURNAL),
}


def menu_of(role: Role) -> tuple[MenuItem, ...]:
    return MENUS.get(role, (TODAY,))
