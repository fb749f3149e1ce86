"""The two views that the coordination has of the territory."""

from django.urls import reverse

from perenne.web.design.menu import MenuItem


def tabs_of(path: str) -> tuple[MenuItem, ...]:
    views = (("Zones par organisme", "coverage:list"), ("Communes", "coverage:report"))
    return tuple(
        MenuItem(label, reverse(name), current=path == reverse(name)) for label, name in views
    )
