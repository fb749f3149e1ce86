"""What the layouts show around a page: menus, and the person at her desk.

The layouts read them in the template context: `site_menu`, `legal_menu`, `desk`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One link of a menu or a row of tabs; `count` is what waits behind it, `group` the heading
    that it stands under in a long menu, next to those of the same.

    `url` may be a `reverse_lazy`, so that menus can be written as data.
    """

    label: str
    url: object
    current: bool = False
    count: int | None = None
    group: str = ""

    def is_open(self, path: str) -> bool:
        """Is this path the page of the item, or a page below it?"""
        url = str(self.url)
        if self.current or url == path:
            return True
        return url.endswith("/") and url != "/" and path.startswith(url)


def under(group: str, *items: MenuItem) -> tuple[MenuItem, ...]:
    """The same items below a heading."""
    return tuple(replace(item, group=group) for item in items)


@dataclass(frozen=True, slots=True)
class Place:
    """One of the organisations that a person works in."""

    id: int
    name: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """The frame of the signed-in pages: who works here, for whom, and on what."""

    organisation: str
    person: str
    role: str = ""
    menu: tuple[MenuItem, ...] = ()
    home_url: str = "/bureau/"
    account_url: str = ""
    sign_out_url: str = "/deconnexion/"
    seats: tuple[Place, ...] = ()
    """Where they may go and sit; shown when there are several."""
    switch_url: str = ""
    search_url: str = ""
    """Where what is typed in the bar is looked for."""


def open_item(items: tuple[MenuItem, ...], path: str) -> MenuItem | None:
    """The one item that is open: the deepest, when several contain the path."""
    chosen = [item for item in items if item.current]
    candidates = chosen or [item for item in items if item.is_open(path)]
    return max(candidates, key=lambda item: len(str(item.url)), default=None)
