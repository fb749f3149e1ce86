"""The menus of the public site: data."""

from dataclasses import replace
from functools import cache

from django.urls import reverse_lazy

from perenne.domain.library.queries import Section
from perenne.web.design.menu import MenuItem

SITE_MENU = (
    MenuItem("Acheteurs", reverse_lazy("site:section", args=[Section.BUYERS])),
    MenuItem("Entreprises", reverse_lazy("site:section", args=[Section.COMPANIES])),
    MenuItem("Annuaire", reverse_lazy("directory:find")),
    MenuItem("Outils", reverse_lazy("tools:index")),
    MenuItem("Questions", reverse_lazy("site:questions")),
    MenuItem("Je transmets mes marchés", reverse_lazy("programming:receive")),
    MenuItem("Mon facilitateur", reverse_lazy("coverage:find")),
)
LEGAL_MENU = (
    MenuItem("Plan du site", reverse_lazy("site:plan")),
    MenuItem("Chiffres publics", reverse_lazy("opendata:index")),
    MenuItem("J’adhère au comité", reverse_lazy("membership:join")),
    MenuItem("Contact", reverse_lazy("site:page", args=[Section.COMMITTEE, "contact"])),
    MenuItem("Signaler un problème", reverse_lazy("contact:problem")),
    MenuItem(
        "Mentions légales", reverse_lazy("site:page", args=[Section.LEGAL, "mentions-legales"])
    ),
    MenuItem("Accessibilité", reverse_lazy("site:page", args=[Section.LEGAL, "accessibilite"])),
    MenuItem("Données personnelles", reverse_lazy("site:privacy")),
    MenuItem("Cookies", reverse_lazy("site:cookies")),
    MenuItem("Composants", reverse_lazy("site:gallery")),
)
NAMES = {
    "site:home": "Accueil",
    "site:questions": "Questions et réponses",
    "site:news": "Actualités",
    "site:plan": "Plan du site",
    "site:privacy": "Données personnelles",
    "site:register": "Registre des traitements",
    "site:cookies": "Cookies",
    "account:login": "Se connecter",
    "tools:index": "Les outils",
    "tools:calibrate": "Calculer un volume d’heures",
    "tools:simulate": "Préparer sa réponse à un marché",
    "tools:share": "Essayer la globalisation des heures",
    "tools:clauses": "Clauses prêtes à copier",
    "coverage:find": "Trouver mon facilitateur",
    "assessments:forecast": "Les heures d’insertion à venir",
    "opendata:index": "Chiffres publics",
    "coverage:map": "Carte des facilitateurs",
    "coverage:embed": "Intégrer la recherche de facilitateur à un site",
    "site:duty": "L’obligation légale depuis août 2026",
    "site:brochure": "La brochure des acheteurs",
    "site:kit": "Le kit de l’acheteur",
    "contact:index": "Nous écrire",
    "contact:coordination": "Écrire à la coordination",
    "contact:review": "Demander une revue de marché",
    "contact:problem": "Signaler un problème",
    "site:publics": "La liste des publics éligibles",
    "sourcing:offers": "Offres d’emploi",
    "person:notice": "Vos données, en phrases simples",
}
"""How the plan names the pages that no text of the library gives a title to."""


@cache
def menus() -> tuple[tuple[MenuItem, ...], tuple[MenuItem, ...]]:
    """That of the top and that of the foot, their addresses worked out once for all pages."""
    top, foot = (
        tuple(replace(item, url=str(item.url)) for item in menu) for menu in (SITE_MENU, LEGAL_MENU)
    )
    return top, foot
