import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.directory.tests.imports import CONTENT, new_import
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db


def test_every_row_says_what_becomes_of_it_and_may_be_filtered(client_of, committee):
    browser = client_of(committee.coordination)
    url = reverse("imports:show", args=[new_import(committee.coordination, localdate())])
    page = text_of(browser.get(url))
    assert "1 structure sera ajoutée ou mise à jour" in page
    assert "Hors des départements choisis : Lyon (69)." in page
    aside = text_of(browser.get(f"{url}?vue=set_aside"))
    assert "Atelier lointain" in aside
    assert "Ateliers de la Marne" not in aside
    few = sql_for(browser, url)
    more = CONTENT + b"".join(b"S%d,EI,,,Meaux,77100,\n" % number for number in range(40))
    long = new_import(committee.coordination, localdate(), content=more)
    assert sql_for(browser, reverse("imports:show", args=[long])) == few
    for who in (committee.facilitator, committee.structure):
        assert client_of(who).get(url).status_code == 404
