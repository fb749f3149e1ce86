"""A facilitator follows the hours: the gravest first, what to do about it, a season noted."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.compliance.actions import watch_paces
from perenne.domain.compliance.models import PaceAlert
from perenne.kit.actors import HOUSE
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import BUYERS, FACILITATORS
from perenne.rules.french import MONTHS
from perenne.rules.needs import BuyerKind
from tests.journeys.sight import PHONE
from tests.journeys.test_eligibility import sign_in
from tests.journeys.test_globalising import actor_of

pytestmark = pytest.mark.journey
FACILITATOR, BUYER = next(iter(FACILITATORS)), BUYERS[BuyerKind.LOCAL_AUTHORITY]
GARDENS = "Espaces verts de la rocade"


@pytest.fixture
def gardens(department):
    """A year of work begun nine months ago, of which no hour was declared."""
    today = localdate()
    started = today - timedelta(280)
    facilitator, buyer, company = map(actor_of, (FACILITATOR, BUYER, COMPANY.player))
    commitment = new_commitment(
        facilitator, buyer=buyer, company=company, object=GARDENS, hours=2_000, months=12,
        signed_on=started, notified_on=started, starts_on=started,
    )  # fmt: skip
    watch_paces(by=HOUSE, on=today)
    return commitment


def test_an_alert_is_read_looked_at_and_lifted_by_its_season(person, gardens):
    facilitator = person()
    sign_in(facilitator, FACILITATOR.email)
    facilitator.follow(facilitator.link("Suivi"))
    facilitator.arrive("Suivi des heures")
    facilitator.look(None, PHONE)
    facilitator.fill("Marché, référence, acheteur ou entreprise", "rocade")
    facilitator.press("Enter")
    facilitator.arrive("Suivi des heures")
    facilitator.follow(facilitator.link(GARDENS))
    facilitator.arrive(GARDENS)
    facilitator.sees("Le retard est important")
    facilitator.look(None, PHONE)
    facilitator.follow(facilitator.page.locator("summary", has_text="Lire les chiffres"))
    facilitator.sees_in(facilitator.page.get_by_role("table", name="Heures attendues"), "–")
    facilitator.follow(facilitator.button("J’en ai pris connaissance"))
    facilitator.arrive(GARDENS)
    facilitator.sees("C’est noté")
    assert PaceAlert.objects.get(commitment=gardens).looked_on == localdate()

    facilitator.follow(facilitator.link("Changer les mois travaillés"))
    facilitator.arrive("Mois travaillés")
    facilitator.look(None, PHONE)
    facilitator.tick(MONTHS[(localdate() + timedelta(35)).month - 1])
    facilitator.follow(facilitator.button("Enregistrer"))
    facilitator.arrive(GARDENS)
    facilitator.sees("À l’heure")
    facilitator.look()
