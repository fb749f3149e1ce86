"""Letters, receipts, withdrawals, decisions, closings: who, when, and what is refused."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.compliance.actions.mailing import (
    send_closed,
    send_decided,
    send_letter,
    send_proposed,
)
from perenne.domain.compliance.models import Decision, Letter, Proposal, Shortfall
from perenne.domain.organisations.models import Organisation, Seat
from perenne.web.tests.browser import error_on, summary_of, text_of

pytestmark = pytest.mark.django_db
MOTIVE = "Aucune embauche malgré deux relances."


def url_of(act, row, *more):
    return reverse(f"compliance:{act}", args=[row.pk, *more])


def test_the_buyer_writes_both_letters_and_notes_their_receipt(client_of, committee, late):
    row, browser = late.alerted(), client_of(committee.buyer)
    assert error_on(browser.post(url_of("summon", row)), "kinds").startswith("Choisissez")
    page = browser.post(url_of("summon", row), {"kinds": ["formal_notice", "hearing"]}, follow=True)
    assert "C’est parti." in text_of(page, "//body")
    assert text_of(page).count("Noter la réception") == 2
    notice = Letter.objects.get(kind="formal_notice")
    url = url_of("receive", row, notice.pk)
    tomorrow = {"received_on": f"{late.today + timedelta(1):%d/%m/%Y}"}
    assert "n’est pas à venir" in error_on(browser.post(url, tomorrow), "received_on")
    page = browser.post(url, {"received_on": f"{late.today:%d/%m/%Y}"}, follow=True)
    notice.refresh_from_db()
    assert notice.ends_on >= late.today + timedelta(15)
    assert "le délai court de ce jour" in text_of(page, "//body")
    assert browser.get(url).status_code == 404
    assert client_of(committee.facilitator).get(url_of("summon", row)).status_code == 404
    assert (
        send_letter(letter_id=notice.pk, now=now()) == 2
    )  # the company, and a copy to the facilitator
    assert "met en demeure" in mail.outbox[0].body


def test_the_buyer_decides_with_a_motive_and_the_company_is_told(client_of, committee, late):
    row, browser = late.proposed(), client_of(committee.buyer)
    assert send_proposed(proposal_id=Proposal.objects.get().pk, now=now()) == 1
    url = url_of("decide", row)
    assert "50 € par heure" in text_of(browser.get(url))
    assert error_on(browser.post(url, {"outcome": "waived"}), "motive").startswith("Motivez")
    said = {"outcome": "reduced", "motive": MOTIVE, "amount": ""}
    assert "Indiquez un montant réduit" in summary_of(browser.post(url, said))[0]
    page = browser.post(url, {**said, "amount": "1 200"}, follow=True)
    assert "Votre décision est enregistrée" in text_of(page, "//body")
    kept = Decision.objects.get()
    assert (kept.outcome, kept.amount_cents) == ("reduced", 120_000)
    assert browser.get(url).status_code == 404
    assert send_decided(decision_id=kept.pk, now=now()) == 2
    assert MOTIVE in mail.outbox[1].body


def test_whoever_proposed_does_not_decide_even_from_a_seat_at_the_buyer(client_of, committee, late):
    row = late.proposed()
    at_buyer = Organisation.objects.get(pk=committee.buyer.organisation_id)
    seat = Seat.objects.create(person_id=committee.facilitator.person_id, organisation=at_buyer)
    browser = client_of(committee.facilitator)
    session = browser.session
    session["seat_id"] = seat.pk
    session.save()
    page = browser.get(url_of("decide", row))
    assert "Qui propose ne décide pas" in text_of(page)
    page = browser.post(url_of("decide", row), {"outcome": "applied", "motive": MOTIVE})
    assert "Qui propose ne décide pas" in summary_of(page)[0]
    assert not Decision.objects.exists()


def test_a_proposal_is_withdrawn_and_a_shortfall_closed_with_a_reason(client_of, committee, late):
    row, browser = late.proposed(), client_of(committee.facilitator)
    assert client_of(committee.buyer).get(url_of("withdraw", row)).status_code == 404
    page = browser.post(url_of("withdraw", row), {"reason": "Dix heures de plus."}, follow=True)
    assert "La proposition est retirée." in text_of(page, "//body")
    assert "Propositions retirées" in text_of(page)
    assert error_on(browser.post(url_of("close", row), {"reason": "Oui"}), "reason")
    page = browser.post(url_of("close", row), {"reason": "Les heures sont venues."}, follow=True)
    assert "Clos sans suite" in text_of(page)
    assert Shortfall.objects.get().state == "closed"
    assert send_closed(shortfall_id=row.pk, now=now()) == 2
    assert "Vous n’avez rien à faire." in mail.outbox[0].body
