"""The link of the mail, as its rightful holder uses it and as others would."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.hours.actions import (
    declare_nothing_at_all,
    open_month_of,
    open_statement,
    take_sheet_back,
    validate_sheets,
)
from perenne.domain.hours.actions.mailing import send_link
from perenne.domain.hours.models import Sheet, StatementLink, Work
from perenne.domain.hours.policy import GRANTS, PARTIES, PLANS, SHEETS, STATEMENTS, WORKS
from perenne.domain.hours.queries.links import token_of
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Seat
from perenne.kit.actors import HOUSE, Actor, Role
from perenne.kit.refusals import Refused
from perenne.web.hours.tests.crews import MAIL, box, late
from perenne.web.tests.browser import buttons_of, text_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sub(crew):
    """The subcontractor without a space, and the token of its mail."""
    crew.party, crew.worker = crew.subcontractor()
    crew.token = crew.mailed(crew.party)
    return crew


@pytest.fixture
def url(sub):
    return reverse("hours:by_link", args=[sub.token])


@pytest.fixture
def browser(client_of, sub):
    return client_of(sub.committee.nobody)


def theirs(sub):
    return Sheet.objects.get(statement__siret=sub.party.siret)


def test_the_mail_opens_the_statement_and_its_first_button_says_no_hour(browser, sub, url):
    link = StatementLink.objects.get(email=MAIL)
    assert send_link(link_id=link.pk, now=now()) == 1
    sent = mail.outbox[-1]
    assert (sent.to, re.findall(r"/declarer/[0-9a-f]{64}/", sent.body)) == ([MAIL], [url])
    page = browser.get(url)
    assert buttons_of(page)[0] == "Aucune heure ce mois-ci"
    assert "Idris Benali" in text_of(page)
    assert theirs(sub).state == "open", "reading changes nothing"
    nothing = reverse("hours:nothing_by_link", args=[sub.token])
    assert browser.get(nothing).status_code == 405
    assert theirs(sub).state == "open"

    page = browser.post(nothing, follow=True)
    assert "Le mois est déclaré : aucune heure" in text_of(page, "//body")
    assert (theirs(sub).state, theirs(sub).is_nil) == ("declared", True)
    assert send_link(link_id=link.pk, now=now()) == 0, "no mail once it is done"


def test_hours_are_declared_day_by_day_and_taken_back_by_the_link(browser, sub, url):
    days = reverse("hours:days_by_link", args=[sub.token, sub.worker.pk, "work"])
    first = sub.month
    browser.post(days, {f"{first}": "7h30", f"{first.replace(day=2)}": "7"})
    assert "14 h 30 par jour" in text_of(browser.get(url))
    page = browser.post(url, {"act": "declare"}, follow=True)
    assert "Le mois est déclaré : 14 h 30" in text_of(page, "//body")
    assert Work.objects.get(hiring=sub.worker).days.count() == 2
    browser.post(reverse("hours:take_back_by_link", args=[sub.token]))
    assert theirs(sub).state == "open"


def test_it_opens_no_other_statement_sheet_nor_act(sub):
    """Asked of every policy of hours, for every row there is."""
    holder = Actor(Role.VISITOR, visitor_key=sub.token)
    lead = sub.sheet()
    assert lead.statement.siret != sub.party.siret
    for act in ("sheet.view", "sheet.declare"):
        assert list(SHEETS.rows(act, holder)) == [theirs(sub)]
    assert [row.siret for row in STATEMENTS.rows("statement.view", holder)] == [sub.party.siret]
    policies = (SHEETS, STATEMENTS, WORKS, PLANS, PARTIES)
    opened = {
        act for policy in policies for act in policy.grants if policy.rows(act, holder).exists()
    }
    assert opened == {"sheet.view", "sheet.declare", "statement.view"}
    declare_nothing_at_all(statement_id=theirs(sub).statement_id, by=holder, now=now())
    opened = {act for act in SHEETS.grants if SHEETS.rows(act, holder).exists()}
    assert opened == {"sheet.view", "sheet.take_back"}
    assert opened < set(GRANTS)
    for act, said in (
        (open_statement, {"siret": sub.party.siret, "month": sub.month, "on": sub.today}),
        (open_month_of, {"month": sub.month, "on": sub.today}),
        (validate_sheets, {"sheet_ids": [theirs(sub).pk], "now": now()}),
        (take_sheet_back, {"sheet_id": lead.pk}),
        (declare_nothing_at_all, {"statement_id": lead.statement_id, "now": now()}),
    ):
        with pytest.raises(Refused):
            act(**said, by=holder)


def test_what_is_of_others_cannot_be_reached_through_its_pages(browser, sub, url):
    stranger = sub.people[0]
    page = browser.post(url, {box(stranger): "9", box(sub.worker): "1", "act": "declare"})
    assert not Work.objects.filter(hiring=stranger).exists()
    assert stranger.participant.last_name not in text_of(browser.get(url))
    days = reverse("hours:days_by_link", args=[sub.token, stranger.pk, "work"])
    assert browser.get(days).status_code == 404
    nothing = reverse("hours:nothing_by_link", args=[sub.token])
    assert browser.post(nothing, {"sheet": sub.sheet().pk}).status_code == 404
    assert page.status_code == 302


def test_a_contact_of_one_contract_does_not_read_the_others(sub, client_of, url):
    """Whoever named an address in their own contract is not shown the crews of another."""
    lead = sub.committee.structure
    other = sub.commitment("Marché d’un autre", company=lead)
    party, worker = sub.party, None
    other.contract.parties.update(siret=party.siret, organisation=None, email="pirate@x.test")
    worker = sub.hired("Victime Ignorée", other)
    open_statement(siret=party.siret, month=sub.month, by=HOUSE, on=sub.today)
    pirate = sub.asked(party.siret, "pirate@x.test")
    page = client_of(sub.committee.nobody).get(reverse("hours:by_link", args=[pirate]))
    assert "Victime Ignorée" in text_of(page)
    assert "Idris Benali" not in text_of(page)
    assert box(worker) not in typed_in(client_of(sub.committee.nobody).get(url))


def closed(client_of, sub, said, *hidden):
    """Whatever one does with it, in whatever quality."""
    doors = [("by_link", "get"), ("by_link", "post"), ("nothing_by_link", "post")]
    for who in (sub.committee.nobody, sub.committee.company):
        browser = client_of(who)
        for name, verb in (*doors, ("take_back_by_link", "post")):
            page = getattr(browser, verb)(reverse(f"hours:{name}", args=[sub.token]))
            assert said in text_of(page)
            assert "Idris" not in text_of(page)
    holder = Actor(Role.VISITOR, visitor_key=sub.token)
    assert not any(SHEETS.rows(act, holder).exists() for act in SHEETS.grants)
    assert theirs(sub).state == "open"


def test_a_late_link_opens_nothing_and_sends_a_new_one_to_the_same_address(client_of, sub, browser):
    late(sub.token)
    closed(client_of, sub, "Ce lien n’est plus valable")
    page = browser.post(reverse("hours:renew", args=[sub.token]), follow=True)
    assert "Un nouveau lien vient de partir" in text_of(page, "//body")
    assert "n’est pas reconnu" in text_of(page)
    link = StatementLink.objects.get(email=MAIL)
    assert token_of(link.seed) != sub.token
    fresh = reverse("hours:by_link", args=[token_of(link.seed)])
    assert "Idris Benali" in text_of(browser.get(fresh))
    again = browser.post(reverse("hours:renew", args=[token_of(link.seed)]), follow=True)
    assert "sert encore" in text_of(again, "//body")


def test_a_revoked_link_stays_closed_and_nobody_is_asked_again(client_of, sub, browser):
    revoke = reverse("hours:revoke", args=[sub.token])
    assert browser.get(revoke).status_code == 405
    browser.post(revoke)
    closed(client_of, sub, "Ce lien a été retiré")
    browser.post(reverse("hours:renew", args=[sub.token]))
    assert sub.asked(sub.party.siret, MAIL) == ""
    closed(client_of, sub, "Ce lien a été retiré")


def test_a_space_that_was_linked_closes_the_links_of_before(client_of, sub):
    space = new_actor(Role.COMPANY)
    type(sub.party).objects.filter(pk=sub.party.pk).update(organisation=space.organisation_id)
    closed(client_of, sub, "Votre entreprise a maintenant son espace")
    sub.opened()
    closed(client_of, sub, "Votre entreprise a maintenant son espace")
    assert text_of(client_of(space).get(reverse("hours:statements"))).count("À déclarer")


def test_an_address_that_is_no_longer_of_the_contract_opens_nothing(client_of, sub):
    type(sub.party).objects.filter(pk=sub.party.pk).update(email="autre@chape.test")
    page = client_of(sub.committee.nobody).get(reverse("hours:by_link", args=[sub.token]))
    assert "Idris" not in text_of(page)
    assert not SHEETS.rows("sheet.declare", Actor(Role.VISITOR, visitor_key=sub.token)).exists()


def test_somebody_who_left_a_company_opens_nothing(client_of, crew):
    """The people of a space get the link too: as long as they are of it."""
    crew.opened()
    seat = Seat.objects.get(organisation=crew.committee.company.organisation_id)
    token = crew.asked(crew.siret, seat.person.email)
    url = reverse("hours:by_link", args=[token])
    assert "Karim Diallo" in text_of(client_of(crew.committee.nobody).get(url))
    seat.person.is_active = False
    seat.person.save()
    page = client_of(crew.committee.nobody).get(url)
    assert "Ce lien a été retiré" in text_of(page)
    assert "Karim" not in text_of(page)


def test_whoever_is_signed_in_keeps_nothing_of_their_own_by_the_link(client_of, sub, url):
    page = client_of(sub.committee.company).get(url)
    assert "Idris Benali" in text_of(page)
    assert "Karim Diallo" not in text_of(page)
    unknown = reverse("hours:by_link", args=["0" * 64])
    assert "n’est pas reconnu" in text_of(client_of(sub.committee.company).get(unknown))
