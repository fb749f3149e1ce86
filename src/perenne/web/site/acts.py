"""What one may do at once, by whom the page speaks to: every text leads to an act."""

from collections.abc import Mapping

from django.urls import reverse_lazy

from perenne.domain.library.queries import Section
from perenne.web.design.menu import MenuItem

SEND = MenuItem("Je transmets ma programmation", reverse_lazy("programming:receive"))
CHECK_DUTY = MenuItem("Vérifier l’obligation", reverse_lazy("site:duty"))
PUBLICS = MenuItem("Les publics éligibles", reverse_lazy("site:publics"))
CONTACT = MenuItem("Qui appeler", reverse_lazy("site:page", args=[Section.COMMITTEE, "contact"]))
FIND = MenuItem("Trouver mon facilitateur", reverse_lazy("coverage:find"))
DIRECTORY = MenuItem("Chercher une structure", reverse_lazy("directory:find"))
JOIN = MenuItem("Adhérer gratuitement", reverse_lazy("membership:join"))
ASK = MenuItem("Chercher une réponse", reverse_lazy("site:questions"))

CALIBRATE = MenuItem("Calculer un volume d’heures", reverse_lazy("tools:calibrate"))
CLAUSES = MenuItem("Clauses prêtes à copier", reverse_lazy("tools:clauses"))
SIMULATE = MenuItem("Préparer ma réponse", reverse_lazy("tools:simulate"))
SHARE = MenuItem("Essayer la globalisation", reverse_lazy("tools:share"))
BROCHURE = MenuItem("Télécharger la brochure", reverse_lazy("site:brochure"))
KIT = MenuItem("Composer mon kit", reverse_lazy("site:kit"))

ACTS: Mapping[Section, tuple[MenuItem, ...]] = {
    Section.BUYERS: (SEND, CHECK_DUTY, CALIBRATE, CLAUSES, KIT, BROCHURE, FIND, ASK),
    Section.COMPANIES: (SIMULATE, DIRECTORY, PUBLICS, SHARE, FIND, ASK),
    Section.STRUCTURES: (CONTACT, JOIN, DIRECTORY, ASK),
    Section.PEOPLE: (CONTACT, PUBLICS, ASK),
    Section.COMMITTEE: (SEND, JOIN, FIND, DIRECTORY, CONTACT, ASK),
    Section.LEGAL: (CONTACT,),
}


def acts_of(section: Section) -> tuple[MenuItem, ...]:
    return ACTS[section]
