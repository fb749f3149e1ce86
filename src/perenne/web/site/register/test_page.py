import pytest
from django.urls import reverse

from perenne.domain.rights.queries import register
from perenne.kit.actors import VISITOR
from perenne.kit.privacy import tables
from perenne.web.tests.browser import plain, sql_for, text_of

pytestmark = pytest.mark.django_db
URL = reverse("site:register")


def test_every_processing_of_the_code_is_told_whole(client_of):
    said = text_of(client_of(VISITOR).get(URL))
    for entry in register():
        for part in (entry.title, entry.purpose, entry.basis, *entry.recipients, *entry.keeps):
            assert plain(part) in said
    assert {table.processing.code for table in tables()} == {entry.code for entry in register()}


@pytest.mark.parametrize(
    ("is_public", "basis"), [(True, "Mission d’intérêt public"), (False, "Intérêt légitime")]
)
def test_the_basis_depends_on_what_body_the_controller_is(client_of, settings, is_public, basis):
    settings.CONTROLLER_IS_PUBLIC = is_public
    assert basis in text_of(client_of(VISITOR).get(URL))


def test_it_asks_the_database_nothing(client_of):
    assert sql_for(client_of(VISITOR), URL) == 0
