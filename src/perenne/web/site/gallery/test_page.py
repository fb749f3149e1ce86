"""The gallery shows every component, in every frame, to anybody."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import RequestFactory

from perenne.web.design.templatetags.ui import register
from perenne.web.site.gallery.view import gallery

FRAMES = ["", "?cadre=bureau", "?cadre=accueil", "?erreurs"]
PLACED_BY_LAYOUTS = {"site_header", "site_footer", "desk_header", "desk_menu", "flash_messages"}
PLACED_BY_FORM = {"field", "form_fields", "error_summary"}


@pytest.fixture(params=FRAMES)
def shown(request):
    return gallery(RequestFactory().get(f"/composants/{request.param}")).content.decode()


def test_anybody_may_look():
    assert gallery.public is True


def test_the_page_has_one_title_and_no_skipped_level(shown):
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown)]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_is_unique_and_every_reference_leads_somewhere(shown):
    ids = re.findall(r'\sid="([^"]+)"', shown)
    referred = re.findall(r'(?:\sfor|labelledby|describedby)="([^"]+)"', shown)
    referred += re.findall(r'href="#([^"]+)"', shown)

    assert len(ids) == len(set(ids))
    assert {one for many in referred for one in many.split()} <= set(ids)


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(shown):
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script>|<style", shown)
    assert not re.search(r'(?:src|href)="https?://', shown)


def test_the_language_the_main_part_and_the_ways_to_it_are_said(shown):
    assert '<html lang="fr">' in shown
    assert shown.count("<main ") == 1
    assert 'href="#contenu"' in shown


def test_every_component_is_shown():
    page = (Path(__file__).parent / "page.html").read_text()
    placed = set(re.findall(r"\{% (\w+)", page)) | PLACED_BY_LAYOUTS | PLACED_BY_FORM

    assert set(register.tags) <= placed


def test_what_is_wrong_is_told_on_demand():
    wrong = gallery(RequestFactory().get("/composants/?erreurs")).content.decode()

    assert "Il y a 10 problèmes" in wrong
    assert "Indiquez l’objet du marché." in wrong
