"""The menus of the public site: data."""

from django.urls import reverse_lazy

from perenne.web.design.menu import MenuItem

SITE_MENU = (
    MenuItem("Accueil", reverse_lazy("site:home")),
    MenuItem("Je transmets ma programmation", reverse_lazy("programming:receive")),
    MenuItem("Trouver mon facilitateur", reverse_lazy("coverage:find")),
    MenuItem("J’adhère au comité", reverse_lazy("membership:join")),
)
LEGAL_MENU = (
    MenuItem("Données personnelles", reverse_lazy("site:privacy")),
    MenuItem("Cookies", reverse_lazy("site:cookies")),
    MenuItem("Composants", reverse_lazy("site:gallery")),
)
