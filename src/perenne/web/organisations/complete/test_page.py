import pytest
from django.urls import reverse

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.queries import Proposal
from perenne.kit.actors import Role
from perenne.kit.sirene.tests.server import SIRET, UNIT, payload, says, serving
from perenne.web.organisations.identity import filled

pytestmark = pytest.mark.django_db
URL = reverse("organisations:complete")
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def register(settings):
    with serving(says(payload(UNIT))) as server:
        settings.SIRENE_ADDRESS, settings.SIRENE_HOSTS = server.address, ("127.0.0.1",)
        yield server


def test_nothing_is_asked_as_long_as_the_number_is_not_whole(client_of, committee, register):
    browser = client_of(committee.nobody)
    for typed in ("", "732", "73282932000075"):
        assert browser.post(URL, {"siret": typed}, **HTMX).status_code == 204
    assert register.paths == []


def test_a_whole_number_fills_name_address_commune_and_nature(client_of, committee, register):
    answer = client_of(committee.nobody).post(URL, {"siret": SIRET}, **HTMX)
    told = answer.content.decode()
    for words in ("BÂTI BRIE", "12 RUE DES ÉCOLES 77100 MEAUX", 'value="Meaux"', "SAS"):
        assert words in told
    assert 'id="siret-dit" hx-swap-oob="innerHTML"' in told


def test_an_organisation_that_has_a_space_is_said_at_once(client_of, committee, register):
    new_actor(Role.COMPANY, siret=SIRET)
    answer = client_of(committee.nobody).post(URL, {"siret": SIRET}, **HTMX)
    assert "Demander à le rejoindre" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "found_before", "shown"),
    [
        ("", "", "NOUVEAU"),
        ("ANCIEN", "ANCIEN", "NOUVEAU"),  # the register’s, for another number
        ("À moi", "", "À moi"),
        ("À moi", "ANCIEN", "À moi"),
    ],
)
def test_what_somebody_typed_is_left_to_them(typed, found_before, shown):
    proposal = Proposal("", name="NOUVEAU")
    said = {"name": typed, "found_name": found_before}
    assert (said | filled(said, proposal))["name"] == shown
