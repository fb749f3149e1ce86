import pytest
from django.urls import reverse

from perenne.domain.membership.factories import new_membership
from perenne.domain.membership.models import Membership
from perenne.domain.membership.queries import CURRENT, membership_of
from perenne.domain.organisations.factories import actor_of, new_actor, new_colleague
from perenne.domain.organisations.models import Seat
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.kit.actors import Actor, Role
from perenne.kit.sirene.tests.server import SIRET, UNIT, payload, says, serving
from perenne.web.organisations.kinds import WAYS
from perenne.web.tests.browser import (
    buttons_of,
    error_on,
    summary_of,
    text_of,
    title_of,
    typed_in,
)

pytestmark = pytest.mark.django_db
URL = reverse("membership:join")
SAID = {
    "kind": "company:",
    "siret": SIRET,
    "name": "Bâti Brie",
    "full_name": "Léa Roux",
    "email": "lea@bati-brie.test",
    "password": PASSWORD,
    "charter": "on",
    "charter_version": CURRENT.version,
    "consent": "on",
}
KINDS = [f"{way.role}:{code}" for way in WAYS for code, _ in way.choices or (("", ""),)]


@pytest.mark.parametrize("kind", KINDS)
def test_one_page_makes_a_member_of_any_kind_with_its_space(client_of, committee, kind):
    browser = client_of(committee.nobody)
    page = browser.post(URL, SAID | {"kind": kind}, follow=True)
    if kind == "company:":  # a role that sees persons protects its account first
        assert page.redirect_chain.pop()[0].startswith(reverse("account:second_factor"))
    assert page.redirect_chain == [(reverse("desks:today"), 302)]
    assert "Bienvenue au comité" in text_of(page)
    card = membership_of(actor_of(Seat.objects.latest("pk"), Role(kind.split(":")[0])))
    assert card.charter_version == CURRENT.version


MISSING = ("kind", "siret", "name", "full_name", "email", "password", "charter", "consent")


def test_everything_that_is_missing_is_told_beside_its_field(client_of, committee):
    page = client_of(committee.nobody).post(URL, {})
    assert all(error_on(page, field) for field in MISSING)
    assert len(summary_of(page)) == len(MISSING)


def test_the_charter_is_on_the_page_and_without_it_nobody_joins(client_of, committee):
    browser = client_of(committee.nobody)
    assert CURRENT.parts[0].lines[0] in text_of(browser.get(URL))
    page = browser.post(URL, {k: v for k, v in SAID.items() if k != "charter"})
    assert "Cochez cette case pour adhérer" in error_on(page, "charter")
    assert typed_in(page)["full_name"] == "Léa Roux"
    assert not Membership.objects.exists()


def test_the_register_completes_the_form_without_script_too(client_of, committee, settings):
    with serving(says(payload(UNIT))) as server:
        settings.SIRENE_ADDRESS, settings.SIRENE_HOSTS = server.address, ("127.0.0.1",)
        said = SAID | {"name": "", "act": "complete"}
        page = client_of(committee.nobody).post(URL, said)
    assert typed_in(page)["name"] == "BÂTI BRIE"
    assert typed_in(page)["kind"] == "company:"


def test_who_finds_their_organisation_there_asks_to_join_it(client_of, committee):
    new_actor(Role.COMPANY, siret=SIRET, name="Bâti Brie")
    browser = client_of(committee.nobody)
    page = browser.post(URL, SAID)
    assert "a déjà un espace" in summary_of(page)[0]
    assert "Demander à le rejoindre" in buttons_of(page)
    asked = {k: SAID[k] for k in ("siret", "full_name", "email", "password", "consent")}
    assert "Votre demande est partie" in text_of(
        browser.post(URL, asked | {"act": "join"}, follow=True)
    )


def test_an_organisation_that_has_a_space_adheres_in_one_click(client_of, committee):
    browser = client_of(committee.company)
    assert buttons_of(browser.get(URL)) == ["Adhérer"]
    said = {"charter": "on", "charter_version": CURRENT.version}
    assert "Cochez cette case" in error_on(browser.post(URL, {}), "charter")
    assert "Bienvenue au comité" in text_of(browser.post(URL, said, follow=True))
    assert title_of(browser.get(URL)) == "Votre adhésion au comité"
    again = browser.post(URL, said)
    assert again.status_code == 200
    assert Membership.objects.count() == 1


def test_a_simple_member_is_told_who_may(client_of, committee):
    page = client_of(new_colleague(committee.company)).get(URL)
    assert "Un administrateur adhère" in text_of(page)
    assert buttons_of(page) == []


def test_who_was_excluded_reads_why(client_of, committee):
    membership = new_membership(committee.company)
    Membership.objects.filter(pk=membership).update(
        state="excluded", reason="Heures inventées.", ended_on="2026-11-26"
    )
    page = client_of(committee.company).get(URL)
    assert "Heures inventées." in text_of(page)
    assert buttons_of(page) == []


def test_somebody_without_a_seat_opens_a_space_first(client_of, committee):
    page = client_of(Actor(Role.VISITOR, person_id=new_person().pk)).get(URL, follow=True)
    assert "Ouvrez d’abord l’espace de votre organisme" in text_of(page)
