import pytest
from django.urls import reverse

from perenne.domain.rights.queries import register
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import VISITOR
from perenne.web.site.privacy.versions import VERSIONS
from perenne.web.tests.browser import plain, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("site:privacy")


@pytest.fixture
def said(client_of):
    return text_of(client_of(VISITOR).get(URL))


def test_everybody_may_read_what_is_kept_why_and_how_long(said, settings):
    for entry in register():
        assert plain(entry.title) in said
        assert all(plain(period) in said for period in entry.keeps)
    assert settings.CARRIER in said


def test_every_right_is_told_and_so_is_the_way_to_the_cnil(said):
    for right in RequestKind:
        assert right.label in said
        assert right.means in said
    assert all(word in said for word in ("Retrait", "CNIL", "Qui reçoit vos données"))


def test_its_version_and_its_day_are_said(said):
    last = VERSIONS[-1]
    assert f"Version {last.number}, en vigueur depuis le {last.since.day} novembre 2026" in said
    assert [version.number for version in VERSIONS] == list(range(1, len(VERSIONS) + 1))
    assert sorted(version.since for version in VERSIONS) == [one.since for one in VERSIONS]


def test_the_data_protection_officer_is_a_setting(client_of, settings):
    settings.DPO = "Mme Dupré, dpo@exemple.test"
    assert "Mme Dupré, dpo@exemple.test" in text_of(client_of(VISITOR).get(URL))


def test_it_leads_to_the_pages_where_rights_are_exercised(client_of):
    links = set(tree_of(client_of(VISITOR).get(URL)).xpath("//main//a/@href"))
    names = ("rights:mine", "rights:ask_without_account", "site:register", "site:cookies")
    assert {reverse(name) for name in names} <= links


def test_every_page_leads_to_it(client_of):
    footer = tree_of(client_of(VISITOR).get("/")).xpath("//footer//a/@href")
    assert URL in footer
