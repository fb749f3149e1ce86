import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.directory.models import Structure
from perenne.domain.directory.tests.imports import new_import
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db


def test_a_file_is_applied_once_and_another_is_given_up(client_of, committee):
    browser = client_of(committee.coordination)
    first, second = (new_import(committee.coordination, localdate()) for _ in range(2))
    apply = reverse("imports:apply", args=[first])
    assert "1 structure ajoutée ou mise à jour" in text_of(browser.get(browser.post(apply).url))
    (row,) = Structure.objects.all()
    page = browser.get(reverse("imports:show", args=[first]))
    assert reverse("directory:show", args=[row.pk]) in tree_of(page).xpath("//tbody//a/@href")
    again = browser.get(browser.post(apply).url)
    assert "Vous ne pouvez pas faire cela" in text_of(again, "//body")
    drop = reverse("imports:drop", args=[second])
    assert "n’a pas changé" in text_of(browser.get(browser.post(drop).url), "//body")
    again = browser.get(browser.post(drop).url)
    assert "Vous ne pouvez pas faire cela" in text_of(again, "//body")


def test_nobody_else_applies_it(client_of, committee):
    url = reverse("imports:apply", args=[new_import(committee.coordination, localdate())])
    for who in (committee.facilitator, committee.structure, committee.company):
        assert client_of(who).post(url).status_code == 404
    assert client_of(committee.coordination).get(url).status_code == 405
    assert not Structure.objects.exists()
