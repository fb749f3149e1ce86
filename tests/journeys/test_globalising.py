"""A company has done more hours than one contract owes: another one counts them, in two screens."""

import pytest

from perenne.domain.hours.models import Plan
from perenne.domain.hours.states import APPROVED
from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person as Account
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import BUYERS, FACILITATORS, PASSWORD
from perenne.rules.needs import BuyerKind
from perenne.web.tests.globalising import NAME, NURSERY, Surplus
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey
FACILITATOR, BUYER = next(iter(FACILITATORS)), BUYERS[BuyerKind.LOCAL_AUTHORITY]


def actor_of(player):
    return seat_of(person_id=Account.objects.get(email=player.email).pk, seat_id=None).actor


def sign_in(someone, email):
    someone.open("/bureau/")
    someone.arrive("Connexion")
    someone.fill("Adresse électronique", email)
    someone.fill("Mot de passe", PASSWORD)
    someone.press("Enter")
    someone.arrive("Aujourd’hui")


@pytest.fixture
def surplus(department):
    """66 h 40 that the school does not need, of a company of its own: no other chapter counts."""
    return Surplus(*(actor_of(one) for one in (FACILITATOR, BUYER, COMPANY.player)))


def test_a_proposal_is_read_and_applied_in_two_screens(person, surplus):
    facilitator, buyer, company = person(), person(), person()
    sign_in(facilitator, FACILITATOR.email)
    approve(facilitator)
    assert Plan.objects.get(siret=surplus.siret).state == APPROVED

    sign_in(buyer, BUYER.email)
    buyer.open(f"/engagements/{surplus.other.pk}/compte/")
    buyer.arrive("Compte d’heures")
    buyer.sees("66 h 40")
    assert "Bruno" not in buyer.page.content()
    buyer.look(None, PHONE)

    sign_in(company, COMPANY.player.email)
    company.open("/globalisations/simuler/")
    company.arrive("Simuler une embauche")
    company.look(None, PHONE)
    choose(company, "Entreprise", NAME)
    company.follow(company.button("Simuler"))
    company.arrive("Simuler une embauche")
    company.sees("comptées sur")
    company.sees_in(company.page.get_by_role("table"), NURSERY)
    company.look()


def approve(facilitator):
    facilitator.follow(facilitator.link("Globalisation").first)
    facilitator.arrive("Globalisation")
    facilitator.look()
    before = len(facilitator.screens)
    choose(facilitator, "Entreprise", f"{NAME} (66 h 40 en attente)")
    facilitator.follow(facilitator.button("Proposer"))
    facilitator.arrive("Globalisation du")
    facilitator.sees("66 h 40")
    facilitator.look("facilitateur-9-globalisation")
    facilitator.follow(facilitator.button("Appliquer"))
    facilitator.arrive("Globalisation du")
    facilitator.sees("comptent maintenant")
    screens = len(facilitator.screens) - before
    print(f"{screens} screens from the list to the globalisation applied")
    assert screens == 2


def choose(someone, label, option):
    someone.page.get_by_label(label).first.select_option(
        label=option.replace(" h ", "\u00a0h\u00a0")
    )
