"""From the notification of a contract to hours accepted by a company that has no account."""

import re
import socketserver
import threading
from email import message_from_bytes

import pytest
from django.test.utils import override_settings
from django.utils.timezone import localdate, now

from perenne.domain.clauses.actions import mailing
from perenne.domain.clauses.factories import token_for
from perenne.domain.clauses.queries import commitment_card, commitments_of
from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person as Account
from perenne.domain.procurement.queries import View, contracts_of
from perenne.ops.demo.commitments import CHAPE, FRAMEWORK, TO_NOTIFY
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import BUYERS, FACILITATORS, PASSWORD
from perenne.rules.needs import BuyerKind
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey
BUYER = BUYERS[BuyerKind.LOCAL_AUTHORITY]
FACILITATOR = next(iter(FACILITATORS))


class Mailbox(socketserver.StreamRequestHandler):
    """A mail server on the loopback, of the few words that a sender says."""

    received: list[tuple[str, str]] = []

    def handle(self):
        self.say("220 ready")
        to = ""
        for line in self.rfile:
            word = line.decode().strip()
            if word.upper().startswith("RCPT TO:"):
                to = word[8:].strip("<> ")
            if word.upper() == "DATA":
                self.say("354 go on")
                self.keep(to)
            elif word.upper() == "QUIT":
                self.say("221 bye")
                return
            self.say("250 ok")

    def keep(self, to):
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        message = message_from_bytes(b"".join(lines))
        body = message.get_payload(decode=True).decode()
        self.received.append((to, body))

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def post():
    """What leaves goes through a real server, which keeps it."""
    Mailbox.received = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        smtp = {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": server.server_address[1],
        }
        with override_settings(**smtp):
            yield Mailbox.received
        server.shutdown()


def actor_of(player):
    return seat_of(person_id=Account.objects.get(email=player.email).pk, seat_id=None).actor


def sign_in(person, email):
    person.open("/bureau/")
    person.arrive("Connexion")
    person.fill("Adresse électronique", email)
    person.fill("Mot de passe", PASSWORD)
    person.press("Enter")
    person.arrive("Aujourd’hui")


def test_from_a_notification_to_hours_accepted_by_a_link(person, department, post):
    buyer = person()
    sign_in(buyer, BUYER.email)
    commitment_id = notify(buyer, post)

    company = person()
    sign_in(company, COMPANY.player.email)
    company.follow(company.link("Mes engagements").first)
    company.arrive("Mes engagements")
    company.look()
    read_in_time(company)
    share_id = entrust(company, commitment_id)

    with_a_link = person()
    answer(with_a_link, share_id, post)

    facilitator = person()
    sign_in(facilitator, FACILITATOR.email)
    facilitator.open(f"/clauses/engagements/{commitment_id}/")
    facilitator.arrive(TO_NOTIFY)
    row = facilitator.page.get_by_role("row").filter(has_text=CHAPE.name)
    facilitator.sees_in(row, "Acceptée")
    facilitator.look("facilitateur-6-engagement", at="#parts")
    whole = commitment_card(commitment_id, seen_by=actor_of(FACILITATOR)).whole
    assert sum(node.carried.minutes for node in whole.walk()) == whole.hours.minutes
    name, content = facilitator.download(facilitator.link("Dossier de démarrage (zip)"))
    assert name.startswith("dossier-de-demarrage-")
    assert content.startswith(b"PK")


def notify(buyer, post):
    """From today: the link of the act, and its button."""
    contract_to_notify()
    before = buyer.clicks
    buyer.follow(buyer.link(f"Notifier le marché : {TO_NOTIFY}"))
    buyer.arrive("Notifier le marché")
    buyer.look()
    buyer.follow(buyer.button("Notifier et prévenir"))
    buyer.arrive(TO_NOTIFY)
    assert buyer.clicks - before == 2, "to notify takes two clicks from today"
    buyer.sees("sont prévenus")
    buyer.look("acheteur-8-engagement")
    commitment_id = int(re.search(r"/engagements/(\d+)/", buyer.page.url)[1])
    assert mailing.send_started(commitment_id=commitment_id, now=now()) >= 3
    told = {to for to, _ in post}
    assert {BUYER.email, FACILITATOR.email, COMPANY.player.email} <= told
    assert all(f"/clauses/engagements/{commitment_id}/" in body for _, body in post)
    return commitment_id


def contract_to_notify():
    rows = contracts_of(seen_by=actor_of(BUYER), view=View.TO_NOTIFY).items
    return next(row.id for row in rows if row.object == TO_NOTIFY)


def read_in_time(company):
    """What a framework agreement that was amended, renewed, suspended owes, on any day."""
    company.follow(company.link(FRAMEWORK))
    company.arrive(FRAMEWORK)
    company.look("entreprise-1-volume", PHONE, at="#temps")
    company.follow(company.page.get_by_text("Voir à une autre date"))
    company.fill("Heures dues à la date du", "01/01/2020")
    company.follow(company.button("Voir à cette date"))
    company.arrive(FRAMEWORK)
    company.sees("Au 1er janvier 2020")
    company.look()
    company.follow(company.link("Mes engagements").first)
    company.arrive("Mes engagements")


def entrust(company, commitment_id):
    company.follow(company.link(TO_NOTIFY))
    company.arrive(TO_NOTIFY)
    company.look()
    company.follow(company.link("Confier des heures"))
    company.arrive("Confier des heures")
    company.reach(company.field("Entreprise"))
    company.page.get_by_label("Entreprise", exact=True).select_option(label=CHAPE.name)
    company.fill("Heures à confier", "120")
    company.look("entreprise-2-confier")
    company.follow(company.button("Proposer ces heures"))
    company.arrive(TO_NOTIFY)
    company.sees("reçoit un courriel")
    row = commitments_of(seen_by=actor_of(COMPANY.player), on=localdate()).items[0]
    card = commitment_card(commitment_id, seen_by=actor_of(COMPANY.player))
    assert row.id == commitment_id
    return next(node.id for node in card.whole.walk() if node.party == CHAPE.name)


def answer(visitor, share_id, post):
    post.clear()
    assert mailing.send_offer(share_id=share_id, now=now()) == 1
    ((to, body),) = post
    assert to == CHAPE.email
    path = re.search(r"/clauses/reponse/[0-9a-f]{64}/", body)[0]
    assert token_for(share_id) in path
    visitor.open(path)
    visitor.arrive("120 h")
    visitor.look("sous-traitant-1-repondre", PHONE)
    visitor.tick("J’accepte ces heures")
    visitor.follow(visitor.button("Envoyer ma réponse"))
    visitor.arrive("Merci de votre réponse")
    visitor.look()
