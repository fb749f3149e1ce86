"""What the layouts show around a page: menus, and the person at her desk.

A view or a context processor may put `site_menu`, `legal_menu`, `committee`, `carrier` or
`desk` in the template context; what it leaves out is taken from here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One link of a menu or a row of tabs; `count` is what waits behind it."""

    label: str
    url: str
    current: bool = False
    count: int | None = None

    def is_open(self, path: str) -> bool:
        """Is this path the page of the item, or a page below it?"""
        if self.current or self.url == path:
            return True
        return self.url.endswith("/") and self.url != "/" and path.startswith(self.url)


@dataclass(frozen=True, slots=True)
class Desk:
    """The frame of the signed-in pages: who works here, for whom, and on what."""

    organisation: str
    person: str
    role: str = ""
    menu: tuple[MenuItem, ...] = ()
    home_url: str = "/bureau/"
    account_url: str = "/compte/"
    sign_out_url: str = "/deconnexion/"


COMMITTEE = "Comité départemental pour l’insertion pérenne par les clauses sociales"
SIGN_IN_URL = "/connexion/"

SITE_MENU = (
    MenuItem("Je suis acheteur", "/acheteurs/"),
    MenuItem("Je suis une entreprise", "/entreprises/"),
    MenuItem("Facilitateurs", "/facilitateurs/"),
    MenuItem("Questions fréquentes", "/questions/"),
)

LEGAL_MENU = (
    MenuItem("Mentions légales", "/mentions-legales/"),
    MenuItem("Données personnelles", "/donnees-personnelles/"),
    MenuItem("Accessibilité", "/accessibilite/"),
    MenuItem("Plan du site", "/plan-du-site/"),
    MenuItem("Contact", "/contact/"),
)


def open_item(items: tuple[MenuItem, ...], path: str) -> MenuItem | None:
    """The one item that is open: the deepest, when several contain the path."""
    chosen = [item for item in items if item.current]
    candidates = chosen or [item for item in items if item.is_open(path)]
    return max(candidates, key=lambda item: len(item.url), default=None)
