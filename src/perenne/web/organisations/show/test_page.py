import pytest
from django.urls import reverse

from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Organisation
from perenne.kit.actors import Role
from perenne.web.tests.browser import buttons_of, facts_in, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db
OWN = reverse("organisations:own")


def url_of(actor):
    return reverse("organisations:show", args=[actor.organisation_id])


def test_its_own_people_see_their_organisation_and_its_people(client_of, committee):
    Organisation.objects.filter(pk=committee.company.organisation_id).update(
        name="Bâti Brie", siret="73282932000074", legal_nature="5710", commune_id="77284"
    )
    page = client_of(committee.company).get(OWN)
    assert title_of(page) == "Bâti Brie"
    facts = facts_in(page)
    assert (facts["SIRET"], facts["Commune"]) == ("732 829 320 00074", "Meaux")
    assert facts["Forme juridique"].startswith("SAS")
    assert "Camille Martin, administrateur" in text_of(page)
    assert "Modifier" in buttons_of(page)


def test_a_stranger_sees_nothing(client_of, committee):
    assert client_of(committee.buyer).get(url_of(committee.company)).status_code == 404


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        ("declared", ["Vérifier cet organisme", "Refuser"]),
        ("verified", ["Suspendre"]),
        ("refused", ["Vérifier cet organisme"]),
        ("suspended", ["Rétablir"]),
    ],
)
def test_the_coordination_has_the_buttons_of_the_state(client_of, committee, state, buttons):
    kept_out = {"reason": "Adresse fausse."} if state in {"refused", "suspended"} else {}
    actor = new_actor(Role.FACILITATOR, state=state, **kept_out)
    page = client_of(committee.coordination).get(url_of(actor))
    assert buttons_of(page) == buttons
    assert ("Adresse fausse." in text_of(page)) == bool(kept_out)


def test_who_was_refused_reads_why_and_presents_itself_again(client_of, committee):
    actor = new_actor(Role.FACILITATOR, state="refused", reason="Adresse fausse.")
    browser = client_of(actor)
    page = browser.get(OWN)
    assert "Adresse fausse." in text_of(page)
    assert "Présenter de nouveau" in buttons_of(page)
    again = reverse("organisations:present_again", args=[actor.organisation_id])
    page = browser.post(again, follow=True)
    assert "La coordination va vérifier de nouveau" in text_of(page)
    assert "La coordination vérifie votre organisme" in text_of(page)


@pytest.mark.parametrize("who", ["company", "coordination"])
def test_ten_colleagues_ask_no_more_of_the_database_than_one(client_of, committee, who):
    browser = client_of(getattr(committee, who))
    once = sql_for(browser, url_of(committee.company))
    for _ in range(9):
        new_colleague(committee.company)
    assert sql_for(browser, url_of(committee.company)) == once
