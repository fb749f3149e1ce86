"""A visitor reads the public figures at the keyboard, and takes them away."""

import pytest

pytestmark = pytest.mark.journey


def test_a_visitor_reads_public_figures_what_they_hide_and_takes_them_away(person):
    visitor = person()
    visitor.open("/")
    visitor.follow(
        visitor.page.get_by_role("contentinfo").get_by_role("link", name="Chiffres publics")
    )
    visitor.arrive("Chiffres publics")
    visitor.sees("heures d’insertion")
    visitor.look()
    visitor.follow(visitor.page.get_by_role("navigation", name="Période").get_by_role("link").first)
    visitor.arrive("Chiffres publics")
    visitor.sees("Comment ces chiffres sont faits")
    visitor.look()
