import pytest
from django.urls import reverse

from perenne.domain.organisations import queries
from perenne.domain.organisations.factories import new_organisation, new_seat
from perenne.domain.organisations.models import Kind, Seat
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Actor, Role
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db
URL, SWITCH = reverse("organisations:mine"), reverse("organisations:switch")


@pytest.fixture
def second(committee):
    """Another seat of the buyer."""
    return Seat.objects.create(
        person_id=committee.buyer.person_id,
        organisation=new_organisation(Kind.PRESCRIBER, name="CCAS de Meaux"),
        is_admin=True,
    )


def bar_of(page):
    return text_of(page, "//header//*[contains(@class, 'who')]")


def test_nobody_has_no_space(client_of, committee):
    assert client_of(committee.nobody).get(URL).url.startswith(reverse("account:login"))


def test_one_goes_from_one_organisation_to_the_other_and_it_is_remembered(
    client_of, committee, second
):
    browser = client_of(committee.buyer)
    assert "Ville de Meaux" in bar_of(browser.get(URL))
    page = browser.post(SWITCH, {"seat": second.pk}, follow=True)
    assert "Vous travaillez maintenant pour CCAS de Meaux." in text_of(page)
    assert "CCAS de Meaux" in bar_of(browser.get(URL))


def test_the_header_offers_to_switch_only_where_there_is_a_choice(client_of, committee, second):
    offered = "Changer d’organisme"
    assert offered in text_of(client_of(committee.buyer).get(URL), "//header")
    assert offered not in text_of(client_of(committee.company).get(URL), "//header")


@pytest.mark.parametrize("asked", ["", "0", "abc", "1e9"])
def test_a_seat_that_is_not_theirs_is_not_taken(client_of, committee, asked):
    page = client_of(committee.buyer).post(SWITCH, {"seat": asked}, follow=True)
    assert "Vous n’avez plus de place" in text_of(page)
    assert "Ville de Meaux" in bar_of(page)


def test_the_seat_of_somebody_else_is_not_taken(client_of, committee):
    theirs = Seat.objects.get(person_id=committee.coordination.person_id)
    page = client_of(committee.buyer).post(SWITCH, {"seat": theirs.pk}, follow=True)
    assert "Ville de Meaux" in bar_of(page)


def test_a_chosen_seat_that_is_lost_gives_way_at_the_next_request(client_of, committee, second):
    new_seat(second.organisation, is_admin=True)
    browser = client_of(committee.buyer)
    browser.post(SWITCH, {"seat": second.pk})
    second.delete()
    assert "Ville de Meaux" in bar_of(browser.get(URL))


def test_somebody_without_any_seat_is_led_here_and_told_what_to_do(client_of, committee):
    browser = client_of(Actor(Role.VISITOR, person_id=new_person().pk))
    page = browser.get(reverse("desks:today"), follow=True)
    assert page.redirect_chain == [(URL, 302)]
    assert "Aucun espace pour l’instant" in text_of(page)
    assert queries.seats_of(Actor(Role.VISITOR, person_id=None)) == ()


def test_ten_seats_ask_no_more_of_the_database_than_one(client_of, committee):
    browser = client_of(committee.buyer)
    once = sql_for(browser, URL)
    for _ in range(9):
        Seat.objects.create(
            person_id=committee.buyer.person_id,
            organisation=new_organisation(Kind.COMPANY),
            is_admin=True,
        )
    assert sql_for(browser, URL) == once
