"""A visitor reads the public figures at the keyboard, and what they hide."""

import pytest

pytestmark = pytest.mark.journey


def test_a_visitor_reads_public_figures_and_what_they_hide(person):
    visitor = person()
    visitor.open("/plan-du-site/")
    main = visitor.page.get_by_role("main")
    visitor.follow(main.get_by_role("link", name="Chiffres publics"))
    visitor.arrive("Chiffres publics")
    visitor.sees("Trop peu de personnes ou d’entreprises")
    visitor.look()
    visitor.follow(visitor.page.get_by_role("navigation", name="Période").get_by_role("link").first)
    visitor.arrive("Chiffres publics")
    visitor.sees("Comment ces chiffres sont faits")
    visitor.look()
